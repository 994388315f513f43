//! Where a claim holds, in words: the sign of a variable or of a part of the line that tells the points apart.

use super::points::{Seen, Sightings};
use crate::derivation::eval::evaluator::Evaluator;
use crate::derivation::eval::program::{Node, Op, Slot, SlotKind};
use crate::derivation::eval::sampling::Point;
use crate::derivation::syntax::Span;

/// The longest part of a line that is quoted as a condition.
const LONGEST: usize = 40;

/// "x > 0", "sin x < 0", or the share of the points when no sign tells.
///
/// `None` when there is no region: where nothing in the line has a kink or a branch, two sides that differ anywhere
/// differ nearly everywhere, and the points that agree are those where the difference is too small to see.
pub(crate) fn words(evaluator: &Evaluator, sightings: &Sightings, text: &str) -> Option<String> {
    if is_smooth(evaluator) {
        return None;
    }
    let of = |wanted: Seen| -> Vec<Point> {
        sightings
            .seen
            .iter()
            .filter(|s| s.outcome == wanted)
            .map(|s| s.point)
            .collect()
    };
    let (true_at, false_at) = (of(Seen::Agrees), of(Seen::Differs));
    // A line with a free index is claimed for each of its values, so only a variable can limit it.
    let indexed = |slot: &Slot| matches!(slot.kind, SlotKind::FreeIndex(_));
    let indexed = evaluator.program().slots.iter().any(indexed);
    let text = if indexed { "" } else { text };
    for (label, node) in candidates(text, evaluator) {
        for condition in CONDITIONS {
            if tells(evaluator, &node, condition, &true_at, &false_at) {
                return Some(condition.0.replace('·', &label));
            }
        }
    }
    if indexed {
        return None;
    }
    let (some, all) = (true_at.len(), true_at.len() + false_at.len());
    (SHARE * some >= all).then(|| format!("{some} of the {all} points tried"))
}

/// A region that no sign describes must hold this part of the points (one in …).
const SHARE: usize = 8;

/// Whether both sides are analytic: no kink, no root, no logarithm, no inverse function, no cases.
fn is_smooth(evaluator: &Evaluator) -> bool {
    let program = evaluator.program();
    let mut smooth = true;
    let mut look = |node: &Node| match &node.op {
        Op::Apply(function, _) => smooth &= function.is_entire(),
        Op::Power { fraction, .. } => smooth &= matches!(fraction, Some((_, 1))),
        Op::Cases(..)
        | Op::KroneckerDelta(..)
        | Op::Limit { .. }
        | Op::InverseOf { .. }
        | Op::Entry(..) => smooth = false,
        Op::Whole(whole, _) => smooth &= whole.is_analytic(),
        _ => {}
    };
    program.roots.iter().for_each(|root| root.walk(&mut look));
    program
        .formulas
        .iter()
        .for_each(|formula| formula.body.walk(&mut look));
    for slot in &program.slots {
        match &slot.kind {
            SlotKind::Definition(body) => body.walk(&mut look),
            SlotKind::Constrained(_) => return false,
            SlotKind::Variable { integer: true, .. }
            | SlotKind::FreeIndex(_)
            | SlotKind::Implicit(_) => return false,
            _ => {}
        }
    }
    smooth
}

/// A condition in words and as a test.
type Condition = (&'static str, fn(f64) -> bool);

const CONDITIONS: [Condition; 6] = [
    ("· > 0", |v| v > 0.0),
    ("· < 0", |v| v < 0.0),
    ("|·| < 1", |v| v.abs() < 1.0),
    ("|·| > 1", |v| v.abs() > 1.0),
    ("· > 1", |v| v > 1.0),
    ("· < 1", |v| v < 1.0),
];

fn tells(
    evaluator: &Evaluator,
    node: &Node,
    condition: Condition,
    true_at: &[Point],
    false_at: &[Point],
) -> bool {
    let mut tested = (0, 0);
    for point in true_at {
        let Some(value) = evaluator.node_at(point, node) else {
            continue;
        };
        if !condition.1(value) {
            return false;
        }
        tested.0 += 1;
    }
    for point in false_at {
        let Some(value) = evaluator.node_at(point, node) else {
            continue;
        };
        if condition.1(value) {
            return false;
        }
        tested.1 += 1;
    }
    tested.0 > 0 && tested.1 > 0
}

/// Variables first, then the parts of both sides as they are written.
fn candidates(text: &str, evaluator: &Evaluator) -> Vec<(String, Node)> {
    let program = evaluator.program();
    let mut found: Vec<(String, Node)> = Vec::new();
    for (slot, known) in program.slots.iter().enumerate() {
        if matches!(known.kind, SlotKind::Variable { .. }) && known.shape == (1, 1) {
            found.push((
                known.name.to_string(),
                Node::new(Op::Slot(slot), Span::default()),
            ));
        }
    }
    let mut parts = Vec::new();
    for root in &program.roots {
        root.walk(&mut |node| parts.push(node));
    }
    parts.sort_by_key(|node| node.span.end.saturating_sub(node.span.start));
    for node in parts {
        let label = node.span.of(text).trim();
        let fits = !label.is_empty() && label.chars().count() <= LONGEST;
        if fits && found.iter().all(|(known, _)| known != label) && found.len() < 60 {
            found.push((label.to_owned(), node.clone()));
        }
    }
    found
}
