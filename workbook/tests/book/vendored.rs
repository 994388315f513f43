//! The files of KaTeX that the book brings along.

use crate::common;
use crate::site::page;
use std::fs;

#[test]
fn styles_and_markup_are_of_the_same_line() {
    let root = common::root();
    let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
    let lock = lock.replace('\r', "");
    let version = lock.split("name = \"katex-rs\"\nversion = \"").nth(1);
    let version = version.unwrap().split('"').next().unwrap();
    // katex-rs 0.3.0 sets formulas as KaTeX 0.18.5 does; another version may need other styles and fonts.
    assert_eq!(version, "0.3.0", "are the styles of the same KaTeX?");
    let styles = fs::read_to_string(root.join("book/theme/katex.min.css")).unwrap();
    assert!(styles.contains("katex-version:after{content:\"0.18.5\"}"));
    let page = page("# Page\n\n$x$\n").unwrap();
    for class in ["katex-strut", "katex-base", "katex-mathml", "katex-html"] {
        let styled = styles.contains(&format!(".{class}"));
        assert!(page.contains(class) && styled, "{class}");
    }
}

#[test]
fn every_font_is_there_with_its_licence() {
    let theme = common::root().join("book/theme");
    let styles = fs::read_to_string(theme.join("katex.min.css")).unwrap();
    let fonts = styles.split("url(../").skip(1);
    let fonts: Vec<&str> = fonts.map(|font| font.split(')').next().unwrap()).collect();
    assert_eq!(fonts.len(), 20);
    assert_eq!(fonts.len(), styles.matches("url(").count());
    for font in fonts {
        assert!(theme.join(font).is_file(), "{font}");
    }
    let licence = fs::read_to_string(theme.join("fonts/KaTeX-LICENSE.txt")).unwrap();
    assert!(licence.contains("The MIT License"));
}
