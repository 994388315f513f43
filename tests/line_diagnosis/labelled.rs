//! Wrong answers of others, each labelled with its mistake: how often the diagnosis names it.

use pencilgrad::derivation::judge;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

struct Labelled {
    id: String,
    text: String,
    /// The ids an instructor would accept.
    mistakes: Vec<String>,
}

/// The wrong answers of STACK's refresher that have a label. Those it calls wrong and the judge right are left out:
/// `judge_corpora` lists them.
fn labelled() -> Vec<Labelled> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpora/stack-cc-by-sa/stack_claims.jsonl");
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let rows = text.lines().map(|line| {
        let value: Value = serde_json::from_str(line).expect("one JSON object a line");
        let word = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let mistakes = value["mistakes"].as_array().into_iter().flatten();
        (
            word("verdict"),
            Labelled {
                id: word("id"),
                text: word("text"),
                mistakes: mistakes
                    .filter_map(|id| Some(id.as_str()?.to_owned()))
                    .collect(),
            },
        )
    });
    let wrong = rows.filter(|(verdict, row)| verdict == "wrong" && !row.mistakes.is_empty());
    wrong.map(|(_, row)| row).collect()
}

#[test]
fn the_instructors_mistake_is_named_first_or_among_the_first_three() {
    let rows = labelled();
    assert!(rows.len() > 500, "the set has {} labelled rows", rows.len());
    let (mut first, mut three) = (0, 0);
    let mut confusion: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut missed = Vec::new();
    for row in &rows {
        let judged = judge(&row.text);
        let named: Vec<&str> = judged.lines[0]
            .mistakes
            .iter()
            .map(|mistake| mistake.id)
            .collect();
        let hit = |count: usize| {
            named
                .iter()
                .take(count)
                .any(|id| row.mistakes.iter().any(|label| label == id))
        };
        first += usize::from(hit(1));
        three += usize::from(hit(3));
        if !hit(3) {
            missed.push(format!(
                "{} {}: {:?}, named {named:?}",
                row.id, row.text, row.mistakes
            ));
        }
        let label = row
            .mistakes
            .iter()
            .find(|label| named.first() == Some(&label.as_str()));
        let label = label.unwrap_or(&row.mistakes[0]);
        *confusion
            .entry((label, named.first().copied().unwrap_or("nothing")))
            .or_default() += 1;
    }
    println!("{:34}{:34}lines", "label", "named first");
    for ((label, named), count) in &confusion {
        println!("{label:34}{named:34}{count:5}");
    }
    println!(
        "first {first}, among the first three {three}, of {}\n{}",
        rows.len(),
        missed.join("\n")
    );
    assert!(
        first * 100 >= rows.len() * 95,
        "first: {first} of {}",
        rows.len()
    );
    assert!(
        three * 100 >= rows.len() * 97,
        "among the first three: {three} of {}",
        rows.len()
    );
}
