//! The diagnosis of a wrong line of a derivation.

mod sampled;
mod tables;
