//! The proof of the collection: references pass, planted mistakes fail and are told what they are,
//! and no test is there without a mistake that needs it.

use std::fmt;
use std::time::Duration;

use super::Collection;
use super::evidence;
use super::judge::judge;
use super::matrix::{matrix, transcript};
use super::problem::{Problem, Problems};
use super::scratch::Answer;

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
    let answers: Vec<Answer<'_>> = collection.exercises.iter().flat_map(Answer::all).collect();
    let mut proof = Proof {
        matrices: Vec::new(),
        times: Vec::new(),
        transcript: String::new(),
        problems: Problems::default(),
    };
    for evidence in evidence::gather(collection, &answers)? {
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
