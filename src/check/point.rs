//! A check at one point: hygiene, then the numbers, then the verdict.

use super::build::{Kind, Numbers};
use super::engine::{self, Judged, Setting, attempt};
use super::judge::Standing;
use super::verdict::{Reason, Stage, Verdict};
use crate::gradient::{noises, shifted};
use crate::numeric::line::Line;
use crate::params::{Block, coordinate_names};
use crate::sample::Stream;

/// What the caller chose.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) what: Option<String>,
    pub(crate) names: Vec<String>,
    pub(crate) resolution: f64,
    pub(crate) seed: u64,
    pub(crate) batch: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            what: None,
            names: Vec::new(),
            resolution: 1e-6,
            seed: 0,
            batch: None,
        }
    }
}

pub(crate) type Suspect<'a> = (&'a str, Box<dyn Fn(&[f64]) -> Numbers + 'a>);
pub(crate) type ValueOf<'a> = dyn Fn(&[f64]) -> Numbers + 'a;
pub(crate) type ClaimOf<'a> = dyn Fn(&[f64], &[f64]) -> Numbers + 'a;

/// Everything found at one point.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) point: Vec<f64>,
    pub(crate) point_names: Vec<String>,
    /// The direction or cotangent of a product.
    pub(crate) direction: Vec<f64>,
    /// The blocks that the rows are made of: the point's, or the output's for a Jacobian-vector product.
    pub(crate) row_blocks: Vec<Block>,
    pub(crate) row_names: Vec<String>,
    pub(crate) rows: Vec<Judged>,
    /// The claimed numbers.
    pub(crate) claimed: Vec<f64>,
    /// What the suspects claim, by id.
    pub(crate) suspects: Vec<(String, Vec<f64>)>,
    pub(crate) verdict: Verdict,
    /// At a kink: the claim lies between the slopes, and a point nearby agrees.
    pub(crate) excused: bool,
    pub(crate) evaluations: usize,
}

/// Checks at one point.
pub(crate) fn examine(
    kind: Kind,
    x: &Numbers,
    value: &ValueOf,
    claim: &ClaimOf,
    suspects: &[Suspect],
    options: &Options,
) -> Outcome {
    let mut outcome = Outcome {
        point: x.flat.clone(),
        point_names: coordinate_names(&x.blocks, &options.names),
        direction: Vec::new(),
        row_blocks: Vec::new(),
        row_names: Vec::new(),
        rows: Vec::new(),
        claimed: Vec::new(),
        suspects: Vec::new(),
        verdict: Verdict::Undecided(Reason::NoPoint),
        excused: false,
        evaluations: 0,
    };
    outcome.verdict = match fill(&mut outcome, kind, x, value, claim, suspects, options) {
        Ok(()) => verdict(&outcome),
        Err(verdict) => verdict,
    };
    if let Verdict::NotSmooth { .. } = outcome.verdict {
        outcome.excused = between_slopes(&outcome.rows)
            && kind != Kind::Hessian
            && agrees_nearby(kind, x, value, claim, options);
    }
    outcome
}

fn fill(
    outcome: &mut Outcome,
    kind: Kind,
    x: &Numbers,
    value: &ValueOf,
    claim: &ClaimOf,
    suspects: &[Suspect],
    options: &Options,
) -> Result<(), Verdict> {
    point_is_usable(&outcome.point_names, &x.flat).map_err(Verdict::Invalid)?;
    let place = describe(&outcome.point_names, &x.flat);
    let output = attempt("the function", &place, || value(&x.flat)).map_err(Verdict::Invalid)?;
    if let Some(odd) = output.flat.iter().find(|v| !v.is_finite()) {
        let text = format!("the function is {odd} at {place}, so it has no derivative there");
        return Err(Verdict::Invalid(Stage::Value(text)));
    }
    let again = attempt("the function", &place, || value(&x.flat)).map_err(Verdict::Invalid)?;
    if again.flat != output.flat {
        return Err(Verdict::NotDeterministic);
    }
    outcome.direction = direction(kind, x.flat.len(), output.flat.len(), options.seed);
    let v = outcome.direction.clone();
    let claimed =
        attempt("your function", &place, || claim(&x.flat, &v)).map_err(Verdict::Invalid)?;
    let expected = expected_blocks(kind, x, &output);
    shape_is_right(kind, &claimed, &expected, &outcome.point_names).map_err(Verdict::Invalid)?;
    outcome.row_names = row_names(kind, outcome, &output);
    outcome.row_blocks = expected;
    if let Some(k) = claimed.flat.iter().position(|g| !g.is_finite()) {
        let name = &outcome.row_names[k];
        let text = format!("your answer for {name} is {} at {place}", claimed.flat[k]);
        return Err(Verdict::Invalid(Stage::Claim(text)));
    }
    outcome.suspects = (suspects.iter())
        .filter_map(|(id, wrong)| {
            let numbers = super::guard::call(|| wrong(&v)).ok()?;
            (numbers.flat.len() == claimed.flat.len()).then(|| (id.to_string(), numbers.flat))
        })
        .collect();
    outcome.claimed = claimed.flat.clone();
    let setting = Setting {
        resolution: options.resolution,
        seed: options.seed,
    };
    let calls = std::cell::Cell::new(0);
    let flat_value = |at: &[f64]| {
        calls.set(calls.get() + 1);
        value(at).flat
    };
    let value = engine::shielded(&flat_value, output.flat.len());
    outcome.rows = rows(kind, &value, &x.flat, &claimed.flat, &v, &setting);
    outcome.evaluations = calls.get() + 2;
    Ok(())
}

