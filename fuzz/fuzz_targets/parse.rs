//! Any text is answered: no panic, spans on characters, an error wherever a line has no reading.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pencilgrad::derivation::syntax::parse;

fuzz_target!(|text: &str| {
    let document = parse(text);
    for error in &document.errors {
        assert!(
            text.get(error.span.start..error.span.end).is_some(),
            "{error:?}"
        );
        error.render(text);
    }
    for line in &document.lines {
        assert!(!line.readings.is_empty() || !document.errors.is_empty());
        assert!(text.get(line.span.start..line.span.end).is_some());
    }
});
