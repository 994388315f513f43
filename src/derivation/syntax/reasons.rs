//! The rule that a line names: `by chain`.

use super::token::{Bracket, Tok, Token, spelled};
use super::{Rule, SyntaxError};

/// The end of a line's expressions, and the rule named after it.
pub(super) struct Reason {
    pub(super) end: usize,
    pub(super) rule: Option<Rule>,
    pub(super) error: Option<SyntaxError>,
}

/// Finds `by chain`, `by the chain rule` or `(chain rule)` at the end of the tokens.
pub(super) fn reason(text: &str, tokens: &[Token]) -> Reason {
    let none = Reason {
        end: tokens.len(),
        rule: None,
        error: None,
    };
    let by = tokens
        .iter()
        .rposition(|token| word(token).as_deref() == Some("by") && token.spaced);
    if let Some(by) = by.filter(|&by| by > 0 && by + 1 < tokens.len()) {
        let words = &tokens[by + 1..];
        if let Some(rule) = named_rule(text, words) {
            return Reason {
                end: by,
                rule: Some(rule),
                error: None,
            };
        }
        if looks_like_rule(words) {
            return Reason {
                end: by,
                rule: None,
                error: Some(unknown_rule(text, words)),
            };
        }
        return none;
    }
    let open = tokens
        .iter()
        .rposition(|token| token.tok == Tok::Open(Bracket::Round));
    let closed = tokens
        .last()
        .is_some_and(|token| token.tok == Tok::Close(Bracket::Round));
    match open.filter(|&open| closed && open > 0 && open + 2 < tokens.len()) {
        Some(open) => {
            let words = &tokens[open + 1..tokens.len() - 1];
            let rule = words.last().and_then(word).filter(|last| last == "rule");
            match rule.and_then(|_| named_rule(text, words)) {
                Some(rule) => Reason {
                    end: open,
                    rule: Some(rule),
                    error: None,
                },
                None => none,
            }
        }
        None => none,
    }
}

fn word(token: &Token) -> Option<String> {
    match &token.tok {
        Tok::Word(letters, _) => Some(spelled(letters)),
        Tok::Func(builtin) => Some(builtin.name().to_owned()),
        _ => None,
    }
}

/// The first rule of `chain`, `chain and product`, `the product rule, then algebra`.
fn named_rule(text: &str, words: &[Token]) -> Option<Rule> {
    let span = words.first()?.span.to(words.last()?.span);
    let written: String = span
        .of(text)
        .chars()
        .filter(|c| !"{}\\.".contains(*c))
        .collect();
    let mut parts = written
        .split([',', '&', ';'])
        .flat_map(|part| part.split(" and "));
    parts.next().and_then(Rule::find)
}

/// Words and nothing else, the first of them long: somebody names a reason.
fn looks_like_rule(words: &[Token]) -> bool {
    let all_words = words.iter().all(|token| matches!(token.tok, Tok::Word(..)));
    let long = words
        .first()
        .and_then(word)
        .is_some_and(|first| first.chars().count() > 3);
    all_words && long
}

fn unknown_rule(text: &str, words: &[Token]) -> SyntaxError {
    let span = words[0].span.to(words[words.len() - 1].span);
    let names: Vec<&str> = Rule::names().collect();
    SyntaxError {
        span,
        message: format!("`{}` is not a rule that is known here.", span.of(text)),
        help: format!("After `by` one of these can stand: {}.", names.join(", ")),
    }
}
