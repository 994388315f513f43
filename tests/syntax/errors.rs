//! What cannot be read is said at the character, with what would be accepted, and several at once.

use pencilgrad::derivation::syntax::parse;

/// A text with the place of its first error marked by ⟦ ⟧, a part of the message and a part of the help.
const ROWS: &[(&str, &str, &str)] = &[
    (
        "2 +⟦⟧ ",
        "expected here, not the end of the line",
        "A number",
    ),
    ("⟦*⟧ 2", "not `*`", "before it and after it"),
    ("x = ⟦=⟧ 2", "not `=`", "A number"),
    ("sin⟦⟧", "`sin` needs something to work on", "sin(x)"),
    ("⟦(⟧x + 1", "never closed", "`)`"),
    ("x + 1⟦)⟧", "closes nothing", "Take it out"),
    ("(x + 1⟦]⟧", "`)` was expected", "Close with `)`"),
    ("x^2 ⟦?⟧", "The character `?` has no meaning", "___"),
    ("⟦∫⟧ x dx", "`∫` has no meaning", "antiderivative"),
    ("⟦\\foo⟧ x", "command `\\foo`", "without a backslash"),
    ("2 ⟦3⟧", "Two numbers", "2·3"),
    ("d/dx⟦⟧", "needs something to differentiate", "d/dx (x^2)"),
    ("d^2y/⟦dx⟧", "orders above and below differ", "d^2y/dx^2"),
    ("x ⟦<⟧ 2", "inequality", "assume"),
    ("let x : ⟦Q⟧", "A type was expected", "R^{m×n}"),
    ("let x : R^⟦-⟧1", "A dimension was expected", "R^3"),
    ("let ⟦sin⟧ = 3", "built-in", "another name"),
    ("assume x⟦⟧", "A comparison was expected", "x > 0"),
    ("x = 2 by ⟦magic⟧", "not a rule", "chain"),
    ("x⟦,⟧ y", "`,` was not expected", "comma"),
    ("max⟦⟧", "`max` needs", "max(x)"),
    ("⟦dot⟧(x)", "takes 2 arguments, not 1", "commas"),
    ("‖x‖_⟦3⟧", "norm", "‖A‖_F"),
    ("⟦1e999⟧", "too large", "10^308"),
    ("x_⟦+⟧", "An index was expected", "x_i"),
    ("\\root 3 ⟦x⟧", "`\\of` was expected", "\\sqrt[3]{x}"),
    ("lim_{h ⟦0⟧} x", "`→` was expected", "lim_{h→0}"),
];

#[test]
fn an_error_points_at_the_character() {
    for (marked, message, help) in ROWS {
        let start = marked.find('⟦').expect("a mark");
        let end = marked.find('⟧').expect("a mark") - '⟦'.len_utf8();
        let text: String = marked.chars().filter(|c| !"⟦⟧".contains(*c)).collect();
        let document = parse(&text);
        let error = document
            .errors
            .first()
            .unwrap_or_else(|| panic!("`{text}` has no error"));
        assert_eq!(
            (error.span.start, error.span.end),
            (start, end),
            "`{text}`: {} at `{}`",
            error.message,
            error.span.of(&text)
        );
        assert!(
            error.message.contains(message),
            "`{text}`: {}",
            error.message
        );
        assert!(error.help.contains(help), "`{text}`: {}", error.help);
    }
}

#[test]
fn several_errors_are_shown_at_once() {
    let document = parse("x + = sin = 2x\n(x + 1\ny^2 ?\nx^2\n= 2 3");
    let places: Vec<usize> = document
        .errors
        .iter()
        .map(|error| error.span.start)
        .collect();
    assert_eq!(places, [4, 10, 15, 26, 36], "{:?}", document.errors);
    assert_eq!(
        document
            .lines
            .iter()
            .filter(|line| line.readings.is_empty())
            .count(),
        4
    );
}

#[test]
fn a_line_that_cannot_be_read_does_not_hide_the_others() {
    let document = parse("let f(x) = x^2\nf'(x) = (2x\n= 2x");
    assert_eq!(document.errors.len(), 1);
    assert_eq!(document.lines.len(), 3);
    assert_eq!(document.lines[2].readings.len(), 1);
}

#[test]
fn a_rendered_error_fits_eighty_columns_and_points_at_the_character() {
    let long = format!("{} ? {}", "x + ".repeat(60), "y + ".repeat(60));
    for text in [
        "x + ?",
        "\t(x",
        "let f(x) = x^2\nf'(x) = 2 *",
        long.as_str(),
        "x = 2 by magic words of every kind",
    ] {
        for error in parse(text).errors {
            let shown = error.render(text);
            assert!(
                shown.lines().all(|line| line.chars().count() <= 80),
                "{shown}"
            );
            let lines: Vec<&str> = shown.lines().collect();
            let caret = lines[2].chars().position(|c| c == '^').expect("a caret");
            let below = lines[1].chars().nth(caret);
            let meant = text[error.span.start..]
                .chars()
                .next()
                .filter(|c| !c.is_control());
            assert!(
                error.span.start == error.span.end || below == meant,
                "{shown}"
            );
        }
    }
}
