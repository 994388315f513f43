//! Formulas, in every place a chapter can put them.

use crate::common::Workbook;
use crate::site::{annotations, build, main_of, page};
use std::fs;

#[test]
fn formulas_survive_markdown() {
    let page = page(concat!(
        "# Page\n\n",
        "One $a^*b^*$, two $\\{a\\}$, three $a_1 + b_1$, four $x < y \\& z$.\n\n",
        "$$\\begin{pmatrix} a \\\\ b \\end{pmatrix}$$\n\n",
        "| norm | bars |\n|---|---|\n| $\\|x\\|$ | $|x|$ and `$code|$` |\n\n",
        "- item $`a`$\n- `$x$` and ``$y$``\n\n",
        "> quoted\n> $$\n> p >\n> q\n> $$\n\n",
        "```text\n$in a block$\n```\n\n",
        "<div title=\"$\">inside $u$ HTML</div>\n\n",
        "Price \\$5.\n",
    ))
    .unwrap();
    assert_eq!(
        annotations(&page),
        [
            "a^*b^*",
            "\\{a\\}",
            "a_1 + b_1",
            "x &lt; y \\&amp; z",
            "\\begin{pmatrix} a \\\\ b \\end{pmatrix}",
            "\\|x\\|",
            "|x|",
            "`a`",
            " p &gt; q ",
            "u",
        ]
    );
    let main = main_of(&page);
    assert_eq!(main.matches("<td>").count(), 2, "a bar cut a cell: {main}");
    assert!(
        main.contains("<code>$x$</code> and <code>$y$</code>"),
        "{main}"
    );
    assert!(main.contains("$in a block$"), "{main}");
    assert!(main.contains("Price $5."), "{main}");
    assert!(!main.contains("<em>"), "{main}");
}

#[test]
fn a_formula_that_cannot_be_read_is_named_with_its_place() {
    let text = "# Page\n\nLet $x$ be.\n\n- über $\\frac{a}{b$\n- and $\\nope$\n";
    let errors = page(text).unwrap_err();
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 2, "{errors}");
    assert!(lines[0].starts_with("book/src/page.md:5:"), "{errors}");
    assert!(
        lines[0].contains("the formula \\frac{a}{b cannot be read: "),
        "{errors}"
    );
    let second = "book/src/page.md:6:8: the formula \\nope cannot be read: ";
    assert!(lines[1].starts_with(second), "{errors}");
}

#[test]
fn a_formula_that_does_not_end_is_named_with_its_place() {
    let error = page("# Page\n\nIt costs $5.\n\nNext $x$.\n").unwrap_err();
    assert!(error.starts_with("book/src/page.md:3:10: "), "{error}");
    assert!(error.contains("written \\$"), "{error}");
}

#[test]
fn places_are_right_in_files_with_carriage_returns() {
    let error = page("# Page\r\n\r\nLet $\\nope$ be.\r\n").unwrap_err();
    assert!(error.starts_with("book/src/page.md:3:6: "), "{error}");
    let page = page(concat!(
        "# Page\r\n\r\n$$\r\nx\r\n$$\r\n\r\n",
        "```lesson\r\nid = 1\r\nminutes = 5\r\n```\r\n",
    ))
    .unwrap();
    assert_eq!(annotations(&page).len(), 1);
    assert!(page.contains("Lesson 1"), "{page}");
}

#[test]
fn the_macros_are_known_everywhere() {
    let text = concat!(
        "# Page\n\n$\\pd{f}{x}$ $\\dd{f}{x}$ $\\d x$ $\\grad f$ $\\jac$ ",
        "$\\vjp$ $\\jvp$ $\\R$ $W\\T$ $a \\had b$\n",
    );
    assert_eq!(annotations(&page(text).unwrap()).len(), 10);
}

#[test]
fn a_macro_of_one_formula_is_unknown_to_the_next() {
    let error = page("# Page\n\n$\\def\\mine{x} \\mine$ $\\mine$\n").unwrap_err();
    assert!(error.starts_with("book/src/page.md:3:"), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
}

#[test]
fn a_heading_with_a_formula_has_an_id_that_can_be_typed() {
    let page = page("# Page\n\n## The slope of $x^2$\n\n## Own $x$ {#mine}\n").unwrap();
    assert!(page.contains("<h2 id=\"the-slope-of-x2\">"), "{page}");
    assert!(page.contains("<h2 id=\"mine\">"), "{page}");
}

#[test]
fn search_finds_the_tex_once() {
    let workbook = Workbook::with("# Page\n\nHere $\\sin \\theta_7$ stands.\n");
    build(&workbook).unwrap();
    let script = fs::read_to_string(workbook.path("pages/searchindex.js")).unwrap();
    let start = script.find("JSON.parse('").unwrap() + "JSON.parse('".len();
    let json = &script[start..script.rfind("')").unwrap()];
    let json = json.replace("\\'", "'").replace("\\\\", "\\");
    let index: serde_json::Value = serde_json::from_str(&json).unwrap();
    let documents = index["index"]["documentStore"]["docs"].as_object().unwrap();
    let bodies: Vec<_> = documents.values().map(|it| it["body"].as_str()).collect();
    assert_eq!(bodies, [Some("Here \\sin \\theta_7 stands.")]);
}

#[test]
fn two_builds_are_alike() {
    let text = "# Page\n\n$f'(x) = \\sqrt{\\frac{a}{b}}$ and $\\underbrace{a}_{b}$\n\n";
    assert_eq!(page(&text.repeat(5)), page(&text.repeat(5)));
}
