//! One derivation a line, for programs: `{"id": …, "text": …}` is answered by `{"id", "verdict", "line", "mistakes",
//! "reason", "seconds"}`.

use std::time::Instant;

use serde_json::{Value, json};

use super::{Block, Checked};

/// The answer to one line. A line that is no such object is answered, too, with what is wrong with it.
pub fn answer(line: &str) -> Value {
    let started = Instant::now();
    let request: Value = match serde_json::from_str(line) {
        Ok(request) => request,
        Err(error) => return refusal(Value::Null, &format!("this line is not JSON: {error}")),
    };
    let id = request["id"].clone();
    let Some(text) = request["text"].as_str() else {
        return refusal(id, "this line has no `text` that is a string");
    };
    let mut answer = Checked::of(&Block::whole(text)).short();
    answer["id"] = id;
    answer["seconds"] = json!(started.elapsed().as_secs_f64());
    answer
}

fn refusal(id: Value, reason: &str) -> Value {
    json!({ "id": id, "verdict": "unreadable", "line": null, "mistakes": [], "reason": reason, "seconds": 0.0 })
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn the_id_comes_back_whatever_it_is() {
        let answered = answer(r#"{"id": 7, "text": "d/dx x^2 = 2x"}"#);
        assert_eq!(
            (answered["id"].as_i64(), answered["verdict"].as_str()),
            (Some(7), Some("right"))
        );
        assert!(
            answered["seconds"]
                .as_f64()
                .is_some_and(|seconds| seconds > 0.0)
        );
        let keys: Vec<&String> = answered.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            ["id", "line", "mistakes", "reason", "seconds", "verdict"]
        );
    }

    #[test]
    fn what_is_no_request_is_answered_with_the_reason() {
        assert!(answer("{").to_string().contains("not JSON"));
        let answered = answer(r#"{"id": "a", "txt": ""}"#);
        assert_eq!(
            (answered["id"].as_str(), answered["verdict"].as_str()),
            (Some("a"), Some("unreadable"))
        );
    }
}
