//! The book's two modes of automatic differentiation, small enough to read: the rule stands next to the operation.

mod dual;
mod tape;

pub use dual::Dual;
pub use tape::{Adjoints, Tape, Var};
