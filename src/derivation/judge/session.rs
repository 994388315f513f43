//! A derivation, line by line.

use super::decision::{Decision, Question, decide};
use super::effort::{MANY, has_derivative, rules_between};
use super::follow::{Slip, follow};
use super::verdict::{JudgedLine, Judgement, NamedMistake, Verdict};
use super::wrong::{Diagnosis, WrongLine};
use crate::derivation::eval::{Environment, hash_text};
use crate::derivation::syntax::{
    Comparison, Document, Expr, Kind, Line, Reading, Relation, Rule, Statement,
};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// Work that one line may cost, and one text, in elementary operations: about a tenth and half of a second.
const LINE_FUEL: u64 = 3_000_000;
const TEXT_FUEL: u64 = 12_000_000;

/// The state between lines.
pub(crate) struct Session<'a> {
    text: &'a str,
    env: Environment,
    /// What the next `= …` continues: its possible readings, best first.
    current: Vec<Expr>,
    /// The beginning of the chain, which is true whatever the learner's lines made of it.
    origin: Option<Expr>,
    /// The line that made the present chain wrong.
    astray: Option<usize>,
    slips: Vec<Slip>,
    problem: Option<String>,
    last_side: Option<Expr>,
    diagnose: &'a Diagnosis<'a>,
    /// The work left for the text, and for the line under way.
    text_fuel: u64,
    line_fuel: Rc<Cell<u64>>,
}

/// What was found about one way to read a line.
struct Found {
    decision: Decision,
    follows: Option<usize>,
    /// Expressions of the decisive pair, for the diagnosis.
    pair: Option<(Expr, Expr)>,
    notes: Vec<String>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(text: &'a str, document: &Document, diagnose: &'a Diagnosis<'a>) -> Self {
        Self {
            text,
            env: Environment::of(document),
            current: Vec::new(),
            origin: None,
            astray: None,
            slips: Vec::new(),
            problem: None,
            last_side: None,
            diagnose,
            text_fuel: TEXT_FUEL,
            line_fuel: Rc::new(Cell::new(0)),
        }
    }

    /// Judges all lines.
    pub(crate) fn run(mut self, document: &Document) -> Judgement {
        let mut lines = Vec::new();
        for line in &document.lines {
            let allowed = self.text_fuel.min(LINE_FUEL);
            self.line_fuel.set(allowed);
            lines.push(self.line(line, document));
            self.text_fuel -= allowed - self.line_fuel.get();
        }
        for error in &document.errors {
            let covered = document.lines.iter().any(|line| {
                line.span.start <= error.span.start && error.span.start <= line.span.end
            });
            if !covered {
                lines.push(unreadable(self.text, error.span.start, error));
            }
        }
        lines.sort_by_key(|line| line.number);
        let unfinished = self.unfinished(&lines);
        Judgement {
            lines,
            problem: self.problem,
            unfinished,
        }
    }

    fn line(&mut self, line: &Line, document: &Document) -> JudgedLine {
        let mut judged = blank_line(line, self.text);
        if line.readings.is_empty() {
            let inside = |error: &&crate::derivation::syntax::SyntaxError| {
                line.span.start <= error.span.start && error.span.start <= line.span.end
            };
            let error = document.errors.iter().find(inside);
            judged.verdict = Verdict::Unreadable(
                error.map_or_else(|| "this line cannot be read".to_owned(), describe),
            );
            self.current.clear();
            return judged;
        }
        let seed = hash_text(&judged.source);
        let mut best: Option<(usize, Found)> = None;
        for (position, reading) in line.readings.iter().enumerate() {
            let found = self.consider(reading, seed);
            let better = best
                .as_ref()
                .is_none_or(|(_, known)| found.decision.rank() < known.decision.rank());
            let done = found.decision.is_equal();
            if better {
                best = Some((position, found));
            }
            if done {
                break;
            }
        }
        if let Some((position, found)) = best {
            self.settle(line, position, found, seed, &mut judged);
        }
        judged
    }

