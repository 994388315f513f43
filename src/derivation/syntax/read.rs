//! A whole text to a document: line by line, each in the scope of the lines before it.

use std::collections::HashSet;

use super::choices::Choices;
use super::commands::split_fraction_digits;
use super::equations::{self, Form, as_dependence};
use super::lines::{RawLine, lines};
use super::pairs::{Paired, pair};
use super::parser::Parser;
use super::scope::Scope;
use super::statements::{Opening, opening};
use super::token::{Bracket, Tok, Token, spelled};
use super::{
    Document, Expr, Line, Name, Reading, Rule, Span, Statement, SyntaxError, Type, lexer, words,
};

/// The longest text that is read, in bytes.
const MAX_TEXT: usize = 1 << 18;
/// The most tokens of one line.
const MAX_LINE: usize = 8_000;

/// Reads a derivation. Never fails as a whole: what cannot be read is in `errors`, the rest is in `lines`.
///
/// ```
/// use pencilgrad::derivation::syntax::{Statement, parse};
/// let document = parse("let f(x) = (x² + x)³\nf'(x) = 3(x² + x)² · d/dx (x² + x)  by chain\n      = 3(x² + x)² (2x + 1)");
/// assert!(document.errors.is_empty());
/// assert!(matches!(document.lines[2].readings[0].statement, Statement::Step { .. }));
/// ```
pub fn parse(text: &str) -> Document {
    if text.len() > MAX_TEXT {
        let message = format!(
            "The text has {} bytes; at most {MAX_TEXT} are read.",
            text.len()
        );
        let help = "Split it into several derivations.".to_owned();
        let errors = vec![SyntaxError {
            span: Span::new(0, 0),
            message,
            help,
        }];
        return Document {
            lines: Vec::new(),
            errors,
        };
    }
    let (tokens, errors) = lexer::tokens(text);
    let tokens = split_fraction_digits(tokens);
    let mut reader = Reader::new(text, errors, &tokens);
    for line in lines(text, tokens) {
        reader.line(line);
    }
    reader.document.errors.sort_by_key(|error| error.span.start);
    reader.document
}

/// Reads one expression on its own, in its first reading.
///
/// # Errors
/// What could not be read, with places in `text`; also when the text is not one expression.
pub fn parse_expr(text: &str) -> Result<Expr, Vec<SyntaxError>> {
    let mut document = parse(text);
    if !document.errors.is_empty() {
        return Err(document.errors);
    }
    let reading = document
        .lines
        .pop()
        .and_then(|line| line.readings.into_iter().next());
    match reading.map(|reading| reading.statement) {
        Some(Statement::Start(expr)) if document.lines.is_empty() => Ok(expr),
        _ => Err(vec![SyntaxError {
            span: Span::new(0, text.len()),
            message: "One expression was expected.".to_owned(),
            help: "Write something such as x^2 + 1.".to_owned(),
        }]),
    }
}

