//! Derivatives as they are written: `d/dx`, `dy/dx`, `∂²f/∂x∂y`, `∇_W`, `y'`.

use super::compile::{Compiled, Compiler, meaningless, number};
use super::dependence;
use super::program::{Derive, Node, Op, SlotKind};
use crate::derivation::syntax::{Derivative, Expr, Kind, Layout, Leibniz, Name, Span, Wrt};
use std::collections::BTreeSet;

impl Compiler<'_> {
    /// `y'`: by the one variable the operand depends on.
    pub(crate) fn prime(&mut self, operand: &Expr, order: u32, span: Span) -> Compiled<Op> {
        let variable = self.main_variable(operand, span)?;
        let node = self.node(operand)?;
        self.derive_by(node, &variable, order, span)
    }

    /// The variable a prime means.
    pub(crate) fn main_variable(&mut self, operand: &Expr, span: Span) -> Compiled<Name> {
        if let Kind::Name(name) = &operand.kind {
            if let Some(parameter) = self.env.definition(name).and_then(|d| d.parameters.first()) {
                return Ok(parameter.clone());
            }
            if let Some(on) = self.depends_on(name).first() {
                return Ok(on.clone());
            }
        }
        let mut candidates: BTreeSet<Name> = BTreeSet::new();
        for name in self.free_names(operand) {
            let on = self.depends_on(&name);
            let is_size = name.is_bare() && self.world.named(&name.symbol).is_some();
            if on.is_empty() && !is_size {
                candidates.insert(name);
            }
            candidates.extend(on);
        }
        let preferred = ["x", "t"].map(Name::new);
        let mut candidates: Vec<Name> = candidates.into_iter().collect();
        if let Some(found) = preferred.into_iter().find(|name| candidates.contains(name)) {
            return Ok(found);
        }
        let used = &self.env.usage.variables;
        if let Some(found) = candidates.iter().find(|name| used.contains(name)) {
            return Ok(found.clone());
        }
        match (candidates.pop(), candidates.is_empty()) {
            (Some(only), true) => Ok(only),
            (None, _) => Ok(dependence::main_variable(self.env, &Name::new(""))),
            _ => Err(meaningless(
                span,
                "it is not clear by which variable this prime differentiates; write d/dx",
            )),
        }
    }

    /// The derivative of a node by a name.
    pub(crate) fn derive_by(
        &mut self,
        operand: Node,
        variable: &Name,
        order: u32,
        span: Span,
    ) -> Compiled<Op> {
        let target = self.name(variable, span)?;
        self.derive(operand, target, order, false, Vec::new(), span)
    }

    /// A derivative in any notation.
    pub(crate) fn derivative(&mut self, derivative: &Derivative, span: Span) -> Compiled<Op> {
        if derivative.by.is_empty() {
            return self.full_gradient(derivative, span);
        }
        if let Some(op) = self.inverse_derivative(derivative, span)? {
            return Ok(op);
        }
        if let Some(op) = self.by_expression(derivative, span)? {
            return Ok(op);
        }
        let partial = matches!(
            derivative.notation,
            Leibniz::Fraction { partial: true }
                | Leibniz::Operator { partial: true }
                | Leibniz::Nabla
        );
        let mut node = self.node(&derivative.operand)?;
        let hold = if partial && self.env.explicit_partials {
            self.direct_quantities(&node)
        } else {
            Vec::new()
        };
        for wrt in derivative.by.iter().rev() {
            let (variable, transposed) = unwrap_transpose(&wrt.variable);
            let Kind::Name(name) = &variable.kind else {
                return Err(meaningless(
                    variable.span,
                    "a derivative is taken by a name, such as x, W or W_{jk}",
                ));
            };
            let target = self.name(name, variable.span)?;
            let order = if derivative.by.len() == 1 {
                derivative.order.max(wrt.order)
            } else {
                wrt.order
            };
            let flipped = transposed && derivative.by.len() == 1;
            let op = self.derive(node, target, order, flipped, hold.clone(), span)?;
            node = Node::new(op, span);
        }
        Ok(node.op)
    }

    fn derive(
        &mut self,
        operand: Node,
        target: Op,
        order: u32,
        flipped: bool,
        hold: Vec<usize>,
        span: Span,
    ) -> Compiled<Op> {
        let (slot, entry) = match target {
            Op::Slot(slot) => (slot, None),
            Op::Entry(inner, indices) => match inner.op {
                Op::Slot(slot) => (slot, Some(indices)),
                _ => {
                    return Err(meaningless(
                        span,
                        "a derivative is taken by a variable or an entry of one",
                    ));
                }
            },
            _ => {
                return Err(meaningless(
                    span,
                    "a derivative is taken by a variable, and this is not one",
                ));
            }
        };
        let is_index = matches!(self.program.slots[slot].kind, SlotKind::FreeIndex(_));
        if is_index {
            return Err(meaningless(
                span,
                "an index counts entries; nothing can be differentiated by it",
            ));
        }
        let size = self.program.slots[slot].shape;
        let vector = size != (1, 1) && entry.is_none();
        // By a vector twice is the Hessian: once for each.
        let (rounds, order) = if vector {
            (order.max(1), 1)
        } else {
            (1, order.max(1))
        };
        let hold: Vec<usize> = hold.into_iter().filter(|&held| held != slot).collect();
        let mut node = operand;
        for _ in 0..rounds {
            let derive = Derive {
                operand: node,
                slot,
                entry: entry.clone(),
                order: order as usize,
                hold: hold.clone(),
                transposed: (self.env.layout == Layout::Denominator) != flipped,
            };
            node = Node::new(Op::Derivative(Box::new(derive)), span);
        }
        Ok(node.op)
    }

    /// The quantities an operand is written in, which an explicit partial derivative holds.
    fn direct_quantities(&self, operand: &Node) -> Vec<usize> {
        let body = match &operand.op {
            Op::Slot(slot) => match &self.program.slots[*slot].kind {
                SlotKind::Definition(body) => body,
                SlotKind::Dependent { on, .. } => return on.clone(),
                _ => operand,
            },
            Op::Call(formula, _) => &self.program.formulas[*formula].body,
            _ => operand,
        };
        let mut found = BTreeSet::new();
        body.walk(&mut |node| {
            if let Op::Slot(slot) = node.op {
                let kind = &self.program.slots[slot].kind;
                if matches!(
                    kind,
                    SlotKind::Definition(_) | SlotKind::Dependent { .. } | SlotKind::Implicit(_)
                ) {
                    found.insert(slot);
                }
            }
        });
        found.into_iter().collect()
    }

    /// ∇f: by all that f depends on. One vector gives its gradient, several numbers a column.
    fn full_gradient(&mut self, derivative: &Derivative, span: Span) -> Compiled<Op> {
        let parameters = match &derivative.operand.kind {
            Kind::Name(name) => self
                .env
                .definition(name)
                .map(|d| d.parameters.clone())
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        let names: Vec<Name> = if parameters.is_empty() {
            let names = self.free_names(&derivative.operand);
            names
                .into_iter()
                .filter(|name| self.world.named(&name.symbol).is_none())
                .collect()
        } else {
            parameters
        };
        let vectors: Vec<&Name> = names
            .iter()
            .filter(|name| self.shape_of(name) != (1, 1))
            .collect();
        let order = derivative.order;
        let by = match (names.as_slice(), vectors.as_slice()) {
            ([only], _) => only.clone(),
            (_, [vector]) if order == 1 => (*vector).clone(),
            (_, []) if order == 1 && !names.is_empty() => {
                let mut rows = Vec::new();
                for name in &names {
                    let operand = self.node(&derivative.operand)?;
                    let op = self.derive_by(operand, name, 1, span)?;
                    rows.push(vec![Node::new(op, span)]);
                }
                return Ok(Op::Matrix(rows));
            }
            (_, []) if order == 2 && !names.is_empty() => {
                return self.hessian(&derivative.operand, &names, span);
            }
            _ => {
                return Err(meaningless(
                    span,
                    "it is not clear by what ∇ differentiates; write it below, as in ∇_W",
                ));
            }
        };
        let operand = self.node(&derivative.operand)?;
        self.derive_by(operand, &by, order, span)
    }

    fn hessian(&mut self, operand: &Expr, names: &[Name], span: Span) -> Compiled<Op> {
        let mut rows = Vec::new();
        for first in names {
            let mut row = Vec::new();
            for second in names {
                let operand = self.node(operand)?;
                let inner = self.derive_by(operand, second, 1, span)?;
                let outer = self.derive_by(Node::new(inner, span), first, 1, span)?;
                row.push(Node::new(outer, span));
            }
            rows.push(row);
        }
        Ok(Op::Matrix(rows))
    }

    /// dx/dy where y depends on x: 1/(dy/dx).
    fn inverse_derivative(&mut self, derivative: &Derivative, span: Span) -> Compiled<Option<Op>> {
        let (Kind::Name(operand), [Wrt { variable, order: 1 }]) =
            (&derivative.operand.kind, derivative.by.as_slice())
        else {
            return Ok(None);
        };
        let Kind::Name(variable) = &variable.kind else {
            return Ok(None);
        };
        let backwards = operand != variable
            && self.depends_on(operand).is_empty()
            && self.env.definition(operand).is_none()
            && (self.depends_on(variable).contains(operand)
                || self.env.definition(variable).is_some_and(|d| {
                    d.parameters.is_empty() && self.free_names(&d.body).contains(operand)
                }));
        if !backwards || self.shape_of(operand) != (1, 1) || self.shape_of(variable) != (1, 1) {
            return Ok(None);
        }
        let op = self.name(variable, span)?;
        let forwards = self.derive_by(Node::new(op, span), operand, 1, span)?;
        Ok(Some(Op::Divide(
            Box::new(number(1.0)),
            Box::new(Node::new(forwards, span)),
        )))
    }

    /// ∂C/∂(Wx): the expression becomes a quantity of its own wherever the operand has it.
    fn by_expression(&mut self, derivative: &Derivative, span: Span) -> Compiled<Option<Op>> {
        let [wrt] = derivative.by.as_slice() else {
            return Ok(None);
        };
        let (variable, _) = unwrap_transpose(&wrt.variable);
        if matches!(variable.kind, Kind::Name(_)) {
            return Ok(None);
        }
        let body = self.node(variable)?;
        let operand = self.node(&derivative.operand)?;
        let shape = super::extent::extent(&self.program, &body).unwrap_or((1, 1));
        let slot = self.local(Name::new("⟨quantity⟩"), shape);
        let mut operand = operand;
        let replaced = super::replace::replace(&mut operand, &body, &Op::Slot(slot));
        if replaced == 0 {
            return Err(meaningless(
                variable.span,
                "this expression does not stand in what is differentiated; give it a name with let",
            ));
        }
        let inner = self.derive_slot(operand, slot, wrt.order);
        Ok(Some(Op::At(
            Box::new(Node::new(inner, span)),
            vec![(slot, body)],
        )))
    }
}

/// `∂/∂xᵀ` names x; whether it was transposed.
fn unwrap_transpose(expr: &Expr) -> (&Expr, bool) {
    match &expr.kind {
        Kind::Transpose(inner) => (inner, true),
        _ => (expr, false),
    }
}
