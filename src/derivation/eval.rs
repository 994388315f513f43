//! Values of expressions, with exact derivatives of any order.

pub(crate) mod agreement;
mod blocks;
mod calculus;
mod calls;
mod chains;
mod compile;
mod dependence;
mod dependents;
mod double_double;
mod double_double_functions;
mod environment;
pub(crate) mod evaluator;
mod extent;
mod jet;
mod limit;
mod literals;
pub(crate) mod machine;
mod notation;
mod powers;
pub(crate) mod program;
mod real;
mod replace;
mod resolve;
pub(crate) mod sampling;
mod series;
mod solve;
mod tensor;
mod unknown;
mod usage;
pub(crate) mod world;

pub use compile::Meaningless;
pub(crate) use dependence::known as inferred_dependence;
pub use double_double::DoubleDouble;
pub use environment::{Definition, Environment};
pub(crate) use literals::fraction;
pub(crate) use unknown::hash_text;
