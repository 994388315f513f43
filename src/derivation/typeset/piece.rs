//! What a typeset expression consists of, before it is text.

/// One piece.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// One symbol, with its accent: `x`, `θ`, `ŷ`.
    Symbol(String),
    /// A word set upright: `sin`, `lim`, `loss`.
    Word(String),
    /// Digits.
    Number(String),
    /// A sign with space on both sides in plain text: `+`, `=`, `·`.
    Infix(&'static str),
    /// A sign without space: a minus in front, `!`, `/`, `d`.
    Tight(&'static str),
    /// A comma or a semicolon.
    Separator(&'static str),
    /// Factors side by side: the renderer decides on the space between.
    Beside,
    /// Nothing at all between, but a function and its argument.
    Applied,
    /// A space.
    Space,
    /// Words in a formula, such as `if`.
    Text(&'static str),
    /// One after the other.
    Row(Vec<Piece>),
    /// In brackets.
    Fence(Fence, Box<Piece>),
    /// One above the other.
    Fraction(Box<Piece>, Box<Piece>),
    /// With an index below, an exponent above.
    Script {
        base: Box<Piece>,
        below: Option<Box<Piece>>,
        above: Option<Box<Piece>>,
    },
    /// A large sign with its bounds: Σ, ∏, lim.
    Big {
        sign: &'static str,
        below: Box<Piece>,
        above: Option<Box<Piece>>,
    },
    /// With primes.
    Primes(Box<Piece>, u32),
    /// Transposed.
    Transposed(Box<Piece>),
    /// A root; no index for a square root.
    Root(Option<Box<Piece>>, Box<Piece>),
    /// A matrix.
    Matrix(Vec<Vec<Piece>>),
    /// A definition by cases: value and condition, no condition for the last resort.
    Cases(Vec<(Piece, Option<Piece>)>),
    /// A blank to fill in.
    Blank,
}

/// Brackets around a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fence {
    Round,
    Square,
    Abs,
    Norm,
    /// Braces that are not seen: they only hold together.
    Invisible,
}

impl Piece {
    pub(super) fn boxed(self) -> Box<Self> {
        Box::new(self)
    }

    pub(super) fn round(self) -> Self {
        Self::Fence(Fence::Round, Box::new(self))
    }

    pub(super) fn script(base: Self, below: Option<Self>, above: Option<Self>) -> Self {
        if below.is_none() && above.is_none() {
            return base;
        }
        Self::Script {
            base: base.boxed(),
            below: below.map(Self::boxed),
            above: above.map(Self::boxed),
        }
    }

    /// Pieces with a comma between.
    pub(super) fn list(pieces: impl IntoIterator<Item = Self>) -> Self {
        let mut row = Vec::new();
        for piece in pieces {
            if !row.is_empty() {
                row.push(Self::Separator(","));
            }
            row.push(piece);
        }
        Self::Row(row)
    }
}
