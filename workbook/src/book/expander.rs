//! The preprocessor: blocks become cards and boxes, formulas become HTML.

use super::directive::{self, Kit};
use super::lessons::Lesson;
use super::markdown::Layout;
use super::math::{self, Formula, Typesetter};
use super::source::Source;
use crate::collection::Collection;
use anyhow::{Context, Result, anyhow, bail};
use mdbook_driver::book::{Book, Chapter};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use std::ops::Range;
use std::path::Path;
use std::rc::Rc;

/// The preprocessor's name in `book.toml`.
pub(super) const NAME: &str = "workbook";

/// What becomes of a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formulas {
    /// It is typeset, for the eye and for the ear.
    Typeset,
    /// It stays TeX: what a search should find, once.
    Tex,
}

/// Turns chapters into Markdown that mdBook renders without knowing of formulas or blocks.
pub struct Expander {
    typesetter: Rc<Typesetter>,
    exercises: Collection,
    formulas: Formulas,
}

impl Expander {
    /// The preprocessor for the book in the folder `root`.
    ///
    /// # Errors
    /// When the macros or an exercise's description cannot be read.
    pub fn for_book(root: &Path) -> Result<Self> {
        Self::new(root, typesetter(root)?, Formulas::Typeset)
    }

    pub(super) fn new(root: &Path, typesetter: Rc<Typesetter>, formulas: Formulas) -> Result<Self> {
        let workbook = root.parent().unwrap_or(root);
        let exercises = Collection::load(workbook)
            .map_err(|problems| anyhow!(problems.to_string().trim_end().to_owned()))?;
        Ok(Self {
            typesetter,
            exercises,
            formulas,
        })
    }

    fn chapter(&self, source: &Source<'_>, lessons: &[Lesson]) -> Result<String, Vec<String>> {
        let layout = Layout::of(source.text);
        let kit = Kit {
            exercises: &self.exercises,
            formulas: self,
            lessons,
        };
        let blocks = layout.fences.iter().filter_map(|fence| {
            let html = directive::expand(fence, source, &kit)?;
            Some(html.map(|html| (fence.range.clone(), html)))
        });
        let formulas = self.edits(source, source.text, &|at| at, &layout);
        let ids = layout
            .headings
            .iter()
            .filter_map(|range| id_of_formula_heading(source.text, range));
        apply(source.text, blocks.chain(formulas).chain(ids.map(Ok)))
    }

    /// Markdown from inside a block, with its formulas typeset; `origin` gives the offset in the source of an offset
    /// in `text`.
    pub(super) fn inner(
        &self,
        source: &Source<'_>,
        text: &str,
        origin: &dyn Fn(usize) -> usize,
    ) -> Result<String> {
        let edits = self.edits(source, text, origin, &Layout::of(text));
        apply(text, edits.into_iter()).map_err(|errors| anyhow!(errors.join("\n")))
    }

    fn edits(
        &self,
        source: &Source<'_>,
        text: &str,
        origin: &dyn Fn(usize) -> usize,
        layout: &Layout,
    ) -> Vec<Result<(Range<usize>, String)>> {
        match math::formulas(text, &layout.opaque) {
            Ok(found) => found
                .iter()
                .map(|formula| {
                    Ok((
                        formula.range.clone(),
                        self.formula(source, formula, origin)?,
                    ))
                })
                .collect(),
            Err(opening) => vec![Err(anyhow!(
                "{}: this dollar sign opens a formula that does not end in the same paragraph; \
                 a dollar sign in the text is written \\$",
                source.place(origin(opening))
            ))],
        }
    }

    fn formula(
        &self,
        source: &Source<'_>,
        formula: &Formula<'_>,
        origin: &dyn Fn(usize) -> usize,
    ) -> Result<String> {
        if self.formulas == Formulas::Tex {
            return Ok(math::encode_text(&formula.tex));
        }
        let set = self.typesetter.typeset(&formula.tex, formula.display);
        set.map_err(|error| {
            let place = source.place(origin(formula.offset(error.position().unwrap_or(0))));
            let reason = error.kind;
            let tex = formula.tex.trim();
            anyhow!("{place}: the formula {tex} cannot be read: {reason}")
        })
    }
}

/// The id of a heading with a formula, from what its author typed: mdBook would take it from what became of it.
fn id_of_formula_heading(text: &str, range: &Range<usize>) -> Option<(Range<usize>, String)> {
    let line = text[range.clone()].lines().next()?.trim_end();
    if !line.starts_with('#') || !line.contains('$') {
        return None;
    }
    let words = line.trim_matches('#').trim().to_lowercase();
    let id: String = words
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect();
    let end = range.start + line.len();
    Some((end..end, format!(" {{#{id}}}")))
}

/// The typesetter with the macros of the book in `root`.
pub(super) fn typesetter(root: &Path) -> Result<Rc<Typesetter>> {
    Ok(Rc::new(Typesetter::new(macros(root)?)?))
}

/// The file with the macros of every formula.
pub(super) fn macros(root: &Path) -> Result<String> {
    std::fs::read_to_string(root.join("macros.tex")).context("book/macros.tex cannot be read")
}

/// `text` with each range replaced; every error, if there are any.
fn apply(
    text: &str,
    edits: impl Iterator<Item = Result<(Range<usize>, String)>>,
) -> Result<String, Vec<String>> {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for edit in edits {
        match edit {
            Ok(edit) => good.push(edit),
            Err(error) => bad.push(format!("{error:#}")),
        }
    }
    if !bad.is_empty() {
        return Err(bad);
    }
    good.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len() * 4);
    let mut at = 0;
    for (range, html) in good {
        out.push_str(&text[at..range.start]);
        out.push_str(&html);
        at = range.end;
    }
    out.push_str(&text[at..]);
    Ok(out)
}

impl Preprocessor for Expander {
    fn name(&self) -> &str {
        NAME
    }

    fn run(&self, context: &PreprocessorContext, mut book: Book) -> Result<Book> {
        let lessons: Vec<Lesson> = book.chapters().filter_map(Lesson::of).collect();
        let mut errors = Vec::new();
        book.for_each_chapter_mut(|chapter| {
            let file = file_name(context, chapter);
            let source = Source {
                file: &file,
                text: &chapter.content,
            };
            match self.chapter(&source, &lessons) {
                Ok(content) => chapter.content = content,
                Err(found) => errors.extend(found),
            }
        });
        if !errors.is_empty() {
            bail!(errors.join("\n"));
        }
        Ok(book)
    }
}

/// The chapter's file as a person at the workbook's root would name it.
fn file_name(context: &PreprocessorContext, chapter: &Chapter) -> String {
    let folder = context.root.file_name().unwrap_or_default();
    let path = chapter.source_path.as_deref().unwrap_or(Path::new("?"));
    let path = Path::new(folder).join(&context.config.book.src).join(path);
    path.display().to_string().replace('\\', "/")
}
