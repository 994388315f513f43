//! A whole text to a document: line by line, each in the scope of the lines before it.

use std::collections::HashSet;

use super::digits::split_fraction_digits;
use super::line_reading::{LineToRead, depends, place_of_words, plain};
use super::lines::{RawLine, lines};
use super::pairs::pair;
use super::reasons;
use super::scope::Scope;
use super::statements::{Opening, opening};
use super::token::{Bracket, Tok, Token, spelled};
use super::{Document, Expr, Line, Reading, Span, Statement, SyntaxError, lexer, sugar, words};

/// The longest text that is read, in bytes.
const MAX_TEXT: usize = 1 << 18;
/// The most errors that are shown.
const MAX_ERRORS: usize = 100;
/// The most signs and letters of one line.
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
    for line in lines(text, tokens).into_iter().flat_map(sugar::expand) {
        reader.line(line);
    }
    let mut document = reader.document;
    document.errors.sort_by_key(|error| error.span.start);
    keep_first_errors(&mut document.errors);
    document
}

/// Nobody mends more than a hundred errors at once; the last one says that there are more.
fn keep_first_errors(errors: &mut Vec<SyntaxError>) {
    if errors.len() > MAX_ERRORS {
        errors.truncate(MAX_ERRORS);
        if let Some(last) = errors.last_mut() {
            last.message = "There are more errors from here on, which are not shown.".to_owned();
            last.help = "Mend the ones before this first.".to_owned();
        }
    }
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

/// Where reading stands: what is known and what was read.
pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) scope: Scope,
    /// Names that were defined or used so far: an equation does not define them again.
    pub(super) known: HashSet<String>,
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
        let after = self.document.lines.last().map_or(0, |line| line.span.end);
        let (number, span) = (raw.number, raw.span(self.text, after));
        let unknown = raw.tokens.iter().filter(|token| token.tok == Tok::Unknown);
        let reported: Vec<Span> = unknown.map(|token| token.span).collect();
        let letters = raw.tokens.iter().map(|token| match &token.tok {
            Tok::Word(letters, _) => letters.len(),
            _ => 1,
        });
        let readings = if letters.sum::<usize>() > MAX_LINE {
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
        let reason = reasons::reason(self.text, after_keyword);
        let (from, to) = depends(after_keyword).unwrap_or((reason.end, reason.end));
        let paired = pair(words::split(&after_keyword[..reason.end], &self.scope))?;
        let dependence = depends(&after_keyword[..reason.end])
            .map(|_| place_of_words(&paired, after_keyword[from].span, after_keyword[to].span));
        let remarks = match opening {
            Opening::Equation => words::taken_apart(&after_keyword[..reason.end], &self.scope),
            _ => Vec::new(),
        };
        let line = LineToRead {
            paired,
            remarks,
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
