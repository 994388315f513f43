//! The exercises as the book shows them: what stands on their cards.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One exercise's card.
#[derive(Debug)]
pub(super) struct Exercise {
    /// The package's name: `cargo test -p ID`.
    pub(super) id: String,
    /// Its folder from the workbook's root, with `/` between the parts.
    pub(super) folder: String,
    /// What it says of itself.
    pub(super) about: About,
}

/// The part of `exercise.toml` that a reader sees.
#[derive(Debug, Deserialize)]
pub(super) struct About {
    pub(super) title: String,
    pub(super) level: u8,
    pub(super) minutes: u32,
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    name: String,
}

/// All exercises, by id.
#[derive(Debug, Default)]
pub(super) struct Exercises(BTreeMap<String, Exercise>);

impl Exercises {
    /// Reads `exercises/*/*/` under the workbook's root.
    pub(super) fn read(workbook: &Path) -> Result<Self> {
        let mut found = BTreeMap::new();
        for lesson in folders(&workbook.join("exercises"))? {
            for folder in folders(&lesson)? {
                if folder.join("exercise.toml").is_file() {
                    let exercise = exercise(workbook, &folder)?;
                    found.insert(exercise.id.clone(), exercise);
                }
            }
        }
        Ok(Self(found))
    }

    /// The exercise with this id.
    pub(super) fn find(&self, id: &str) -> Option<&Exercise> {
        self.0.get(id)
    }
}

fn folders(parent: &Path) -> Result<Vec<PathBuf>> {
    if !parent.is_dir() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(parent)
        .with_context(|| format!("the folder {} cannot be read", parent.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    Ok(found)
}

fn exercise(workbook: &Path, folder: &Path) -> Result<Exercise> {
    let manifest: Manifest = read_toml(&folder.join("Cargo.toml"))?;
    let from_root = folder.strip_prefix(workbook).unwrap_or(folder);
    Ok(Exercise {
        id: manifest.package.name,
        folder: from_root.display().to_string().replace('\\', "/"),
        about: read_toml(&folder.join("exercise.toml"))?,
    })
}

fn read_toml<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T> {
    let sentence = || format!("the file {} cannot be read", file.display());
    let text = std::fs::read_to_string(file).with_context(sentence)?;
    toml::from_str(&text).with_context(sentence)
}
