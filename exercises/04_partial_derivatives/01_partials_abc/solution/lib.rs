//! Three partial derivatives of d = ab + c.
//!
//! Hold b and c at their values. Then d = b·a + c is a line in a: its slope is the factor b. In the same way its
//! slope by b is a. By c, the product ab is a constant, and c alone has slope 1.
//!
//! To discuss: c does not appear in the answer at all. Does that mean that c does not matter for d? And which of
//! the three slopes would stay as they are for d = ab + c²?

/// The partial derivatives of d = ab + c by a, by b and by c.
pub fn partials_abc(a: f64, b: f64, _c: f64) -> [f64; 3] {
    [b, a, 1.0]
}
