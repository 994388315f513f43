//! Other ways to write a line, rewritten before it is read: several declarations on one line, `x in R^n`,
//! and `… at x = 3`.

use super::Comparison;
use super::Span;
use super::lines::RawLine;
use super::token::{Bracket, Tok, Token, spelled};

/// The lines that this line stands for: one, or one for each declaration of `let x : R^n, W : R^{m×n}`.
pub(super) fn expand(mut line: RawLine) -> Vec<RawLine> {
    if is_word(line.tokens.first(), "let") {
        line.tokens.iter_mut().for_each(element_of);
        return declarations(line);
    }
    line.tokens = at_point(line.tokens);
    vec![line]
}

fn is_word(token: Option<&Token>, word: &str) -> bool {
    token.is_some_and(
        |token| matches!(&token.tok, Tok::Word(letters, _) if spelled(letters) == word),
    )
}

/// `let x in R^n`
fn element_of(token: &mut Token) {
    if token.spaced && is_word(Some(token), "in") {
        token.tok = Tok::Colon;
    }
}

fn declarations(line: RawLine) -> Vec<RawLine> {
    let colons: Vec<usize> = places(&line.tokens, &Tok::Colon);
    let commas = places(&line.tokens, &Tok::Comma);
    let mut cuts = Vec::new();
    for pair in colons.windows(2) {
        let between = commas
            .iter()
            .find(|&&comma| pair[0] < comma && comma < pair[1]);
        cuts.extend(between.copied());
    }
    let mut lines = Vec::new();
    let mut rest = line.tokens;
    let keyword = rest[0].clone();
    for &cut in cuts.iter().rev() {
        let mut tokens = rest.split_off(cut);
        tokens[0] = keyword.clone();
        tokens[1].spaced = true;
        lines.push(RawLine {
            number: line.number,
            tokens,
        });
    }
    lines.push(RawLine {
        number: line.number,
        tokens: rest,
    });
    lines.reverse();
    lines
}

/// Where a token stands outside all brackets.
fn places(tokens: &[Token], wanted: &Tok) -> Vec<usize> {
    let mut depth = 0;
    let mut places = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        match token.tok {
            Tok::Open(_) => depth += 1,
            Tok::Close(_) => depth -= 1,
            _ if depth == 0 && token.tok == *wanted => places.push(place),
            _ => {}
        }
    }
    places
}

/// `left at x = 3 = right` becomes `(left)|_{x=3} = right`.
fn at_point(tokens: Vec<Token>) -> Vec<Token> {
    let equals = places(&tokens, &Tok::Compare(Comparison::Equal));
    let is_at = |place: &usize| {
        let name = tokens
            .get(place + 1)
            .is_some_and(|t| matches!(&t.tok, Tok::Word(letters, _) if letters.len() == 1));
        tokens[*place].spaced
            && is_word(Some(&tokens[*place]), "at")
            && name
            && equals.contains(&(place + 2))
    };
    let Some(at) = (1..tokens.len()).find(is_at) else {
        return tokens;
    };
    let side = equals
        .iter()
        .rfind(|&&place| place < at)
        .map_or(0, |&place| place + 1);
    let value_end = equals
        .iter()
        .find(|&&place| place > at + 2)
        .copied()
        .unwrap_or(tokens.len());
    let by = (at..value_end)
        .find(|&place| is_word(tokens.get(place), "by"))
        .unwrap_or(value_end);
    if side >= at {
        return tokens;
    }
    let insert = |tok: Tok, place: usize| {
        let start = tokens[place.min(tokens.len() - 1)].span.start;
        Token {
            tok,
            span: Span::new(start, start),
            spaced: false,
        }
    };
    let mut result = tokens[..side].to_vec();
    result.push(insert(Tok::Open(Bracket::Round), side));
    result.extend_from_slice(&tokens[side..at]);
    result.push(insert(Tok::Close(Bracket::Round), at));
    result.push(Token {
        tok: Tok::EvaluationBar,
        ..tokens[at].clone()
    });
    result.push(insert(Tok::Underscore, at + 1));
    result.push(insert(Tok::Open(Bracket::Brace), at + 1));
    result.extend_from_slice(&tokens[at + 1..by]);
    result.push(insert(Tok::Close(Bracket::Brace), by));
    result.extend_from_slice(&tokens[by..]);
    result
}
