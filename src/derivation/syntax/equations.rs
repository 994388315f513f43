//! Equations, steps and definitions: a line split at its equals signs.

use super::parser::{Parsed, Parser};
use super::statements::is_equals;
use super::token::{Bracket, Tok, Token};
use super::{Comparison, Expr, Kind, Name, Rule, Statement, SyntaxError};

/// What kind of equation line this is, from its tokens alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// It begins with `=`.
    Step,
    /// No `let`, but perhaps a definition.
    Plain,
    /// `let … = …`
    Let,
}

impl Parser<'_> {
    /// The sides of an equation; every side that cannot be read adds an error.
    pub(super) fn sides(&mut self, errors: &mut Vec<SyntaxError>) -> Vec<Expr> {
        let mut sides = Vec::new();
        let end = self.end;
        loop {
            let stop = self.next_equals(end);
            if let Err(error) = self
                .until(stop, Self::complete)
                .map(|side| sides.push(side))
            {
                errors.push(error);
            }
            self.at = stop;
            if stop == end {
                return sides;
            }
            self.at += 1;
        }
    }

    /// The next equals sign outside all brackets.
    fn next_equals(&self, end: usize) -> usize {
        let mut place = self.at;
        while place < end && !is_equals(&self.line.tokens[place].tok) {
            place = self.line.partner[place].max(place) + 1;
        }
        place.min(end)
    }

    /// A line with or without equals signs.
    pub(super) fn equation(
        &mut self,
        form: Form,
        rule: Option<Rule>,
        defines: bool,
    ) -> Result<Statement, Vec<SyntaxError>> {
        let mut errors = Vec::new();
        if form == Form::Step {
            self.at += 1;
        }
        if form == Form::Let || defines {
            return self.definition().map_err(|error| vec![error]);
        }
        let mut sides = self.sides(&mut errors);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(match form {
            Form::Step => Statement::Step { sides, rule },
            _ if sides.len() == 1 => Statement::Start(sides.remove(0)),
            _ => Statement::Claim { sides, rule },
        })
    }

    /// `f(x) = …`, `C = …`
    fn definition(&mut self) -> Parsed<Statement> {
        let name = self.declared_name()?;
        let parameters = if self.next_is(&Tok::Open(Bracket::Round)) {
            self.bracketed(Self::name_list)?
        } else {
            Vec::new()
        };
        if !self.peek_tok().is_some_and(is_equals) {
            let shown = self.shown();
            return self.error(
                format!("`=` was expected after `{name}`, not {shown}."),
                "Write `let f(x) = …`, `let C = …` or `let x : R^n`.",
            );
        }
        self.at += 1;
        let mut errors = Vec::new();
        let mut sides = self.sides(&mut errors);
        if !errors.is_empty() {
            return Err(errors.remove(0));
        }
        let body = sides.remove(0);
        Ok(Statement::Definition {
            name,
            parameters,
            body,
            also: sides,
        })
    }

    /// The name and parameters that `f(x, y) =` or `C =` begins with, if nothing else stands before the `=`.
    pub(super) fn defined_name(&self) -> Option<(&str, bool)> {
        let equals = self.next_equals(self.end);
        let tokens = &self.line.tokens[self.at..equals];
        let Some(Tok::Name(symbol)) = tokens.first().map(|token| &token.tok) else {
            return None;
        };
        let symbol = symbol.as_str();
        if equals == self.end {
            return None;
        }
        match tokens.get(1).map(|token| &token.tok) {
            None => Some((symbol, false)),
            Some(Tok::Underscore) => Some((symbol, false)).filter(|_| tokens.len() == 3),
            Some(Tok::Open(Bracket::Round)) => {
                let names = tokens[2..]
                    .iter()
                    .enumerate()
                    .all(|(place, token)| match &token.tok {
                        Tok::Name(parameter) => place % 2 == 0 && parameter != symbol,
                        Tok::Comma => place % 2 == 1,
                        Tok::Close(Bracket::Round) => place + 3 == tokens.len(),
                        _ => false,
                    });
                let closed = tokens.len() >= 4 && tokens.last()?.tok == Tok::Close(Bracket::Round);
                (names && closed).then_some((symbol, true))
            }
            _ => None,
        }
    }

    /// Whether `C = …` says what the new name C is: C does not stand on the right, and the right is not a bare name.
    pub(super) fn right_side_defines(&self, symbol: &str) -> bool {
        let equals = self.next_equals(self.end);
        let right = &self.line.tokens[(equals + 1).min(self.end)..self.end];
        let mentions = |token: &Token| token.tok == Tok::Name(symbol.to_owned());
        let bare = right.len() == 1 && matches!(right[0].tok, Tok::Name(_));
        !bare && !right.is_empty() && !right.iter().any(mentions)
    }
}

/// A comparison that cannot be claimed, outside brackets; equations can.
pub(super) fn inequality(tokens: &[Token], partner: &[usize]) -> Option<SyntaxError> {
    let mut place = 0;
    while place < tokens.len() {
        let token = &tokens[place];
        if matches!(token.tok, Tok::Compare(comparison) if comparison != Comparison::Equal) {
            return Some(SyntaxError {
                span: token.span,
                message: "An inequality cannot be claimed; only equations are checked.".to_owned(),
                help: "Write `assume x > 0` for a condition.".to_owned(),
            });
        }
        place = partner[place].max(place) + 1;
    }
    None
}

/// `let y = y(x)`, another way to say that y depends on x.
pub(super) fn as_dependence(name: &Name, body: &Expr) -> Option<Statement> {
    let on: Vec<&Expr> = match &body.kind {
        Kind::Call {
            function: super::Function::Named(called),
            order: 0,
            arguments,
        } if called == name => arguments.iter().collect(),
        Kind::Product(factors) => match factors.as_slice() {
            [(_, first), (_, only)] if first.kind == Kind::Name(name.clone()) => vec![only],
            _ => return None,
        },
        _ => return None,
    };
    let on: Option<Vec<Name>> = on
        .iter()
        .map(|argument| match &argument.kind {
            Kind::Name(name) => Some(name.clone()),
            _ => None,
        })
        .collect();
    Some(Statement::Dependence {
        names: vec![name.clone()],
        on: on?,
    })
}
