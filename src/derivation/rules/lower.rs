//! From the tree of a line to a formula the rules can handle.

use super::derive::derivative;
use super::functions;
use super::term::{Kind, LANES, Leaf, Sort, Term, Var};
use crate::derivation::syntax::{
    Builtin, Constant, Derivative, Expr, Function, Kind as Tree, Leibniz, Name, Sign, Span, Wrt,
};
use std::cell::RefCell;
use std::rc::Rc;

/// What the names of a line mean, and what the evaluator says about its parts.
pub trait Meaning {
    /// The values of a scalar expression at every sampled point, NaN where it has none; `None` when it is not a
    /// scalar or cannot be evaluated at all.
    fn values(&self, expr: &Expr) -> Option<Vec<f64>>;

    /// What a name was defined as: its parameters (none for a quantity) and its body.
    fn definition(&self, name: &Name) -> Option<(&[Name], &Expr)>;

    /// Whether `name` was declared to depend on `on`.
    fn depends(&self, name: &Name, on: &Name) -> bool;
}

/// Reads the expressions of one line into formulas over the same leaves.
pub struct Reader<'m> {
    meaning: &'m dyn Meaning,
    /// The sampled points to use, in this order.
    points: Vec<usize>,
    leaves: Vec<(Expr, Term)>,
    /// The leaves that something is differentiated by.
    variables: Vec<(Expr, Var)>,
    bindings: Vec<(Name, Term)>,
    origins: Vec<Expr>,
    expansions: usize,
    room: usize,
}

impl<'m> Reader<'m> {
    /// Formulas longer than this are not read: no learner writes them, and recursion stays shallow.
    const ROOM: usize = 600;
    /// Definitions inside definitions.
    const EXPANSIONS: usize = 40;
    /// Derivatives of a higher order grow too fast.
    const ORDER: u32 = 4;

    /// A reader that evaluates at these points, a multiple of [`LANES`] of them.
    pub fn new(meaning: &'m dyn Meaning, points: Vec<usize>) -> Self {
        debug_assert_eq!(points.len() % LANES, 0);
        Self {
            meaning,
            points,
            leaves: Vec::new(),
            variables: Vec::new(),
            bindings: Vec::new(),
            origins: Vec::new(),
            expansions: 0,
            room: Self::ROOM,
        }
    }

    /// The expression that a part of a formula was read from.
    pub fn origin(&self, term: &Term) -> Option<&Expr> {
        term.origin().map(|index| &self.origins[index])
    }

    /// The sampled points in use, in their order.
    pub fn points(&self) -> &[usize] {
        &self.points
    }

    /// The variables and parameters met so far.
    pub fn names(&self) -> impl Iterator<Item = (&Name, &Term)> {
        self.leaves
            .iter()
            .filter_map(|(expr, term)| match &expr.kind {
                Tree::Name(name) => Some((name, term)),
                _ => None,
            })
    }

    /// Reads an expression; `None` when it is no scalar, or too long.
    pub fn read(&mut self, expr: &Expr) -> Option<Term> {
        self.meet_variables(expr, 0);
        self.expression(expr)
    }

    /// Leaves of the variables come first, so that a name can know whether it depends on one.
    fn meet_variables(&mut self, expr: &Expr, depth: usize) {
        expr.walk(&mut |part| match &part.kind {
            Tree::Derivative(derivative) => {
                for wrt in &derivative.by {
                    self.variable(&wrt.variable);
                }
            }
            Tree::Name(name) if depth < 4 => {
                if let Some((_, body)) = self.meaning.definition(name) {
                    self.meet_variables(body, depth + 1);
                }
            }
            _ => {}
        });
    }

    fn variable(&mut self, expr: &Expr) -> Option<Var> {
        if let Some((_, var)) = self.variables.iter().find(|(known, _)| known == expr) {
            return Some(*var);
        }
        let Tree::Name(name) = &expr.kind else {
            return None;
        };
        if let Some((_, bound)) = self.bindings.iter().rev().find(|(known, _)| known == name) {
            return leaf_of(bound);
        }
        let leaf = self.leaf(expr, Sort::Name)?;
        let var = leaf_of(&leaf)?;
        self.variables.push((expr.clone(), var));
        Some(var)
    }

    fn expression(&mut self, expr: &Expr) -> Option<Term> {
        self.room = self.room.checked_sub(1)?;
        let term = self.known_form(expr).or_else(|| self.opaque(expr))?;
        self.origins.push(expr.clone());
        Some(term.written_at(self.origins.len() - 1))
    }

