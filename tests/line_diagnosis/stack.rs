use crate::sampled::Sampled;
use crate::tables::expr;
use pencilgrad::derivation::line_diagnosis::{WrongLine, diagnose};
use std::collections::BTreeMap;

#[test]
fn stack() {
    let path = std::env::var("STACK").unwrap_or("/work/shared/corpora/stack_claims.jsonl".into());
    let text = std::fs::read_to_string(path).unwrap();
    let (mut total, mut first, mut three, mut none) = (0, 0, 0, 0);
    let mut confusion: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut seconds = Vec::new();
    for line in text.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let mistakes: Vec<&str> = row["mistakes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m.as_str().unwrap())
            .collect();
        let claim = row["text"].as_str().unwrap();
        let (before, claimed) = claim.split_once(" = ").unwrap();
        let (before, claimed) = (expr(before), expr(claimed));
        let start = std::time::Instant::now();
        let found = diagnose(&WrongLine {
            before: &before,
            claimed: &claimed,
            by: None,
            meaning: &Sampled,
            show: &|part| part.span.of(claim).to_owned(),
        });
        let spent = start.elapsed().as_secs_f64();
        if row["verdict"] == "right" {
            assert!(found.is_empty(), "{claim} {found:?}");
            continue;
        }
        seconds.push((spent, claim.to_owned()));
        if mistakes.is_empty() {
            println!(
                "UNLABELLED {claim}: {:?}",
                found.iter().map(|f| (f.id, &f.message)).collect::<Vec<_>>()
            );
            continue;
        }
        total += 1;
        let hit = |n: usize| found.iter().take(n).any(|f| mistakes.contains(&f.id));
        if hit(1) {
            first += 1;
        } else {
            println!(
                "{} {} wanted {:?} found {:?}",
                row["id"],
                claim,
                mistakes,
                found.iter().map(|f| f.id).collect::<Vec<_>>()
            );
        }
        if hit(3) {
            three += 1;
        }
        if found.is_empty() {
            none += 1;
        }
        let named = found.first().map_or("-", |f| f.id);
        *confusion
            .entry((mistakes[0].into(), named.into()))
            .or_default() += 1;
    }
    seconds.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!(
        "total {total} first {first} {:.3} three {three} {:.3} none {none}",
        first as f64 / total as f64,
        three as f64 / total as f64
    );
    println!(
        "median {:?} p95 {:?} worst {:?}",
        seconds[seconds.len() / 2],
        seconds[seconds.len() * 95 / 100],
        seconds.last()
    );
    for ((wanted, named), count) in &confusion {
        println!("{count:4} {wanted:32} {named}");
    }
}
