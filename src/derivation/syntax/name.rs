//! Names: one symbol, perhaps with a layer above and indices below.

use std::fmt;

/// A name such as `x`, `θ`, `ŷ`, `loss`, `x_1`, `W_{jk}`, `a^L`, `z^{(2)}_j`.
///
/// Whether `x_1` is a variable of its own or the first entry of a vector `x` is not known here: it depends on what
/// is declared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    /// The symbol: one letter with its accent (`y`, `θ`, `ŷ`) or a declared word (`loss`).
    pub symbol: String,
    /// An index written above: the `L` of `a^L`, the `2` of `z^{(2)}`. Never a power.
    pub layer: Option<String>,
    /// The indices written below, in order.
    pub indices: Vec<Index>,
}

/// One index below a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Index {
    /// `x_1`. Matrices and vectors count from 1, as on paper.
    Number(u32),
    /// `x_i`, `x_{i+1}`, `x_{max}`: a letter or word and what is added to it.
    Letter {
        /// The letter or the word.
        symbol: String,
        /// What is added: 1 in `x_{i+1}`.
        shift: i32,
    },
}

impl Index {
    /// The index `i`, unshifted.
    pub fn letter(symbol: &str) -> Self {
        Self::Letter {
            symbol: symbol.to_owned(),
            shift: 0,
        }
    }
}

impl Name {
    /// A bare symbol, without indices.
    pub fn new(symbol: &str) -> Self {
        Self {
            symbol: symbol.to_owned(),
            layer: None,
            indices: Vec::new(),
        }
    }

    /// The same name without the indices below: what a declaration declares.
    pub fn base(&self) -> Self {
        Self {
            indices: Vec::new(),
            ..self.clone()
        }
    }

    /// Whether it has neither layer nor indices.
    pub fn is_bare(&self) -> bool {
        self.layer.is_none() && self.indices.is_empty()
    }
}

impl fmt::Display for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Letter { symbol, shift: 0 } => f.write_str(symbol),
            Self::Letter { symbol, shift } => write!(f, "{symbol}{shift:+}"),
        }
    }
}

/// The plain form that the parser reads back: `x_1`, `W_{j,k}`, `a^{(L)}_j`.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.symbol)?;
        if let Some(layer) = &self.layer {
            write!(f, "^{{({layer})}}")?;
        }
        match self.indices.as_slice() {
            [] => Ok(()),
            [Index::Number(number)] => write!(f, "_{number}"),
            [Index::Letter { symbol, shift: 0 }] if symbol.chars().count() == 1 => {
                write!(f, "_{symbol}")
            }
            indices => {
                let parts: Vec<String> = indices.iter().map(Index::to_string).collect();
                write!(f, "_{{{}}}", parts.join(","))
            }
        }
    }
}
