//! The arguments of `\frac12`.

use super::Span;
use super::token::{Tok, Token};

/// `\frac12` is one half: the arguments of a fraction are single digits unless braces hold them together.
pub(super) fn split_fraction_digits(tokens: Vec<Token>) -> Vec<Token> {
    let mut wanted: Vec<u8> = vec![0];
    let mut result = Vec::with_capacity(tokens.len());
    for token in tokens {
        let last = wanted.len() - 1;
        let top = &mut wanted[last];
        match &token.tok {
            Tok::Frac => *top = top.saturating_sub(1).saturating_add(2),
            Tok::Open(_) => {
                *top = top.saturating_sub(1);
                wanted.push(0);
            }
            Tok::Close(_) if last > 0 => {
                wanted.pop();
            }
            Tok::Number(digits) if *top > 0 => {
                split_digits(&token, digits, top, &mut result);
                continue;
            }
            _ => *top = top.saturating_sub(1),
        }
        result.push(token);
    }
    result
}

fn split_digits(token: &Token, digits: &str, wanted: &mut u8, result: &mut Vec<Token>) {
    let plain = digits.bytes().all(|b| b.is_ascii_digit())
        && digits.len() == token.span.end - token.span.start;
    let singles = if plain {
        usize::from(*wanted).min(digits.len() - 1)
    } else {
        0
    };
    let mut emit = |from: usize, to: usize| {
        let start = token.span.start;
        let span = if plain {
            Span::new(start + from, start + to)
        } else {
            token.span
        };
        let spaced = token.spaced && from == 0;
        let tok = Tok::Number(digits[from..to].to_owned());
        result.push(Token { tok, span, spaced });
    };
    for digit in 0..singles {
        emit(digit, digit + 1);
    }
    emit(singles, digits.len());
    *wanted = wanted.saturating_sub(singles as u8).saturating_sub(1);
}
