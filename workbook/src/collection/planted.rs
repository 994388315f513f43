//! Planted mistakes: typical wrong answers, each with what must be said about it.

use std::path::{Path, PathBuf};

use pencilgrad::mistake::{self, Mistake};

use super::problem::{self, Problem, Problems};

/// One wrong answer, `mistakes/NN_name.rs`.
#[derive(Debug, Clone)]
pub struct Planted {
    /// The file's name without `.rs`.
    pub name: String,
    /// The file itself.
    pub file: PathBuf,
    /// What its first line promises.
    pub expectation: Expectation,
}

/// What the tests must do with a planted mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// `//! mistake: ID`: a message must say the sentence of this mistake.
    Named(&'static Mistake),
    /// `//! property: TEST`: this test must fail.
    Fails(String),
}

/// The name of the laziest answer that compiles.
pub(super) const EMPTY: &str = "00_empty";

const FIRST_LINE: &str = "the first line must be `//! mistake: ID` with an id of src/mistake.rs, \
                          or `//! property: TEST` with the name of the test that must fail.";

impl Planted {
    /// Reads every `.rs` file of an exercise's `mistakes/`.
    pub(super) fn load_all(root: &Path, folder: &Path) -> Result<Vec<Self>, Problems> {
        let mut problems = Problems::default();
        let mut planted = Vec::new();
        for file in problem::entries(root, folder)? {
            if file.extension().is_some_and(|extension| extension == "rs") {
                match Self::load(root, &file) {
                    Ok(one) => planted.push(one),
                    Err(found) => problems.push(found),
                }
            }
        }
        problems.or(planted)
    }

    fn load(root: &Path, file: &Path) -> Result<Self, Problem> {
        let text = problem::read(root, file)?;
        let first = text.lines().next().unwrap_or_default();
        let expectation = Expectation::parse(first)
            .map_err(|sentence| Problem::new(root, file, sentence).at_line(1))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        Ok(Self {
            name: name.into_owned(),
            file: file.to_path_buf(),
            expectation,
        })
    }
}

impl Expectation {
    fn parse(line: &str) -> Result<Self, String> {
        let promise = line
            .strip_prefix("//! ")
            .and_then(|rest| rest.split_once(": "));
        match promise {
            Some(("mistake", id)) => match mistake::find(id.trim()) {
                Some(mistake) => Ok(Self::Named(mistake)),
                None => Err(format!(
                    "`{}` is not in the catalogue of mistakes; add it to src/mistake.rs or use an id that is there.",
                    id.trim()
                )),
            },
            Some(("property", test)) => Ok(Self::Fails(test.trim().to_owned())),
            _ => Err(FIRST_LINE.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Expectation;

    #[test]
    fn the_first_line_says_what_must_happen() {
        let named = Expectation::parse("//! mistake: sign-lost").unwrap();
        assert!(matches!(named, Expectation::Named(mistake) if mistake.id == "sign-lost"));
        let fails = Expectation::parse("//! property: is_odd").unwrap();
        assert_eq!(fails, Expectation::Fails("is_odd".to_owned()));
    }

    #[test]
    fn any_other_first_line_is_refused_with_what_to_write() {
        for line in [
            "",
            "//! wrong: sign-lost",
            "// mistake: sign-lost",
            "//! mistake",
        ] {
            let sentence = Expectation::parse(line).unwrap_err();
            assert!(sentence.contains("//! mistake: ID"), "{line}: {sentence}");
        }
        let unknown = Expectation::parse("//! mistake: sing-lost").unwrap_err();
        assert!(unknown.contains("`sing-lost`"), "{unknown}");
    }
}
