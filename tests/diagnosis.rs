//! The diagnosis on numbers made up for it: every hypothesis names its own example, none names a right gradient.

use pencilgrad::diagnosis::{Case, Diagnosis, HYPOTHESES, diagnose};
use pencilgrad::mistake;
use pencilgrad::params::{Block, Names};
use pencilgrad::sample::Stream;

/// How sure the true numbers are, relative to their size.
const BOUND: f64 = 1e-10;

/// Points, true numbers and claimed ones.
struct Scene {
    points: Vec<Vec<f64>>,
    truth: Vec<Vec<f64>>,
    claimed: Vec<Vec<f64>>,
    values: Vec<Vec<f64>>,
    blocks: Vec<Block>,
    batch: Option<usize>,
}

impl Scene {
    /// Points with coordinates of both signs, and true numbers of both signs; the claim is right.
    fn new(blocks: Vec<Block>, points: usize, random: &mut Stream) -> Self {
        let n = blocks.iter().map(Block::len).sum();
        let mut list = |count: usize| -> Vec<f64> {
            (0..count)
                .map(|_| random.sign() * random.between(0.2, 2.5))
                .collect()
        };
        let truth: Vec<Vec<f64>> = (0..points).map(|_| list(n)).collect();
        Self {
            points: (0..points).map(|_| list(n)).collect(),
            claimed: truth.clone(),
            truth,
            values: (0..points).map(|_| vec![list(1)[0].abs()]).collect(),
            blocks,
            batch: None,
        }
    }

    /// A claim from the point, the truth and the value.
    fn claim(mut self, wrong: impl Fn(&[f64], &[f64], f64) -> Vec<f64>) -> Self {
        for p in 0..self.points.len() {
            self.claimed[p] = wrong(&self.points[p], &self.truth[p], self.values[p][0]);
        }
        self
    }

    /// The diagnosis when the true numbers are known up to their bound.
    fn diagnose(&self, random: &mut Stream) -> Diagnosis {
        let names = Names::new(&self.blocks, &[]).all();
        let bounds: Vec<Vec<f64>> = (self.truth.iter())
            .map(|truth| truth.iter().map(|t| BOUND * t.abs().max(0.1)).collect())
            .collect();
        let cases: Vec<Case> = (0..self.points.len())
            .map(|p| Case {
                claimed: &self.claimed[p],
                truth: (self.truth[p].iter().zip(&bounds[p]))
                    .map(|(t, b)| t + b * random.between(-1.0, 1.0))
                    .collect(),
                bound: bounds[p].clone(),
                point: &self.points[p],
                value: &self.values[p],
                direction: &[],
                blocks: &self.blocks,
                names: &names,
                suspects: &[],
                batch: self.batch,
                hints: &[],
            })
            .collect();
        diagnose(&cases)
    }
}

fn each(a: &[f64], b: &[f64], change: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| change(*a, *b)).collect()
}

fn list(n: usize, points: usize, random: &mut Stream) -> Scene {
    Scene::new(vec![Block::vector(n)], points, random)
}

fn layer(random: &mut Stream) -> Scene {
    Scene::new(vec![Block::matrix(3, 4), Block::vector(3)], 1, random)
}

fn softmax(z: &[f64]) -> Vec<f64> {
    let total: f64 = z.iter().map(|z| z.exp()).sum();
    z.iter().map(|z| z.exp() / total).collect()
}

