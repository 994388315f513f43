//! What a name means: a parameter, a definition, an entry of a vector, a dimension, a variable.

use super::compile::{Compiled, Compiler, meaningless, number, visit};
use super::environment::Definition;
use super::program::{Formula, Node, Op, Slot, SlotKind};
use super::unknown::{INCREASING, hash_text};
use crate::derivation::syntax::{Dim, Expr, Index, Kind, Name, Span, Type};
use std::collections::BTreeSet;

impl Compiler<'_> {
    /// What a name means where it stands.
    pub(crate) fn name(&mut self, name: &Name, span: Span) -> Compiled<Op> {
        if let Some(slot) = self.scoped(name) {
            return Ok(Op::Slot(slot));
        }
        let base = name.base();
        if !name.indices.is_empty() && self.scoped(&base).is_some() {
            return self.entry(&base, &name.indices, span);
        }
        if let Some(definition) = self.env.definition(name).cloned() {
            return self.defined(name, &definition, span);
        }
        if self.env.knows(name) {
            return Ok(Op::Slot(self.variable(name, span)?));
        }
        if !name.indices.is_empty()
            && let Some(op) = self.indexed(name, span)?
        {
            return Ok(op);
        }
        if name.is_bare()
            && let Some(size) = self.world.named(&name.symbol)
        {
            return Ok(number(size as f64).op);
        }
        if let Some(definition) = self.indexed_definition(name) {
            return Ok(Op::Slot(self.vector_definition(
                &base,
                &definition,
                span,
            )?));
        }
        Ok(Op::Slot(self.variable(name, span)?))
    }

    fn scoped(&self, name: &Name) -> Option<usize> {
        let found = self.scope.iter().rev().find(|(known, _)| known == name);
        found.map(|(_, slot)| *slot)
    }

    /// A defined quantity, or a defined function written without its arguments.
    fn defined(&mut self, name: &Name, definition: &Definition, span: Span) -> Compiled<Op> {
        if !definition.parameters.is_empty() {
            let formula = self.formula(name, span)?;
            let mut arguments = Vec::new();
            for parameter in &definition.parameters {
                let op = self.name(parameter, span)?;
                arguments.push(Node::new(op, span));
            }
            return Ok(Op::Call(formula, arguments));
        }
        if let Some(&slot) = self.slots.get(name) {
            return self.finished(name, slot, span).map(Op::Slot);
        }
        let slot = self.local(name.clone(), (1, 1));
        self.slots.insert(name.clone(), slot);
        self.open.insert(name.clone());
        let body = self.outside(|compiler| compiler.node(&definition.body));
        self.open.remove(name);
        self.fill(slot, SlotKind::Definition(body?));
        Ok(Op::Slot(slot))
    }

    fn finished(&self, name: &Name, slot: usize, span: Span) -> Compiled<usize> {
        if self.open.contains(name) {
            return Err(meaningless(
                span,
                &format!(
                    "{name} is defined by itself; give the new one another name, such as {name}_new"
                ),
            ));
        }
        Ok(slot)
    }

    fn fill(&mut self, slot: usize, kind: SlotKind) {
        if let SlotKind::Definition(body) = &kind
            && let Some(shape) = super::extent::extent(&self.program, body)
        {
            self.program.slots[slot].shape = shape;
        }
        self.program.slots[slot].kind = kind;
    }

    /// Compiles outside all scopes: a definition does not see the parameters of its user.
    pub(crate) fn outside<T>(
        &mut self,
        compile: impl FnOnce(&mut Self) -> Compiled<T>,
    ) -> Compiled<T> {
        let scope = std::mem::take(&mut self.scope);
        self.depth += 1;
        let result = compile(self);
        self.depth -= 1;
        self.scope = scope;
        result
    }

    /// The formula of a defined function.
    pub(crate) fn formula(&mut self, name: &Name, span: Span) -> Compiled<usize> {
        if let Some(&formula) = self.formulas.get(name) {
            return self.finished(name, formula, span);
        }
        let Some(definition) = self.env.definition(name).cloned() else {
            return Err(meaningless(span, &format!("{name} has no definition")));
        };
        let index = self.program.formulas.len();
        self.formulas.insert(name.clone(), index);
        self.program.formulas.push(Formula {
            parameters: Vec::new(),
            body: number(0.0),
        });
        self.open.insert(name.clone());
        let formula = self.outside(|compiler| {
            let mut parameters = Vec::new();
            for parameter in &definition.parameters {
                let shape = compiler.shape_of(parameter);
                let slot = compiler.local(parameter.clone(), shape);
                compiler.scope.push((parameter.clone(), slot));
                parameters.push(slot);
            }
            Ok(Formula {
                parameters,
                body: compiler.node(&definition.body)?,
            })
        });
        self.open.remove(name);
        self.program.formulas[index] = formula?;
        Ok(index)
    }

    /// An entry of a vector or matrix; `None` when the name is no entry but a variable of its own.
    fn indexed(&mut self, name: &Name, span: Span) -> Compiled<Option<Op>> {
        let base = name.base();
        if self.env.definition(&base).is_some() || self.declared_dims(&base).is_some() {
            return self.entry(&base, &name.indices, span).map(Some);
        }
        // w_jk is an entry of W when only W is declared.
        let capital = Name {
            symbol: base.symbol.to_uppercase(),
            ..base.clone()
        };
        let is_matrix = self
            .declared_dims(&capital)
            .is_some_and(|dims| dims.len() == 2);
        if name.indices.len() == 2 && is_matrix {
            return self.entry(&capital, &name.indices, span).map(Some);
        }
        if let Some(definition) = self.indexed_definition(name) {
            self.vector_definition(&base, &definition, span)?;
            return self.entry(&base, &name.indices, span).map(Some);
        }
        let letters = name
            .indices
            .iter()
            .all(|index| matches!(index, Index::Letter { .. }));
        if matches!(base.symbol.as_str(), "δ" | "Δ")
            && letters
            && name.indices.len() == 2
            && !self.env.dimensions().is_empty()
        {
            let mut indices = self.indices(&name.indices, None, span)?;
            if let (Some(b), Some(a)) = (indices.pop(), indices.pop()) {
                return Ok(Some(Op::KroneckerDelta(Box::new(a), Box::new(b))));
            }
        }
        Ok(None)
    }

    fn entry(&mut self, base: &Name, indices: &[Index], span: Span) -> Compiled<Op> {
        let op = self.name(base, span)?;
        let dims = self.declared_dims(base).or_else(|| self.extent_dims(&op));
        let indices = self.indices(indices, dims.as_deref(), span)?;
        Ok(Op::Entry(Box::new(Node::new(op, span)), indices))
    }

    fn extent_dims(&self, op: &Op) -> Option<Vec<Dim>> {
        let node = Node::new(op.clone(), Span::default());
        let (rows, columns) = super::extent::extent(&self.program, &node)?;
        let dims = [rows, columns].map(|size| Dim::Number(size as u32));
        Some(if columns == 1 {
            dims[..1].to_vec()
        } else {
            dims.to_vec()
        })
    }

    pub(crate) fn indices(
        &mut self,
        indices: &[Index],
        dims: Option<&[Dim]>,
        span: Span,
    ) -> Compiled<Vec<Node>> {
        let dim = |position: usize| dims.and_then(|dims| dims.get(position)).cloned();
        let mut nodes = Vec::new();
        for (position, index) in indices.iter().enumerate() {
            nodes.push(self.index(index, dim(position), span)?);
        }
        Ok(nodes)
    }

    pub(crate) fn index(&mut self, index: &Index, dim: Option<Dim>, span: Span) -> Compiled<Node> {
        let (symbol, shift) = match index {
            Index::Number(value) => return Ok(number(f64::from(*value))),
            Index::Letter { symbol, shift } => (symbol, *shift),
        };
        let slot = match self.scoped(&Name::new(symbol)) {
            Some(slot) => Op::Slot(slot),
            None => match self.world.named(symbol) {
                Some(size) => number(size as f64).op,
                None => Op::Slot(self.free_index(symbol, dim)),
            },
        };
        let node = Node::new(slot, span);
        if shift == 0 {
            return Ok(node);
        }
        Ok(Node::new(
            Op::Sum(vec![node, number(f64::from(shift))]),
            span,
        ))
    }

    /// An index without a sum: the line is claimed for each of its values.
    fn free_index(&mut self, symbol: &str, dim: Option<Dim>) -> usize {
        if let Some(&slot) = self.free_indices.get(symbol) {
            return slot;
        }
        let dim = dim.or_else(|| self.env.usage.ranges.get(symbol).cloned());
        let limit = dim.map_or(2, |dim| self.world.size(&dim));
        let slot = self.local(Name::new(symbol), (1, 1));
        self.program.slots[slot].kind = SlotKind::FreeIndex(limit);
        self.free_indices.insert(symbol.to_owned(), slot);
        slot
    }

    /// `let z_j = …`: the definition of all entries at once.
    fn indexed_definition(&self, name: &Name) -> Option<(Vec<String>, Expr)> {
        let mut definitions = self.env.definitions.iter();
        let same = |known: &Name| {
            known.base() == name.base()
                && (name.indices.is_empty() || known.indices.len() == name.indices.len())
        };
        definitions.find_map(|(known, definition)| {
            let letters: Option<Vec<String>> = known.indices.iter().map(letter).collect();
            let letters = letters.filter(|letters| !letters.is_empty() && same(known))?;
            Some((letters, definition.body.clone()))
        })
    }

    /// The vector whose entries `let z_j = …` defines.
    fn vector_definition(
        &mut self,
        base: &Name,
        definition: &(Vec<String>, Expr),
        span: Span,
    ) -> Compiled<usize> {
        if let Some(&slot) = self.slots.get(base) {
            return self.finished(base, slot, span);
        }
        let (letters, body) = definition;
        let [letter] = letters.as_slice() else {
            return Err(meaningless(
                span,
                "a definition with several indices cannot be used as a whole; use the same letters as its definition",
            ));
        };
        let index = Name::new(letter);
        let dim = self.env.usage.ranges.get(letter).cloned();
        let dim = self
            .range_of(&index, body)
            .or(dim)
            .unwrap_or_else(|| Dim::Named("#".to_owned()));
        let size = self.world.size(&dim);
        let slot = self.local(base.clone(), (size, 1));
        self.slots.insert(base.clone(), slot);
        self.open.insert(base.clone());
        let rows = self.outside(|compiler| {
            let local = compiler.local(index.clone(), (1, 1));
            compiler.scope.push((index.clone(), local));
            let body = compiler.node(body)?;
            let row = |k: usize| Op::At(Box::new(body.clone()), vec![(local, number(k as f64))]);
            Ok((1..=size).map(|k| vec![Node::new(row(k), span)]).collect())
        });
        self.open.remove(base);
        self.fill(
            slot,
            SlotKind::Definition(Node::new(Op::Matrix(rows?), span)),
        );
        Ok(slot)
    }

    /// A new slot.
    pub(crate) fn local(&mut self, name: Name, shape: (usize, usize)) -> usize {
        self.program.slots.push(Slot {
            name,
            kind: SlotKind::Local,
            shape,
        });
        self.program.slots.len() - 1
    }

    /// The slot of a variable: sampled, unless it depends on others.
    pub(crate) fn variable(&mut self, name: &Name, span: Span) -> Compiled<usize> {
        if let Some(&slot) = self.slots.get(name) {
            return Ok(slot);
        }
        let shape = self.shape_of(name);
        let slot = self.local(name.clone(), shape);
        self.slots.insert(name.clone(), slot);
        let on = self.depends_on(name);
        let kind = if on.is_empty()
            && let Some(kind) = self.constrained(name, slot)?
        {
            kind
        } else if on.is_empty() {
            let ty = self.env.declared(name);
            SlotKind::Variable {
                integer: matches!(ty, Some(Type::Integer)),
                symmetric: matches!(ty, Some(Type::Symmetric(_))),
            }
        } else if let Some(equation) = self.equation_for(name) {
            SlotKind::Implicit(equation?)
        } else {
            let mut slots = Vec::new();
            for name in &on {
                let op = self.outside(|compiler| compiler.name(name, span))?;
                if let Op::Slot(slot) = op {
                    slots.push(slot);
                }
            }
            SlotKind::Dependent {
                on: slots,
                seed: self.seed(name),
            }
        };
        self.program.slots[slot].kind = kind;
        Ok(slot)
    }

    /// Which random function stands for a name without a formula.
    pub(crate) fn seed(&self, name: &Name) -> u64 {
        let seed = hash_text(&name.to_string()) & !INCREASING;
        if self.env.usage.inverted.contains(name) {
            seed | INCREASING
        } else {
            seed
        }
    }

    /// The equation that fixes a dependent name, as a node that is 0.
    fn equation_for(&mut self, name: &Name) -> Option<Compiled<Node>> {
        let env = self.env;
        let mentions = |expr: &Expr| {
            let mut found = false;
            visit(expr, &mut |expr| {
                found |= matches!(&expr.kind, Kind::Name(known) if known == name)
            });
            found
        };
        let equation = env
            .equations
            .iter()
            .find(|e| mentions(&e.left) || mentions(&e.right))?;
        Some(self.zero(equation))
    }

    /// The rows and columns a declared or implied name has; 1×1 otherwise.
    pub(crate) fn shape_of(&self, name: &Name) -> (usize, usize) {
        let dims = self.declared_dims(name).unwrap_or_default();
        let sizes: Vec<usize> = dims.iter().map(|dim| self.world.size(dim)).collect();
        match sizes.as_slice() {
            [rows] => (*rows, 1),
            [rows, columns, ..] => (*rows, *columns),
            [] => (1, 1),
        }
    }

    /// The dimensions of a vector or matrix.
    pub(crate) fn declared_dims(&self, name: &Name) -> Option<Vec<Dim>> {
        match self.env.declared(name) {
            Some(ty) => type_dims(ty),
            None if self.env.definition(name).is_some() => None,
            None => self.env.usage.vectors.get(name).cloned(),
        }
    }

    /// What an undefined name depends on: as declared, else as its derivatives show.
    pub(crate) fn depends_on(&self, name: &Name) -> Vec<Name> {
        super::dependence::known(self.env, name)
    }

    /// All names an expression mentions, through definitions.
    pub(crate) fn free_names(&self, expr: &Expr) -> BTreeSet<Name> {
        let (mut names, mut opened) = (BTreeSet::new(), BTreeSet::new());
        self.gather(expr, &mut names, &mut opened);
        names
    }

    fn gather(&self, expr: &Expr, names: &mut BTreeSet<Name>, opened: &mut BTreeSet<Name>) {
        visit(expr, &mut |expr| {
            let Kind::Name(name) = &expr.kind else { return };
            match self.env.definition(name) {
                Some(definition) => {
                    if opened.len() < 100 && opened.insert(name.clone()) {
                        self.gather(&definition.body, names, opened);
                    }
                }
                None => {
                    names.insert(name.clone());
                }
            }
        });
    }
}

fn letter(index: &Index) -> Option<String> {
    match index {
        Index::Letter { symbol, shift: 0 } if symbol.chars().count() == 1 => Some(symbol.clone()),
        _ => None,
    }
}

/// The dimensions of a type; `None` for a number.
pub(crate) fn type_dims(ty: &Type) -> Option<Vec<Dim>> {
    match ty {
        Type::Scalar | Type::Integer => None,
        Type::Vector(n) => Some(vec![n.clone()]),
        Type::Matrix(m, n) => Some(vec![m.clone(), n.clone()]),
        Type::Symmetric(n) => Some(vec![n.clone(), n.clone()]),
        Type::Function(_, to) => type_dims(to),
    }
}
