//! The right numbers in the wrong places. The bounds move with the numbers.

use super::Case;
use super::evidence::{Evidence, Expected};
use super::table::Finding;
use crate::params::{Block, Form};

/// For each place, the place whose number stands there; `None` for "anything" (what fell over the edge).
type Map = Vec<Option<usize>>;

/// The transpose of a square matrix; a matrix of any shape filled row by row where it is stored column by column.
pub(super) fn transposed(evidence: &Evidence) -> Option<Finding> {
    let by_rows = |block: &Block| -> Option<Map> {
        let matrix = block.form == Form::Matrix && block.rows > 1 && block.cols > 1;
        matrix.then(|| {
            let place = |k: usize| (k / block.cols) + block.rows * (k % block.cols);
            (0..block.len()).map(|k| Some(place(k))).collect()
        })
    };
    let by_columns = |block: &Block| -> Option<Map> {
        let map = by_rows(block)?;
        let mut inverse = vec![None; map.len()];
        for (k, from) in map.iter().enumerate() {
            inverse[(*from)?] = Some(k);
        }
        Some(inverse)
    };
    let square = (evidence.cases[0].blocks.iter())
        .filter(|b| b.form == Form::Matrix)
        .all(|b| b.rows == b.cols);
    let text = match square {
        true => "Your numbers are the true ones with rows and columns exchanged.",
        false => {
            "Your numbers are the true ones, read row by row where they are stored column by column. That is consistent with a transposed matrix that was reshaped to fit."
        }
    };
    let found = placed(evidence, by_rows) || placed(evidence, by_columns);
    found
        .then(|| Finding::new("gradient-transposed", text))
        .flatten()
}

/// First and last exchanged, and so on.
pub(super) fn reversed(evidence: &Evidence) -> Option<Finding> {
    let map = |block: &Block| Some((0..block.len()).rev().map(Some).collect());
    let text = "Your numbers are the true ones in reverse order.";
    arranged(evidence, map)
        .then(|| Finding::new("index-shifted", text))
        .flatten()
}

/// Every number some places further along; what falls over the edge comes in again, or is lost.
pub(super) fn shifted(evidence: &Evidence) -> Option<Finding> {
    let longest = evidence.cases[0].claimed.len().min(64) as isize;
    let steps = (1..longest).flat_map(|s| [s, -s]);
    for step in steps {
        for around in [true, false] {
            let map = |block: &Block| shift(block.len(), step, around);
            if arranged(evidence, map) {
                let (places, way) = (step.abs(), if step > 0 { "later" } else { "earlier" });
                let plural = if places == 1 { "place" } else { "places" };
                let text = format!(
                    "Your numbers are the true ones, each {places} {plural} {way} than it belongs."
                );
                return Finding::new("index-shifted", text);
            }
        }
    }
    None
}

fn shift(len: usize, step: isize, around: bool) -> Option<Map> {
    let n = len as isize;
    let enough = if around {
        step.abs() < n
    } else {
        2 * step.abs() < n && n > 3
    };
    enough.then(|| {
        let from = |k: isize| match around {
            true => Some((k - step).rem_euclid(n) as usize),
            false => Some(k - step)
                .filter(|f| (0..n).contains(f))
                .map(|f| f as usize),
        };
        (0..n).map(from).collect()
    })
}

/// Two numbers exchanged.
pub(super) fn swapped(evidence: &Evidence) -> Option<Finding> {
    if !evidence.uniform() {
        return None;
    }
    let len = evidence.cases[0].claimed.len();
    let wrong: Vec<usize> = (0..len)
        .filter(|k| evidence.cases.iter().any(|case| !case.right(*k)))
        .collect();
    let [a, b] = wrong[..] else {
        return None;
    };
    let mut map: Map = (0..len).map(Some).collect();
    map.swap(a, b);
    let names = evidence.cases[0].names;
    let text = format!("{} and {} are exchanged.", names[a], names[b]);
    (evidence.explained(1, |case| moved(case, &map)))
        .then(|| Finding::new("index-shifted", text))
        .flatten()
}

/// Any other order, the same at every point.
pub(super) fn permuted(evidence: &Evidence) -> Option<Finding> {
    if !evidence.uniform() || evidence.cases[0].claimed.len() < 3 {
        return None;
    }
    let map = (evidence.cases.iter()).find_map(matching)?;
    let moves = map
        .iter()
        .enumerate()
        .filter(|(k, from)| **from != Some(*k))
        .count();
    let text = "Your numbers are the true ones in another order.";
    (moves >= 3 && evidence.explained(2, |case| moved(case, &map)))
        .then(|| Finding::new("index-shifted", text))
        .flatten()
}

/// The permutation that turns the truth into the claim, where all true numbers can be told apart.
fn matching(case: &Case) -> Option<Map> {
    let sorted = |numbers: &[f64]| {
        let mut order: Vec<usize> = (0..numbers.len()).collect();
        order.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
        order
    };
    let (of_truth, of_claim) = (sorted(&case.truth), sorted(case.claimed));
    let apart = of_truth.windows(2).all(|pair| {
        let reach = case.bound[pair[0]] + case.bound[pair[1]];
        case.truth[pair[1]] - case.truth[pair[0]] > 10.0 * reach
    });
    apart.then(|| {
        let mut map = vec![None; of_truth.len()];
        for (claim, truth) in of_claim.into_iter().zip(of_truth) {
            map[claim] = Some(truth);
        }
        map
    })
}

/// Inside each wrong block, or over the list as a whole.
fn arranged(evidence: &Evidence, map: impl Fn(&Block) -> Option<Map>) -> bool {
    let whole = |case: &Case| moved(case, &map(&Block::vector(case.claimed.len()))?);
    placed(evidence, &map) || evidence.explained(1, whole)
}

fn placed(evidence: &Evidence, map: impl Fn(&Block) -> Option<Map>) -> bool {
    if !evidence.uniform() {
        return false;
    }
    let ranges = evidence.ranges();
    evidence.explained(1, |case| {
        let mut expected: Vec<Expected> = (0..case.claimed.len())
            .map(|k| Expected::of(case, k))
            .collect();
        for (which, range) in &ranges {
            if range.clone().all(|k| case.right(k)) {
                continue;
            }
            for (k, from) in map(&case.blocks[*which])?.into_iter().enumerate() {
                let place = range.start + k;
                expected[place] = taken(case, place, from.map(|from| range.start + from));
            }
        }
        Some(expected)
    })
}

fn moved(case: &Case, map: &Map) -> Option<Vec<Expected>> {
    let all = map.iter().enumerate();
    Some(all.map(|(k, from)| taken(case, k, *from)).collect())
}

fn taken(case: &Case, place: usize, from: Option<usize>) -> Expected {
    match from {
        Some(from) => Expected::of(case, from),
        None => Expected {
            value: case.claimed[place],
            bound: case.bound[place],
        },
    }
}
