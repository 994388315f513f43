//! A problem with a blank, and a learner's answer to it.

use super::effort::has_derivative;
use super::verdict::Judgement;
use super::{Diagnosis, judge_with};
use crate::derivation::syntax::parse_expr;

/// How a blank is written.
const BLANK: &str = "___";

/// Judges a problem's text with the answer in place of its blank `___`.
///
/// An answer that repeats the question with a derivative in it is right but not finished:
/// [`Judgement::unfinished`] says so. An answer that cannot be read on its own makes the line unreadable.
///
/// ```
/// use pencilgrad::derivation::judge::judge_answer;
/// let problem = "problem d2.6\nd/dx (x^2 + x)^3 = ___";
/// assert!(judge_answer(problem, "3 (x^2 + x)^2 (2x + 1)", &|_| Vec::new()).is_right());
/// assert!(!judge_answer(problem, "d/dx (x^2 + x)^3", &|_| Vec::new()).is_right());
/// ```
pub fn judge_answer(problem: &str, answer: &str, diagnose: &Diagnosis<'_>) -> Judgement {
    let answer = answer.trim();
    let filled = if answer.is_empty() {
        problem.to_owned()
    } else {
        problem.replace(BLANK, &format!("({answer})"))
    };
    let mut judgement = judge_with(&filled, diagnose);
    let derivative_left = parse_expr(answer).is_ok_and(|expr| has_derivative(&expr));
    if derivative_left && judgement.first_not_right().is_none() {
        judgement.unfinished =
            Some("The answer still has a derivative in it: work it out.".to_owned());
    }
    judgement
}
