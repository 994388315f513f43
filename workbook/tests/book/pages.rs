//! The real book: every page, link and card.

use crate::common;
use crate::site::{annotations, attributes, files, main_of, pages, real};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use workbook::collection::Collection;

#[test]
fn every_formula_is_there_for_the_eye_and_for_the_ear() {
    let mut formulas = 0;
    for (name, page) in pages() {
        let seen = page
            .matches("<span aria-hidden=\"true\" class=\"katex-html\">")
            .count();
        let read = page.matches("<math ").count();
        assert_eq!((seen, read), (annotations(page).len(), seen), "{name}");
        assert!(!page.contains("katex-error"), "{name}");
        formulas += seen;
    }
    assert!(formulas > 20, "{formulas}");
}

#[test]
fn nothing_is_left_of_the_tex() {
    for (name, page) in pages().iter().filter(|(name, _)| *name != "toc.html") {
        let mut text = main_of(page).to_owned();
        for element in ["pre", "code", "annotation"] {
            text = without(&text, element);
        }
        assert!(!text.contains('$'), "{name}: a formula was not typeset");
        assert!(!text.contains("\\frac"), "{name}: TeX in the text");
    }
}

/// The text without any element of this name.
fn without(text: &str, element: &str) -> String {
    let (opening, closing) = (format!("<{element}"), format!("</{element}>"));
    let mut pieces = text.split(&opening);
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(piece.split_once(&closing).map_or("", |(_, behind)| behind));
    }
    kept
}

fn is_foreign(address: &str) -> bool {
    ["//", "http:", "https:"]
        .iter()
        .any(|start| address.starts_with(start))
}

#[test]
fn no_page_asks_another_host() {
    for (name, page) in pages() {
        for attribute in ["src", "href", "data", "srcset", "action", "poster"] {
            for (element, value) in attributes(page, attribute) {
                let asked = element != "a" && is_foreign(value);
                assert!(!asked, "{name}: <{element}> asks {value}");
            }
        }
    }
    for (name, style) in files(real().path(), "css") {
        assert!(!style.contains("@import"), "{name}");
        for address in style.split("url(").skip(1) {
            let address = address.trim_start_matches(['"', '\'']);
            assert!(!is_foreign(address), "{name}: {address:.60}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages()
        .iter()
        .map(|(name, page)| {
            let ids = attributes(page, "id").into_iter().map(|(_, id)| id);
            (name.as_str(), ids.collect())
        })
        .collect();
    for (name, page) in pages() {
        for (element, link) in [attributes(page, "href"), attributes(page, "src")].concat() {
            if link.contains(':') || link.is_empty() || element == "base" {
                continue;
            }
            let (file, id) = link.split_once('#').unwrap_or((link, ""));
            let file = if file.is_empty() { name } else { file };
            assert!(
                real().path().join(file).is_file(),
                "{name}: no file for {link}"
            );
            let known = id.is_empty() || ids.get(file).is_some_and(|ids| ids.contains(id));
            assert!(known, "{name}: no place for {link}");
        }
    }
}

#[test]
fn an_id_names_one_place_of_a_page() {
    // The print page joins the others; the table of contents is a frame.
    let whole = |name: &str| !matches!(name, "print.html" | "toc.html");
    for (name, page) in pages().iter().filter(|(name, _)| whole(name)) {
        let mut seen = BTreeSet::new();
        for (_, id) in attributes(page, "id") {
            assert!(seen.insert(id), "{name}: two elements have the id {id}");
        }
        for attribute in ["aria-labelledby", "aria-describedby"] {
            for (_, id) in attributes(main_of(page), attribute) {
                assert!(seen.contains(id), "{name}: nothing has the id {id}");
            }
        }
    }
}

#[test]
fn every_exercise_has_one_card_in_its_lesson() {
    let collection = Collection::load(&common::root()).unwrap();
    for exercise in &collection.exercises {
        let lesson = format!("{:02}_", exercise.lesson);
        let Some((name, page)) = pages().iter().find(|(name, _)| name.starts_with(&lesson)) else {
            continue;
        };
        let id = &exercise.id;
        let cards: Vec<&str> = page
            .split("<section class=\"exercise-card\"")
            .skip(1)
            .map(|card| card.split("</section>").next().unwrap())
            .filter(|card| card.starts_with(&format!(" id=\"{id}\"")))
            .collect();
        let [card] = cards[..] else {
            panic!("{name}: {} cards for {id}", cards.len());
        };
        assert!(card.contains(&format!("cargo test -p {id}\n")), "{card}");
        let folder = exercise.folder.strip_prefix(&collection.root).unwrap();
        let file = format!("{}/src/lib.rs", folder.display()).replace('\\', "/");
        assert!(card.contains(&file), "{card}");
        assert!(
            card.contains(&format!("about {} minutes", exercise.card.minutes)),
            "{card}"
        );
        assert!(card.contains(exercise.card.level.stars()), "{card}");
        assert_eq!(card.matches("<details>").count(), 3, "{card}");
    }
}

#[test]
fn every_block_has_a_name_that_is_known() {
    let blocks = [
        "lesson",
        "exercise",
        "figure",
        "spot",
        "quiz",
        "derivation",
        "mistakes",
    ];
    let languages = ["rust", "text", "toml", "json", "sh", "console"];
    for (name, chapter) in files(&common::root().join("book/src"), "md") {
        let mut inside = false;
        for line in chapter.lines().map(str::trim_start) {
            let Some(info) = line.strip_prefix("```") else {
                continue;
            };
            inside = !inside;
            let word = info.split([',', ' ']).next().unwrap_or_default();
            let known = blocks.contains(&word) || languages.contains(&word);
            assert!(!inside || known, "{name}: what is a block `{word}`?");
        }
        assert!(!inside, "{name}: a block does not end");
    }
}

#[test]
fn every_picture_can_be_heard() {
    for (name, page) in pages() {
        for figure in page.split("<figure ").skip(1) {
            let figure = figure.split("</figure>").next().unwrap();
            for part in ["role=\"img\"", "<title ", "<desc ", "<figcaption>"] {
                assert!(figure.contains(part), "{name}: a figure without {part}");
            }
        }
        for (_, alt) in attributes(page, "alt") {
            assert!(!alt.is_empty(), "{name}: a picture without words");
        }
    }
}

#[test]
fn the_front_page_says_how_to_begin() {
    let front = &pages()["index.html"];
    assert!(front.contains("cargo run\n") && front.contains("cargo test -p "));
    let collection = Collection::load(&common::root()).unwrap();
    for command in front.split("cargo test -p ").skip(1) {
        let id = command.split('\n').next().unwrap();
        assert!(collection.find(id).is_some(), "there is no exercise {id}");
    }
    let summary = fs::read_to_string(common::root().join("book/src/SUMMARY.md")).unwrap();
    assert!(summary.contains("(introduction.md)"));
}

#[test]
fn every_mistake_has_a_section_to_link_to() {
    let page = &pages()["mistakes.html"];
    for mistake in pencilgrad::mistake::CATALOGUE {
        assert!(
            page.contains(&format!("id=\"{}\"", mistake.id)),
            "{}",
            mistake.id
        );
    }
}
