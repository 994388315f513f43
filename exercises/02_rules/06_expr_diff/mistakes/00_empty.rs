//! mistake: always-zero

use std::fmt;
use std::ops::{Add, Mul};

/// A formula in x, as a tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// A constant.
    Const(f64),
    /// The variable.
    X,
    /// A sum.
    Sum(Box<Expr>, Box<Expr>),
    /// A product.
    Product(Box<Expr>, Box<Expr>),
    /// A whole power.
    Power(Box<Expr>, i32),
    /// The sine of a formula.
    Sin(Box<Expr>),
    /// The cosine of a formula.
    Cos(Box<Expr>),
    /// e to the power of a formula.
    Exp(Box<Expr>),
    /// The natural logarithm of a formula.
    Ln(Box<Expr>),
}

impl Expr {
    pub fn diff(&self) -> Self {
        Self::Const(0.0)
    }

    /// The value at `x`.
    pub fn eval(&self, x: f64) -> f64 {
        match self {
            Self::Const(c) => *c,
            Self::X => x,
            Self::Sum(a, b) => a.eval(x) + b.eval(x),
            Self::Product(a, b) => a.eval(x) * b.eval(x),
            Self::Power(a, n) => a.eval(x).powi(*n),
            Self::Sin(a) => a.eval(x).sin(),
            Self::Cos(a) => a.eval(x).cos(),
            Self::Exp(a) => a.eval(x).exp(),
            Self::Ln(a) => a.eval(x).ln(),
        }
    }

    /// This formula to the power `n`.
    pub fn pow(self, n: i32) -> Self {
        Self::Power(Box::new(self), n)
    }

    /// The sine of this formula.
    pub fn sin(self) -> Self {
        Self::Sin(Box::new(self))
    }

    /// The cosine of this formula.
    pub fn cos(self) -> Self {
        Self::Cos(Box::new(self))
    }

    /// e to the power of this formula.
    pub fn exp(self) -> Self {
        Self::Exp(Box::new(self))
    }

    /// The natural logarithm of this formula.
    pub fn ln(self) -> Self {
        Self::Ln(Box::new(self))
    }
}

impl Add for Expr {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::Sum(Box::new(self), Box::new(other))
    }
}

impl Mul for Expr {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self::Product(Box::new(self), Box::new(other))
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bracket = |e: &Self, needed: bool| match needed {
            true => format!("({e})"),
            false => e.to_string(),
        };
        let sum = |e: &Self| matches!(e, Self::Sum(..));
        let short = |e: &Self| !matches!(e, Self::Sum(..) | Self::Product(..) | Self::Power(..));
        match self {
            Self::Const(c) => write!(f, "{c}"),
            Self::X => write!(f, "x"),
            Self::Sum(a, b) => write!(f, "{a} + {b}"),
            Self::Product(a, b) => write!(f, "{}·{}", bracket(a, sum(a)), bracket(b, sum(b))),
            Self::Power(a, n) => write!(f, "{}^{n}", bracket(a, !short(a))),
            Self::Sin(a) => write!(f, "sin({a})"),
            Self::Cos(a) => write!(f, "cos({a})"),
            Self::Exp(a) => write!(f, "exp({a})"),
            Self::Ln(a) => write!(f, "ln({a})"),
        }
    }
}
