//! Derivatives with error bounds, a gradient checker that names the mistake, and a judge of hand derivations.

pub mod autodiff;
pub mod derivation;
pub mod mistake;
