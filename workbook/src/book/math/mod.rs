//! Formulas: found in a chapter's text, typeset at build time, and put back so that Markdown leaves them alone.

mod encode;
mod find;
mod radicand;
mod typeset;

pub(super) use encode::encode_text;
pub(super) use find::{Formula, formulas};
pub(super) use typeset::Typesetter;
