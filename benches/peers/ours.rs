//! Our side of the comparison: reads what to check line by line, asks for values and gradients, says the verdict.
//!
//! `{"check": [x…]}` is answered by questions `{"value": [x…]}` and `{"gradient": [x…]}`, each to be answered in turn by
//! `{"numbers": [y…]}` (`null` for what is no finite number), and then by `{"verdict": …, "evaluations": …}`.
//! `{"time": "network"}` and `{"time": "million"}` are answered by `{"seconds": …, "evaluations": …, "found": …}`.

#[path = "../shapes/mod.rs"]
mod shapes;

use pencilgrad::check::{self, Report};
use serde_json::{Value, json};
use std::io::{BufRead, Write, stdin, stdout};
use std::time::Instant;

fn main() {
    while let Some(request) = read() {
        match (request["check"].as_array(), request["time"].as_str()) {
            (Some(point), _) => write(&checked(&numbers(point))),
            (_, Some("network")) => write(&timed(shapes::check_network)),
            (_, Some("million")) => write(&million()),
            _ => write(&json!({ "error": "neither a check nor a time" })),
        }
    }
}

fn checked(x: &[f64]) -> Value {
    let value = |x: &[f64]| ask("value", x).first().copied().unwrap_or(f64::NAN);
    let report = check::gradient(value, |x: &[f64]| ask("gradient", x)).at(x);
    json!({ "verdict": report.verdict().id(), "passes": report.passes(), "evaluations": report.evaluations() })
}

/// Once to warm up, and then the best of three.
fn timed(check: impl Fn() -> Report) -> Value {
    let report = check();
    let run = |_| {
        let start = Instant::now();
        check();
        start.elapsed().as_secs_f64()
    };
    let seconds = (0..3).map(run).fold(f64::INFINITY, f64::min);
    json!({ "seconds": seconds, "passes": report.passes(), "evaluations": report.evaluations() })
}

/// The time for a right gradient of a million numbers, and whether one that is off by 1e-4 is found.
fn million() -> Value {
    let x = shapes::million();
    let mut answer = timed(|| shapes::check_million(&x, None));
    answer["found"] = json!(!shapes::check_million(&x, Some(271_828)).passes());
    answer
}

fn ask(what: &str, x: &[f64]) -> Vec<f64> {
    write(&json!({ what: x }));
    let answer = read().unwrap_or_default();
    answer["numbers"]
        .as_array()
        .map(|list| numbers(list))
        .unwrap_or_default()
}

fn numbers(list: &[Value]) -> Vec<f64> {
    list.iter()
        .map(|v| v.as_f64().unwrap_or(f64::NAN))
        .collect()
}

fn read() -> Option<Value> {
    let mut line = String::new();
    match stdin().lock().read_line(&mut line) {
        Ok(1..) => serde_json::from_str(&line).ok(),
        _ => None,
    }
}

fn write(value: &Value) {
    let mut out = stdout().lock();
    // A reader that has gone away ends the next read, and with it the program.
    let _ = writeln!(out, "{value}").and_then(|()| out.flush());
}
