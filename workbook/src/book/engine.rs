//! mdBook, run in process with our preprocessor.

use super::Book;
use super::expander::{Expander, Formulas, typesetter};
use super::math::Typesetter;
use super::warnings;
use anyhow::{Context, Result, anyhow, bail};
use mdbook_driver::MDBook;
use mdbook_driver::builtin_preprocessors::{IndexPreprocessor, LinkPreprocessor};
use mdbook_driver::config::Config;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The script of a page that is served from here: it loads the page again after a build.
const RELOAD: &str = "theme/reload.js";

/// Where mdBook puts the index of the search.
const INDEX: &str = "searchindex.js";

/// Builds a book, as often as it is asked to; formulas are typeset once.
pub struct Engine {
    book: Book,
    typesetter: Rc<Typesetter>,
}

impl Engine {
    /// An engine for `book`.
    ///
    /// # Errors
    /// When the book's macros cannot be read.
    pub fn new(book: &Book) -> Result<Self> {
        Ok(Self {
            book: book.clone(),
            typesetter: typesetter(book.root())?,
        })
    }

    /// Writes the book into `folder`, whose former content goes.
    ///
    /// # Errors
    /// When a file cannot be read or written, and when a formula or a block of the book is wrong: then each of them
    /// stands on a line of its own, with its place.
    pub fn build(&mut self, folder: &Path) -> Result<()> {
        self.pages(self.book.config()?, folder)?;
        self.index(folder)
    }

    /// Writes pages that load themselves again when the server says so; their search finds nothing yet.
    ///
    /// # Errors
    /// As [`build`](Self::build).
    pub fn live_pages(&mut self, folder: &Path) -> Result<()> {
        let mut config = self.book.config()?;
        let mut scripts = config.html_config().unwrap_or_default().additional_js;
        scripts.push(PathBuf::from(RELOAD));
        config.set("output.html.additional-js", scripts)?;
        self.pages(config, folder)
    }

    /// Writes the index of the search into `folder`. A typeset formula is its letters three times over; whoever
    /// searches types TeX, so the index comes from a copy of the book whose formulas are TeX.
    ///
    /// # Errors
    /// As [`build`](Self::build).
    pub fn index(&self, folder: &Path) -> Result<()> {
        let scratch =
            tempfile::tempdir().context("there is no room for the index of the search")?;
        let mut config = self.book.config()?;
        config.set("output.html.print.enable", false)?;
        render(self.load(config, scratch.path(), Formulas::Tex)?)?;
        fs::copy(scratch.path().join(INDEX), folder.join(INDEX))
            .context("the index of the search cannot be written")?;
        Ok(())
    }

    /// The pages, with an index of the search that is empty.
    fn pages(&mut self, mut config: Config, folder: &Path) -> Result<()> {
        self.refresh()?;
        config.set("output.html.search.chapter", no_chapter())?;
        render(self.load(config, folder, Formulas::Typeset)?)
    }

    /// Reads the macros again if they were edited.
    fn refresh(&mut self) -> Result<()> {
        if self.typesetter.macros() != super::expander::macros(self.book.root())? {
            self.typesetter = typesetter(self.book.root())?;
        }
        Ok(())
    }

    fn load(&self, mut config: Config, folder: &Path, formulas: Formulas) -> Result<MDBook> {
        config.build.build_dir = folder.to_owned();
        let root = self.book.root();
        let mut mdbook = MDBook::load_with_config(root, config).map_err(|error| unread(&error))?;
        mdbook
            .with_preprocessor(Expander::new(root, Rc::clone(&self.typesetter), formulas)?)
            .with_preprocessor(LinkPreprocessor::new())
            .with_preprocessor(IndexPreprocessor::new());
        Ok(mdbook)
    }
}

/// Lets mdBook write; what it warns of is an error.
fn render(mdbook: MDBook) -> Result<()> {
    let (result, warnings) = warnings::collect(|| mdbook.build());
    if warnings.is_empty() {
        result.map_err(flat)
    } else {
        bail!(warnings.join("\n"))
    }
}

/// The setting that keeps every chapter out of the index: each path begins with the empty one.
fn no_chapter() -> toml::Table {
    let off = toml::Table::from_iter([("enable".to_owned(), toml::Value::Boolean(false))]);
    toml::Table::from_iter([(String::new(), toml::Value::Table(off))])
}

/// Why the chapters cannot be read; a mistake in `SUMMARY.md` with its place.
fn unread(error: &anyhow::Error) -> anyhow::Error {
    let cause = error.root_cause().to_string();
    let place = cause
        .strip_prefix("failed to parse SUMMARY.md line ")
        .and_then(|rest| rest.split_once(", column "))
        .and_then(|(line, rest)| Some((line, rest.split_once(": ")?)));
    match place {
        Some((line, (column, reason))) => {
            anyhow!("book/src/SUMMARY.md:{line}:{column}: {reason}")
        }
        None => anyhow!("the chapters in book/src/SUMMARY.md cannot be read: {error:#}"),
    }
}

/// mdBook's chain of causes as one error.
fn flat(error: anyhow::Error) -> anyhow::Error {
    anyhow!("{error:#}")
}
