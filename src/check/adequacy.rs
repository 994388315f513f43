//! What a point could not have shown: the claim is mutated, and a mutant that would pass here as well is a blind spot.

use super::judge::Judged;
use super::subject::Options;
use crate::params::{Block, Form, Names};
use std::ops::Range;

/// Mistakes, in words, whose numbers are as good as the claim's at this point.
pub(crate) fn blind_spots(rows: &[Judged], blocks: &[Block], options: &Options) -> Vec<String> {
    let claimed: Vec<f64> = rows.iter().map(|row| row.claimed).collect();
    let unseen = |mutant: &[f64]| {
        (rows.iter().zip(mutant)).all(|(row, g)| (g - row.estimate.value).abs() <= row.tolerance)
    };
    (mutants(&claimed, blocks, options).into_iter())
        .filter(|(_, mutant)| unseen(mutant))
        .map(|(what, _)| what)
        .collect()
}

/// The mutants of a claim: those that change a whole block in a way that a person could.
fn mutants(claimed: &[f64], blocks: &[Block], options: &Options) -> Vec<(String, Vec<f64>)> {
    let names = Names::new(blocks, &options.names);
    let mut mutants = Vec::new();
    let mut start = 0;
    for (k, block) in blocks.iter().enumerate() {
        let range = start..start + block.len();
        start = range.end;
        if range.is_empty() {
            continue;
        }
        let of = if blocks.len() == 1 {
            "everything".to_string()
        } else {
            names.block(k)
        };
        let mut add = |what: String, change: &dyn Fn(&[f64]) -> Vec<f64>| {
            mutants.push((what, changed(claimed, &range, change)))
        };
        add(format!("{of} zero"), &|part| vec![0.0; part.len()]);
        add(format!("{of} doubled"), &|part| {
            part.iter().map(|g| 2.0 * g).collect()
        });
        add(format!("{of} with the sign lost"), &|part| {
            part.iter().map(|g| -g).collect()
        });
        if block.len() > 1 {
            add(format!("{of} in reverse order"), &|part| {
                part.iter().rev().copied().collect()
            });
            add(format!("{of} shifted by one"), &|part| shifted(part));
        }
        if block.form == Form::Matrix && block.rows == block.cols && block.rows > 1 {
            add(format!("{of} transposed"), &|part| {
                transposed(part, block.rows)
            });
        }
    }
    mutants
}

fn changed(claimed: &[f64], range: &Range<usize>, change: &dyn Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let mut mutant = claimed.to_vec();
    mutant[range.clone()].copy_from_slice(&change(&claimed[range.clone()]));
    mutant
}

fn shifted(part: &[f64]) -> Vec<f64> {
    let mut part = part.to_vec();
    part.rotate_right(1);
    part
}

fn transposed(part: &[f64], rows: usize) -> Vec<f64> {
    (0..part.len())
        .map(|k| part[k / rows + rows * (k % rows)])
        .collect()
}
