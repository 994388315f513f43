//! No text panics, hangs or goes unanswered.

use pencilgrad::derivation::syntax::{Document, Statement, parse};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

/// Reads a text and checks what holds for every text: spans lie on characters, and a line without a reading
/// has an error.
fn read(text: &str) -> Document {
    let document = parse(text);
    let on_characters = |start: usize, end: usize| {
        start <= end
            && end <= text.len()
            && text.is_char_boundary(start)
            && text.is_char_boundary(end)
    };
    for error in &document.errors {
        assert!(on_characters(error.span.start, error.span.end), "{error:?}");
        assert!(error.message.ends_with('.'), "{}", error.message);
    }
    for line in &document.lines {
        assert!(on_characters(line.span.start, line.span.end));
        assert!(line.readings.len() <= 8);
        assert!(!line.readings.is_empty() || !document.errors.is_empty());
        for side in line
            .readings
            .iter()
            .flat_map(|reading| reading.statement.sides())
        {
            side.walk(&mut |expr| {
                assert!(on_characters(expr.span.start, expr.span.end), "{expr:?}")
            });
        }
    }
    document
}

fn has_error(text: &str, part: &str) {
    let document = read(text);
    let found = document
        .errors
        .iter()
        .any(|error| error.message.contains(part));
    assert!(
        found,
        "{:?}",
        document.errors.iter().take(3).collect::<Vec<_>>()
    );
}

#[test]
fn deep_nesting_is_refused_with_a_sentence() {
    let n = 1_500;
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("sin(", ")"),
        ("\\frac{1}{", "}"),
        ("√(", ")"),
        ("x^{", "}"),
        ("d/dx (", ")"),
    ] {
        let depth = n / open.chars().count();
        let text = format!("{}x{}", open.repeat(depth), close.repeat(depth));
        has_error(&text, "levels deep");
    }
    has_error(&"(".repeat(10_000), "signs");
    for chain in [
        "x^",
        "-",
        "√",
        "sin ",
        "d/dx ",
        "\\frac x",
        "∇",
        "lim_{h→0} ",
        "Σ_i ",
        "1/",
        "|",
        "||",
    ] {
        let text = format!("{}x", chain.repeat(2_000));
        assert!(!read(&text).errors.is_empty(), "{chain}");
    }
}

#[test]
fn long_flat_texts_are_read() {
    let sum = vec!["x"; 2_000].join(" + ");
    assert!(read(&sum).errors.is_empty());
    let product = vec!["x"; 2_000].join(" y ");
    assert!(read(&product).errors.is_empty());
    let lines = "d/dx x^2 = 2x\n".repeat(5_000);
    assert_eq!(read(&lines).lines.len(), 5_000);
}

#[test]
fn too_long_a_text_is_refused_with_a_sentence() {
    has_error(&"x + ".repeat(300_000), "bytes");
    has_error(&"x+".repeat(9_000), "signs");
    has_error(&"q".repeat(100_000), "signs");
    let many = read(&"\u{7}".repeat(100_000)).errors;
    assert_eq!(many.len(), 100);
    assert!(many[99].message.contains("more errors"));
}

