//! The language of derivations: what each text is read as.
//!
//! A row pairs a text with the same thing written without any room for doubt; both must give the same tree.

mod anchors;
mod errors;
mod hostile;
mod lines;
mod reading_rules;
mod textbook;

use pencilgrad::derivation::syntax::{Document, Expr, Reading, Statement, parse};

/// The readings of the last line of a text that must be free of errors.
#[track_caller]
fn readings(text: &str) -> Vec<Reading> {
    let document = clean(text);
    document
        .lines
        .last()
        .map(|line| line.readings.clone())
        .unwrap_or_default()
}

#[track_caller]
fn clean(text: &str) -> Document {
    let document = parse(text);
    let errors = document.errors.iter();
    let shown: Vec<String> = errors
        .map(|error| format!("{} `{}`", error.message, error.span.of(text)))
        .collect();
    assert!(shown.is_empty(), "{text}\n  {}", shown.join("\n  "));
    document
}

fn only_expr(statement: &Statement) -> Option<&Expr> {
    match statement {
        Statement::Start(expr) => Some(expr),
        _ => None,
    }
}

/// Declarations that the rows rely on: x, y, z are quantities, f, g, h functions, A, W, X matrices, u, v vectors.
const PREAMBLE: &str =
    "let x, y, z, t : R\nlet f, g, h : R -> R\nlet A, W, X : R^{n×n}\nlet u, v, b : R^n\n\n";

#[track_caller]
fn exprs(text: &str) -> Vec<Expr> {
    let text = format!("{PREAMBLE}{text}");
    readings(&text)
        .iter()
        .filter_map(|reading| only_expr(&reading.statement).cloned())
        .collect()
}

/// Every row: the text has exactly one reading, and it is that of the explicit form.
#[track_caller]
fn all_read_as(rows: &[(&str, &str)]) {
    for (text, explicit) in rows {
        let (found, meant) = (exprs(text), exprs(explicit));
        assert_eq!(
            meant.len(),
            1,
            "`{explicit}` is not explicit: {}",
            shown(&meant)
        );
        assert_eq!(
            found.len(),
            1,
            "`{text}` has several readings: {}",
            shown(&found)
        );
        assert!(
            found[0] == meant[0],
            "`{text}` is read as `{}`, not as `{}`",
            found[0],
            meant[0]
        );
    }
}

/// Every row: the text has exactly these two readings, the first one preferred.
#[track_caller]
fn all_read_both_ways(rows: &[(&str, &str, &str)]) {
    for (text, first, other) in rows {
        let found = exprs(text);
        assert_eq!(
            found.len(),
            2,
            "`{text}` has {} readings: {}",
            found.len(),
            shown(&found)
        );
        for (found, explicit) in found.iter().zip([first, other]) {
            let meant = exprs(explicit);
            assert_eq!(
                meant.len(),
                1,
                "`{explicit}` is not explicit: {}",
                shown(&meant)
            );
            assert!(
                *found == meant[0],
                "`{text}` is read as `{found}`, not as `{}`",
                meant[0]
            );
        }
    }
}

fn shown(exprs: &[Expr]) -> String {
    exprs
        .iter()
        .map(Expr::to_string)
        .collect::<Vec<_>>()
        .join("  or  ")
}
