//! `workbook preprocess`: the same work as an mdBook preprocessor, for `mdbook build book`.

use crate::book::Expander;
use anyhow::{Context, Result, bail};
use mdbook_preprocessor::Preprocessor;
use std::io;

/// What mdBook says to a preprocessor.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    question: Option<Question>,
}

#[derive(Debug, clap::Subcommand)]
enum Question {
    /// Does the preprocessor work for this renderer?
    Supports {
        /// The renderer's name
        renderer: String,
    },
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.question {
        Some(Question::Supports { renderer }) if renderer == "html" => Ok(()),
        Some(Question::Supports { renderer }) => {
            bail!("the book can be rendered as html, not as {renderer}")
        }
        None => answer(),
    }
}

fn answer() -> Result<()> {
    let (context, book) = mdbook_preprocessor::parse_input(io::stdin())
        .context("mdBook calls this command and writes the book to its input")?;
    let book = Expander::for_book(&context.root)?.run(&context, book)?;
    serde_json::to_writer(io::stdout(), &book)?;
    Ok(())
}