    /// What one reading of a line would mean.
    fn consider(&mut self, reading: &Reading, seed: u64) -> Found {
        match &reading.statement {
            Statement::Step { sides, .. } if self.current.is_empty() => {
                let reason = "there is no line before it to continue";
                let _ = sides;
                Found::new(Decision::Undecided(reason.to_owned()))
            }
            Statement::Step { sides, .. } => {
                let mut best: Option<Found> = None;
                for before in self.current.clone() {
                    let found = self.sides(std::iter::once(&before).chain(sides), seed, true);
                    let better = best
                        .as_ref()
                        .is_none_or(|known| found.decision.rank() < known.decision.rank());
                    if better {
                        best = Some(found);
                    }
                }
                best.unwrap_or_else(|| Found::new(Decision::Equal(Vec::new())))
            }
            Statement::Claim {
                rule: Some(Rule::Given),
                ..
            } => Found::new(Decision::Equal(Vec::new())),
            Statement::Claim { sides, .. } if self.ties(sides) => {
                let mut found = Found::new(Decision::Equal(Vec::new()));
                found
                    .notes
                    .push("taken as the equation that ties the variables together".to_owned());
                found
            }
            Statement::Claim { sides, .. } => self.sides(sides.iter(), seed, false),
            Statement::Definition { body, also, .. } => {
                let mut env = self.env.clone();
                env.admit(&reading.statement);
                std::mem::swap(&mut env, &mut self.env);
                let found = if also.is_empty() {
                    self.meaning(body, seed)
                } else {
                    self.sides(std::iter::once(body).chain(also), seed, false)
                };
                std::mem::swap(&mut env, &mut self.env);
                found
            }
            Statement::Start(expr) => self.meaning(expr, seed),
            _ => Found::new(Decision::Equal(Vec::new())),
        }
    }

    /// An expression on its own: it must have a meaning.
    fn meaning(&self, expr: &Expr, seed: u64) -> Found {
        let question = self.question(expr, expr, seed);
        let mut found = Found::new(super::decision::meaning(&question));
        if let Decision::Misshapen(_) = &found.decision {
            found.pair = Some((expr.clone(), expr.clone()));
        }
        found
    }

