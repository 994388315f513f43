//! Places where a text can be read in two ways: which way is taken, and what is said about it.

use super::{Note, Span};

/// What two readings differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Doubt {
    /// `f(x+1)`: a call or a product.
    Call,
    /// `a/bc`: what stands below.
    Denominator,
    /// `ln t e^t`: where the argument ends.
    Argument,
    /// `d/dx (u) v`: where the operand ends.
    Operand,
    /// `sin (x)^2`: what is squared.
    PowerOfCall,
    /// `x_iy`: where the index ends.
    Subscript,
    /// `x2`: an index or a factor.
    Digits,
    /// `a^{(2)}`: a layer or a power.
    Layer,
    /// `log x`: to which base.
    Logarithm,
    /// `lim x + h`: where the limit's body ends.
    Limit,
}

impl Doubt {
    /// Whether two places of one line may well differ. A letter is a function throughout a line, or it is not;
    /// but where an argument or an operand ends has to be asked at each place.
    fn is_local(self) -> bool {
        matches!(
            self,
            Self::Denominator | Self::Argument | Self::Operand | Self::PowerOfCall
        )
    }
}

/// One such place.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) key: (usize, Doubt),
    pub(super) span: Span,
    pub(super) first: String,
    pub(super) other: String,
}

/// The choices of one reading: which are taken the other way, and all that came up.
#[derive(Debug, Default)]
pub(super) struct Choices {
    flipped: Vec<(usize, Doubt)>,
    kinds: Vec<Doubt>,
    pub(super) met: Vec<Choice>,
}

impl Choices {
    /// Takes the other way at one place, or at every place of one kind.
    pub(super) fn flipped(places: Vec<(usize, Doubt)>, kinds: Vec<Doubt>) -> Self {
        let met = Vec::new();
        Self {
            flipped: places,
            kinds,
            met,
        }
    }

    /// Records a place and says whether the other way is taken.
    pub(super) fn choose(&mut self, choice: Choice) -> bool {
        let other = self.is_flipped(choice.key);
        self.met.push(choice);
        other
    }

    fn is_flipped(&self, key: (usize, Doubt)) -> bool {
        self.flipped.contains(&key) || self.kinds.contains(&key.1)
    }

    /// What to say about this reading.
    pub(super) fn notes(&self) -> Vec<Note> {
        let notes = self.met.iter().map(|choice| Note {
            span: choice.span,
            message: if self.is_flipped(choice.key) {
                choice.other.clone()
            } else {
                choice.first.clone()
            },
        });
        notes.collect()
    }

    /// The other readings worth trying: each kind of doubt taken the other way throughout, and, where a kind
    /// comes up more than once, each place on its own. At most [`MOST_READINGS`] with the first.
    pub(super) fn alternatives(&self) -> Vec<Self> {
        let mut kinds: Vec<Doubt> = self.met.iter().map(|choice| choice.key.1).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let by_kind = kinds
            .iter()
            .map(|&kind| Self::flipped(Vec::new(), vec![kind]));
        let repeated = |doubt: Doubt| {
            doubt.is_local() && self.met.iter().filter(|c| c.key.1 == doubt).count() > 1
        };
        let by_place = self
            .met
            .iter()
            .filter(|choice| repeated(choice.key.1))
            .map(|choice| Self::flipped(vec![choice.key], Vec::new()));
        by_kind.chain(by_place).take(MOST_READINGS - 1).collect()
    }
}

/// How many readings of a line are tried.
pub(super) const MOST_READINGS: usize = 8;
