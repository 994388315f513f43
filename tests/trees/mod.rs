//! Generated trees, as the parser makes them.

use pencilgrad::derivation::syntax::{
    Bound, Branch, Builtin, Comparison, Constant, Derivative, Expr, Function, Index, Kind, Leibniz,
    Matrix, MulOp, Name, Norm, Number, Relation, Side, Sign, Wrt,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn name(symbol: &str, indices: &[Index]) -> Name {
    let mut name = Name::new(symbol);
    name.indices = indices.to_vec();
    name
}

fn names() -> impl Strategy<Value = Name> {
    let shifted = Index::Letter {
        symbol: "i".to_owned(),
        shift: -1,
    };
    let layered = Name {
        layer: Some("l-1".to_owned()),
        ..name("a", &[Index::letter("j")])
    };
    prop::sample::select(vec![
        name("x", &[]),
        name("y", &[]),
        name("d", &[]),
        name("θ", &[]),
        name("T", &[]),
        name("L", &[]),
        layered,
        name("y\u{302}", &[]),
        name("x", &[Index::Number(1)]),
        name("W", &[Index::letter("j"), Index::letter("k")]),
        name("z", &[shifted]),
    ])
}

fn leaf() -> impl Strategy<Value = Kind> {
    prop_oneof![
        (0_u32..30).prop_map(|value| Kind::Number(Number::whole(value))),
        Just(Kind::Number(Number {
            value: 0.5,
            text: "0.5".to_owned()
        })),
        Just(Kind::Number(Number {
            value: 1e-8,
            text: "1e-8".to_owned()
        })),
        names().prop_map(Kind::Name),
        names().prop_map(Kind::Name),
        prop::sample::select(vec![
            Constant::E,
            Constant::Pi,
            Constant::Infinity,
            Constant::Ones(None),
            Constant::Identity(None)
        ])
        .prop_map(Kind::Constant),
    ]
}

/// Any expression of a few levels.
pub(crate) fn expr() -> impl Strategy<Value = Expr> {
    leaf()
        .prop_map(Expr::from)
        .prop_recursive(4, 40, 4, |inner| {
            prop_oneof![
                arithmetic(inner.clone()),
                marked(inner.clone()),
                called(inner.clone()),
                calculus(inner)
            ]
            .prop_map(Expr::from)
        })
}

fn sign() -> impl Strategy<Value = Sign> {
    prop::sample::select(vec![Sign::Plus, Sign::Minus, Sign::PlusMinus])
}

fn op() -> impl Strategy<Value = MulOp> {
    use MulOp::*;
    prop::sample::select(vec![
        Juxtaposed, Juxtaposed, Juxtaposed, Star, Dot, Cross, Hadamard, Kronecker, Compose,
    ])
}

type Inner = BoxedStrategy<Expr>;

fn arithmetic(inner: impl Strategy<Value = Expr> + Clone + 'static) -> BoxedStrategy<Kind> {
    let e: Inner = inner.boxed();
    prop_oneof![
        (sign(), e.clone()).prop_map(|(sign, inner)| Kind::Signed(sign, Box::new(inner))),
        vec((sign(), e.clone()), 2..4).prop_map(|mut terms| {
            terms[0].0 = Sign::Plus;
            Kind::Sum(terms)
        }),
        vec((op(), e.clone()), 2..4).prop_map(|mut factors| {
            factors[0].0 = MulOp::Juxtaposed;
            Kind::Product(factors)
        }),
        (e.clone(), e.clone())
            .prop_map(|(above, below)| Kind::Quotient(Box::new(above), Box::new(below))),
        (e.clone(), e).prop_map(|(base, exponent)| Kind::Power {
            base: Box::new(base),
            exponent: Box::new(exponent),
            on_function: false,
        }),
    ]
    .boxed()
}

fn marked(inner: impl Strategy<Value = Expr> + Clone + 'static) -> BoxedStrategy<Kind> {
    let e: BoxedStrategy<Box<Expr>> = inner.prop_map(Box::new).boxed();
    let norm = prop::sample::select(vec![Norm::Two, Norm::One, Norm::Infinity, Norm::Frobenius]);
    prop_oneof![
        e.clone().prop_map(Kind::Transpose),
        e.clone().prop_map(Kind::Factorial),
        e.clone().prop_map(Kind::Abs),
        (norm, e.clone()).prop_map(|(norm, inner)| Kind::Norm(norm, inner)),
        (e.clone(), 1_u32..4).prop_map(|(operand, order)| Kind::Prime { operand, order }),
        e.prop_filter_map("a name takes its indices itself", |inner| {
            match inner.kind {
                Kind::Name(_) | Kind::Constant(_) => None,
                _ => Some(Kind::Entry(
                    inner,
                    vec![Index::letter("i"), Index::Number(2)],
                )),
            }
        }),
    ]
    .boxed()
}

fn called(inner: impl Strategy<Value = Expr> + Clone + 'static) -> BoxedStrategy<Kind> {
    let e: Inner = inner.boxed();
    let f = || Function::Named(Name::new("f"));
    let call = |function, order, arguments| Kind::Call {
        function,
        order,
        arguments,
    };
    let unary = Builtin::all()
        .filter(|builtin| builtin.arity().admits(1))
        .collect::<Vec<_>>();
    let binary = vec![
        Builtin::LogBase,
        Builtin::Root,
        Builtin::Atan2,
        Builtin::Dot,
        Builtin::Max,
    ];
    prop_oneof![
        (prop::sample::select(unary.clone()), e.clone()).prop_map(move |(builtin, argument)| call(
            Function::Builtin(builtin),
            0,
            vec![argument]
        )),
        (prop::sample::select(binary), e.clone(), e.clone()).prop_map(
            move |(builtin, one, two)| call(Function::Builtin(builtin), 0, vec![one, two])
        ),
        (0_u32..6, e.clone()).prop_map(move |(order, argument)| call(f(), order, vec![argument])),
        (e.clone(), e.clone()).prop_map(move |(one, two)| call(f(), 0, vec![one, two])),
        e.clone().prop_map(move |argument| call(
            Function::Inverse(Name::new("f")),
            0,
            vec![argument]
        )),
        (0_u32..3, e.clone()).prop_map(move |(order, argument)| {
            let parts = vec![f(), Function::Named(Name::new("g"))];
            call(Function::Composed(parts), order, vec![argument])
        }),
        (prop::sample::select(unary), 0_u32..4, e.clone(), e)
            .prop_map(move |(builtin, exponent, argument, other)| {
                let base = Expr::from(call(Function::Builtin(builtin), 0, vec![argument]));
                let exponent = if exponent == 0 {
                    other
                } else {
                    Expr::from(Kind::Number(Number::whole(exponent)))
                };
                let on_function = builtin != Builtin::Sqrt && builtin != Builtin::Cbrt;
                Kind::Power {
                    base: Box::new(base),
                    exponent: Box::new(exponent),
                    on_function,
                }
            })
            .prop_filter("sin^{-1} is the inverse", |kind| !is_inverse(kind)),
    ]
    .boxed()
}

fn is_inverse(kind: &Kind) -> bool {
    matches!(kind, Kind::Power { exponent, .. } if matches!(&exponent.kind, Kind::Signed(Sign::Minus, _)))
}

fn calculus(inner: impl Strategy<Value = Expr> + Clone + 'static) -> BoxedStrategy<Kind> {
    let e: Inner = inner.boxed();
    let side = prop::sample::select(vec![None, Some(Side::Above), Some(Side::Below)]);
    let relation = |left, right| Relation {
        left,
        comparison: Comparison::LessOrEqual,
        right,
    };
    prop_oneof![
        derivative(e.clone()),
        (any::<bool>(), any::<bool>(), e.clone(), e.clone()).prop_map(
            |(product, bounded, to, body)| {
                let from = bounded.then(|| Expr::from(Kind::Number(Number::whole(1))));
                let bound = Bound {
                    index: Name::new("i"),
                    from,
                    to: bounded.then_some(to),
                };
                Kind::Big {
                    product,
                    bounds: vec![bound],
                    except: None,
                    body: Box::new(body),
                }
            }
        ),
        (side, e.clone(), e.clone()).prop_map(|(side, target, body)| Kind::Limit {
            variable: Name::new("h"),
            target: Box::new(target),
            side,
            body: Box::new(body),
        }),
        (e.clone(), e.clone(), e.clone(), any::<bool>()).prop_map(
            move |(value, left, right, last)| {
                let conditions = vec![relation(left, right.clone())];
                let otherwise = last.then(|| Box::new(right));
                Kind::Cases {
                    branches: vec![Branch { value, conditions }],
                    otherwise,
                }
            }
        ),
        vec(
            vec(
                e.clone()
                    .prop_filter("no matrix of matrices", |e| !matches!(
                        e.kind,
                        Kind::Matrix(_)
                    )),
                2
            ),
            1..3
        )
        .prop_map(|rows| Kind::Matrix(Matrix { rows })),
        (e.clone(), e)
            .prop_map(|(inner, value)| Kind::At(Box::new(inner), vec![(Name::new("x"), value)])),
    ]
    .boxed()
}

fn derivative(e: Inner) -> BoxedStrategy<Kind> {
    let notation = prop::sample::select(vec![
        Leibniz::Operator { partial: false },
        Leibniz::Operator { partial: true },
        Leibniz::Fraction { partial: false },
        Leibniz::Fraction { partial: true },
        Leibniz::Nabla,
        Leibniz::Bracket,
    ]);
    let wrt = |symbol, order| Wrt {
        variable: Expr::from(Kind::Name(Name::new(symbol))),
        order,
    };
    (notation, 1_u32..3, any::<bool>(), e)
        .prop_map(move |(notation, order, mixed, operand)| {
            let mut by = vec![wrt("x", order)];
            if mixed && notation != Leibniz::Nabla {
                by.push(wrt("y", 1));
            }
            let order = by.iter().map(|wrt| wrt.order).sum();
            Kind::Derivative(Derivative {
                notation,
                operand: Box::new(operand),
                by,
                order,
            })
        })
        .boxed()
}
