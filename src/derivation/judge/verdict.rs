//! What the judge says: one verdict a line, and the whole.

use super::example::CounterExample;
use crate::derivation::syntax::Span;

/// The verdict on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// True wherever both sides have a value, or nothing to judge (a declaration, a definition).
    Right,
    /// False, with a point that shows it or shapes that do not fit.
    Wrong,
    /// True on a region only, which is given in words, such as `x > 0`.
    RightWhere(String),
    /// Nobody knows, and why.
    Undecided(String),
    /// It could not be read, and why.
    Unreadable(String),
}

impl Verdict {
    /// The name in JSON: `right`, `wrong`, `right-where`, `undecided`, `unreadable`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::RightWhere(_) => "right-where",
            Self::Undecided(_) => "undecided",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// Whether the line is right.
    pub fn is_right(&self) -> bool {
        *self == Self::Right
    }
}

/// A mistake that explains a wrong line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedMistake {
    /// The id in the catalogue of mistakes.
    pub id: &'static str,
    /// What happened, in this line's terms. Never the formula that is asked for.
    pub message: String,
}

/// One line and what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedLine {
    /// The line of the text it starts on, counted from 1.
    pub number: usize,
    /// Where it stands in the text.
    pub span: Span,
    /// The line as it was written.
    pub source: String,
    /// How it was read, when there was a choice.
    pub reading: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// Remarks on domains, conventions and steps that are long; for a wrong line, on the shapes.
    pub notes: Vec<String>,
    /// A point at which a wrong line fails.
    pub example: Option<CounterExample>,
    /// What the mistake may be, best first; only for a wrong line.
    pub mistakes: Vec<NamedMistake>,
    /// The earlier wrong line that this one follows from.
    pub follows: Option<usize>,
}

/// A derivation and what was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judgement {
    /// The lines that say something, in order.
    pub lines: Vec<JudgedLine>,
    /// The problem that the text answers, if it names one.
    pub problem: Option<String>,
    /// What is missing although no line is wrong: a blank, or a derivative left in the answer.
    pub unfinished: Option<String>,
}

impl Judgement {
    /// The first line that is not right.
    pub fn first_not_right(&self) -> Option<&JudgedLine> {
        self.lines.iter().find(|line| !line.verdict.is_right())
    }

    /// The verdict on the whole: that of the first line that is not right.
    pub fn verdict(&self) -> Verdict {
        self.first_not_right()
            .map_or(Verdict::Right, |line| line.verdict.clone())
    }

    /// Whether every line is right and nothing is missing.
    pub fn is_right(&self) -> bool {
        self.first_not_right().is_none() && self.unfinished.is_none()
    }
}
