//! A workbook of its own for a test, in a folder that goes away.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The folder of the real workbook.
pub(crate) fn root() -> PathBuf {
    let workbook = Path::new(env!("CARGO_MANIFEST_DIR"));
    workbook
        .parent()
        .expect("the package is in the workspace")
        .to_owned()
}

/// A workbook with the real book's settings and looks, without exercises, and with one chapter.
pub(crate) struct Workbook {
    folder: TempDir,
}

impl Workbook {
    /// A workbook whose only chapter is `text`.
    pub(crate) fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let new = Self { folder };
        let real = root().join("book");
        for file in ["book.toml", "macros.tex"] {
            fs::create_dir_all(new.path("book/src")).unwrap();
            fs::copy(real.join(file), new.path("book").join(file)).unwrap();
        }
        copy_folder(&real.join("theme"), &new.path("book/theme"));
        fs::create_dir(new.path("exercises")).unwrap();
        new.write("book/src/SUMMARY.md", "# Summary\n\n- [Page](page.md)\n");
        new.write("book/src/page.md", text);
        new
    }

    /// A path of the workbook.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file of the workbook.
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
