//! property: sine_at_one
//!
//! Twice and once the step, where once and half of it were asked for.

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub error: f64,
}

pub fn richardson(f: impl Fn(f64) -> f64, x: f64, h: f64) -> Estimate {
    let central = |h: f64| (f(x + h) - f(x - h)) / (2.0 * h);
    let (wide, narrow) = (central(2.0 * h), central(h));
    let missing = (narrow - wide) / 3.0;
    Estimate {
        value: narrow + missing,
        error: missing.abs(),
    }
}
