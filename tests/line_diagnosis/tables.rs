//! Walks the tables, so that no rule can stand there unchecked.

use crate::sampled::Sampled;
use pencilgrad::derivation::judge;
use pencilgrad::derivation::line_diagnosis::{Case, LineDiagnosis, REPAIRS, diagnose};
use pencilgrad::derivation::malrules::{MALRULES, MISREADINGS, MISWRITINGS};
use pencilgrad::derivation::syntax::{Expr, parse_expr};
use pencilgrad::mistake;

pub(crate) fn expr(text: &str) -> Expr {
    parse_expr(text).unwrap_or_else(|errors| panic!("{text}: {errors:?}"))
}

pub(crate) fn name_it(before: &str, claimed: &str) -> Vec<LineDiagnosis> {
    diagnose(&Case {
        before: &expr(before),
        claimed: &expr(claimed),
        by: None,
        meaning: &Sampled,
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
fn every_miswriting_and_every_misreading_explains_its_example() {
    let miswritings = MISWRITINGS.iter().map(|row| (row.id, row.example));
    let misreadings = MISREADINGS.iter().map(|row| (row.id, row.example));
    for (id, (before, wrong)) in miswritings.chain(misreadings) {
        let ids: Vec<&str> = name_it(before, wrong)
            .iter()
            .map(|found| found.id)
            .collect();
        assert!(
            ids.contains(&id),
            "{before} = {wrong}: {id} expected, found {ids:?}"
        );
        assert_eq!(name_it(before, before), [], "{before} is right");
        assert!(mistake::find(id).is_some(), "{id} is in no catalogue");
    }
}

#[test]
fn every_repair_explains_its_example() {
    for row in REPAIRS {
        let (given, wrong) = row.example;
        let judged = judge(&format!("{given}{wrong}"));
        let (last, before) = judged.lines.split_last().expect("the example has a line");
        assert!(
            before.iter().all(|line| line.verdict.is_right()),
            "{judged}"
        );
        let ids: Vec<&str> = last.mistakes.iter().map(|mistake| mistake.id).collect();
        assert!(
            ids.contains(&row.id),
            "{wrong}: {} expected\n{judged}",
            row.id
        );
        assert!(
            mistake::find(row.id).is_some(),
            "{} is in no catalogue",
            row.id
        );
    }
}
