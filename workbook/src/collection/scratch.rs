//! The scratch workspace: every answer to every exercise as a crate of its own.
//!
//! An answer is a file to put in the place of `src/lib.rs`: the reference, a planted mistake, the stub. For each
//! one a manifest is generated that points at that file and at the one copy of the tests; nothing is copied, so
//! an error of the compiler names the file to mend, and cargo rebuilds only what changed since the last proof.
//!
//! The workspace has a target directory of its own. In the learner's, cargo would hold the reference's test
//! binary for the stub's, and a proof would throw the learner's own build away.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::problem::{Problem, Problems};
use super::{Collection, Exercise};

/// One answer to one exercise.
#[derive(Debug, Clone)]
pub(super) struct Answer<'a> {
    pub(super) exercise: &'a Exercise,
    /// `reference`, `stub`, the name of a planted mistake, or `also_` and that of another right answer.
    pub(super) name: String,
    pub(super) source: PathBuf,
}

impl<'a> Answer<'a> {
    fn reference(exercise: &'a Exercise) -> Self {
        Self {
            exercise,
            name: "reference".to_owned(),
            source: exercise.solution(),
        }
    }

    pub(super) fn stub(exercise: &'a Exercise) -> Self {
        Self {
            exercise,
            name: "stub".to_owned(),
            source: exercise.stub(),
        }
    }

    /// Everything but the stub: the right answers, then the mistakes.
    pub(super) fn all(exercise: &'a Exercise) -> impl Iterator<Item = Self> {
        let right = std::iter::once(Self::reference(exercise)).chain(Self::others(exercise));
        right.chain(Self::mistakes(exercise))
    }

    fn others(exercise: &'a Exercise) -> impl Iterator<Item = Self> {
        exercise.others.iter().map(move |source| {
            let stem = source.file_stem().unwrap_or_default().to_string_lossy();
            Self {
                exercise,
                name: format!("also_{stem}"),
                source: source.clone(),
            }
        })
    }

    fn mistakes(exercise: &'a Exercise) -> impl Iterator<Item = Self> {
        exercise.mistakes.iter().map(move |planted| Self {
            exercise,
            name: planted.name.clone(),
            source: planted.file.clone(),
        })
    }

    /// The name of its package: exercises never have two underscores in a row.
    pub(super) fn package(&self) -> String {
        format!("{}__{}", self.exercise.id, self.name)
    }
}

/// A workspace of answers on disk, locked against a second proof until it is dropped.
#[derive(Debug)]
pub(super) struct Scratch {
    pub(super) folder: PathBuf,
    pub(super) target: PathBuf,
    _lock: File,
}

impl Scratch {
    /// Writes the workspace for these answers, keeping what the last proof built.
    pub(super) fn prepare(
        collection: &Collection,
        answers: &[Answer<'_>],
    ) -> Result<Self, Problems> {
        let home = collection.root.join("target/exercises-proof");
        let prepare = || -> std::io::Result<Self> {
            fs::create_dir_all(&home)?;
            let lock = File::create(home.join("lock"))?;
            lock.lock()?;
            let scratch = Self {
                folder: home.join("workspace"),
                target: home.join("target"),
                _lock: lock,
            };
            scratch.write(&collection.root, answers)?;
            Ok(scratch)
        };
        prepare().map_err(|error| {
            let sentence =
                format!("the scratch workspace for the proof cannot be written: {error}.");
            Problem::new(&collection.root, &home, sentence).into()
        })
    }

    fn write(&self, root: &Path, answers: &[Answer<'_>]) -> std::io::Result<()> {
        let mut members = Vec::new();
        for answer in answers {
            let folder = self.folder.join(answer.package());
            fs::create_dir_all(&folder)?;
            write_if_new(&folder.join("Cargo.toml"), &manifest(answer).to_string())?;
            members.push(Value::from(answer.package()));
        }
        let text = fs::read_to_string(root.join("Cargo.toml"))?;
        let own: Table = toml::from_str(&text).map_err(std::io::Error::other)?;
        let workspace = workspace(root, &own, members);
        write_if_new(&self.folder.join("Cargo.toml"), &workspace.to_string())?;
        // The same versions, so that nothing is fetched; cargo drops what is not needed here.
        fs::copy(root.join("Cargo.lock"), self.folder.join("Cargo.lock"))?;
        Ok(())
    }
}

/// Leaves an unchanged file alone: cargo looks at its time.
fn write_if_new(file: &Path, text: &str) -> std::io::Result<()> {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(file, text)
}

/// The exercise's own manifest, with the package renamed and the files named by their paths.
fn manifest(answer: &Answer<'_>) -> Table {
    let exercise = answer.exercise;
    let mut manifest = exercise.manifest.clone();
    table(&mut manifest, "package").insert("name".into(), answer.package().into());
    let lib = table(&mut manifest, "lib");
    lib.insert("name".into(), exercise.id.clone().into());
    lib.insert("path".into(), path(&answer.source));
    let mut test = Table::new();
    test.insert("name".into(), exercise.id.clone().into());
    test.insert("path".into(), path(&exercise.tests()));
    manifest.insert("test".into(), Value::Array(vec![test.into()]));
    manifest
}

/// The workspace's manifest: the workbook's own versions, lints and profiles, and these members.
fn workspace(root: &Path, own: &Table, members: Vec<Value>) -> Table {
    let mut workspace = own
        .get("workspace")
        .and_then(Value::as_table)
        .cloned()
        .unwrap_or_default();
    workspace.insert("members".into(), Value::Array(members));
    workspace.remove("default-members");
    workspace.remove("exclude");
    for (_, dependency) in table(&mut workspace, "dependencies").iter_mut() {
        if let Some(local) = dependency.get("path").and_then(Value::as_str) {
            let absolute = path(&root.join(local).components().collect::<PathBuf>());
            dependency["path"] = absolute;
        }
    }
    // An answer is a few lines that nobody imports: documentation is asked of the stub alone.
    let lints = table(table(&mut workspace, "lints"), "rust");
    lints.remove("missing_docs");
    lints.remove("unreachable_pub");
    let mut manifest = Table::new();
    manifest.insert("workspace".into(), workspace.into());
    manifest.insert("profile".into(), profile(own).into());
    manifest
}

/// The workbook's profiles; hundreds of small test binaries are kept, so they are stripped.
fn profile(own: &Table) -> Table {
    let mut profile = own
        .get("profile")
        .and_then(Value::as_table)
        .cloned()
        .unwrap_or_default();
    let dev = table(&mut profile, "dev");
    dev.insert("debug".into(), false.into());
    dev.insert("strip".into(), true.into());
    dev.insert("incremental".into(), false.into());
    profile
}

/// The table under a key, made if it is not there.
fn table<'t>(parent: &'t mut Table, key: &str) -> &'t mut Table {
    let entry = parent.entry(key).or_insert_with(|| Table::new().into());
    if !entry.is_table() {
        *entry = Table::new().into();
    }
    entry.as_table_mut().expect("made a table above")
}

fn path(path: &Path) -> Value {
    path.to_string_lossy().into_owned().into()
}
