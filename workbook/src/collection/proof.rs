//! The proof of the collection: references pass, planted mistakes fail and are told what they are,
//! and no test is there without a mistake that needs it.

use std::collections::BTreeSet;
use std::fmt;
use std::time::{Duration, Instant};

use pencilgrad::mistake::Mistake;

use super::cargo::{self, Built};
use super::planted::{Expectation, Planted};
use super::problem::{Problem, Problems};
use super::run::{self, Outcome};
use super::scratch::{Answer, Scratch};
use super::{Collection, Exercise};

/// What the tests did with one answer.
#[derive(Debug, Clone)]
pub(super) struct Trial {
    /// `reference`, `stub` or the name of a planted mistake.
    pub(super) answer: String,
    /// One for each test, in the order of [`Evidence::tests`].
    pub(super) outcomes: Vec<Outcome>,
    /// The compiler's words, when it did not compile.
    pub(super) compiler: Option<String>,
    /// The compiler's words, when it did.
    pub(super) warnings: Vec<String>,
    /// How long the tests ran.
    pub(super) elapsed: Duration,
}

/// What was seen of one exercise.
#[derive(Debug, Clone)]
pub(super) struct Evidence<'a> {
    pub(super) exercise: &'a Exercise,
    pub(super) tests: Vec<String>,
    pub(super) trials: Vec<Trial>,
}

/// The proof: a matrix an exercise, and what it shows to be wrong.
#[derive(Debug, Clone)]
pub struct Proof {
    matrices: Vec<String>,
    /// How long the tests of each reference ran, by the exercise's id.
    pub times: Vec<(String, Duration)>,
    /// What the learner reads, mistake by mistake: the first message of each.
    pub transcript: String,
    /// What to mend; empty when everything is proven.
    pub problems: Problems,
}

impl Proof {
    /// The matrices: a row an answer, a column a test, `x` where the test fails.
    pub fn matrices(&self) -> String {
        self.matrices.join("\n")
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.matrices(), self.problems)
    }
}

/// Proves every exercise of the collection, without looking at what the learner wrote.
///
/// # Errors
///
/// When cargo cannot be run at all. What is wrong with an exercise stands in [`Proof::problems`].
pub fn prove(collection: &Collection) -> Result<Proof, Problems> {
    let answers: Vec<Answer<'_>> = collection
        .exercises
        .iter()
        .flat_map(|exercise| {
            std::iter::once(Answer::reference(exercise)).chain(Answer::mistakes(exercise))
        })
        .collect();
    let mut proof = Proof {
        matrices: Vec::new(),
        times: Vec::new(),
        transcript: String::new(),
        problems: Problems::default(),
    };
    for evidence in gather(collection, &answers)? {
        proof.matrices.push(matrix(&evidence));
        proof.transcript += &transcript(&evidence);
        let reference = evidence
            .trials
            .first()
            .map_or(Duration::ZERO, |trial| trial.elapsed);
        proof.times.push((evidence.exercise.id.clone(), reference));
        for (place, sentence) in judge(&evidence) {
            let problem = Problem::new(&collection.root, &place, sentence);
            proof.problems.push(problem);
        }
    }
    Ok(proof)
}

/// Compiles and runs the answers; those of one exercise stand together.
pub(super) fn gather<'a>(
    collection: &'a Collection,
    answers: &[Answer<'a>],
) -> Result<Vec<Evidence<'a>>, Problems> {
    let scratch = Scratch::prepare(collection, answers)?;
    let builds = cargo::build(&scratch)?;
    let nothing = Built::default();
    let trials = run::in_parallel(answers.len(), |index| {
        let answer = &answers[index];
        let built = builds.get(&answer.package()).unwrap_or(&nothing);
        attempt(answer, built)
    });
    let mut evidence: Vec<Evidence<'a>> = Vec::new();
    for (answer, (tests, trial)) in answers.iter().zip(trials) {
        match evidence
            .last_mut()
            .filter(|last| last.exercise.id == answer.exercise.id)
        {
            Some(last) => last.add(tests, trial),
            None => evidence.push(Evidence {
                exercise: answer.exercise,
                tests,
                trials: vec![trial],
            }),
        }
    }
    Ok(evidence)
}

