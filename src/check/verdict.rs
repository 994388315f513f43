//! The one verdict, and the reasons that go with it.

use std::fmt;

/// What a check found. The same everywhere.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// Right, as far as can be seen; an error larger than `sensitivity` would have been seen.
    Agrees {
        /// The smallest error that would have been caught, in units of the derivative.
        sensitivity: f64,
    },
    /// Right, resolved only relative to how much the function moves here, as at a stationary point.
    AgreesWeakly {
        /// The smallest error that would have been caught, in units of the derivative.
        sensitivity: f64,
    },
    /// Wrong.
    Disagrees,
    /// The numbers cannot tell.
    Undecided(Reason),
    /// The function has a kink or a jump here.
    NotSmooth {
        /// The slope to the left; infinite at a jump or a vertical tangent.
        left: f64,
        /// The slope to the right.
        right: f64,
    },
    /// The function or the claim gives different answers for the same point.
    NotDeterministic,
    /// The check could not be made.
    Invalid(Stage),
}

impl Verdict {
    /// Whether the claim agrees, weakly or fully.
    pub fn agrees(&self) -> bool {
        matches!(self, Self::Agrees { .. } | Self::AgreesWeakly { .. })
    }

    /// The verdict's name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Agrees { .. } => "agrees",
            Self::AgreesWeakly { .. } => "agrees-weakly",
            Self::Disagrees => "disagrees",
            Self::Undecided(_) => "undecided",
            Self::NotSmooth { .. } => "not-smooth",
            Self::NotDeterministic => "not-deterministic",
            Self::Invalid(_) => "invalid",
        }
    }
}

/// Why the numbers cannot tell.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The bound of the best estimate is too wide.
    TooNoisy {
        /// The name of the number.
        coordinate: String,
        /// The bound that was reached.
        bound: f64,
    },
    /// No step stays inside the domain of the function.
    NoStep {
        /// The name of the number.
        coordinate: String,
    },
    /// Every coordinate agrees, and a random direction does not: the function is no sum of its partial derivatives.
    Direction,
    /// Every point of several is a kink.
    OnlyKinks,
    /// No point was given.
    NoPoint,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::TooNoisy { coordinate, bound } => {
                write!(
                    f,
                    "{coordinate} is known only to ±{bound:.1e}, too coarse to judge by"
                )
            }
            Self::NoStep { coordinate } => {
                write!(
                    f,
                    "no step for {coordinate} stays inside the function's domain"
                )
            }
            Self::Direction => write!(
                f,
                "every coordinate agrees, but a random direction does not add up from them"
            ),
            Self::OnlyKinks => write!(f, "the function has a kink at every point"),
            Self::NoPoint => write!(f, "there is no point to check at"),
        }
    }
}

/// Where a check that could not be made came to a halt; each carries a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The claim calls `todo!()`; the text of it.
    NotStarted(String),
    /// A call panicked: which one, and how.
    Panic(String),
    /// The point is empty, or has a NaN or an infinity.
    Point(String),
    /// A call changed the point it was given.
    PointChanged(String),
    /// The value at the point is not a finite number.
    Value(String),
    /// The value that comes with the gradient is not the function's value.
    ValueDiffers(String),
    /// The claim has another shape than it should.
    Shape(String),
    /// The claim has a NaN or an infinity.
    Claim(String),
}

impl Stage {
    /// The sentence.
    pub fn text(&self) -> &str {
        match self {
            Self::NotStarted(text)
            | Self::Panic(text)
            | Self::Point(text)
            | Self::PointChanged(text)
            | Self::Value(text)
            | Self::ValueDiffers(text)
            | Self::Shape(text)
            | Self::Claim(text) => text,
        }
    }
}
