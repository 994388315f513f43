//! Reading a derivation: text in, a [`Document`] of lines out, each with one or more readings.
//!
//! Plain text, Unicode and a subset of LaTeX go through one lexer and one parser. The tree keeps the form the
//! writer chose; what it means (shapes, values, derivatives) is the business of the modules beside this one.

mod ast;
mod builtin;
mod children;
mod document;
mod name;
mod span;

pub use ast::{
    Bound, Branch, Comparison, Constant, Derivative, Expr, Function, Kind, Leibniz, Matrix, MulOp,
    Norm, Number, Relation, Side, Sign, Wrt,
};
pub use builtin::{Arity, Builtin};
pub use document::{Dim, Document, Layout, Line, Note, Reading, Rule, Statement, Type};
pub use name::{Index, Name};
pub use span::{Span, SyntaxError};
