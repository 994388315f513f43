//! One exercise and its files.

use std::path::{Path, PathBuf};

use super::card::{self, Card};
use super::planted::Planted;
use super::problem::{self, Problem, Problems};

/// One exercise: a crate of its own.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// The package's name: permanent, while number and folder may change.
    pub id: String,
    /// The crate's folder.
    pub folder: PathBuf,
    /// The lesson, from the folder's `NN_lesson`.
    pub lesson: u8,
    /// The place in the lesson, from `MM_name`.
    pub number: u8,
    /// What `exercise.toml` says.
    pub card: Card,
    /// Further right answers, put another way: the files of `solution/` besides `lib.rs`.
    pub others: Vec<PathBuf>,
    /// The planted mistakes, in the order of their names.
    pub mistakes: Vec<Planted>,
    /// What `Cargo.toml` says.
    pub(super) manifest: toml::Table,
}

impl Exercise {
    /// The file the learner edits.
    pub fn stub(&self) -> PathBuf {
        self.folder.join("src/lib.rs")
    }

    /// The reference answer.
    pub fn solution(&self) -> PathBuf {
        self.folder.join("solution/lib.rs")
    }

    /// The only copy of the tests.
    pub fn tests(&self) -> PathBuf {
        self.folder.join("tests").join(format!("{}.rs", self.id))
    }

    pub(super) fn load(root: &Path, folder: &Path) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let manifest = manifest(root, &folder.join("Cargo.toml"));
        let card = Card::load(root, &folder.join("exercise.toml"));
        let mistakes = Planted::load_all(root, &folder.join("mistakes"));
        let others = others(root, &folder.join("solution"));
        let numbers = numbers(root, folder);
        let manifest = manifest.map_err(|found| problems.push(found));
        let card = card.map_err(|found| problems.push(found));
        let mistakes = mistakes.map_err(|found| problems.extend(found));
        let others = others.map_err(|found| problems.push(found));
        let numbers = numbers.map_err(|found| problems.push(found));
        let (Ok((id, manifest)), Ok(card), Ok(mistakes), Ok(others), Ok((lesson, number))) =
            (manifest, card, mistakes, others, numbers)
        else {
            return Err(problems);
        };
        let exercise = Self {
            id,
            folder: folder.to_path_buf(),
            lesson,
            number,
            card,
            others,
            mistakes,
            manifest,
        };
        for file in [exercise.stub(), exercise.solution(), exercise.tests()] {
            if let Err(found) = problem::read(root, &file) {
                problems.push(found);
            }
        }
        problems.or(exercise)
    }
}

/// The Rust files of `solution/` besides the reference.
fn others(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut files = problem::entries(root, folder)?;
    files.retain(|file| file.extension().is_some_and(|rs| rs == "rs") && !file.ends_with("lib.rs"));
    Ok(files)
}

/// The package's name and the whole of `Cargo.toml`.
fn manifest(root: &Path, file: &Path) -> Result<(String, toml::Table), Problem> {
    let text = problem::read(root, file)?;
    let table: toml::Table =
        toml::from_str(&text).map_err(|error| card::from_toml(root, file, &text, &error))?;
    let id = table
        .get("package")
        .and_then(|package| package.get("name"))
        .and_then(toml::Value::as_str);
    match id {
        Some(id) => Ok((id.to_owned(), table)),
        None => Err(Problem::new(
            root,
            file,
            "[package] needs a `name`: the exercise's permanent id.",
        )),
    }
}

/// Lesson and place, from `exercises/NN_lesson/MM_name`.
fn numbers(root: &Path, folder: &Path) -> Result<(u8, u8), Problem> {
    let number = |path: Option<&Path>| {
        let name = path?.file_name()?.to_str()?;
        name.split_once('_')?.0.parse().ok()
    };
    let sentence = "an exercise's folder is named `exercises/NN_lesson/MM_name`, with two numbers.";
    match (number(folder.parent()), number(Some(folder))) {
        (Some(lesson), Some(number)) => Ok((lesson, number)),
        _ => Err(Problem::new(root, folder, sentence)),
    }
}
