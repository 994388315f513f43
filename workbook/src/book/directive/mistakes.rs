//! `mistakes`: the catalogue of mistakes, a section an id. The block is empty: everything comes from the library.

use super::super::lessons::Lesson;
use super::super::markdown::Fence;
use super::super::math::encode_text;
use super::super::source::Source;
use super::Kit;
use anyhow::{Result, bail};
use pencilgrad::mistake::{CATALOGUE, Mistake};

pub(super) fn expand(fence: &Fence, source: &Source<'_>, kit: &Kit<'_>) -> Result<String> {
    if !source.text[fence.body.clone()].trim().is_empty() {
        let place = source.place(fence.body.start);
        bail!("{place}: the block `mistakes` is empty; its text is src/mistake.rs");
    }
    let sections: Vec<String> = CATALOGUE
        .iter()
        .map(|mistake| section(mistake, kit.lessons))
        .collect();
    Ok(sections.join("\n"))
}

fn section(mistake: &Mistake, lessons: &[Lesson]) -> String {
    let Mistake {
        id,
        sentence,
        lesson,
    } = mistake;
    let place = lessons.iter().find(|other| other.number == *lesson);
    let taught = match place {
        Some(Lesson { name, file, .. }) => format!("[Lesson {lesson}: {name}]({file})"),
        None => format!("Lesson {lesson}, which is not written yet"),
    };
    let sentence = encode_text(&capitalised(sentence));
    format!("### {id}\n\n{sentence}.\n\n{taught}\n")
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_links_to_its_lesson_where_there_is_one() {
        let mistake = Mistake {
            id: "some-id",
            lesson: 6,
            sentence: "a factor is missing",
        };
        let lesson = Lesson {
            number: 6,
            file: "06_chain_rule.md".to_owned(),
            name: "The chain rule".to_owned(),
        };
        let section_with = section(&mistake, &[lesson]);
        assert!(
            section_with.starts_with("### some-id\n\nA factor is missing"),
            "{section_with}"
        );
        assert!(
            section_with.contains("[Lesson 6: The chain rule](06_chain_rule.md)"),
            "{section_with}"
        );
        assert!(section(&mistake, &[]).contains("Lesson 6, which is not written yet"));
    }
}
