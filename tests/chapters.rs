//! The chapters of the book: each one's examples are compiled and run, and no number stands in its text that an
//! example does not assert.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Lessons, `01_name.md` and so on, in the order of their numbers.
fn lessons() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("book/src");
    let files = fs::read_dir(&folder).expect("book/src is there");
    let mut found: Vec<(String, String)> = files
        .map(|file| file.expect("a readable folder").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(".md"))
        .map(|name| {
            let text = fs::read_to_string(folder.join(&name)).expect("a readable chapter");
            (name, text)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn the_examples_of_every_lesson_are_doctested_in_the_order_of_the_book() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).expect("the file is there");
    let tested = read("src/book.rs");
    let listed: Vec<&str> = (tested.split('"').skip(1).step_by(2))
        .filter(|name| name.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let names: Vec<String> = lessons().into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        listed, names,
        "src/book.rs lists every lesson of book/src, in order"
    );
    let summary = read("book/src/SUMMARY.md");
    let places: Vec<usize> = listed
        .iter()
        .filter_map(|name| summary.find(name))
        .collect();
    assert!(
        places.is_sorted(),
        "SUMMARY.md has the lessons in the same order"
    );
}

/// A chapter apart: what a reader reads, and the Rust examples.
#[derive(Debug, Default)]
struct Chapter {
    prose: Vec<(usize, String)>,
    code: String,
}

/// Splits a chapter. Cards (`lesson`, `exercise`, `figure`) say nothing that could be computed, and a
/// `derivation` is judged line by line when the book is built.
fn chapter(text: &str) -> Chapter {
    let mut chapter = Chapter::default();
    let mut fence: Option<String> = None;
    for (number, line) in text.lines().enumerate() {
        if let Some(info) = line.trim_start().strip_prefix("```") {
            fence = match fence {
                Some(_) => None,
                None => Some(info.trim().to_owned()),
            };
            continue;
        }
        match fence.as_deref() {
            Some(info) if info.starts_with("rust") => {
                chapter.code.push_str(line);
                chapter.code.push('\n');
            }
            Some("lesson" | "exercise" | "figure" | "derivation") => {}
            _ if line.starts_with("finding = ") => {}
            _ => chapter.prose.push((number + 1, line.to_owned())),
        }
    }
    chapter
}

/// The numbers of a text, as values: `1,024`, `0.5`, `3.0 \cdot 10^{-9}`, `10^{-8}`, `2e-5`, `1_000`, `3.0_f64`.
fn numbers(text: &str) -> Vec<(f64, String)> {
    let plain = text
        .replace("\\cdot 10^{", "e")
        .replace(" e", "e")
        .replace("10^{", "1e");
    let characters: Vec<char> = plain.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let inside_a_word =
            at > 0 && (characters[at - 1].is_alphanumeric() || characters[at - 1] == '_');
        if characters[at].is_ascii_digit() && !inside_a_word {
            let end = end_of_number(&characters, at);
            let written: String = characters[at..end].iter().collect();
            let value = written.replace([',', '_'], "").parse();
            found.extend(value.ok().map(|value: f64| (value, written)));
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

fn end_of_number(characters: &[char], start: usize) -> usize {
    let digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let mut at = start;
    while digit(at)
        || (at > start
            && matches!(characters[at..], ['.' | ',' | '_', next, ..] if next.is_ascii_digit()))
    {
        at += 1;
    }
    let sign = usize::from(characters.get(at + 1) == Some(&'-'));
    if characters.get(at) == Some(&'e') && digit(at + 1 + sign) {
        at += 1 + sign;
        while digit(at) {
            at += 1;
        }
    }
    at
}

/// Numbers below 100 without a fraction are counts and exponents; a pencil checks them.
fn needs_proof(value: f64) -> bool {
    value.fract() != 0.0 || value >= 100.0
}

#[test]
fn every_number_of_a_lesson_stands_in_an_example() {
    let mut missing = Vec::new();
    for (name, text) in lessons() {
        let Chapter { prose, code } = chapter(&text);
        let proven: BTreeSet<u64> = numbers(&code)
            .into_iter()
            .map(|(value, _)| value.to_bits())
            .collect();
        for (line, text) in prose {
            for (value, written) in numbers(&text) {
                if needs_proof(value) && !proven.contains(&value.to_bits()) {
                    missing.push(format!("book/src/{name}:{line}: {written}"));
                }
            }
        }
    }
    assert!(
        missing.is_empty(),
        "assert these numbers in a Rust example of the chapter (hidden lines, `# …`, are fine):\n{}",
        missing.join("\n")
    );
}

#[test]
fn numbers_are_read_as_they_are_written() {
    let values = |text: &str| {
        numbers(text)
            .into_iter()
            .map(|(value, _)| value)
            .collect::<Vec<_>>()
    };
    assert_eq!(values(r"$3.0 \cdot 10^{-9}$ at $10^{-8}$"), [3.0e-9, 1e-8]);
    assert_eq!(values("1,048,576 against 80."), [1_048_576.0, 80.0]);
    assert_eq!(
        values("(1.0, 2e-5, 1_024.0, 3.5_f64)"),
        [1.0, 2e-5, 1024.0, 3.5]
    );
    assert_eq!(values("x2 v_1 f64"), [] as [f64; 0]);
    assert_eq!(values("1.5, 2"), [1.5, 2.0]);
}
