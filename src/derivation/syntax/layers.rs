//! What stands above a name and is no power: the L of `a^L`, the 2 of `z^{(2)}`.

use super::choices::Doubt;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Expr, Kind, Name, Number, Sign};

/// What stands above a name, and where it ends.
struct Above {
    text: String,
    /// In brackets of its own, as in `a^{(2)}`.
    bracketed: bool,
    /// The token after it.
    after: usize,
}

impl Parser<'_> {
    /// A layer, taken if there is one: always where the name is declared with one, where brackets or an index after
    /// it show it, and for the letters l and L.
    pub(super) fn layer(&mut self, start: usize, symbol: &str) -> Option<String> {
        let above = self.above().filter(|_| !self.scope.is_function(symbol))?;
        let next = self
            .line
            .tokens
            .get(above.after)
            .filter(|_| above.after < self.end);
        let next_is = |tok: &Tok| next.is_some_and(|next| next.tok == *tok);
        if above.text == "T" && !above.bracketed {
            return None;
        }
        let indexed =
            next_is(&Tok::Underscore) && !above.text.starts_with(|c: char| c.is_ascii_digit());
        let counts = above.text.starts_with(|c: char| c.is_ascii_digit());
        let called = next_is(&Tok::Open(Bracket::Round))
            && (counts || self.looks_like_function(&Name::new(symbol)));
        let sure = self.scope.is_layered(symbol) || indexed;
        let likely = if above.bracketed {
            self.can_be_layer(&above.text) && !called
        } else {
            self.is_layer_letter(&above.text)
        };
        if sure || likely && !self.power_instead(start, symbol, &above) {
            self.at = above.after;
            return Some(above.text);
        }
        None
    }

    fn can_be_layer(&self, text: &str) -> bool {
        text.chars().all(char::is_alphanumeric) || self.is_layer_letter(text)
    }

    /// `l`, `L`, `l-1`: letters that count layers unless they are quantities of this derivation.
    fn is_layer_letter(&self, text: &str) -> bool {
        ["l", "L"].iter().any(|letter| {
            let rest = text.strip_prefix(letter);
            let shift = |rest: &str| rest.is_empty() || rest.starts_with(['+', '-']);
            rest.is_some_and(shift) && !self.scope.is_value(letter)
        })
    }

    fn power_instead(&mut self, start: usize, symbol: &str, above: &Above) -> bool {
        let written = self.written(start, above.after);
        let text = &above.text;
        let first = format!("`{written}` is read as {symbol} of layer {text}, not as a power.");
        let other = format!("`{written}` is read as a power.");
        let span = self.line.tokens[start]
            .span
            .to(self.line.tokens[above.after - 1].span);
        self.choose(Doubt::Layer, start, span, first, other)
    }

    /// What `^` puts above the name before it, if that could be a layer.
    fn above(&self) -> Option<Above> {
        if !self.next_is(&Tok::Caret) {
            return None;
        }
        let place = self.at + 1;
        if !matches!(self.ahead(1)?.tok, Tok::Open(Bracket::Brace)) {
            let text = self.layer_text(place, place + 1)?;
            return Some(Above {
                text,
                bracketed: false,
                after: place + 1,
            });
        }
        let close = self.line.partner[place];
        let (from, to) = (place + 1, close);
        let opens = |tok: &Tok| matches!(tok, Tok::Open(Bracket::Round | Bracket::Square));
        let bracketed = to - from > 2
            && self.line.partner[from] == to - 1
            && opens(&self.line.tokens[from].tok);
        let inside = usize::from(bracketed);
        let text = self.layer_text(from + inside, to - inside)?;
        Some(Above {
            text,
            bracketed,
            after: close + 1,
        })
    }

    /// `x^2_i` is the square of x_i: the exponent was written before the index.
    pub(super) fn exponent_before_index(&mut self, start: usize) -> Parsed<Option<Expr>> {
        let braced = self
            .ahead(2)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Brace));
        let number = match self.ahead(2 + usize::from(braced)).map(|t| &t.tok) {
            Some(Tok::Number(digits)) => digits.parse::<u32>().ok(),
            _ => None,
        };
        let underscore = self
            .ahead(3 + 2 * usize::from(braced))
            .is_some_and(|t| t.tok == Tok::Underscore);
        let caret = self.ahead(1).is_some_and(|t| t.tok == Tok::Caret);
        let (Some(number), true, true, Some(Tok::Name(symbol))) =
            (number, underscore, caret, self.peek_tok())
        else {
            return Ok(None);
        };
        let mut name = Name::new(symbol);
        self.at += 4 + 2 * usize::from(braced);
        name.indices = self.indices()?;
        let base = Box::new(self.expr(Kind::Name(name), start));
        let exponent = Box::new(self.expr(Kind::Number(Number::whole(number)), start));
        Ok(Some(self.expr(
            Kind::Power {
                base,
                exponent,
                on_function: false,
            },
            start,
        )))
    }

    /// `L`, `2`, `l-1`, `l+1`: what a layer can be called.
    fn layer_text(&self, from: usize, to: usize) -> Option<String> {
        let part = |tok: &Tok| match tok {
            Tok::Name(symbol) => Some(symbol.clone()),
            Tok::Number(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => {
                Some(digits.clone())
            }
            _ => None,
        };
        let tokens = self.line.tokens.get(from..to)?;
        match tokens {
            [only] => part(&only.tok),
            [name, sign, shift] => {
                let sign = match sign.tok {
                    Tok::Sign(Sign::Plus) => '+',
                    Tok::Sign(Sign::Minus) => '-',
                    _ => return None,
                };
                Some(format!("{}{sign}{}", part(&name.tok)?, part(&shift.tok)?))
            }
            _ => None,
        }
    }
}
