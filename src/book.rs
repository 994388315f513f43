//! The Rust examples of the lessons, as documentation tests: every number a chapter prints is asserted here.
//!
//! One item a chapter, in the order of `book/src/SUMMARY.md`, and the README's example.

macro_rules! chapters {
    ($($name:ident $file:literal;)*) => {
        $(#[doc = include_str!(concat!("../book/src/", $file))]
        pub struct $name;)*
    };
}

chapters! {
    StartHere "00_start_here.md";
    Derivative "01_derivative.md";
    Rules "02_rules.md";
    FiniteDifferences "03_finite_differences.md";
    PartialDerivatives "04_partial_derivatives.md";
    GradientDescent "05_gradient_descent.md";
    ChainRule "06_chain_rule.md";
    Graphs "07_graphs.md";
}

#[doc = include_str!("../README.md")]
pub struct Readme;
