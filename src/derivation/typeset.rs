//! Setting an expression: LaTeX, MathML and plain Unicode, in the writer's own form.
//!
//! The tree becomes pieces first (brackets are decided there, once for all three), and the pieces become
//! text. Nothing is reordered. Brackets stand where the tree needs them and where a reader could be in doubt.
//! Plain text and LaTeX are read back by the parser as the same tree.

mod brackets;
mod calls;
mod derivatives;
mod latex;
mod layout;
mod mathml;
mod piece;
mod plain;
mod statement;
mod symbols;

use super::syntax::{Expr, Statement};
use layout::Layout;
use std::fmt;

/// Plain Unicode, on one line: `3(x² + x)² (2x + 1)`.
///
/// ```
/// use pencilgrad::derivation::{syntax::parse_expr, typeset};
/// let expr = parse_expr(r"\frac{x+1}{2y}").unwrap();
/// assert_eq!(typeset::plain(&expr), "(x + 1)/(2y)");
/// ```
pub fn plain(expr: &Expr) -> String {
    plain::render(&Layout::linear(expr).expr(expr))
}

/// LaTeX for math mode, with commands that KaTeX knows.
///
/// ```
/// use pencilgrad::derivation::{syntax::parse_expr, typeset};
/// let expr = parse_expr("(x+1)/(2y)").unwrap();
/// assert_eq!(typeset::latex(&expr), r"\frac{x + 1}{2 y}");
/// ```
pub fn latex(expr: &Expr) -> String {
    latex::render(&Layout::planar(expr).expr(expr))
}

/// Presentation MathML, an `<mrow>` to stand inside `<math>`.
///
/// ```
/// use pencilgrad::derivation::{syntax::parse_expr, typeset};
/// let expr = parse_expr("x^2").unwrap();
/// assert_eq!(typeset::mathml(&expr), "<mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>");
/// ```
pub fn mathml(expr: &Expr) -> String {
    mathml::render(&Layout::planar(expr).expr(expr))
}

/// A whole line in plain Unicode, which the parser reads back.
pub fn plain_line(statement: &Statement) -> String {
    statement::line(statement, plain, "", " by ")
}

/// A whole line in LaTeX for math mode.
pub fn latex_line(statement: &Statement) -> String {
    statement::line(statement, latex, r"\text", r" \quad\text{by }")
}

/// The plain form.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&plain(self))
    }
}

/// The plain form of the line.
impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&plain_line(self))
    }
}