/// A layer of 3 inputs and 4 tanh units, and one of 2 outputs after it, with one sample.
fn two_layers(
    random: &mut Stream,
    points: usize,
    unit: impl Fn(f64, &[f64], &[f64], &[f64]) -> f64,
) -> Scene {
    let blocks = vec![
        Block::matrix(4, 3),
        Block::vector(4),
        Block::matrix(2, 4),
        Block::vector(2),
    ];
    let mut scene = Scene::new(blocks, points, random);
    for p in 0..points {
        let x = [0.5, -1.0, 2.0];
        let a: Vec<f64> = (0..4)
            .map(|_| random.sign() * random.between(0.2, 0.9))
            .collect();
        let e: Vec<f64> = (0..2)
            .map(|_| random.sign() * random.between(0.5, 1.5))
            .collect();
        let w = scene.points[p][16..24].to_vec();
        let all = |delta: &dyn Fn(usize) -> f64| -> Vec<f64> {
            let mut flat: Vec<f64> = (0..12).map(|k| delta(k % 4) * x[k / 4]).collect();
            flat.extend((0..4).map(delta));
            flat.extend((0..8).map(|k| e[k % 2] * a[k / 2]));
            flat.extend(&e);
            flat
        };
        let column = |j: usize| [w[2 * j], w[2 * j + 1]];
        let back = |j: usize| (column(j)[0] * e[0] + column(j)[1] * e[1]) * (1.0 - a[j] * a[j]);
        scene.truth[p] = all(&back);
        scene.claimed[p] = all(&|j| unit(a[j], &column(j), &e, &[e[0] * a[j], e[1] * a[j]]));
    }
    scene
}

type Example = (&'static str, &'static str, fn(&mut Stream) -> Scene);