    fn known_form(&mut self, expr: &Expr) -> Option<Term> {
        match &expr.kind {
            Tree::Number(number) => Some(Term::number(number.value)),
            Tree::Constant(Constant::E) => self.leaf(expr, Sort::E),
            Tree::Constant(Constant::Pi) => self.leaf(expr, Sort::Pi),
            Tree::Name(name) => self.name(name, expr),
            Tree::Signed(Sign::Plus, inner) => self.expression(inner),
            Tree::Signed(Sign::Minus, inner) => Some(-self.expression(inner)?),
            Tree::Sum(terms) => self.sum(terms),
            Tree::Product(factors) => {
                let factors = factors.iter().map(|(_, factor)| self.expression(factor));
                Some(Term::product(factors.collect::<Option<Vec<_>>>()?))
            }
            Tree::Quotient(above, below) => Some(self.expression(above)? / self.expression(below)?),
            Tree::Power { base, exponent, .. } => {
                let base = self.expression(base)?;
                Some(base.pow(&self.expression(exponent)?))
            }
            Tree::Abs(inner) => Some(self.expression(inner)?.abs()),
            Tree::Call {
                function,
                order,
                arguments,
            } => self.call(function, *order, arguments),
            Tree::Derivative(derivative) => self.written_derivative(derivative),
            Tree::Prime { operand, order } => self.prime(operand, *order),
            _ => None,
        }
    }

    fn sum(&mut self, terms: &[(Sign, Expr)]) -> Option<Term> {
        let terms = terms.iter().map(|(sign, term)| match sign {
            Sign::Plus => self.expression(term),
            Sign::Minus => Some(-self.expression(term)?),
            Sign::PlusMinus => None,
        });
        Some(Term::sum(terms.collect::<Option<Vec<_>>>()?))
    }

    fn name(&mut self, name: &Name, expr: &Expr) -> Option<Term> {
        if let Some((_, bound)) = self.bindings.iter().rev().find(|(known, _)| known == name) {
            return Some(bound.clone());
        }
        match self.meaning.definition(name) {
            Some(([], body)) => self.expand(|reader| reader.expression(body)),
            _ => self.leaf(expr, Sort::Name),
        }
    }

    fn call(&mut self, function: &Function, order: u32, arguments: &[Expr]) -> Option<Term> {
        match function {
            Function::Builtin(builtin) if order == 0 => self.builtin(*builtin, arguments),
            Function::Named(name) => {
                let (parameters, body) = self.meaning.definition(name)?;
                if parameters.len() != arguments.len() {
                    return None;
                }
                let arguments = arguments.iter().map(|argument| self.expression(argument));
                let arguments = arguments.collect::<Option<Vec<_>>>()?;
                self.defined(parameters, body, order, arguments)
            }
            _ => None,
        }
    }

    fn builtin(&mut self, builtin: Builtin, arguments: &[Expr]) -> Option<Term> {
        let read = arguments.iter().map(|argument| self.expression(argument));
        match (builtin, read.collect::<Option<Vec<_>>>()?.as_slice()) {
            (Builtin::LogBase, [base, of]) => Some(of.call(Builtin::Ln) / base.ln()),
            (Builtin::Root, [index, of]) => Some(of.pow(&(1.0 / index))),
            (_, [of]) if functions::find(builtin).is_some() => Some(of.call(builtin)),
            _ => None,
        }
    }

    /// A defined function at its arguments, differentiated `order` times by its one parameter.
    fn defined(
        &mut self,
        parameters: &[Name],
        body: &Expr,
        order: u32,
        mut arguments: Vec<Term>,
    ) -> Option<Term> {
        if order > 0 {
            let [argument] = arguments.as_mut_slice() else {
                return None;
            };
            if leaf_of(argument).is_none() {
                *argument = self.stand_in(argument)?;
            }
        }
        let by = arguments.first().and_then(leaf_of);
        let outside = self.bindings.len();
        self.bindings
            .extend(parameters.iter().cloned().zip(arguments));
        let body = self.expand(|reader| reader.expression(body));
        self.bindings.truncate(outside);
        if order == 0 {
            return body;
        }
        derive(body?, by?, order)
    }

    /// A leaf with the values of a formula: f′ at that formula is the derivative by this leaf.
    fn stand_in(&mut self, of: &Term) -> Option<Term> {
        let values = of.values(self.points.len());
        let name = Expr::from(Tree::Name(Name::new("·")));
        let leaf = self.new_leaf(name, Sort::Name, values)?;
        let Kind::Leaf(made) = leaf.kind() else {
            return None;
        };
        for (_, var) in &self.variables {
            made.slopes.borrow_mut().push((*var, derivative(of, *var)));
        }
        Some(leaf)
    }

    fn expand(&mut self, read: impl FnOnce(&mut Self) -> Option<Term>) -> Option<Term> {
        if self.expansions == Self::EXPANSIONS {
            return None;
        }
        self.expansions += 1;
        let term = read(self);
        self.expansions -= 1;
        term
    }

