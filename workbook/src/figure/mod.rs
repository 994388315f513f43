//! The figures of the book, drawn when it is built.
//!
//! A drawing takes its colours from the page, so that it fits every theme and a print: `var(--ink)` for lines and
//! text, `var(--faint)` for grids, and `var(--one)` to `var(--four)` for what must be told apart. A colour never
//! says something alone: a label, a dash or a shape says it too.

mod chain_paths;
mod contour_directions;
mod critical_points;
mod descent_paths;
mod diamond_ladder;
mod double_well;
mod graph_two_passes;
mod kink_slopes;
mod learning_rates;
mod plot;
mod product_rectangle;
mod secant_to_tangent;
mod sigmoid_slope;
mod svg;
mod two_slopes;
mod v_curve;

/// One figure.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// What a `figure` block of a chapter calls it, in kebab case.
    pub id: &'static str,
    /// A few words: the caption, and the name of the picture for those who hear it.
    pub title: &'static str,
    /// What there is to see, for those who do not: plain text.
    pub description: &'static str,
    /// The drawing: one `<svg viewBox="…">…</svg>` without title, description or blank lines.
    pub draw: fn() -> String,
}

/// Every figure of the book.
pub const FIGURES: &[Figure] = &[
    Figure {
        id: "secant-to-tangent",
        title: "3x² − 4x + 5 near 3: two secants and the tangent",
        description: "The curve rises through the point (3, 20). Two secants start there. The one to (5, 60) has slope \
                      20. The one to (4, 37) has slope 17 and lies closer to the tangent, which has slope 14.",
        draw: secant_to_tangent::draw,
    },
    Figure {
        id: "kink-slopes",
        title: "A kink, and a curve that only looks suspicious",
        description: "Two panels. The graph of |x| is a corner: to the left of 0 it follows a line of slope −1, to the \
                      right one of slope 1. The graph of x·|x| comes up to 0 from below, is flat there, and goes on \
                      upwards: both slopes are 0.",
        draw: kink_slopes::draw,
    },
    Figure {
        id: "product-rectangle",
        title: "The rectangle with sides x + 1 and x at x = 1, grown by h = 0.4 on both sides",
        description: "A rectangle of width 2 and height 1. Above it a strip of area 2 times h, which is 0.8. Beside it a \
                      strip of area 1 times h, which is 0.4. Between the strips a small corner, h times h, 0.16.",
        draw: product_rectangle::draw,
    },
    Figure {
        id: "sigmoid-slope",
        title: "The sigmoid and its slope",
        description: "The sigmoid rises from 0 to 1 in the shape of an S, through ½ at 0. Its slope is a bell: ¼ at 0, \
                      the largest value, and 0.0452 at −3 and at 3.",
        draw: sigmoid_slope::draw,
    },
    Figure {
        id: "two-slopes",
        title: "Two secants and the tangent of sin at 1",
        description: "The curve of sine. The secant from x to x + h is clearly flatter than the tangent at x. The \
                      secant from x − h to x + h is nearly parallel to the tangent.",
        draw: two_slopes::draw,
    },
    Figure {
        id: "v-curve",
        title: "The error of three difference quotients of sin at 1, against the step",
        description: "Both axes are logarithmic. From right to left the forward error falls with slope 1 down to a \
                      step of 10⁻⁸, the central one with slope 2 down to 10⁻⁵, Richardson's with slope 4 down to \
                      10⁻³; these places are ringed. Further left all three rise together, like one over the step.",
        draw: v_curve::draw,
    },
    Figure {
        id: "contour-directions",
        title: "The map of ab + 2 around (4, 3), and the rate in eight directions",
        description: "Contour lines of ab + 2; the one of height 14 runs through the point (4, 3). Eight arrows of \
                      length 1 start there, each with its rate. Along (0.6, 0.8), across the contours, it is 5; along \
                      the axes 3 and 4; along the contour line 0; in the opposite directions −5, −3 and −4.",
        draw: contour_directions::draw,
    },
    Figure {
        id: "critical-points",
        title: "Three flat places, seen from above",
        description: "Three maps with contour lines and arrows that point uphill. Bowl: circles, all arrows point \
                      away from the centre. Saddle: hyperbolas, the arrows on the x axis point away from the centre, \
                      those on the y axis towards it. Trough: straight lines, arrows on the x axis only.",
        draw: critical_points::draw,
    },
    Figure {
        id: "learning-rates",
        title: "Five steps from θ = 0, with four learning rates",
        description: "Four copies of a parabola with its bottom at θ = 3. With the rate 0.5 the steps creep down one \
                      side. With 1 they arrive quickly. With 2.5 they jump from side to side and still come down. \
                      With 3.5 each jump ends higher than the one before.",
        draw: learning_rates::draw,
    },
    Figure {
        id: "descent-paths",
        title: "Three paths from (5, 1) on x² + 10y²",
        description: "Three maps of a long valley with elliptic contour lines. With the learning rate 0.02 the path \
                      falls to the valley floor and then creeps along it. With 0.09 it zigzags across the floor and \
                      gets further. With 0.11 the zigzags grow.",
        draw: descent_paths::draw,
    },
    Figure {
        id: "double-well",
        title: "Three starts on x⁴/4 − x³/3 − x²",
        description: "A curve with two valleys: a shallow one at −1, height −0.417, and a deep one at 2, height −2.667, \
                      with a hilltop at 0 between them. Descent from −0.5 ends in the shallow valley, from 0.5 in \
                      the deep one. From 0 it does not move.",
        draw: double_well::draw,
    },
    Figure {
        id: "chain-paths",
        title: "The running example: two roads lead from u₁ to f",
        description: "A graph with the inputs u₁ = 2 and u₂ = −1, the middle values v₁ = −2 and v₂ = 3, and the \
                      output f. Each arrow has a local derivative. The road from u₁ through v₁ has −1 and 3, the \
                      road through v₂ has 1 and −2.98999; the products add up to −5.98999.",
        draw: chain_paths::draw,
    },
    Figure {
        id: "diamond-ladder",
        title: "Diamonds in a row: edges against roads",
        description: "Above, three diamonds in a row: after each, the number of roads has doubled and four edges \
                      were added. Below, both counts up to 20 diamonds on a logarithmic axis: the roads rise in a \
                      straight line to 1,048,576, the edges stay low and end at 80.",
        draw: diamond_ladder::draw,
    },
    Figure {
        id: "graph-two-passes",
        title: "L = (ab + c) f: values forwards, then adjoints backwards",
        description: "The same graph twice. Above, the forward pass: a = 2 and b = −3 lead to e = −6, with c = 10 to \
                      d = 4, with f = −2 to L = −8. Below, the arrows point back and carry local derivatives: L has \
                      the adjoint 1, d −2, f 4, e −2, c −2, a 6 and b −4.",
        draw: graph_two_passes::draw,
    },
];

