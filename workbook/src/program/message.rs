//! The lines that go to the program and come from it.

use super::Call;
use serde_json::{Value, json};

/// So much of a program's own text is quoted.
const QUOTED: usize = 120;
/// So many coordinates of a point are shown.
const SHOWN: usize = 6;

/// The line that asks.
pub(super) fn request(call: Call, x: &[f64]) -> String {
    let point: Vec<Value> = x.iter().map(|v| number(*v)).collect();
    json!({ call.key(): point }).to_string()
}

fn number(value: f64) -> Value {
    match value {
        v if v.is_finite() => json!(v),
        v if v.is_nan() => json!("NaN"),
        v if v > 0.0 => json!("Infinity"),
        _ => json!("-Infinity"),
    }
}

/// The numbers of an answer; a value is a list of one.
pub(super) fn answer(call: Call, line: &str) -> Result<Vec<f64>, String> {
    let example = match call {
        Call::Value => r#"{"value": 0.5}"#,
        Call::Gradient => r#"{"gradient": [0.5, -1.0]}"#,
    };
    let value: Value = serde_json::from_str(line).map_err(|_| {
        format!(
            "the answer is not JSON: {}. It must be one line such as {example}.",
            quoted(line)
        )
    })?;
    let Some(found) = value.get(call.key()) else {
        return Err(match value.get(call.other().key()) {
            Some(_) => format!(
                "the answer is a {}, where a {} was asked for. Answer the lines one by one, in order.",
                call.other().key(),
                call.key()
            ),
            None => format!(
                "the answer is {}. It must be one line such as {example}.",
                quoted(line)
            ),
        });
    };
    let found = match call {
        Call::Value => one(found).map(|v| vec![v]),
        Call::Gradient => numbers(found),
    };
    found.map_err(|what| format!("the answer has {what}. It must be one line such as {example}."))
}

/// A JSON array of numbers; what is wrong with it otherwise.
pub(super) fn numbers(value: &Value) -> Result<Vec<f64>, String> {
    match value.as_array() {
        Some(list) => list.iter().map(one).collect(),
        None => Err(format!(
            "{} instead of an array",
            quoted(&value.to_string())
        )),
    }
}

fn one(value: &Value) -> Result<f64, String> {
    match value.as_str() {
        Some("NaN") => return Ok(f64::NAN),
        Some("Infinity") => return Ok(f64::INFINITY),
        Some("-Infinity") => return Ok(f64::NEG_INFINITY),
        _ => {}
    }
    let found = value.as_f64();
    found.ok_or_else(|| format!("{} instead of a number", quoted(&value.to_string())))
}

/// A text of the program, cut to what a person reads, without control characters.
pub(super) fn quoted(text: &str) -> String {
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    let mut shown: String = text.trim().chars().take(QUOTED).map(clean).collect();
    if text.trim().chars().count() > QUOTED {
        shown.push('…');
    }
    format!("`{shown}`")
}

/// A point, cut to what a person recognises.
pub(super) fn shown(x: &[f64]) -> String {
    let mut parts: Vec<String> = x.iter().take(SHOWN).map(f64::to_string).collect();
    if x.len() > SHOWN {
        parts.push("…".to_string());
    }
    format!("[{}]", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{Call, answer, request};

    #[test]
    fn what_json_has_no_number_for_travels_as_text() {
        let line = request(
            Call::Value,
            &[1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY],
        );
        assert_eq!(line, r#"{"value":[1.0,"NaN","Infinity","-Infinity"]}"#);
        let back = answer(
            Call::Gradient,
            r#"{"gradient": [1, "NaN", "Infinity", "-Infinity"]}"#,
        )
        .unwrap();
        assert_eq!(
            (back[0], back[2], back[3]),
            (1.0, f64::INFINITY, f64::NEG_INFINITY)
        );
        assert!(back[1].is_nan());
    }

    #[test]
    fn numbers_keep_their_bits() {
        for x in [0.1, 1.0 / 3.0, 5e-324, f64::MAX, -1e-300] {
            let line = request(Call::Gradient, &[x]);
            assert_eq!(answer(Call::Gradient, &line).unwrap(), [x]);
        }
    }

    #[test]
    fn an_answer_that_is_none_says_what_it_is() {
        for (line, part) in [
            ("hello", "not JSON: `hello`"),
            (
                r#"{"gradient": [1]}"#,
                "a gradient, where a value was asked for",
            ),
            (r#"{"value": "1.0"}"#, "`\"1.0\"` instead of a number"),
            (r#"{"error": "no"}"#, r#"the answer is `{"error": "no"}`"#),
            ("[1]", "the answer is `[1]`"),
        ] {
            let sentence = answer(Call::Value, line).unwrap_err();
            assert!(sentence.contains(part), "{line}: {sentence}");
        }
    }
}
