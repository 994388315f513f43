//! A check at one point: hygiene, then the numbers, then the verdict.

use super::adequacy;
use super::along::{judge_hessian, judge_product};
use super::columns::{Task, claim_noise, judge_all};
use super::hygiene;
use super::judge::{Judged, Standing};
use super::oracle;
use super::projection::{self, Projection};
use super::sparse;
use super::subject::{Kind, Numbers, Subject, shielded};
use super::verdict::{Reason, Verdict};
use crate::params::{Block, Names};
use crate::sample::Stream;
use std::cell::Cell;

/// Above so many coordinates a gradient is checked by projections.
const MANY: usize = 5000;
/// So many directions or cotangents for a claim of products.
const DIRECTIONS: usize = 3;

/// Everything found at one point.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) point: Vec<f64>,
    pub(crate) point_names: Names,
    /// The direction or cotangent of a product.
    pub(crate) direction: Vec<f64>,
    /// The function's outputs here.
    pub(crate) value: Vec<f64>,
    /// The blocks that the claim is made of: the point's, or the output's for a Jacobian-vector product.
    pub(crate) row_blocks: Vec<Block>,
    pub(crate) row_names: Vec<String>,
    pub(crate) rows: Vec<Judged>,
    /// The claimed numbers, row by row.
    pub(crate) claimed: Vec<f64>,
    /// What the suspects claim, by id.
    pub(crate) suspects: Vec<(String, Vec<f64>)>,
    pub(crate) projection: Option<Projection>,
    /// Mistakes that this point could not have shown.
    pub(crate) blind: Vec<String>,
    /// What a second call gave when it differed from the first.
    pub(crate) remark: Option<String>,
    pub(crate) verdict: Verdict,
    /// At a kink: the claim lies between the slopes, and a point nearby agrees.
    pub(crate) excused: bool,
    pub(crate) evaluations: usize,
}

impl Outcome {
    fn new(subject: &Subject) -> Self {
        Self {
            point: subject.x.flat.clone(),
            point_names: Names::new(&subject.x.blocks, &subject.options.names),
            direction: Vec::new(),
            value: Vec::new(),
            row_blocks: Vec::new(),
            row_names: Vec::new(),
            rows: Vec::new(),
            claimed: Vec::new(),
            suspects: Vec::new(),
            projection: None,
            blind: Vec::new(),
            remark: None,
            verdict: Verdict::Undecided(Reason::NoPoint),
            excused: false,
            evaluations: 0,
        }
    }
}

/// Checks at one point.
pub(crate) fn examine(subject: &Subject) -> Outcome {
    let mut outcome = judged(subject);
    if let Verdict::NotSmooth { .. } = outcome.verdict {
        outcome.excused = outcome.rows.iter().all(Judged::excusable) && agrees_nearby(subject);
    }
    outcome
}

fn judged(subject: &Subject) -> Outcome {
    let mut outcome = Outcome::new(subject);
    outcome.verdict = match fill(&mut outcome, subject) {
        Ok(verdict) | Err(verdict) => verdict,
    };
    outcome
}

/// Kinks have measure zero: a point beside one must agree.
fn agrees_nearby(subject: &Subject) -> bool {
    let mut random = Stream::new(subject.options.seed, "jitter");
    let flat = (subject.x.flat.iter()).map(|v| v + random.between(-0.05, 0.05) * v.abs().max(1.0));
    let x = Numbers {
        blocks: subject.x.blocks.clone(),
        flat: flat.collect(),
    };
    let suspects = Vec::new();
    judged(&Subject {
        x,
        suspects,
        ..*subject
    })
    .verdict
    .agrees()
}

