//! Kinks, noise, single precision and functions that change their mind: the tables of robustness.

use pencilgrad::check::{self, Verdict};
use pencilgrad::numeric::{Smoothness, derivative};
use std::cell::Cell;

type Function = fn(f64) -> f64;

fn verdict(f: impl Fn(f64) -> f64, claim: f64, x: f64) -> Verdict {
    check::derivative(f, |_| claim).at(x).verdict().clone()
}

fn not_smooth(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::NotSmooth { .. })
}

#[test]
fn relu_is_judged_right_beside_its_kink() {
    let relu = |x: f64| x.max(0.0);
    for distance in [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7] {
        for sign in [1.0, -1.0] {
            let right = if sign > 0.0 { 1.0 } else { 0.0 };
            let x = sign * distance;
            let found = verdict(relu, right, x);
            assert!(found.agrees(), "relu at {x:e}: {found:?}");
            for wrong in [0.5, 2.0, 1.0 - right] {
                let found = verdict(relu, wrong, x);
                assert_eq!(found, Verdict::Disagrees, "relu at {x:e}, claim {wrong}");
            }
        }
    }
}

#[test]
fn closer_to_a_kink_than_the_steps_there_is_no_derivative() {
    let relu = |x: f64| (x - 1.0).max(0.0);
    for distance in [1e-9, -1e-9, 1e-10, 1e-12, 0.0] {
        for claim in [0.0, 0.5, 1.0, 2.0] {
            let found = verdict(relu, claim, 1.0 + distance);
            assert!(
                not_smooth(&found),
                "relu at {distance:e}, claim {claim}: {found:?}"
            );
        }
    }
    // Around 0 steps shrink with the point, so that even 10⁻¹² from the kink the slope is found.
    for distance in [1e-9, -1e-9, 1e-12] {
        let right = if distance > 0.0 { 1.0 } else { 0.0 };
        let found = verdict(|x: f64| x.max(0.0), right, distance);
        assert!(
            found.agrees() || not_smooth(&found),
            "relu at {distance:e}: {found:?}"
        );
        let found = verdict(|x: f64| x.max(0.0), 1.0 - right, distance);
        assert!(!found.agrees(), "relu at {distance:e}: {found:?}");
    }
    for claim in [0.0, 0.5, 1.0, 2.0] {
        assert!(not_smooth(&verdict(|x: f64| x.max(0.0), claim, 0.0)));
    }
}

#[test]
fn kinks_jumps_cusps_and_vertical_tangents_are_not_smooth() {
    let functions: [(&str, Function, f64); 12] = [
        ("abs", f64::abs, 0.0),
        ("abs + slope", |x| x.abs() + 3.0 * x, 0.0),
        ("abs + 1000", |x| x.abs() + 1000.0, 0.0),
        ("max", |x| x.max(2.0 - x), 1.0),
        ("leaky relu", |x| if x > 0.0 { x } else { 0.01 * x }, 0.0),
        ("kink on a curve", |x| x.exp() + (x - 0.5).abs(), 0.5),
        ("hat", |x| (1.0 - x.abs()).max(0.0), 0.0),
        ("jump", |x| if x >= 0.0 { 1.0 } else { 0.0 }, 0.0),
        (
            "jump on a line",
            |x| x + if x >= 1.0 { 0.5 } else { 0.0 },
            1.0,
        ),
        ("sign", |x| if x == 0.0 { 0.0 } else { x.signum() }, 0.0),
        ("cusp", |x| x.abs().sqrt(), 0.0),
        ("cube root", f64::cbrt, 0.0),
    ];
    for (name, f, x) in functions {
        for claim in [0.0, 1.0, -1.0, 0.5] {
            let found = verdict(f, claim, x);
            assert!(not_smooth(&found), "{name}, claim {claim}: {found:?}");
        }
    }
}

#[test]
fn once_differentiable_functions_are_not_flagged() {
    fn huber(x: f64) -> f64 {
        if x.abs() <= 1.0 {
            0.5 * x * x
        } else {
            x.abs() - 0.5
        }
    }
    let functions: [(&str, Function, f64, f64); 9] = [
        ("huber", huber, 1.0, 1.0),
        ("huber", huber, -1.0, -1.0),
        ("huber", huber, 0.0, 0.0),
        ("x|x|", |x| x * x.abs(), 0.0, 0.0),
        ("|x|^1.5", |x| x.abs().powf(1.5), 0.0, 0.0),
        ("relu squared", |x| x.max(0.0).powi(2), 0.0, 0.0),
        (
            "softplus, sharp",
            |x| (1000.0 * x).exp().ln_1p() / 1000.0,
            0.0,
            0.5,
        ),
        ("smooth abs", |x| (x * x + 1e-4).sqrt(), 0.0, 0.0),
        ("|x|³", |x| x.abs().powi(3), 0.0, 0.0),
    ];
    for (name, f, x, slope) in functions {
        let found = verdict(f, slope, x);
        assert!(
            found.agrees(),
            "{name} at {x}: {found:?}, {:?}",
            derivative(f, x)
        );
        assert_eq!(derivative(f, x).smoothness, Smoothness::Smooth, "{name}");
        assert_eq!(
            verdict(f, slope + 0.01, x),
            Verdict::Disagrees,
            "{name} at {x}"
        );
    }
}

