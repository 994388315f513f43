//! Undoing mistakes in products of matrices: order, transposes, the two products, signs.

use super::repairs::Change;
use super::scene::{Scene, number, replaced};
use crate::derivation::syntax::{Builtin, Expr, Function, Kind, MulOp, Sign};

/// Aᵀ for A, A for Aᵀ
pub(super) fn transposes(scene: &Scene<'_>) -> Vec<Change> {
    scene.with_one_change(&|part| match &part.kind {
        Kind::Number(_) | Kind::Sum(_) if part != scene.claimed() => Vec::new(),
        _ => vec![transposed(part)],
    })
}

/// The factors of a product in another order, transposed or not
pub(super) fn orders(scene: &Scene<'_>) -> Vec<Change> {
    scene.with_one_change(&|part| match &part.kind {
        Kind::Product(factors) if (2..=3).contains(&factors.len()) => {
            let factors: Vec<&Expr> = factors.iter().map(|(_, factor)| factor).collect();
            reordered(&factors)
        }
        _ => Vec::new(),
    })
}

fn reordered(factors: &[&Expr]) -> Vec<Expr> {
    let mut lines = Vec::new();
    for order in permutations(factors.len()) {
        for flipped in 0..1usize << factors.len() {
            let factor = |&place: &usize| match flipped >> place & 1 {
                1 => transposed(factors[place]),
                _ => factors[place].clone(),
            };
            lines.push(product(order.iter().map(factor)));
        }
    }
    lines
}

fn permutations(count: usize) -> Vec<Vec<usize>> {
    match count {
        2 => vec![vec![1, 0], vec![0, 1]],
        _ => vec![
            vec![2, 1, 0],
            vec![1, 0, 2],
            vec![0, 2, 1],
            vec![1, 2, 0],
            vec![2, 0, 1],
            vec![0, 1, 2],
        ],
    }
}

/// ⊙ for the matrix product, and back
pub(super) fn products(scene: &Scene<'_>) -> Vec<Change> {
    scene.with_one_change(&|part| {
        let Kind::Product(factors) = &part.kind else {
            return Vec::new();
        };
        let changed = (1..factors.len()).flat_map(|place| {
            let mut factors = factors.clone();
            factors[place].0 = match factors[place].0 {
                MulOp::Hadamard => MulOp::Juxtaposed,
                _ => MulOp::Hadamard,
            };
            let mut lines = vec![Kind::Product(factors.clone()).into()];
            // The transpose was there to make the other product possible.
            if let Kind::Transpose(inner) = &factors[place].1.kind {
                factors[place].1 = (**inner).clone();
                lines.push(Kind::Product(factors).into());
            }
            lines
        });
        changed.collect()
    })
}

/// A + Aᵀ for A, also where 2A stands
pub(super) fn quadratic_form(scene: &Scene<'_>) -> Vec<Change> {
    let flipped = scene.with_one_change(&|part| match &part.kind {
        Kind::Name(_) | Kind::Transpose(_) => vec![transposed(part)],
        _ => Vec::new(),
    });
    let both = flipped.into_iter().flat_map(|flipped| {
        let sum = sum(scene.claimed().clone(), flipped.line);
        let half = Kind::Quotient(Box::new(sum.clone()), Box::new(number(2.0))).into();
        [sum, half]
    });
    scene.instead(both)
}

/// The line times one of the quantities around it; one of its own names times another, wherever that stands
pub(super) fn factors(scene: &Scene<'_>) -> Vec<Change> {
    let claimed = scene.claimed();
    let around = scene.find(&|part| matches!(part.kind, Kind::Name(_)));
    let times = around.iter().flat_map(|name| {
        [
            elementwise(claimed.clone(), name.clone()),
            product([transposed(name), claimed.clone()]),
            product([claimed.clone(), transposed(name)]),
        ]
    });
    let own = around.iter().filter(|name| {
        let mut found = false;
        claimed.walk(&mut |part| found |= part == *name);
        found
    });
    let inside = own.flat_map(|name| around.iter().map(move |other| (name, other)));
    let inside = inside.map(|(name, other)| {
        replaced(claimed, &|part| {
            (part == name).then(|| elementwise(name.clone(), other.clone()))
        })
    });
    scene.instead(times.chain(inside))
}

/// A for sum(A)
pub(super) fn unsummed(scene: &Scene<'_>) -> Vec<Change> {
    let sum = Function::Builtin(Builtin::Sum);
    scene.with_one_change(&|part| match &part.kind {
        Kind::Call {
            function,
            arguments,
            ..
        } if *function == sum => arguments.clone(),
        _ => Vec::new(),
    })
}

/// One sign turned
pub(super) fn signs(scene: &Scene<'_>) -> Vec<Change> {
    let mut changes = scene.instead([negative(scene.claimed().clone())]);
    changes.extend(scene.with_one_change(&|part| match &part.kind {
        Kind::Signed(Sign::Minus, inner) => vec![(**inner).clone()],
        Kind::Sum(terms) => {
            let turned = (0..terms.len()).map(|place| {
                let mut terms = terms.clone();
                match (place, terms[place].0) {
                    (0, _) => terms[0].1 = negative(terms[0].1.clone()),
                    (_, Sign::Plus) => terms[place].0 = Sign::Minus,
                    _ => terms[place].0 = Sign::Plus,
                }
                Kind::Sum(terms).into()
            });
            turned.collect()
        }
        _ => Vec::new(),
    }));
    changes
}

/// The terms of the line before added again, one at a time
pub(super) fn first_line_terms(scene: &Scene<'_>) -> Vec<Change> {
    let Kind::Sum(terms) = &scene.previous().kind else {
        return Vec::new();
    };
    let with = |(sign, term): &(Sign, Expr)| match sign {
        Sign::Minus => sum(scene.claimed().clone(), negative(term.clone())),
        _ => sum(scene.claimed().clone(), term.clone()),
    };
    scene.instead(terms.iter().map(with))
}

/// Aᵀ
pub(super) fn transposed(expr: &Expr) -> Expr {
    match &expr.kind {
        Kind::Transpose(inner) => (**inner).clone(),
        _ => Kind::Transpose(Box::new(expr.clone())).into(),
    }
}

/// −A
pub(super) fn negative(expr: Expr) -> Expr {
    Kind::Signed(Sign::Minus, Box::new(expr)).into()
}

/// A + B
pub(super) fn sum(a: Expr, b: Expr) -> Expr {
    Kind::Sum(vec![(Sign::Plus, a), (Sign::Plus, b)]).into()
}

/// A B …
pub(super) fn product(factors: impl IntoIterator<Item = Expr>) -> Expr {
    let factors = factors
        .into_iter()
        .map(|factor| (MulOp::Juxtaposed, factor));
    Kind::Product(factors.collect()).into()
}

/// A ⊙ B
pub(super) fn elementwise(a: Expr, b: Expr) -> Expr {
    Kind::Product(vec![(MulOp::Juxtaposed, a), (MulOp::Hadamard, b)]).into()
}
