//! property: half_the_step_a_sixteenth_of_the_error
//!
//! The error is estimated and not made good.

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub error: f64,
}

pub fn richardson(f: impl Fn(f64) -> f64, x: f64, h: f64) -> Estimate {
    let central = |h: f64| (f(x + h) - f(x - h)) / (2.0 * h);
    let (wide, narrow) = (central(h), central(h / 2.0));
    let missing = (narrow - wide) / 3.0;
    Estimate {
        value: narrow,
        error: missing.abs(),
    }
}
