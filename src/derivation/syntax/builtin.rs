//! The built-in functions: one table of names, arity and LaTeX, walked by the lexer, the typesetter and the rules.

/// How many arguments a function takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arity {
    /// Exactly this many.
    Exactly(u8),
    /// This many or more.
    AtLeast(u8),
}

impl Arity {
    /// Whether `count` arguments fit.
    pub fn admits(self, count: usize) -> bool {
        match self {
            Self::Exactly(wanted) => count == usize::from(wanted),
            Self::AtLeast(least) => count >= usize::from(least),
        }
    }
}

/// One row of the table.
struct Row {
    builtin: Builtin,
    /// The name it is printed by, which the parser reads back.
    name: &'static str,
    aliases: &'static [&'static str],
    arity: Arity,
    latex: &'static str,
    /// Whether it is recognised inside a run of letters: `xsin` is x·sin, but `str` is not s·tr.
    inside_words: bool,
}

macro_rules! builtins {
    ($($variant:ident $name:literal [$($alias:literal)*] $arity:expr, $latex:literal, $inside:literal;)*) => {
        /// A built-in function.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Builtin {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        const TABLE: &[Row] = &[
            $(Row {
                builtin: Builtin::$variant,
                name: $name,
                aliases: &[$($alias),*],
                arity: $arity,
                latex: $latex,
                inside_words: $inside,
            },)*
        ];
    };
}

const ONE: Arity = Arity::Exactly(1);
const TWO: Arity = Arity::Exactly(2);
const SOME: Arity = Arity::AtLeast(1);

#[rustfmt::skip]
builtins! {
    Exp        "exp"       []                      ONE, r"\exp", true;
    Ln         "ln"        []                      ONE, r"\ln", true;
    Log        "log"       []                      ONE, r"\log", true;
    Log10      "log10"     ["lg"]                  ONE, r"\log_{10}", false;
    LogBase    "logbase"   []                      TWO, r"\log", false;
    Sqrt       "sqrt"      []                      ONE, r"\sqrt", true;
    Cbrt       "cbrt"      []                      ONE, r"\sqrt[3]", false;
    Root       "root"      []                      TWO, r"\sqrt", false;
    Sign       "sign"      ["sgn" "signum"]        ONE, r"\operatorname{sign}", false;
    Floor      "floor"     []                      ONE, r"\operatorname{floor}", false;
    Ceil       "ceil"      []                      ONE, r"\operatorname{ceil}", false;
    Sin        "sin"       []                      ONE, r"\sin", true;
    Cos        "cos"       []                      ONE, r"\cos", true;
    Tan        "tan"       ["tg"]                  ONE, r"\tan", true;
    Sec        "sec"       []                      ONE, r"\sec", true;
    Csc        "csc"       ["cosec"]               ONE, r"\csc", true;
    Cot        "cot"       ["ctg" "cotan"]         ONE, r"\cot", true;
    Arcsin     "arcsin"    ["asin"]                ONE, r"\arcsin", true;
    Arccos     "arccos"    ["acos"]                ONE, r"\arccos", true;
    Arctan     "arctan"    ["atan" "arctg"]        ONE, r"\arctan", true;
    Arcsec     "arcsec"    ["asec"]                ONE, r"\operatorname{arcsec}", true;
    Arccsc     "arccsc"    ["acsc" "arccosec"]     ONE, r"\operatorname{arccsc}", true;
    Arccot     "arccot"    ["acot"]                ONE, r"\operatorname{arccot}", true;
    Sinh       "sinh"      ["sh"]                  ONE, r"\sinh", true;
    Cosh       "cosh"      ["ch"]                  ONE, r"\cosh", true;
    Tanh       "tanh"      []                      ONE, r"\tanh", true;
    Sech       "sech"      []                      ONE, r"\operatorname{sech}", true;
    Csch       "csch"      ["cosech"]              ONE, r"\operatorname{csch}", true;
    Coth       "coth"      []                      ONE, r"\coth", true;
    Arsinh     "arcsinh"   ["arsinh" "asinh"]      ONE, r"\operatorname{arcsinh}", true;
    Arcosh     "arccosh"   ["arcosh" "acosh"]      ONE, r"\operatorname{arccosh}", true;
    Artanh     "arctanh"   ["artanh" "atanh"]      ONE, r"\operatorname{arctanh}", true;
    Arsech     "arcsech"   ["arsech" "asech"]      ONE, r"\operatorname{arcsech}", true;
    Arcsch     "arccsch"   ["arcsch" "acsch"]      ONE, r"\operatorname{arccsch}", true;
    Arcoth     "arccoth"   ["arcoth" "acoth"]      ONE, r"\operatorname{arccoth}", true;
    Atan2      "atan2"     []                      TWO, r"\operatorname{atan2}", false;
    Sigmoid    "σ"         ["sigmoid" "logistic"]  ONE, r"\sigma", false;
    Relu       "relu"      ["ReLU" "RELU"]         ONE, r"\operatorname{relu}", false;
    Softplus   "softplus"  []                      ONE, r"\operatorname{softplus}", false;
    Gelu       "gelu"      ["GELU"]                ONE, r"\operatorname{gelu}", false;
    Erf        "erf"       []                      ONE, r"\operatorname{erf}", false;
    Softmax    "softmax"   []                      ONE, r"\operatorname{softmax}", false;
    LogSumExp  "logsumexp" ["lse" "LSE"]           ONE, r"\operatorname{logsumexp}", false;
    Max        "max"       []                      SOME, r"\max", false;
    Min        "min"       []                      SOME, r"\min", false;
    Sum        "sum"       []                      ONE, r"\operatorname{sum}", false;
    Mean       "mean"      []                      ONE, r"\operatorname{mean}", false;
    Trace      "tr"        ["trace" "Tr"]          ONE, r"\operatorname{tr}", false;
    Det        "det"       []                      ONE, r"\det", false;
    Inv        "inv"       []                      ONE, r"\operatorname{inv}", false;
    Diag       "diag"      []                      ONE, r"\operatorname{diag}", false;
    Dot        "dot"       ["inner"]               TWO, r"\operatorname{dot}", false;
    Vec        "vec"       []                      ONE, r"\operatorname{vec}", false;
}

