//! A Jacobian with few entries: columns that share no row are moved together (Curtis, Powell and Reid 1974), and
//! random directions look outside the pattern, because the pattern is part of the claim.

use super::columns::Task;
use super::judge::{Judged, Standing, judge};
use super::point::Outcome;
use super::verdict::Stage;
use crate::gradient::{probe, shifted, tailored};
use crate::numeric::line::Line;
use crate::numeric::noise::Level;
use crate::numeric::{Estimate, full, screen};
use crate::sample::Stream;

/// An entry: output, input, value.
pub(super) type Entry = (usize, usize, f64);

/// Random directions that look outside the pattern.
const PROBES: usize = 3;

/// The claimed entries, from the flat list of triples; every place inside the matrix.
pub(super) fn entries(flat: &[f64], outputs: usize, inputs: usize) -> Result<Vec<Entry>, Stage> {
    let entries: Vec<Entry> = (flat.chunks_exact(3))
        .map(|triple| (triple[0] as usize, triple[1] as usize, triple[2]))
        .collect();
    match entries
        .iter()
        .find(|(row, col, _)| *row >= outputs || *col >= inputs)
    {
        Some((row, col, _)) => Err(Stage::Shape(format!(
            "your Jacobian has an entry in row {row} and column {col}, but there are {outputs} outputs and {inputs} inputs (counted from 0)"
        ))),
        None => Ok(entries),
    }
}

/// A colour for each column, such that columns of one colour have no row in common.
pub(super) fn colours(entries: &[Entry], inputs: usize) -> Vec<usize> {
    let mut rows_of = vec![Vec::new(); inputs];
    for (row, col, _) in entries {
        rows_of[*col].push(*row);
    }
    let mut taken: Vec<std::collections::HashSet<usize>> = Vec::new();
    (rows_of.into_iter())
        .map(|rows| {
            let free = |used: &std::collections::HashSet<usize>| {
                rows.iter().all(|row| !used.contains(row))
            };
            let colour = taken.iter().position(free).unwrap_or(taken.len());
            if colour == taken.len() {
                taken.push(std::collections::HashSet::new());
            }
            taken[colour].extend(rows);
            colour
        })
        .collect()
}

/// Judges the entries; rows are entries, and whatever was found outside of them.
pub(super) fn judge_entries(outcome: &mut Outcome, task: &Task, entries: &[Entry]) {
    let near = task.noises();
    let far = task.widened(&near);
    let scales = task.scales();
    let colours = colours(entries, task.x.len());
    let mut random = Stream::new(task.seed, "sparse");
    for colour in 0..=colours.iter().copied().max().unwrap_or(0) {
        let z: Vec<f64> = (scales.iter().enumerate())
            .map(|(i, scale)| if colours[i] == colour { *scale } else { 0.0 })
            .collect();
        let mine: Vec<&Entry> = entries
            .iter()
            .filter(|(_, col, _)| colours[*col] == colour)
            .collect();
        let claimed = |j: usize| {
            mine.iter()
                .filter(|(row, ..)| *row == j)
                .map(|(_, col, g)| g * z[*col])
                .sum()
        };
        let judged = along(task, &z, &claimed, &near, &far, random.between(0.0, 1.0));
        for (j, row) in judged.into_iter().enumerate() {
            let place = mine.iter().find(|(row, ..)| *row == j);
            match place {
                Some((_, col, g)) => {
                    let name = format!("df[{j}]/d{}", outcome.point_names.coordinate(*col));
                    push(outcome, name, rescaled(row, *g, z[*col]));
                }
                None if row.standing == Standing::Disagrees => {
                    push(outcome, format!("df[{j}], outside the pattern"), row)
                }
                None => {}
            }
        }
    }
    outside(outcome, task, entries, &near, &far);
}

/// Random directions of all inputs: an entry outside the pattern cannot hide behind a colour.
fn outside(outcome: &mut Outcome, task: &Task, entries: &[Entry], near: &[Level], far: &[Level]) {
    let mut random = Stream::new(task.seed, "outside");
    for _ in 0..PROBES {
        let z = tailored(task.x, &task.scales(), &mut random);
        let claimed = |j: usize| {
            let mine = entries.iter().filter(|(row, ..)| *row == j);
            let (g, along): (Vec<f64>, Vec<f64>) = mine.map(|(_, col, g)| (*g, z[*col])).unzip();
            probe::dot(&g, &along).0
        };
        for (j, row) in along(task, &z, &claimed, near, far, 0.5)
            .into_iter()
            .enumerate()
        {
            if row.standing == Standing::Disagrees {
                push(outcome, format!("f[{j}] along a random direction"), row);
            }
        }
    }
}

fn push(outcome: &mut Outcome, name: String, row: Judged) {
    outcome.row_names.push(name);
    outcome.rows.push(row);
}

/// Every output along one direction, screened; looked at carefully where one does not pass.
fn along(
    task: &Task,
    z: &[f64],
    claimed: &dyn Fn(usize) -> f64,
    near: &[Level],
    far: &[Level],
    jitter: f64,
) -> Vec<Judged> {
    let value = |t: f64| (task.value)(&shifted(task.x, z, t));
    let line = Line::new(0.0, task.centre, &value);
    let judged = |estimates: Vec<Estimate>| -> Vec<Judged> {
        let largest = estimates
            .iter()
            .fold(0.0_f64, |top, e| top.max(e.value.abs() - e.error));
        (estimates.into_iter().enumerate())
            .map(|(j, estimate)| judge(claimed(j), 0.0, estimate, largest, task.resolution))
            .collect()
    };
    let (quick, suspicious): (Vec<Estimate>, Vec<bool>) =
        screen(&line, near, jitter).into_iter().unzip();
    let rows = judged(quick);
    let passes = |row: &Judged| matches!(row.standing, Standing::Agrees | Standing::AgreesWeakly);
    if rows.iter().all(passes) && !suspicious.contains(&true) {
        return rows;
    }
    let careful = judged(full(&line, far));
    careful
        .into_iter()
        .map(|row| Judged {
            careful: true,
            ..row
        })
        .collect()
}

/// The derivative by the coordinate, from the one along the direction.
fn rescaled(row: Judged, claimed: f64, by: f64) -> Judged {
    let mut row = row;
    row.claimed = claimed;
    row.tolerance /= by;
    row.estimate.value /= by;
    row.estimate.error /= by;
    row.estimate.noise /= by;
    row.estimate.scale /= by;
    row
}
