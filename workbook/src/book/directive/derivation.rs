//! `derivation`: a derivation by hand, typeset, and judged line by line when the book is built.
//!
//! A line that is not right stops the build. A block that begins with ```` ```derivation wrong ```` shows a mistake
//! on purpose: it stops the build when the judge finds nothing wrong with it.

use super::super::markdown::Fence;
use super::super::math::encode_text;
use super::super::source::Source;
use super::Kit;
use anyhow::{Result, bail};
use pencilgrad::derivation::judge::{JudgedLine, Judgement, Verdict, judge};
use pencilgrad::derivation::syntax::{Document, Line, Statement, parse};
use pencilgrad::derivation::typeset::latex_line;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, OnceLock};

/// The place of an answer.
const BLANK: &str = "___";

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    let text = &source.text[fence.body.clone()];
    let judgement = judged(text);
    let wrong = is_wrong_on_purpose(fence, source);
    hold_to_account(&judgement, fence, source, wrong)?;
    let set = typeset(&parse(text));
    let formulas = kit.formulas.inner(source, &set, &|_| fence.body.start)?;
    Ok(format!(
        "<div class=\"derivation\" role=\"group\" aria-label=\"Derivation\">\n{}\n{formulas}\n{}{}</div>\n\n",
        badge(&judgement, wrong),
        how_to_answer(&judgement),
        as_typed(text)
    ))
}

/// Judging is most of a build's work, and a save changes one block: the others are remembered.
fn judged(text: &str) -> Arc<Judgement> {
    static KNOWN: OnceLock<Mutex<HashMap<String, Arc<Judgement>>>> = OnceLock::new();
    let known = KNOWN.get_or_init(Mutex::default);
    let lock = || {
        known
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    };
    if let Some(judgement) = lock().get(text) {
        return Arc::clone(judgement);
    }
    let judgement = Arc::new(judge(text));
    lock().insert(text.to_owned(), Arc::clone(&judgement));
    judgement
}

fn is_wrong_on_purpose(fence: &Fence, source: &Source<'_>) -> bool {
    let opening = &source.text[fence.range.start..fence.body.start];
    opening.split_whitespace().any(|word| word == "wrong")
}

/// Stops the build at the first line that is not what the book says it is.
fn hold_to_account(
    judgement: &Judgement,
    fence: &Fence,
    source: &Source<'_>,
    wrong: bool,
) -> Result<()> {
    let start = source.place(fence.body.start);
    if judgement.problem.is_none() && judgement.lines.iter().any(is_blank) {
        bail!(
            "{start}: a derivation with a blank needs a first line `problem ID`, so that an answer can name it"
        );
    }
    let failed = |line: &&JudgedLine| !line.verdict.is_right() && !is_blank(line);
    match judgement.lines.iter().find(failed) {
        None if judgement.lines.is_empty() => bail!("{start}: the block `derivation` says nothing"),
        None if wrong => {
            bail!("{start}: this derivation is marked as wrong, and every line of it is right")
        }
        None => Ok(()),
        Some(line) if wrong && line.verdict == Verdict::Wrong => Ok(()),
        Some(line) => {
            let place = source.place(fence.body.start + line.span.start);
            bail!("{place}: {}", sentence(line))
        }
    }
}

/// Whether a line waits for the reader's answer.
fn is_blank(line: &JudgedLine) -> bool {
    line.source.contains(BLANK)
}

/// What is wrong with a line, in one sentence or more.
fn sentence(line: &JudgedLine) -> String {
    let verdict = match &line.verdict {
        Verdict::Right => "this line is right".to_owned(),
        Verdict::Wrong => "this line is wrong".to_owned(),
        Verdict::RightWhere(region) => {
            format!("this line is right only where {region}; an `assume` before it can say so")
        }
        Verdict::Undecided(reason) => format!("this line cannot be decided: {reason}"),
        Verdict::Unreadable(reason) => format!("this line cannot be read: {reason}"),
    };
    let mut parts = vec![format!("{verdict}: {}", line.source.trim())];
    parts.extend(line.remarks());
    parts.join("; ")
}

