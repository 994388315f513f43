//! Text to tokens: characters, numbers, words, comments. LaTeX commands are read in `commands`.

use super::chars;
use super::token::{Environment, Tok, Token};
use super::{Comparison, Span, SyntaxError};

/// The lexer: where it is and what it has made.
pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) tokens: Vec<Token>,
    pub(super) errors: Vec<SyntaxError>,
    pub(super) spaced: bool,
    /// For each open brace, whether it was left out because it belongs to a font.
    pub(super) braces: Vec<bool>,
    /// For each open `\left`, whether a dot followed.
    pub(super) lefts: Vec<bool>,
    /// The open environments. One that begins with `\left\{` is a definition by cases, whatever its name.
    pub(super) environments: Vec<Environment>,
    pub(super) left_brace: bool,
    /// Whether the next word is one word for sure: inside `\operatorname{…}`.
    pub(super) upright: bool,
}

/// All tokens of a text, `Newline`s included, and what could not be read.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Vec<SyntaxError>) {
    let mut lexer = Lexer {
        text,
        at: 0,
        tokens: Vec::new(),
        errors: Vec::new(),
        spaced: true,
        braces: Vec::new(),
        lefts: Vec::new(),
        environments: Vec::new(),
        left_brace: false,
        upright: false,
    };
    while let Some(c) = lexer.peek() {
        lexer.next(c);
    }
    (lexer.tokens, lexer.errors)
}

