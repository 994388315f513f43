//! The command line: one module a subcommand.

mod build;
mod dev;
mod preprocess;
mod serve;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Backprop by Hand: read the book, solve its exercises.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the book and serve it to this machine's browser (what `cargo run` does)
    Serve(serve::Arguments),
    /// Build the book into a folder
    Build(build::Arguments),
    /// For those who write the workbook: prove the exercises, with what learners start from
    #[command(subcommand)]
    Dev(dev::Action),
    /// Answer mdBook, which asks for our blocks and formulas to be rendered
    #[command(hide = true)]
    Preprocess(preprocess::Arguments),
}

/// Reads the command line and runs what it asks for.
///
/// # Errors
/// Whatever stopped the command, as a sentence to print after `error: `.
pub fn run() -> Result<()> {
    match Arguments::parse().command {
        None => serve::run(&serve::Arguments::default()),
        Some(Command::Serve(arguments)) => serve::run(&arguments),
        Some(Command::Build(arguments)) => build::run(&arguments),
        Some(Command::Dev(action)) => dev::run(&action),
        Some(Command::Preprocess(arguments)) => preprocess::run(&arguments),
    }
}
