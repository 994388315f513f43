//! The message a person reads, and the same as JSON.

mod json;
mod notes;
mod text;
mod value;

use crate::check::point::Outcome;
use crate::check::subject::{Kind, Options};
use crate::check::{Judged, Projection, Reason, Standing, Verdict};
use crate::diagnosis::{Case, Diagnosis, diagnose};
use std::fmt;

/// What a check found, at one point or many.
#[derive(Debug, Clone)]
pub struct Report {
    pub(crate) what: String,
    pub(crate) seed: u64,
    pub(crate) points: Vec<Outcome>,
    verdict: Verdict,
    diagnosis: Option<Diagnosis>,
}

impl Report {
    pub(crate) fn new(kind: Kind, options: &Options, points: Vec<Outcome>) -> Self {
        let verdict = overall(&points);
        let diagnosis = (verdict == Verdict::Disagrees).then(|| {
            let cases: Vec<Case> = (points.iter())
                .filter(|point| {
                    !point.rows.is_empty() && !matches!(point.verdict, Verdict::NotSmooth { .. })
                })
                .map(|point| case(point, options))
                .collect();
            diagnose(&cases)
        });
        Self {
            what: options
                .what
                .clone()
                .unwrap_or_else(|| kind.noun().to_string()),
            seed: options.seed,
            points,
            verdict,
            diagnosis,
        }
    }

    /// The verdict over all points: one wrong point is wrong.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// What the mistake looks like; `None` unless the verdict is [`Verdict::Disagrees`].
    pub fn diagnosis(&self) -> Option<&Diagnosis> {
        self.diagnosis.as_ref()
    }

    /// How often the function was called, over all points.
    pub fn evaluations(&self) -> usize {
        self.points.iter().map(|point| point.evaluations).sum()
    }

    /// Whether [`Report::assert`] passes.
    pub fn passes(&self) -> bool {
        match self.verdict {
            Verdict::Agrees { .. } | Verdict::AgreesWeakly { .. } => true,
            Verdict::NotSmooth { .. } => self
                .points
                .iter()
                .all(|point| point.excused || point.verdict.agrees()),
            _ => false,
        }
    }

    /// The steps and difference quotients behind the numbers that needed a careful look, as a table.
    pub fn ladder(&self) -> String {
        notes::ladder(self)
    }

    /// What random directions promise, for a gradient that was checked by them.
    pub fn projection(&self) -> Option<&Projection> {
        self.points
            .iter()
            .find_map(|point| point.projection.as_ref())
    }

    /// The report for programs; the same facts as the message.
    pub fn to_json(&self) -> serde_json::Value {
        json::value(self)
    }

    /// Does nothing when the claim agrees.
    ///
    /// # Panics
    /// With the message of the report when it does not, or when the check could not tell.
    #[track_caller]
    pub fn assert(&self) {
        if !self.passes() {
            panic!("\n\n{self}\n");
        }
    }

    /// The failing point with the simplest numbers among those whose mistake shows clearly.
    pub(crate) fn clearest(&self) -> Option<&Outcome> {
        (self.points.iter())
            .filter(|point| point.verdict == Verdict::Disagrees)
            .min_by(|a, b| plainness(a).total_cmp(&plainness(b)))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&text::message(self))
    }
}

/// Small is plain: few and short digits, no minus, no zeros in the answer that hide the ratio.
fn plainness(point: &Outcome) -> f64 {
    let digits: usize = point
        .point
        .iter()
        .map(|x| x.to_string().trim_start_matches('-').len())
        .sum();
    let size: f64 = point.point.iter().map(|x| (x.abs() - 1.0).abs()).sum();
    let zeros = point.point.iter().filter(|x| **x == 0.0).count();
    let minuses = point.point.iter().filter(|x| **x < 0.0).count();
    let wrong = point
        .rows
        .iter()
        .filter(|row| row.standing == Standing::Disagrees)
        .count();
    let clear = (point.rows.iter()).any(|row| row.standing == Standing::Disagrees && clear(row));
    let missing = (point.rows.len() - wrong) as f64 / point.rows.len().max(1) as f64;
    digits as f64
        + 0.3 * size
        + 4.0 * zeros as f64
        + 0.5 * minuses as f64
        + 3.0 * missing
        + if clear { 0.0 } else { 100.0 }
}

fn clear(row: &Judged) -> bool {
    (row.claimed - row.estimate.value).abs()
        > 0.01 * row.claimed.abs().max(row.estimate.value.abs())
}

fn case<'a>(point: &'a Outcome, options: &'a Options) -> Case<'a> {
    Case {
        claimed: &point.claimed,
        truth: point.rows.iter().map(|row| row.estimate.value).collect(),
        bound: point.rows.iter().map(|row| row.tolerance).collect(),
        point: &point.point,
        value: &point.value,
        direction: &point.direction,
        blocks: &point.row_blocks,
        names: &point.row_names,
        suspects: &point.suspects,
        batch: options.batch,
        hints: &options.hints,
    }
}

/// The worst finding decides; kinks and undecided points among points that agree are only counted.
fn overall(points: &[Outcome]) -> Verdict {
    let all = || points.iter().map(|point| &point.verdict);
    let first = |test: fn(&Verdict) -> bool| all().find(|verdict| test(verdict)).cloned();
    if let Some(bad) = first(|v| matches!(v, Verdict::Invalid(_)))
        .or_else(|| first(|v| matches!(v, Verdict::NotDeterministic)))
        .or_else(|| first(|v| *v == Verdict::Disagrees))
    {
        return bad;
    }
    let agreeing: Vec<&Verdict> = all().filter(|v| v.agrees()).collect();
    let undecided = first(|v| matches!(v, Verdict::Undecided(_)));
    if let Some(undecided) = undecided.filter(|_| agreeing.is_empty() || points.len() == 1) {
        return undecided;
    }
    if agreeing.is_empty() {
        return match points.len() {
            0 => Verdict::Undecided(Reason::NoPoint),
            1 => points[0].verdict.clone(),
            _ => Verdict::Undecided(Reason::OnlyKinks),
        };
    }
    let sensitivity = (agreeing.iter()).fold(0.0_f64, |top, verdict| match verdict {
        Verdict::Agrees { sensitivity } | Verdict::AgreesWeakly { sensitivity } => {
            top.max(*sensitivity)
        }
        _ => top,
    });
    match agreeing.iter().any(|v| matches!(v, Verdict::Agrees { .. })) {
        true => Verdict::Agrees { sensitivity },
        false => Verdict::AgreesWeakly { sensitivity },
    }
}

pub(crate) use text::wrap_indented as wrap_text;
pub(crate) use value::describe_value;