/// A hypothesis, the id it must name, and an example of it.
#[rustfmt::skip]
const EXAMPLES: &[Example] = &[
    ("all-zero", "always-zero", |r| list(12, 1, r).claim(|_, t, _| vec![0.0; t.len()])),
    ("named-constant", "factor-two", |r| list(12, 1, r).claim(|_, t, _| t.iter().map(|t| 2.0 * t).collect())),
    ("named-constant", "factor-two", |r| list(12, 1, r).claim(|_, t, _| t.iter().map(|t| 0.5 * t).collect())),
    ("named-constant", "sign-lost", |r| list(12, 1, r).claim(|_, t, _| t.iter().map(|t| -t).collect())),
    ("named-constant", "mean-factor-missing", |r| {
        let mut scene = list(12, 1, r).claim(|_, t, _| t.iter().map(|t| 7.0 * t).collect());
        scene.batch = Some(7);
        scene
    }),
    ("named-constant", "mean-factor-missing", |r| {
        let mut scene = list(12, 1, r).claim(|_, t, _| t.iter().map(|t| 2.0 / 7.0 * t).collect());
        scene.batch = Some(7);
        scene
    }),
    ("any-constant", "constant-multiple", |r| list(12, 1, r).claim(|_, t, _| t.iter().map(|t| 1.37 * t).collect())),
    ("stale", "stale-cache", |r| {
        let mut scene = list(12, 3, r);
        scene.claimed = vec![scene.truth[0].clone(), scene.truth[0].clone(), scene.truth[1].clone()];
        scene
    }),
    ("earlier-added", "accumulated-twice", |r| {
        let mut scene = list(12, 3, r);
        for p in 1..3 { scene.claimed[p] = each(&scene.truth[p], &scene.truth[p - 1], |a, b| a + b); }
        scene
    }),
    ("precision", "precision-lost", |r| list(12, 1, r).claim(|_, t, _| t.iter().map(|t| f64::from(*t as f32)).collect())),
    ("transposed", "gradient-transposed", |r| Scene::new(vec![Block::matrix(4, 4)], 1, r)
        .claim(|_, t, _| (0..16).map(|k| t[k / 4 + 4 * (k % 4)]).collect())),
    ("transposed", "gradient-transposed", |r| Scene::new(vec![Block::matrix(3, 4)], 1, r)
        .claim(|_, t, _| (0..12).map(|k| t[k / 4 + 3 * (k % 4)]).collect())),
    ("reversed", "index-shifted", |r| list(12, 1, r).claim(|_, t, _| t.iter().rev().copied().collect())),
    ("shifted", "index-shifted", |r| list(12, 1, r).claim(|_, t, _| { let mut t = t.to_vec(); t.rotate_left(1); t })),
    ("shifted", "index-shifted", |r| list(12, 1, r).claim(|_, t, _| { let mut t = t.to_vec(); t.remove(0); t.push(0.0); t })),
    ("swapped", "index-shifted", |r| list(12, 1, r).claim(|_, t, _| { let mut t = t.to_vec(); t.swap(2, 7); t })),
    ("permuted", "index-shifted", |r| list(12, 1, r).claim(|_, t, _| (0..12).map(|k| t[5 * k % 12]).collect())),
    ("rows-alike", "axis-confused", |r| Scene::new(vec![Block::matrix(3, 4)], 1, r)
        .claim(|_, t, _| (0..12).map(|k| (0..3).map(|i| t[i + 3 * (k / 3)]).sum::<f64>() / 3.0).collect())),
    ("other-function", "other-function", |r| list(12, 2, r).claim(|_, t, f| t.iter().map(|t| 2.0 * f * t).collect())),
    ("other-function", "other-function", |r| list(12, 2, r).claim(|_, t, f| t.iter().map(|t| t / f).collect())),
    ("activation-of-output", "activation-derivative-of-output", |r| {
        let mut scene = list(1, 12, r);
        let slope = |a: f64| a * (1.0 - a);
        for p in 0..12 {
            let a = r.between(0.05, 0.95);
            scene.values[p] = vec![a];
            let again = 1.0 / (1.0 + (-a).exp());
            scene.claimed[p][0] = scene.truth[p][0] * slope(again) / slope(a);
        }
        scene
    }),
    ("chain-factor", "missing-inner-derivative", |r| list(12, 1, r).claim(|x, t, _| each(t, x, |t, x| t / (2.0 * x)))),
    ("chain-factor", "extra-factor", |r| list(12, 1, r).claim(|x, t, _| each(t, x, |t, x| t * x.exp()))),
    ("chain-factor", "missing-activation-derivative", |r| list(12, 1, r)
        .claim(|x, t, _| each(t, x, |t, x| t / (1.0 - x.tanh().powi(2))))),
    ("chain-factor", "missing-activation-derivative", |r| {
        let mut scene = list(40, 1, r);
        for k in 0..40 { if scene.points[0][k] < 0.0 { scene.truth[0][k] = 0.0; } }
        scene
    }),
    ("diagonal-only", "softmax-diagonal-only", |r| {
        let mut scene = Scene::new(vec![Block::matrix(4, 4)], 1, r);
        let p = softmax(&scene.points[0][..4]);
        let entry = |i: usize, j: usize| if i == j { p[i] * (1.0 - p[i]) } else { -p[i] * p[j] };
        scene.truth[0] = (0..16).map(|k| entry(k % 4, k / 4)).collect();
        scene.claimed[0] = (0..16).map(|k| if k % 4 == k / 4 { entry(k % 4, k % 4) } else { 0.0 }).collect();
        scene.values[0] = p;
        scene
    }),
    ("diagonal-only", "elementwise-product-confused", |r| {
        let mut scene = Scene::new(vec![Block::matrix(4, 4)], 1, r);
        scene.claimed[0] = (0..16).map(|k| if k % 4 == k / 4 { scene.truth[0][k] } else { 0.0 }).collect();
        scene.values[0] = vec![3.0, -1.0, 0.5, 2.0];
        scene
    }),
    ("softmax", "softmax-diagonal-only", |r| {
        let mut scene = list(6, 1, r);
        let p = softmax(&scene.points[0]);
        let c = scene.truth[0].clone();
        let mean: f64 = p.iter().zip(&c).map(|(p, c)| p * c).sum();
        scene.truth[0] = each(&p, &c, |p, c| p * (c - mean));
        scene.claimed[0] = each(&p, &c, |p, c| p * (1.0 - p) * c);
        scene
    }),
    ("offset", "constant-offset", |r| list(12, 1, r).claim(|_, t, _| t.iter().map(|t| t + 0.25).collect())),
    ("penalty", "regularisation-term", |r| list(12, 1, r).claim(|x, t, _| each(t, x, |t, x| t - 0.1 * x))),
    ("penalty", "regularisation-term", |r| list(12, 1, r).claim(|x, t, _| each(t, x, |t, x| t + 0.1 * x.signum()))),
    ("block-factor", "mean-factor-missing", |r| {
        let mut scene = layer(r).claim(|_, t, _| (0..15).map(|k| if k < 12 { t[k] } else { 5.0 * t[k] }).collect());
        scene.batch = Some(5);
        scene
    }),
    ("block-factor", "part-left-zero", |r| layer(r).claim(|_, t, _| (0..15).map(|k| if k < 12 { t[k] } else { 0.0 }).collect())),
    ("other-block-added", "accumulated-twice", |r| Scene::new(vec![Block::matrix(3, 3), Block::matrix(3, 3)], 1, r)
        .claim(|_, t, _| (0..18).map(|k| if k < 9 { t[k] } else { t[k] + t[k - 9] }).collect())),
    ("edges", "edge-wrong", |r| list(12, 2, r).claim(|_, t, _| {
        let mut t = t.to_vec();
        (t[0], t[11]) = (t[0] + 0.31, t[11] - 0.17);
        t
    })),
    ("one-side", "branch-wrong", |r| list(40, 1, r).claim(|x, t, _| each(t, x, |t, x| if x > 0.7 { 0.3 * t + 0.1 } else { t }))),
    ("some-signs", "sign-lost", |r| list(12, 1, r).claim(|_, t, _| (0..12).map(|k| if k % 3 == 1 { -t[k] } else { t[k] }).collect())),
    ("whole-ratios", "part-left-zero", |r| list(12, 1, r).claim(|_, t, _| (0..12).map(|k| if k % 5 == 2 { 0.0 } else { t[k] }).collect())),
    ("whole-ratios", "accumulated-twice", |r| list(12, 1, r)
        .claim(|_, t, _| (0..12).map(|k| t[k] * [1.0, 2.0, 3.0, 1.0][k % 4]).collect())),
    ("whole-ratios", "last-write-wins", |r| list(12, 1, r)
        .claim(|_, t, _| (0..12).map(|k| t[k] / [1.0, 2.0, 3.0, 1.0][k % 4]).collect())),
    ("hidden-slope", "missing-activation-derivative", |r| two_layers(r, 2, |_, w, e, _| w[0] * e[0] + w[1] * e[1])),
    ("hidden-slope", "activation-derivative-of-output", |r| two_layers(r, 2, |a, w, e, _| (w[0] * e[0] + w[1] * e[1]) * (1.0 - a.tanh().powi(2)))),
    ("one-road", "last-write-wins", |r| two_layers(r, 2, |a, w, e, _| w[1] * e[1] * (1.0 - a * a))),
    ("one-road", "one-path-only", |r| two_layers(r, 2, |a, w, e, _| w[0] * e[0] * (1.0 - a * a))),
    ("updated-first", "updated-before-backward", |r| two_layers(r, 2, |a, w, e, g| {
        ((w[0] - 0.1 * g[0]) * e[0] + (w[1] - 0.1 * g[1]) * e[1]) * (1.0 - a * a)
    })),
    ("only-bias", "bias-gradient-not-summed", |r| layer(r).claim(|_, t, _| {
        let mut t = t.to_vec();
        (t[12], t[13], t[14]) = (0.3 * t[12] + 0.2, 0.9 * t[13] - 0.1, -0.2 * t[14] + 0.07);
        t
    })),
    ("unit-factor", "missing-activation-derivative", |r| layer(r)
        .claim(|_, t, _| (0..15).map(|k| t[k] * [4.3, 5.9, 7.1][k % 3]).collect())),
    ("unit-factor", "extra-factor", |r| layer(r)
        .claim(|_, t, _| (0..15).map(|k| t[k] * [0.2, 0.13, 0.07][k % 3]).collect())),
];

