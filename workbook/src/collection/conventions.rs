//! What every exercise has in common. Each rule says to a contributor what to do.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::planted::EMPTY;
use super::problem::{self, Problem, Problems};
use super::{Collection, Exercise, signatures};

/// How many planted mistakes an exercise has at least, besides the empty one.
const MISTAKES: usize = 3;

/// Checks every convention that a learner's progress cannot break.
///
/// # Errors
///
/// Every convention that is broken, in the order of the exercises.
pub fn check(collection: &Collection) -> Result<(), Problems> {
    let mut problems = unique(collection);
    for exercise in &collection.exercises {
        let rules = [
            named(exercise),
            described(exercise),
            prepared(collection, exercise),
            planted(exercise),
            stray(collection, exercise)?,
            alike(collection, exercise)?,
        ];
        for (place, sentence) in rules.into_iter().flatten() {
            problems.push(Problem::new(&collection.root, &place, sentence));
        }
    }
    problems.or(())
}

type Found = Vec<(PathBuf, String)>;

/// An id and a place belong to one exercise.
fn unique(collection: &Collection) -> Problems {
    let root = &collection.root;
    let mut problems = Problems::default();
    let mut ids = BTreeMap::new();
    let mut places = BTreeMap::new();
    for exercise in &collection.exercises {
        let folder = exercise
            .folder
            .strip_prefix(root)
            .unwrap_or(&exercise.folder);
        let mut complain = |sentence| problems.push(Problem::new(root, folder, sentence));
        if let Some(other) = ids.insert(&exercise.id, folder) {
            let (id, other) = (&exercise.id, other.display());
            complain(format!(
                "the id `{id}` is taken by {other}; choose another."
            ));
        }
        if let Some(other) = places.insert((exercise.lesson, exercise.number), folder) {
            let other = other.display();
            complain(format!(
                "{other} has the same number; renumber one of the two."
            ));
        }
    }
    problems
}

/// The manifest is the usual one.
fn named(exercise: &Exercise) -> Found {
    let place = exercise.folder.join("Cargo.toml");
    let mut found = Found::new();
    let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !exercise.id.chars().all(snake) || exercise.id.contains("__") {
        found.push((
            place.clone(),
            "the name is snake_case: lower case, digits, single underscores.".into(),
        ));
    }
    let lib = exercise.manifest.get("lib");
    for switch in ["test", "doctest"] {
        let off = lib
            .and_then(|lib| lib.get(switch))
            .and_then(toml::Value::as_bool)
            == Some(false);
        if !off {
            let sentence = format!(
                "[lib] needs `{switch} = false`: the tests are in tests/{}.rs alone.",
                exercise.id
            );
            found.push((place.clone(), sentence));
        }
    }
    found
}

/// The card says something about everything.
fn described(exercise: &Exercise) -> Found {
    let place = exercise.folder.join("exercise.toml");
    let card = &exercise.card;
    let mut found = Found::new();
    let mut complain = |broken: bool, sentence: &str| {
        if broken {
            found.push((place.clone(), sentence.to_owned()));
        }
    };
    let blank = card.hints.iter().any(|hint| hint.trim().is_empty());
    complain(
        blank,
        "a hint is empty; write where to look, what to do, and nearly the answer.",
    );
    complain(
        card.title.trim().is_empty(),
        "the title is empty; say what the exercise is about.",
    );
    complain(
        card.minutes == 0,
        "minutes is 0; say how long a learner of this lesson needs.",
    );
    complain(
        card.lesson != exercise.lesson,
        "`lesson` is not the number of the lesson's folder; make them equal.",
    );
    let worthless = card.points.values().any(|points| *points == 0);
    complain(worthless, "a test is worth 0 points; give each at least 1.");
    found
}

/// What an exercise needs exists and comes before it.
fn prepared(collection: &Collection, exercise: &Exercise) -> Found {
    let place = exercise.folder.join("exercise.toml");
    let own = (exercise.lesson, exercise.number);
    let mut found = Found::new();
    for id in &exercise.card.needs {
        let sentence = match collection.find(id) {
            None => format!("`needs` names `{id}`, and there is no such exercise."),
            Some(other) if (other.lesson, other.number) >= own => {
                format!("`needs` names `{id}`, which comes later.")
            }
            Some(_) => continue,
        };
        found.push((place.clone(), sentence));
    }
    found
}

/// There are enough planted mistakes, and the laziest answer is among them.
fn planted(exercise: &Exercise) -> Found {
    let place = exercise.folder.join("mistakes");
    let mut found = Found::new();
    let (empty, typical): (Vec<_>, Vec<_>) = exercise
        .mistakes
        .iter()
        .partition(|planted| planted.name == EMPTY);
    if empty.is_empty() {
        let sentence =
            format!("{EMPTY}.rs is missing: the laziest answer that compiles (zeros, defaults).");
        found.push((place.clone(), sentence));
    }
    if typical.len() < MISTAKES {
        let sentence =
            format!("plant at least {MISTAKES} typical wrong answers besides {EMPTY}.rs.");
        found.push((place, sentence));
    }
    found
}

/// Where the proof looks, only what it proves.
fn stray(collection: &Collection, exercise: &Exercise) -> Result<Found, Problem> {
    let mut found = Found::new();
    for (folder, only) in [
        ("solution", None),
        ("tests", Some(exercise.tests())),
        ("mistakes", None),
    ] {
        for path in problem::entries(&collection.root, &exercise.folder.join(folder))? {
            let rust = path.extension().is_some_and(|extension| extension == "rs");
            let belongs = only.as_ref().map_or(rust, |only| path == *only);
            if !belongs && !problem::hidden(&path) {
                found.push((
                    path,
                    "the proof never looks at this file; move or remove it.".into(),
                ));
            }
        }
    }
    Ok(found)
}

/// All answers have the public signatures of the reference.
fn alike(collection: &Collection, exercise: &Exercise) -> Result<Found, Problem> {
    let root = &collection.root;
    let read = |file: &PathBuf| -> Result<_, Problem> {
        let text = problem::read(root, file)?;
        signatures::public(&text).map_err(|error| {
            let line = error.span().start().line;
            Problem::new(root, file, format!("it is not Rust: {error}.")).at_line(line)
        })
    };
    let reference = read(&exercise.solution())?;
    let mut found = Found::new();
    let mistakes = exercise.mistakes.iter().map(|planted| &planted.file);
    for file in exercise.others.iter().chain(mistakes) {
        let answer = read(file)?;
        for missing in reference.difference(&answer) {
            let sentence = format!("the reference has `{missing}`, and this file does not.");
            found.push((file.clone(), sentence));
        }
        for extra in answer.difference(&reference) {
            let sentence = format!("this file has `{extra}`, and the reference does not.");
            found.push((file.clone(), sentence));
        }
    }
    Ok(found)
}
