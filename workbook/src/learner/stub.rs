//! The stub of an exercise, from the project's history, and a backup of what it replaces.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::collection::Exercise;

/// What a restored stub replaced.
#[derive(Debug, PartialEq, Eq)]
pub enum Restored {
    /// The file was the stub already; nothing was written.
    Already,
    /// The learner's file is kept here.
    Kept(PathBuf),
}

/// Puts the stub of `exercise` back, after keeping the learner's file under `.workbook/backups/`.
///
/// # Errors
/// When the stub cannot be found in git's history, or a file cannot be written. The learner's file is then untouched.
pub fn restore(root: &Path, exercise: &Exercise) -> Result<Restored> {
    let file = exercise.stub();
    let stub = original(root, exercise)?;
    let mine = std::fs::read(&file).unwrap_or_default();
    if same_text(&mine, &stub) {
        return Ok(Restored::Already);
    }
    let kept = keep(root, &exercise.id, &mine)?;
    let folder = file.parent().unwrap_or(root);
    let write = || -> Result<()> {
        let mut draft = tempfile::NamedTempFile::new_in(folder)?;
        draft.write_all(&stub)?;
        draft.as_file().sync_all()?;
        draft.persist(&file)?;
        Ok(())
    };
    write().with_context(|| format!("{} cannot be written; it is as it was", file.display()))?;
    Ok(Restored::Kept(kept))
}

/// A copy of the learner's file, under a name that is not taken.
fn keep(root: &Path, id: &str, mine: &[u8]) -> Result<PathBuf> {
    let folder = root.join(".workbook/backups");
    let write = || -> Result<PathBuf> {
        std::fs::create_dir_all(&folder)?;
        for number in 1.. {
            let place = folder.join(format!("{id}-{number}.rs"));
            match std::fs::File::create_new(&place) {
                Ok(mut file) => {
                    file.write_all(mine)?;
                    file.sync_all()?;
                    return Ok(place);
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error.into()),
            }
        }
        unreachable!("the numbers do not end")
    };
    write().with_context(|| {
        format!(
            "no backup can be written to {}, so nothing was changed",
            folder.display()
        )
    })
}

/// The stub as its authors left it: what stood there in the last commit that touched the exercise's other files.
/// Learners commit their answers, too, but only authors touch the tests, the hints and the reference.
fn original(root: &Path, exercise: &Exercise) -> Result<Vec<u8>> {
    let folder = exercise
        .folder
        .strip_prefix(root)
        .unwrap_or(&exercise.folder);
    let folder = folder.to_string_lossy().replace('\\', "/");
    let authored =
        ["tests", "solution", "mistakes", "exercise.toml"].map(|name| format!("{folder}/{name}"));
    let mut log = vec!["log", "-1", "--format=%H", "--"];
    log.extend(authored.iter().map(String::as_str));
    let commit = git(root, &log)?;
    let commit = String::from_utf8_lossy(&commit).trim().to_owned();
    if commit.is_empty() {
        bail!(
            "git knows no commit of {folder}, so the stub cannot be found; your file is untouched"
        );
    }
    // `./` is read from the folder git runs in, which need not be the top of the repository.
    git(root, &["show", &format!("{commit}:./{folder}/src/lib.rs")])
}

fn git(root: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(root)
        .output();
    let output =
        output.context("the stub is taken from git's history, and git cannot be started")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!(
            "the stub cannot be found in git's history, and your file is untouched. Git says: {}",
            said.trim()
        );
    }
    Ok(output.stdout)
}

/// Whether two files say the same, whatever their line ends.
fn same_text(a: &[u8], b: &[u8]) -> bool {
    let ends = |byte: &&u8| **byte != b'\r';
    a.iter().filter(ends).eq(b.iter().filter(ends))
}
