//! Derivatives with error bounds, a gradient checker that names the mistake, and a judge of hand derivations.

pub mod autodiff;
#[cfg(doctest)]
mod book;
pub mod check;
pub mod derivation;
pub mod diagnosis;
pub mod gradient;
pub mod mistake;
pub mod numeric;
pub mod params;
pub mod report;
pub mod sample;
#[cfg(not(target_family = "wasm"))]
pub mod strategies;
