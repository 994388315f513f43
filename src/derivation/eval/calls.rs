//! Calls: built-in functions, functions with a formula, functions without one, and inverses.

use super::compile::{Compiled, Compiler, meaningless, number};
use super::double_double::DoubleDouble;
use super::program::{Derive, Node, Op, Times, Whole};
use super::series::Unary;
use crate::derivation::syntax::{Builtin, Expr, Function, Kind, Name, Span, Type};

impl Compiler<'_> {
    /// `f(x)`, `f'(g(x))`, `sin x`, `(f ∘ g)(x)`, `f⁻¹(y)`.
    pub(crate) fn call(
        &mut self,
        function: &Function,
        order: u32,
        arguments: &[Expr],
        span: Span,
    ) -> Compiled<Op> {
        let same_name = |name: &Name| matches!(arguments, [argument] if matches!(&argument.kind, Kind::Name(known) if known == name));
        if let Function::Named(name) = function
            && self.is_quantity(name)
        {
            return self.quantity_at(name, order, arguments, same_name, span);
        }
        let mut nodes = Vec::new();
        for argument in arguments {
            nodes.push(self.node(argument)?);
        }
        self.apply(function, order, nodes, span)
    }

    /// Whether a called name is a quantity: defined without parameters, or depending on a variable.
    fn is_quantity(&self, name: &Name) -> bool {
        match self.env.definition(name) {
            Some(definition) => definition.parameters.is_empty(),
            None => self.env.dependences.contains_key(name),
        }
    }

    /// `y(x)` and `y(3)` where y is a quantity that depends on x.
    fn quantity_at(
        &mut self,
        name: &Name,
        order: u32,
        arguments: &[Expr],
        same: impl Fn(&Name) -> bool,
        span: Span,
    ) -> Compiled<Op> {
        let operand = Expr::new(Kind::Name(name.clone()), span);
        let [argument] = arguments else {
            return Err(meaningless(
                span,
                &format!("{name} is a quantity, not a function of several arguments"),
            ));
        };
        let variable = self.main_variable(&operand, span)?;
        let mut op = self.name(name, span)?;
        if order > 0 {
            op = self.derive_by(Node::new(op, span), &variable, order, span)?;
        }
        if same(&variable) {
            return Ok(op);
        }
        let place = self.node(argument)?;
        let Op::Slot(slot) = self.name(&variable, span)? else {
            return Err(meaningless(
                span,
                &format!("{variable} cannot be given a value here"),
            ));
        };
        Ok(Op::At(Box::new(Node::new(op, span)), vec![(slot, place)]))
    }

    /// A function applied to compiled arguments.
    pub(crate) fn apply(
        &mut self,
        function: &Function,
        order: u32,
        arguments: Vec<Node>,
        span: Span,
    ) -> Compiled<Op> {
        match function {
            Function::Composed(parts) => {
                let mut values = arguments;
                for (position, part) in parts.iter().enumerate().rev() {
                    let order = if position == 0 { order } else { 0 };
                    let op = self.apply(part, order, values, span)?;
                    values = vec![Node::new(op, span)];
                }
                values
                    .pop()
                    .map(|node| node.op)
                    .ok_or_else(|| meaningless(span, "there is no function to apply"))
            }
            Function::Named(name) if self.env.definition(name).is_none() => {
                self.unknown(name, order, arguments, span)
            }
            _ if order > 0 => self.differentiated(function, order, arguments, span),
            Function::Builtin(builtin) => builtin_call(*builtin, arguments, span),
            Function::Named(name) => {
                let wanted = self
                    .env
                    .definition(name)
                    .map_or(0, |definition| definition.parameters.len());
                if arguments.len() != wanted {
                    let message = format!(
                        "{name} takes {wanted} arguments, here are {}",
                        arguments.len()
                    );
                    return Err(meaningless(span, &message));
                }
                Ok(Op::Call(self.formula(name, span)?, arguments))
            }
            Function::Inverse(name) => self.inverse(name, arguments, span),
        }
    }

    /// f⁽ⁿ⁾(u): the derivative of f, then its value at u.
    fn differentiated(
        &mut self,
        function: &Function,
        order: u32,
        mut arguments: Vec<Node>,
        span: Span,
    ) -> Compiled<Op> {
        if arguments.is_empty() {
            return Err(meaningless(
                span,
                "a derivative needs an argument to be taken at",
            ));
        }
        let entrywise = arguments.len() == 1 && !self.takes_whole(function);
        let shape = if entrywise {
            (1, 1)
        } else {
            super::extent::extent(&self.program, &arguments[0]).unwrap_or((1, 1))
        };
        let slot = self.local(Name::new("⟨argument⟩"), shape);
        let place = std::mem::replace(&mut arguments[0], Node::new(Op::Slot(slot), span));
        let call = self.apply(function, 0, arguments, span)?;
        let body = Box::new(Node::new(
            self.derive_slot(Node::new(call, span), slot, order),
            span,
        ));
        Ok(if entrywise {
            Op::Map {
                slot,
                body,
                argument: Box::new(place),
            }
        } else {
            Op::At(body, vec![(slot, place)])
        })
    }

    /// Whether a function takes a vector as a whole, so that its derivative is a gradient or a Jacobian.
    fn takes_whole(&self, function: &Function) -> bool {
        match function {
            Function::Builtin(builtin) => matches!(one_argument(*builtin), Simple::Whole(_)),
            Function::Named(name) => {
                let parameters = self
                    .env
                    .definition(name)
                    .map(|definition| &definition.parameters);
                let mut parameters = parameters.into_iter().flatten();
                parameters.any(|name| self.shape_of(name) != (1, 1))
            }
            Function::Inverse(_) => false,
            Function::Composed(parts) => parts.iter().any(|part| self.takes_whole(part)),
        }
    }

    fn unknown(
        &mut self,
        name: &Name,
        order: u32,
        arguments: Vec<Node>,
        span: Span,
    ) -> Compiled<Op> {
        let shape = match self.env.declared(name) {
            Some(Type::Function(_, _)) => self.shape_of(name),
            Some(_) => {
                return Err(meaningless(
                    span,
                    &format!("{name} is declared as a quantity; it cannot be called"),
                ));
            }
            None => (1, 1),
        };
        let seed = self.seed(name);
        Ok(Op::Unknown {
            seed,
            order: order as usize,
            arguments,
            shape,
        })
    }

    fn inverse(&mut self, name: &Name, mut arguments: Vec<Node>, span: Span) -> Compiled<Op> {
        let (Some(value), true) = (arguments.pop(), arguments.is_empty()) else {
            return Err(meaningless(span, &format!("{name}⁻¹ takes one argument")));
        };
        let slot = self.local(Name::new("⟨inverse⟩"), (1, 1));
        let argument = vec![Node::new(Op::Slot(slot), span)];
        let body = self.apply(&Function::Named(name.clone()), 0, argument, span)?;
        Ok(Op::InverseOf {
            slot,
            body: Box::new(Node::new(body, span)),
            value: Box::new(value),
        })
    }

    /// A derivative by a whole slot.
    pub(crate) fn derive_slot(&self, operand: Node, slot: usize, order: u32) -> Op {
        Op::Derivative(Box::new(Derive {
            operand,
            slot,
            entry: None,
            order: order as usize,
            hold: Vec::new(),
            transposed: false,
        }))
    }
}

