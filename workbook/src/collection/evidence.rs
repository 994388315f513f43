//! What was seen: every answer compiled against the tests, and every test run.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::cargo::{self, Built};
use super::planted::Planted;
use super::problem::Problems;
use super::run::{self, Outcome};
use super::scratch::{Answer, Scratch};
use super::{Collection, Exercise};

/// What the tests did with one answer.
#[derive(Debug, Clone)]
pub(super) struct Trial {
    /// The name of the answer, see [`Answer::name`].
    pub(super) answer: String,
    /// The file that was tried.
    pub(super) source: PathBuf,
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
        source: answer.source.clone(),
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
    /// The planted mistake that a trial is of, if it is of one.
    pub(super) fn planted(&self, trial: &Trial) -> Option<&Planted> {
        let mut mistakes = self.exercise.mistakes.iter();
        mistakes.find(|planted| planted.file == trial.source)
    }

    fn add(&mut self, tests: Vec<String>, trial: Trial) {
        if self.tests.is_empty() {
            self.tests = tests;
        }
        self.trials.push(trial);
    }
}
