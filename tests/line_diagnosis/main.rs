//! The diagnosis of a wrong line of a derivation.

mod labelled;
mod layers;
mod planted;
mod rules;
mod sampled;
mod tables;
