//! The symbolic differentiator: one table of rules for the forms of a formula, one for the built-in functions.
//!
//! It serves the diagnosis of a wrong line ([`malrules`](super::malrules) is the same table with one rule broken) and
//! the count of rules that one line hides. The judge's verdict never rests on it: that is the evaluator's.

mod build;
mod derive;
mod functions;
mod lower;
mod raise;
mod table;
mod term;

pub use derive::{applications, apply, derivative, parts};
pub use functions::{FUNCTIONS, Row, find};
pub use lower::{Meaning, Reader};
pub use raise::raise;
pub use table::{Base, Of, RULES, Rule};
pub use term::{Kind, LANES, Lanes, Leaf, Sort, Term, Var};