impl Builtin {
    /// The function with this name or alias.
    ///
    /// ```
    /// use pencilgrad::derivation::syntax::Builtin;
    /// assert_eq!(Builtin::find("atan"), Some(Builtin::Arctan));
    /// assert_eq!(Builtin::find("frobnicate"), None);
    /// ```
    pub fn find(name: &str) -> Option<Self> {
        let row = TABLE
            .iter()
            .find(|row| row.name == name || row.aliases.contains(&name));
        row.map(|row| row.builtin)
    }

    /// Every built-in function, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.builtin)
    }

    /// The name it is printed by.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Other names it is read by.
    pub fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }

    /// How many arguments it takes. `log` in base b is [`Builtin::LogBase`] with the base first;
    /// an n-th root is [`Builtin::Root`] with n first, as in `\sqrt[n]{x}`.
    pub fn arity(self) -> Arity {
        self.row().arity
    }

    /// Its LaTeX command.
    pub fn latex(self) -> &'static str {
        self.row().latex
    }

    /// Whether it is recognised inside a run of letters, as in `xsin(x)`.
    pub fn inside_words(self) -> bool {
        self.row().inside_words
    }

    fn row(self) -> &'static Row {
        let row = &TABLE[self as usize];
        debug_assert_eq!(row.builtin, self);
        row
    }

    /// The inverse function, for `sin^{-1}`.
    pub fn inverse(self) -> Option<Self> {
        use Builtin::*;
        const PAIRS: &[(Builtin, Builtin)] = &[
            (Exp, Ln),
            (Sin, Arcsin),
            (Cos, Arccos),
            (Tan, Arctan),
            (Sec, Arcsec),
            (Csc, Arccsc),
            (Cot, Arccot),
            (Sinh, Arsinh),
            (Cosh, Arcosh),
            (Tanh, Artanh),
            (Sech, Arsech),
            (Csch, Arcsch),
            (Coth, Arcoth),
        ];
        PAIRS.iter().find_map(|&(forward, back)| match self {
            _ if self == forward => Some(back),
            _ if self == back => Some(forward),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Builtin;

    #[test]
    fn the_table_is_in_the_order_of_the_enum_and_every_name_leads_back() {
        for builtin in Builtin::all() {
            assert_eq!(Builtin::find(builtin.name()), Some(builtin));
            for alias in builtin.aliases() {
                assert_eq!(Builtin::find(alias), Some(builtin), "{alias} stands twice");
            }
        }
    }

    #[test]
    fn inverses_come_in_pairs() {
        for builtin in Builtin::all() {
            if let Some(inverse) = builtin.inverse() {
                assert_eq!(inverse.inverse(), Some(builtin));
            }
        }
    }
}
