//! How long a check takes: `cargo bench`.

mod shapes;

use divan::{Bencher, black_box};
use pencilgrad::numeric;

fn main() {
    divan::main();
}

/// One derivative, with its bound.
#[divan::bench]
fn derivative_of_one_function() -> f64 {
    numeric::derivative(|x| x.exp() * x.sin(), black_box(0.7)).value
}

/// Every coordinate of a 20-64-20 network, N = 2,644.
#[divan::bench(sample_count = 10)]
fn network_of_2644() -> usize {
    let report = shapes::check_network();
    assert!(report.passes(), "{report}");
    report.evaluations()
}

/// A gradient of a million numbers by projections: right, and with one number off.
#[divan::bench(args = [None, Some(271_828)], sample_count = 5)]
fn a_million_by_projection(bencher: Bencher, wrong: Option<usize>) {
    let x = shapes::million();
    bencher.bench_local(|| {
        let report = shapes::check_million(&x, wrong);
        assert_eq!(report.passes(), wrong.is_none(), "{report}");
        report.evaluations()
    });
}
