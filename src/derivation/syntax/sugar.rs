//! Other ways to write a line, rewritten before it is read: several declarations on one line, `x in R^n`,
//! and `… at x = 3`.

use super::Comparison;
use super::Span;
use super::lines::RawLine;
use super::token::{Bracket, Letter, Tok, Token, spelled};

/// The lines that this line stands for: one; or one for each declaration of `let x : R^n, W : R^{m×n}`; or one for
/// each equation of `f(x) = x^2, f'(x) = 2x`.
pub(super) fn expand(line: RawLine) -> Vec<RawLine> {
    let parts = equations(line).into_iter().map(with_let);
    parts.flat_map(expand_one).collect()
}

fn expand_one(mut line: RawLine) -> Vec<RawLine> {
    if is_word(line.tokens.first(), "let") {
        line.tokens.iter_mut().for_each(element_of);
        return declarations(line);
    }
    line.tokens = at_point(line.tokens);
    vec![line]
}

/// Splits at `⇒`, and at commas and semicolons when an equation stands on either side.
fn equations(line: RawLine) -> Vec<RawLine> {
    let keyword = ["let", "assume", "problem", "layout"]
        .iter()
        .any(|word| is_word(line.tokens.first(), word));
    let equals = places(&line.tokens, &Tok::Compare(Comparison::Equal));
    let separators = [Tok::Comma, Tok::Semicolon]
        .iter()
        .flat_map(|tok| places(&line.tokens, tok));
    let separates = |comma: &usize| {
        let before = equals.iter().any(|equal| equal < comma);
        before && equals.iter().any(|equal| equal > comma)
    };
    let mut cuts: Vec<usize> = separators
        .filter(|comma| !keyword && separates(comma))
        .collect();
    cuts.extend(places(&line.tokens, &Tok::Implies));
    cuts.sort_unstable();
    let mut lines = Vec::new();
    let mut rest = line.tokens;
    for &cut in cuts.iter().rev() {
        let mut tokens = rest.split_off(cut);
        tokens.remove(0);
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
    lines.retain(|line| !line.tokens.is_empty());
    lines
}

/// `x ∈ R^n` and `f : R → R` declare without `let`.
fn with_let(mut line: RawLine) -> RawLine {
    let colon = places(&line.tokens, &Tok::Colon).first().copied();
    let ty = colon.and_then(|colon| line.tokens.get(colon + 1));
    let declares = ["R", "N", "Z", "sym"].iter().any(|word| is_word(ty, word));
    if declares && !is_word(line.tokens.first(), "let") {
        let span = Span::new(line.tokens[0].span.start, line.tokens[0].span.start);
        let letter = |base| Letter {
            base,
            accent: None,
            span,
        };
        let tok = Tok::Word("let".chars().map(letter).collect(), true);
        line.tokens[0].spaced = true;
        line.tokens.insert(
            0,
            Token {
                tok,
                span,
                spaced: true,
            },
        );
    }
    line
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
