//! Names with sampled values, for tests of the rules on their own.

use pencilgrad::derivation::rules::{Meaning, Reader};
use pencilgrad::derivation::syntax::{Expr, Kind, Name};

/// Every name has its own values; y depends on x.
pub(crate) struct Sampled;

/// The number of sampled points.
pub(crate) const POINTS: usize = 32;

impl Meaning for Sampled {
    fn values(&self, expr: &Expr) -> Option<Vec<f64>> {
        Names.values(expr).or_else(|| {
            let mut reader = Reader::new(&Names, (0..POINTS).collect());
            Some(reader.read(expr)?.values(POINTS))
        })
    }

    fn definition(&self, _: &Name) -> Option<(&[Name], &Expr)> {
        None
    }

    fn depends(&self, name: &Name, on: &Name) -> bool {
        name.symbol == "y" && on.symbol == "x"
    }
}

struct Names;

impl Meaning for Names {
    fn values(&self, expr: &Expr) -> Option<Vec<f64>> {
        let salt = match &expr.kind {
            Kind::Name(name) => name.to_string().bytes().map(u32::from).sum(),
            // dy/dx: any values will do.
            Kind::Derivative(of) if matches!(of.operand.kind, Kind::Name(_)) => 7,
            _ => return None,
        };
        Some((0..POINTS).map(|point| sample(point, salt)).collect())
    }

    fn definition(&self, _: &Name) -> Option<(&[Name], &Expr)> {
        None
    }

    fn depends(&self, name: &Name, on: &Name) -> bool {
        Sampled.depends(name, on)
    }
}

/// Numbers of several sizes and both signs; the sizes in decorrelated order.
fn sample(point: usize, salt: u32) -> f64 {
    let mut state = (point as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ u64::from(salt).wrapping_mul(0xD1B5_4A32_D192_ED03);
    state ^= state >> 29;
    state = state.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    state ^= state >> 32;
    let unit = (state >> 11) as f64 / (1u64 << 53) as f64;
    let (low, high) = [(0.05, 0.3), (0.3, 1.1), (1.1, 2.7), (2.7, 6.0)][(state % 4) as usize];
    let sign = if state & 16 == 0 { 1.0 } else { -1.0 };
    sign * (low + unit * (high - low))
}
