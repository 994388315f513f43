//! Undoing mistakes in layers and losses: activations, means, batches, softmax.

use super::matrix_products::{elementwise, negative, product, sum, transposed};
use super::repairs::Change;
use super::scene::{Scene, number, replaced};
use crate::derivation::rules::find;
use crate::derivation::syntax::{Builtin, Constant, Expr, Function, Kind, Name, Sign};

/// −L for L, where the negative of a logarithm is around
pub(super) fn negative_of_logarithm(scene: &Scene<'_>) -> Vec<Change> {
    let negative_logarithm = |part: &Expr| match &part.kind {
        Kind::Signed(Sign::Minus, inner) => has_logarithm(inner),
        Kind::Sum(terms) => terms
            .iter()
            .any(|(sign, term)| *sign == Sign::Minus && has_logarithm(term)),
        _ => false,
    };
    let loss = !scene.find(&negative_logarithm).is_empty();
    scene.instead(loss.then(|| negative(scene.claimed().clone())))
}

fn has_logarithm(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |part| {
        found |= matches!(
            &part.kind,
            Kind::Call {
                function: Function::Builtin(Builtin::Ln | Builtin::Log),
                ..
            }
        );
    });
    found
}

/// 2L and L/2, where a square is around
pub(super) fn factor_two(scene: &Scene<'_>) -> Vec<Change> {
    let square = |part: &Expr| match &part.kind {
        Kind::Norm(..) | Kind::Transpose(_) => true,
        Kind::Power { exponent, .. } => exponent.kind == number(2.0).kind,
        _ => false,
    };
    if scene.find(&square).is_empty() {
        return Vec::new();
    }
    let claimed = scene.claimed();
    scene.instead([times(2.0, claimed), over(claimed, &number(2.0))])
}

/// L/m and L m for the dimensions m; mean for sum, and back
pub(super) fn mean_factor(scene: &Scene<'_>) -> Vec<Change> {
    let claimed = scene.claimed();
    let scaled = scene
        .dimensions()
        .into_iter()
        .flat_map(|dim| [over(claimed, &dim), product([dim, claimed.clone()])]);
    let mut changes = scene.instead(scaled);
    let exchange = |from: Builtin, to: Builtin| {
        replaced(claimed, &|part| match &part.kind {
            Kind::Call {
                function: Function::Builtin(function),
                order,
                arguments,
            } if *function == from => Some(
                Kind::Call {
                    function: Function::Builtin(to),
                    order: *order,
                    arguments: arguments.clone(),
                }
                .into(),
            ),
            _ => None,
        })
    };
    let exchanged = [
        exchange(Builtin::Sum, Builtin::Mean),
        exchange(Builtin::Mean, Builtin::Sum),
    ];
    changes.extend(scene.instead(exchanged.into_iter().filter(|line| line != claimed)));
    changes
}

/// Lᵀ 𝟏, L 𝟏: the sum over the samples
pub(super) fn summed_over_batch(scene: &Scene<'_>) -> Vec<Change> {
    let claimed = scene.claimed();
    let sums = scene.sizes().into_iter().flat_map(|size| {
        let ones = Expr::from(Kind::Constant(Constant::Ones(Some(size))));
        [
            product([transposed(claimed), ones.clone()]),
            product([claimed.clone(), ones]),
        ]
    });
    let total = Kind::Call {
        function: Function::Builtin(Builtin::Sum),
        order: 0,
        arguments: vec![claimed.clone()],
    };
    scene.instead(sums.chain([total.into()]))
}

/// L ⊙ σ′(z) for L, at any part of the line
pub(super) fn missing_activation(scene: &Scene<'_>) -> Vec<Change> {
    let slopes = slopes(scene);
    scene.with_one_change(&|part| match &part.kind {
        Kind::Number(_) | Kind::Constant(_) => Vec::new(),
        _ => slopes
            .iter()
            .map(|slope| elementwise(part.clone(), slope.clone()))
            .collect(),
    })
}

