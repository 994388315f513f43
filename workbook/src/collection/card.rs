//! `exercise.toml`: what the book and the commands say about an exercise.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::problem::{self, Problem};

/// The contents of `exercise.toml`. A field that is not listed here is an error, so a misspelt one is found.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// What the exercise is about, as a heading.
    pub title: String,
    /// One to three stars.
    pub level: Level,
    /// How long a learner of the lesson needs, in minutes.
    pub minutes: u16,
    /// The lesson it belongs to; the folder says the same.
    pub lesson: u8,
    /// What the stub does before the learner has touched it.
    pub starts: Starts,
    /// The ids of earlier exercises that prepare this one.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Three hints: where to look, what to do, and nearly the answer.
    pub hints: [String; 3],
    /// What each test is worth when a class is graded, by the test's name.
    pub points: BTreeMap<String, u32>,
}

/// How hard an exercise is: about 10 minutes, 20 to 30 minutes, an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "u8")]
pub enum Level {
    /// ★
    One,
    /// ★★
    Two,
    /// ★★★
    Three,
}

impl Level {
    /// The stars that the book prints.
    pub fn stars(self) -> &'static str {
        match self {
            Self::One => "★",
            Self::Two => "★★",
            Self::Three => "★★★",
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = String;

    fn try_from(level: u8) -> Result<Self, String> {
        match level {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            3 => Ok(Self::Three),
            other => Err(format!("level {other} does not exist; write 1, 2 or 3")),
        }
    }
}

/// What a stub does before the learner has touched it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Starts {
    /// Its bodies are `todo!(…)`.
    Todo,
    /// It makes the mistake with this id, so that the learner meets its diagnosis first.
    Wrong(String),
}

impl TryFrom<String> for Starts {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "todo" => Ok(Self::Todo),
            Some(("wrong", id)) if pencilgrad::mistake::find(id).is_some() => {
                Ok(Self::Wrong(id.to_owned()))
            }
            Some(("wrong", id)) => Err(format!(
                "`{id}` is not in the catalogue of mistakes; see src/mistake.rs for the ids"
            )),
            _ => Err(format!(
                "`{text}` is not a way to start; write \"todo\" or \"wrong:ID\" with a mistake's id"
            )),
        }
    }
}

impl Card {
    pub(super) fn load(root: &Path, file: &Path) -> Result<Self, Problem> {
        let text = problem::read(root, file)?;
        toml::from_str(&text).map_err(|error| from_toml(root, file, &text, &error))
    }
}

/// TOML's own message, at the line it is about.
pub(super) fn from_toml(root: &Path, file: &Path, text: &str, error: &toml::de::Error) -> Problem {
    let sentence = error.message().trim_end_matches('\n').replace('\n', "; ");
    let problem = Problem::new(root, file, format!("{sentence}."));
    match error.span() {
        Some(span) => problem.at_line(text[..span.start].matches('\n').count() + 1),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
title = "Twice a number"
level = 1
minutes = 5
lesson = 0
starts = "todo"
hints = ["a", "b", "c"]
points = { doubles = 1 }
"#;

    fn complaint(text: &str) -> String {
        let file = Path::new("exercise.toml");
        let error = toml::from_str::<Card>(text).expect_err("this card is wrong");
        from_toml(Path::new(""), file, text, &error).to_string()
    }

    #[test]
    fn a_good_card_is_read() {
        let card: Card = toml::from_str(GOOD).unwrap();
        assert_eq!(card.level.stars(), "★");
        assert_eq!(card.starts, Starts::Todo);
        assert!(card.needs.is_empty());
    }

    #[test]
    fn a_misspelt_field_is_reported_with_its_line() {
        let said = complaint(&GOOD.replace("minutes", "minuets"));
        assert!(
            said.starts_with("exercise.toml:4: unknown field `minuets`"),
            "{said}"
        );
    }

    #[test]
    fn two_hints_are_not_enough() {
        let said = complaint(&GOOD.replace(", \"c\"", ""));
        assert!(said.starts_with("exercise.toml:7: "), "{said}");
        assert!(said.contains("3"), "{said}");
    }

    #[test]
    fn a_level_and_a_start_that_do_not_exist_say_what_does() {
        assert!(complaint(&GOOD.replace("= 1\nmin", "= 4\nmin")).contains("write 1, 2 or 3"));
        assert!(complaint(&GOOD.replace("\"todo\"", "\"begin\"")).contains("\"wrong:ID\""));
        let unknown = complaint(&GOOD.replace("\"todo\"", "\"wrong:no-such\""));
        assert!(unknown.contains("catalogue"), "{unknown}");
    }
}
