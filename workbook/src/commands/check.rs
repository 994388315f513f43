//! `workbook check`: derivations, from a file, from Markdown, from standard input or from the command line; and
//! gradients that another program computes.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use pencilgrad::check::Verdict;
use serde_json::{Value, json};

use crate::book::Book;
use crate::derivations::{Block, Checked, Outcome, answer, blocks, problems};
use crate::program;

/// What `check` can be told.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit code: 0 right, 1 wrong or undecided, 2 unreadable or impossible to check.\nFor programs, see workbook/PROGRAM.md."
)]
pub(super) struct Arguments {
    /// A file, a Markdown file with `derivation` blocks, `-` for standard input, or a derivation itself
    #[arg(required_unless_present_any = ["jsonl", "program"], conflicts_with_all = ["jsonl", "program"])]
    what: Option<String>,
    /// Take the text as the answer to this problem of the book, such as d1.1
    #[arg(long, value_name = "ID", requires = "what")]
    problem: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Answer a file of `{"id": …, "text": …}`, an object a line (`-` for standard input)
    #[arg(long, value_name = "FILE")]
    jsonl: Option<String>,
    /// Check the gradient of a program that answers `{"value": [x…]}` and `{"gradient": [x…]}`, a line each
    #[arg(long, value_name = "CMD", requires = "at", conflicts_with = "jsonl")]
    program: Option<String>,
    /// The point, as an array in a JSON file
    #[arg(long, value_name = "FILE.json", requires = "program")]
    at: Option<PathBuf>,
    /// How many seconds the program has for each answer
    #[arg(
        long,
        value_name = "SECONDS",
        default_value = "10",
        requires = "program"
    )]
    limit: f64,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if let (Some(command), Some(file)) = (&arguments.program, &arguments.at) {
        return Ok(gradient(command, file, arguments));
    }
    let outcome = match (&arguments.jsonl, &arguments.what) {
        (Some(file), _) => lines(file)?,
        (None, Some(what)) => report(
            &checked(what, arguments.problem.as_deref())?,
            arguments.json,
        ),
        (None, None) => bail!("say what to check: a file, `-`, or a derivation"),
    };
    Ok(ExitCode::from(outcome.code()))
}

/// The gradient of a program. What cannot be checked is said in a sentence, and ends in 2.
fn gradient(command: &str, file: &Path, arguments: &Arguments) -> ExitCode {
    let limit = Duration::try_from_secs_f64(arguments.limit).with_context(|| {
        format!(
            "--limit is {}; it must be a number of seconds",
            arguments.limit
        )
    });
    let checked = limit.and_then(|limit| {
        let point = program::read_point(file)?;
        program::check(command, &point, limit)
    });
    match checked {
        Ok(report) => {
            match arguments.json {
                true => println!("{:#}", report.to_json()),
                false => println!("{report}"),
            }
            ExitCode::from(match report.verdict() {
                _ if report.passes() => 0,
                Verdict::Invalid(_) => 2,
                _ => 1,
            })
        }
        Err(error) => {
            if arguments.json {
                println!(
                    "{:#}",
                    json!({ "verdict": "invalid", "error": format!("{error:#}") })
                );
            }
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn checked(what: &str, problem: Option<&str>) -> Result<Vec<Checked>> {
    match problem {
        Some(id) => Ok(vec![Checked::answer(
            &problems::find(Book::find()?.root(), id)?,
            what,
        )]),
        None => Ok(derivations(what)?.iter().map(Checked::of).collect()),
    }
}

fn report(checked: &[Checked], as_json: bool) -> Outcome {
    if as_json {
        let all: Vec<Value> = checked.iter().map(Checked::json).collect();
        println!("{:#}", json!({ "derivations": all }));
    } else {
        let texts: Vec<String> = checked.iter().map(Checked::text).collect();
        print!("{}", texts.join("\n"));
    }
    checked
        .iter()
        .map(Checked::outcome)
        .max()
        .unwrap_or(Outcome::Right)
}

/// The derivations that an argument names.
fn derivations(what: &str) -> Result<Vec<Block>> {
    if what == "-" {
        let mut text = Vec::new();
        std::io::stdin()
            .read_to_end(&mut text)
            .context("standard input cannot be read")?;
        return Ok(vec![Block::whole(String::from_utf8_lossy(&text))]);
    }
    let path = Path::new(what);
    if !path.is_file() {
        if looks_like_a_path(what) {
            bail!(
                "there is no file {what}. To check a derivation on the command line, put it in quotes: 'd/dx x^2 = 2x'"
            );
        }
        return Ok(vec![Block::whole(what)]);
    }
    let bytes = std::fs::read(path).with_context(|| format!("{what} cannot be read"))?;
    let text = String::from_utf8_lossy(&bytes);
    if path.extension().is_none_or(|extension| extension != "md") {
        return Ok(vec![Block::whole(text)]);
    }
    let found = blocks(&text);
    if found.is_empty() {
        bail!("{what} has no block that begins with ```derivation, so there is nothing to check");
    }
    Ok(found)
}

fn looks_like_a_path(what: &str) -> bool {
    let ending = [".md", ".txt"].iter().any(|ending| what.ends_with(ending));
    !what.contains(['=', '\n'])
        && (ending || (what.contains('/') && !what.contains(' ') && !what.starts_with(['d', '∂'])))
}

fn lines(file: &str) -> Result<Outcome> {
    let input: Box<dyn Read> = match file {
        "-" => Box::new(std::io::stdin()),
        path => {
            Box::new(std::fs::File::open(path).with_context(|| format!("{path} cannot be read"))?)
        }
    };
    let mut out = std::io::stdout().lock();
    let mut worst = Outcome::Right;
    for line in BufReader::new(input).split(b'\n') {
        let line = line.with_context(|| format!("{file} cannot be read"))?;
        let line = String::from_utf8_lossy(&line);
        if line.trim().is_empty() {
            continue;
        }
        let answer = answer(&line);
        worst = worst.max(match answer["verdict"].as_str() {
            Some("right") => Outcome::Right,
            Some("unreadable") => Outcome::Unreadable,
            _ => Outcome::Wrong,
        });
        writeln!(out, "{answer}").context("the answers cannot be written")?;
    }
    Ok(worst)
}
