//! Functions and their arguments, with and without brackets.

use super::choices::Doubt;
use super::marks::is_minus_one;
use super::parser::{Parsed, Parser};
use super::token::{Bracket, Tok};
use super::{Arity, Builtin, Expr, Function, Kind, Name, Sign};

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
        if opener
            .is_none_or(|token| token.tok != Tok::Open(Bracket::Round) || token.spaced && !braced)
        {
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
        let usual = ["f", "g", "h", "F", "G", "H", "φ", "ψ"].contains(&name.symbol.as_str());
        self.scope.is_function(&name.symbol) || usual && !self.scope.is_value(&name.symbol)
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

    fn raised_call(&self, start: usize, call: Kind, exponent: Option<Expr>) -> Expr {
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

    /// Expressions with commas between them.
    pub(super) fn arguments(&mut self) -> Parsed<Vec<Expr>> {
        let mut arguments = vec![self.expression()?];
        while self.accept(&Tok::Comma) || self.accept(&Tok::Semicolon) {
            arguments.push(self.expression()?);
        }
        Ok(arguments)
    }

    /// A built-in function: its primes, its exponent, its base, its arguments.
    pub(super) fn builtin(&mut self, builtin: Builtin) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let (mut order, mut exponent) = (0, None);
        let (builtin, mut base) = self.numbered(builtin);
        loop {
            match self.peek_tok() {
                Some(Tok::Primes(_) | Tok::Caret) if self.primes_ahead().0 > 0 => {
                    order += self.primes()
                }
                Some(Tok::Caret) if exponent.is_none() => exponent = self.function_exponent()?,
                Some(Tok::Underscore) if base.is_none() => {
                    self.at += 1;
                    base = Some(self.deeper(Self::subscript_base)?);
                }
                _ => break,
            }
        }
        let arguments = self.builtin_arguments(start, builtin)?;
        let (builtin, arguments) = self.with_base(start, builtin, base, arguments)?;
        self.check_arity(start, builtin, arguments.len())?;
        let (builtin, exponent) = match (exponent, builtin.inverse()) {
            (Some(exponent), Some(inverse)) if is_minus_one(&exponent) && order == 0 => {
                (inverse, None)
            }
            (exponent, _) => (builtin, exponent),
        };
        let function = Function::Builtin(builtin);
        let call = Kind::Call {
            function,
            order,
            arguments,
        };
        Ok(self.raised_call(start, call, exponent))
    }

    /// `log10(x)`, `log2(x)` and `atan2(y, x)`: digits that belong to the function's name.
    fn numbered(&mut self, builtin: Builtin) -> (Builtin, Option<Expr>) {
        let opens = self
            .ahead(1)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Round));
        let digits = match self.peek().filter(|t| !t.spaced && opens).map(|t| &t.tok) {
            Some(Tok::Number(digits)) => digits.as_str(),
            _ => return (builtin, None),
        };
        let (numbered, base) = match (builtin, digits) {
            (Builtin::Log, "10") => (Builtin::Log10, None),
            (Builtin::Log, "2") => (Builtin::Log, Some(Kind::Number(super::Number::whole(2)))),
            (Builtin::Arctan, "2") => (Builtin::Atan2, None),
            _ => return (builtin, None),
        };
        let start = self.at;
        self.at += 1;
        (numbered, base.map(|base| self.expr(base, start)))
    }

    fn subscript_base(&mut self) -> Parsed<Expr> {
        if self.next_is(&Tok::Open(Bracket::Brace)) {
            return self.bracketed(Self::expression);
        }
        let start = self.at;
        match self.peek_tok() {
            Some(Tok::Name(symbol)) => {
                let kind = match self.constant(symbol)? {
                    Some(constant) => Kind::Constant(constant),
                    None => {
                        self.at += 1;
                        Kind::Name(Name::new(symbol))
                    }
                };
                Ok(self.expr(kind, start))
            }
            _ => self.primary(),
        }
    }

    /// `log_2 x` is the logarithm to base 2; a bare `log` is natural, or to base 10 in the other reading.
    fn with_base(
        &mut self,
        start: usize,
        builtin: Builtin,
        base: Option<Expr>,
        mut arguments: Vec<Expr>,
    ) -> Parsed<(Builtin, Vec<Expr>)> {
        match (builtin, base) {
            (Builtin::Log, Some(base)) => {
                arguments.insert(0, base);
                Ok((Builtin::LogBase, arguments))
            }
            (Builtin::Log, None) => {
                let span = self.line.tokens[start].span;
                let first = "`log` is read as the natural logarithm.".to_owned();
                let other = "`log` is read as the logarithm to base 10.".to_owned();
                let ten = self.choose(Doubt::Logarithm, start, span, first, other);
                Ok((if ten { Builtin::Log10 } else { Builtin::Log }, arguments))
            }
            (_, None) => Ok((builtin, arguments)),
            (_, Some(_)) => {
                self.at = start + 1;
                self.error(
                    format!("`{}` has no index here.", builtin.name()),
                    "An entry of a result is written softmax(z)_i; only log takes a base, log_2(x).",
                )
            }
        }
    }

    fn check_arity(&mut self, start: usize, builtin: Builtin, count: usize) -> Parsed<()> {
        if builtin.arity().admits(count) {
            return Ok(());
        }
        let wanted = match builtin.arity() {
            Arity::Exactly(1) => "one argument".to_owned(),
            Arity::Exactly(number) => format!("{number} arguments"),
            Arity::AtLeast(_) => "at least one argument".to_owned(),
        };
        self.at = start;
        self.error(
            format!("`{}` takes {wanted}, not {count}.", builtin.name()),
            "Arguments are separated by commas.",
        )
    }

    /// Whether `σ` is followed by something that makes it a function.
    pub(super) fn sigmoid_follows(&self) -> bool {
        let mut distance = 1;
        while matches!(self.ahead(distance).map(|t| &t.tok), Some(Tok::Primes(_))) {
            distance += 1;
        }
        self.ahead(distance)
            .is_some_and(|t| t.tok == Tok::Open(Bracket::Round))
    }

    fn builtin_arguments(&mut self, start: usize, builtin: Builtin) -> Parsed<Vec<Expr>> {
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
        if !self.peek().is_some_and(super::token::Token::starts_operand) {
            return self.no_argument(builtin);
        }
        let nested = matches!(self.peek_tok(), Some(Tok::Func(_)));
        let mut factors = vec![(super::MulOp::Juxtaposed, self.factor()?)];
        while !nested && self.argument_goes_on(function, start, &factors) {
            factors.push((super::MulOp::Juxtaposed, self.factor()?));
        }
        Ok(self.product(start, factors))
    }

    fn argument_goes_on(
        &mut self,
        function: usize,
        start: usize,
        factors: &[(super::MulOp, Expr)],
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
