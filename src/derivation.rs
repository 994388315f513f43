//! The language of hand derivations: read, evaluate, judge line by line, name the mistake, typeset.

pub mod eval;
pub mod judge;
pub mod line_diagnosis;
pub mod malrules;
pub mod rules;
pub mod shape;
pub mod syntax;
pub mod typeset;

pub use judge::judge;