/// The operation of a built-in function.
fn builtin_call(builtin: Builtin, mut arguments: Vec<Node>, span: Span) -> Compiled<Op> {
    if !builtin.arity().admits(arguments.len()) {
        let message = format!(
            "{} does not take {} arguments",
            builtin.name(),
            arguments.len()
        );
        return Err(meaningless(span, &message));
    }
    if matches!(builtin, Builtin::Max | Builtin::Min) {
        let whole = if builtin == Builtin::Max {
            Whole::Largest
        } else {
            Whole::Smallest
        };
        return Ok(Op::Whole(whole, Box::new(together(arguments, span))));
    }
    let first = Box::new(arguments.remove(0));
    if let Some(second) = arguments.pop() {
        return Ok(two_arguments(builtin, *first, second, span));
    }
    Ok(match one_argument(builtin) {
        Simple::Unary(unary) => Op::Apply(unary, first),
        Simple::Whole(whole) => Op::Whole(whole, first),
        Simple::OneOver(unary) => over(number(1.0), Node::new(Op::Apply(unary, first), span)),
        Simple::OfReciprocal(unary) => {
            Op::Apply(unary, Box::new(Node::new(over(number(1.0), *first), span)))
        }
        Simple::Cot => {
            let sine = Node::new(Op::Apply(Unary::Sin, first.clone()), span);
            over(Node::new(Op::Apply(Unary::Cos, first), span), sine)
        }
        Simple::Log10 => {
            let ten = Node::new(Op::Apply(Unary::Ln, Box::new(number(10.0))), span);
            over(Node::new(Op::Apply(Unary::Ln, first), span), ten)
        }
        Simple::Gelu => gelu(*first, span),
    })
}

