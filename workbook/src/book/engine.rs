//! mdBook, run in process with our preprocessor.

use super::Book;
use super::expander::{Expander, Formulas, typesetter};
use super::math::Typesetter;
use anyhow::{Context, Result};
use mdbook_driver::MDBook;
use mdbook_driver::builtin_preprocessors::{IndexPreprocessor, LinkPreprocessor};
use mdbook_driver::config::Config;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The script of a page that is served from here: it loads the page again after a build.
const RELOAD: &str = "theme/reload.js";

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

    /// Writes the pages into `folder`, whose former content goes.
    ///
    /// # Errors
    /// When a file cannot be read or written, and when a formula or a block of the book is wrong: then each of them
    /// stands on a line of its own, with its place.
    pub fn build(&mut self, folder: &Path) -> Result<()> {
        self.render(self.book.config()?, folder)
    }

    /// Writes pages that load themselves again when the server says so.
    ///
    /// # Errors
    /// As [`build`](Self::build).
    pub fn build_live(&mut self, folder: &Path) -> Result<()> {
        let mut config = self.book.config()?;
        let mut scripts = config.html_config().unwrap_or_default().additional_js;
        scripts.push(PathBuf::from(RELOAD));
        config.set("output.html.additional-js", scripts)?;
        self.render(config, folder)
    }

    fn render(&mut self, config: Config, folder: &Path) -> Result<()> {
        self.refresh()?;
        self.load(config, folder, Formulas::Typeset)?
            .build()
            .map_err(flat)
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
        let mut mdbook = MDBook::load_with_config(root, config)
            .map_err(flat)
            .context("the book cannot be loaded")?;
        mdbook
            .with_preprocessor(Expander::new(root, Rc::clone(&self.typesetter), formulas)?)
            .with_preprocessor(LinkPreprocessor::new())
            .with_preprocessor(IndexPreprocessor::new());
        Ok(mdbook)
    }
}

/// mdBook's chain of causes as one error.
fn flat(error: anyhow::Error) -> anyhow::Error {
    anyhow::anyhow!("{error:#}")
}
