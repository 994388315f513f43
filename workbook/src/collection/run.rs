//! Running one test of one answer, with a time limit.

use std::io::{Read, Seek};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long one test of one answer may take. The tests take milliseconds; a planted endless loop takes all of it.
pub(crate) const TIME_LIMIT: Duration = Duration::from_secs(5);

/// What became of a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It passed.
    Passed,
    /// It failed and printed this.
    Failed(String),
    /// It was still running at the time limit.
    Endless,
}

impl Outcome {
    /// Whether the test failed, or never ended.
    pub(crate) fn failed(&self) -> bool {
        *self != Self::Passed
    }

    /// Whether the test failed because the body is still `todo!`.
    pub(crate) fn waits(&self) -> bool {
        let message = unwrapped(self.message());
        self.failed()
            && (message.contains("not yet implemented") || message.contains("not started yet"))
    }

    /// What the learner would read.
    pub(crate) fn message(&self) -> &str {
        match self {
            Self::Failed(message) => message,
            Self::Endless => "(it does not end)",
            Self::Passed => "",
        }
    }
}

/// A message with its line breaks taken out: a sentence may be wrapped anywhere.
pub(super) fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names of the tests in a test binary.
pub(crate) fn list(binary: &Path) -> Vec<String> {
    let output = Command::new(binary)
        .args(["--list", "--format=terse"])
        .output();
    let text = output.map(|output| output.stdout).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    text.lines()
        .filter_map(|line| line.strip_suffix(": test"))
        .map(str::to_owned)
        .collect()
}

/// Runs one test in a process of its own, in the folder where cargo would run it.
pub(crate) fn test(binary: &Path, folder: &Path, name: &str) -> Outcome {
    run(binary, folder, name)
        .unwrap_or_else(|error| Outcome::Failed(format!("{name} cannot be run: {error}")))
}

fn run(binary: &Path, folder: &Path, name: &str) -> std::io::Result<Outcome> {
    // A file, not a pipe: a pipe that nobody empties would stop the test.
    let mut printed = tempfile::tempfile()?;
    let mut child = Command::new(binary)
        .args([name, "--exact", "--nocapture"])
        .current_dir(folder)
        .env("RUST_BACKTRACE", "0")
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(printed.try_clone()?)
        .spawn()?;
    let started = Instant::now();
    let mut pause = Duration::from_millis(1);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > TIME_LIMIT {
            child.kill()?;
            child.wait()?;
            return Ok(Outcome::Endless);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    if status.success() {
        return Ok(Outcome::Passed);
    }
    let mut text = Vec::new();
    printed.rewind()?;
    printed.read_to_end(&mut text)?;
    Ok(Outcome::Failed(message(&String::from_utf8_lossy(&text))))
}

/// The message without what the test harness puts around it.
fn message(printed: &str) -> String {
    let harness = |line: &&str| {
        (line.starts_with("thread '") && line.contains("panicked at"))
            || line.starts_with("note: run with `RUST_BACKTRACE")
    };
    let lines: Vec<&str> = printed.lines().filter(|line| !harness(line)).collect();
    lines.join("\n").trim().to_owned()
}

/// Calls `job` for 0 to `count`, on as many threads as the machine has cores, and returns the answers in order.
pub(crate) fn in_parallel<T: Send>(count: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                return done;
            }
            done.push((index, job(index)));
        }
    };
    let mut all: Vec<(usize, T)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        let joined = threads
            .into_iter()
            .map(|thread| thread.join().expect("a worker does not panic"));
        joined.flatten().collect()
    });
    all.sort_by_key(|(index, _)| *index);
    all.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::{in_parallel, message};

    #[test]
    fn the_answers_come_back_in_order() {
        assert_eq!(
            in_parallel(50, |i| i * i),
            (0..50).map(|i| i * i).collect::<Vec<_>>()
        );
        assert!(in_parallel(0, |i| i).is_empty());
    }

    #[test]
    fn the_message_is_what_the_test_said() {
        let printed = "\nthread 'a' (12) panicked at tests/a.rs:4:10:\nd_square: wrong\n\n  at x = 1\n\
                       note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
        assert_eq!(message(printed), "d_square: wrong\n\n  at x = 1");
    }
}
