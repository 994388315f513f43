//! With the 3 of the balance kept, and rounded to a step that x can really take.

pub fn good_step(x: f64) -> f64 {
    let h = (3.0 * f64::EPSILON).cbrt() * x.abs().max(1.0);
    (x + h) - x
}
