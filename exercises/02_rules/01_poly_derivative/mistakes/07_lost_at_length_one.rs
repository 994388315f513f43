//! property: constants_have_slope_zero
//!
//! The last coefficient was thought to be safe to keep: right for every polynomial but a constant.

/// A polynomial: the coefficient of 1, then of x, of x², and so on. The last one is never 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Poly {
    coefficients: Vec<f64>,
}

impl Poly {
    /// The polynomial with these coefficients, the constant first. Zeros at the end are dropped.
    pub fn new(mut coefficients: Vec<f64>) -> Self {
        while coefficients.last() == Some(&0.0) {
            coefficients.pop();
        }
        Self { coefficients }
    }

    /// The coefficients, the constant first.
    pub fn coefficients(&self) -> &[f64] {
        &self.coefficients
    }

    /// The value at `x`.
    pub fn eval(&self, x: f64) -> f64 {
        let from_the_top = self.coefficients.iter().rev();
        from_the_top.fold(0.0, |value, c| value * x + c)
    }

    /// The sum of two polynomials.
    pub fn add(&self, other: &Self) -> Self {
        let length = self.coefficients.len().max(other.coefficients.len());
        let at = |poly: &Self, k| poly.coefficients.get(k).copied().unwrap_or(0.0);
        Self::new((0..length).map(|k| at(self, k) + at(other, k)).collect())
    }

    /// The product of two polynomials.
    pub fn mul(&self, other: &Self) -> Self {
        let mut product = vec![0.0; self.coefficients.len() + other.coefficients.len()];
        for (j, a) in self.coefficients.iter().enumerate() {
            for (k, b) in other.coefficients.iter().enumerate() {
                product[j + k] += a * b;
            }
        }
        Self::new(product)
    }

    /// The derivative.
    pub fn derivative(&self) -> Self {
        if self.coefficients.len() < 2 {
            return self.clone();
        }
        let terms = self.coefficients.iter().enumerate().skip(1);
        Self::new(terms.map(|(k, c)| k as f64 * c).collect())
    }
}