/// σ′(z) for each activation σ(z) around the line; as a(1 − a) and 1 − a² where it is mostly written so.
fn slopes(scene: &Scene<'_>) -> Vec<Expr> {
    let calls = scene.find(&|part| match &part.kind {
        Kind::Call {
            function: Function::Builtin(function),
            arguments,
            ..
        } => arguments.len() == 1 && find(*function).is_some(),
        Kind::Call { arguments, .. } => arguments.len() == 1,
        _ => false,
    });
    let mut slopes: Vec<Expr> = Vec::new();
    for call in &calls {
        let slope = slope(call);
        slopes.extend(slope.filter(|slope| !slopes.contains(slope)));
    }
    slopes
}

fn slope(call: &Expr) -> Option<Expr> {
    let Kind::Call {
        function,
        arguments,
        order,
    } = &call.kind
    else {
        return None;
    };
    let rest = |value: Expr| sum(number(1.0), negative(value));
    Some(match (function, order) {
        (Function::Builtin(Builtin::Sigmoid), 0) => elementwise(call.clone(), rest(call.clone())),
        (Function::Builtin(Builtin::Tanh), 0) => rest(elementwise(call.clone(), call.clone())),
        _ => Kind::Call {
            function: function.clone(),
            order: 1,
            arguments: arguments.clone(),
        }
        .into(),
    })
}

/// σ′(z) for σ′(a); a for z, z for a, everywhere
pub(super) fn at_the_other(scene: &Scene<'_>) -> Vec<Change> {
    let activations: Vec<(Name, Expr)> = scene
        .definitions()
        .into_iter()
        .filter_map(|(name, body)| match &body.kind {
            Kind::Call { arguments, .. } if arguments.len() == 1 => {
                Some((name, arguments[0].clone()))
            }
            _ => None,
        })
        .collect();
    let mut changes = scene.with_one_change(&|part| match &part.kind {
        Kind::Call {
            function,
            order,
            arguments,
        } if *order > 0 => {
            let inputs = activations
                .iter()
                .filter(|(name, _)| arguments[0].kind == Kind::Name(name.clone()));
            let lines = inputs.map(|(_, input)| {
                Kind::Call {
                    function: function.clone(),
                    order: *order,
                    arguments: vec![input.clone()],
                }
                .into()
            });
            lines.collect()
        }
        _ => Vec::new(),
    });
    let claimed = scene.claimed();
    for (output, input) in &activations {
        let output = Expr::from(Kind::Name(output.clone()));
        let swap =
            |from: &Expr, to: &Expr| replaced(claimed, &|part| (part == from).then(|| to.clone()));
        changes.extend(
            scene.instead(
                [swap(input, &output), swap(&output, input)]
                    .into_iter()
                    .filter(|line| line != claimed),
            ),
        );
    }
    changes
}

/// diag(p) − p pᵀ where diag(p) or diag(p ⊙ (1 − p)) stands; p ⊙ g − p 𝟏ᵀ(p ⊙ g) where p ⊙ g stands
pub(super) fn softmax_off_diagonal(scene: &Scene<'_>) -> Vec<Change> {
    let is_softmax = |part: &Expr| {
        matches!(
            &part.kind,
            Kind::Call {
                function: Function::Builtin(Builtin::Softmax),
                order: 0,
                ..
            }
        )
    };
    let claimed = scene.claimed();
    let lines = scene.find(&is_softmax).into_iter().flat_map(|p| {
        let outer = product([p.clone(), transposed(&p)]);
        let squares = Kind::Call {
            function: Function::Builtin(Builtin::Diag),
            order: 0,
            arguments: vec![elementwise(p.clone(), p.clone())],
        };
        let total = Kind::Call {
            function: Function::Builtin(Builtin::Sum),
            order: 0,
            arguments: vec![claimed.clone()],
        };
        let whole = sum(claimed.clone(), negative(outer.clone()));
        [
            sum(whole.clone(), squares.into()),
            whole,
            sum(claimed.clone(), negative(product([total.into(), p]))),
        ]
    });
    scene.instead(lines)
}

fn times(c: f64, expr: &Expr) -> Expr {
    product([number(c), expr.clone()])
}

fn over(expr: &Expr, below: &Expr) -> Expr {
    Kind::Quotient(Box::new(expr.clone()), Box::new(below.clone())).into()
}