struct Reader<'t> {
    text: &'t str,
    scope: Scope,
    /// Names that were defined or used so far: an equation does not define them again.
    known: HashSet<String>,
    document: Document,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, errors: Vec<SyntaxError>, tokens: &[Token]) -> Self {
        let mut scope = Scope::default();
        for symbol in primed_functions(tokens) {
            scope.add_function(&symbol);
        }
        let document = Document {
            lines: Vec::new(),
            errors,
        };
        Self {
            text,
            scope,
            known: HashSet::new(),
            document,
        }
    }

    fn line(&mut self, mut raw: RawLine) {
        while raw
            .tokens
            .first()
            .is_some_and(|token| token.tok == Tok::Implies)
        {
            raw.tokens.remove(0);
        }
        let Some(first) = raw.tokens.first() else {
            return;
        };
        let (number, mut span) = (raw.number, raw.span());
        let unknown = raw.tokens.iter().filter(|token| token.tok == Tok::Unknown);
        let reported: Vec<Span> = unknown.map(|token| token.span).collect();
        let readings = if raw.tokens.len() > MAX_LINE {
            let message =
                format!("This line has more than {MAX_LINE} signs, which is more than is read.");
            let help = "Split it into several lines, with names for its parts.".to_owned();
            Err(vec![SyntaxError {
                span: first.span,
                message,
                help,
            }])
        } else {
            self.readings(&raw.tokens)
        };
        span.end = span.end.max(span.start);
        let readings = match readings {
            Ok(readings) if reported.is_empty() => readings,
            Ok(_) => Vec::new(),
            Err(errors) => {
                let new = errors
                    .into_iter()
                    .filter(|error| !reported.contains(&error.span));
                self.document.errors.extend(new);
                Vec::new()
            }
        };
        if let Some(reading) = readings.first() {
            self.remember(&reading.statement);
        }
        self.document.lines.push(Line {
            number,
            span,
            readings,
        });
    }

    fn readings(&mut self, tokens: &[Token]) -> Result<Vec<Reading>, Vec<SyntaxError>> {
        let opening = opening(tokens);
        let after_keyword = &tokens[usize::from(opening != Opening::Equation)..];
        match opening {
            Opening::Problem => {
                let id = self.written(after_keyword).trim().to_owned();
                return Ok(vec![plain(Statement::Problem(id))]);
            }
            Opening::Let => self.announce(after_keyword),
            _ => {}
        }
        let reason = equations::reason(self.text, after_keyword);
        let (from, to) = depends(after_keyword).unwrap_or((reason.end, reason.end));
        let paired = pair(words::split(&after_keyword[..reason.end], &self.scope))?;
        let dependence = depends(&after_keyword[..reason.end])
            .map(|_| place_of_words(&paired, after_keyword[from].span, after_keyword[to].span));
        let line = LineToRead {
            paired,
            opening,
            rule: reason.rule,
            dependence,
            known: &self.known,
            text: self.text,
        };
        let readings = line.readings(&self.scope)?;
        match reason.error {
            Some(error) => Err(vec![error]),
            None => Ok(readings),
        }
    }

    fn written(&self, tokens: &[Token]) -> &'t str {
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.span.to(last.span).of(self.text),
            _ => "",
        }
    }

    /// Makes the words after `let` names before the line is read.
    fn announce(&mut self, tokens: &[Token]) {
        for (place, token) in tokens.iter().enumerate() {
            match &token.tok {
                Tok::Word(letters, _) => {
                    let word = spelled(letters);
                    if word == "depends" || word == "depend" {
                        return;
                    }
                    self.announce_word(&word, tokens.get(place + 1));
                }
                Tok::Comma | Tok::Open(Bracket::Round) | Tok::Close(Bracket::Round) => {}
                Tok::Underscore
                | Tok::Caret
                | Tok::Number(_)
                | Tok::Name(_)
                | Tok::Open(_)
                | Tok::Close(_) => {}
                _ => return,
            }
        }
    }

    fn announce_word(&mut self, word: &str, next: Option<&Token>) {
        let layered = next.is_some_and(|next| next.tok == Tok::Caret);
        if layered {
            self.scope.add_layered(word);
        }
        let single = word.chars().count() == 1;
        if !single
            && super::Builtin::find(word).is_none()
            && super::chars::GREEK.iter().all(|(name, _)| *name != word)
        {
            self.scope.add_value(word);
        }
    }

    fn remember(&mut self, statement: &Statement) {
        match statement {
            Statement::Declaration { names, ty } => {
                for name in names {
                    self.declare(name, ty);
                }
            }
            Statement::Dependence { names, on } => {
                names
                    .iter()
                    .for_each(|name| self.scope.add_dependent(&name.symbol));
                on.iter()
                    .for_each(|name| self.scope.add_value(&name.symbol));
            }
            Statement::Definition {
                name, parameters, ..
            } => {
                self.known.insert(name.symbol.clone());
                match parameters.is_empty() {
                    true => self.scope.add_value(&name.symbol),
                    false => self.scope.add_function(&name.symbol),
                }
            }
            Statement::Start(_) | Statement::Step { .. } | Statement::Claim { .. } => {
                for side in statement.sides() {
                    side.walk(&mut |expr| self.use_name(expr));
                }
            }
            _ => {}
        }
    }

    fn declare(&mut self, name: &Name, ty: &Type) {
        match ty {
            Type::Function(..) => self.scope.add_function(&name.symbol),
            _ => self.scope.add_value(&name.symbol),
        }
        if matches!(ty, Type::Vector(_) | Type::Matrix(..) | Type::Symmetric(_)) {
            self.scope.add_matrices();
        }
        if name.layer.is_some() {
            self.scope.add_layered(&name.symbol);
        }
    }

    fn use_name(&mut self, expr: &Expr) {
        if let super::Kind::Name(name) = &expr.kind {
            self.known.insert(name.symbol.clone());
        }
    }
}

