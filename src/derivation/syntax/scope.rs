//! What is declared so far: it decides which letters are names and which names are functions.

use std::collections::HashSet;

/// The names a reader of the derivation knows at a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    values: HashSet<String>,
    functions: HashSet<String>,
    dependents: HashSet<String>,
    layered: HashSet<String>,
    /// The length of the longest declared word, in characters.
    longest: usize,
    matrices: bool,
}

impl Scope {
    pub(super) fn add_value(&mut self, symbol: &str) {
        self.remember(symbol);
        self.values.insert(symbol.to_owned());
    }

    pub(super) fn add_function(&mut self, symbol: &str) {
        self.remember(symbol);
        self.functions.insert(symbol.to_owned());
    }

    pub(super) fn add_dependent(&mut self, symbol: &str) {
        self.remember(symbol);
        self.dependents.insert(symbol.to_owned());
    }

    /// From here on an index above this symbol is a layer, not a power.
    pub(super) fn add_layered(&mut self, symbol: &str) {
        self.layered.insert(symbol.to_owned());
    }

    /// A vector or a matrix was declared, so `I` is the identity.
    pub(super) fn add_matrices(&mut self) {
        self.matrices = true;
    }

    /// Makes a word one name without saying what it is.
    pub(super) fn remember(&mut self, symbol: &str) {
        self.longest = self.longest.max(symbol.chars().count());
    }

    pub(super) fn is_value(&self, symbol: &str) -> bool {
        self.values.contains(symbol) || self.dependents.contains(symbol)
    }

    pub(super) fn is_function(&self, symbol: &str) -> bool {
        self.functions.contains(symbol)
    }

    pub(super) fn is_dependent(&self, symbol: &str) -> bool {
        self.dependents.contains(symbol)
    }

    pub(super) fn is_layered(&self, symbol: &str) -> bool {
        self.layered.contains(symbol)
    }

    pub(super) fn is_declared(&self, symbol: &str) -> bool {
        self.is_value(symbol) || self.is_function(symbol)
    }

    pub(super) fn has_matrices(&self) -> bool {
        self.matrices
    }

    /// The longest declared word, in characters.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }
}
