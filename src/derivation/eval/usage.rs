//! How names are used, for all that a learner does not declare: `Σ_i a_i` makes a a vector, `dy/dx` makes y depend on x.

use crate::derivation::syntax::{
    Bound, Derivative, Dim, Expr, Function, Index, Kind, Leibniz, Name,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the expressions of a document say about undeclared names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Usage {
    /// Names whose entries are summed over: the dimension of each index.
    pub(crate) vectors: BTreeMap<Name, Vec<Dim>>,
    /// The range of each bound index.
    pub(crate) ranges: BTreeMap<String, Dim>,
    /// What undeclared names are differentiated by as in `dy/dx`, and whether with ∂.
    pub(crate) numerators: BTreeMap<Name, Vec<(Name, bool)>>,
    /// Names with a prime, as in `y'`.
    pub(crate) primed: BTreeSet<Name>,
    /// Functions whose inverse is used.
    pub(crate) inverted: BTreeSet<Name>,
    /// Functions that are called.
    pub(crate) called: BTreeSet<Name>,
    /// The variables of all derivatives, in order.
    pub(crate) variables: Vec<Name>,
    /// Whether ∂ and d by the same variable stand together.
    pub(crate) total_and_partial: bool,
}

impl Usage {
    pub(crate) fn of<'a>(expressions: impl IntoIterator<Item = &'a Expr>) -> Self {
        let expressions: Vec<&Expr> = expressions.into_iter().collect();
        let mut usage = Self::default();
        expressions.iter().for_each(|expr| usage.scan(expr));
        expressions
            .iter()
            .for_each(|expr| usage.scan_vectors(expr, &mut Vec::new()));
        let (mut total, mut partial) = (BTreeSet::new(), BTreeSet::new());
        for by in usage.numerators.values() {
            for (name, is_partial) in by {
                let set = if *is_partial {
                    &mut partial
                } else {
                    &mut total
                };
                set.insert(name.clone());
            }
        }
        usage.total_and_partial = total.intersection(&partial).next().is_some();
        usage
    }

    pub(crate) fn dimensions(&self) -> Vec<Dim> {
        let vectors = self.vectors.values().flatten();
        vectors.chain(self.ranges.values()).cloned().collect()
    }

    fn scan(&mut self, expr: &Expr) {
        match &expr.kind {
            Kind::Derivative(derivative) => self.derivative(derivative),
            Kind::Prime { operand, .. } => {
                if let Kind::Name(name) = &operand.kind {
                    self.primed.insert(name.clone());
                }
            }
            Kind::Call { function, .. } => self.function(function),
            Kind::Big { bounds, .. } => bounds.iter().for_each(|bound| self.range(bound)),
            _ => {}
        }
        expr.children()
            .into_iter()
            .for_each(|child| self.scan(child));
    }

    fn function(&mut self, function: &Function) {
        match function {
            Function::Named(name) => {
                self.called.insert(name.clone());
            }
            Function::Inverse(name) => {
                self.inverted.insert(name.clone());
            }
            Function::Composed(parts) => parts.iter().for_each(|part| self.function(part)),
            Function::Builtin(_) => {}
        }
    }

    fn derivative(&mut self, derivative: &Derivative) {
        let partial = matches!(
            derivative.notation,
            Leibniz::Fraction { partial: true }
                | Leibniz::Operator { partial: true }
                | Leibniz::Nabla
        );
        for wrt in &derivative.by {
            let Kind::Name(variable) = &wrt.variable.kind else {
                continue;
            };
            if !self.variables.contains(variable) {
                self.variables.push(variable.clone());
            }
            if let Kind::Name(name) = &derivative.operand.kind
                && name != variable
            {
                self.numerators
                    .entry(name.clone())
                    .or_default()
                    .push((variable.clone(), partial));
            }
        }
    }

    fn range(&mut self, bound: &Bound) {
        let dim = match bound.to.as_ref().map(|to| &to.kind) {
            Some(Kind::Name(name)) => Dim::Named(name.to_string()),
            Some(Kind::Number(number)) if number.value >= 1.0 && number.value <= 64.0 => {
                Dim::Number(number.value as u32)
            }
            Some(_) => return,
            None => Dim::Named(format!("#{}", bound.index)),
        };
        let known = self.ranges.get(&bound.index.symbol);
        let anonymous =
            known.is_none_or(|dim| matches!(dim, Dim::Named(name) if name.starts_with('#')));
        if anonymous {
            self.ranges.insert(bound.index.symbol.clone(), dim);
        }
    }

    /// Finds the names that are indexed by a bound index: those are vectors and matrices.
    fn scan_vectors<'a>(&mut self, expr: &'a Expr, bound: &mut Vec<&'a str>) {
        if let Kind::Big { bounds, .. } = &expr.kind {
            bound.extend(bounds.iter().map(|b| b.index.symbol.as_str()));
            expr.children()
                .into_iter()
                .for_each(|child| self.scan_vectors(child, bound));
            bound.truncate(bound.len() - bounds.len());
            return;
        }
        if let Kind::Name(name) = &expr.kind {
            let is_bound = |index: &Index| matches!(index, Index::Letter { symbol, .. } if bound.contains(&symbol.as_str()));
            if name.indices.iter().any(is_bound) {
                self.vector(name);
            }
        }
        if let Kind::Derivative(derivative) = &expr.kind {
            for wrt in &derivative.by {
                self.scan_vectors(&wrt.variable, bound);
            }
            return self.scan_vectors(&derivative.operand, bound);
        }
        expr.children()
            .into_iter()
            .for_each(|child| self.scan_vectors(child, bound));
    }

    fn vector(&mut self, name: &Name) {
        let dims: Vec<Dim> = name
            .indices
            .iter()
            .map(|index| self.dimension(index))
            .collect();
        let known = self
            .vectors
            .entry(name.base())
            .or_insert_with(|| dims.clone());
        for (old, new) in known.iter_mut().zip(dims) {
            if matches!(old, Dim::Named(name) if name.starts_with('#')) {
                *old = new;
            }
        }
    }

    /// The dimension an index runs over.
    pub(crate) fn dimension(&self, index: &Index) -> Dim {
        match index {
            Index::Letter { symbol, .. } => {
                let known = self.ranges.get(symbol).cloned();
                known.unwrap_or_else(|| Dim::Named(format!("#{symbol}")))
            }
            Index::Number(_) => Dim::Named("#".to_owned()),
        }
    }
}
