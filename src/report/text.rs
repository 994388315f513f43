//! The message, at most 80 columns wide.

use super::{Report, notes};
use crate::check::hygiene::describe;
use crate::check::point::Outcome;
use crate::check::{Judged, Stage, Standing, Verdict};

const WIDTH: usize = 78;
/// At most so many rows of a table are shown.
const ROWS: usize = 10;

/// The whole message.
pub(super) fn message(report: &Report) -> String {
    let what = &report.what;
    match report.verdict() {
        Verdict::Agrees { sensitivity } => agrees(report, *sensitivity, ""),
        Verdict::AgreesWeakly { sensitivity } => {
            agrees(report, *sensitivity, ", as far as the function moves here")
        }
        Verdict::Disagrees => disagrees(report),
        Verdict::Undecided(reason) => wrap(&format!(
            "{what}: undecided, not wrong: {reason}. Try another point."
        )),
        Verdict::NotSmooth { left, right } => not_smooth(report, *left, *right),
        Verdict::NotDeterministic => wrap(&format!("{what}: {}", full_stop(two_answers(report)))),
        Verdict::Invalid(Stage::NotStarted(text)) => not_started(what, text),
        Verdict::Invalid(stage) => wrap(&format!("{what}: {}", full_stop(stage.text()))),
    }
}

fn two_answers(report: &Report) -> &str {
    let remark = report
        .points
        .iter()
        .find_map(|point| point.remark.as_deref());
    remark.map_or(
        "called twice with the same numbers, the function gave two different values. Fix its random seed first",
        |text| text,
    )
}

fn full_stop(text: &str) -> String {
    match text.ends_with('.') {
        true => text.to_string(),
        false => format!("{text}."),
    }
}

fn not_started(what: &str, text: &str) -> String {
    match text.is_empty() {
        true => wrap(&format!("{what}: not started yet.")),
        false => wrap(&format!(
            "{what}: not started yet. To do: {}",
            full_stop(text)
        )),
    }
}

fn agrees(report: &Report, sensitivity: f64, how: &str) -> String {
    let kinks = notes::kinks(report);
    let counted = if report.points.len() > 1 {
        format!(" at {} points", report.points.len() - kinks)
    } else {
        String::new()
    };
    let skipped = if kinks > 0 {
        format!(" ({kinks} skipped at kinks)")
    } else {
        String::new()
    };
    wrap(&format!(
        "{}: agrees{counted}{skipped}{how}. An error above {sensitivity:.1e} would have been seen.{}{}",
        report.what,
        notes::blind_spots(report),
        report
            .points
            .first()
            .map_or(String::new(), notes::projection),
    ))
}

fn not_smooth(report: &Report, left: f64, right: f64) -> String {
    let point = &report.points[0];
    let place = describe(&point.point_names, &point.point);
    wrap(&format!(
        "{}: the function has a kink or a jump at {place}: its slope is {left:.4} to the left and {right:.4} to the right, so there is no derivative to compare with.{}",
        report.what,
        if point.excused {
            " Your answer lies between them."
        } else {
            " Your answer is not between them, or is wrong close by."
        },
    ))
}

fn disagrees(report: &Report) -> String {
    let Some(point) = report.clearest() else {
        return format!("{}: wrong", report.what);
    };
    let mut lines = vec![wrap(&headline(report)), String::new()];
    lines.push(wrap_indented(
        &format!("at {}", describe(&point.point_names, &point.point)),
        2,
    ));
    if !point.direction.is_empty() {
        let shown: Vec<String> = point.direction.iter().take(8).map(f64::to_string).collect();
        let more = if point.direction.len() > 8 {
            ", …"
        } else {
            ""
        };
        lines.push(wrap_indented(
            &format!("along ({}{more})", shown.join(", ")),
            2,
        ));
    }
    lines.extend(table(point));
    lines.push(String::new());
    if let Some(diagnosis) = report.diagnosis() {
        lines.push(wrap_indented(&diagnosis.text, 2));
        if let Some(id) = &diagnosis.mistake {
            lines.push(format!("  More: `{id}` on the book's page of mistakes."));
        }
        lines.push(String::new());
    }
    lines.push(wrap_indented(&how_found(report, point), 2));
    lines.join("\n")
}