#[test]
fn the_slopes_of_a_kink_are_given() {
    let Verdict::NotSmooth { left, right } = verdict(|x| x.max(-3.0 * x) + 2.0, 0.0, 0.0) else {
        panic!("a kink")
    };
    approx::assert_abs_diff_eq!(left, -3.0, epsilon = 1e-6);
    approx::assert_abs_diff_eq!(right, 1.0, epsilon = 1e-6);
}

#[test]
fn a_claim_between_the_slopes_is_excused_and_another_is_not() {
    let relu = |x: f64| x.max(0.0);
    let step = |at_kink: f64| {
        move |x: f64| {
            if x == 0.0 {
                at_kink
            } else {
                f64::from(x > 0.0)
            }
        }
    };
    for inside in [0.0, 0.5, 1.0] {
        check::derivative(relu, step(inside)).at(0.0).assert();
    }
    assert!(!check::derivative(relu, step(1.5)).at(0.0).passes());
    // Between the slopes at the kink, and wrong beside it.
    assert!(!check::derivative(relu, |_| 0.5).at(0.0).passes());
}

/// Noise that depends on the point alone, uniform in [−1, 1].
fn hash_noise(x: f64) -> f64 {
    let mut z = x.to_bits().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
}

#[test]
fn noise_is_measured_not_mistaken() {
    let noisy = |level: f64| move |x: f64| x.sin() + x * x + level * hash_noise(x);
    let slope = |x: f64| x.cos() + 2.0 * x;
    for k in 0..20 {
        let x = 0.3 + 0.1 * f64::from(k);
        for level in [1e-12, 1e-11, 1e-10, 1e-9] {
            let found = verdict(noisy(level), slope(x), x);
            assert!(found.agrees(), "noise {level:e} at {x}: {found:?}");
            let found = verdict(noisy(level), slope(x) * 1.0001, x);
            assert_eq!(found, Verdict::Disagrees, "noise {level:e} at {x}");
        }
        let undecided = |v: &Verdict| matches!(v, Verdict::Undecided(_));
        let found = verdict(noisy(1e-6), slope(x), x);
        assert!(undecided(&found), "noise 1e-6 at {x}: {found:?}");
        assert_eq!(
            verdict(noisy(1e-6), slope(x) * 1.01, x),
            Verdict::Disagrees,
            "noise 1e-6 at {x}"
        );
        let found = verdict(noisy(1e-3), slope(x), x);
        assert!(undecided(&found), "noise 1e-3 at {x}: {found:?}");
        assert_eq!(
            verdict(noisy(1e-3), -slope(x), x),
            Verdict::Disagrees,
            "noise 1e-3 at {x}"
        );
    }
}

#[test]
fn a_function_in_single_precision_is_undecided_and_its_mistakes_are_seen() {
    let f = |x: f64| f64::from(((x as f32).exp() * (x as f32).sin()).ln_1p());
    let slope = |x: f64| {
        let inner = x.exp() * x.sin();
        (x.exp() * (x.sin() + x.cos())) / (1.0 + inner)
    };
    for k in 0..20 {
        let x = 0.4 + 0.07 * f64::from(k);
        let found = verdict(f, slope(x), x);
        assert!(matches!(found, Verdict::Undecided(_)), "at {x}: {found:?}");
        assert_eq!(verdict(f, slope(x) * 1.01, x), Verdict::Disagrees, "at {x}");
        // Asked for what single precision can give, it agrees.
        let coarse = check::derivative(f, slope).resolution(1e-3).at(x);
        assert!(coarse.verdict().agrees(), "at {x}: {coarse}");
    }
}

