//! Cargo on the scratch workspace: test binaries and complaints, by answer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::problem::{Problem, Problems};
use super::scratch::Scratch;

/// What cargo said about one package of the scratch workspace.
#[derive(Debug, Clone, Default)]
pub(crate) struct Built {
    /// The test binary, if it compiled.
    pub(crate) binary: Option<PathBuf>,
    /// Errors and warnings of the compiler, as it prints them.
    pub(crate) said: Vec<String>,
}

/// What cargo said, by package.
pub(crate) type Builds = BTreeMap<String, Built>;

/// Compiles the tests of every answer; one that does not compile keeps no other from it.
pub(super) fn build(scratch: &Scratch) -> Result<Builds, Problems> {
    run(scratch, &["build", "--tests", "--keep-going"])
}

/// Runs clippy on every answer, or returns `None` where clippy is not installed.
pub(super) fn lint(scratch: &Scratch) -> Result<Option<Builds>, Problems> {
    let version = command(scratch).args(["clippy", "--version"]).output();
    if !version.is_ok_and(|output| output.status.success()) {
        return Ok(None);
    }
    run(scratch, &["clippy", "--lib", "--keep-going"]).map(Some)
}

fn run(scratch: &Scratch, arguments: &[&str]) -> Result<Builds, Problems> {
    let output = command(scratch)
        .args(arguments)
        .args([
            "--workspace",
            "--offline",
            "--message-format=json",
            "--target-dir",
        ])
        .arg(&scratch.target)
        .output();
    let failed = |sentence: String| Problem::new(&scratch.folder, &scratch.folder, sentence);
    let output = output.map_err(|error| failed(format!("cargo cannot be started: {error}.")))?;
    let builds = read(&output.stdout, |folder| folder.contains("__"));
    if builds.is_empty() && !output.status.success() {
        Err(failed(format!("cargo stopped:\n{}", text(&output))))?;
    }
    Ok(builds)
}

fn command(scratch: &Scratch) -> Command {
    let mut command = Command::new(program());
    command.current_dir(&scratch.folder).stdin(Stdio::null());
    command
}

/// The cargo that runs us, so that a toolchain chosen with `+` is kept.
pub(crate) fn program() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Reads cargo's messages, one JSON object a line, about the packages whose folder is `wanted`.
pub(crate) fn read(stdout: &[u8], wanted: impl Fn(&str) -> bool) -> Builds {
    let mut builds = Builds::new();
    for line in String::from_utf8_lossy(stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else {
            continue;
        };
        let Some(package) = package(&message).filter(|folder| wanted(folder)) else {
            continue;
        };
        let built: &mut Built = builds.entry(package).or_default();
        if let Some(rendered) = message["message"]["rendered"].as_str() {
            // "1 warning emitted" and the like have no place in a file.
            let about_code = message["message"]["spans"]
                .as_array()
                .is_some_and(|s| !s.is_empty());
            if about_code {
                built.said.push(rendered.to_owned());
            }
        }
        if let Some(binary) = message["executable"].as_str() {
            built.binary = Some(PathBuf::from(binary));
        }
    }
    builds
}

/// The package a message is about: the folder of its manifest.
fn package(message: &Value) -> Option<String> {
    let manifest = Path::new(message["manifest_path"].as_str()?);
    let folder = manifest.parent()?.file_name()?;
    Some(folder.to_string_lossy().into_owned())
}