#[test]
fn every_hypothesis_names_its_example() {
    for hypothesis in HYPOTHESES {
        for id in hypothesis.ids {
            assert!(mistake::find(id).is_some(), "{id} is not in the catalogue");
        }
        let examples = EXAMPLES
            .iter()
            .filter(|(name, ..)| *name == hypothesis.name);
        assert!(examples.count() > 0, "{} has no example", hypothesis.name);
    }
    for (name, id, _) in EXAMPLES {
        let hypothesis = HYPOTHESES.iter().find(|h| h.name == *name);
        let hypothesis = hypothesis.unwrap_or_else(|| panic!("{name} is no hypothesis"));
        assert!(hypothesis.ids.contains(id), "{name} cannot name {id}");
    }
    let parameters: Vec<usize> = HYPOTHESES.iter().map(|h| h.parameters).collect();
    assert!(parameters.is_sorted(), "fewest parameters first");
}

#[test]
fn the_synthetic_rates() {
    let mut random = Stream::new(11, "rates");
    let trials = 20_000 / EXAMPLES.len() + 1;
    let mut worst = 1.0_f64;
    println!("{:22} {:34} {:>8}", "hypothesis", "id", "top-1");
    for (name, id, example) in EXAMPLES {
        let (mut named, mut others) = (0, std::collections::BTreeMap::new());
        for _ in 0..trials {
            let found = example(&mut random).diagnose(&mut random);
            match found.mistake.as_deref() {
                Some(mistake) if mistake == *id => named += 1,
                other => *others.entry(format!("{other:?}")).or_insert(0) += 1,
            }
        }
        let rate = named as f64 / trials as f64;
        worst = worst.min(rate);
        println!("{name:22} {id:34} {:>7.2}% {others:?}", 100.0 * rate);
    }
    assert!(worst >= 0.99, "the worst class is at {worst}");
}