/// What was given, each on a line of its own, and the chains, aligned at their equals signs.
fn typeset(document: &Document) -> String {
    let mut set = String::new();
    let mut chain: Vec<String> = Vec::new();
    for line in &document.lines {
        let Some(statement) = statement(line) else {
            continue;
        };
        let tex = latex_line(statement);
        match statement {
            Statement::Problem(_) => {} // its id is on the badge
            Statement::Claim { .. } | Statement::Step { .. } | Statement::Start(_) => {
                chain.push(aligned(&tex))
            }
            _ => {
                end_chain(&mut set, &mut chain);
                let _ = writeln!(set, "<p class=\"given\">${tex}$</p>\n");
            }
        }
    }
    end_chain(&mut set, &mut chain);
    set
}

/// The reading that was put first: the judge's own choice says the same where it says anything else.
fn statement(line: &Line) -> Option<&Statement> {
    line.readings.first().map(|reading| &reading.statement)
}

fn end_chain(set: &mut String, chain: &mut Vec<String>) {
    if !chain.is_empty() {
        let rows = std::mem::take(chain).join(" \\\\[0.35em]\n");
        let _ = writeln!(
            set,
            "\n$$\n\\begin{{aligned}}\n{rows}\n\\end{{aligned}}\n$$\n"
        );
    }
}

/// One row: the equals sign in the second column, the reason in the last.
fn aligned(tex: &str) -> String {
    let tex = tex.replace(r" \quad\text{by }", r" &&\quad \text{by }");
    let mut depth = 0_i32;
    for (at, letter) in tex.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            '=' if depth == 0 => return format!("{}&{}", &tex[..at], &tex[at..]),
            _ => {}
        }
    }
    tex
}

/// What the machine has to say about the block.
fn badge(judgement: &Judgement, wrong: bool) -> String {
    let (class, text) = match (&judgement.problem, wrong) {
        (_, true) => ("wrong", "wrong, on purpose".to_owned()),
        (Some(problem), _) if judgement.lines.iter().any(is_blank) => {
            ("problem", format!("problem {problem}"))
        }
        _ => ("right", "checked".to_owned()),
    };
    format!("<p class=\"verdict {class}\">{text}</p>\n")
}

/// The command that checks an answer to a problem.
fn how_to_answer(judgement: &Judgement) -> String {
    match &judgement.problem {
        Some(problem) if judgement.lines.iter().any(is_blank) => {
            format!(
                "<p class=\"answer\"><code>cargo run -- check --problem {problem} 'your answer'</code></p>\n"
            )
        }
        _ => String::new(),
    }
}

/// The text, as one types it for the checker.
fn as_typed(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| encode_text(line).replace(' ', "&#160;"))
        .collect();
    format!(
        "<details class=\"typed\">\n<summary>As typed</summary>\n<code>{}</code>\n</details>\n",
        lines.join("<br>\n")
    )
}

#[cfg(test)]
mod tests {
    use super::{aligned, typeset};
    use pencilgrad::derivation::syntax::parse;

    #[test]
    fn rows_are_aligned_at_the_first_equals_sign_outside_braces() {
        assert_eq!(aligned("f' = 2x"), "f' &= 2x");
        assert_eq!(aligned(r"\sum_{i=1}^{n} x = 3"), r"\sum_{i=1}^{n} x &= 3");
        assert_eq!(
            aligned(r"= 2x \quad\text{by }chain"),
            r"&= 2x &&\quad \text{by }chain"
        );
    }

    #[test]
    fn what_is_given_stands_before_the_chain_it_belongs_to() {
        let set = typeset(&parse(
            "let f(x) = x^2\nf'(x) = 2x\n= x + x\nassume x > 0\nd/dx ln x = 1/x",
        ));
        assert_eq!(set.matches(r"\begin{aligned}").count(), 2);
        assert_eq!(set.matches("class=\"given\"").count(), 2);
    }
}
