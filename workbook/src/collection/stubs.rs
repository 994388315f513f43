//! What the learner starts from: a stub that compiles without warnings and fails in the way its card says.
//!
//! A learner's progress turns this red, so it belongs to `dev check` and not to `cargo test`.

use super::card::Starts;
use super::evidence::{self, Evidence, Trial};
use super::judge::{indent, names};
use super::problem::{self, Problem, Problems};
use super::run::Outcome;
use super::scratch::Answer;
use super::{Collection, Exercise, signatures};

/// Proves of every exercise that its stub has the reference's public signatures, compiles without warnings,
/// and fails every test by `todo!`, or makes the mistake that its card names; and that no stray file lies about.
///
/// # Errors
///
/// When cargo cannot be run at all. What is wrong with a stub is in the answer.
pub fn prove(collection: &Collection) -> Result<Problems, Problems> {
    let answers: Vec<Answer<'_>> = collection.exercises.iter().map(Answer::stub).collect();
    let mut problems = Problems::default();
    for evidence in evidence::gather(collection, &answers)? {
        let exercise = evidence.exercise;
        for sentence in complaints(&evidence) {
            problems.push(Problem::new(&collection.root, &exercise.stub(), sentence));
        }
        problems.extend(strays(collection, exercise)?);
        problems.extend(other_signatures(collection, exercise)?);
    }
    Ok(problems)
}

fn complaints(evidence: &Evidence<'_>) -> Vec<String> {
    evidence
        .trials
        .iter()
        .flat_map(|trial| judge_stub(evidence, trial))
        .collect()
}

fn judge_stub(evidence: &Evidence<'_>, trial: &Trial) -> Vec<String> {
    if let Some(compiler) = &trial.compiler {
        return vec![format!("the stub must compile, and does not:\n{compiler}")];
    }
    let mut found: Vec<String> = trial
        .warnings
        .iter()
        .map(|said| format!("the stub must compile without warnings:\n{said}"))
        .collect();
    let outcomes = || evidence.tests.iter().zip(&trial.outcomes);
    match &evidence.exercise.card.starts {
        Starts::Todo => {
            let begun = outcomes().filter(|(_, outcome)| !outcome.waits());
            found.extend(begun.map(|(test, outcome)| {
                let message = indent(outcome.message());
                format!("`{test}` must fail by the stub's `todo!`, and does not:\n{message}")
            }));
        }
        Starts::Wrong(id) => {
            let mistake = pencilgrad::mistake::find(id).expect("the card was read");
            let told = |(_, outcome): (&String, &Outcome)| names(outcome.message(), mistake);
            if !outcomes().any(told) {
                found.push(format!(
                    "the stub must make the mistake `{id}`, and no message names it."
                ));
            }
        }
    }
    found
}

fn other_signatures(collection: &Collection, exercise: &Exercise) -> Result<Problems, Problem> {
    let root = &collection.root;
    let stub = problem::read(root, &exercise.stub())?;
    let solution = problem::read(root, &exercise.solution())?;
    let mut problems = Problems::default();
    if let (Ok(stub), Ok(solution)) = (signatures::public(&stub), signatures::public(&solution)) {
        for missing in solution.difference(&stub) {
            let sentence = format!("the reference has `{missing}`, and the stub does not.");
            problems.push(Problem::new(root, &exercise.stub(), sentence));
        }
        for extra in stub.difference(&solution) {
            let sentence = format!("the stub has `{extra}`, and the reference does not.");
            problems.push(Problem::new(root, &exercise.stub(), sentence));
        }
    }
    Ok(problems)
}

/// Files and folders of an exercise, and nothing else.
const PLAN: &[&str] = &[
    "Cargo.toml",
    "exercise.toml",
    "mistakes",
    "solution",
    "src",
    "tests",
];

fn strays(collection: &Collection, exercise: &Exercise) -> Result<Problems, Problem> {
    let root = &collection.root;
    let mut problems = Problems::default();
    for path in problem::entries(root, &exercise.folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !problem::hidden(&path) && !PLAN.contains(&name.as_ref()) {
            let sentence =
                "an exercise has no such file; see exercises/README.md for those it has.";
            problems.push(Problem::new(root, &path, sentence));
        }
    }
    for path in problem::entries(root, &exercise.folder.join("src"))? {
        if !problem::hidden(&path) && !path.ends_with("lib.rs") {
            let sentence = "the stub is `src/lib.rs` alone; move what is here into it.";
            problems.push(Problem::new(root, &path, sentence));
        }
    }
    Ok(problems)
}