#[test]
fn a_period_equal_to_a_step_is_no_trap() {
    for (k, step) in [0.2, 4e-3, 1e-3, 1e-4].into_iter().enumerate() {
        for rung in 0..6 {
            let period: f64 = step / 3.1_f64.powi(rung);
            if period < 1e-5 {
                continue;
            }
            let wave = 2.0 * std::f64::consts::PI / period;
            let f = |x: f64| (wave * x).sin() * period + x;
            let slope = |x: f64| 2.0 * std::f64::consts::PI * (wave * x).cos() + 1.0;
            let x = 0.1 * (k + 1) as f64;
            let found = check::derivative(f, slope).resolution(1e-4).at(x);
            assert!(found.verdict().agrees(), "period {period:e}: {found}");
            assert_eq!(verdict(f, 1.0, x), Verdict::Disagrees, "period {period:e}");
        }
    }
}

/// A ripple finer than every rung of the screen: the claim eˣ is 1e-3 cos(10⁶ x) off.
#[test]
fn a_fine_ripple_is_not_passed_for_any_seed() {
    let f = |x: f64| x.exp() + 1e-9 * (1e6 * x).sin();
    let x = 0.7;
    let missing = 1e-3 * (1e6_f64 * x).cos();
    assert!(
        missing.abs() > 1e-4,
        "the point must not be one where the ripple is flat"
    );
    for seed in 0..200 {
        let rippled = check::derivative(f, f64::exp).seed(seed).at(x);
        assert!(!rippled.verdict().agrees(), "seed {seed}: {rippled}");
        let plain = check::derivative(f64::exp, f64::exp).seed(seed).at(x);
        assert!(plain.verdict().agrees(), "seed {seed}: {plain}");
    }
}

#[test]
fn a_function_that_changes_its_mind_is_not_deterministic() {
    let calls = Cell::new(0_u32);
    let counting = |x: f64| {
        calls.set(calls.get() + 1);
        x * x + 1e-9 * f64::from(calls.get())
    };
    assert_eq!(verdict(counting, 2.0, 1.0), Verdict::NotDeterministic);
    // A claim that is wrong by more than the spread is wrong all the same.
    assert_eq!(verdict(counting, -2.0, 1.0), Verdict::Disagrees);
}

#[test]
fn a_function_that_changes_late_is_not_deterministic() {
    let calls = Cell::new(0_u32);
    let f = |x: f64| {
        calls.set(calls.get() + 1);
        x * x + if calls.get() > 30 { 1e-13 } else { 0.0 }
    };
    let found = verdict(f, 2.0, 1.0);
    assert!(!found.agrees(), "{found:?}");
}

#[test]
fn a_gradient_that_adds_up_between_calls_is_named() {
    let sum = Cell::new(0.0);
    let claim = |x: f64| {
        sum.set(sum.get() + 2.0 * x);
        sum.get()
    };
    let report = check::derivative(|x| x * x, claim).at(3.0);
    assert_eq!(report.verdict(), &Verdict::NotDeterministic);
    assert!(report.to_string().contains("twice the first"), "{report}");
}

#[test]
fn the_edge_of_a_domain_is_judged_from_one_side() {
    // The last number is the resolution that one side can give: √h converges slowly.
    let cases: [(&str, Function, f64, f64, f64); 5] = [
        (
            "x^1.5 from 0",
            |x| if x < 0.0 { f64::NAN } else { x.powf(1.5) + x },
            0.0,
            1.0,
            1e-3,
        ),
        (
            "x ln x + x², from 1 down",
            |x| {
                if x > 1.0 {
                    f64::NAN
                } else {
                    x * x.ln() + x * x
                }
            },
            1.0,
            3.0,
            1e-6,
        ),
        (
            "acos-like",
            |x| if x < 2.0 { f64::NAN } else { (x - 2.0).exp() },
            2.0,
            1.0,
            1e-6,
        ),
        ("ln close to 0", f64::ln, 1e-6, 1e6, 1e-6),
        ("√ close to 0", f64::sqrt, 1e-9, 0.5 / 1e-9_f64.sqrt(), 1e-6),
    ];
    for (name, f, x, slope, resolution) in cases {
        let estimate = derivative(f, x);
        assert!(
            (estimate.value - slope).abs() <= estimate.error,
            "{name}: {estimate:?}"
        );
        let off = (1.0 + 10.0 * resolution) * slope;
        assert_eq!(verdict(f, off, x), Verdict::Disagrees, "{name}");
        let found = check::derivative(f, |_| slope).resolution(resolution).at(x);
        assert!(found.verdict().agrees(), "{name}: {found}");
    }
    let sqrt = verdict(f64::sqrt, 1.0, 0.0);
    assert!(not_smooth(&sqrt), "√x at 0: {sqrt:?}");
}
