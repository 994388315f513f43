//! What was read without an error is typeset, and its plain form is read back as the same statements.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pencilgrad::derivation::syntax::{Document, Statement, parse};
use pencilgrad::derivation::typeset;

fn statements(document: &Document) -> Vec<&Statement> {
    document.lines.iter().filter_map(first_reading).collect()
}

fn first_reading(line: &pencilgrad::derivation::syntax::Line) -> Option<&Statement> {
    line.readings.first().map(|reading| &reading.statement)
}

fuzz_target!(|text: &str| {
    let document = parse(text);
    // Words set upright need a declaration in plain text, which the LaTeX does not carry.
    if !document.errors.is_empty()
        || text.contains(r"\text")
        || text.contains(r"\math")
        || text.contains(r"\op")
    {
        return;
    }
    for statement in statements(&document) {
        typeset::latex_line(statement);
        statement
            .sides()
            .iter()
            .for_each(|side| drop(typeset::mathml(side)));
    }
    let plain: Vec<String> = statements(&document)
        .iter()
        .map(|s| s.to_string())
        .collect();
    let plain = plain.join("\n\n");
    let again = parse(&plain);
    assert!(again.errors.is_empty(), "{plain}\n{:?}", again.errors);
    assert!(statements(&document) == statements(&again), "{plain}");
});