fn headline(report: &Report) -> String {
    let wrong = report
        .points
        .iter()
        .filter(|p| p.verdict == Verdict::Disagrees)
        .count();
    match report.points.len() {
        1 => format!("{}: wrong", report.what),
        all => format!("{}: wrong at {wrong} of {all} points", report.what),
    }
}

fn table(point: &Outcome) -> Vec<String> {
    let shown = chosen_rows(point);
    let width = shown
        .iter()
        .map(|k| point.row_names[*k].chars().count())
        .max()
        .unwrap_or(0);
    let mut lines = vec![format!(
        "{:width$}  {:>14}  {:>14}  {:>10}",
        "",
        "yours",
        "by nudging",
        "ratio",
        width = width + 4
    )];
    for k in &shown {
        lines.push(row(&point.row_names[*k], &point.rows[*k], width));
    }
    let hidden = point.rows.len() - shown.len();
    if hidden > 0 {
        lines.push(format!("    and {hidden} more"));
    }
    lines
}

/// All rows of a small table; of a large one the wrong ones first, in their own order.
fn chosen_rows(point: &Outcome) -> Vec<usize> {
    let wrong = |k: &usize| point.rows[*k].standing == Standing::Disagrees;
    if point.rows.len() <= ROWS {
        return (0..point.rows.len()).collect();
    }
    let mut shown: Vec<usize> = (0..point.rows.len()).filter(wrong).take(ROWS - 2).collect();
    shown.extend(
        (0..point.rows.len())
            .filter(|k| !wrong(k))
            .take(ROWS - shown.len()),
    );
    shown.sort_unstable();
    shown
}

fn row(name: &str, row: &Judged, width: usize) -> String {
    let unseen = row.estimate.value.abs() <= row.tolerance;
    let truth = if unseen { 0.0 } else { row.estimate.value };
    let ratio = match unseen {
        true => "-".to_string(),
        false => number(row.claimed / truth, 10, 4),
    };
    let (claimed, nudged) = (number(row.claimed, 14, 6), number(truth, 14, 6));
    let mark = match row.standing {
        Standing::Disagrees if claimed == nudged => {
            format!("<-- off by {:.1e}", (row.claimed - truth).abs())
        }
        Standing::Disagrees => "<--".to_string(),
        Standing::Undecided => "?".to_string(),
        _ => "ok".to_string(),
    };
    let pad = width - name.chars().count();
    format!(
        "    {name}{:pad$}  {claimed:>14}  {nudged:>14}  {ratio:>10}   {mark}",
        ""
    )
}

/// A number in at most `width` columns: plain if its digits show, in powers of ten if not.
fn number(value: f64, width: usize, decimals: usize) -> String {
    let size = value.abs();
    let value = if value == 0.0 { 0.0 } else { value }; // not -0
    if value == 0.0 || (1e-3..1e7).contains(&size) {
        let text = format!("{value:.decimals$}");
        if text.len() <= width {
            return text;
        }
    }
    format!("{value:.*e}", decimals.min(4))
}

fn how_found(report: &Report, point: &Outcome) -> String {
    let kinks = notes::kinks(report);
    let worst = point
        .rows
        .iter()
        .map(|row| row.tolerance)
        .filter(|t| t.is_finite())
        .fold(0.0, f64::max);
    let skipped = if kinks > 0 {
        format!(" {kinks} points were skipped: the function has a kink there.")
    } else {
        String::new()
    };
    format!(
        "By nudging: each number is moved a little both ways and the slopes are extrapolated (lesson 3); trusted to ±{worst:.0e} here.{skipped}{}{}",
        notes::projection(point),
        notes::replay(report)
    )
}

/// Breaks a text into lines.
pub(crate) fn wrap(text: &str) -> String {
    wrap_indented(text, 0)
}

/// Breaks a text into lines that start with `indent` blanks. Keeps the text's own line breaks.
pub(crate) fn wrap_indented(text: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && indent + line.chars().count() + 1 + word.chars().count() > WIDTH
            {
                lines.push(format!("{margin}{line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(format!("{margin}{line}"));
    }
    lines.join("\n")
}
