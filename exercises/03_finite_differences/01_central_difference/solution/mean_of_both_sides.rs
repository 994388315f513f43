//! The mean of the forward and the backward difference, each over the step that was really taken.

pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    let forward = (f(x + h) - f(x)) / ((x + h) - x);
    let backward = (f(x) - f(x - h)) / (x - (x - h));
    f64::midpoint(forward, backward)
}
