//! Derivatives with error bounds, a gradient checker that names the mistake, and a judge of hand derivations.

pub mod autodiff;
#[cfg(doctest)]
mod book;
pub mod derivation;
pub mod mistake;
