//! The hypotheses, fewest parameters first: the first one that explains every number is named.

use super::evidence::Evidence;
use super::{blocks, constant, factors, order, softmax, state, subset, terms, units};

/// What a hypothesis found: a mistake's id, and the evidence in words.
pub(super) struct Finding {
    pub(super) id: &'static str,
    pub(super) text: String,
}

impl Finding {
    pub(super) fn new(id: &'static str, text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        Some(Self { id, text })
    }
}

/// A kind of mistake that numbers alone can show.
pub struct Hypothesis {
    /// Its name, for tests and JSON.
    pub name: &'static str,
    /// How many numbers it fits to the evidence; those that fit more stand later.
    pub parameters: usize,
    /// The ids of the [catalogue](crate::mistake::CATALOGUE) that it can name.
    pub ids: &'static [&'static str],
    pub(super) test: fn(&Evidence) -> Option<Finding>,
}

const fn row(
    name: &'static str,
    parameters: usize,
    ids: &'static [&'static str],
    test: fn(&Evidence) -> Option<Finding>,
) -> Hypothesis {
    Hypothesis {
        name,
        parameters,
        ids,
        test,
    }
}

const CONSTANTS: &[&str] = &[
    "sign-lost",
    "factor-two",
    "mean-factor-missing",
    "constant-multiple",
];
const PARTS: &[&str] = &[
    "sign-lost",
    "factor-two",
    "mean-factor-missing",
    "constant-multiple",
    "part-left-zero",
];
const CHAIN: &[&str] = &[
    "missing-inner-derivative",
    "missing-activation-derivative",
    "extra-factor",
];

const HIDDEN: &[&str] = &[
    "missing-activation-derivative",
    "activation-derivative-of-output",
    "extra-factor",
];

/// Every hypothesis.
#[rustfmt::skip]
pub const HYPOTHESES: &[Hypothesis] = &[
    row("all-zero", 0, &["always-zero"], constant::all_zero),
    row("named-constant", 0, CONSTANTS, constant::named),
    row("stale", 0, &["stale-cache"], state::stale),
    row("earlier-added", 0, &["accumulated-twice"], state::earlier_added),
    row("precision", 0, &["precision-lost"], state::precision),
    row("transposed", 0, &["gradient-transposed"], order::transposed),
    row("reversed", 0, &["index-shifted"], order::reversed),
    row("rows-alike", 0, &["axis-confused"], blocks::rows_alike),
    row("other-function", 0, &["other-function"], factors::other_function),
    row("activation-of-output", 0, &["activation-derivative-of-output"], factors::activation_of_output),
    row("chain-factor", 0, CHAIN, factors::chain),
    row("diagonal-only", 0, &["softmax-diagonal-only", "elementwise-product-confused"], softmax::diagonal_only),
    row("hidden-slope", 0, HIDDEN, units::hidden_slope),
    row("one-road", 0, &["one-path-only", "last-write-wins"], units::one_road),
    row("any-constant", 1, &["constant-multiple"], constant::unnamed),
    row("offset", 1, &["constant-offset"], terms::offset),
    row("penalty", 1, &["regularisation-term"], terms::penalty),
    row("softmax", 1, &["softmax-diagonal-only"], softmax::coupling),
    row("block-factor", 1, PARTS, blocks::factor),
    row("other-block-added", 1, &["accumulated-twice"], terms::other_block),
    row("shifted", 1, &["index-shifted"], order::shifted),
    row("updated-first", 1, &["updated-before-backward"], units::updated_first),
    row("swapped", 2, &["index-shifted"], order::swapped),
    row("edges", 2, &["edge-wrong"], subset::edges),
    row("one-side", 2, &["branch-wrong"], subset::one_side),
    row("some-signs", 3, &["sign-lost"], subset::signs),
    row("whole-ratios", 3, &["part-left-zero", "accumulated-twice", "last-write-wins"], subset::whole_ratios),
    row("unit-factor", 4, &["missing-activation-derivative", "extra-factor"], units::any_factor),
    row("permuted", 5, &["index-shifted"], order::permuted),
    row("only-bias", 6, &["bias-gradient-not-summed"], units::only_bias),
];
