//! The language of hand derivations: read, evaluate, judge line by line, name the mistake, typeset.

pub mod line_diagnosis;
pub mod malrules;
pub mod rules;
pub mod syntax;
pub mod typeset;
