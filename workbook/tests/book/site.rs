//! Reading the pages that a build wrote.

use crate::common::{self, Workbook};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;
use workbook::book::{Book, Engine};

/// The pages of the real book, built once, by their paths.
pub(crate) fn pages() -> &'static BTreeMap<String, String> {
    static PAGES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    PAGES.get_or_init(|| files(real().path(), "html"))
}

/// The folder of the real book, built once.
pub(crate) fn real() -> &'static TempDir {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::find_from(&common::root()).unwrap();
        let mut engine = Engine::new(&book).unwrap();
        if let Err(error) = engine.build(folder.path()) {
            panic!("the book cannot be built:\n{error:#}");
        }
        folder
    })
}

/// Every file below `folder` with this extension, by its path with `/`.
pub(crate) fn files(folder: &Path, extension: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                found.insert(name.replace('\\', "/"), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// What stands between `<main>` and `</main>`.
pub(crate) fn main_of(page: &str) -> &str {
    let start = page.find("<main>").expect("a page has a main part");
    &page[start..page.find("</main>").expect("it ends")]
}

/// The values of an attribute, with the names of the elements that have it.
pub(crate) fn attributes<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let wanted = format!(" {name}=\"");
    let mut found = Vec::new();
    for tag in page.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let element = tag.split([' ', '\n']).next().unwrap_or_default();
        for value in tag.split(&wanted).skip(1) {
            found.push((element, value.split('"').next().unwrap_or_default()));
        }
    }
    found
}

/// The TeX that a page keeps beside each of its formulas.
pub(crate) fn annotations(page: &str) -> Vec<&str> {
    let opening = "<annotation encoding=\"application/x-tex\">";
    let pieces = page.split(opening).skip(1);
    pieces
        .map(|piece| piece.split("</annotation>").next().unwrap())
        .collect()
}

/// Builds a book of one chapter, and gives its page back.
pub(crate) fn page(text: &str) -> Result<String, String> {
    let workbook = Workbook::with(text);
    build(&workbook)?;
    Ok(fs::read_to_string(workbook.path("pages/page.html")).unwrap())
}

/// Builds a book into its folder `pages`.
pub(crate) fn build(workbook: &Workbook) -> Result<(), String> {
    let book = Book::find_from(&workbook.path("")).unwrap();
    let mut engine = Engine::new(&book).unwrap();
    let built = engine.build(&workbook.path("pages"));
    built.map_err(|error| format!("{error:#}"))
}
