//! A judgement as text of at most 80 columns, and as JSON.

use super::verdict::{JudgedLine, Judgement, Verdict};
use serde_json::{Value, json};
use std::fmt;

/// The widest line of a report.
const WIDTH: usize = 80;

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        if let Some(missing) = &self.unfinished {
            wrapped(f, "", missing)?;
        }
        Ok(())
    }
}

impl fmt::Display for JudgedLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heading = match &self.verdict {
            Verdict::Right => "right".to_owned(),
            Verdict::Wrong => "WRONG".to_owned(),
            Verdict::RightWhere(region) => format!("right only where {region}"),
            Verdict::Undecided(reason) => format!("undecided: {reason}"),
            Verdict::Unreadable(reason) => format!("cannot be read: {reason}"),
        };
        let source = self
            .source
            .lines()
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" ");
        writeln!(f, "{:>4} | {}", self.number, shortened(&source))?;
        wrapped(f, "     | ", &heading)?;
        for remark in self.remarks() {
            wrapped(f, "     | ", &remark)?;
        }
        Ok(())
    }
}

impl JudgedLine {
    /// Everything said about the line besides its verdict, as sentences.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        remarks.extend(
            self.reading
                .iter()
                .map(|reading| format!("read as {reading}")),
        );
        remarks.extend(self.example.iter().map(|example| example.to_string()));
        let several = self.mistakes.len() > 1;
        for (position, mistake) in self.mistakes.iter().enumerate() {
            let start = match (several, position) {
                (true, 1..) => "or",
                _ => "this looks like",
            };
            remarks.push(format!("{start}: {} [{}]", mistake.message, mistake.id));
        }
        remarks.extend(self.notes.iter().cloned());
        remarks.extend(
            self.follows
                .iter()
                .map(|line| format!("it follows from your line {line}")),
        );
        remarks
    }

    /// The line as JSON.
    pub fn to_json(&self) -> Value {
        let detail = match &self.verdict {
            Verdict::RightWhere(text) | Verdict::Undecided(text) | Verdict::Unreadable(text) => {
                Some(text)
            }
            Verdict::Right | Verdict::Wrong => None,
        };
        let mistakes = self
            .mistakes
            .iter()
            .map(|m| json!({ "id": m.id, "message": m.message }));
        json!({
            "line": self.number,
            "source": self.source,
            "verdict": self.verdict.name(),
            "reason": detail,
            "reading": self.reading,
            "example": self.example.as_ref().map(ToString::to_string),
            "mistakes": mistakes.collect::<Vec<_>>(),
            "notes": self.notes,
            "follows": self.follows,
        })
    }
}

impl Judgement {
    /// The judgement as JSON: the verdict on the whole, and every line.
    pub fn to_json(&self) -> Value {
        json!({
            "verdict": self.verdict().name(),
            "line": self.first_not_right().map(|line| line.number),
            "problem": self.problem,
            "unfinished": self.unfinished,
            "lines": self.lines.iter().map(JudgedLine::to_json).collect::<Vec<_>>(),
        })
    }
}

fn shortened(text: &str) -> String {
    let room = WIDTH - 7;
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let start: String = text.chars().take(room - 1).collect();
    format!("{start}…")
}

/// Writes a sentence in lines of at most 80 columns, each after the margin.
fn wrapped(f: &mut fmt::Formatter<'_>, margin: &str, sentence: &str) -> fmt::Result {
    let room = WIDTH - margin.chars().count();
    let mut line = String::new();
    for word in sentence.split_whitespace() {
        let length = line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && length > room {
            writeln!(f, "{margin}{line}")?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().take(room));
    }
    writeln!(f, "{margin}{line}")
}
