//! What mdBook would only log, such as a tag that is never closed: here it stops the build.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Runs `work` and returns what was logged as a warning or an error meanwhile, beside its result.
pub(super) fn collect<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    let found = Arc::new(Mutex::new(Vec::new()));
    let result = tracing::subscriber::with_default(Collector(Arc::clone(&found)), work);
    let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
    (result, std::mem::take(&mut *found))
}

struct Collector(Arc<Mutex<Vec<String>>>);

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn event(&self, event: &Event<'_>) {
        let mut sentence = Sentence::default();
        event.record(&mut sentence);
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        found.push(sentence.0);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Sentence(String);

impl Visit for Sentence {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            // Writing to a string does not fail.
            let _ = write!(self.0, "{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::collect;

    #[test]
    fn warnings_are_collected_and_notes_are_not() {
        let (result, warnings) = collect(|| {
            tracing::info!("a note");
            tracing::warn!("a tag is {}", "open");
            7
        });
        assert_eq!(result, 7);
        assert_eq!(warnings, ["a tag is open"]);
    }
}