#[test]
fn a_right_gradient_has_no_name() {
    let mut random = Stream::new(12, "right");
    for _ in 0..300 {
        for (name, _, example) in EXAMPLES {
            let mut scene = example(&mut random);
            scene.claimed = scene.truth.clone();
            let found = scene.diagnose(&mut random);
            assert_eq!(found.mistake, None, "the example of {name}, made right");
        }
    }
}

#[test]
fn what_fits_nothing_gets_no_name() {
    let mut random = Stream::new(13, "random");
    let mut named = Vec::new();
    for _ in 0..2000 {
        for blocks in [
            vec![Block::vector(12)],
            vec![Block::matrix(3, 4), Block::vector(3)],
            vec![Block::vector(2)],
            vec![Block::number()],
        ] {
            let scene = Scene::new(blocks, 1 + random.below(4), &mut random);
            let noise: Vec<f64> = (0..16).map(|_| random.between(-1.0, 1.0)).collect();
            let found = scene
                .claim(|_, t, f| {
                    each(t, &noise, |t, e| {
                        t * (1.0 + 0.3 * e * f.sin()) + 0.2 * e * e
                    })
                })
                .diagnose(&mut random);
            named.extend(found.mistake);
        }
    }
    assert!(named.len() <= 8, "{} of 8000: {named:?}", named.len());
}

#[test]
fn the_runner_up_is_shown() {
    // Every second number is zero at the only point: a path never followed, or a switch that depends on the coordinate.
    let mut random = Stream::new(14, "runner-up");
    let scene = list(12, 1, &mut random).claim(|_, t, _| {
        let mut t = t.to_vec();
        (t[0], t[11]) = (0.0, 0.0);
        t
    });
    let found = scene.diagnose(&mut random);
    assert_eq!(found.mistake.as_deref(), Some("edge-wrong"));
    assert_eq!(found.runner_up.as_deref(), Some("part-left-zero"));
    assert!(found.text.contains("It would also fit"), "{}", found.text);
}
