//! Words, and the characters that are set above and below.

use super::Span;
use super::chars;
use super::lexer::Lexer;
use super::token::{Bracket, Letter, Tok, Token};

impl Lexer<'_> {
    /// A run of superscript or subscript characters, as `^{…}` or `_{…}`. `ᵀ` is a transpose of its own.
    pub(super) fn script(&mut self, opener: Tok, meaning: fn(char) -> Option<char>) {
        let start = self.at;
        let mut meant = String::new();
        let mut places = Vec::new();
        while let Some((c, plain)) = self.peek().and_then(|c| Some((c, meaning(c)?))) {
            if c == 'ᵀ' {
                break;
            }
            places.push(Span::new(self.at, self.at + c.len_utf8()));
            meant.push(plain);
            self.at += c.len_utf8();
        }
        if !meant.is_empty() {
            self.push(opener, start);
            self.script_tokens(&meant, &places);
        }
        if meaning('ᵀ').is_some() && self.peek() == Some('ᵀ') {
            let start = self.at;
            self.at += 'ᵀ'.len_utf8();
            self.push(Tok::Transposed, start);
        }
    }

    fn script_tokens(&mut self, meant: &str, places: &[Span]) {
        use Bracket::Brace;
        let (first, last) = (places[0].start, self.at);
        let mut emit = |tok, span| {
            let spaced = false;
            self.tokens.push(Token { tok, span, spaced });
        };
        emit(Tok::Open(Brace), Span::new(first, first));
        let mut from = 0;
        let characters: Vec<char> = meant.chars().collect();
        while from < characters.len() {
            let c = characters[from];
            let run = characters[from..]
                .iter()
                .take_while(|next| c.is_ascii_digit() && next.is_ascii_digit())
                .count()
                .max(1);
            let span = places[from].to(places[from + run - 1]);
            let tok = if c.is_ascii_digit() {
                Tok::Number(characters[from..from + run].iter().collect())
            } else if let Some(tok) = chars::sign(c) {
                tok
            } else {
                let (base, accent) = (c, None);
                Tok::Word(vec![Letter { base, accent, span }], false)
            };
            emit(tok, span);
            from += run;
        }
        emit(Tok::Close(Brace), Span::new(last, last));
    }

    /// A run of letters with their accents.
    pub(super) fn word(&mut self) {
        let start = self.at;
        let mut letters: Vec<Letter> = Vec::new();
        while let Some(c) = self.peek() {
            let mapped = chars::plain(c);
            let from = self.at;
            if chars::is_accent(c) && !letters.is_empty() {
                self.at += c.len_utf8();
                let last = letters.len() - 1;
                letters[last].accent = Some(if c == '\u{305}' { '\u{304}' } else { c });
                letters[last].span.end = self.at;
                continue;
            }
            let scripted = chars::superscript(c).is_some() || chars::subscript(c).is_some();
            if !mapped.is_alphabetic()
                || scripted
                || chars::sign(mapped).is_some_and(|tok| !is_pi(&tok))
            {
                break;
            }
            self.at += c.len_utf8();
            let span = Span::new(from, self.at);
            let (base, accent) = match chars::decomposed(mapped) {
                Some((base, mark)) => (base, Some(mark)),
                None => (mapped, None),
            };
            letters.push(Letter { base, accent, span });
        }
        let whole = self.upright && letters.len() > 1 && !is_differential(&letters);
        self.push(Tok::Word(letters, whole), start);
    }
}

fn is_pi(tok: &Tok) -> bool {
    matches!(tok, Tok::Name(_))
}

/// `dx` set upright is a differential, not a word.
fn is_differential(letters: &[Letter]) -> bool {
    letters.len() == 2 && letters[0].base == 'd'
}
