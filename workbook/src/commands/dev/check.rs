//! `workbook dev check`: everything that must hold of an exercise, with the stub as nobody has touched it.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::book::Book;
use crate::collection::style::{self, Style};
use crate::collection::{Collection, Problems, conventions, proof, stubs};

/// What `dev check` can be told.
#[derive(Debug, clap::Args)]
pub(in crate::commands) struct Arguments {
    /// The exercises to check, by the names of their packages; without one, all
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// Print the message that each planted mistake gets first
    #[arg(long)]
    messages: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let book = Book::find()?;
    let root = book
        .root()
        .parent()
        .context("the book has no folder above it")?;
    let mut collection = Collection::load(root)?;
    let mut problems = Problems::default();
    problems.extend(conventions::check(&collection).err().unwrap_or_default());
    report("conventions", &problems);
    if !arguments.names.is_empty() {
        collection = collection.only(&arguments.names)?;
    }
    let started = Instant::now();
    let proof = proof::prove(&collection)?;
    print!("\n{}", proof.matrices());
    report_times(&proof.times);
    if arguments.messages {
        println!("\n{}", proof.transcript);
    }
    report("references and mistakes", &proof.problems);
    let stubs = stubs::prove(&collection)?;
    report("stubs", &stubs);
    for (what, style) in [
        ("formatting", style::formatted(&collection)),
        ("lints", style::linted(&collection)?),
    ] {
        problems.extend(checked(what, style));
    }
    problems.extend(proof.problems);
    problems.extend(stubs);
    println!(
        "{} exercises in {:.1} s",
        collection.exercises.len(),
        started.elapsed().as_secs_f64()
    );
    match problems.0.len() {
        0 => Ok(()),
        1 => bail!("there is 1 thing to mend:\n{problems}"),
        count => bail!("there are {count} things to mend:\n{problems}"),
    }
}

fn report(what: &str, problems: &Problems) {
    match problems.0.len() {
        0 => println!("{what}: ok"),
        count => println!("{what}: {count} to mend"),
    }
}

fn checked(what: &str, style: Style) -> Problems {
    match style {
        Style::Checked(problems) => {
            report(what, &problems);
            problems
        }
        Style::NoTool(sentence) => {
            println!("{what}: not checked, {sentence}");
            Problems::default()
        }
    }
}

/// How long a learner waits for the tests themselves, the longest first.
fn report_times(times: &[(String, Duration)]) {
    let mut times = times.to_vec();
    times.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    println!("\nThe tests of the references take:");
    for (id, time) in times {
        println!("  {:6.2} s  {id}", time.as_secs_f64());
    }
}
