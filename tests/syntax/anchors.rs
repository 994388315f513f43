//! A few trees in full, so that the rows of the other files rest on something.

use super::exprs;
use pencilgrad::derivation::syntax::{Builtin, Expr, Function, Kind, MulOp, Name, Number, Sign};

fn number(value: u32) -> Expr {
    Kind::Number(Number::whole(value)).into()
}

fn name(symbol: &str) -> Expr {
    Kind::Name(Name::new(symbol)).into()
}

fn power(base: Expr, exponent: Expr) -> Expr {
    Kind::Power {
        base: Box::new(base),
        exponent: Box::new(exponent),
        on_function: false,
    }
    .into()
}

#[test]
fn sums_and_products_keep_the_order_and_the_signs_that_were_written() {
    let product = Kind::Product(vec![
        (MulOp::Juxtaposed, number(3)),
        (MulOp::Juxtaposed, power(name("x"), number(2))),
        (MulOp::Dot, name("y")),
    ]);
    let sum = Kind::Sum(vec![
        (Sign::Plus, name("z")),
        (Sign::Minus, product.into()),
        (Sign::Plus, number(1)),
    ]);
    assert_eq!(exprs("z - 3x²·y + 1"), [sum.into()]);
}

#[test]
fn a_leading_minus_stands_before_the_whole_first_term() {
    let quotient = Kind::Quotient(Box::new(name("x")), Box::new(name("y")));
    let signed = Kind::Signed(Sign::Minus, Box::new(quotient.into()));
    assert_eq!(exprs("-x/y"), [signed.into()]);
}

#[test]
fn a_primed_function_is_the_derivative_at_its_argument() {
    let inner = Kind::Call {
        function: Function::Named(Name::new("g")),
        order: 0,
        arguments: vec![name("x")],
    };
    let outer = Kind::Call {
        function: Function::Named(Name::new("f")),
        order: 1,
        arguments: vec![inner.into()],
    };
    assert_eq!(exprs("f'(g(x))"), [outer.into()]);
}

#[test]
fn brackets_leave_no_node_and_division_is_from_the_left() {
    let first = Kind::Quotient(Box::new(name("x")), Box::new(name("y")));
    let second = Kind::Quotient(Box::new(first.into()), Box::new(name("z")));
    assert_eq!(exprs("((x))/y/(z)"), [second.into()]);
}

#[test]
fn an_exponent_on_a_function_belongs_to_its_value() {
    let sine = Kind::Call {
        function: Function::Builtin(Builtin::Sin),
        order: 0,
        arguments: vec![name("x")],
    };
    let found = exprs("sin^2 x");
    let Kind::Power {
        base,
        exponent,
        on_function: true,
    } = &found[0].kind
    else {
        panic!("{found:?}");
    };
    assert_eq!((&**base, &**exponent), (&sine.into(), &number(2)));
}