#[test]
fn odd_texts_are_answered() {
    for text in [
        "",
        " ",
        "\n\n",
        "\u{0}",
        "\u{7}\u{8}",
        "\u{feff}",
        "=",
        "==",
        "= =",
        "let",
        "let ",
        "let :",
        "let x",
        "let x :",
        "let x : Q",
        "assume",
        "assume x",
        "problem",
        "by",
        "by chain",
        "= by chain",
        "(",
        ")",
        ")(",
        "(]",
        "[)",
        "{",
        "}",
        "|",
        "||",
        "|||",
        "‖",
        "_",
        "__",
        "___",
        "x_",
        "x^",
        "^",
        "'",
        "''''",
        "!",
        "!!!!",
        "\\",
        "\\\\",
        "\\frac",
        "\\frac{",
        "\\frac{}",
        "\\frac{}{}",
        "\\sqrt",
        "\\left",
        "\\left(",
        "\\right)",
        "\\begin{pmatrix}",
        "\\end{cases}",
        "\\begin{nothing}x\\end{nothing}",
        "\\hat",
        "\\hat{}",
        "\\hat{xy}",
        "$",
        "$$",
        "d/d",
        "d/dx",
        "dy/",
        "∂",
        "∂/∂",
        "∇",
        "∇_",
        "Σ",
        "Σ_",
        "∑_{}",
        "lim",
        "lim_{",
        "lim_{h}",
        "{ if }",
        "{x if}",
        "{ otherwise }",
        "1e999",
        "1e-999",
        "1.2.3",
        ".",
        "..",
        "x..y",
        "1e",
        "e1",
        "٣",
        "x٣",
        "𝟙[",
        "1/0",
        "0/0",
        "x/0",
        "#",
        "-- x",
        "x -- y",
        "\u{301}",
        "x\u{301}\u{302}",
        "(,)",
        "[;]",
        "[,]",
        "f(",
        "f(,)",
        "sin",
        "sin()",
        "log_",
        "log_2",
        "x = ",
        "= = x",
        "x ≈",
        "\\over",
        "{\\over}",
        "1 \\over",
        "\\root",
        "\\root 3",
        "\\of",
        "&",
        "& = x",
        "D[",
        "D[]",
        "D[x]",
        "diff()",
        "let f(",
        "let f()",
        "let f() = 1",
        "let sin = 3",
        "let x depends on",
        "let depends on x",
        "layout",
        "layout x",
        "x by",
        "x by magic",
        "x = 2 by magic words",
        "∞",
        "1 2 3",
        "x 1",
        "\\text{",
        "\\text{a",
        "\\mathbf",
        "%",
        "50%",
        "🦀",
        "x🦀y",
        "\u{202e}x",
        "a\u{200d}b",
        "\r\n",
        "x\r\n= x",
        "\t=\tx",
    ] {
        read(text);
    }
}

#[test]
fn huge_numbers_are_refused_and_long_ones_are_read() {
    has_error("1e999", "too large");
    assert!(read(&format!("0.{}1", "0".repeat(3_000))).errors.is_empty());
    has_error(&"9".repeat(3_000), "too large");
}

/// Pieces that mean something to the parser, in any order.
const PIECES: &[&str] = &[
    "x",
    "y",
    "f",
    "d",
    "e",
    "T",
    "2",
    "10",
    "0.5",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "|",
    "||",
    "‖",
    "+",
    "-",
    "*",
    "·",
    "/",
    "^",
    "_",
    "'",
    "=",
    ",",
    ";",
    "!",
    " ",
    "\n",
    "sin",
    "ln",
    "log",
    "d/dx",
    "dy/dx",
    "∂",
    "∇",
    "Σ_i",
    "lim_{h→0}",
    "√",
    "\\frac",
    "\\sqrt",
    "\\over",
    "\\left",
    "\\right",
    "\\begin{cases}",
    "\\end{cases}",
    "\\begin{pmatrix}",
    "\\end{pmatrix}",
    "&",
    "\\\\",
    "if",
    "otherwise",
    "let ",
    "assume ",
    "by chain",
    "___",
    "²",
    "ᵀ",
    "₁",
    "½",
    ":",
    "R^n",
    "<",
    "→",
    "≈",
    "\\hat",
    "\\text{",
    "\\mathbf{",
    "max",
    "D[",
    "|_{x=1}",
    "depends on",
    "⊙",
    "∘",
    "~",
    "$",
    "#",
    ".",
];

fn config() -> Config {
    Config {
        cases: 3_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(11),
        ..Config::default()
    }
}

fn first_readings(document: &Document) -> Vec<Statement> {
    let lines = document.lines.iter();
    lines
        .filter_map(|line| Some(line.readings.first()?.statement.clone()))
        .collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_characters_are_answered(text in "\\PC{0,60}") {
        read(&text);
    }

    #[test]
    fn what_was_read_is_read_back_from_its_plain_form(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12),
    ) {
        let text = pieces.concat();
        let document = parse(&text);
        if document.errors.is_empty() && !text.contains("\\text{") {
            let plain: Vec<String> = first_readings(&document).iter().map(Statement::to_string).collect();
            let again = read(&plain.join("\n\n"));
            prop_assert_eq!(first_readings(&document), first_readings(&again), "{:?}\n{:?}", text, plain);
        }
    }

    #[test]
    fn any_pieces_are_answered(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        read(&pieces.concat());
    }
}