fn attempt(answer: &Answer<'_>, built: &Built) -> (Vec<String>, Trial) {
    let tests = built.binary.as_deref().map(run::list).unwrap_or_default();
    let mut trial = Trial {
        answer: answer.name.clone(),
        outcomes: Vec::new(),
        compiler: None,
        warnings: Vec::new(),
        elapsed: Duration::ZERO,
    };
    match &built.binary {
        Some(binary) => {
            let started = Instant::now();
            let outcome = |test: &String| run::test(binary, &answer.exercise.folder, test);
            trial.outcomes = tests.iter().map(outcome).collect();
            trial.elapsed = started.elapsed();
            trial.warnings = built.said.clone();
        }
        None => trial.compiler = Some(built.said.join("\n")),
    }
    (tests, trial)
}

impl Evidence<'_> {
    fn add(&mut self, tests: Vec<String>, trial: Trial) {
        if self.tests.is_empty() {
            self.tests = tests;
        }
        self.trials.push(trial);
    }
}

/// What the evidence shows to be wrong: the file, and the sentence.
fn judge(evidence: &Evidence<'_>) -> Vec<(std::path::PathBuf, String)> {
    let exercise = evidence.exercise;
    let mut found = Vec::new();
    for trial in &evidence.trials {
        let planted = exercise
            .mistakes
            .iter()
            .find(|planted| planted.name == trial.answer);
        let place = planted.map_or_else(|| exercise.solution(), |planted| planted.file.clone());
        let sentences = match (&trial.compiler, planted) {
            (Some(compiler), _) => vec![format!("it does not compile with the tests:\n{compiler}")],
            (None, Some(planted)) => judge_mistake(evidence, planted, trial),
            (None, None) => judge_reference(evidence, trial),
        };
        found.extend(
            sentences
                .into_iter()
                .map(|sentence| (place.clone(), sentence)),
        );
    }
    for sentence in judge_tests(evidence) {
        found.push((exercise.tests(), sentence));
    }
    found
}

fn judge_reference(evidence: &Evidence<'_>, trial: &Trial) -> Vec<String> {
    let failed = evidence
        .tests
        .iter()
        .zip(&trial.outcomes)
        .filter(|(_, outcome)| outcome.failed());
    failed
        .map(|(test, outcome)| {
            format!(
                "the reference must pass, and fails `{test}`:\n{}",
                indent(outcome.message())
            )
        })
        .collect()
}

fn judge_mistake(evidence: &Evidence<'_>, planted: &Planted, trial: &Trial) -> Vec<String> {
    let mut found = Vec::new();
    if !trial.outcomes.iter().any(Outcome::failed) {
        found.push(
            "the tests let this mistake through; add the property that it breaks.".to_owned(),
        );
        return found;
    }
    found.extend(broken_promise(evidence, planted, trial));
    for (test, outcome) in evidence.tests.iter().zip(&trial.outcomes) {
        found.extend(ill_worded(test, outcome));
    }
    found
}

fn broken_promise(evidence: &Evidence<'_>, planted: &Planted, trial: &Trial) -> Option<String> {
    match &planted.expectation {
        Expectation::Named(mistake) => {
            let said: Vec<&str> = trial.outcomes.iter().map(Outcome::message).collect();
            let said = said.join("\n\n");
            (!names(&said, mistake)).then(|| {
                let (id, sentence) = (mistake.id, mistake.sentence);
                format!("its first line promises `{id}`, but no message names it or says \"{sentence}\". They say:\n{}", indent(&said))
            })
        }
        Expectation::Fails(promised) => {
            match evidence.tests.iter().position(|test| test == promised) {
                Some(index) if trial.outcomes[index].failed() => None,
                Some(_) => Some(format!(
                    "its first line promises that `{promised}` fails, and it passes."
                )),
                None => Some(format!(
                    "its first line promises that `{promised}` fails, and there is no such test."
                )),
            }
        }
    }
}

