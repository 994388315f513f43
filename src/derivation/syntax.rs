//! Reading a derivation: text in, a [`Document`] of lines out, each with one or more readings.
//!
//! Plain text, Unicode and a subset of LaTeX go through one lexer and one parser. The tree keeps the form the
//! writer chose; what it means (shapes, values, derivatives) is the business of the modules beside this one.

mod ast;
mod bigs;
mod builtin;
mod calls;
mod chars;
mod children;
mod choices;
mod commands;
mod derivatives;
mod document;
mod equations;
mod fractions;
mod latex;
mod lexer;
mod lines;
mod marks;
mod name;
mod names;
mod pairs;
mod parser;
mod primary;
mod read;
mod rules;
mod scope;
mod span;
mod statements;
mod terms;
mod token;
mod words;

pub use ast::{
    Bound, Branch, Comparison, Constant, Derivative, Expr, Function, Kind, Leibniz, Matrix, MulOp,
    Norm, Number, Relation, Side, Sign, Wrt,
};
pub use builtin::{Arity, Builtin};
pub use document::{Dim, Document, Layout, Line, Note, Reading, Rule, Statement, Type};
pub use name::{Index, Name};
pub use read::{parse, parse_expr};
pub use span::{Span, SyntaxError};
