//! The language of hand derivations: read, evaluate, judge line by line, name the mistake, typeset.

pub mod syntax;