/// What a built-in function of one argument is made of.
enum Simple {
    Unary(Unary),
    Whole(Whole),
    OneOver(Unary),
    OfReciprocal(Unary),
    Cot,
    Log10,
    Gelu,
}

fn one_argument(builtin: Builtin) -> Simple {
    use Builtin as B;
    match builtin {
        B::Exp => Simple::Unary(Unary::Exp),
        B::Ln | B::Log => Simple::Unary(Unary::Ln),
        B::Log10 => Simple::Log10,
        B::Sqrt => Simple::Unary(Unary::Sqrt),
        B::Cbrt => Simple::Unary(Unary::Cbrt),
        B::Sign => Simple::Unary(Unary::Sign),
        B::Floor => Simple::Unary(Unary::Floor),
        B::Ceil => Simple::Unary(Unary::Ceil),
        B::Sin => Simple::Unary(Unary::Sin),
        B::Cos => Simple::Unary(Unary::Cos),
        B::Tan => Simple::Unary(Unary::Tan),
        B::Sec => Simple::OneOver(Unary::Cos),
        B::Csc => Simple::OneOver(Unary::Sin),
        B::Cot => Simple::Cot,
        B::Arcsin => Simple::Unary(Unary::Asin),
        B::Arccos => Simple::Unary(Unary::Acos),
        B::Arctan => Simple::Unary(Unary::Atan),
        B::Arcsec => Simple::OfReciprocal(Unary::Acos),
        B::Arccsc => Simple::OfReciprocal(Unary::Asin),
        B::Arccot => Simple::OfReciprocal(Unary::Atan),
        B::Sinh => Simple::Unary(Unary::Sinh),
        B::Cosh => Simple::Unary(Unary::Cosh),
        B::Tanh => Simple::Unary(Unary::Tanh),
        B::Sech => Simple::OneOver(Unary::Cosh),
        B::Csch => Simple::OneOver(Unary::Sinh),
        B::Coth => Simple::OneOver(Unary::Tanh),
        B::Arsinh => Simple::Unary(Unary::Asinh),
        B::Arcosh => Simple::Unary(Unary::Acosh),
        B::Artanh => Simple::Unary(Unary::Atanh),
        B::Arsech => Simple::OfReciprocal(Unary::Acosh),
        B::Arcsch => Simple::OfReciprocal(Unary::Asinh),
        B::Arcoth => Simple::OfReciprocal(Unary::Atanh),
        B::Sigmoid => Simple::Unary(Unary::Sigmoid),
        B::Relu => Simple::Unary(Unary::Relu),
        B::Softplus => Simple::Unary(Unary::Softplus),
        B::Gelu => Simple::Gelu,
        B::Erf => Simple::Unary(Unary::Erf),
        B::Softmax => Simple::Whole(Whole::Softmax),
        B::LogSumExp => Simple::Whole(Whole::LogSumExp),
        B::Sum => Simple::Whole(Whole::Sum),
        B::Mean => Simple::Whole(Whole::Mean),
        B::Trace => Simple::Whole(Whole::Trace),
        B::Det => Simple::Whole(Whole::Determinant),
        B::Inv => Simple::Whole(Whole::Inverse),
        B::Diag => Simple::Whole(Whole::Diagonal),
        B::Vec => Simple::Whole(Whole::Stack),
        // These take two arguments or several; with one they are that argument's largest, smallest or first.
        B::Max | B::LogBase | B::Root | B::Atan2 | B::Dot => Simple::Whole(Whole::Largest),
        B::Min => Simple::Whole(Whole::Smallest),
    }
}

