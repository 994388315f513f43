//! Any text is judged: no panic, no hang, the same verdict twice.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pencilgrad::derivation::judge;

fuzz_target!(|text: &str| {
    let first = judge(text).verdict().name();
    assert_eq!(first, judge(text).verdict().name());
});