    fn question<'q>(&'q self, left: &'q Expr, right: &'q Expr, seed: u64) -> Question<'q> {
        Question {
            env: &self.env,
            left,
            right,
            text: self.text,
            seed,
            fuel: &self.line_fuel,
        }
    }

    /// Consecutive sides, each claimed equal to the one before: the first pair that is not.
    fn sides<'e>(&self, sides: impl Iterator<Item = &'e Expr>, seed: u64, step: bool) -> Found {
        let sides: Vec<&Expr> = sides.collect();
        let mut result = Found::new(Decision::Equal(Vec::new()));
        for pair in sides.windows(2) {
            let found = self.pair(pair[0], pair[1], seed, step);
            result.follows = result.follows.or(found.follows);
            result.notes.extend(found.notes);
            match found.decision {
                Decision::Equal(notes) => result.notes.extend(notes),
                decision => {
                    result.decision = decision;
                    result.pair = Some((pair[0].clone(), pair[1].clone()));
                    return result;
                }
            }
            let rules = rules_between(pair[0], pair[1]);
            if rules > MANY {
                result.notes.push(format!(
                    "about {rules} rules in one line; a slip is easier to find in smaller steps"
                ));
            }
        }
        result
    }

    fn pair(&self, left: &Expr, right: &Expr, seed: u64, step: bool) -> Found {
        let first = decide(&self.question(left, right, seed));
        let mut found = Found::new(first);
        if found.decision.is_equal() {
            found.follows = self.astray.filter(|_| step);
            return found;
        }
        // The chain went astray, and this line is right again.
        if let (true, Some(line), Some(origin)) = (step, self.astray, &self.origin)
            && decide(&self.question(origin, right, seed)).is_equal()
        {
            found.decision = Decision::Equal(vec![format!(
                "this is right again, although line {line} is not"
            )]);
            return found;
        }
        for slip in self.slips.iter().rev() {
            let (a, b) = (follow(left, slip), follow(right, slip));
            if a.is_none() && b.is_none() {
                continue;
            }
            let (a, b) = (
                a.unwrap_or_else(|| left.clone()),
                b.unwrap_or_else(|| right.clone()),
            );
            if decide(&self.question(&a, &b, seed)).is_equal() {
                found.decision = Decision::Equal(Vec::new());
                found.follows = Some(slip.line);
                return found;
            }
        }
        found
    }

    /// Whether a claim is the equation that makes one name depend on another: it has no derivative, and names that do.
    fn ties(&self, sides: &[Expr]) -> bool {
        if !self.env.equations_open() || sides.len() != 2 || sides.iter().any(has_derivative) {
            return false;
        }
        let mut found = false;
        for side in sides {
            side.walk(&mut |expr| {
                if let Kind::Name(name) = &expr.kind {
                    found |= self.env.is_dependent(name);
                }
            });
        }
        // An identity, true for every dependence, ties nothing.
        found && !decide(&self.question(&sides[0], &sides[1], 1)).is_equal()
    }

    /// Writes what was found into the line and moves on.
    fn settle(
        &mut self,
        line: &Line,
        position: usize,
        found: Found,
        seed: u64,
        judged: &mut JudgedLine,
    ) {
        let reading = &line.readings[position];
        judged.notes = found.notes;
        judged.follows = found.follows;
        if position > 0 {
            judged.reading = reading.notes.first().map(|note| note.message.clone());
        } else {
            judged
                .notes
                .splice(0..0, reading.notes.iter().map(|note| note.message.clone()));
        }
        match found.decision {
            Decision::Equal(notes) => judged.notes.extend(notes),
            Decision::Misshapen(sentence) => {
                judged.verdict = Verdict::Wrong;
                judged.notes.push(sentence);
            }
            Decision::Different(example) => {
                judged.verdict = Verdict::Wrong;
                judged.example = example;
            }
            Decision::Split(region, example) => {
                judged.verdict = Verdict::RightWhere(region);
                judged.example = example;
            }
            Decision::Undecided(reason) => judged.verdict = Verdict::Undecided(reason),
        }
        if judged.verdict == Verdict::Wrong {
            if line.readings.len() > 1 {
                judged.notes.push("this line can be read in several ways and is wrong in each; parentheses would tell".to_owned());
            }
            if let Some((previous, claimed)) = &found.pair {
                judged.mistakes = self.diagnosis(previous, claimed, reading, seed);
            }
        }
        self.advance(line, reading, judged);
    }

    fn diagnosis(
        &self,
        previous: &Expr,
        claimed: &Expr,
        reading: &Reading,
        seed: u64,
    ) -> Vec<NamedMistake> {
        let rule = match &reading.statement {
            Statement::Step { rule, .. } | Statement::Claim { rule, .. } => *rule,
            _ => None,
        };
        let wrong = WrongLine {
            env: &self.env,
            previous,
            claimed,
            rule,
            text: self.text,
            seed,
            samples: OnceCell::new(),
            fuel: Rc::clone(&self.line_fuel),
        };
        (self.diagnose)(&wrong)
    }

    /// What the line changes for those after it.
    fn advance(&mut self, line: &Line, reading: &Reading, judged: &JudgedLine) {
        self.env.admit(&reading.statement);
        let wrong = !matches!(judged.verdict, Verdict::Right | Verdict::Undecided(_));
        match &reading.statement {
            Statement::Start(expr) => {
                self.current = line.readings.iter().filter_map(start).collect();
                self.origin = Some(expr.clone());
                self.astray = None;
            }
            Statement::Step { sides, .. } => {
                self.current = sides.last().cloned().into_iter().collect();
                if wrong {
                    if let (Some(origin), Some(last)) = (&self.origin, sides.last()) {
                        self.slips.push(Slip {
                            line: judged.number,
                            left: origin.clone(),
                            right: last.clone(),
                        });
                    }
                    self.astray = self.astray.or(Some(judged.number));
                } else if judged.follows.is_none() {
                    self.astray = None;
                }
            }
            Statement::Claim { sides, rule } => self.claim(sides, *rule, wrong, judged),
            Statement::Definition { body, .. } => {
                self.current = vec![body.clone()];
                self.origin = Some(body.clone());
                self.astray = None;
            }
            Statement::Problem(id) => self.problem = Some(id.clone()),
            _ => {}
        }
        if let Some(last) = reading.statement.sides().last() {
            self.last_side = Some((*last).clone());
        }
    }

    fn claim(&mut self, sides: &[Expr], rule: Option<Rule>, wrong: bool, judged: &JudgedLine) {
        let (Some(first), Some(last)) = (sides.first(), sides.last()) else {
            return;
        };
        let tied = judged.notes.iter().any(|note| note.starts_with("taken as"));
        if tied || rule == Some(Rule::Given) {
            let relation = Relation {
                left: first.clone(),
                comparison: Comparison::Equal,
                right: last.clone(),
            };
            self.env.assume(&relation);
            if rule == Some(Rule::Given) {
                self.slips.push(Slip {
                    line: judged.number,
                    left: first.clone(),
                    right: last.clone(),
                });
            }
        }
        self.current = vec![last.clone()];
        self.origin = Some(first.clone());
        self.astray = wrong.then_some(judged.number);
        if wrong {
            self.slips.push(Slip {
                line: judged.number,
                left: first.clone(),
                right: last.clone(),
            });
        }
    }

    /// What an answer to a problem still lacks.
    fn unfinished(&self, lines: &[JudgedLine]) -> Option<String> {
        self.problem.as_ref()?;
        let right = lines.iter().all(|line| line.verdict.is_right());
        let last = self.last_side.as_ref().filter(|_| right)?;
        has_derivative(last).then(|| {
            "The last line still has a derivative in it: the answer is not finished.".to_owned()
        })
    }
}

