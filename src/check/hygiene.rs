//! Before any difference: is the point usable, does every call answer, twice the same, finite and in the right shape?

use super::subject::{Kind, Numbers, Subject, attempt};
use super::verdict::{Stage, Verdict};
use crate::params::{Block, Form, Names};

/// The first five coordinates of a point are enough to recognise it.
const SHOWN: usize = 6;

/// `x = 1, b[0] = -0.5`; long points are cut.
pub(crate) fn describe(names: &Names, x: &[f64]) -> String {
    let shown: Vec<String> = (x.iter().take(SHOWN).enumerate())
        .map(|(k, v)| format!("{} = {v}", names.coordinate(k)))
        .collect();
    let more = if x.len() > SHOWN { ", …" } else { "" };
    shown.join(", ") + more
}

/// The point has numbers, and all are finite.
pub(crate) fn point_is_usable(names: &Names, x: &[f64]) -> Result<(), Stage> {
    if x.is_empty() {
        let text = "the point has no numbers, so there is nothing to check";
        return Err(Stage::Point(text.to_string()));
    }
    match x.iter().position(|v| !v.is_finite()) {
        Some(k) => {
            let name = names.coordinate(k);
            Err(Stage::Point(format!(
                "{name} is {} in the point; choose a finite number",
                x[k]
            )))
        }
        None => Ok(()),
    }
}

/// The function's value, called once, finite.
pub(crate) fn value(subject: &Subject, place: &str) -> Result<Numbers, Stage> {
    let output = attempt("the function", place, || (subject.value)(&subject.x.flat))?;
    if output.flat.is_empty() {
        return Err(Stage::Value(format!(
            "the function has no outputs at {place}"
        )));
    }
    match output.flat.iter().find(|v| !v.is_finite()) {
        Some(odd) => Err(Stage::Value(format!(
            "the function is {odd} at {place}, so it has no derivative there"
        ))),
        None => Ok(output),
    }
}

/// The claim, called twice: finite, the same both times, in the right shape.
pub(crate) fn claim(
    subject: &Subject,
    v: &[f64],
    expected: &[Block],
    names: &Names,
    place: &str,
    remark: &mut Option<String>,
) -> Result<Numbers, Verdict> {
    let call = || {
        attempt("your function", place, || {
            (subject.claim)(&subject.x.flat, v)
        })
        .map_err(Verdict::Invalid)
    };
    let claimed = call()?;
    if subject.kind != Kind::Sparse {
        shape_is_right(subject.kind, &claimed, expected, names).map_err(Verdict::Invalid)?;
    }
    if let Some(k) = claimed.flat.iter().position(|g| !g.is_finite()) {
        let text = format!(
            "your answer {} is {} at {place}",
            numbered(names, claimed.flat.len(), k),
            claimed.flat[k]
        );
        return Err(Verdict::Invalid(Stage::Claim(text)));
    }
    if let Some(who) = (subject.changed)() {
        let text = format!("{who} changed the point it was given; work on a copy");
        return Err(Verdict::Invalid(Stage::PointChanged(text)));
    }
    let again = call()?;
    if bits(&again.flat) == bits(&claimed.flat) {
        return Ok(claimed);
    }
    *remark = Some(two_answers(&claimed.flat, &again.flat));
    Err(Verdict::NotDeterministic)
}

/// In which way a second answer differs from the first.
fn two_answers(first: &[f64], second: &[f64]) -> String {
    let doubled = first.iter().zip(second).all(|(a, b)| *b == 2.0 * a);
    let how = match doubled {
        true => {
            "gave a second answer that is twice the first. Is the gradient set to zero before it is added up?"
        }
        false => "gave two different answers. Does it keep something between calls?",
    };
    format!("called twice with the same point, your function {how}")
}

fn numbered(names: &Names, count: usize, k: usize) -> String {
    match count == names.len() {
        true => format!("for {}", names.coordinate(k)),
        false => format!("number {k}"),
    }
}

/// The value that comes with the gradient is the function's value.
pub(crate) fn stated_value_fits(
    subject: &Subject,
    output: &Numbers,
    place: &str,
) -> Result<(), Stage> {
    let Some(stated) = subject.stated else {
        return Ok(());
    };
    let stated = attempt("your function", place, || stated(&subject.x.flat))?;
    let value = output.flat[0];
    match (stated - value).abs() <= 1e-12 * stated.abs().max(value.abs()) {
        true => Ok(()),
        false => Err(Stage::ValueDiffers(format!(
            "the value that comes with your gradient is {stated} at {place}, but the function is {value} there"
        ))),
    }
}

/// Equality of bits: −0 and 0 differ, NaN equals itself.
pub(crate) fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|v| v.to_bits()).collect()
}

/// The blocks a claim should have.
pub(crate) fn expected_blocks(kind: Kind, x: &Numbers, output: &Numbers) -> Vec<Block> {
    let (n, m) = (x.flat.len(), output.flat.len());
    match kind {
        Kind::Derivative | Kind::Gradient | Kind::Vjp => x.blocks.clone(),
        Kind::Jacobian | Kind::Sparse => vec![Block::matrix(m, n)],
        Kind::Hessian => vec![Block::matrix(n, n)],
        Kind::Jvp | Kind::Hvp => output.blocks.clone(),
    }
}

/// Whether the claim has the shape it should have; the sentence says what it has and what it should.
fn shape_is_right(
    kind: Kind,
    claimed: &Numbers,
    expected: &[Block],
    names: &Names,
) -> Result<(), Stage> {
    let (have, want) = (&claimed.blocks[..], expected);
    let sizes = |blocks: &[Block]| -> Vec<(usize, usize)> {
        blocks.iter().map(|b| (b.rows, b.cols)).collect()
    };
    if sizes(have) == sizes(want) || list_for_one_row_or_column(have, want) {
        return Ok(());
    }
    let say = |blocks: &[Block]| match blocks.is_empty() {
        true => "no numbers".to_string(),
        false => blocks
            .iter()
            .map(Block::shape)
            .collect::<Vec<_>>()
            .join(", then "),
    };
    let mut text = format!(
        "your answer has {}, but it should have {}",
        say(have),
        say(want)
    );
    if let ([have], [want]) = (have, want)
        && (have.rows, have.cols) == (want.cols, want.rows)
    {
        text += " (is it transposed?)";
    }
    if names.len() <= 8 && matches!(kind, Kind::Gradient | Kind::Vjp) {
        text += &format!(": the parameters are {}", names.all().join(", "));
    }
    text += ". ";
    text += match kind {
        Kind::Jacobian => "A Jacobian has a row for each output and a column for each input.",
        Kind::Hessian => "A Hessian has a row and a column for each input.",
        Kind::Jvp => "A Jacobian-vector product has the shape of the output.",
        _ => "A gradient has exactly the shape of what you differentiate with respect to.",
    };
    Err(Stage::Shape(text))
}

/// A list of the right length may stand for a matrix with one row or one column, and the other way round.
fn list_for_one_row_or_column(have: &[Block], want: &[Block]) -> bool {
    let ([have], [want]) = (have, want) else {
        return false;
    };
    let thin = |block: &Block| block.rows.min(block.cols) <= 1;
    let a_list = have.form != Form::Matrix || want.form != Form::Matrix;
    have.len() == want.len() && thin(have) && thin(want) && a_list
}