impl Lexer<'_> {
    pub(super) fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn push(&mut self, tok: Tok, start: usize) {
        let span = Span::new(start, self.at);
        let spaced = std::mem::replace(&mut self.spaced, false);
        self.tokens.push(Token { tok, span, spaced });
    }

    pub(super) fn error(&mut self, start: usize, message: String, help: &str) {
        self.errors.push(SyntaxError {
            span: Span::new(start, self.at),
            message,
            help: help.to_owned(),
        });
        self.push(Tok::Unknown, start);
    }

    fn next(&mut self, c: char) {
        let start = self.at;
        let mapped = chars::plain(c);
        match mapped {
            '\n' => {
                self.at += 1;
                self.push(Tok::Newline, start);
                self.spaced = true;
                self.upright = false;
            }
            '$' | '~' => self.skip(c),
            _ if mapped.is_whitespace() || is_invisible(mapped) => self.skip(c),
            '\\' => self.command(),
            '#' => self.comment(),
            '%' if self.spaced => self.comment(),
            '-' if self.spaced && self.starts_comment() => self.comment(),
            '{' => self.open_brace(),
            '}' => self.close_brace(),
            '_' => self.underscores(),
            '0'..='9' => self.number(),
            '.' if self.digit_after(c) => self.number(),
            '.' if self.ends_sentence() => self.skip(c),
            _ => self.sign_or_letter(c, mapped),
        }
    }

    pub(super) fn skip(&mut self, c: char) {
        self.at += c.len_utf8();
        self.spaced = true;
    }

    fn starts_comment(&self) -> bool {
        let after = self.rest().strip_prefix("--");
        after.is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace))
    }

    fn comment(&mut self) {
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
    }

    fn digit_after(&self, c: char) -> bool {
        let next = self.rest()[c.len_utf8()..].chars().next();
        next.is_some_and(|next| chars::plain(next).is_ascii_digit())
    }

    /// Whether this full stop only ends a displayed formula.
    fn ends_sentence(&self) -> bool {
        let line = self.rest()[1..].split('\n').next().unwrap_or("");
        line.trim_matches(|c: char| c.is_whitespace() || "$\\]}".contains(c))
            .is_empty()
    }

    fn underscores(&mut self) {
        let start = self.at;
        let count = self.rest().bytes().take_while(|&b| b == b'_').count();
        self.at += count;
        let tok = if count > 1 {
            Tok::Blank
        } else {
            Tok::Underscore
        };
        self.push(tok, start);
    }

    /// `12`, `0.5`, `.5`, `1e-8`. A number too large for the machine is an error, not infinity.
    fn number(&mut self) {
        let start = self.at;
        let mut digits = String::new();
        self.digits(&mut digits);
        if self.peek().map(chars::plain) == Some('.') && !digits.is_empty() || digits.is_empty() {
            self.at += self.peek().map_or(0, char::len_utf8);
            digits.push('.');
            self.digits(&mut digits);
        }
        self.exponent(&mut digits);
        if digits.parse::<f64>().is_ok_and(f64::is_finite) {
            self.push(Tok::Number(digits), start);
        } else {
            self.error(
                start,
                "This number is too large to compute with.".to_owned(),
                "Numbers up to about 10^308 can be used.",
            );
        }
    }

    fn digits(&mut self, digits: &mut String) {
        while let Some(c) = self.peek().filter(|&c| chars::plain(c).is_ascii_digit()) {
            digits.push(chars::plain(c));
            self.at += c.len_utf8();
        }
    }

    /// `e-8` or `E9` straight after the digits. `2e^x` and `2e` are products.
    fn exponent(&mut self, digits: &mut String) {
        let rest = self.rest();
        let Some(after) = rest.strip_prefix(['e', 'E']) else {
            return;
        };
        let sign = after.strip_prefix(['-', '+', '−']).unwrap_or(after);
        let count = sign.bytes().take_while(u8::is_ascii_digit).count();
        let letter_follows = sign[count..].starts_with(|c: char| c.is_alphabetic() || c == '^');
        if count == 0 || letter_follows {
            return;
        }
        let negative = after.starts_with(['-', '−']);
        digits.push_str(if negative { "e-" } else { "e" });
        digits.push_str(&sign[..count]);
        self.at += rest.len() - sign.len() + count;
    }

    fn sign_or_letter(&mut self, c: char, mapped: char) {
        let start = self.at;
        if let Some(tok) = self.long_sign() {
            self.push(tok, start);
        } else if chars::fraction(c).is_some() {
            self.at += c.len_utf8();
            self.push(Tok::Number(c.to_string()), start);
        } else if chars::superscript(c).is_some() {
            self.script(Tok::Caret, chars::superscript);
        } else if chars::subscript(c).is_some() {
            self.script(Tok::Underscore, chars::subscript);
        } else if c == '∛' {
            self.at += c.len_utf8();
            self.push(Tok::Func(super::Builtin::Cbrt), start);
        } else if let Some(tok) = chars::sign(mapped).or_else(|| chars::sign(c)) {
            self.at += c.len_utf8();
            self.push(tok, start);
        } else if mapped.is_alphabetic() {
            self.word();
        } else {
            self.at += c.len_utf8();
            self.unknown(c, start);
        }
    }

    /// Signs of two characters.
    fn long_sign(&mut self) -> Option<Tok> {
        let (sign, tok) = [
            ("**", Tok::Caret),
            ("<=", Tok::Compare(Comparison::LessOrEqual)),
            (">=", Tok::Compare(Comparison::GreaterOrEqual)),
            ("!=", Tok::Compare(Comparison::NotEqual)),
            ("->", Tok::Arrow),
            ("=>", Tok::Implies),
            ("~=", Tok::Approx),
            ("||", Tok::DoubleBar(true)),
        ]
        .into_iter()
        .find(|(sign, _)| self.rest().starts_with(sign))?;
        self.at += sign.len();
        Some(tok)
    }

    fn unknown(&mut self, c: char, start: usize) {
        let shown = if c.is_control() {
            format!("U+{:04X}", u32::from(c))
        } else {
            format!("`{c}`")
        };
        let help = match c {
            '∫' => "An antiderivative is claimed by its derivative: d/dx (F) = f.",
            '?' => "A blank to fill in is written ___.",
            '@' => "A matrix product is written A B or A·B, an entry-wise one A ⊙ B.",
            _ => "Letters, numbers, + - * / ^ ' and brackets can be used, and LaTeX commands.",
        };
        self.error(
            start,
            format!("The character {shown} has no meaning here."),
            help,
        );
    }
}

/// Marks that are not seen: joiners, direction marks, the byte order mark, invisible operators.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{AD}')
}