    fn written_derivative(&mut self, written: &Derivative) -> Option<Term> {
        let mut term = self.expression(&written.operand)?;
        if written.order > Self::ORDER || written.by.is_empty() {
            return None;
        }
        // ∂²f/∂x∂y differentiates by the last one written first; for smooth f the order does not matter.
        for wrt in written.by.iter().rev() {
            let by = self.variable(&wrt.variable)?;
            term = derive(term, by, wrt.order)?;
        }
        Some(term)
    }

    fn prime(&mut self, operand: &Expr, order: u32) -> Option<Term> {
        let term = self.expression(operand)?;
        let mut names = self.names().filter_map(|(_, leaf)| leaf_of(leaf));
        let by = names.find(|var| term.depends_on(*var))?;
        if order > Self::ORDER || names.any(|var| term.depends_on(var)) {
            return None;
        }
        derive(term, by, order)
    }

    fn leaf(&mut self, expr: &Expr, sort: Sort) -> Option<Term> {
        if let Some((_, leaf)) = self.leaves.iter().find(|(known, _)| known == expr) {
            return Some(leaf.clone());
        }
        let values = match sort {
            Sort::E => vec![std::f64::consts::E; self.points.len()],
            Sort::Pi => vec![std::f64::consts::PI; self.points.len()],
            Sort::Name | Sort::Opaque => self.column(expr)?,
        };
        self.new_leaf(expr.clone(), sort, values)
    }

    fn opaque(&mut self, expr: &Expr) -> Option<Term> {
        self.leaf(expr, Sort::Opaque)
    }

    fn new_leaf(&mut self, expr: Expr, sort: Sort, values: Vec<f64>) -> Option<Term> {
        let var = self.leaves.len();
        if var == Leaf::MOST {
            return None;
        }
        let slopes = self.slopes(&expr, sort);
        let depends = slopes
            .iter()
            .fold(1 << var, |mask, (on, _)| mask | (1 << on));
        let leaf = Term::new(Kind::Leaf(Rc::new(Leaf {
            var,
            sort,
            values,
            slopes: RefCell::new(Vec::new()),
            depends,
        })));
        self.leaves.push((expr.clone(), leaf.clone()));
        // The slope of a slope is left out: the rules call it NaN, and no prediction rests on it.
        let asked = slopes.into_iter().filter(|_| !is_derivative(&expr));
        for (on, slope) in asked {
            let slope = self.leaf(&slope, Sort::Opaque)?;
            if let Kind::Leaf(made) = leaf.kind() {
                made.slopes.borrow_mut().push((on, slope));
            }
        }
        Some(leaf)
    }

    /// The variables that a new leaf depends on without being one of them, each with the derivative to ask for.
    fn slopes(&self, expr: &Expr, sort: Sort) -> Vec<(Var, Expr)> {
        let depends = |on: &Expr| match (&expr.kind, &on.kind, sort) {
            (Tree::Name(name), Tree::Name(on), Sort::Name) => self.meaning.depends(name, on),
            (_, _, Sort::Opaque) => self.varies(&derivative_of(expr, on)),
            _ => false,
        };
        let on = self.variables.iter().filter(|(on, _)| depends(on));
        on.map(|(on, var)| (*var, derivative_of(expr, on)))
            .collect()
    }

    fn varies(&self, slope: &Expr) -> bool {
        let values = self.column(slope).unwrap_or_default();
        values
            .iter()
            .any(|&value| value != 0.0 && value.is_finite())
    }

    fn column(&self, expr: &Expr) -> Option<Vec<f64>> {
        let all = self.meaning.values(expr)?;
        Some(self.points.iter().map(|&point| all[point]).collect())
    }
}

fn leaf_of(term: &Term) -> Option<Var> {
    match term.kind() {
        Kind::Leaf(leaf) => Some(leaf.var),
        _ => None,
    }
}

fn is_derivative(expr: &Expr) -> bool {
    matches!(expr.kind, Tree::Derivative(_))
}

/// `term` as a written derivative of an order.
fn derive(mut term: Term, by: Var, order: u32) -> Option<Term> {
    for _ in 0..order {
        let value = derivative(&term, by);
        term = Term::new(Kind::Derive {
            operand: term,
            by,
            value,
        });
    }
    Some(term)
}

/// d/d`by` of an expression, as a tree.
pub(super) fn derivative_of(expr: &Expr, by: &Expr) -> Expr {
    Expr::from(Tree::Derivative(Derivative {
        notation: Leibniz::Operator { partial: false },
        operand: Box::new(expr.clone()),
        by: vec![Wrt {
            variable: Expr::new(by.kind.clone(), Span::default()),
            order: 1,
        }],
        order: 1,
    }))
}
