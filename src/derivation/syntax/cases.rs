//! Definitions by cases, and the conditions in them.

use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok, Token};
use super::{Branch, Expr, Kind, Number, Relation};

impl Parser<'_> {
    /// Whether the brace at the next token holds a definition by cases.
    pub(super) fn holds_cases(&self) -> bool {
        let close = self.line.partner[self.at];
        let mut place = self.at + 1;
        while place < close {
            if matches!(self.line.tokens[place].tok, Tok::If | Tok::Otherwise) {
                return true;
            }
            place = self.line.partner[place].max(place) + 1;
        }
        false
    }

    pub(super) fn cases_in_braces(&mut self) -> Parsed<Expr> {
        let start = self.at;
        let kind = self.bracketed(Self::cases)?;
        Ok(self.expr(kind, start))
    }

    pub(super) fn cases_environment(&mut self) -> Parsed<Expr> {
        self.cases_in_braces()
    }

    fn cases(&mut self) -> Parsed<Kind> {
        let mut branches = Vec::new();
        let mut otherwise = None;
        while self.at < self.end {
            if self.accept(&Tok::Otherwise) {
                otherwise = Some(Box::new(self.expression()?));
            } else {
                let value = self.expression()?;
                while self.accept(&Tok::Comma) || self.accept(&Tok::Column) || self.accept(&Tok::If)
                {
                }
                if self.accept(&Tok::Otherwise) {
                    otherwise = Some(Box::new(value));
                } else {
                    let conditions = self.conditions()?;
                    branches.push(Branch { value, conditions });
                }
            }
            while self.accept(&Tok::Semicolon) || self.accept(&Tok::Row) || self.accept(&Tok::Comma)
            {
            }
        }
        if branches.is_empty() {
            return self.error(
                "These cases have no condition.",
                "Write { x if x > 0; 0 otherwise }.",
            );
        }
        Ok(Kind::Cases {
            branches,
            otherwise,
        })
    }

    /// Comparisons that all hold: `x > 0`, `0 < x < 1`, `x > 0 and y > 0`.
    pub(super) fn conditions(&mut self) -> Parsed<Vec<Relation>> {
        let mut relations = Vec::new();
        loop {
            let mut left = self.expression()?;
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
                    "Write x > 0, x ≤ 1, a ≠ b or x = 2.",
                );
            }
            if !self.accept(&Tok::And) {
                return Ok(relations);
            }
        }
    }

    /// Whether a bracket with a comparison in it follows, without a space: the `[z > 0]` of `1[z > 0]`.
    pub(super) fn condition_follows(&self) -> bool {
        let opens = |token: &Token| {
            !token.spaced && matches!(token.tok, Tok::Open(Bracket::Square | Bracket::Brace))
        };
        self.peek().is_some_and(opens) && self.compares_inside(self.at)
    }

    /// Whether the bracket at this place has a comparison directly inside.
    pub(super) fn compares_inside(&self, open: usize) -> bool {
        let close = self.line.partner[open];
        let mut place = open + 1;
        while place < close {
            if matches!(self.line.tokens[place].tok, Tok::Compare(_)) {
                return true;
            }
            place = self.line.partner[place].max(place) + 1;
        }
        false
    }

    /// `1[z > 0]`: 1 where it holds, 0 elsewhere.
    pub(super) fn indicator(&mut self, start: usize) -> Parsed<Expr> {
        let conditions = self.bracketed(Self::conditions)?;
        let whole = |value| Expr::from(Kind::Number(Number::whole(value)));
        let branches = vec![Branch {
            value: whole(1),
            conditions,
        }];
        let otherwise = Some(Box::new(whole(0)));
        Ok(self.expr(
            Kind::Cases {
                branches,
                otherwise,
            },
            start,
        ))
    }
}
