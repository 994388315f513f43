//! Operands: numbers, names, groups, roots, fractions, matrices.

use super::parser::{Parsed, Parser};
use super::token::{Bracket, Environment, Special, Tok};
use super::{Builtin, Constant, Expr, Function, Kind, Matrix, MulOp, Norm, Number, chars};

impl Parser<'_> {
    /// One operand without what follows it.
    pub(super) fn primary(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let Some(token) = self.peek() else {
            let shown = self.shown();
            return self.error(
                format!("Something to compute with was expected here, not {shown}."),
                "A number, a name, a function or a bracket can stand here.",
            );
        };
        match &token.tok {
            Tok::Number(digits) => {
                self.at += 1;
                Ok(self.expr(number(digits), start))
            }
            Tok::Name(symbol) => self.named(symbol),
            Tok::Constant(constant) => self.constant_sign(constant.clone()),
            Tok::Func(builtin) => self.builtin(*builtin),
            Tok::Special(special) => self.special(*special),
            Tok::Blank => {
                self.at += 1;
                Ok(self.expr(Kind::Blank, start))
            }
            Tok::Open(_) | Tok::Frac if self.derivative_follows(0) => self.derivative(),
            Tok::Open(bracket) => self.group(*bracket),
            Tok::Partial => self.partial(),
            Tok::Nabla => self.nabla(),
            Tok::Big(product) => self.big(*product),
            Tok::Lim => self.limit(),
            Tok::Radical => self.radical(),
            Tok::Frac => self.fraction(),
            Tok::Root => self.root(),
            Tok::Begin(environment) => self.environment(*environment),
            _ => self.unexpected(),
        }
    }

    fn unexpected<T>(&self) -> Parsed<T> {
        let shown = self.shown();
        let help = match self.peek_tok() {
            Some(Tok::Mul(_) | Tok::Slash) => "An operator needs something before it and after it.",
            Some(Tok::Caret) => "An exponent needs something before it: x^2.",
            Some(Tok::Compare(_) | Tok::Approx) => {
                "An equals sign needs an expression before it and after it."
            }
            Some(Tok::Primes(_)) => "A prime needs something before it: f'(x), y'.",
            Some(Tok::If | Tok::Otherwise) => "Cases are written { x if x > 0; 0 otherwise }.",
            Some(Tok::Underscore) => {
                "An index needs a name before it: x_1. A blank is written ___."
            }
            _ => "A number, a name, a function or a bracket can stand here.",
        };
        self.error(
            format!("Something to compute with was expected here, not {shown}."),
            help,
        )
    }

    fn constant_sign(&mut self, constant: Constant) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let constant = match constant {
            Constant::Ones(_)
                if self.next_is(&Tok::Open(Bracket::Square))
                    || self.next_is(&Tok::Open(Bracket::Brace)) =>
            {
                return self.indicator(start);
            }
            Constant::Ones(_) => Constant::Ones(self.size()?),
            other => other,
        };
        Ok(self.expr(Kind::Constant(constant), start))
    }

    fn special(&mut self, special: Special) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        if !matches!(self.peek_tok(), Some(Tok::Open(_))) {
            let name = self.written(start, start + 1);
            return self.error(
                format!("`{name}` needs its arguments in brackets."),
                format!("Write {name}(…)."),
            );
        }
        let mut arguments = self.bracketed(Self::arguments)?;
        let count = if matches!(special, Special::NthRoot) {
            2
        } else {
            1
        };
        if special == Special::Differentiate {
            return self.differentiated(start, arguments);
        }
        if arguments.len() != count {
            self.at = start;
            let name = self.written(start, start + 1);
            return self.error(
                format!(
                    "`{name}` takes {count} argument(s), not {}.",
                    arguments.len()
                ),
                "",
            );
        }
        let first = Box::new(arguments.remove(0));
        let kind = match special {
            Special::Abs => Kind::Abs(first),
            Special::Norm => Kind::Norm(Norm::Two, first),
            Special::Transpose => Kind::Transpose(first),
            Special::Factorial => Kind::Factorial(first),
            Special::NthRoot | Special::Differentiate => root_call(arguments.remove(0), *first),
        };
        Ok(self.expr(kind, start))
    }

    /// A bracket and what it means: grouping, a column, a matrix, cases, absolute value, norm.
    fn group(&mut self, bracket: Bracket) -> Parsed<Expr> {
        let start = self.at;
        match bracket {
            Bracket::Abs => {
                let inner = self.bracketed(Self::expression)?;
                Ok(self.expr(Kind::Abs(Box::new(inner)), start))
            }
            Bracket::Norm => {
                let inner = self.bracketed(Self::expression)?;
                let norm = self.which_norm()?;
                Ok(self.expr(Kind::Norm(norm, Box::new(inner)), start))
            }
            Bracket::Angle => {
                let arguments = self.bracketed(Self::arguments)?;
                if arguments.len() != 2 {
                    self.at = start;
                    return self.error("⟨ ⟩ holds two vectors.", "Write ⟨u, v⟩.");
                }
                let function = Function::Builtin(Builtin::Dot);
                Ok(self.expr(
                    Kind::Call {
                        function,
                        order: 0,
                        arguments,
                    },
                    start,
                ))
            }
            Bracket::Brace if self.holds_cases() => self.cases_in_braces(),
            Bracket::Round if self.composition_follows() => self.composition(),
            Bracket::Round | Bracket::Square | Bracket::Brace => self.list(bracket),
        }
    }

    fn which_norm(&mut self) -> Parsed<Norm> {
        if !self.accept(&Tok::Underscore) {
            return Ok(Norm::Two);
        }
        let at = self.at;
        let braced = self.next_is(&Tok::Open(Bracket::Brace));
        self.at += usize::from(braced);
        let norm = match self.peek_tok() {
            Some(Tok::Number(digits)) if digits == "2" => Norm::Two,
            Some(Tok::Number(digits)) if digits == "1" => Norm::One,
            Some(Tok::Constant(Constant::Infinity)) => Norm::Infinity,
            Some(Tok::Name(symbol)) if symbol == "F" => Norm::Frobenius,
            _ => {
                self.at = at;
                return self.error(
                    "This norm is not known.",
                    "‖x‖_1, ‖x‖_2, ‖x‖_∞ and ‖A‖_F are.",
                );
            }
        };
        self.at += 1 + usize::from(braced);
        Ok(norm)
    }

    /// `(a)`, `(a, b)` as a column, `[a, b; c, d]`, `[[a, b], [c, d]]`.
    fn list(&mut self, bracket: Bracket) -> Parsed<Expr> {
        let start = self.at;
        let rows = self.bracketed(|parser| parser.rows(&Tok::Comma, &Tok::Semicolon))?;
        if let [only] = rows.as_slice()
            && let [inner] = only.as_slice()
        {
            let mut inner = inner.clone();
            if !is_row(&inner) || bracket != Bracket::Square {
                inner.span = self.since(start);
                return Ok(inner);
            }
        }
        let rows = match bracket {
            Bracket::Round => rows
                .into_iter()
                .flatten()
                .map(|entry| vec![entry])
                .collect(),
            _ => nested_rows(rows),
        };
        self.matrix(start, rows)
    }

    /// Entries separated by `column`, rows by `row`; an empty row at the end is dropped.
    fn rows(&mut self, column: &Tok, row: &Tok) -> Parsed<Vec<Vec<Expr>>> {
        let mut rows = vec![vec![self.expression()?]];
        while self.at < self.end {
            if self.accept(column) {
                let entry = self.expression()?;
                rows.last_mut().expect("never empty").push(entry);
            } else if self.accept(row) || self.accept(&Tok::Row) {
                if self.at == self.end {
                    break;
                }
                rows.push(vec![self.expression()?]);
            } else {
                break;
            }
        }
        Ok(rows)
    }

    fn matrix(&mut self, start: usize, rows: Vec<Vec<Expr>>) -> Parsed<Expr> {
        let columns = rows[0].len();
        if let Some(row) = rows.iter().position(|row| row.len() != columns) {
            let (number, found) = (row + 1, rows[row].len());
            self.at = start;
            return self.error(
                format!("Row {number} of this matrix has {found} entries, row 1 has {columns}."),
                "Every row of a matrix has the same number of entries: [a, b; c, d].",
            );
        }
        Ok(self.expr(Kind::Matrix(Matrix { rows }), start))
    }

    fn environment(&mut self, environment: Environment) -> Parsed<Expr> {
        let start = self.at;
        if environment == Environment::Cases {
            return self.cases_environment();
        }
        let mut rows = self.bracketed(|parser| parser.rows(&Tok::Column, &Tok::Row))?;
        if rows.len() == 1 && rows[0].len() == 1 {
            return Ok(rows.remove(0).remove(0));
        }
        let matrix = self.matrix(start, rows)?;
        if environment == Environment::Matrix {
            return Ok(matrix);
        }
        let function = Function::Builtin(Builtin::Det);
        let arguments = vec![matrix];
        Ok(self.expr(
            Kind::Call {
                function,
                order: 0,
                arguments,
            },
            start,
        ))
    }

    /// `\frac{a}{b}`, `\frac12`.
    fn fraction(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let above = self.deeper(Self::braced)?;
        let below = self.deeper(Self::braced)?;
        Ok(self.expr(Kind::Quotient(Box::new(above), Box::new(below)), start))
    }

    /// A group in braces, or one operand.
    pub(super) fn braced(&mut self) -> Parsed<Expr> {
        if self.next_is(&Tok::Open(Bracket::Brace)) {
            return self.bracketed(Self::expression);
        }
        self.primary()
    }

    /// `√x`, `\sqrt[3]{x}`, `sqrt(x)`, `√x²`, which is √(x²).
    fn radical(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let word = !self.written(start, start + 1).starts_with(['√', '\\']);
        if self.next_is(&Tok::Open(Bracket::Square)) && !word {
            let index = self.bracketed(Self::expression)?;
            let radicand = self.deeper(Self::braced)?;
            return Ok(self.expr(root_call(index, radicand), start));
        }
        if word {
            self.at = start;
            return self.builtin(Builtin::Sqrt);
        }
        let argument = match self.peek_tok() {
            Some(Tok::Open(Bracket::Round | Bracket::Square | Bracket::Brace)) => {
                self.deeper(Self::braced_or_round)?
            }
            Some(_) => self.deeper(Self::factor)?,
            None => return self.no_argument(Builtin::Sqrt),
        };
        let function = Function::Builtin(Builtin::Sqrt);
        let arguments = vec![argument];
        Ok(self.expr(
            Kind::Call {
                function,
                order: 0,
                arguments,
            },
            start,
        ))
    }

    fn braced_or_round(&mut self) -> Parsed<Expr> {
        self.bracketed(Self::expression)
    }

    /// `\root n \of x`
    fn root(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let index = self.deeper(Self::braced)?;
        if !self.accept(&Tok::Of) {
            return self.error(
                "`\\of` was expected after the index of the root.",
                "Write \\root 3 \\of {x}, or \\sqrt[3]{x}.",
            );
        }
        let radicand = self.deeper(Self::braced)?;
        Ok(self.expr(root_call(index, radicand), start))
    }

    /// Whether the bracket at the next token holds functions joined by ∘ and is applied to something.
    fn composition_follows(&self) -> bool {
        let close = self.line.partner[self.at];
        let inside = &self.line.tokens[self.at + 1..close];
        let mut after = (close + 1..self.end).map(|place| &self.line.tokens[place].tok);
        inside.len() >= 3
            && after.find(|tok| !matches!(tok, Tok::Primes(_))) == Some(&Tok::Open(Bracket::Round))
            && inside
                .iter()
                .enumerate()
                .all(|(place, token)| match &token.tok {
                    Tok::Name(symbol) => {
                        place % 2 == 0 && self.looks_like_function(&super::Name::new(symbol))
                    }
                    Tok::Func(_) => place % 2 == 0,
                    Tok::Mul(MulOp::Compose) => place % 2 == 1,
                    _ => false,
                })
    }

    fn composition(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let close = self.line.partner[self.at];
        let functions: Vec<Function> = self.line.tokens[self.at + 1..close]
            .iter()
            .filter_map(|token| match &token.tok {
                Tok::Name(symbol) => Some(Function::Named(super::Name::new(symbol))),
                Tok::Func(builtin) => Some(Function::Builtin(*builtin)),
                _ => None,
            })
            .collect();
        self.at = close + 1;
        let order = self.primes();
        if self.next_is(&Tok::Open(Bracket::Round)) {
            return self.composed_call(start, functions, order);
        }
        self.error(
            "A composition needs what it is applied to.",
            "Write (f ∘ g)(x), (f ∘ g)'(x).",
        )
    }
}

