//! Walking a tree: the parts of an expression, one level down.

use super::{Bound, Branch, Derivative, Expr, Kind, Relation};

impl Expr {
    /// The expressions directly below, in the order they are written.
    ///
    /// The variables of a derivative, bounds, limit targets and conditions count as parts.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            Kind::Number(_) | Kind::Constant(_) | Kind::Name(_) | Kind::Blank => Vec::new(),
            Kind::Signed(_, inner)
            | Kind::Transpose(inner)
            | Kind::Factorial(inner)
            | Kind::Abs(inner)
            | Kind::Norm(_, inner)
            | Kind::Entry(inner, _)
            | Kind::Prime { operand: inner, .. } => vec![inner],
            Kind::Sum(terms) => terms.iter().map(|(_, term)| term).collect(),
            Kind::Product(factors) => factors.iter().map(|(_, factor)| factor).collect(),
            Kind::Quotient(above, below) => vec![above, below],
            Kind::Power { base, exponent, .. } => vec![base, exponent],
            Kind::Call { arguments, .. } => arguments.iter().collect(),
            Kind::Derivative(derivative) => derivative.parts(),
            Kind::Big { bounds, body, .. } => {
                let bounds = bounds.iter().flat_map(Bound::parts);
                bounds.chain([body.as_ref()]).collect()
            }
            Kind::Limit { target, body, .. } => vec![target, body],
            Kind::Cases {
                branches,
                otherwise,
            } => {
                let branches = branches.iter().flat_map(Branch::parts);
                branches.chain(otherwise.as_deref()).collect()
            }
            Kind::Matrix(matrix) => matrix.rows.iter().flatten().collect(),
            Kind::At(inner, values) => {
                let values = values.iter().map(|(_, value)| value);
                std::iter::once(inner.as_ref()).chain(values).collect()
            }
        }
    }

    /// The same, to be changed in place.
    pub fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            Kind::Number(_) | Kind::Constant(_) | Kind::Name(_) | Kind::Blank => Vec::new(),
            Kind::Signed(_, inner)
            | Kind::Transpose(inner)
            | Kind::Factorial(inner)
            | Kind::Abs(inner)
            | Kind::Norm(_, inner)
            | Kind::Entry(inner, _)
            | Kind::Prime { operand: inner, .. } => vec![inner],
            Kind::Sum(terms) => terms.iter_mut().map(|(_, term)| term).collect(),
            Kind::Product(factors) => factors.iter_mut().map(|(_, factor)| factor).collect(),
            Kind::Quotient(above, below) => vec![above, below],
            Kind::Power { base, exponent, .. } => vec![base, exponent],
            Kind::Call { arguments, .. } => arguments.iter_mut().collect(),
            Kind::Derivative(derivative) => derivative.parts_mut(),
            Kind::Big { bounds, body, .. } => {
                let bounds = bounds.iter_mut().flat_map(Bound::parts_mut);
                bounds.chain([body.as_mut()]).collect()
            }
            Kind::Limit { target, body, .. } => vec![target, body],
            Kind::Cases {
                branches,
                otherwise,
            } => {
                let branches = branches.iter_mut().flat_map(Branch::parts_mut);
                branches.chain(otherwise.as_deref_mut()).collect()
            }
            Kind::Matrix(matrix) => matrix.rows.iter_mut().flatten().collect(),
            Kind::At(inner, values) => {
                let values = values.iter_mut().map(|(_, value)| value);
                std::iter::once(inner.as_mut()).chain(values).collect()
            }
        }
    }

    /// Calls `visit` on this expression and everything below it, parents first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Expr)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }
}

impl Derivative {
    fn parts(&self) -> Vec<&Expr> {
        let variables = self.by.iter().map(|wrt| &wrt.variable);
        std::iter::once(self.operand.as_ref())
            .chain(variables)
            .collect()
    }

    fn parts_mut(&mut self) -> Vec<&mut Expr> {
        let variables = self.by.iter_mut().map(|wrt| &mut wrt.variable);
        std::iter::once(self.operand.as_mut())
            .chain(variables)
            .collect()
    }
}

impl Bound {
    fn parts(&self) -> impl Iterator<Item = &Expr> {
        self.from.iter().chain(&self.to)
    }

    fn parts_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        self.from.iter_mut().chain(&mut self.to)
    }
}

impl Branch {
    fn parts(&self) -> impl Iterator<Item = &Expr> {
        let sides = self.conditions.iter().flat_map(Relation::parts);
        std::iter::once(&self.value).chain(sides)
    }

    fn parts_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        let sides = self.conditions.iter_mut().flat_map(Relation::parts_mut);
        std::iter::once(&mut self.value).chain(sides)
    }
}

impl Relation {
    fn parts(&self) -> [&Expr; 2] {
        [&self.left, &self.right]
    }

    fn parts_mut(&mut self) -> [&mut Expr; 2] {
        [&mut self.left, &mut self.right]
    }
}
