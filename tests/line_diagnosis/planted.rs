//! One slip planted in a derivation of several lines: that line is blamed, and no other.

use crate::sampled::{POINTS, Sampled};
use crate::tables::expr;
use pencilgrad::derivation::judge::{Judgement, judge};
use pencilgrad::derivation::malrules::MALRULES;
use pencilgrad::derivation::rules::{Kind, Reader, Term, Var, apply, derivative, raise};
use pencilgrad::derivation::syntax::{Kind as Tree, Name};
use pencilgrad::derivation::typeset;

/// A small deterministic generator (Steele, Lea and Flood, *SplitMix*, 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// A function a learner might be asked to differentiate.
fn function(random: &mut Random) -> String {
    let inner = random.pick(&["x^2 + x", "3x + 1", "x^3 + 2", "sin(x)", "x^2 + 1", "5x"]);
    let outer = random.pick(&[
        "sin(#)",
        "cos(#)",
        "e^(#)",
        "(#)^4",
        "ln(2 + (#)^2)",
        "tanh(#)",
        "1/(4 + (#)^2)",
    ]);
    let composed = outer.replace('#', inner);
    let other = random.pick(&["x^2", "sin(2x)", "e^(3x)", "4x^3", "cos(x)", "x^5 + x"]);
    match random.below(5) {
        0 => composed,
        1 => format!("{composed} · ({other})"),
        2 => format!("({other})/(3 + ({composed})^2)"),
        3 => format!("{composed} + 7 · ({other}) - 2"),
        _ => format!("sin({composed}) · ({other})"),
    }
}

/// `d/dx` of a part, written and not carried out.
fn written(part: &Term, x: Var) -> Term {
    let value = derivative(part, x);
    match part.depends_on(x) && !matches!(part.kind(), Kind::Leaf(_)) {
        true => Term::new(Kind::Derive {
            operand: part.clone(),
            by: x,
            value,
        }),
        false => value,
    }
}

/// The first written derivative of a line carried out by `carry_out`; `None` when there is none left.
fn step(line: &Term, carry_out: &mut dyn FnMut(&Term, Var) -> Option<Term>) -> Option<Term> {
    if let Kind::Derive { operand, by, .. } = line.kind() {
        return carry_out(operand, *by);
    }
    let mut parts = Vec::new();
    line.kind().each_part(&mut |part| parts.push(part));
    parts.iter().find_map(|part| {
        let new = step(part, carry_out)?;
        Some(line.with_parts(&[(part, &new)]))
    })
}

/// The lines of a derivation; at `slip` a broken rule is used, if one applies. Then its id, too.
fn derivation(of: &str, slip: usize, random: &mut Random) -> (Vec<Term>, Option<&'static str>) {
    let mut reader = Reader::new(&Sampled, (0..POINTS).collect());
    let mut lines = vec![
        reader
            .read(&expr(&format!("d/dx ({of})")))
            .expect("a formula"),
    ];
    let mut planted = None;
    while let Some(line) = lines.last() {
        let here = lines.len() == slip;
        let next = step(line, &mut |u, x| {
            let mut of = |part: &Term| written(part, x);
            let right = apply(u, x, &mut of).1;
            let wrong = here.then(|| broken(u, x, &right, random)).flatten();
            planted = planted.or(wrong.as_ref().map(|(id, _)| *id));
            Some(wrong.map_or(right, |(_, wrong)| wrong))
        });
        match next {
            Some(next) => lines.push(next),
            None => break,
        }
    }
    (lines, planted)
}

fn broken(u: &Term, x: Var, right: &Term, random: &mut Random) -> Option<(&'static str, Term)> {
    let mut choices = Vec::new();
    for row in MALRULES {
        for wrong in (row.wrong)(u, x, &mut |part| written(part, x)) {
            let apart = wrong
                .lanes()
                .iter()
                .zip(right.lanes())
                .all(|(a, b)| (a - b).abs() > 1e-6);
            if apart && wrong.lanes().iter().all(|value| value.is_finite()) {
                choices.push((row.id, wrong));
            }
        }
    }
    (!choices.is_empty()).then(|| choices.swap_remove(random.below(choices.len())))
}

fn text(lines: &[Term]) -> String {
    let x = |_| Tree::Name(Name::new("x")).into();
    let printed: Vec<String> = lines
        .iter()
        .map(|line| typeset::plain(&raise(line, &x)))
        .collect();
    printed.join("\n= ")
}

fn blamed(judged: &Judgement) -> Vec<usize> {
    let wrong = judged.lines.iter().filter(|line| !line.verdict.is_right());
    wrong.map(|line| line.number).collect()
}

#[test]
fn the_planted_line_is_blamed_and_no_other() {
    let mut random = Random(1);
    let (mut right, mut named, mut total) = (0, 0, 0);
    let mut failures = Vec::new();
    while total < 200 {
        let of = function(&mut random);
        let slip = 1 + random.below(4);
        let (lines, planted) = derivation(&of, slip, &mut random);
        let Some(id) = planted else { continue };
        total += 1;
        let text = text(&lines);
        let judged = judge(&text);
        if blamed(&judged) == [slip + 1] {
            right += 1;
            let mistakes = &judged.lines[slip].mistakes;
            named += usize::from(mistakes.iter().take(3).any(|mistake| mistake.id == id));
        } else {
            failures.push(format!(
                "{id} planted in line {}, blamed {:?}\n{text}\n{judged}",
                slip + 1,
                blamed(&judged)
            ));
        }
    }
    println!("blamed rightly: {right} of {total}; the slip among the first three names: {named}");
    assert!(right * 100 >= total * 98, "{}", failures.join("\n\n"));
    assert!(named * 100 >= total * 95, "{named} of {total} named");
}

#[test]
fn a_derivation_without_a_slip_is_right() {
    let mut random = Random(2);
    for _ in 0..40 {
        let (lines, _) = derivation(&function(&mut random), usize::MAX, &mut random);
        let text = text(&lines);
        let judged = judge(&text);
        assert_eq!(blamed(&judged), [] as [usize; 0], "{text}\n{judged}");
    }
}
