//! The book's own blocks: what they become, and what is said when they are wrong.

use crate::site::{annotations, main_of, page};

#[test]
fn a_lesson_opens_with_a_card() {
    let page = page(concat!(
        "# Page\n\n",
        "```lesson\nid = 6\nminutes = 45\nneeds = [2]\n",
        "notation = [[\"$J_g$\", \"Jacobian of $g$, as in `jacobian`\"]]\n```\n\nText.\n",
    ))
    .unwrap();
    let main = main_of(&page);
    assert!(
        main.contains("Lesson 6") && main.contains("about 45 minutes"),
        "{main}"
    );
    assert!(main.contains("Builds on lesson 2."), "{main}");
    assert_eq!(annotations(&page), ["J_g", "g"]);
    assert!(main.contains("<code>jacobian</code>"), "{main}");
    assert!(main.contains("<p>Text.</p>"), "{main}");
}

#[test]
fn a_mistake_is_shown_and_its_answer_is_folded() {
    let page = page(concat!(
        "# Page\n\n",
        "```spot\nfinding = \"1-6\"\nsays = \"Smaller $h$ is *always* better.\"\n",
        "answer = \"\"\"\nFalse: $\\\\varepsilon / h$.\n\nAnd more.\n\"\"\"\n```\n\nText.\n",
    ))
    .unwrap();
    let main = main_of(&page);
    let (shown, folded) = main.split_once("<details>").unwrap();
    assert!(shown.contains("Spot the mistake"), "{main}");
    assert!(shown.contains("<em>always</em>"), "{main}");
    assert!(
        folded.contains("<summary>") && folded.contains("<p>And more.</p>"),
        "{main}"
    );
    assert_eq!(annotations(&page), ["h", "\\varepsilon / h"]);
}

#[test]
fn a_quiz_keeps_its_reasons_folded() {
    let page = page(concat!(
        "# Page\n\n",
        "```quiz\nquestion = \"What is $f'$ of *this*?\"\n",
        "[[option]]\ntext = \"$2x$\"\nright = true\nreason = \"Because $1 + 1 = 2$.\"\n",
        "[[option]]\ntext = \"`x`\"\nright = false\nreason = \"One strip of two.\"\n```\n\nText.\n",
    ))
    .unwrap();
    let main = main_of(&page);
    assert!(main.contains("<em>this</em>"), "{main}");
    assert!(main.contains("<summary><code>x</code></summary>"), "{main}");
    assert!(main.contains("<strong>Right.</strong> Because"), "{main}");
    assert!(
        main.contains("<strong>Not this one.</strong> One strip"),
        "{main}"
    );
    assert_eq!(annotations(&page), ["f'", "2x", "1 + 1 = 2"]);
}

#[test]
fn a_quiz_without_one_right_option_is_refused() {
    let option = |right| format!("[[option]]\ntext = \"a\"\nright = {right}\nreason = \"b\"\n");
    for (options, said) in [
        (option(true) + &option(true), "2 of 2"),
        (option(false) + &option(false), "0 of 2"),
        (option(true), "1 of 1"),
    ] {
        refused(
            &format!("```quiz\nquestion = \"?\"\n{options}```\n"),
            &format!(
                "4:1: a quiz has two options or more, and one of them is right; here {said} are"
            ),
        );
    }
}

#[test]
fn a_right_derivation_is_typeset_and_says_that_it_was_checked() {
    let text = "# Page\n\n```derivation\nlet y_1 : R\nd/dx (x² y_1 + x) = 2x y_1 + 1   by sum\n      = 1 + 2 y_1 * x\n```\n\nText.\n";
    let page = page(text).unwrap().replace('\u{a0}', " ");
    let formulas = annotations(&page);
    assert!(
        formulas
            .iter()
            .any(|tex| tex.contains("aligned") && tex.contains("by }")),
        "{formulas:?}"
    );
    assert!(page.contains("checked</p>"), "{page}");
    assert!(
        page.contains("      = 1 + 2 y_1 * x"),
        "as typed, spaces and all: {page}"
    );
}

