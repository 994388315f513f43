//! The arguments of functions, with and without brackets.

use super::choices::Doubt;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok, Token};
use super::{Builtin, Expr, Kind, MulOp, Sign};

impl Parser<'_> {
    /// Expressions with commas between them.
    pub(super) fn arguments(&mut self) -> Parsed<Vec<Expr>> {
        let mut arguments = vec![self.expression()?];
        while self.accept(&Tok::Comma) || self.accept(&Tok::Semicolon) {
            arguments.push(self.expression()?);
        }
        Ok(arguments)
    }

    pub(super) fn builtin_arguments(
        &mut self,
        start: usize,
        builtin: Builtin,
    ) -> Parsed<Vec<Expr>> {
        let Some(token) = self.peek() else {
            return self.no_argument(builtin);
        };
        let Tok::Open(bracket @ (Bracket::Round | Bracket::Square | Bracket::Brace)) = token.tok
        else {
            return self.deeper(|parser| {
                parser
                    .open_argument(start, builtin)
                    .map(|argument| vec![argument])
            });
        };
        let close = self.line.partner[self.at];
        let raised = self
            .line
            .tokens
            .get(close + 1)
            .filter(|_| close + 1 < self.end);
        let doubtful = token.spaced
            && bracket != Bracket::Brace
            && raised.is_some_and(|t| t.tok == Tok::Caret);
        if doubtful {
            let whole = self.written(start, (close + 3).min(self.end));
            let first = format!("In `{whole}` the exponent belongs to the function's value.");
            let other = format!("In `{whole}` the exponent belongs to the argument.");
            if self.choose(Doubt::PowerOfCall, start, token.span, first, other) {
                return self.deeper(Self::factor).map(|argument| vec![argument]);
            }
        }
        self.bracketed(Self::arguments)
    }

    pub(super) fn no_argument<T>(&self, builtin: Builtin) -> Parsed<T> {
        let name = builtin.name();
        let shown = self.shown();
        self.error(
            format!("`{name}` needs something to work on; {shown} follows it."),
            format!("Write {name}(x)."),
        )
    }

    /// Rule 4: the factors that follow without a sign, up to `+ - = , ) /` or the next function.
    fn open_argument(&mut self, function: usize, builtin: Builtin) -> Parsed<Expr> {
        let start = self.at;
        if matches!(self.peek_tok(), Some(Tok::Sign(Sign::Minus | Sign::Plus))) {
            return self.signed(|parser| parser.open_argument(function, builtin));
        }
        if !self.peek().is_some_and(Token::starts_operand) {
            return self.no_argument(builtin);
        }
        let nested = matches!(self.peek_tok(), Some(Tok::Func(_)));
        let mut factors = vec![(MulOp::Juxtaposed, self.factor()?)];
        while !nested && self.argument_goes_on(function, start, &factors) {
            factors.push((MulOp::Juxtaposed, self.factor()?));
        }
        Ok(self.product(start, factors))
    }

    fn argument_goes_on(
        &mut self,
        function: usize,
        start: usize,
        factors: &[(MulOp, Expr)],
    ) -> bool {
        let Some(next) = self.peek().filter(|next| next.starts_operand()) else {
            return false;
        };
        let stops = matches!(
            next.tok,
            Tok::Func(_)
                | Tok::Special(_)
                | Tok::Big(_)
                | Tok::Lim
                | Tok::Nabla
                | Tok::Partial
                | Tok::Begin(_)
        );
        if stops || self.derivative_follows(0) {
            return false;
        }
        let after_number =
            matches!(factors.last(), Some((_, last)) if matches!(last.kind, Kind::Number(_)));
        let group = matches!(next.tok, Tok::Open(_) | Tok::Frac | Tok::Radical);
        let raised = self.is_raised_or_exponential();
        let apart = next.spaced && !self.latex;
        if after_number && !group || !(group || raised || apart) {
            return true;
        }
        let goes_on = after_number || !group;
        let end = self.line.partner[self.at].max(self.at) + 1;
        let (argument, rest) = (self.written(start, self.at), self.written(self.at, end));
        let name = self
            .written(function, function + 1)
            .trim_start_matches('\\');
        let inside = format!("`{name}` is read with all of `{argument} {rest}` as its argument.");
        let outside =
            format!("`{name}` is read with `{argument}` as its argument; `{rest}` multiplies.");
        let span = self.since(function);
        let (first, other) = if goes_on {
            (inside, outside)
        } else {
            (outside, inside)
        };
        self.choose(Doubt::Argument, self.at, span, first, other) != goes_on
    }

    /// Whether the next factor is `e` or a name with an exponent, as the `e^t` of `ln t e^t`.
    fn is_raised_or_exponential(&self) -> bool {
        let constant = matches!(self.peek_tok(), Some(Tok::Name(symbol)) if symbol == "e" && !self.scope.is_declared("e"));
        constant || self.ahead(1).is_some_and(|next| next.tok == Tok::Caret)
    }
}