/// A message that a beginner cannot read: the default words of an assertion, or lines too long for a terminal.
fn ill_worded(test: &str, outcome: &Outcome) -> Vec<String> {
    let message = outcome.message();
    let mut found = Vec::new();
    if matches!(outcome, Outcome::Failed(message) if message.is_empty())
        || message.starts_with("assertion")
    {
        found.push(format!(
            "`{test}` fails without words (\"{message}\"); say what should hold, with the numbers."
        ));
    }
    if let Some(long) = message.lines().find(|line| line.chars().count() > 80) {
        found.push(format!(
            "`{test}` prints a line of more than 80 columns:\n{}",
            indent(long)
        ));
    }
    found
}

/// Every test must be failed by a mistake and be worth points, and every point must belong to a test.
fn judge_tests(evidence: &Evidence<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mistakes = || {
        evidence
            .trials
            .iter()
            .filter(|trial| trial.answer != "reference")
    };
    for (index, test) in evidence.tests.iter().enumerate() {
        let needed = mistakes().any(|trial| trial.outcomes.get(index).is_some_and(Outcome::failed));
        if !needed {
            found.push(format!(
                "no planted mistake fails `{test}`; plant one, or drop the test."
            ));
        }
    }
    let tests: BTreeSet<&String> = evidence.tests.iter().collect();
    let points: BTreeSet<&String> = evidence.exercise.card.points.keys().collect();
    for test in tests.difference(&points) {
        found.push(format!(
            "`{test}` has no points; add it to [points] of exercise.toml."
        ));
    }
    for test in points.difference(&tests) {
        found.push(format!(
            "exercise.toml gives points to `{test}`, and there is no such test."
        ));
    }
    found
}

/// The matrix of an exercise: a row a mistake, a column a test, `x` where the test fails.
fn matrix(evidence: &Evidence<'_>) -> String {
    let mut lines = vec![evidence.exercise.id.clone()];
    for (index, test) in evidence.tests.iter().enumerate() {
        lines.push(format!("  {} {test}", letter(index)));
    }
    let width = evidence
        .trials
        .iter()
        .map(|trial| trial.answer.len())
        .max()
        .unwrap_or(0);
    let letters: Vec<String> = (0..evidence.tests.len())
        .map(|index| letter(index).to_string())
        .collect();
    lines.push(format!("  {:width$}  {}", "", letters.join(" ")));
    for trial in &evidence.trials {
        let marks: Vec<&str> = trial.outcomes.iter().map(mark).collect();
        let marks = if trial.compiler.is_some() {
            "does not compile".to_owned()
        } else {
            marks.join(" ")
        };
        lines.push(format!("  {:width$}  {marks}", trial.answer));
    }
    lines.join("\n") + "\n"
}

/// The first message of each mistake.
fn transcript(evidence: &Evidence<'_>) -> String {
    let mut text = String::new();
    for trial in &evidence.trials {
        let failed = trial.outcomes.iter().find(|outcome| outcome.failed());
        if let Some(outcome) = failed {
            let (id, message) = (&evidence.exercise.id, outcome.message());
            text += &format!("---- {id}, {}\n\n{message}\n\n", trial.answer);
        }
    }
    text
}

fn letter(index: usize) -> char {
    (b'a'..=b'z').nth(index).map_or('?', char::from)
}

fn mark(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => ".",
        Outcome::Failed(_) => "x",
        Outcome::Endless => "∞",
    }
}

/// Whether a message names a mistake, by its sentence or by its id.
pub(super) fn names(message: &str, mistake: &Mistake) -> bool {
    unwrapped(message).contains(mistake.sentence) || message.contains(&format!("`{}`", mistake.id))
}

/// A message with its line breaks taken out: a sentence may be wrapped anywhere.
pub(super) fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn indent(text: &str) -> String {
    text.lines()
        .map(|line| format!("    {line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}