/// The figure with this id, if there is one.
pub fn find(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.id == id)
}

#[cfg(test)]
mod tests {
    use super::FIGURES;
    use std::collections::BTreeSet;

    #[test]
    fn every_figure_has_a_name_of_its_own_and_words() {
        let ids: BTreeSet<&str> = FIGURES.iter().map(|figure| figure.id).collect();
        assert_eq!(ids.len(), FIGURES.len(), "two figures have the same id");
        for figure in FIGURES {
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(figure.id.chars().all(kebab), "{}", figure.id);
            assert!(
                !figure.title.is_empty() && !figure.description.contains("  "),
                "{}",
                figure.id
            );
            assert!(
                figure.description.len() > figure.title.len(),
                "{}",
                figure.id
            );
        }
    }

    #[test]
    fn a_drawing_is_one_svg_in_the_colours_of_the_page() {
        for figure in FIGURES {
            let drawing = (figure.draw)();
            assert_eq!(drawing.matches("<svg viewBox=").count(), 1, "{}", figure.id);
            assert!(
                drawing.ends_with("</svg>") && !drawing.contains("\n\n"),
                "{}",
                figure.id
            );
            assert!(
                !drawing.contains("NaN") && !drawing.contains("inf"),
                "{}",
                figure.id
            );
            for colour in ["#", "rgb", "black", "white"] {
                assert!(
                    !drawing.contains(colour),
                    "{} has the colour {colour}",
                    figure.id
                );
            }
        }
    }
}
