//! Walks the tables, so that no rule can stand there unchecked.

use crate::sampled::Sampled;
use pencilgrad::derivation::line_diagnosis::{LineDiagnosis, WrongLine, diagnose};
use pencilgrad::derivation::malrules::{MALRULES, MISWRITINGS};
use pencilgrad::derivation::syntax::{Expr, parse_expr};
use pencilgrad::mistake;

pub(crate) fn expr(text: &str) -> Expr {
    parse_expr(text).unwrap_or_else(|errors| panic!("{text}: {errors:?}"))
}

pub(crate) fn name_it(before: &str, claimed: &str) -> Vec<LineDiagnosis> {
    let text = before.to_owned();
    diagnose(&WrongLine {
        before: &expr(before),
        claimed: &expr(claimed),
        by: None,
        meaning: &Sampled,
        show: &|part| part.span.of(&text).to_owned(),
    })
}

#[test]
fn every_malrule_explains_its_example_and_accuses_no_right_line() {
    for row in MALRULES {
        let (of, wrong) = row.example;
        let line = format!("d/dx ({of})");
        let ids: Vec<&str> = name_it(&line, wrong).iter().map(|found| found.id).collect();
        assert!(
            ids.contains(&row.id),
            "{line} = {wrong}: {} expected, found {ids:?}",
            row.id
        );
        assert_eq!(name_it(&line, &line), [], "{line} is right");
        assert!(
            mistake::find(row.id).is_some(),
            "{} is in no catalogue",
            row.id
        );
    }
}

#[test]
fn every_miswriting_explains_its_example() {
    for row in MISWRITINGS {
        let (of, wrong) = row.example;
        let ids: Vec<&str> = name_it(of, wrong).iter().map(|found| found.id).collect();
        assert!(
            ids.contains(&row.id),
            "{of} = {wrong}: {} expected, found {ids:?}",
            row.id
        );
        assert!(
            mistake::find(row.id).is_some(),
            "{} is in no catalogue",
            row.id
        );
    }
}
