//! The pages that are served: built at the start, and again after every save.

use super::reload::News;
use crate::book::{Book, Engine};
use crate::saves::Saves;
use anyhow::{Context, Result};
use std::io::{self, Write};
use std::sync::{Arc, PoisonError, RwLock, mpsc};
use std::thread;
use std::time::Instant;
use tempfile::TempDir;
use tokio::sync::watch;

/// The folder of the pages that are served now. A build goes into a new folder, so a reader never meets half a book.
#[derive(Debug, Clone)]
pub(super) struct Pages(Arc<RwLock<Arc<TempDir>>>);

impl Pages {
    fn new(folder: TempDir) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(folder))))
    }

    /// The folder to read a page from; it stays as long as it is held.
    pub(super) fn folder(&self) -> Arc<TempDir> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn replace(&self, folder: TempDir) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(folder);
    }
}

/// Builds the book, then goes on building it on a thread of its own whenever `saves` reports a save.
///
/// # Errors
/// When the first build fails; a later failure is news.
pub(super) fn build(book: &Book, saves: Saves) -> Result<(Pages, watch::Receiver<News>)> {
    let (send, receive) = mpsc::channel();
    let book = book.clone();
    thread::spawn(move || match Builder::first(&book) {
        Ok((mut builder, pages)) => {
            let (tell, news) = watch::channel(News::built());
            if send.send(Ok((pages.clone(), news))).is_ok() {
                builder.follow(&saves, &pages, &tell);
            }
        }
        Err(error) => drop(send.send(Err(error))),
    });
    receive.recv().context("the book was not built")?
}

struct Builder {
    engine: Engine,
}

impl Builder {
    fn first(book: &Book) -> Result<(Self, Pages)> {
        let mut builder = Self {
            engine: Engine::new(book)?,
        };
        let folder = builder.build()?;
        builder.engine.index(folder.path())?;
        Ok((builder, Pages::new(folder)))
    }

    fn build(&mut self) -> Result<TempDir> {
        let folder = tempfile::Builder::new()
            .prefix("backprop-by-hand-")
            .tempdir()
            .context("there is no room for the pages")?;
        self.engine.live_pages(folder.path())?;
        Ok(folder)
    }

    fn follow(&mut self, saves: &Saves, pages: &Pages, tell: &watch::Sender<News>) {
        while saves.wait() {
            let start = Instant::now();
            let built = self.build().and_then(|folder| {
                pages.replace(folder);
                // Nobody may be reading what is said here; the pages matter.
                let seconds = start.elapsed().as_secs_f64();
                let _ = writeln!(io::stdout(), "Built again in {seconds:.2} s");
                tell.send_replace(News::built());
                // The reader looks at the page first, and searches later.
                self.engine.index(pages.folder().path())
            });
            if let Err(error) = built {
                let sentence = format!("{error:#}");
                let _ = writeln!(io::stderr(), "error: {sentence}");
                tell.send_replace(News::Failed(sentence));
            }
        }
    }
}
