//! The paper problems of the book: for each, right forms that must be accepted and wrong ones that must be refused
//! with an apt message. The answers are what learners write; they were not chosen from what the judge can do.
//!
//! A lesson's file `NN.toml` lists its problems. A problem whose chapter does not exist yet brings its `text`.
//! A wrong answer names the `mistake` that must be among the first three
//! (ties are listed), or words that a remark `says`;
//! `not_yet` says what the judge does instead, and is printed as soon as it
//! does better.

mod displayed;

use pencilgrad::derivation::judge::{Judgement, NamedMistake, judge_answer, name_mistakes};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use workbook::derivations::problems;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lesson {
    problem: Vec<Problem>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Problem {
    id: String,
    /// Only while no chapter poses the problem.
    text: Option<String>,
    right: Vec<String>,
    wrong: Vec<WrongAnswer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrongAnswer {
    answer: String,
    mistake: Option<String>,
    says: Option<String>,
    not_yet: Option<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every problem with its file.
fn listed() -> Vec<(String, Problem)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems");
    let files = fs::read_dir(folder).expect("tests/problems is there");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let lessons = paths.iter().map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(path).expect("a readable file");
        let lesson: Lesson = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}.toml: {e}"));
        (name.into_owned(), lesson)
    });
    lessons
        .flat_map(|(name, lesson)| lesson.problem.into_iter().map(move |p| (name.clone(), p)))
        .collect()
}

/// The problem's text: the chapter's, or its own until there is a chapter.
fn text_of(problem: &Problem, posed: &[problems::Problem]) -> Option<String> {
    let chapter = posed.iter().find(|posed| posed.id == problem.id);
    chapter
        .map(|posed| posed.text.clone())
        .or_else(|| problem.text.clone())
}

fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn every_problem_of_the_book_has_data_and_the_data_a_problem() {
    let posed = problems::all(&root().join("book")).expect("the chapters can be read");
    let listed = listed();
    let mut complaints = Vec::new();
    for problem in &posed {
        if !listed.iter().any(|(_, listed)| listed.id == problem.id) {
            let (id, chapter) = (&problem.id, &problem.chapter);
            complaints.push(format!(
                "{chapter} poses {id}, and tests/problems says nothing about it: three right forms, three wrong ones"
            ));
        }
    }
    let mut seen = BTreeSet::new();
    for (file, problem) in &listed {
        let id = &problem.id;
        let in_the_book = posed.iter().any(|posed| posed.id == *id);
        if !seen.insert(id.clone()) {
            complaints.push(format!("{id} stands twice in tests/problems"));
        }
        let number: u32 = file.parse().expect("a file has a lesson's number");
        if !id.starts_with(&format!("d{number}.")) {
            complaints.push(format!("{id} stands in {file}.toml"));
        }
        match &problem.text {
            Some(_) if in_the_book => complaints.push(format!(
                "the book poses {id} now: take its `text` out of {file}.toml, and hold the answers against the chapter's"
            )),
            None if !in_the_book => complaints.push(format!("no chapter poses {id}")),
            _ => {}
        }
        if problem.right.len() < 3 || problem.wrong.len() < 3 {
            complaints.push(format!(
                "{id} has fewer than three right or three wrong answers"
            ));
        }
    }
    none(&complaints);
}

#[test]
fn every_right_form_is_accepted() {
    let mut complaints = Vec::new();
    each(|problem, text| {
        for answer in &problem.right {
            let judgement = judge_answer(text, answer, &name_mistakes);
            if !judgement.is_right() {
                complaints.push(format!("{}: {answer}\n{}", problem.id, story(&judgement)));
            }
        }
    });
    none(&complaints);
}

#[test]
fn every_wrong_answer_is_refused_with_its_mistake() {
    let mut complaints = Vec::new();
    each(|problem, text| {
        for wrong in &problem.wrong {
            let judgement = judge_answer(text, &wrong.answer, &name_mistakes);
            let place = format!("{}: {}\n{}", problem.id, wrong.answer, story(&judgement));
            match (complaint(wrong, &judgement), &wrong.not_yet) {
                (Some(complaint), None) => complaints.push(format!("{complaint}: {place}")),
                // Better than expected is no failure: whoever made it so takes the mark out.
                (None, Some(_)) => eprintln!("no longer `not_yet`: {place}"),
                _ => {}
            }
        }
    });
    none(&complaints);
}

fn each(mut visit: impl FnMut(&Problem, &str)) {
    let posed = problems::all(&root().join("book")).expect("the chapters can be read");
    for (_, problem) in &listed() {
        if let Some(text) = text_of(problem, &posed) {
            visit(problem, &text);
        }
    }
}

/// What is missing in the judgement of a wrong answer. An answer that is accepted can never be excused.
fn complaint(wrong: &WrongAnswer, judgement: &Judgement) -> Option<String> {
    assert!(
        !judgement.is_right(),
        "a wrong answer is accepted: {}",
        wrong.answer
    );
    let line = judgement.first_not_right()?;
    if line.verdict.name() != "wrong" {
        return Some("it should be wrong".to_owned());
    }
    if let Some(id) = &wrong.mistake {
        let named = |mistake: &NamedMistake| mistake.id == id;
        if !line.mistakes.iter().take(3).any(named) {
            return Some(format!("it should name {id}"));
        }
    }
    let says = wrong.says.as_deref().unwrap_or_default();
    let said = line.remarks().iter().any(|remark| remark.contains(says));
    (!said).then(|| format!("it should say {says:?}"))
}

fn story(judgement: &Judgement) -> String {
    let mut told: Vec<String> = judgement.unfinished.clone().into_iter().collect();
    if let Some(line) = judgement.first_not_right() {
        told.push(format!("{:?}: {}", line.verdict, line.source));
        let ids: Vec<&str> = line.mistakes.iter().map(|mistake| mistake.id).collect();
        told.push(format!("named {}", ids.join(", ")));
        told.extend(line.remarks());
    }
    told.iter().map(|line| format!("      {line}\n")).collect()
}
