//! Reading a derivation: text in, a [`Document`] of lines out, each with one or more readings.
//!
//! Plain text, Unicode and a subset of LaTeX go through one lexer and one parser. The tree keeps the form the
//! writer chose; what it means (shapes, values, derivatives) is the business of the modules beside this one.

mod arguments;
mod ast;
mod bigs;
mod builtin;
mod builtins;
mod calls;
mod cases;
mod chars;
mod children;
mod choices;
mod commands;
mod derivatives;
mod digits;
mod document;
mod equations;
mod fractions;
mod groups;
mod indices;
mod latex;
mod layers;
mod letters;
mod lexer;
mod line_reading;
mod lines;
mod marks;
mod nabla;
mod name;
mod names;
mod pairs;
mod parser;
mod parts;
mod primary;
mod read;
mod reasons;
mod remember;
mod render;
mod roots;
mod rules;
mod scope;
mod span;
mod statements;
mod sugar;
mod terms;
mod token;
mod words;

pub use ast::{Expr, Kind};
pub use builtin::{Arity, Builtin};
pub use document::{Dim, Document, Layout, Line, Note, Reading, Rule, Statement, Type};
pub use name::{Index, Name};
pub use parts::{
    Bound, Branch, Comparison, Constant, Derivative, Function, Leibniz, Matrix, MulOp, Norm,
    Number, Relation, Side, Sign, Wrt,
};
pub use read::{parse, parse_expr};
pub use render::Place;
pub use span::{Span, SyntaxError};
