//! The diagnosis of a wrong line of a derivation.

mod labelled;
mod planted;
mod rules;
mod sampled;
mod tables;
