//! The learner's side of the workbook: where they stand, what an attempt said, and the stub when they want it back.

mod attempt;
mod progress;
mod stub;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

pub use attempt::{Attempt, Said, attempt};
pub use progress::{Entry, Progress, State};
pub use stub::{Restored, restore};

use crate::collection::{Collection, Exercise};

/// A collection of exercises and the learner's progress through it.
#[derive(Debug)]
pub struct Learner {
    /// The exercises, in the order of the lessons.
    pub collection: Collection,
    /// What is known of the learner's answers. Only a cache.
    pub progress: Progress,
}

impl Learner {
    /// The learner of the workbook in `folder`, or here, or in a folder above.
    ///
    /// # Errors
    /// When there is no workbook, or its exercises cannot be read.
    pub fn find(folder: Option<&Path>) -> Result<Self> {
        let root = match folder {
            Some(folder) => folder.to_path_buf(),
            None => root()?,
        };
        let collection = Collection::load(&root)?;
        if collection.exercises.is_empty() {
            bail!(
                "there are no exercises in {}",
                root.join("exercises").display()
            );
        }
        let known: Vec<&str> = collection
            .exercises
            .iter()
            .map(|exercise| exercise.id.as_str())
            .collect();
        let (progress, notices) = Progress::load(&file(&root), &known);
        for notice in notices {
            eprintln!("note: {notice}");
        }
        Ok(Self {
            collection,
            progress,
        })
    }

    /// The exercise with this id, or the current one.
    ///
    /// # Errors
    /// When no exercise has the id, with the nearest one that there is.
    pub fn exercise(&self, id: Option<&str>) -> Result<&Exercise> {
        match id {
            Some(id) => self.named(id),
            None => self.next().context(
                "every exercise is solved. Congratulations! Name one to run it again: `run NAME`",
            ),
        }
    }

    /// The current exercise if it is not solved, otherwise the first one that is not.
    pub fn next(&self) -> Option<&Exercise> {
        let open = |exercise: &&Exercise| self.progress.state(&exercise.id) != State::Passed;
        let current = self
            .progress
            .current
            .as_deref()
            .and_then(|id| self.collection.find(id));
        current
            .filter(open)
            .or_else(|| self.collection.exercises.iter().find(open))
    }

    /// Tests an exercise and writes down what came of it.
    ///
    /// # Errors
    /// When cargo cannot be run or the progress cannot be written.
    pub fn attempt(&mut self, id: &str) -> Result<Attempt> {
        let exercise = self.named(id)?;
        let attempt = attempt(&self.collection.root, exercise)?;
        self.progress.record(id, attempt.state());
        self.progress.current = Some(id.to_owned());
        self.save()?;
        Ok(attempt)
    }

    /// Writes the progress.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self) -> Result<()> {
        self.progress.save(&file(&self.collection.root))
    }

    fn named(&self, id: &str) -> Result<&Exercise> {
        self.collection.find(id).with_context(|| {
            let ids = self
                .collection
                .exercises
                .iter()
                .map(|exercise| exercise.id.as_str());
            let like = |known: &&str| strsim::jaro_winkler(known, id);
            let nearest = ids
                .max_by(|a, b| like(a).total_cmp(&like(b)))
                .filter(|known| like(known) > 0.7);
            let nearest = nearest
                .map(|known| format!(" Do you mean `{known}`?"))
                .unwrap_or_default();
            format!("there is no exercise `{id}`.{nearest} `list` shows them all")
        })
    }
}

/// Where the state file is.
pub fn file(root: &Path) -> PathBuf {
    root.join(".workbook/progress.txt")
}

/// The workbook's folder: the nearest one above that has `exercises/`.
fn root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current folder cannot be read")?;
    let found = here
        .ancestors()
        .find(|folder| folder.join("exercises").is_dir());
    found.map(Path::to_path_buf).with_context(|| {
        format!(
            "there is no folder `exercises` in {} or above it; run this command inside the folder of the workbook",
            here.display()
        )
    })
}
