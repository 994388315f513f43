//! Formulas set by KaTeX's Rust port: HTML to look at and MathML to be read aloud, in one string.

use super::encode::encode_html;
use super::radicand::braced;
use anyhow::{Context, Result};
use katex::{KatexContext, ParseError, Settings};
use std::cell::RefCell;
use std::collections::HashMap;

/// Typesets formulas, and remembers them: a rebuild meets the same ones again.
pub(in crate::book) struct Typesetter {
    macros: String,
    context: KatexContext,
    inline: Settings,
    display: Settings,
    done: RefCell<HashMap<(bool, String), String>>,
}

impl Typesetter {
    /// A typesetter that knows the macros which `macros` defines (`book/macros.tex`).
    ///
    /// # Errors
    /// When a definition cannot be read.
    pub(in crate::book) fn new(macros: String) -> Result<Self> {
        let context = KatexContext::default();
        let inline = Settings::builder().global_group(true).build();
        katex::render_to_string(&context, &macros, &inline)
            .context("book/macros.tex cannot be read")?;
        let mut inline = inline;
        inline.global_group = false;
        let mut display = inline.clone();
        display.display_mode = true;
        Ok(Self {
            macros,
            context,
            inline,
            display,
            done: RefCell::default(),
        })
    }

    /// The definitions that it knows.
    pub(in crate::book) fn macros(&self) -> &str {
        &self.macros
    }

    /// The formula as HTML and MathML, safe to stand in Markdown.
    ///
    /// # Errors
    /// When the TeX cannot be read; the error knows where.
    pub(in crate::book) fn typeset(&self, tex: &str, display: bool) -> Result<String, ParseError> {
        let key = (display, tex.to_owned());
        if let Some(html) = self.done.borrow().get(&key) {
            return Ok(html.clone());
        }
        let settings = if display { &self.display } else { &self.inline };
        // An error is reported for the formula as it was written, whose places it then names.
        let set = katex::render_to_string(&self.context, &braced(tex), settings)
            .or_else(|_| katex::render_to_string(&self.context, tex, settings))?;
        let html = encode_html(&set);
        self.done.borrow_mut().insert(key, html.clone());
        Ok(html)
    }
}
