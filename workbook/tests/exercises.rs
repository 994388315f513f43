//! Proves every exercise of the workbook, whatever the learner has written so far.

#[path = "exercises/fixture.rs"]
mod fixture;
#[path = "exercises/proof.rs"]
mod proof;

use std::path::Path;

use workbook::collection::style::{self, Style};
use workbook::collection::{Collection, Problems, conventions};

fn collection() -> Collection {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workbook has a root");
    Collection::load(root).unwrap_or_else(|problems| panic!("{problems}"))
}

fn content(style: Style) -> Problems {
    match style {
        Style::Checked(problems) => problems,
        Style::NoTool(sentence) => {
            println!("not checked: {sentence}");
            Problems::default()
        }
    }
}

#[test]
fn every_exercise_keeps_the_conventions() {
    if let Err(problems) = conventions::check(&collection()) {
        panic!("{problems}");
    }
}

#[test]
fn references_pass_mistakes_are_named_and_every_test_is_needed() {
    let proof = workbook::collection::proof::prove(&collection())
        .unwrap_or_else(|problems| panic!("{problems}"));
    println!("{proof}");
    assert!(proof.problems.0.is_empty(), "{}", proof.problems);
}

#[test]
fn solutions_and_mistakes_are_formatted() {
    let problems = content(style::formatted(&collection()));
    assert!(problems.0.is_empty(), "{problems}");
}

#[test]
fn solutions_and_mistakes_are_linted() {
    let style = style::linted(&collection()).unwrap_or_else(|problems| panic!("{problems}"));
    let problems = content(style);
    assert!(problems.0.is_empty(), "{problems}");
}
