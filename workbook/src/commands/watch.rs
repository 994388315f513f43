//! `workbook watch [NAME]`: the tests on every save, with keys for what one wants next.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::mpsc::{self, Sender};

use anyhow::Result;
use console::{Term, style};
use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal;

use super::{hint, list, screen};
use crate::collection::Exercise;
use crate::learner::{Learner, State};
use crate::saves::{Saves, Watched};

/// What `watch` can be told.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The exercise to begin with; without it, the next one that is not solved
    name: Option<String>,
    /// Look at the files twice a second, where saves go unnoticed (network drives, some containers)
    #[arg(long)]
    poll: bool,
}

/// What wakes the watcher.
enum Wake {
    Saved,
    Key(char),
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let mut learner = Learner::find(None)?;
    let mut id = learner.exercise(arguments.name.as_deref())?.id.clone();
    let (send, wake) = mpsc::channel();
    watch_files(&learner.collection.root, arguments.poll, send.clone())?;
    let screen = Screen::open();
    if screen.raw {
        watch_keys(send);
    }
    screen.test(&mut learner, &id);
    while let Ok(event) = wake.recv() {
        match event {
            Wake::Saved => screen.test(&mut learner, &id),
            Wake::Key('h') => screen.print(&hint::next(&mut learner, &id)?),
            Wake::Key('l') => screen.print(&list::text(&learner)),
            Wake::Key('n') => {
                id = following(&learner, &id);
                screen.test(&mut learner, &id);
            }
            Wake::Key('q') => return Ok(()),
            Wake::Key(_) => {}
        }
    }
    Ok(())
}

/// The exercise after this one that is not solved, or the first that is not.
fn following(learner: &Learner, id: &str) -> String {
    let all = &learner.collection.exercises;
    let place = all
        .iter()
        .position(|exercise| exercise.id == id)
        .map_or(0, |i| i + 1);
    let open = |exercise: &&Exercise| learner.progress.state(&exercise.id) != State::Passed;
    let later = all[place..]
        .iter()
        .find(open)
        .or_else(|| all.iter().find(open));
    later.map_or_else(|| id.to_owned(), |exercise| exercise.id.clone())
}

/// The terminal while we watch: keys arrive one by one, and lines need their carriage return.
struct Screen {
    raw: bool,
}

impl Screen {
    fn open() -> Self {
        let raw = io::stdin().is_terminal() && terminal::enable_raw_mode().is_ok();
        Self { raw }
    }

    fn print(&self, text: &str) {
        let text = if self.raw {
            text.replace('\n', "\r\n")
        } else {
            text.to_owned()
        };
        let mut out = io::stdout();
        // A terminal that went away is noticed by the keys.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    fn test(&self, learner: &mut Learner, id: &str) {
        let _ = Term::stdout().clear_screen();
        self.print(&format!("{}\n", style(format!("testing {id} …")).dim()));
        let said = match learner.attempt(id) {
            Ok(attempt) => learner
                .exercise(Some(id))
                .map(|exercise| screen::attempt(learner, exercise, &attempt)),
            Err(error) => Err(error),
        };
        let _ = Term::stdout().clear_screen();
        // A broken manifest is mended in the editor, so the watch goes on.
        self.print(&said.unwrap_or_else(|error| format!("{error:#}\n")));
        let foot = if self.raw {
            "h hint · l list · n next · q quit"
        } else {
            "waiting for the next save"
        };
        self.print(&format!("\n{}\n", style(foot).dim()));
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if self.raw {
            let _ = terminal::disable_raw_mode();
        }
    }
}

fn watch_files(root: &Path, poll: bool, send: Sender<Wake>) -> Result<()> {
    let saves = Saves::of(
        &Watched {
            folders: vec![root.join("exercises")],
            matters: is_answer,
        },
        poll,
    )?;
    std::thread::spawn(move || while saves.wait() && send.send(Wake::Saved).is_ok() {});
    Ok(())
}

fn is_answer(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "rs" || extension == "toml")
}

fn watch_keys(send: Sender<Wake>) {
    std::thread::spawn(move || {
        while let Ok(event) = event::read() {
            if let Some(key) = letter(&event)
                && send.send(Wake::Key(key)).is_err()
            {
                return;
            }
        }
    });
}

/// The letter that was pressed; Ctrl-C is `q`, since a raw terminal does not turn it into a signal.
fn letter(event: &Event) -> Option<char> {
    let Event::Key(key) = event else { return None };
    if key.kind != KeyEventKind::Press {
        return None;
    }
    match key.code {
        KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => Some('q'),
        KeyCode::Char(letter) => Some(letter.to_ascii_lowercase()),
        _ => None,
    }
}
