//! One line in all its readings.

use std::collections::HashSet;

use super::choices::Choices;
use super::equations::{self, Form, as_dependence};
use super::pairs::Paired;
use super::parser::Parser;
use super::scope::Scope;
use super::statements::{Opening, is_equals};
use super::token::{Tok, Token, spelled};
use super::{Expr, Note, Reading, Rule, Span, Statement, SyntaxError};

/// Everything needed to read one line in any of its readings.
pub(super) struct LineToRead<'t> {
    pub(super) text: &'t str,
    pub(super) paired: Paired,
    pub(super) opening: Opening,
    pub(super) rule: Option<Rule>,
    /// What to say about the line in every reading.
    pub(super) remarks: Vec<Note>,
    /// Where `depends on` begins and ends, in the split tokens.
    pub(super) dependence: Option<(usize, usize)>,
    pub(super) known: &'t HashSet<String>,
}

impl LineToRead<'_> {
    pub(super) fn readings(&self, scope: &Scope) -> Result<Vec<Reading>, Vec<SyntaxError>> {
        let (first, choices) = self.read(scope, Choices::default());
        let mut readings: Vec<Reading> = Vec::new();
        let mut errors = None;
        match first {
            Ok(statement) => readings.push(self.reading(statement, &choices)),
            Err(found) => errors = Some(found),
        }
        for other in choices.alternatives() {
            let (result, choices) = self.read(scope, other);
            if let Ok(statement) = result
                && readings
                    .iter()
                    .all(|reading| reading.statement != statement)
            {
                readings.push(self.reading(statement, &choices));
            }
        }
        match errors {
            Some(errors) if readings.is_empty() => Err(errors),
            _ => Ok(readings),
        }
    }

    fn reading(&self, statement: Statement, choices: &Choices) -> Reading {
        let notes = choices.notes().into_iter().chain(self.remarks.clone());
        Reading {
            statement,
            notes: notes.collect(),
        }
    }

    fn read(
        &self,
        scope: &Scope,
        choices: Choices,
    ) -> (Result<Statement, Vec<SyntaxError>>, Choices) {
        let mut parser = Parser::new(self.text, &self.paired, scope, choices);
        let statement = self.statement(&mut parser);
        let statement =
            statement.and_then(|statement| check_depth(statement).map_err(|error| vec![error]));
        (statement, parser.choices)
    }

    fn statement(&self, parser: &mut Parser<'_>) -> Result<Statement, Vec<SyntaxError>> {
        let one = |error| vec![error];
        match self.opening {
            Opening::Let => match self.dependence {
                Some((from, to)) => parser.dependence(from, to).map_err(one),
                None if self.has_equals() => {
                    let statement = parser.equation(Form::Let, None, true)?;
                    Ok(dependence_in_disguise(statement))
                }
                None => parser.declaration().map_err(one),
            },
            Opening::Assume => parser.assumption().map_err(one),
            Opening::Layout => {
                let word = parser.written(0, parser.end).to_owned();
                parser.layout(&word).map_err(one)
            }
            _ => self.equation(parser),
        }
    }

    fn equation(&self, parser: &mut Parser<'_>) -> Result<Statement, Vec<SyntaxError>> {
        if let Some(error) = equations::inequality(&self.paired.tokens, &self.paired.partner) {
            return Err(vec![error]);
        }
        let step = parser.peek_tok().is_some_and(is_equals);
        let form = if step { Form::Step } else { Form::Plain };
        let defines = parser.defined_name().is_some_and(|(symbol, call)| {
            let new = !self.known.contains(symbol);
            new && (call || parser.right_side_defines(symbol))
        });
        parser.equation(form, self.rule, defines && !step)
    }

    fn has_equals(&self) -> bool {
        self.paired.tokens.iter().any(|token| is_equals(&token.tok))
    }
}

fn dependence_in_disguise(statement: Statement) -> Statement {
    match &statement {
        Statement::Definition {
            name,
            parameters,
            body,
            ..
        } if parameters.is_empty() => as_dependence(name, body).unwrap_or(statement),
        _ => statement,
    }
}

pub(super) fn plain(statement: Statement) -> Reading {
    let notes = Vec::new();
    Reading { statement, notes }
}

/// Where the words `depends` and `on` stand.
pub(super) fn depends(tokens: &[Token]) -> Option<(usize, usize)> {
    let is = |place: usize, words: &[&str]| match tokens.get(place).map(|token| &token.tok) {
        Some(Tok::Word(letters, _)) => words.contains(&spelled(letters).as_str()),
        _ => false,
    };
    let place = (1..tokens.len())
        .find(|&place| is(place, &["depends", "depend"]) && is(place + 1, &["on"]))?;
    Some((place, place + 1))
}

/// The split tokens of the words between these two, as a range.
pub(super) fn place_of_words(paired: &Paired, from: Span, to: Span) -> (usize, usize) {
    let before = paired
        .tokens
        .iter()
        .position(|token| token.span.start >= from.start);
    let after = paired
        .tokens
        .iter()
        .position(|token| token.span.start >= to.end);
    let end = paired.tokens.len();
    (before.unwrap_or(end), after.unwrap_or(end))
}

/// Refuses a tree that is too deep to be walked.
fn check_depth(statement: Statement) -> Result<Statement, SyntaxError> {
    let mut stack: Vec<(&Expr, usize)> = statement
        .sides()
        .into_iter()
        .map(|side| (side, 1))
        .collect();
    while let Some((expr, depth)) = stack.pop() {
        if depth > Expr::MAX_DEPTH {
            return Err(SyntaxError {
                span: expr.span,
                message: format!(
                    "This is nested more than {} levels deep, which is more than is read.",
                    Expr::MAX_DEPTH
                ),
                help: "Give a part of it a name with `let`, and use the name.".to_owned(),
            });
        }
        stack.extend(expr.children().into_iter().map(|child| (child, depth + 1)));
    }
    Ok(statement)
}
