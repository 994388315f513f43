//! A workbook with one exercise, written into a temporary folder: good as it stands, to be broken by the tests.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use workbook::collection::Collection;

const FILES: &[(&str, &str)] = &[
    (
        "Cargo.toml",
        "[workspace]\nmembers = [\"exercises/*/*\"]\nresolver = \"3\"\n",
    ),
    (
        "Cargo.lock",
        "version = 4\n\n[[package]]\nname = \"triple\"\nversion = \"0.1.0\"\n",
    ),
    (
        "exercises/01_one/01_triple/Cargo.toml",
        "[package]\nname = \"triple\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [lib]\ntest = false\ndoctest = false\n",
    ),
    (
        "exercises/01_one/01_triple/exercise.toml",
        "title = \"Thrice\"\nlevel = 1\nminutes = 1\nlesson = 1\nstarts = \"todo\"\n\
         hints = [\"a\", \"b\", \"c\"]\n\n[points]\nat_one = 1\nis_odd = 1\n",
    ),
    (
        "exercises/01_one/01_triple/src/lib.rs",
        "//! Task.\n\n/// Thrice x.\npub fn triple(x: f64) -> f64 {\n    todo!(\"three times {x}\")\n}\n",
    ),
    (
        "exercises/01_one/01_triple/solution/lib.rs",
        "//! Reference.\n\n/// Thrice x.\npub fn triple(x: f64) -> f64 {\n    3.0 * x\n}\n",
    ),
    (
        "exercises/01_one/01_triple/tests/triple.rs",
        "use triple::triple;\n\n\
         #[test]\nfn at_one() {\n    if triple(1.0) != 3.0 {\n        panic!(\"this is {}, a constant factor is missing\", triple(1.0));\n    }\n}\n\n\
         #[test]\nfn is_odd() {\n    if triple(-2.0) != -triple(2.0) {\n        panic!(\"the function must be odd\");\n    }\n}\n",
    ),
    (
        "exercises/01_one/01_triple/mistakes/00_empty.rs",
        "//! property: at_one\n\npub fn triple(_x: f64) -> f64 {\n    0.0\n}\n",
    ),
    (
        "exercises/01_one/01_triple/mistakes/01_once.rs",
        "//! mistake: constant-factor-lost\n\npub fn triple(x: f64) -> f64 {\n    x\n}\n",
    ),
    (
        "exercises/01_one/01_triple/mistakes/02_size.rs",
        "//! property: is_odd\n\npub fn triple(x: f64) -> f64 {\n    3.0 * x.abs()\n}\n",
    ),
    (
        "exercises/01_one/01_triple/mistakes/03_offset.rs",
        "//! property: is_odd\n\npub fn triple(x: f64) -> f64 {\n    x + 2.0\n}\n",
    ),
];

/// A workbook on disk that is removed when it is dropped.
pub(crate) struct Fixture(TempDir);

impl Fixture {
    pub(crate) fn new() -> Self {
        let fixture = Self(tempfile::tempdir().expect("a temporary folder"));
        for (file, text) in FILES {
            fixture.write_at(file, text);
        }
        fixture
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file of the exercise.
    pub(crate) fn write(&self, file: &str, text: &str) {
        self.write_at(&format!("exercises/01_one/01_triple/{file}"), text);
    }

    /// Changes a file of the exercise; `from` must be there.
    pub(crate) fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.root().join("exercises/01_one/01_triple").join(file);
        let text = fs::read_to_string(path).expect("the fixture has this file");
        assert!(text.contains(from), "{file} does not contain {from}");
        self.write(file, &text.replace(from, to));
    }

    /// Writes the same exercise into another folder.
    pub(crate) fn copy_to(&self, folder: &str) {
        for (file, text) in FILES {
            if let Some(file) = file.strip_prefix("exercises/01_one/01_triple") {
                self.write_at(&format!("{folder}{file}"), text);
            }
        }
    }

    pub(crate) fn load(&self) -> Collection {
        Collection::load(self.root()).unwrap_or_else(|problems| panic!("{problems}"))
    }

    fn write_at(&self, file: &str, text: &str) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}