fn fill(outcome: &mut Outcome, subject: &Subject) -> Result<Verdict, Verdict> {
    let (x, names) = (&subject.x, outcome.point_names.clone());
    hygiene::point_is_usable(&names, &x.flat).map_err(Verdict::Invalid)?;
    let place = hygiene::describe(&names, &x.flat);
    let output = hygiene::value(subject, &place).map_err(Verdict::Invalid)?;
    let expected = hygiene::expected_blocks(subject.kind, x, &output);
    outcome.value = output.flat.clone();
    outcome.row_blocks = expected.clone();
    let calls = Cell::new(1);
    let value = shielded(
        |at: &[f64]| {
            calls.set(calls.get() + 1);
            (subject.value)(at).flat
        },
        output.flat.len(),
    );
    let spread = spread(&value, &x.flat, &output.flat);
    let mut trials = Vec::new();
    for v in directions(subject, &output) {
        let claimed = hygiene::claim(subject, &v, &expected, &names, &place, &mut outcome.remark)?;
        trials.push((v, claimed));
    }
    hygiene::stated_value_fits(subject, &output, &place).map_err(Verdict::Invalid)?;
    let verdict = (trials.into_iter())
        .map(|(v, claimed)| trial(outcome, subject, &value, &output, &v, &claimed, spread))
        .find(|verdict| !verdict.agrees());
    outcome.evaluations = calls.get() + 1;
    let steady = spread == 0.0 && hygiene::bits(&value(&x.flat)) == hygiene::bits(&output.flat);
    match verdict {
        Some(Verdict::Disagrees) => Ok(Verdict::Disagrees),
        _ if !steady => Err(Verdict::NotDeterministic),
        Some(verdict) => Ok(verdict),
        None => Ok(agreement(outcome)),
    }
}

/// 0 for a function that gives the same outputs twice; otherwise how far eight calls spread, doubled.
fn spread(value: &dyn Fn(&[f64]) -> Vec<f64>, x: &[f64], first: &[f64]) -> f64 {
    if hygiene::bits(&value(x)) == hygiene::bits(first) {
        return 0.0;
    }
    let calls: Vec<Vec<f64>> = (0..8).map(|_| value(x)).collect();
    let far = |values: &Vec<f64>| {
        (values.iter().zip(first))
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f64::max)
    };
    2.0 * calls.iter().map(far).fold(f64::MIN_POSITIVE, f64::max)
}

/// One claim against its numbers; what is found stays in `outcome`.
fn trial(
    outcome: &mut Outcome,
    subject: &Subject,
    value: &dyn Fn(&[f64]) -> Vec<f64>,
    output: &Numbers,
    v: &[f64],
    claimed: &Numbers,
    spread: f64,
) -> Verdict {
    let lens: Vec<usize> = subject.x.blocks.iter().map(Block::len).collect();
    let of_claim = shielded(|at: &[f64]| (subject.claim)(at, v).flat, claimed.flat.len());
    let x = &subject.x.flat[..];
    let wants_projection = subject.options.projected.unwrap_or(x.len() > MANY)
        && matches!(subject.kind, Kind::Gradient | Kind::Vjp);
    let noise = match wants_projection || subject.kind == Kind::Sparse {
        true => Vec::new(),
        false => claim_noise(&of_claim, x, &lens, &claimed.flat, subject.options.seed),
    };
    let pulled = |at: &[f64]| vec![value(at).iter().zip(v).map(|(y, w)| y * w).sum()];
    let pulled_centre = [output.flat.iter().zip(v).map(|(y, w)| y * w).sum::<f64>()];
    let is_pullback = subject.kind == Kind::Vjp;
    let task = Task {
        value: if is_pullback { &pulled } else { value },
        centre: if is_pullback {
            &pulled_centre
        } else {
            &output.flat
        },
        x,
        lens: &lens,
        claim: &claimed.flat,
        claim_noise: &noise,
        spread,
        resolution: subject.options.resolution,
        seed: subject.options.seed,
    };
    outcome.direction = v.to_vec();
    outcome.claimed = claimed.flat.clone();
    outcome.suspects = suspects(subject, v, claimed.flat.len());
    if wants_projection {
        return projection::judge_by_probes(outcome, &task, &of_claim);
    }
    if subject.kind == Kind::Sparse {
        return match sparse::entries(&claimed.flat, output.flat.len(), x.len()) {
            Ok(entries) => {
                sparse::judge_entries(outcome, &task, &entries);
                conclude(outcome, false)
            }
            Err(stage) => Verdict::Invalid(stage),
        };
    }
    outcome.row_names = row_names(subject.kind, &outcome.point_names, output);
    let mut direction_differs = false;
    outcome.rows = match subject.kind {
        Kind::Jvp | Kind::Hvp => judge_product(&task, v),
        Kind::Hessian => judge_hessian(&task),
        _ => {
            let found = judge_all(&task);
            direction_differs = found.direction_differs;
            found.rows
        }
    };
    if let Some(dual) = subject.oracle {
        oracle::refine(&mut outcome.rows, &task, dual);
    }
    outcome.blind = adequacy::blind_spots(&outcome.rows, &outcome.row_blocks, subject.options);
    conclude(outcome, direction_differs)
}

