//! The book: from Markdown with formulas and blocks to pages that need nothing else.

mod directive;
mod engine;
mod expander;
mod lessons;
mod markdown;
mod math;
mod source;
mod warnings;

pub use engine::Engine;
pub use expander::Expander;

use anyhow::{Context, Result, anyhow, bail};
use mdbook_driver::config::Config;
use source::Source;
use std::path::{Component, Path, PathBuf};

/// Where the book of a workbook is.
#[derive(Debug, Clone)]
pub struct Book {
    root: PathBuf,
}

impl Book {
    /// The book in the folder `book`, here or in a folder above.
    ///
    /// # Errors
    /// When there is none.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir().context("the current folder cannot be read")?;
        Self::find_from(&here)
    }

    /// The book in the folder `book` of `start` or of a folder above.
    ///
    /// # Errors
    /// When there is none.
    pub fn find_from(start: &Path) -> Result<Self> {
        let found = start
            .ancestors()
            .map(|folder| folder.join("book"))
            .find(|book| book.join("book.toml").is_file());
        match found {
            Some(root) => Ok(Self { root }),
            None => bail!(
                "there is no file book/book.toml in {} or in a folder above it; \
                 run this command inside the folder of the workbook",
                start.display()
            ),
        }
    }

    /// The folder of `book.toml`.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder that `book.toml` names for the pages.
    ///
    /// # Errors
    /// When `book.toml` cannot be read.
    pub fn default_folder(&self) -> Result<PathBuf> {
        let mut folder = self.root.clone();
        for part in self.config()?.build.build_dir.components() {
            match part {
                Component::ParentDir => drop(folder.pop()),
                part => folder.push(part),
            }
        }
        Ok(folder)
    }

    /// `book.toml`, without the entry that would run this program once more, and changed by the environment as
    /// mdBook lets it be (`MDBOOK_OUTPUT__HTML__SITE_URL`).
    fn config(&self) -> Result<Config> {
        let file = "book/book.toml";
        let text = std::fs::read_to_string(self.root.join("book.toml"))
            .with_context(|| format!("{file} cannot be read"))?;
        let source = Source { file, text: &text };
        let mut table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
            let at = error.span().map_or(0, |span| span.start);
            anyhow!("{}: {}", source.place(at), one_line(error.message()))
        })?;
        if let Some(toml::Value::Table(entries)) = table.get_mut("preprocessor") {
            entries.remove(expander::NAME);
        }
        let mut config: Config = toml::to_string(&table)?
            .parse()
            .map_err(|error| anyhow!("{file} cannot be used: {}", reason(&error)))?;
        config.update_from_env()?;
        config.build.use_default_preprocessors = false;
        Ok(config)
    }
}

/// The last cause of an error, without the excerpt of a text that its author never saw.
fn reason(error: &anyhow::Error) -> String {
    let cause = error.root_cause();
    match cause.downcast_ref::<toml::de::Error>() {
        Some(toml) => one_line(toml.message()),
        None => one_line(&cause.to_string()),
    }
}

fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join("; ")
}
