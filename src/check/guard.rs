//! Calls into the caller's code: a panic becomes a value, and prints nothing.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Once;

/// Why a call gave no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// `todo!()`, with its text.
    Todo(String),
    /// Any other panic, with its message and place.
    Panic(String),
}

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    /// The message of the last guarded panic, and its place.
    static LAST: RefCell<(String, String)> = const { RefCell::new((String::new(), String::new())) };
}

/// Calls `body`; a panic inside it is returned and not printed.
pub(crate) fn call<T>(body: impl FnOnce() -> T) -> Result<T, Failure> {
    install_quiet_hook();
    let before = GUARDED.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(body));
    GUARDED.set(before);
    outcome.map_err(|_| {
        let (message, place) = LAST.take();
        match message.strip_prefix("not yet implemented") {
            Some(rest) => Failure::Todo(rest.trim_start_matches(':').trim().to_string()),
            None => Failure::Panic(message + &place),
        }
    })
}

fn install_quiet_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.get() {
                return usual(info);
            }
            let payload = info.payload();
            let text = (payload.downcast_ref::<&str>().map(|s| (*s).to_string()))
                .or_else(|| payload.downcast_ref::<String>().cloned())
                .unwrap_or_else(|| "a panic without a message".to_string());
            let place = info.location().map(|l| place(l.file(), l.line()));
            LAST.set((text, place.unwrap_or_default()));
        }));
    });
}

/// Where a panic was raised: a line of the caller's, or the name of the library it came from.
fn place(file: &str, line: u32) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    let source = parts.iter().rposition(|part| *part == "src");
    match source.filter(|at| *at > 0 && Path::new(file).is_absolute()) {
        Some(at) => format!(" (inside {})", parts[at - 1]),
        None => {
            let short = parts[parts.len().saturating_sub(2)..].join("/");
            format!(" (at {short}:{line})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn todo_is_told_from_other_panics() {
        let todo: Result<f64, _> = call(|| todo!("the derivative of x² (at x = {})", 3));
        assert_eq!(
            todo,
            Err(Failure::Todo("the derivative of x² (at x = 3)".to_string()))
        );
        let index: Result<f64, _> = call(|| [1.0, 2.0][std::hint::black_box(5)]);
        assert!(
            matches!(index, Err(Failure::Panic(text)) if text.contains("index out of bounds") && text.contains("guard.rs"))
        );
        assert_eq!(call(|| 3), Ok(3));
    }

    #[test]
    fn a_panic_inside_a_library_names_the_library() {
        let apart: Result<_, Failure> =
            call(|| nalgebra::DMatrix::<f64>::zeros(2, 3) * nalgebra::DMatrix::<f64>::zeros(2, 3));
        let Err(Failure::Panic(text)) = apart else {
            panic!("shapes that do not fit must panic");
        };
        assert!(text.contains("(inside nalgebra-"), "{text}");
    }
}
