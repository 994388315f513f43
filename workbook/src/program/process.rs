//! A program that is asked line by line, with a limit of time for each answer.

use super::message::quoted;
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

/// No line of an answer is longer: a gradient of a million numbers needs 25 million characters.
const LONGEST: u64 = 1 << 28;

/// What the reader of a program's output found.
enum Heard {
    Line(String),
    /// Longer than any answer is.
    Endless,
    End,
}

/// A running program.
pub(super) struct Process {
    child: Child,
    input: Option<SyncSender<String>>,
    heard: Receiver<Heard>,
    last_words: Receiver<String>,
    limit: Duration,
    calls: usize,
}

impl Process {
    /// Starts a command line of the machine's shell.
    pub(super) fn start(command: &str, limit: Duration) -> Result<Self> {
        let mut child = shell(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("the program cannot be started: {command}"))?;
        let (say, heard) = channel();
        let (complain, last_words) = channel();
        let output = child
            .stdout
            .take()
            .context("the program has no standard output")?;
        let errors = child
            .stderr
            .take()
            .context("the program has no standard error")?;
        let input = child
            .stdin
            .take()
            .context("the program has no standard input")?;
        thread::spawn(move || listen(BufReader::new(output), &say));
        thread::spawn(move || overhear(BufReader::new(errors), &complain));
        Ok(Self {
            child,
            input: Some(writer(input)),
            heard,
            last_words,
            limit,
            calls: 0,
        })
    }

    /// How often the program was asked.
    pub(super) fn calls(&self) -> usize {
        self.calls
    }

    /// Asks, and waits for the one line of the answer.
    pub(super) fn exchange(&mut self, request: &str) -> Result<String, String> {
        self.calls += 1;
        if let Ok(Heard::Line(line)) = self.heard.try_recv() {
            return Err(format!(
                "before it was asked, the program had written {}. It must write one line for each line it reads, and nothing else.",
                quoted(&line)
            ));
        }
        if let Some(input) = &self.input {
            // A program that does not read ends in silence below, and is told of there.
            let _ = input.try_send(format!("{request}\n"));
        }
        match self.heard.recv_timeout(self.limit) {
            Ok(Heard::Line(line)) => Ok(line),
            Ok(Heard::Endless) => {
                Err("the program writes without ever ending its line.".to_string())
            }
            Err(RecvTimeoutError::Timeout) => Err(format!(
                "no answer within {} s. Does the program flush its output after each line? `--limit` gives it longer.",
                self.limit.as_secs_f64()
            )),
            Ok(Heard::End) | Err(RecvTimeoutError::Disconnected) => Err(self.end()),
        }
    }

    /// How the program ended, with its last words.
    fn end(&mut self) -> String {
        let waited = |child: &mut Child| {
            for _ in 0..20 {
                if let Ok(Some(status)) = child.try_wait() {
                    return status.to_string();
                }
                thread::sleep(Duration::from_millis(50));
            }
            "it closed its output".to_string()
        };
        let status = waited(&mut self.child);
        let words: Vec<String> = self.last_words.try_iter().collect();
        match words.iter().rev().find(|line| !line.trim().is_empty()) {
            Some(line) => format!(
                "the program ended without an answer ({status}); its last words: {}.",
                quoted(line)
            ),
            None => format!("the program ended without an answer ({status})."),
        }
    }
}

impl Drop for Process {
    /// Nothing stays behind: the end of its input first, then, if it does not go, the end.
    fn drop(&mut self) {
        self.input = None;
        for _ in 0..10 {
            if let Ok(Some(_)) = self.child.try_wait() {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        end_all(&mut self.child);
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
fn shell(command: &str) -> Command {
    use std::os::unix::process::CommandExt;
    let mut shell = Command::new("sh");
    // A group of its own, so that what the shell starts can be ended with it.
    shell.arg("-c").arg(command).process_group(0);
    shell
}

#[cfg(unix)]
fn end_all(child: &mut Child) {
    let group = format!("-{}", child.id());
    let _ = Command::new("kill")
        .args(["-KILL", "--", &group])
        .stderr(Stdio::null())
        .status();
    let _ = child.kill();
}

#[cfg(not(unix))]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("cmd");
    shell.arg("/C").arg(command);
    shell
}

#[cfg(not(unix))]
fn end_all(child: &mut Child) {
    let _ = child.kill();
}

/// Writes in a thread of its own: a program that does not read must not hold us up.
fn writer(mut input: ChildStdin) -> SyncSender<String> {
    let (send, lines) = sync_channel::<String>(1);
    thread::spawn(move || {
        for line in lines {
            if input
                .write_all(line.as_bytes())
                .and_then(|()| input.flush())
                .is_err()
            {
                return;
            }
        }
    });
    send
}

/// Hears every line of the program, until it ends.
fn listen(mut output: impl BufRead, say: &Sender<Heard>) {
    loop {
        let mut line = Vec::new();
        let heard = match output.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => Heard::End,
            Ok(_) if line.last() != Some(&b'\n') && line.len() as u64 == LONGEST => Heard::Endless,
            Ok(_) => Heard::Line(String::from_utf8_lossy(&line).into_owned()),
        };
        let last = !matches!(heard, Heard::Line(_));
        if say.send(heard).is_err() || last {
            return;
        }
    }
}

/// Hears what the program says of its own troubles. Only the last of it is ever shown.
fn overhear(mut errors: impl BufRead, complain: &Sender<String>) {
    let mut line = Vec::new();
    while let Ok(1..) = errors.by_ref().take(1 << 16).read_until(b'\n', &mut line) {
        if complain
            .send(String::from_utf8_lossy(&line).into_owned())
            .is_err()
        {
            return;
        }
        line.clear();
    }
}
