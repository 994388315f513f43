//! The lessons of the book, by number: a chapter whose file is `NN_name.md`.

use mdbook_driver::book::Chapter;

/// One lesson, as other pages speak of it.
#[derive(Debug)]
pub(super) struct Lesson {
    pub(super) number: u8,
    /// The chapter's file, to be linked from another chapter of the same folder.
    pub(super) file: String,
    /// The chapter's name in `SUMMARY.md`, without the number before it.
    pub(super) name: String,
}

impl Lesson {
    /// The lesson that a chapter is, if it is one.
    pub(super) fn of(chapter: &Chapter) -> Option<Self> {
        let file = chapter.source_path.as_deref()?.to_str()?;
        let (number, _) = file.split_once('_')?;
        Some(Self {
            number: number.parse().ok()?,
            file: file.to_owned(),
            name: chapter
                .name
                .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '))
                .to_owned(),
        })
    }
}
