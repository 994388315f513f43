//! Lines that are not equations: declarations, assumptions, problems, layout.

use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok, Token, spelled};
use super::{Comparison, Dim, Expr, Index, Layout, MulOp, Name, Relation, Statement, Type};

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Let,
    Assume,
    Problem,
    Layout,
    Equation,
}

/// The keyword a line begins with. A word is a keyword only when something it can govern follows.
pub(super) fn opening(tokens: &[Token]) -> Opening {
    let Some(Tok::Word(letters, _)) = tokens.first().map(|token| &token.tok) else {
        return Opening::Equation;
    };
    let governs = tokens
        .get(1)
        .is_some_and(|next| next.spaced && !matches!(next.tok, Tok::Compare(_)));
    match spelled(letters).as_str() {
        _ if !governs => Opening::Equation,
        "let" | "Let" => Opening::Let,
        "assume" | "Assume" | "given" => Opening::Assume,
        "problem" | "Problem" => Opening::Problem,
        "layout" => Opening::Layout,
        _ => Opening::Equation,
    }
}

impl Parser<'_> {
    /// `x, b : R^n`
    pub(super) fn declaration(&mut self) -> Parsed<Statement> {
        let names = self.name_list()?;
        if !self.accept(&Tok::Colon) {
            let shown = self.shown();
            return self.error(
                format!("`:` or `=` was expected after the name, not {shown}."),
                "Write `let x : R^n`, `let C = …`, `let f(x) = …` or `let y depends on x`.",
            );
        }
        let ty = self.ty()?;
        self.expect_end()?;
        Ok(Statement::Declaration { names, ty })
    }

    pub(super) fn name_list(&mut self) -> Parsed<Vec<Name>> {
        let mut names = vec![self.declared_name()?];
        while self.accept(&Tok::Comma) {
            names.push(self.declared_name()?);
        }
        Ok(names)
    }

    /// A name that is being declared: what stands above it is a layer.
    pub(super) fn declared_name(&mut self) -> Parsed<Name> {
        if let Some(Tok::Func(builtin)) = self.peek_tok() {
            let message = format!(
                "`{}` is a built-in function and cannot be declared.",
                builtin.name()
            );
            return self.error(message, "Choose another name.");
        }
        self.name()
    }

    /// `R`, `R^n`, `R^{m×n}`, `sym R^{n×n}`, `N`, `R^n -> R`.
    fn ty(&mut self) -> Parsed<Type> {
        let from = self.simple_type()?;
        if !self.accept(&Tok::Arrow) {
            return Ok(from);
        }
        let to = self.simple_type()?;
        Ok(Type::Function(Box::new(from), Box::new(to)))
    }

    fn simple_type(&mut self) -> Parsed<Type> {
        let start = self.at;
        let word = match self.peek_tok() {
            Some(Tok::Name(symbol)) => symbol.as_str(),
            _ => "",
        };
        self.at += usize::from(!word.is_empty());
        match word {
            "R" | "real" | "scalar" => self.dimensions(),
            "N" | "Z" | "integer" => Ok(Type::Integer),
            "sym" | "symmetric" => match self.simple_type()? {
                Type::Matrix(rows, columns) if rows == columns => Ok(Type::Symmetric(rows)),
                _ => {
                    self.at = start;
                    self.error(
                        "Only a square matrix can be symmetric.",
                        "Write sym R^{n×n}.",
                    )
                }
            },
            _ => {
                self.at = start;
                let shown = self.shown();
                self.error(
                    format!("A type was expected, not {shown}."),
                    "Types are R, R^n, R^{m×n}, sym R^{n×n}, N, and R^n -> R.",
                )
            }
        }
    }

    fn dimensions(&mut self) -> Parsed<Type> {
        if !self.accept(&Tok::Caret) {
            return Ok(Type::Scalar);
        }
        if !self.next_is(&Tok::Open(Bracket::Brace)) && !self.next_is(&Tok::Open(Bracket::Round)) {
            let first = self.dim()?;
            return match self.peek_tok() {
                Some(Tok::Mul(MulOp::Cross | MulOp::Star)) => {
                    self.at += 1;
                    Ok(Type::Matrix(first, self.dim()?))
                }
                _ => Ok(Type::Vector(first)),
            };
        }
        self.bracketed(|parser| {
            let first = parser.dim()?;
            let by = matches!(parser.peek_tok(), Some(Tok::Mul(_) | Tok::Comma))
                || matches!(parser.peek_tok(), Some(Tok::Name(symbol)) if symbol == "x");
            parser.at += usize::from(by);
            if by {
                Ok(Type::Matrix(first, parser.dim()?))
            } else {
                Ok(Type::Vector(first))
            }
        })
    }

    fn dim(&mut self) -> Parsed<Dim> {
        let dim = match self.peek_tok() {
            Some(Tok::Number(digits)) => digits.parse().ok().filter(|&n| n > 0).map(Dim::Number),
            Some(Tok::Name(symbol)) => Some(Dim::Named(symbol.clone())),
            _ => None,
        };
        let Some(dim) = dim else {
            let shown = self.shown();
            return self.error(
                format!("A dimension was expected, not {shown}."),
                "A dimension is a whole number or a name: R^3, R^n, R^{m×n}.",
            );
        };
        self.at += 1;
        if let (Dim::Named(symbol), true) = (&dim, self.accept(&Tok::Underscore)) {
            let indices: Vec<String> = self.indices()?.iter().map(Index::to_string).collect();
            return Ok(Dim::Named(format!("{symbol}_{}", indices.join(","))));
        }
        Ok(dim)
    }

    /// `y depends on x, t`; the words between are left out by the caller.
    pub(super) fn dependence(&mut self, names_end: usize, on_start: usize) -> Parsed<Statement> {
        let names = self.until(names_end, |parser| {
            let names = parser.name_list()?;
            parser.expect_end()?;
            Ok(names)
        })?;
        self.at = on_start;
        let on = self.name_list()?;
        self.expect_end()?;
        Ok(Statement::Dependence { names, on })
    }

    /// `x > 0, a != 1`, `x, y > 0`.
    pub(super) fn assumption(&mut self) -> Parsed<Statement> {
        let mut relations: Vec<Relation> = Vec::new();
        let mut waiting: Vec<Expr> = Vec::new();
        loop {
            let left = self.expression()?;
            if self.accept(&Tok::Comma) || self.accept(&Tok::And) {
                waiting.push(left);
                continue;
            }
            let before = relations.len();
            self.compared(left, &mut relations)?;
            let shared = relations[before].clone();
            relations.extend(waiting.drain(..).map(|left| Relation {
                left,
                ..shared.clone()
            }));
            if !(self.accept(&Tok::Comma) || self.accept(&Tok::And) || self.accept(&Tok::Semicolon))
            {
                break;
            }
        }
        self.expect_end()?;
        Ok(Statement::Assumption(relations))
    }

    /// The comparisons after `left`, at least one.
    fn compared(&mut self, mut left: Expr, relations: &mut Vec<Relation>) -> Parsed<()> {
        let before = relations.len();
        while let Some(&Tok::Compare(comparison)) = self.peek_tok() {
            self.at += 1;
            let right = self.expression()?;
            relations.push(Relation {
                left,
                comparison,
                right: right.clone(),
            });
            left = right;
        }
        if relations.len() == before {
            let shown = self.shown();
            return self.error(
                format!("A comparison was expected, not {shown}."),
                "Write assume x > 0, a ≠ 1, or assume x^2 + y^2 = 25.",
            );
        }
        Ok(())
    }

    /// `numerator` or `denominator`.
    pub(super) fn layout(&mut self, word: &str) -> Parsed<Statement> {
        match word.trim() {
            "numerator" | "jacobian" => Ok(Statement::Layout(Layout::Numerator)),
            "denominator" | "gradient" => Ok(Statement::Layout(Layout::Denominator)),
            _ => self.error(
                "This layout is not known.",
                "Write `layout numerator` or `layout denominator`.",
            ),
        }
    }
}

/// Whether this token separates two sides of an equation.
pub(super) fn is_equals(tok: &Tok) -> bool {
    matches!(tok, Tok::Compare(Comparison::Equal) | Tok::Approx)
}