impl Found {
    fn new(decision: Decision) -> Self {
        Self {
            decision,
            follows: None,
            pair: None,
            notes: Vec::new(),
        }
    }
}

fn start(reading: &Reading) -> Option<Expr> {
    match &reading.statement {
        Statement::Start(expr) => Some(expr.clone()),
        _ => None,
    }
}

fn blank_line(line: &Line, text: &str) -> JudgedLine {
    JudgedLine {
        number: line.number,
        span: line.span,
        source: line.span.of(text).to_owned(),
        reading: None,
        verdict: Verdict::Right,
        notes: Vec::new(),
        example: None,
        mistakes: Vec::new(),
        follows: None,
    }
}

fn describe(error: &crate::derivation::syntax::SyntaxError) -> String {
    if error.help.is_empty() {
        error.message.clone()
    } else {
        format!("{} {}", error.message, error.help)
    }
}

/// An error that belongs to no line that was read.
fn unreadable(
    text: &str,
    start: usize,
    error: &crate::derivation::syntax::SyntaxError,
) -> JudgedLine {
    let before = text.get(..start).unwrap_or("");
    let from = before.rfind('\n').map_or(0, |place| place + 1);
    let source = text
        .get(from..)
        .and_then(|rest| rest.lines().next())
        .unwrap_or("");
    JudgedLine {
        number: before.matches('\n').count() + 1,
        span: error.span,
        source: source.to_owned(),
        reading: None,
        verdict: Verdict::Unreadable(describe(error)),
        notes: Vec::new(),
        example: None,
        mistakes: Vec::new(),
        follows: None,
    }
}
