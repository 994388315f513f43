//! The exercises: reading them, and proving that each one teaches what it says.
//!
//! An exercise is a crate in `exercises/NN_lesson/MM_name/`. [`Collection::load`] reads them all.
//! [`proof::prove`] compiles the reference and every planted mistake against the one copy of the tests and
//! asks three things: the reference passes, every mistake fails and is told what it is, every test is there
//! for a reason. [`stubs::prove`] asks the same of what the learner starts from.
//!
//! Nothing here reads a learner's `src/lib.rs` except [`stubs`], so `cargo test` stays green however far a
//! learner has come.

mod card;
pub(crate) mod cargo;
pub mod conventions;
mod evidence;
mod exercise;
mod judge;
mod matrix;
mod planted;
mod problem;
pub mod proof;
pub(crate) mod run;
mod scratch;
mod signatures;
pub mod stubs;
pub mod style;

use std::path::{Path, PathBuf};

pub use card::{Card, Level, Starts};
pub use exercise::Exercise;
pub use planted::{Expectation, Planted};
pub use problem::{Problem, Problems};

/// Every exercise of a workbook, in the order of the folders.
#[derive(Debug, Clone)]
pub struct Collection {
    /// The folder that holds `exercises/`.
    pub root: PathBuf,
    /// The exercises, sorted by lesson and number.
    pub exercises: Vec<Exercise>,
}

impl Collection {
    /// Reads the exercises below `root/exercises`.
    ///
    /// # Errors
    ///
    /// Every file that cannot be read as what it should be, each with its line and what to do about it.
    pub fn load(root: &Path) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut exercises = Vec::new();
        for folder in exercise_folders(root)? {
            match Exercise::load(root, &folder) {
                Ok(exercise) => exercises.push(exercise),
                Err(found) => problems.extend(found),
            }
        }
        let root = root.to_path_buf();
        problems.or(Self { root, exercises })
    }

    /// These exercises alone, in the collection's order.
    ///
    /// # Errors
    ///
    /// The ids that no exercise has.
    pub fn only(&self, ids: &[String]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        for id in ids.iter().filter(|id| self.find(id).is_none()) {
            let sentence = format!("there is no exercise `{id}`; a package's name is its id.");
            problems.push(Problem::new(
                &self.root,
                &self.root.join("exercises"),
                sentence,
            ));
        }
        let wanted = |exercise: &&Exercise| ids.contains(&exercise.id);
        let exercises = self.exercises.iter().filter(wanted).cloned().collect();
        let root = self.root.clone();
        problems.or(Self { root, exercises })
    }

    /// The exercise with this permanent id.
    pub fn find(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == id)
    }
}

/// The folders `exercises/*/*`, sorted. A file beside them is nobody's concern.
fn exercise_folders(root: &Path) -> Result<Vec<PathBuf>, Problems> {
    let mut folders = Vec::new();
    for lesson in subfolders(root, &root.join("exercises"))? {
        folders.extend(subfolders(root, &lesson)?);
    }
    Ok(folders)
}

fn subfolders(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, Problems> {
    let mut found: Vec<PathBuf> = problem::entries(root, folder)?
        .into_iter()
        .filter(|path| path.is_dir() && !problem::hidden(path))
        .collect();
    found.sort();
    Ok(found)
}
