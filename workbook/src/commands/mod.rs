//! The command line: one module a subcommand.

mod build;
mod check;
mod dev;
mod doctor;
mod hint;
mod list;
mod preprocess;
mod reset;
mod run;
mod screen;
mod serve;
mod solution;
mod watch;

use std::process::ExitCode;

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
    /// Judge derivations: every line of a file, of a Markdown file's blocks, or of the text given
    Check(check::Arguments),
    /// List the lessons and exercises, and where you stand
    List(list::Arguments),
    /// Test one exercise, and say what to do next
    Run(run::Arguments),
    /// Test an exercise whenever it is saved
    Watch(watch::Arguments),
    /// Show the next of an exercise's three hints
    Hint(hint::Arguments),
    /// Show the solution of an exercise that you solved, or gave up
    Solution(solution::Arguments),
    /// Put the stub of an exercise back, and keep your file as a backup
    Reset(reset::Arguments),
    /// Say what is missing or odd on this machine, and what to do about it
    Doctor(doctor::Arguments),
    /// Answer mdBook, which asks for our blocks and formulas to be rendered
    #[command(hide = true)]
    Preprocess(preprocess::Arguments),
}

/// Reads the command line and runs what it asks for.
///
/// # Errors
/// Whatever stopped the command, as a sentence to print after `error: `.
pub fn run() -> Result<ExitCode> {
    match Arguments::parse().command {
        None => done(serve::run(&serve::Arguments::default())),
        Some(Command::Serve(arguments)) => done(serve::run(&arguments)),
        Some(Command::Build(arguments)) => done(build::run(&arguments)),
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::List(arguments)) => done(list::run(&arguments)),
        Some(Command::Run(arguments)) => run::run(&arguments),
        Some(Command::Watch(arguments)) => done(watch::run(&arguments)),
        Some(Command::Hint(arguments)) => done(hint::run(&arguments)),
        Some(Command::Solution(arguments)) => done(solution::run(&arguments)),
        Some(Command::Reset(arguments)) => done(reset::run(&arguments)),
        Some(Command::Doctor(arguments)) => doctor::run(&arguments),
        Some(Command::Dev(action)) => done(dev::run(&action)),
        Some(Command::Preprocess(arguments)) => done(preprocess::run(&arguments)),
    }
}

/// The exit code of a command that either works or stops with an error.
fn done(result: Result<()>) -> Result<ExitCode> {
    result.map(|()| ExitCode::SUCCESS)
}