/// Everything needed to read one line in any of its readings.
struct LineToRead<'t> {
    text: &'t str,
    paired: Paired,
    opening: Opening,
    rule: Option<Rule>,
    /// Where `depends on` begins and ends, in the split tokens.
    dependence: Option<(usize, usize)>,
    known: &'t HashSet<String>,
}

impl LineToRead<'_> {
    fn readings(&self, scope: &Scope) -> Result<Vec<Reading>, Vec<SyntaxError>> {
        let (first, choices) = self.read(scope, Choices::default());
        let mut readings: Vec<Reading> = Vec::new();
        let mut errors = None;
        match first {
            Ok(statement) => readings.push(Reading {
                statement,
                notes: choices.notes(),
            }),
            Err(found) => errors = Some(found),
        }
        for other in choices.alternatives() {
            let (result, choices) = self.read(scope, other);
            if let Ok(statement) = result
                && readings
                    .iter()
                    .all(|reading| reading.statement != statement)
            {
                readings.push(Reading {
                    statement,
                    notes: choices.notes(),
                });
            }
        }
        match errors {
            Some(errors) if readings.is_empty() => Err(errors),
            _ => Ok(readings),
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
        let step = parser.peek_tok().is_some_and(super::statements::is_equals);
        let form = if step { Form::Step } else { Form::Plain };
        let defines = parser.defined_name().is_some_and(|(symbol, call)| {
            let new = !self.known.contains(symbol);
            new && (call || parser.right_side_defines(symbol))
        });
        parser.equation(form, self.rule, defines && !step)
    }

    fn has_equals(&self) -> bool {
        self.paired
            .tokens
            .iter()
            .any(|token| super::statements::is_equals(&token.tok))
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

fn plain(statement: Statement) -> Reading {
    let notes = Vec::new();
    Reading { statement, notes }
}

/// Where the words `depends` and `on` stand.
fn depends(tokens: &[Token]) -> Option<(usize, usize)> {
    let is = |place: usize, words: &[&str]| match tokens.get(place).map(|token| &token.tok) {
        Some(Tok::Word(letters, _)) => words.contains(&spelled(letters).as_str()),
        _ => false,
    };
    let place = (1..tokens.len())
        .find(|&place| is(place, &["depends", "depend"]) && is(place + 1, &["on"]))?;
    Some((place, place + 1))
}

/// The split tokens of the words between these two, as a range.
fn place_of_words(paired: &Paired, from: Span, to: Span) -> (usize, usize) {
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

/// Names that are called with a prime somewhere, `f'(…)`: they are functions.
fn primed_functions(tokens: &[Token]) -> Vec<String> {
    let calls = tokens.windows(3).filter_map(|window| match window {
        [word, primes, open] => match (&word.tok, &primes.tok, &open.tok) {
            (Tok::Word(letters, _), Tok::Primes(_), Tok::Open(Bracket::Round)) => {
                Some(spelled(&letters[letters.len() - 1..]))
            }
            (Tok::Name(symbol), Tok::Primes(_), Tok::Open(Bracket::Round)) => Some(symbol.clone()),
            _ => None,
        },
        _ => None,
    });
    calls.filter(|symbol| symbol != "σ").collect()
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
