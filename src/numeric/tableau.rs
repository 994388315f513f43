//! Extrapolation of difference quotients to step 0, with a bound that counts truncation *and* rounding.
//!
//! Neville's scheme as in Ridders (1982, "Accurate computation of F′(x) and F′(x)F″(x)"), with one addition:
//! every entry carries the weights with which the quotients enter it, so the noise of the quotients can be
//! propagated into it. The difference between neighbouring entries alone is no bound (it covers 73 % to 86 %).

/// One difference quotient, ready for extrapolation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quotient {
    /// The variable that goes to 0: h² for a central quotient, h for a one-sided one.
    pub(crate) t: f64,
    /// The quotient.
    pub(crate) value: f64,
    /// How far rounding and noise of the function can have moved it.
    pub(crate) noise: f64,
}

/// One entry of the tableau: a candidate for the derivative.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) value: f64,
    /// Bound on |value − derivative|.
    pub(crate) error: f64,
    /// The part of the bound that comes from noise.
    pub(crate) noise: f64,
    /// The finest rung that enters.
    pub(crate) row: usize,
    /// How many extrapolations it went through.
    pub(crate) column: usize,
}

struct Cell {
    value: f64,
    weights: Vec<f64>,
}

/// All entries that have a neighbour to be compared with, in no particular order.
pub(crate) fn entries(quotients: &[Quotient]) -> Vec<Entry> {
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(quotients.len());
    let mut found = Vec::new();
    for i in 0..quotients.len() {
        let row = extend(&rows, quotients, i);
        rows.push(row);
        for j in 0..=i {
            if let Some(entry) = entry(&rows, quotients, i, j) {
                found.push(entry);
            }
        }
    }
    found
}

/// The entry with the smallest bound.
pub(crate) fn best(quotients: &[Quotient]) -> Option<Entry> {
    entries(quotients)
        .into_iter()
        .filter(|entry| entry.value.is_finite() && entry.error.is_finite())
        .min_by(|a, b| a.error.total_cmp(&b.error))
}

fn extend(rows: &[Vec<Cell>], quotients: &[Quotient], i: usize) -> Vec<Cell> {
    let mut weights = vec![0.0; quotients.len()];
    weights[i] = 1.0;
    let mut row = vec![Cell {
        value: quotients[i].value,
        weights,
    }];
    for j in 1..=i {
        let factor = 1.0 / (quotients[i - j].t / quotients[i].t - 1.0);
        let (near, far) = (&row[j - 1], &rows[i - 1][j - 1]);
        let mix = |a: f64, b: f64| a + (a - b) * factor;
        row.push(Cell {
            value: mix(near.value, far.value),
            weights: (near.weights.iter().zip(&far.weights))
                .map(|(a, b)| mix(*a, *b))
                .collect(),
        });
    }
    row
}

fn entry(rows: &[Vec<Cell>], quotients: &[Quotient], i: usize, j: usize) -> Option<Entry> {
    if i == 0 {
        return None;
    }
    let value = rows[i][j].value;
    let mut truncation = 0.0_f64;
    let mut compare = |other: f64| truncation = truncation.max((value - other).abs());
    if j > 0 {
        compare(rows[i][j - 1].value);
        compare(rows[i - 1][j - 1].value);
    }
    if j < i {
        compare(rows[i - 1][j].value);
    }
    let noise: f64 = (rows[i][j].weights.iter().zip(quotients))
        .map(|(weight, quotient)| weight.abs() * quotient.noise)
        .sum();
    let rounding = 4.0 * UNIT * value.abs();
    Some(Entry {
        value,
        error: truncation + noise + rounding,
        noise: noise + rounding,
        row: i,
        column: j,
    })
}

/// The unit roundoff of `f64`, 2⁻⁵³.
pub(crate) const UNIT: f64 = f64::EPSILON / 2.0;