/// The n-th root of x: the index stands first.
fn root_call(index: Expr, radicand: Expr) -> Kind {
    Kind::Call {
        function: Function::Builtin(Builtin::Root),
        order: 0,
        arguments: vec![index, radicand],
    }
}

fn is_row(expr: &Expr) -> bool {
    matches!(&expr.kind, Kind::Matrix(matrix) if matrix.rows.len() == 1)
}

/// `[[a, b], [c, d]]` is the matrix with these rows.
fn nested_rows(rows: Vec<Vec<Expr>>) -> Vec<Vec<Expr>> {
    if rows.len() != 1 || !rows[0].iter().all(is_row) {
        return rows;
    }
    let unwrapped = rows
        .into_iter()
        .flatten()
        .filter_map(|expr| match expr.kind {
            Kind::Matrix(matrix) => matrix.rows.into_iter().next(),
            _ => None,
        });
    unwrapped.collect()
}

/// A number; `½` is the quotient 1/2.
fn number(digits: &str) -> Kind {
    let whole = |value| Box::new(Expr::from(Kind::Number(Number::whole(value))));
    match digits.chars().next().and_then(chars::fraction) {
        Some((above, below)) => Kind::Quotient(whole(above), whole(below)),
        None => Kind::Number(Number {
            value: digits.parse().unwrap_or(f64::NAN),
            text: digits.to_owned(),
        }),
    }
}
