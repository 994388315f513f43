//! Tuples of anything that can be differentiated by, up to six parts, and vectors of layers.

use super::{Block, Params};

macro_rules! tuple {
    ($($part:ident $index:tt),+) => {
        impl<$($part: Params<Owned = $part>),+> Params for ($($part,)+) {
            type Owned = ($($part,)+);

            fn blocks(&self) -> Vec<Block> {
                let mut blocks = Vec::new();
                $(blocks.extend(self.$index.blocks());)+
                blocks
            }

            fn flatten_into(&self, flat: &mut Vec<f64>) {
                $(self.$index.flatten_into(flat);)+
            }

            fn rebuild(&self, flat: &[f64]) -> Self::Owned {
                let mut rest = flat;
                ($({
                    let (mine, others) = rest.split_at(self.$index.count());
                    rest = others;
                    let _ = rest;
                    self.$index.rebuild(mine)
                },)+)
            }
        }
    };
}

tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);

/// A list of equal parts, for example the layers of a network.
impl<A: Params<Owned = A>> Params for Vec<A>
where
    A: Layer,
{
    type Owned = Vec<A>;

    fn blocks(&self) -> Vec<Block> {
        self.iter().flat_map(Params::blocks).collect()
    }

    fn flatten_into(&self, flat: &mut Vec<f64>) {
        self.iter().for_each(|part| part.flatten_into(flat));
    }

    fn rebuild(&self, flat: &[f64]) -> Vec<A> {
        let mut start = 0;
        let part = |part: &A| {
            let end = start + part.count();
            let rebuilt = part.rebuild(&flat[start..end]);
            start = end;
            rebuilt
        };
        self.iter().map(part).collect()
    }
}

/// Marks what may stand in a list of parts: anything but a plain number, whose list is one vector.
pub trait Layer {}

impl<A, B> Layer for (A, B) {}
impl<A, B, C> Layer for (A, B, C) {}
impl<R: nalgebra::Dim, C: nalgebra::Dim> Layer for nalgebra::OMatrix<f64, R, C> where
    nalgebra::DefaultAllocator: nalgebra::allocator::Allocator<R, C>
{
}
