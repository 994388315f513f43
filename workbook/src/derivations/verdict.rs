//! What a derivation came to, with the lines of the file it stands in.

use pencilgrad::derivation::judge::{Judgement, Verdict, judge, judge_answer, name_mistakes};
use serde_json::{Value, json};

use super::Block;
use super::problems::Problem;

/// A judged derivation.
#[derive(Debug)]
pub struct Checked {
    /// The judgement, its lines numbered as in the file.
    pub judgement: Judgement,
}

/// What it comes to for a program: the exit code of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Every line is right: 0.
    Right,
    /// A line is wrong, right in places only, or undecided, or the answer is not finished: 1.
    Wrong,
    /// A line cannot be read: 2.
    Unreadable,
}

impl Outcome {
    /// The exit code.
    pub fn code(self) -> u8 {
        self as u8
    }
}

impl Checked {
    /// Judges a block.
    pub fn of(block: &Block) -> Self {
        let mut judgement = judge(&block.text);
        for line in &mut judgement.lines {
            line.number += block.offset;
            line.follows = line.follows.map(|follows| follows + block.offset);
        }
        Self { judgement }
    }

    /// Judges an answer to a problem. Its lines are numbered as in the problem.
    pub fn answer(problem: &Problem, answer: &str) -> Self {
        Self {
            judgement: judge_answer(&problem.text, answer, &name_mistakes),
        }
    }

    /// What it comes to.
    pub fn outcome(&self) -> Outcome {
        let unreadable = |verdict: &Verdict| matches!(verdict, Verdict::Unreadable(_));
        if self
            .judgement
            .lines
            .iter()
            .any(|line| unreadable(&line.verdict))
        {
            Outcome::Unreadable
        } else if self.judgement.is_right() && !self.judgement.lines.is_empty() {
            Outcome::Right
        } else if self.judgement.lines.is_empty() {
            Outcome::Unreadable
        } else {
            Outcome::Wrong
        }
    }

    /// The judgement as text of at most 80 columns, and a last line that sums up.
    pub fn text(&self) -> String {
        if self.judgement.lines.is_empty() {
            return "There is nothing to judge: no line says anything.\n".to_owned();
        }
        format!(
            "{}\n{}\n",
            self.judgement.to_string().trim_end(),
            self.summary()
        )
    }

    fn summary(&self) -> String {
        let Some(line) = self.judgement.first_not_right() else {
            let lines = self.judgement.lines.len();
            return match (&self.judgement.unfinished, lines) {
                (Some(_), _) => "Nothing is wrong, and it is not finished.".to_owned(),
                (None, 1) => "Right.".to_owned(),
                (None, _) => format!("All {lines} lines are right."),
            };
        };
        let number = line.number;
        match line.verdict {
            Verdict::Wrong => format!("Line {number} is the first wrong one."),
            Verdict::RightWhere(_) => {
                format!("Line {number} is right in places only; `assume` can say where.")
            }
            Verdict::Undecided(_) => format!("Line {number} is undecided."),
            Verdict::Unreadable(_) => format!("Line {number} cannot be read."),
            Verdict::Right => String::new(),
        }
    }

    /// The judgement as JSON.
    pub fn json(&self) -> Value {
        self.judgement.to_json()
    }

    /// The short answer of `--jsonl`: verdict, line and mistakes of the first line that is not right.
    pub fn short(&self) -> Value {
        let Some(line) = self.judgement.first_not_right() else {
            let (verdict, reason) = match self.judgement.lines.is_empty() {
                true => ("unreadable", Some("no line says anything")),
                false => ("right", None),
            };
            return json!({ "verdict": verdict, "line": null, "mistakes": [], "reason": reason });
        };
        let reason = match &line.verdict {
            Verdict::RightWhere(text) | Verdict::Undecided(text) | Verdict::Unreadable(text) => {
                Some(text.clone())
            }
            Verdict::Wrong => line
                .example
                .as_ref()
                .map(ToString::to_string)
                .or_else(|| line.notes.first().cloned()),
            Verdict::Right => None,
        };
        let mistake = |m: &pencilgrad::derivation::judge::NamedMistake| json!({ "id": m.id, "message": m.message });
        json!({
            "verdict": line.verdict.name(),
            "line": line.number,
            "mistakes": line.mistakes.iter().map(mistake).collect::<Vec<_>>(),
            "reason": reason,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(text: &str) -> Outcome {
        Checked::of(&Block::whole(text)).outcome()
    }

    #[test]
    fn each_kind_of_text_has_its_exit_code() {
        assert_eq!(outcome("d/dx x^2 = 2x").code(), 0);
        assert_eq!(outcome("d/dx x^2 = 2x + 1").code(), 1);
        assert_eq!(outcome("d/dx x^2 = 2x)").code(), 2);
        assert_eq!(outcome("").code(), 2);
        assert_eq!(outcome("# only a comment\n").code(), 2);
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let block = Block {
            offset: 40,
            text: "d/dx x^3\n= 3x^3\n".to_owned(),
        };
        let checked = Checked::of(&block);
        assert_eq!(checked.short()["line"], 42);
        assert_eq!(checked.short()["verdict"], "wrong");
        assert!(
            checked.text().contains("Line 42 is the first wrong one."),
            "{}",
            checked.text()
        );
    }

    #[test]
    fn the_mistake_of_a_wrong_line_is_named() {
        let short = Checked::of(&Block::whole("d/dx x^3 = 3x^3")).short();
        assert_eq!(short["mistakes"][0]["id"], "power-exponent-not-lowered");
    }
}