fn rows(
    kind: Kind,
    value: &engine::Value,
    x: &[f64],
    claim: &[f64],
    v: &[f64],
    setting: &Setting,
) -> Vec<Judged> {
    match kind {
        Kind::Derivative | Kind::Gradient | Kind::Jacobian => {
            engine::jacobian(value, x, claim, setting)
        }
        Kind::Hessian => engine::hessian(value, x, claim, setting),
        Kind::Vjp => {
            let pulled = |at: &[f64]| vec![value(at).iter().zip(v).map(|(y, w)| y * w).sum()];
            engine::jacobian(&pulled, x, claim, setting)
        }
        Kind::Jvp | Kind::Hvp => {
            let along = |t: f64| value(&shifted(x, v, t));
            let largest = claim.iter().fold(0.0_f64, |top, g| top.max(g.abs()));
            let line = Line::new(0.0, &along);
            engine::column_of(
                &line,
                claim,
                &value(x),
                &noises(value, x, setting.seed),
                largest,
                setting,
                0.5,
            )
        }
    }
}

/// Short decimals of either sign and magnitude 1 to 2.
fn direction(kind: Kind, inputs: usize, outputs: usize, seed: u64) -> Vec<f64> {
    let len = match kind {
        Kind::Jvp | Kind::Hvp => inputs,
        Kind::Vjp => outputs,
        _ => 0,
    };
    let mut random = Stream::new(seed, "direction");
    (0..len)
        .map(|_| random.sign() * (1.0 + random.below(5) as f64 / 4.0))
        .collect()
}

fn expected_blocks(kind: Kind, x: &Numbers, output: &Numbers) -> Vec<Block> {
    let (n, m) = (x.flat.len(), output.flat.len());
    match kind {
        Kind::Derivative | Kind::Gradient | Kind::Vjp => x.blocks.clone(),
        Kind::Jacobian => vec![Block::matrix(m, n)],
        Kind::Hessian => vec![Block::matrix(n, n)],
        Kind::Jvp | Kind::Hvp => output.blocks.clone(),
    }
}

fn row_names(kind: Kind, outcome: &Outcome, output: &Numbers) -> Vec<String> {
    let inputs = &outcome.point_names;
    let outputs = coordinate_names(&output.blocks, &["f".to_string()]);
    match kind {
        Kind::Derivative | Kind::Gradient | Kind::Vjp => {
            inputs.iter().map(|name| format!("d/d{name}")).collect()
        }
        Kind::Jvp | Kind::Hvp => outputs,
        Kind::Jacobian => (inputs.iter())
            .flat_map(|x| outputs.iter().map(move |f| format!("d{f}/d{x}")))
            .collect(),
        Kind::Hessian => (inputs.iter())
            .flat_map(|b| inputs.iter().map(move |a| format!("d²/d{a} d{b}")))
            .collect(),
    }
}

fn point_is_usable(names: &[String], x: &[f64]) -> Result<(), Stage> {
    if x.is_empty() {
        let text = "the point has no numbers, so there is nothing to check".to_string();
        return Err(Stage::Point(text));
    }
    match x.iter().position(|v| !v.is_finite()) {
        Some(k) => Err(Stage::Point(format!(
            "{} is {} in the point; choose a finite number",
            names[k], x[k]
        ))),
        None => Ok(()),
    }
}

