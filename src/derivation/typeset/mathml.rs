//! Pieces to presentation MathML.

use super::piece::{Fence, Piece};

/// The MathML of a piece: always one element.
pub(super) fn render(piece: &Piece) -> String {
    match piece {
        Piece::Row(_) => one(piece),
        _ => format!("<mrow>{}</mrow>", many(piece)),
    }
}

/// Exactly one element.
fn one(piece: &Piece) -> String {
    match piece {
        Piece::Row(row) if row.len() == 1 => one(&row[0]),
        Piece::Row(_) | Piece::Fence(..) => format!("<mrow>{}</mrow>", many(piece)),
        _ => many(piece),
    }
}

/// The elements of a piece, one after the other.
fn many(piece: &Piece) -> String {
    match piece {
        Piece::Symbol(symbol) => format!("<mi>{}</mi>", escaped(symbol)),
        Piece::Word(word) => format!("<mi>{}</mi>", escaped(word)),
        Piece::Number(digits) => format!("<mn>{}</mn>", escaped(digits)),
        Piece::Infix(sign) | Piece::Separator(sign) => operator(sign),
        Piece::Tight("-") => "<mo form=\"prefix\">−</mo>".to_owned(),
        Piece::Tight("d") => "<mi mathvariant=\"normal\">d</mi>".to_owned(),
        Piece::Tight(sign) => operator(sign),
        Piece::Beside => "<mo>&#x2062;</mo>".to_owned(),
        Piece::Applied => "<mo>&#x2061;</mo>".to_owned(),
        Piece::Space => "<mspace width=\"0.1667em\"/>".to_owned(),
        Piece::Text(word) => format!("<mtext> {word} </mtext>"),
        Piece::Row(row) => row.iter().map(many).collect(),
        Piece::Fence(fence, inner) => fenced(*fence, inner),
        Piece::Fraction(above, below) => format!("<mfrac>{}{}</mfrac>", one(above), one(below)),
        Piece::Script { base, below, above } => scripts(
            one(base),
            below.as_deref(),
            above.as_deref(),
            ["msub", "msup", "msubsup"],
        ),
        Piece::Big { sign, below, above } => {
            let sign = if *sign == "lim" {
                "<mo>lim</mo>".to_owned()
            } else {
                operator(sign)
            };
            scripts(
                sign,
                Some(below),
                above.as_deref(),
                ["munder", "mover", "munderover"],
            )
        }
        Piece::Primes(base, count) => {
            format!(
                "<msup>{}<mo>{}</mo></msup>",
                one(base),
                "′".repeat(*count as usize)
            )
        }
        Piece::Transposed(base) => format!("<msup>{}<mo>⊤</mo></msup>", one(base)),
        Piece::Root(None, radicand) => format!("<msqrt>{}</msqrt>", one(radicand)),
        Piece::Root(Some(index), radicand) => {
            format!("<mroot>{}{}</mroot>", one(radicand), one(index))
        }
        Piece::Matrix(rows) => {
            let row = |row: &Vec<Piece>| row.iter().map(cell).collect::<String>();
            let rows: String = rows
                .iter()
                .map(|cells| format!("<mtr>{}</mtr>", row(cells)))
                .collect();
            format!("<mo>(</mo><mtable>{rows}</mtable><mo>)</mo>")
        }
        Piece::Cases(rows) => cases(rows),
        Piece::Blank => "<mspace width=\"2em\"/><mo>_</mo>".to_owned(),
    }
}

fn cell(piece: &Piece) -> String {
    format!("<mtd>{}</mtd>", one(piece))
}

fn operator(sign: &str) -> String {
    let sign = if sign == "-" { "−" } else { sign };
    format!("<mo>{}</mo>", escaped(sign))
}

fn fenced(fence: Fence, inner: &Piece) -> String {
    let (open, close) = match fence {
        Fence::Round => ("(", ")"),
        Fence::Square => ("[", "]"),
        Fence::Abs => ("|", "|"),
        Fence::Norm => ("‖", "‖"),
        Fence::Invisible => return one(inner),
    };
    format!(
        "<mo form=\"prefix\" stretchy=\"true\">{open}</mo>{}<mo form=\"postfix\" stretchy=\"true\">{close}</mo>",
        many(inner)
    )
}

fn scripts(
    base: String,
    below: Option<&Piece>,
    above: Option<&Piece>,
    [sub, sup, both]: [&str; 3],
) -> String {
    match (below, above) {
        (None, None) => base,
        (Some(below), None) => format!("<{sub}>{base}{}</{sub}>", one(below)),
        (None, Some(above)) => format!("<{sup}>{base}{}</{sup}>", one(above)),
        (Some(below), Some(above)) => {
            format!("<{both}>{base}{}{}</{both}>", one(below), one(above))
        }
    }
}

fn cases(rows: &[(Piece, Option<Piece>)]) -> String {
    let rows: String = rows
        .iter()
        .map(|(value, condition)| {
            let condition = match condition {
                Some(condition) => format!("<mtext>if </mtext>{}", one(condition)),
                None => "<mtext>otherwise</mtext>".to_owned(),
            };
            format!(
                "<mtr>{}<mtd><mrow>{condition}</mrow></mtd></mtr>",
                cell(value)
            )
        })
        .collect();
    format!(
        "<mo form=\"prefix\" stretchy=\"true\">{{</mo><mtable columnalign=\"left\">{rows}</mtable>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
