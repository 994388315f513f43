//! Some numbers are right and others wrong, and what the wrong ones have in common.

use super::Case;
use super::evidence::{Evidence, Expected};
use super::table::Finding;

/// Each number is right or has the opposite sign.
pub(super) fn signs(evidence: &Evidence) -> Option<Finding> {
    let fits = evidence.explained_each(0, |case, k| {
        let sign = if case.right(k) { 1.0 } else { -1.0 };
        Some(Expected::scaled(case, k, sign))
    });
    let text = match which(evidence) {
        Some(names) => {
            format!("{names} has the right size and the opposite sign; the rest is right.")
        }
        None => {
            "Some numbers have the right size and the opposite sign; the rest is right.".to_string()
        }
    };
    fits.then(|| Finding::new("sign-lost", text)).flatten()
}

/// Each number is right, or wrong by a whole factor, or by one over a whole number, or zero.
pub(super) fn whole_ratios(evidence: &Evidence) -> Option<Finding> {
    let mut factors: Vec<f64> = Vec::new();
    for case in evidence.cases {
        for k in (0..case.claimed.len()).filter(|k| !case.right(*k)) {
            let c = case.ratio(k)?;
            let whole = match c {
                c if case.claimed[k] == 0.0 => c,
                c if c.abs() < 1.0 => 1.0 / (1.0 / c).round(),
                c => c.round(),
            };
            let near = Expected::scaled(case, k, whole).is(case.claimed[k]);
            if !near || !(0.0..=9.0).contains(&whole) {
                return None;
            }
            factors.push(whole);
        }
    }
    let all = |test: fn(&f64) -> bool| !factors.is_empty() && factors.iter().all(test);
    let names = which(evidence).unwrap_or_else(|| "Some numbers".to_string());
    if all(|c| *c == 0.0) {
        let text = format!(
            "{names}: zero in your answer, right elsewhere. That is consistent with a path that is never followed."
        );
        return Finding::new("part-left-zero", text);
    }
    if factors.len() < 2 {
        return None;
    }
    if all(|c| *c > 1.0) {
        let text = format!(
            "{names}: a whole multiple of the true one, right elsewhere. That is consistent with a contribution that is counted more than once."
        );
        return Finding::new("accumulated-twice", text);
    }
    let text = format!(
        "{names}: a half, a third, … of the true one, right elsewhere. That is consistent with several uses of which only one is kept."
    );
    all(|c| (0.0..1.0).contains(c) && *c > 0.0)
        .then(|| Finding::new("last-write-wins", text))
        .flatten()
}

/// Only the first or the last numbers of a list are wrong, at every point.
pub(super) fn edges(evidence: &Evidence) -> Option<Finding> {
    if !evidence.uniform() {
        return None;
    }
    let mut edge = (false, false);
    for (_, range) in evidence.ranges() {
        let (first, last) = (range.start, range.end - 1);
        for case in evidence.cases {
            for k in range.clone().filter(|k| !case.right(*k)) {
                match k {
                    _ if range.len() < 5 => return None,
                    k if k == first => edge.0 = true,
                    k if k == last => edge.1 = true,
                    _ => return None,
                }
            }
        }
    }
    let which = match edge {
        (true, true) => "The first and the last number are wrong",
        (true, false) => "Only the first number is wrong",
        _ => "Only the last number is wrong",
    };
    let text = format!(
        "{which}, everything between is right. That is consistent with a loop that starts or ends one off, or a rule of its own at the edge."
    );
    Finding::new("edge-wrong", text)
}

/// One threshold on the coordinate separates right from wrong.
pub(super) fn one_side(evidence: &Evidence) -> Option<Finding> {
    let mut marks = Vec::new();
    for case in evidence.cases {
        for k in 0..case.claimed.len() {
            let telling = case.known(k) || !case.right(k);
            if telling {
                marks.push((case.x(k)?, case.right(k), case.claimed[k] == 0.0));
            }
        }
    }
    marks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let wrong = marks.iter().filter(|mark| !mark.1).count();
    if wrong < 4 || marks.len() - wrong < 4 || marks.len() < 16 {
        return None;
    }
    let cut = match marks[0].1 {
        true => marks.len() - wrong,
        false => wrong,
    };
    let separated =
        marks[..cut].iter().all(|mark| mark.1 == marks[0].1) && marks[cut - 1].0 < marks[cut].0;
    if !separated {
        return None;
    }
    let threshold = match (marks[cut - 1].0, marks[cut].0) {
        (low, high) if low <= 0.0 && high >= 0.0 => 0.0,
        (low, high) => f64::midpoint(low, high),
    };
    let side = if marks[0].1 { "above" } else { "below" };
    let zero = marks.iter().filter(|mark| !mark.1).all(|mark| mark.2);
    let there = if zero { "; there yours is zero" } else { "" };
    let text = format!(
        "Your answer is right on one side and wrong where the coordinate is {side} about {threshold}{there}. That is consistent with one branch of a function that is defined by cases."
    );
    Finding::new("branch-wrong", text)
}

/// The names that are wrong at some point, if they are few and the same everywhere.
fn which(evidence: &Evidence) -> Option<String> {
    if !evidence.uniform() || evidence.cases[0].claimed.len() < 2 {
        return None;
    }
    let case: &Case = &evidence.cases[0];
    let wrong = |k: &usize| evidence.cases.iter().any(|case| !case.right(*k));
    let names: Vec<&str> = (0..case.names.len())
        .filter(wrong)
        .map(|k| case.names[k].as_str())
        .collect();
    (names.len() <= 4 && names.len() < case.names.len()).then(|| names.join(", "))
}
