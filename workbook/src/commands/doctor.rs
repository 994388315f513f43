//! `workbook doctor`: what is missing or odd on this machine, and what to do about it.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Result;
use console::style;

use crate::learner::{self, Learner};

/// What `doctor` can be told: nothing.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}

/// What was found: fine, or a sentence that says what to do.
type Finding = std::result::Result<String, String>;

/// The exit code says whether everything is fine.
pub(super) fn run(_: &Arguments) -> Result<ExitCode> {
    let mut findings = vec![
        tool(
            "cargo",
            &["--version"],
            "Install Rust, then open a new terminal.",
        ),
        tool(
            "rustc",
            &["--version"],
            "Install Rust, then open a new terminal.",
        ),
        tool(
            "git",
            &["--version"],
            "Without git, `reset` and updating do not work; everything else does.",
        ),
        linker(),
    ];
    match Learner::find(None) {
        Ok(learner) => {
            let count = learner.collection.exercises.len();
            findings.push(Ok(format!("{count} exercises")));
            findings.push(writable(&learner::file(&learner.collection.root)));
        }
        Err(error) => findings.push(Err(format!("{error:#}"))),
    }
    let ill = findings.iter().filter(|finding| finding.is_err()).count();
    for finding in findings {
        match finding {
            Ok(fine) => println!("{}      {fine}", style("ok").green()),
            Err(odd) => println!("{}  {odd}", style("to do").red()),
        }
    }
    Ok(if ill == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn tool(name: &str, arguments: &[&str], otherwise: &str) -> Finding {
    let output = Command::new(name).args(arguments).output();
    match output {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout)
            .lines()
            .next()
            .unwrap_or(name)
            .to_owned()),
        Ok(_) => Err(format!("`{name}` is there and does not work. {otherwise}")),
        Err(_) => Err(format!("`{name}` cannot be found. {otherwise}")),
    }
}

/// Compiles and links the smallest program: what a first `cargo test` trips over where there is no linker.
fn linker() -> Finding {
    let try_it = || -> std::io::Result<bool> {
        let folder = tempfile::tempdir()?;
        let source = folder.path().join("smallest.rs");
        std::fs::write(&source, "fn main() {}")?;
        let output = Command::new("rustc")
            .arg(&source)
            .arg("--out-dir")
            .arg(folder.path())
            .output()?;
        Ok(output.status.success())
    };
    match try_it() {
        Ok(true) => Ok("the compiler links programs".to_owned()),
        _ => Err("the compiler cannot link a program. On Debian or Ubuntu: `sudo apt install build-essential`; \
                  on macOS: `xcode-select --install`; on Windows: the C++ build tools of Visual Studio."
            .to_owned()),
    }
}

fn writable(file: &Path) -> Finding {
    let folder = file.parent().unwrap_or(file);
    let write = || std::fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder));
    match write() {
        Ok(_) => Ok(format!("your progress is kept in {}", file.display())),
        Err(error) => Err(format!(
            "your progress cannot be written to {} ({error}). Are you allowed to write there?",
            folder.display()
        )),
    }
}
