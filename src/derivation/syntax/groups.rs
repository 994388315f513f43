//! Brackets and what they mean: grouping, columns, matrices, absolute values, norms, compositions.

use super::parser::{Parsed, Parser};
use super::token::{Bracket, Environment, Tok};
use super::{Builtin, Constant, Expr, Function, Kind, Matrix, MulOp, Name, Norm};

impl Parser<'_> {
    /// A bracket and what it means: grouping, a column, a matrix, cases, absolute value, norm.
    pub(super) fn group(&mut self, bracket: Bracket) -> Parsed<Expr> {
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

    pub(super) fn environment(&mut self, environment: Environment) -> Parsed<Expr> {
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
                        place % 2 == 0 && self.looks_like_function(&Name::new(symbol))
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
                Tok::Name(symbol) => Some(Function::Named(Name::new(symbol))),
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
