//! Shapes, checked before any number: what an expression's rows and columns are, and where they do not fit.
//!
//! Named dimensions are given pairwise different sizes, so that a transposition is a shape error first; messages say
//! the names back.

mod infer;
mod messages;

pub(crate) use infer::infer;
pub(crate) use messages::check;
