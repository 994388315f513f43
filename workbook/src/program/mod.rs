//! Checks the gradient that another program computes, in any language.
//!
//! The program reads one JSON object a line on its standard input and answers each with one line on its standard
//! output, in order: `{"value": [x…]}` with `{"value": f}`, `{"gradient": [x…]}` with `{"gradient": [g…]}`. NaN and
//! infinities travel as `"NaN"`, `"Infinity"` and `"-Infinity"`. `workbook/PROGRAM.md` tells it to those who write one.

mod message;
mod process;

use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use pencilgrad::check::{self, Report};
use serde_json::Value;

use process::Process;

/// What is asked of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Call {
    Value,
    Gradient,
}

impl Call {
    /// Its name on the wire.
    fn key(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Gradient => "gradient",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Value => Self::Gradient,
            Self::Gradient => Self::Value,
        }
    }
}

/// Checks the gradient of the program that `command` starts, at `point`. Every answer has `limit` of time.
///
/// # Errors
/// A sentence that says at which call, and at which point, the program failed to answer.
pub fn check(command: &str, point: &[f64], limit: Duration) -> Result<Report> {
    let session = Session {
        process: RefCell::new(Process::start(command, limit)?),
        failure: RefCell::new(None),
    };
    let value = |x: &[f64]| {
        session
            .ask(Call::Value, x)
            .first()
            .copied()
            .unwrap_or(f64::NAN)
    };
    let gradient = |x: &[f64]| session.ask(Call::Gradient, x);
    let report = check::gradient(value, gradient)
        .named("the program's gradient")
        .at(point);
    match session.failure.into_inner() {
        Some(sentence) => bail!(sentence),
        None => Ok(report),
    }
}

/// The point in a file: a JSON array of numbers.
///
/// # Errors
/// The file cannot be read, or holds something else.
pub fn read_point(file: &Path) -> Result<Vec<f64>> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| {
        anyhow::anyhow!(
            "{name} is not JSON: {error}. It must hold the point as an array, such as [1.0, -0.5]."
        )
    })?;
    message::numbers(&value).map_err(|what| {
        anyhow::anyhow!(
            "{name} must hold the point as an array of numbers, such as [1.0, -0.5]; it has {what}."
        )
    })
}

/// A running program, and the first thing that went wrong with it.
struct Session {
    process: RefCell<Process>,
    failure: RefCell<Option<String>>,
}

impl Session {
    /// The numbers of the answer. After a failure nothing more is asked: everything is empty, and ends soon.
    fn ask(&self, call: Call, x: &[f64]) -> Vec<f64> {
        if self.failure.borrow().is_some() {
            return Vec::new();
        }
        let mut process = self.process.borrow_mut();
        let answer = process
            .exchange(&message::request(call, x))
            .and_then(|line| message::answer(call, &line));
        answer.unwrap_or_else(|what| {
            let sentence = format!(
                "call {}, the {} at {}: {what}",
                process.calls(),
                call.key(),
                message::shown(x)
            );
            *self.failure.borrow_mut() = Some(sentence);
            Vec::new()
        })
    }
}
