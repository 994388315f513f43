//! Notices that a file was saved.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// An editor writes a file in several steps; they are one save when they follow each other this closely.
const PAUSE: Duration = Duration::from_millis(40);
/// How often files are looked at where the system does not report saves (network drives, some containers).
const POLL: Duration = Duration::from_millis(500);

/// Which files below which folders matter.
#[derive(Debug, Clone)]
pub(crate) struct Watched {
    /// The folders; one that is not there is left out.
    pub(crate) folders: Vec<PathBuf>,
    /// Whether a save of this file is worth waking for.
    pub(crate) matters: fn(&Path) -> bool,
}

/// The saves of some files.
pub(crate) struct Saves {
    saved: Receiver<()>,
    _watcher: Box<dyn Watcher + Send>,
}

impl Saves {
    /// Watches files; with `poll`, by looking again and again.
    ///
    /// # Errors
    /// When a folder cannot be watched.
    pub(crate) fn of(watched: &Watched, poll: bool) -> Result<Self> {
        let (send, saved) = mpsc::channel();
        let matters = watched.matters;
        let report = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| {
                changes_something(&event) && event.paths.iter().any(|path| matters(path))
            }) {
                let _ = send.send(());
            }
        };
        let mut watcher = watcher(report, poll)?;
        for folder in watched.folders.iter().filter(|folder| folder.is_dir()) {
            watcher
                .watch(folder, RecursiveMode::Recursive)
                .with_context(|| {
                    format!(
                        "the folder {} cannot be watched; try `--poll`",
                        folder.display()
                    )
                })?;
        }
        Ok(Self {
            saved,
            _watcher: watcher,
        })
    }

    /// Waits for the end of a save; false when there will be no more.
    pub(crate) fn wait(&self) -> bool {
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
    let watcher = PollWatcher::new(report, config).context("files cannot be watched")?;
    Ok(Box::new(watcher))
}

fn changes_something(event: &Event) -> bool {
    matches!(
        event.kind,
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_)
    )
}
