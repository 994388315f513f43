//! Functions and their arguments, with and without brackets.

use super::choices::Doubt;
use super::marks::is_minus_one;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Expr, Function, Kind, Name};

impl Parser<'_> {
    /// A name and, if it is a function, its arguments.
    pub(super) fn applied(&mut self, start: usize, name: Name) -> Parsed<Expr> {
        if let Some(expr) = self.decorated_call(start, &name)? {
            return Ok(expr);
        }
        if self.primes_ahead().0 > 0 && !self.in_exponent {
            let order = self.primes();
            if self.next_is(&Tok::Open(Bracket::Round)) && self.derivative_is_called(start, &name) {
                return self.call(start, Function::Named(name), order, None);
            }
            let operand = Box::new(Expr::new(Kind::Name(name), self.since(start)));
            return Ok(self.expr(Kind::Prime { operand, order }, start));
        }
        if self.is_called(start, &name) {
            return self.call(start, Function::Named(name), 0, None);
        }
        Ok(self.expr(Kind::Name(name), start))
    }

    /// `f^{-1}(y)`, `f^{(2)}(x)`, `f^2(x)`: an exponent between a function and its arguments.
    fn decorated_call(&mut self, start: usize, name: &Name) -> Parsed<Option<Expr>> {
        if !self.next_is(&Tok::Caret) || !self.looks_like_function(name) || self.in_exponent {
            return Ok(None);
        }
        let after_caret = self.at + 1;
        let braced = self
            .line
            .tokens
            .get(after_caret)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Brace));
        let last = if braced {
            self.line.partner[after_caret]
        } else {
            after_caret
        };
        let opener = self
            .line
            .tokens
            .get(last + 1)
            .filter(|_| last + 1 < self.end);
        // `h² (a + b)` is braced by the lexer only, and its space is a product's as in `h^2 (a + b)`.
        let in_braces = braced && self.written(after_caret, after_caret + 1) == "{";
        if opener.is_none_or(|token| {
            token.tok != Tok::Open(Bracket::Round) || token.spaced && !in_braces
        }) {
            return Ok(None);
        }
        let order = self.order_in_brackets(after_caret + usize::from(braced), last);
        let exponent = match self.function_exponent() {
            Ok(Some(exponent)) if self.next_is(&Tok::Open(Bracket::Round)) => exponent,
            _ => {
                self.at = after_caret - 1;
                return Ok(None);
            }
        };
        if let Some(order) = order.filter(|_| braced) {
            return self
                .call(start, Function::Named(name.clone()), order, None)
                .map(Some);
        }
        if is_minus_one(&exponent) {
            return self
                .call(start, Function::Inverse(name.clone()), 0, None)
                .map(Some);
        }
        self.call(start, Function::Named(name.clone()), 0, Some(exponent))
            .map(Some)
    }

    /// The 2 of `f^{(2)}`.
    fn order_in_brackets(&self, from: usize, to: usize) -> Option<u32> {
        match self.line.tokens.get(from..to)? {
            [open, number, _] if open.tok == Tok::Open(Bracket::Round) => match &number.tok {
                Tok::Number(digits) => digits.parse().ok().filter(|&order| order <= 20),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn looks_like_function(&self, name: &Name) -> bool {
        let symbol = name.symbol.as_str();
        let usual = ["f", "g", "h", "F", "G", "H", "φ", "ψ"].contains(&symbol);
        let word =
            symbol.chars().filter(|c| c.is_alphabetic()).count() > 1 && !symbol.starts_with('Δ');
        self.scope.is_function(symbol) || (usual || word) && !self.scope.is_value(symbol)
    }

    /// Whether `f'(…)` is f′ at …, and not f′ times ….
    fn derivative_is_called(&mut self, start: usize, name: &Name) -> bool {
        if self.scope.is_function(&name.symbol) || !self.scope.is_value(&name.symbol) {
            return true;
        }
        let written = self.written(start, self.at);
        let product = format!("`{written}` times the bracket is read, since {name} is a quantity.");
        let call =
            format!("`{written}` is read as the derivative of {name}, evaluated at the bracket.");
        self.choose(Doubt::Call, start, self.since(start), product, call)
    }

    /// Whether a bracket after this name holds its arguments. Doubtful cases are read both ways.
    fn is_called(&mut self, start: usize, name: &Name) -> bool {
        let Some(open) = self.peek().filter(|t| t.tok == Tok::Open(Bracket::Round)) else {
            return false;
        };
        let (function, value) = (
            self.scope.is_function(&name.symbol),
            self.scope.is_value(&name.symbol),
        );
        if function != value {
            return function || self.has_comma() || self.is_value_at(name);
        }
        if self.in_exponent {
            return function;
        }
        if !function && self.has_comma() {
            return true;
        }
        let close = self.line.partner[self.at];
        let bare =
            close == self.at + 2 && matches!(self.line.tokens[self.at + 1].tok, Tok::Name(_));
        let likely = function || self.looks_like_function(name) && (self.latex || !open.spaced);
        if !likely && !bare {
            return false;
        }
        let whole = self.written(start, close + 1);
        let call = format!("`{whole}` is read as the function {name} at what stands in brackets.");
        let product = format!("`{whole}` is read as a product.");
        let span = self.since(start).to(self.line.tokens[close].span);
        let (first, other) = if likely {
            (call, product)
        } else {
            (product, call)
        };
        self.choose(Doubt::Call, start, span, first, other) != likely
    }

    /// `y(x)` where y depends on x is y itself, written out.
    fn is_value_at(&self, name: &Name) -> bool {
        let close = self.line.partner[self.at];
        self.scope.is_dependent(&name.symbol)
            && close == self.at + 2
            && matches!(self.line.tokens[self.at + 1].tok, Tok::Name(_))
    }

    /// Whether the bracket at the next token has a comma directly inside.
    fn has_comma(&self) -> bool {
        let close = self.line.partner[self.at];
        let mut place = self.at + 1;
        while place < close {
            if self.line.tokens[place].tok == Tok::Comma {
                return true;
            }
            place = self.line.partner[place].max(place) + 1;
        }
        false
    }

    /// The arguments in brackets, and the call.
    fn call(
        &mut self,
        start: usize,
        function: Function,
        order: u32,
        exponent: Option<Expr>,
    ) -> Parsed<Expr> {
        let arguments = self.bracketed(Self::arguments)?;
        let call = Kind::Call {
            function,
            order,
            arguments,
        };
        Ok(self.raised_call(start, call, exponent))
    }

    /// The call of a composition, `(f∘g)(x)`.
    pub(super) fn composed_call(
        &mut self,
        start: usize,
        functions: Vec<Function>,
        order: u32,
    ) -> Parsed<Expr> {
        self.call(start, Function::Composed(functions), order, None)
    }

    pub(super) fn raised_call(&self, start: usize, call: Kind, exponent: Option<Expr>) -> Expr {
        let call = self.expr(call, start);
        match exponent {
            None => call,
            Some(exponent) => {
                let kind = Kind::Power {
                    base: Box::new(call),
                    exponent: Box::new(exponent),
                    on_function: true,
                };
                self.expr(kind, start)
            }
        }
    }
}