#[test]
fn a_derivation_that_is_not_right_stops_the_build_at_its_line() {
    let block = |lines: &str| format!("```derivation\n{lines}```\n");
    refused(
        &block("d/dx x³\n = 3x³\n"),
        "5:2: this line is wrong: = 3x³;",
    );
    refused(&block("√(x²) = x\n"), "4:1: this line is right only where ");
    refused(&block("d/dx x² = 2x)\n"), "4:1: this line cannot be read");
    refused(
        &block("d/dx x² = ___\n"),
        "4:1: a derivation with a blank needs a first line `problem ID`",
    );
    refused(
        &block("# a remark\n"),
        "4:1: the block `derivation` says nothing",
    );
}

#[test]
fn a_mistake_on_purpose_must_be_one() {
    let shown = page("# Page\n\n```derivation wrong\nd/dx x³ = 3x³\n```\n").unwrap();
    assert!(shown.contains("wrong, on purpose"), "{shown}");
    refused(
        "```derivation wrong\nd/dx x³ = 3x²\n```\n",
        "4:1: this derivation is marked as wrong, and every line of it is right",
    );
}

#[test]
fn a_problem_says_how_to_check_an_answer() {
    let shown = page("# Page\n\n```derivation\nproblem d0.9\nd/dx x³ = ___\n```\n").unwrap();
    assert!(
        shown.contains("cargo run -- check --problem d0.9"),
        "{shown}"
    );
}

#[test]
fn other_blocks_are_left_alone() {
    let page = page("# Page\n\n```rust\nlet x = 1;\n```\n\n```toml\nid = 1\n```\n").unwrap();
    assert!(page.contains("language-rust"), "{page}");
    assert!(page.contains("language-toml"), "{page}");
}

/// A chapter that begins in line 3 with this text cannot be built, and the error begins with `expected`.
#[track_caller]
fn refused(text: &str, expected: &str) {
    let error = page(&format!("# Page\n\n{text}")).unwrap_err();
    let expected = format!("book/src/page.md:{expected}");
    assert!(error.starts_with(&expected), "{error}\nis not\n{expected}");
}

#[test]
fn a_name_that_nothing_has_is_refused_with_its_place() {
    refused(
        "```exercise\n\nno_such_thing\n```\n",
        "5:1: there is no exercise no_such_thing",
    );
    refused(
        "```figure\nno-such-figure\n```\n",
        "4:1: there is no figure no-such-figure",
    );
}

#[test]
fn settings_that_cannot_be_read_are_refused_with_their_place() {
    refused(
        "```lesson\nid = 1\nminuets = 5\n```\n",
        "5:1: the block `lesson` cannot be read: unknown field `minuets`",
    );
    refused(
        "```lesson\nid = 1\n```\n",
        "4:1: the block `lesson` cannot be read: missing field `minutes`",
    );
    refused("```spot\nfinding = \"1-1\"\nsays = \"a\n```\n", "5:");
}

#[test]
fn a_formula_in_a_block_is_refused_with_its_place() {
    refused(
        "```spot\nfinding = \"1-1\"\nsays = '''\nis $\\nope$'''\nanswer = \"b\"\n```\n",
        "6:5: the formula \\nope cannot be read",
    );
    refused(
        "```spot\nfinding = \"1-1\"\nsays = \"$\\\\frac12 \\\\nope$\"\nanswer = \"b\"\n```\n",
        "5:19: the formula \\frac12 \\nope cannot be read",
    );
}

#[test]
fn a_block_inside_another_element_is_refused() {
    refused(
        "- list\n\n  ```exercise\n  double\n  ```\n",
        "5:3: the block `exercise` stands inside another element",
    );
}

#[test]
fn what_mdbook_warns_of_stops_the_build() {
    let error = page("# Page\n\n<div>\n\nnever closed\n").unwrap_err();
    assert!(error.contains("unclosed HTML tag `<div>`"), "{error}");
}
