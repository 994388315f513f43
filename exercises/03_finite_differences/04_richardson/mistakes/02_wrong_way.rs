//! property: exact_up_to_the_fourth_power
//!
//! Away from the truth: twice the error of the narrow difference.

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
        value: narrow - missing,
        error: missing.abs(),
    }
}
