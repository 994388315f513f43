//! `mdbook build book` and `cargo run` give the same pages.

use crate::common;
use crate::site::{files, pages};
use mdbook_driver::MDBook;
use mdbook_driver::config::Config;

#[test]
fn mdbook_gives_the_same_pages_with_our_preprocessor() {
    let folder = tempfile::tempdir().unwrap();
    let root = common::root().join("book");
    let mut config = Config::from_disk(root.join("book.toml")).unwrap();
    config.build.build_dir = folder.path().to_owned();
    let command = format!("'{}' preprocess", env!("CARGO_BIN_EXE_workbook"));
    config
        .set("preprocessor.workbook.command", command)
        .unwrap();
    let mdbook = MDBook::load_with_config(&root, config).unwrap();
    mdbook.build().unwrap();

    let theirs = files(folder.path(), "html");
    assert_eq!(theirs.len(), pages().len());
    for (name, page) in pages() {
        assert!(theirs.get(name) == Some(page), "{name} differs");
    }
}