fn suspects(subject: &Subject, v: &[f64], len: usize) -> Vec<(String, Vec<f64>)> {
    let numbers =
        |wrong: &super::subject::ClaimOf| super::guard::call(|| wrong(&subject.x.flat, v)).ok();
    (subject.suspects.iter())
        .filter_map(|(id, wrong)| Some((id.to_string(), numbers(wrong)?.flat)))
        .filter(|(_, flat)| flat.len() == len)
        .collect()
}

/// The directions or cotangents of a claim of products, in short decimals of size 1 to 2; one empty one otherwise.
fn directions(subject: &Subject, output: &Numbers) -> Vec<Vec<f64>> {
    let len = match subject.kind {
        Kind::Jvp | Kind::Hvp => subject.x.flat.len(),
        Kind::Vjp => output.flat.len(),
        _ => return vec![Vec::new()],
    };
    let mut random = Stream::new(subject.options.seed, "direction");
    let mut entry = || random.sign() * (1.0 + random.below(9) as f64 / 8.0);
    (0..DIRECTIONS)
        .map(|_| (0..len).map(|_| entry()).collect())
        .collect()
}

fn row_names(kind: Kind, inputs: &Names, output: &Numbers) -> Vec<String> {
    let inputs = inputs.all();
    let outputs = Names::new(&output.blocks, &["f".to_string()]).all();
    match kind {
        Kind::Derivative | Kind::Gradient | Kind::Vjp => {
            inputs.iter().map(|name| format!("d/d{name}")).collect()
        }
        Kind::Jvp | Kind::Hvp => outputs,
        Kind::Sparse => Vec::new(),
        Kind::Jacobian => (inputs.iter())
            .flat_map(|x| outputs.iter().map(move |f| format!("d{f}/d{x}")))
            .collect(),
        Kind::Hessian => (inputs.iter())
            .flat_map(|b| inputs.iter().map(move |a| format!("d²/d{a} d{b}")))
            .collect(),
    }
}

/// The verdict of the rows of one trial.
fn conclude(outcome: &Outcome, direction_differs: bool) -> Verdict {
    let rows = &outcome.rows;
    let wrong = |row: &&Judged| {
        row.careful && row.slopes().is_none() && row.standing == Standing::Disagrees
    };
    if rows.iter().any(|row| wrong(&row)) {
        return Verdict::Disagrees;
    }
    if let Some((left, right)) = rows.iter().find_map(Judged::slopes) {
        return Verdict::NotSmooth { left, right };
    }
    let open = |row: &Judged| !matches!(row.standing, Standing::Agrees | Standing::AgreesWeakly);
    if let Some(k) = rows.iter().position(open) {
        let (coordinate, bound) = (outcome.row_names[k].clone(), rows[k].tolerance);
        return Verdict::Undecided(match bound.is_finite() {
            true => Reason::TooNoisy { coordinate, bound },
            false => Reason::NoStep { coordinate },
        });
    }
    match direction_differs {
        true => Verdict::Undecided(Reason::Direction),
        false => agreement(outcome),
    }
}

fn agreement(outcome: &Outcome) -> Verdict {
    if let Some(projection) = &outcome.projection {
        return projection.agreement();
    }
    let rows = &outcome.rows;
    let sensitivity = rows
        .iter()
        .fold(0.0_f64, |top, row| top.max(2.0 * row.tolerance));
    match rows
        .iter()
        .any(|row| row.standing == Standing::AgreesWeakly)
    {
        true => Verdict::AgreesWeakly { sensitivity },
        false => Verdict::Agrees { sensitivity },
    }
}
