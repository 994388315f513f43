//! What is typeset is read back as the same tree: plain text and LaTeX, over generated trees.

mod trees;

use pencilgrad::derivation::syntax::{Expr, Statement, parse};
use pencilgrad::derivation::typeset;
use proptest::prelude::*;
use proptest::test_runner::Config;

/// Reads a text after declarations that make f and g functions and I the identity.
fn read(text: &str) -> Result<Expr, String> {
    let text = format!("let f, g : R -> R\n\nlet A : R^{{n×n}}\n\n{text}");
    let document = parse(&text);
    if let Some(error) = document.errors.first() {
        return Err(format!("{} at `{}`", error.message, error.span.of(&text)));
    }
    let readings = document.lines.last().map(|line| line.readings.clone());
    match readings.and_then(|readings| readings.into_iter().next()) {
        Some(reading) => match reading.statement {
            Statement::Start(expr) => Ok(expr),
            other => Err(format!("not an expression: {other:?}")),
        },
        None => Err("nothing was read".to_owned()),
    }
}

fn config() -> Config {
    Config {
        cases: 1_000,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(7),
        ..Config::default()
    }
}

/// Sets the tree, reads it, sets it again: the tree must be the same, and the message shows both texts.
fn check(tree: &Expr, set: fn(&Expr) -> String) -> Result<(), TestCaseError> {
    let text = set(tree);
    match read(&text) {
        Ok(back) if back == *tree => Ok(()),
        Ok(back) => Err(TestCaseError::fail(format!(
            "{text}  is read as  {}",
            set(&back)
        ))),
        Err(error) => Err(TestCaseError::fail(format!("{text}  is not read: {error}"))),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn plain_text_is_read_back_as_the_same_tree(tree in trees::expr()) {
        check(&tree, typeset::plain)?;
    }

    #[test]
    fn latex_is_read_back_as_the_same_tree(tree in trees::expr()) {
        check(&tree, typeset::latex)?;
    }
}
