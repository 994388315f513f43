//! The rules a writer can name with `by RULE`: one table.

use super::Rule;

/// Each rule, the name it is printed by, and the other names it is read by.
const TABLE: &[(Rule, &str, &[&str])] = &[
    (Rule::Chain, "chain", &[]),
    (Rule::Product, "product", &["leibniz"]),
    (Rule::Quotient, "quotient", &[]),
    (Rule::Power, "power", &[]),
    (Rule::Sum, "sum", &["linearity", "difference", "linear"]),
    (
        Rule::Constant,
        "const",
        &[
            "constant",
            "constants",
            "constant multiple",
            "constant factor",
        ],
    ),
    (Rule::Exponential, "exp", &["exponential"]),
    (Rule::Logarithm, "log", &["logarithm", "ln"]),
    (
        Rule::Trigonometric,
        "trig",
        &["trigonometric", "trigonometry"],
    ),
    (Rule::Definition, "definition", &["def", "substitution"]),
    (
        Rule::Algebra,
        "algebra",
        &["simplification", "simplifying", "simplify", "rewriting"],
    ),
    (Rule::Given, "given", &["assumption", "hypothesis"]),
];

impl Rule {
    /// The rule that these words name: `chain`, `the chain rule`, `Chain Rule`.
    ///
    /// ```
    /// use pencilgrad::derivation::syntax::Rule;
    /// assert_eq!(Rule::find("the chain rule"), Some(Rule::Chain));
    /// assert_eq!(Rule::find("magic"), None);
    /// ```
    pub fn find(words: &str) -> Option<Self> {
        let lower = words.trim().to_lowercase();
        let name = lower.strip_prefix("the ").unwrap_or(&lower);
        let name = name.strip_suffix(" rule").unwrap_or(name);
        let row = TABLE
            .iter()
            .find(|(_, printed, others)| *printed == name || others.contains(&name));
        row.map(|&(rule, ..)| rule)
    }

    /// The word it is printed by.
    pub fn name(self) -> &'static str {
        let row = TABLE.iter().find(|&&(rule, ..)| rule == self);
        row.map_or("", |&(_, name, _)| name)
    }

    /// The words of all rules, in the order of the table.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TABLE.iter().map(|&(_, name, _)| name)
    }
}
