//! A partial derivative: one input moves, the others stand still at their values.

/// The partial derivatives of d = ab + c by a, by b and by c, in this order.
///
/// At a = 4, b = 3, c = 2:
///
/// | moves | what is left | slope |
/// |---|---|---|
/// | a | 3a + 2 | 3 |
/// | b | 4b + 2 | 4 |
/// | c | 12 + c | 1 |
///
/// So the answer is `[3.0, 4.0, 1.0]`.
pub fn partials_abc(a: f64, b: f64, c: f64) -> [f64; 3] {
    todo!("the slopes of ab + c by a, by b and by c, at a = {a}, b = {b}, c = {c}")
}
