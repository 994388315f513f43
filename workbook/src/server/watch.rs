//! Notices that a file of the book was saved.

use crate::book::Book;
use anyhow::{Context, Result};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// An editor writes a file in several steps; they are one save when they follow each other this closely.
const PAUSE: Duration = Duration::from_millis(40);
/// How often files are looked at where the system does not report saves (network drives, some containers).
const POLL: Duration = Duration::from_millis(500);

/// The saves of the book's files.
pub(super) struct Changes {
    saved: Receiver<()>,
    _watcher: Box<dyn Watcher + Send>,
}

impl Changes {
    /// Watches the folder of `book` and the descriptions of the exercises; with `poll`, by looking again and again.
    ///
    /// # Errors
    /// When the folder cannot be watched.
    pub(super) fn of(book: &Book, poll: bool) -> Result<Self> {
        let (send, saved) = mpsc::channel();
        let report = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| matters(&event)) {
                let _ = send.send(());
            }
        };
        let mut watcher = watcher(report, poll)?;
        let exercises = book.root().with_file_name("exercises");
        for folder in [book.root(), &exercises] {
            if folder.is_dir() {
                watcher
                    .watch(folder, RecursiveMode::Recursive)
                    .with_context(|| {
                        format!("the folder {} cannot be watched", folder.display())
                    })?;
            }
        }
        Ok(Self {
            saved,
            _watcher: watcher,
        })
    }

    /// Waits for the end of a save; false when there will be no more.
    pub(super) fn wait(&self) -> bool {
        if self.saved.recv().is_err() {
            return false;
        }
        while self.saved.recv_timeout(PAUSE) != Err(RecvTimeoutError::Timeout) {}
        true
    }
}

fn watcher(
    report: impl Fn(notify::Result<Event>) + Clone + Send + 'static,
    poll: bool,
) -> Result<Box<dyn Watcher + Send>> {
    if !poll && let Ok(watcher) = RecommendedWatcher::new(report.clone(), Config::default()) {
        return Ok(Box::new(watcher));
    }
    let config = Config::default().with_poll_interval(POLL);
    let watcher = PollWatcher::new(report, config).context("the book's files cannot be watched")?;
    Ok(Box::new(watcher))
}

/// Does the book look different after this? A learner's `src/lib.rs` is no part of it.
fn matters(event: &Event) -> bool {
    let touched = matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)
    );
    touched && event.paths.iter().any(|path| is_source(path))
}

fn is_source(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let in_exercise = path
        .components()
        .any(|part| part.as_os_str() == "exercises");
    let backup = path.to_string_lossy().ends_with('~');
    !backup && (!in_exercise || extension == "toml")
}
