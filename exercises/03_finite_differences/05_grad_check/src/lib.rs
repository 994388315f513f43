//! The checker behind every exercise of this book, in small: does a claimed derivative agree with nudging?

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Whether the claim agrees at every point that was not skipped.
    pub agrees: bool,
    /// Which point fits worst, by its index; `None` if every point was skipped.
    pub worst: Option<usize>,
    /// Which points were skipped because f has a kink there, by their indices.
    pub kinks: Vec<usize>,
}

/// Compares the claimed derivative `claim` of `f` with nudging, at every point.
///
/// For f = x² and the claim x, at the points 0, 1 and 3: at 0 both are 0. At 1 the claim is 1 and nudging says 2,
/// a third off; at 3 it is 3 and 6, a third off as well. So `agrees` is false and `worst` is 1 or 2.
///
/// For f = |x| and the claim 1, at the points 0 and 2: there is a kink at 0, so `kinks` is `[0]`. At 2 the claim
/// is right, so `agrees` is true.
///
/// - Where the claim a and the nudged n are both tiny, rounding decides: at a stationary point a = 0 meets
///   n = 1e-12, and that is agreement. The rounding of n is in proportion to the values of f.
/// - No fixed tolerance will do. For 10⁻⁹ sin x all slopes are tiny, and a claim of twice the slope is still
///   wrong.
pub fn grad_check(f: impl Fn(f64) -> f64, claim: impl Fn(f64) -> f64, points: &[f64]) -> Report {
    let first = points.first().map(|&x| (f(x), claim(x)));
    todo!("compare the claim with nudging at {points:?}; f and claim start with {first:?}")
}
