//! A polynomial as a list of coefficients, and its derivative as another.
//!
//! Everything is given but `derivative`, at the end.

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
    ///
    /// In numbers, with the coefficients in the order in which they are kept:
    ///
    /// | polynomial | coefficients | derivative | its coefficients |
    /// |---|---|---|---|
    /// | 5 − 4x + 3x² | 5, −4, 3 | −4 + 6x | −4, 6 |
    /// | 2x² + 3x⁴ | 0, 0, 2, 0, 3 | 4x + 12x³ | 0, 4, 0, 12 |
    /// | 7 | 7 | 0 | none |
    pub fn derivative(&self) -> Self {
        todo!(
            "the derivative of the polynomial with the coefficients {:?}",
            self.coefficients
        )
    }
}
