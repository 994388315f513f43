//! What is known when a line is read: declarations, definitions, assumptions, and how names are used.

use super::usage::Usage;
use crate::derivation::syntax::{
    Comparison, Dim, Document, Expr, Layout, Name, Reading, Relation, Statement, Type,
};
use std::collections::BTreeMap;

/// A definition: `let f(x) = …`, or a quantity without parameters.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// The parameters; empty for a quantity.
    pub parameters: Vec<Name>,
    /// The formula.
    pub body: Expr,
}

/// Everything the lines so far have said about names.
///
/// Built line by line with [`Environment::admit`]; lines evaluated under it see the definitions made before them.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    pub(crate) types: BTreeMap<Name, Type>,
    pub(crate) definitions: BTreeMap<Name, Definition>,
    pub(crate) dependences: BTreeMap<Name, Vec<Name>>,
    pub(crate) assumptions: Vec<Relation>,
    pub(crate) equations: Vec<Relation>,
    pub(crate) layout: Layout,
    pub(crate) usage: Usage,
    /// Whether `∂` holds the quantities its operand is written in (needed where `d` and `∂` stand together).
    pub(crate) explicit_partials: bool,
    /// The size of 𝟏 and I where none is written.
    pub(crate) unit: Option<Dim>,
    /// Whether a fractional power of a negative number is real when its denominator is odd.
    pub(crate) no_odd_roots: bool,
}

impl Environment {
    /// An environment that knows how names are used in a document, but none of its statements yet.
    pub fn of(document: &Document) -> Self {
        let readings = document
            .lines
            .iter()
            .filter_map(|line| line.readings.first());
        Self::using(readings.flat_map(|reading| reading.statement.sides()))
    }

    /// An environment for expressions that stand alone.
    pub fn using<'a>(expressions: impl IntoIterator<Item = &'a Expr>) -> Self {
        Self {
            usage: Usage::of(expressions),
            ..Self::default()
        }
    }

    /// An environment for one claim that stands alone, with one of its readings.
    pub fn of_reading(reading: &Reading) -> Self {
        Self::using(reading.statement.sides())
    }

    /// Takes in what a statement declares, assumes or defines; claims add nothing.
    pub fn admit(&mut self, statement: &Statement) {
        match statement {
            Statement::Declaration { names, ty } => {
                for name in names {
                    self.types.insert(name.clone(), ty.clone());
                }
            }
            Statement::Dependence { names, on } => {
                for name in names {
                    self.dependences
                        .entry(name.clone())
                        .or_default()
                        .extend(on.iter().cloned());
                }
            }
            Statement::Assumption(relations) => {
                relations.iter().for_each(|relation| self.assume(relation));
            }
            Statement::Definition {
                name,
                parameters,
                body,
                ..
            } => {
                let (parameters, body) = (parameters.clone(), body.clone());
                self.definitions
                    .insert(name.clone(), Definition { parameters, body });
            }
            Statement::Layout(layout) => self.layout = *layout,
            _ => {}
        }
    }

    /// Takes in a relation that holds by decree.
    pub fn assume(&mut self, relation: &Relation) {
        let equation = relation.comparison == Comparison::Equal;
        let list = if equation {
            &mut self.equations
        } else {
            &mut self.assumptions
        };
        list.push(relation.clone());
    }

    /// The definition of a name, if it has one.
    pub fn definition(&self, name: &Name) -> Option<&Definition> {
        self.definitions.get(name)
    }

    /// The declared type of a name, if it has one.
    pub fn declared(&self, name: &Name) -> Option<&Type> {
        self.types.get(name)
    }

    /// Whether anything was said about the name.
    pub fn knows(&self, name: &Name) -> bool {
        self.types.contains_key(name)
            || self.definitions.contains_key(name)
            || self.dependences.contains_key(name)
    }

    /// Whether some name depends on another in a way no equation has fixed yet.
    pub(crate) fn equations_open(&self) -> bool {
        let dependent = !self.dependences.is_empty()
            || !self.usage.numerators.is_empty()
            || !self.usage.primed.is_empty();
        dependent && self.equations.is_empty()
    }

    /// Whether a name without a formula depends on another.
    pub(crate) fn is_dependent(&self, name: &Name) -> bool {
        if self.definitions.contains_key(name) {
            return false;
        }
        self.dependences.contains_key(name) || !super::dependence::inferred(self, name).is_empty()
    }

    /// The same without those that stand for an index without a range, unless there are no others.
    pub(crate) fn named_dimensions(&self) -> Vec<Dim> {
        let all = self.dimensions();
        let named = |dim: &&Dim| !matches!(dim, Dim::Named(name) if name.starts_with('#'));
        let named: Vec<Dim> = all.iter().filter(named).cloned().collect();
        if named.is_empty() { all } else { named }
    }

    /// The dimensions that stand in declarations and sums, in the order of their names.
    pub(crate) fn dimensions(&self) -> Vec<Dim> {
        let mut dims: Vec<Dim> = self.types.values().flat_map(dimensions_of).collect();
        dims.extend(self.usage.dimensions());
        dims.sort();
        dims.dedup();
        dims
    }
}

fn dimensions_of(ty: &Type) -> Vec<Dim> {
    match ty {
        Type::Scalar | Type::Integer => Vec::new(),
        Type::Vector(n) | Type::Symmetric(n) => vec![n.clone()],
        Type::Matrix(m, n) => vec![m.clone(), n.clone()],
        Type::Function(from, to) => [dimensions_of(from), dimensions_of(to)].concat(),
    }
}
