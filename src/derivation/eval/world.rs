//! Sizes for named dimensions: pairwise different ones, so that a transposition shows, and equal ones, so that
//! products which only exist for square matrices are tried too.

use crate::derivation::syntax::Dim;
use std::collections::BTreeMap;

/// Larger written dimensions are sampled smaller: 784 inputs teach nothing that 3 do not.
const LARGEST_WRITTEN: u32 = 6;

/// One choice of sizes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct World {
    sizes: BTreeMap<Dim, usize>,
}

impl World {
    /// The worlds a line is judged in: two with different sizes and a square one, or one if there is no dimension.
    pub(crate) fn all(dims: &[Dim]) -> Vec<Self> {
        if dims.is_empty() {
            return vec![Self::default()];
        }
        vec![
            Self::distinct(dims, &[3, 2, 4, 5, 6]),
            Self::distinct(dims, &[2, 4, 3, 6, 5]),
            Self::square(dims, 3),
        ]
    }

    /// The first world: pairwise different sizes.
    pub(crate) fn first(dims: &[Dim]) -> Self {
        Self::distinct(dims, &[3, 2, 4, 5, 6])
    }

    fn distinct(dims: &[Dim], sizes: &[usize]) -> Self {
        let mut world = Self::default();
        let named: Vec<&Dim> = dims.iter().filter(|dim| is_free(dim)).collect();
        // n = 3, m = 2, k = 4 and a batch of 5 when those are the names.
        let preferred = |dim: &Dim| match dim {
            Dim::Named(name) => match name.as_str() {
                "n" => Some(0),
                "m" => Some(1),
                "k" | "d" => Some(2),
                "B" | "N" | "batch" => Some(3),
                _ => None,
            },
            Dim::Number(_) => None,
        };
        let mut taken: Vec<usize> = Vec::new();
        for dim in named.iter().filter(|dim| preferred(dim).is_some()) {
            let size = sizes[preferred(dim).unwrap_or(0)];
            let size = if taken.contains(&size) {
                free_size(sizes, &taken)
            } else {
                size
            };
            taken.push(size);
            world.sizes.insert((*dim).clone(), size);
        }
        for dim in named.iter().filter(|dim| preferred(dim).is_none()) {
            let size = free_size(sizes, &taken);
            taken.push(size);
            world.sizes.insert((*dim).clone(), size);
        }
        world
    }

    fn square(dims: &[Dim], size: usize) -> Self {
        let named = dims.iter().filter(|dim| is_free(dim));
        Self {
            sizes: named.map(|dim| (dim.clone(), size)).collect(),
        }
    }

    /// The size of a dimension.
    pub(crate) fn size(&self, dim: &Dim) -> usize {
        match (self.sizes.get(dim), dim) {
            (Some(&size), _) => size,
            (None, Dim::Number(number)) => (*number).clamp(1, LARGEST_WRITTEN) as usize,
            (None, Dim::Named(_)) => 3,
        }
    }

    /// The size of a dimension with this name, if there is such a dimension.
    pub(crate) fn named(&self, name: &str) -> Option<usize> {
        self.sizes.get(&Dim::Named(name.to_owned())).copied()
    }
}

fn is_free(dim: &Dim) -> bool {
    match dim {
        Dim::Named(_) => true,
        Dim::Number(number) => *number > LARGEST_WRITTEN,
    }
}

/// The first size nobody has; with many dimensions sizes repeat.
fn free_size(sizes: &[usize], taken: &[usize]) -> usize {
    let free = sizes.iter().find(|size| !taken.contains(size));
    free.copied().unwrap_or(2 + taken.len() % 5)
}
