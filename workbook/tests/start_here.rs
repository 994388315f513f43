//! Lesson 0 shows what the commands say. They do say it.

mod common;

use common::{Workbook, copy_folder, root};
use std::fs;
use std::process::Command;

/// What a chapter shows of the command: the arguments, and the first lines that it prints.
fn shown(chapter: &str) -> Vec<(Vec<String>, String)> {
    let blocks = chapter
        .split("```text\n$ cargo run -- ")
        .skip(1)
        .filter_map(|rest| rest.split_once("```").map(|(block, _)| block));
    blocks
        .filter_map(|block| block.split_once('\n'))
        .map(|(typed, said)| (arguments(typed), said.trim_end().to_owned()))
        .collect()
}

/// Words apart at spaces, except inside double quotes.
fn arguments(typed: &str) -> Vec<String> {
    let parts = typed.split('"').enumerate();
    parts
        .flat_map(|(position, part)| match position % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

#[test]
fn the_commands_say_what_lesson_0_shows() {
    let chapter = fs::read_to_string(root().join("book/src/00_start_here.md")).unwrap();
    let workbook = Workbook::with("# Page\n");
    workbook.write(
        "book/src/SUMMARY.md",
        "# Summary\n\n- [Start](00_start_here.md)\n",
    );
    workbook.write("book/src/00_start_here.md", &chapter);
    copy_folder(
        &root().join("exercises/00_start_here"),
        &workbook.path("exercises/00_start_here"),
    );
    let shown = shown(&chapter);
    assert_eq!(shown.len(), 3, "hint, list and check");
    for (arguments, expected) in shown {
        let mut command = Command::new(env!("CARGO_BIN_EXE_workbook"));
        let output = command
            .current_dir(workbook.path("."))
            .args(&arguments)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.starts_with(&expected), "{arguments:?}: {said}");
    }
}