/// Whether the claim has the shape it should have; the sentence says what it has and what it should.
fn shape_is_right(
    kind: Kind,
    claimed: &Numbers,
    expected: &[Block],
    names: &[String],
) -> Result<(), Stage> {
    let sizes = |blocks: &[Block]| -> Vec<(usize, usize)> {
        blocks.iter().map(|b| (b.rows, b.cols)).collect()
    };
    if sizes(&claimed.blocks) == sizes(expected) {
        return Ok(());
    }
    // A list of the right length in storage order is as good as a matrix with one row or one column.
    let (have, want) = (&claimed.blocks, expected);
    if have.len() == 1
        && want.len() == 1
        && have[0].len() == want[0].len()
        && (have[0].cols == 1 || want[0].rows.min(want[0].cols) == 1)
    {
        let matrix_transposed = have[0].cols > 1 && want[0].form == crate::params::Form::Matrix;
        if !matrix_transposed {
            return Ok(());
        }
    }
    let say = |blocks: &[Block]| {
        blocks
            .iter()
            .map(Block::shape)
            .collect::<Vec<_>>()
            .join(", then ")
    };
    let mut text = format!(
        "your answer has {}, but it should have {}",
        say(have),
        say(want)
    );
    if have.len() == 1
        && want.len() == 1
        && (have[0].rows, have[0].cols) == (want[0].cols, want[0].rows)
    {
        text += " (is it transposed?)";
    }
    if names.len() <= 8 && matches!(kind, Kind::Gradient | Kind::Vjp) {
        text += &format!(": the parameters are {}", names.join(", "));
    }
    text += ". ";
    text += match kind {
        Kind::Jacobian => "A Jacobian has a row for each output and a column for each input.",
        Kind::Hessian => "A Hessian has a row and a column for each input.",
        Kind::Jvp | Kind::Hvp => "A Jacobian-vector product has the shape of the output.",
        _ => "A gradient has exactly the shape of what you differentiate with respect to.",
    };
    Err(Stage::Shape(text))
}

/// `x = 1, b[0] = -0.5`; long points are cut.
pub(crate) fn describe(names: &[String], x: &[f64]) -> String {
    let shown: Vec<String> = (names.iter().zip(x))
        .take(6)
        .map(|(name, v)| format!("{name} = {v}"))
        .collect();
    let more = if x.len() > 6 { ", …" } else { "" };
    shown.join(", ") + more
}

fn verdict(outcome: &Outcome) -> Verdict {
    let rows = &outcome.rows;
    let kink = |row: &&Judged| row.kink.is_some() && row.standing != Standing::Agrees;
    if let Some((left, right)) = rows.iter().find(kink).and_then(|row| row.kink) {
        return Verdict::NotSmooth { left, right };
    }
    if rows.iter().any(|row| row.standing == Standing::Disagrees) {
        return Verdict::Disagrees;
    }
    if let Some(k) = rows
        .iter()
        .position(|row| row.standing == Standing::Undecided)
    {
        let coordinate = outcome.row_names[k].clone();
        let bound = rows[k].tolerance;
        return Verdict::Undecided(match bound.is_finite() {
            true => Reason::TooNoisy { coordinate, bound },
            false => Reason::NoStep { coordinate },
        });
    }
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

fn between_slopes(rows: &[Judged]) -> bool {
    rows.iter().all(|row| match row.kink {
        Some((left, right)) => {
            let slack = 1e-6 * left.abs().max(right.abs()) + row.estimate.noise.min(1e-6);
            (left.min(right) - slack..=left.max(right) + slack).contains(&row.claimed)
        }
        None => row.standing != Standing::Disagrees,
    })
}

fn agrees_nearby(
    kind: Kind,
    x: &Numbers,
    value: &ValueOf,
    claim: &ClaimOf,
    options: &Options,
) -> bool {
    let mut random = Stream::new(options.seed, "jitter");
    let nearby = x
        .flat
        .iter()
        .map(|v| v + random.between(-0.05, 0.05))
        .collect();
    let moved = Numbers {
        blocks: x.blocks.clone(),
        flat: nearby,
    };
    let mut outcome = Outcome {
        point_names: coordinate_names(&x.blocks, &options.names),
        ..blank(&moved)
    };
    match fill(&mut outcome, kind, &moved, value, claim, &[], options) {
        Ok(()) => verdict(&outcome).agrees(),
        Err(_) => false,
    }
}

fn blank(x: &Numbers) -> Outcome {
    Outcome {
        point: x.flat.clone(),
        point_names: Vec::new(),
        direction: Vec::new(),
        row_blocks: Vec::new(),
        row_names: Vec::new(),
        rows: Vec::new(),
        claimed: Vec::new(),
        suspects: Vec::new(),
        verdict: Verdict::Undecided(Reason::NoPoint),
        excused: false,
        evaluations: 0,
    }
}
