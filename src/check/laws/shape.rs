//! A gradient has exactly the shape of what one differentiates with respect to.

use super::super::subject::attempt;
use super::super::verdict::Stage;
use super::Finding;
use crate::params::{AsPoint, Block, Params};

/// A claim whose shape is checked; see [`shape_law`].
#[derive(Debug)]
pub struct ShapeLaw<G> {
    claim: G,
}

/// A gradient has exactly the shape of what one differentiates with respect to, for every shape of it. Try shapes that
/// are not square, and sizes of 1: a square hides a transpose, and a size of 1 hides a broadcast.
///
/// ```
/// use nalgebra::DMatrix;
/// use pencilgrad::check;
/// let points = [(1, 1), (3, 2), (1, 4)].map(|(rows, cols)| DMatrix::from_element(rows, cols, 0.5));
/// check::shape_law(|w: &DMatrix<f64>| 2.0 * w).at_each(points).assert();
/// ```
pub fn shape_law<G>(claim: G) -> ShapeLaw<G> {
    ShapeLaw { claim }
}

impl<G> ShapeLaw<G> {
    /// Checks the shape at every point.
    pub fn at_each<P, T, X>(&self, points: impl IntoIterator<Item = X>) -> Finding
    where
        P: Params + ?Sized,
        T: Params,
        X: AsPoint<P>,
        G: Fn(&P) -> T,
    {
        for point in points {
            if let Err(finding) = self.one(point.as_point()) {
                return finding;
            }
        }
        Finding::holds("the gradient has the shape of the point", 0.0)
    }

    fn one<P: Params + ?Sized, T: Params>(&self, x: &P) -> Result<(), Finding>
    where
        G: Fn(&P) -> T,
    {
        let want = x.blocks();
        let have = attempt(
            "your function",
            &format!("a point with {}", say(&want)),
            || (self.claim)(x).blocks(),
        )?;
        let sizes = |blocks: &[Block]| -> Vec<(usize, usize)> {
            blocks.iter().map(|b| (b.rows, b.cols)).collect()
        };
        match sizes(&have) == sizes(&want) {
            true => Ok(()),
            false => Err(Stage::Shape(format!(
                "of a point with {}, your gradient has {}. A gradient has exactly the shape of what you differentiate with respect to.",
                say(&want),
                say(&have)
            ))
            .into()),
        }
    }
}

fn say(blocks: &[Block]) -> String {
    match blocks.is_empty() {
        true => "no numbers".to_string(),
        false => blocks
            .iter()
            .map(Block::shape)
            .collect::<Vec<_>>()
            .join(", then "),
    }
}
