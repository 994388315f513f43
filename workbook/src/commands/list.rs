//! `workbook list`: lessons and exercises, with the learner's state.

use anyhow::Result;
use console::style;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::screen;
use crate::collection::Exercise;
use crate::learner::{Learner, State};

/// What `list` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Test every exercise again and write your progress anew
    #[arg(long)]
    recheck: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let mut learner = Learner::find(None)?;
    if arguments.recheck {
        recheck(&mut learner)?;
    }
    if arguments.json {
        println!("{:#}", as_json(&learner));
    } else {
        print!("{}", text(&learner));
    }
    Ok(())
}

fn recheck(learner: &mut Learner) -> Result<()> {
    let current = learner.progress.current.clone();
    let ids: Vec<String> = learner
        .collection
        .exercises
        .iter()
        .map(|exercise| exercise.id.clone())
        .collect();
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len}  {msg}")?;
    let bar = ProgressBar::new(ids.len() as u64).with_style(style);
    for id in ids {
        bar.set_message(id.clone());
        learner.attempt(&id)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    learner.progress.current = current;
    learner.save()
}

/// The list as a person reads it.
pub(super) fn text(learner: &Learner) -> String {
    let next = learner.next().map(|exercise| exercise.id.as_str());
    let mut text = String::new();
    let mut lesson = None;
    for exercise in &learner.collection.exercises {
        if lesson.replace(exercise.lesson) != Some(exercise.lesson) {
            text += &format!("\n{}\n", style(heading(exercise)).bold());
        }
        let mark = if next == Some(exercise.id.as_str()) {
            '>'
        } else {
            ' '
        };
        text += &format!("{mark} {}\n", row(learner, exercise));
    }
    text += &format!(
        "\n{}\n",
        bar(passed(learner), learner.collection.exercises.len())
    );
    if let Some(next) = next {
        text += &format!("Next: {}\n", screen::typed(&format!("run {next}")));
    }
    text
}

fn row(learner: &Learner, exercise: &Exercise) -> String {
    let state = learner.progress.state(&exercise.id);
    let card = &exercise.card;
    // A coloured word is longer than it looks, so it is padded by hand.
    let padding = " ".repeat(11_usize.saturating_sub(state.word().len()));
    let stars = card.level.stars();
    format!(
        "{}{padding}  {:<32} {stars:<3} {:>3} min",
        screen::state(state),
        exercise.id,
        card.minutes
    )
}

/// The lesson's number, and its title from the chapter.
fn heading(exercise: &Exercise) -> String {
    let folder = exercise.folder.parent().unwrap_or(&exercise.folder);
    let slug = folder.file_name().unwrap_or_default().to_string_lossy();
    let chapter = folder.join("../../book/src").join(format!("{slug}.md"));
    let text = std::fs::read_to_string(chapter).unwrap_or_default();
    let title = text
        .lines()
        .find_map(|line| line.strip_prefix("# "))
        .unwrap_or(&slug);
    format!("Lesson {}. {title}", exercise.lesson)
}

fn passed(learner: &Learner) -> usize {
    let solved = |exercise: &&Exercise| learner.progress.state(&exercise.id) == State::Passed;
    learner.collection.exercises.iter().filter(solved).count()
}

fn bar(done: usize, all: usize) -> String {
    const WIDTH: usize = 40;
    let filled = WIDTH * done / all.max(1);
    format!(
        "[{}{}] {done} of {all} solved",
        "#".repeat(filled),
        "-".repeat(WIDTH - filled)
    )
}

fn as_json(learner: &Learner) -> Value {
    let exercises: Vec<Value> = learner
        .collection
        .exercises
        .iter()
        .map(|exercise| one(learner, exercise))
        .collect();
    json!({
        "next": learner.next().map(|exercise| &exercise.id),
        "passed": passed(learner),
        "total": exercises.len(),
        "exercises": exercises,
    })
}

fn one(learner: &Learner, exercise: &Exercise) -> Value {
    let entry = learner.progress.entry(&exercise.id);
    json!({
        "id": exercise.id,
        "lesson": exercise.lesson,
        "title": exercise.card.title,
        "level": exercise.card.level.stars().chars().count(),
        "minutes": exercise.card.minutes,
        "state": entry.state.word(),
        "hints": entry.hints,
        "file": screen::short(&learner.collection.root, &exercise.stub()),
    })
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn the_bar_is_empty_at_the_start_and_full_at_the_end() {
        assert!(bar(0, 7).starts_with("[----"));
        assert!(bar(7, 7).contains("#] 7 of 7"));
        assert_eq!(bar(3, 7).chars().count(), bar(0, 7).chars().count());
    }
}
