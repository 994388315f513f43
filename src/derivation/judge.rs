//! The judge: every line of a derivation against the line before it.
//!
//! A line is decided by exact derivatives at sampled points, never by one form of an expression: what is equal
//! wherever it is defined is right, however it is written.

mod answer;
mod complex;
mod decision;
mod effort;
mod example;
mod follow;
mod naming;
mod points;
mod reasons;
mod region;
mod report;
mod session;
mod verdict;
mod wrong;

pub use answer::judge_answer;
pub use example::CounterExample;
pub use naming::name_mistakes;
pub use verdict::{JudgedLine, Judgement, NamedMistake, Verdict};
pub use wrong::{Diagnosis, SampledValues, Samples, WrongLine};

use super::syntax::parse;
use session::Session;

/// Judges a derivation and names the mistakes of its wrong lines.
///
/// ```
/// use pencilgrad::derivation::judge;
/// let judged = judge("d/dx (x^2 + x)^3 = 3 (x^2 + x)^2");
/// assert_eq!(judged.verdict().name(), "wrong");
/// assert!(judge("d/dx (x^2 + x)^3 = 3 (x^2 + x)^2 (2x + 1)").is_right());
/// ```
pub fn judge(text: &str) -> Judgement {
    judge_with(text, &name_mistakes)
}

/// Judges a derivation and asks another diagnosis about each wrong line.
pub fn judge_with(text: &str, diagnose: &Diagnosis<'_>) -> Judgement {
    let document = parse(text);
    Session::new(text, &document, diagnose).run(&document)
}