fn two_arguments(builtin: Builtin, first: Node, second: Node, span: Span) -> Op {
    match builtin {
        Builtin::LogBase => {
            let base = Node::new(Op::Apply(Unary::Ln, Box::new(first)), span);
            over(
                Node::new(Op::Apply(Unary::Ln, Box::new(second)), span),
                base,
            )
        }
        Builtin::Root => {
            let fraction = match &first.op {
                Op::Number(n)
                    if n.lo() == 0.0 && n.hi() == n.hi().trunc() && n.hi().abs() < 100.0 =>
                {
                    Some((1, n.hi() as i64))
                }
                _ => None,
            };
            let exponent = Node::new(over(number(1.0), first), span);
            Op::Power {
                base: Box::new(second),
                exponent: Box::new(exponent),
                fraction,
            }
        }
        Builtin::Atan2 => atan2(first, second, span),
        _ => Op::Dot(Box::new(first), Box::new(second)),
    }
}

/// 2 arctan(y / (√(x² + y²) + x)): the angle without cases, except on the negative x-axis.
fn atan2(y: Node, x: Node, span: Span) -> Op {
    let node = |op| Node::new(op, span);
    let square = |inner: &Node| {
        node(Op::Times(
            Times::Plain,
            Box::new(inner.clone()),
            Box::new(inner.clone()),
        ))
    };
    let radius = node(Op::Apply(
        Unary::Sqrt,
        Box::new(node(Op::Sum(vec![square(&x), square(&y)]))),
    ));
    let ratio = node(over(y, node(Op::Sum(vec![radius, x]))));
    let half = node(Op::Apply(Unary::Atan, Box::new(ratio)));
    Op::Times(Times::Plain, Box::new(number(2.0)), Box::new(half))
}

/// x·½(1 + erf(x/√2))
fn gelu(x: Node, span: Span) -> Op {
    let node = |op| Node::new(op, span);
    let root = node(Op::Apply(Unary::Sqrt, Box::new(number(2.0))));
    let erf = node(Op::Apply(Unary::Erf, Box::new(node(over(x.clone(), root)))));
    let half = node(Op::Number(DoubleDouble::from(0.5)));
    let weight = node(Op::Times(
        Times::Plain,
        Box::new(half),
        Box::new(node(Op::Sum(vec![number(1.0), erf]))),
    ));
    Op::Times(Times::Elementwise, Box::new(x), Box::new(weight))
}

fn over(above: Node, below: Node) -> Op {
    Op::Divide(Box::new(above), Box::new(below))
}

/// Several arguments as one column.
fn together(mut arguments: Vec<Node>, span: Span) -> Node {
    if arguments.len() == 1 {
        return arguments.remove(0);
    }
    Node::new(
        Op::Matrix(arguments.into_iter().map(|node| vec![node]).collect()),
        span,
    )
}
