//! The LaTeX half of the lexer: commands, invisible braces, environments.

use super::chars;
use super::latex::{self, Command};
use super::lexer::Lexer;
use super::token::{Bracket, Environment, Letter, Tok};
use super::{Constant, Span};

impl Lexer<'_> {
    pub(super) fn open_brace(&mut self) {
        let start = self.at;
        self.at += 1;
        self.braces.push(false);
        self.push(Tok::Open(Bracket::Brace), start);
    }

    /// A closing brace; one that closes a font's group disappears with it.
    pub(super) fn close_brace(&mut self) {
        let start = self.at;
        self.at += 1;
        if self.braces.pop() == Some(true) {
            self.upright = false;
        } else {
            self.push(Tok::Close(Bracket::Brace), start);
        }
    }

    /// A backslash and what follows it.
    pub(super) fn command(&mut self) {
        let start = self.at;
        self.at += 1;
        let rest = self.rest();
        let line_end = rest.split('\n').next().unwrap_or("");
        if line_end.trim().is_empty() {
            self.at += line_end.len();
            self.push(Tok::Continuation, start);
            return;
        }
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let length = match letters {
            0 => rest.chars().next().map_or(0, char::len_utf8),
            _ => letters + usize::from(rest[letters..].starts_with('*')),
        };
        let name = rest[..length].to_owned();
        self.at += length;
        self.meaning(&name, start);
    }

    fn meaning(&mut self, name: &str, start: usize) {
        match latex::command(name.trim_end_matches('*')) {
            Command::Token(tok) => self.push(tok, start),
            Command::Ignored => self.spaced = true,
            Command::IgnoredWithGroup => {
                self.group_text();
                self.spaced = true;
            }
            Command::Delimiter => self.delimiter(name, start),
            Command::Font => self.font(start, false),
            Command::Upright => self.font(start, true),
            Command::Letter(letter) => {
                let letters = vec![self.letter(letter, None, start)];
                self.push(Tok::Word(letters, false), start);
            }
            Command::Accent(mark) => self.accent(mark, name, start),
            Command::Environment(end) => self.environment(end, start),
            Command::Unknown => self.error(
                start,
                format!("The command `\\{name}` is not one that is read here."),
                unknown_help(name),
            ),
        }
    }

    fn letter(&self, base: char, accent: Option<char>, start: usize) -> Letter {
        let span = Span::new(start, self.at);
        Letter { base, accent, span }
    }

    fn skip_spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t']).len();
    }

    /// The text of the brace group that follows, without its braces; it is skipped.
    fn group_text(&mut self) -> Option<String> {
        self.skip_spaces();
        let inside = self.rest().strip_prefix('{')?;
        let length = inside.find(['}', '\n'])?;
        let text = inside[..length].to_owned();
        self.at += length + 1;
        self.at += usize::from(self.rest().starts_with('}'));
        Some(text)
    }

    /// `\mathbf{x}` is x, `\mathbf{1}` the vector of ones, `\operatorname{tr}` one word.
    fn font(&mut self, start: usize, upright: bool) {
        self.skip_spaces();
        let Some(inside) = self.rest().strip_prefix('{') else {
            self.switch_font(start);
            return;
        };
        if !upright && inside.starts_with("1}") {
            self.at += 3;
            self.push(Tok::Constant(Constant::Ones(None)), start);
            return;
        }
        self.at += 1;
        self.braces.push(true);
        self.upright = upright;
    }

    /// `{\rm e}`: the braces around a change of font disappear with it.
    fn switch_font(&mut self, start: usize) {
        let switched = self.text[..start].trim_end().ends_with('{')
            && self
                .tokens
                .last()
                .is_some_and(|t| t.tok == Tok::Open(Bracket::Brace));
        if let (true, Some(brace)) = (switched, self.braces.last_mut()) {
            *brace = true;
            self.tokens.pop();
            self.upright = true;
        }
    }

    /// `\left(`: only the bracket counts, except that a bar now has a side and a dot is nothing.
    fn delimiter(&mut self, name: &str, start: usize) {
        self.skip_spaces();
        let left = name == "left" || name.ends_with('l');
        let right = name == "right" || name.ends_with('r');
        let dot = self.rest().starts_with('.');
        self.at += usize::from(dot);
        let opened_by_dot = match name {
            "left" => {
                self.lefts.push(dot);
                false
            }
            "right" => self.lefts.pop().unwrap_or(false),
            _ => false,
        };
        if left && self.cases_begin() {
            return;
        }
        let Some((bracket, length)) = self.bar() else {
            return;
        };
        let tok = match bracket {
            Bracket::Abs if opened_by_dot => Tok::EvaluationBar,
            bracket if left => Tok::Open(bracket),
            bracket if right => Tok::Close(bracket),
            _ => return,
        };
        self.at += length;
        self.push(tok, start);
    }

    /// `\left\{ \begin{array}` begins a definition by cases; the brace is taken.
    fn cases_begin(&mut self) -> bool {
        let array = self
            .rest()
            .strip_prefix("\\{")
            .is_some_and(|rest| rest.trim_start().starts_with("\\begin{"));
        if array {
            self.at += 2;
            self.left_brace = true;
        }
        array
    }

    fn bar(&self) -> Option<(Bracket, usize)> {
        let bars = [
            ("||", Bracket::Norm),
            ("|", Bracket::Abs),
            ("\\|", Bracket::Norm),
            ("\\Vert", Bracket::Norm),
            ("\\vert", Bracket::Abs),
            ("‖", Bracket::Norm),
        ];
        let found = bars.iter().find(|(bar, _)| self.rest().starts_with(bar));
        found.map(|&(bar, bracket)| (bracket, bar.len()))
    }

    /// `\hat{y}` or `\hat y`: one letter with a mark.
    fn accent(&mut self, mark: char, name: &str, start: usize) {
        self.skip_spaces();
        let from = self.at;
        let braced = self.rest().starts_with('{');
        let text = if braced {
            self.group_text()
        } else {
            let rest = self.rest();
            let command = rest
                .strip_prefix('\\')
                .map(|rest| 1 + rest.bytes().take_while(u8::is_ascii_alphabetic).count());
            let length = command.or_else(|| rest.chars().next().map(char::len_utf8));
            let text = length.map(|length| rest[..length].to_owned());
            self.at += length.unwrap_or(0);
            text
        };
        match text.as_deref().and_then(single_letter) {
            Some(base) => {
                let letters = vec![self.letter(base, Some(mark), start)];
                self.push(Tok::Word(letters, false), start);
            }
            None => {
                self.at = self.at.max(from);
                let message = format!("`\\{name}` can stand over one letter only.");
                self.error(start, message, "Write \\hat{y}, or yhat in plain text.");
            }
        }
    }

    pub(super) fn environment(&mut self, end: bool, start: usize) {
        let name = self.group_text().unwrap_or_default();
        match latex::environment(name.trim()) {
            Ok(Some(environment)) if end => {
                let begun = self.environments.pop().unwrap_or(environment);
                self.push(Tok::End(begun), start);
            }
            Ok(Some(environment)) => {
                if name == "array" {
                    self.group_text();
                }
                let cases = std::mem::replace(&mut self.left_brace, false);
                let environment = if cases {
                    Environment::Cases
                } else {
                    environment
                };
                self.environments.push(environment);
                self.push(Tok::Begin(environment), start);
            }
            Ok(None) => self.spaced = true,
            Err(()) => self.error(
                start,
                format!("The environment `{name}` is not read here."),
                "Matrices (pmatrix, bmatrix), cases, align and equation are.",
            ),
        }
    }
}

/// The letter that a group such as `y`, `\theta` or `\mathbf{y}` consists of.
fn single_letter(text: &str) -> Option<char> {
    let text = text.trim();
    let inner = text.rsplit(['{', ' ']).next().unwrap_or(text);
    if let Some(command) = inner.strip_prefix('\\') {
        return match latex::command(command) {
            Command::Token(Tok::Name(symbol)) => symbol.chars().next(),
            _ => None,
        };
    }
    let mut letters = inner.chars();
    let first = letters.next().map(chars::plain)?;
    if chars::superscript(first)
        .or(chars::subscript(first))
        .is_some()
    {
        return None;
    }
    (letters.next().is_none() && first.is_alphabetic()).then_some(first)
}

fn unknown_help(name: &str) -> &'static str {
    match name {
        "int" | "iint" | "oint" => "An antiderivative is claimed by its derivative: d/dx (F) = f.",
        "dots" | "ldots" | "cdots" | "vdots" => "Write the sum or product with \\sum or \\prod.",
        "dv" | "pdv" => "Write \\frac{d}{dx}.",
        _ => {
            "Write it without a backslash, or with a command such as \\frac, \\sqrt, \\sin, \\partial."
        }
    }
}
