//! Tells open pages that the book was built again, or why it was not.

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use std::convert::Infallible;
use std::time::SystemTime;
use tokio::sync::watch;

/// What became of the last build.
#[derive(Debug, Clone)]
pub(super) enum News {
    /// The pages of this moment are served.
    Built(SystemTime),
    /// The former pages are still served; this is why.
    Failed(String),
}

impl News {
    /// The pages that are served from now on.
    pub(super) fn built() -> Self {
        Self::Built(SystemTime::now())
    }

    fn event(&self) -> Event {
        match self {
            Self::Built(time) => {
                let since = time.duration_since(SystemTime::UNIX_EPOCH);
                Event::default().data(since.unwrap_or_default().as_nanos().to_string())
            }
            Self::Failed(why) => Event::default().event("failed").data(why.replace('\r', "")),
        }
    }
}

/// The news so far and all that follow. A page that sees another build than its own loads itself again, so a missed
/// event or a restarted server does no harm.
pub(super) fn events(
    news: watch::Receiver<News>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let stream = stream::unfold((news, true), |(mut news, first)| async move {
        if !first && news.changed().await.is_err() {
            return None;
        }
        let event = news.borrow_and_update().event();
        Some((Ok(event), (news, false)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}
