"""The functions of the comparison and the ways to get their gradients wrong.

Each function is written once, for autograd's numpy; the true gradient is reverse-mode automatic differentiation."""

import autograd.numpy as np
from autograd import grad

_rows = np.random.RandomState(7)
X = _rows.randn(30, 4)
Y = (X @ np.array([1.0, -2.0, 0.5, 0.0]) + 0.3 * _rows.randn(30) > 0).astype(float)
T = X @ np.array([0.3, 1.0, -0.7, 2.0]) + 0.1 * _rows.randn(30)
DOSE = np.linspace(0.1, 4.0, 20)
SEEN = 2.0 * np.exp(-0.8 * DOSE) + 0.01 * _rows.randn(20)
A = _rows.randn(6, 6)


def softplus(z):
    return np.log1p(np.exp(-np.abs(z))) + np.maximum(z, 0.0)


def network(w, act=np.tanh):
    hidden = act(X @ w[:12].reshape(3, 4).T + w[12:15])
    return np.mean((hidden @ w[15:18] + w[18] - T) ** 2)


def deep(w):
    a = np.tanh(X @ w[:8].reshape(2, 4).T + w[8:10])
    a = np.tanh(a @ w[10:16].reshape(3, 2).T + w[16:19])
    return 0.5 * np.mean((a @ w[19:22] - T) ** 2)


def cross_entropy(w):
    z = X @ w.reshape(3, 4).T
    return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(30), np.arange(30) % 3])


def rosenbrock(x):
    return np.sum(100.0 * (x[1:] - x[:-1] ** 2) ** 2 + (1.0 - x[:-1]) ** 2)


def layer_norm(x):
    y = (x - np.mean(x)) / np.sqrt(np.mean((x - np.mean(x)) ** 2) + 1e-5)
    return np.sum(y * np.arange(1.0, len(x) + 1.0))


def points(seed, n, scale=1.0):
    return scale * np.random.RandomState(seed).randn(n)


# Name, function, point.
FUNCTIONS = [
    ("sum of sines", lambda x: np.sum(np.sin(x)), points(1, 5)),
    ("sum of exponentials", lambda x: np.sum(np.exp(x)), points(2, 5)),
    ("product", lambda x: np.prod(x), points(3, 4)),
    ("cubic", lambda x: np.sum(x ** 3 - 2.0 * x), points(4, 5)),
    ("norm", lambda x: np.sqrt(np.sum(x ** 2)), points(5, 6)),
    ("log-sum-exp", lambda x: np.log(np.sum(np.exp(x))), points(6, 6)),
    ("softmax, third", lambda x: np.exp(x[2]) / np.sum(np.exp(x)), points(7, 6)),
    ("entropy", lambda x: -np.sum(x * np.log(x)), np.array([0.1, 0.2, 0.3, 0.4])),
    ("rational", lambda x: np.sum(1.0 / (1.0 + x ** 2)), points(8, 5)),
    ("arctangent", lambda x: np.sum(np.arctan(3.0 * x)), points(9, 5)),
    ("tanh", lambda x: np.sum(np.tanh(x) * x), points(10, 5)),
    ("power x to the y", lambda x: x[0] ** x[1], np.array([1.7, 2.3])),
    ("quadratic form", lambda x: x @ A @ x, points(11, 6)),
    ("log-determinant of a diagonal", lambda x: np.sum(np.log(x)), np.array([0.5, 2.0, 30.0])),
    ("soft-plus", lambda x: np.sum(softplus(x)), points(12, 5)),
    # Badly scaled.
    ("scaled by 1e-8", lambda x: 1e-8 * np.sum(np.sin(x)), points(13, 5)),
    ("scaled by 1e-5", lambda x: 1e-5 * np.sum(x ** 3), points(14, 5)),
    ("scaled by 1e-3", lambda x: 1e-3 * np.sum(np.exp(x)), points(15, 5)),
    ("scaled by 1e4", lambda x: 1e4 * np.sum(np.cos(x)), points(16, 5)),
    ("scaled by 1e8", lambda x: 1e8 * np.sum(np.sin(x)), points(17, 5)),
    ("mean of 600000", lambda x: np.sum(x ** 2) / 600000.0, points(18, 6)),
    ("points of size 1e4", lambda x: np.sum(np.sin(x / 1e4)), points(19, 4, 1e4)),
    ("points of size 1e-3", lambda x: np.sum(np.sin(1e3 * x)), points(20, 4, 1e-3)),
    ("points of size 1e-6", lambda x: np.sum((1e6 * x) ** 2), points(21, 4, 1e-6)),
    ("two scales", lambda x: np.sin(1e3 * x[0]) + 1e-3 * x[1] ** 2, np.array([0.0013, 700.0])),
    ("logarithm near its edge", lambda x: np.sum(np.log(x)), np.array([1e-3, 1e-2, 1.0])),
    ("logarithm at 1e-6", lambda x: np.log(x[0]) + x[1] ** 2, np.array([1e-6, 1.0])),
    ("root near its edge", lambda x: np.sum(np.sqrt(x)), np.array([1e-4, 1e-2, 1.0])),
    ("reciprocal near its pole", lambda x: np.sum(1.0 / x), np.array([0.01, 0.5])),
    ("Brown, badly scaled", lambda x: (x[0] - 1e6) ** 2 + (x[1] - 2e-6) ** 2 + (x[0] * x[1] - 2.0) ** 2, np.array([1.0, 1.0])),
    ("Powell, badly scaled", lambda x: (1e4 * x[0] * x[1] - 1.0) ** 2 + (np.exp(-x[0]) + np.exp(-x[1]) - 1.0001) ** 2, np.array([0.1, 1.0])),
    # On an offset.
    ("offset by 1e3", lambda x: 1e3 + np.sum(np.sin(x)), points(22, 5)),
    ("offset by 1e6", lambda x: 1e6 + np.sum(np.sin(x)), points(23, 5)),
    # Oscillating.
    ("sin 30 x", lambda x: np.sum(np.sin(30.0 * x)), points(24, 4)),
    ("sin 1000 x", lambda x: np.sum(np.sin(1000.0 * x)), points(25, 3)),
    ("a ripple on a slope", lambda x: np.sum(x + 1e-3 * np.sin(200.0 * x)), points(26, 4)),
    # Standard problems.
    ("Rosenbrock, 2", rosenbrock, np.array([-1.2, 1.0])),
    ("Rosenbrock, 10", rosenbrock, points(27, 10)),
    ("Beale", lambda x: (1.5 - x[0] + x[0] * x[1]) ** 2 + (2.25 - x[0] + x[0] * x[1] ** 2) ** 2 + (2.625 - x[0] + x[0] * x[1] ** 3) ** 2, np.array([1.0, 0.8])),
    ("Himmelblau", lambda x: (x[0] ** 2 + x[1] - 11.0) ** 2 + (x[0] + x[1] ** 2 - 7.0) ** 2, np.array([0.5, -1.0])),
    ("Powell, singular", lambda x: (x[0] + 10.0 * x[1]) ** 2 + 5.0 * (x[2] - x[3]) ** 2 + (x[1] - 2.0 * x[2]) ** 4 + 10.0 * (x[0] - x[3]) ** 4, np.array([3.0, -1.0, 0.3, 1.0])),
    ("Wood", lambda x: 100.0 * (x[1] - x[0] ** 2) ** 2 + (1.0 - x[0]) ** 2 + 90.0 * (x[3] - x[2] ** 2) ** 2 + (1.0 - x[2]) ** 2 + 10.1 * ((x[1] - 1.0) ** 2 + (x[3] - 1.0) ** 2) + 19.8 * (x[1] - 1.0) * (x[3] - 1.0), np.array([-3.0, -1.0, -3.0, -1.0])),
    # Fits and networks.
    ("least squares", lambda w: np.sum((X @ w - T) ** 2), points(28, 4)),
    ("mean least squares with a penalty", lambda w: np.mean((X @ w - T) ** 2) + 0.1 * np.sum(w ** 2), points(29, 4)),
    ("logistic regression", lambda w: np.mean(softplus(X @ w) - Y * (X @ w)), points(30, 4)),
    ("Poisson regression", lambda w: np.mean(np.exp(X @ w) - np.round(T + 3.0) * (X @ w)), points(31, 4, 0.5)),
    ("decay of a dose", lambda p: np.sum((p[0] * np.exp(-p[1] * DOSE) - SEEN) ** 2), np.array([1.5, 0.5])),
    ("Michaelis and Menten", lambda p: np.sum((p[0] * DOSE / (p[1] + DOSE) - SEEN) ** 2), np.array([1.0, 0.7])),
    ("softmax regression", cross_entropy, points(32, 12, 0.5)),
    ("network, tanh", network, points(33, 19, 0.5)),
    ("network, soft-plus", lambda w: network(w, softplus), points(34, 19, 0.5)),
    ("network, three layers", deep, points(35, 22, 0.5)),
    ("layer normalisation", layer_norm, points(36, 6)),
    ("cosine similarity", lambda x: x[:3] @ x[3:] / np.sqrt((x[:3] @ x[:3]) * (x[3:] @ x[3:])), points(37, 6)),
    # Stationary points.
    ("minimum of a square", lambda x: np.sum((x - 1.0) ** 2), np.ones(4)),
    ("minimum above an offset", lambda x: 3.0 + np.sum((x - 0.3) ** 2), 0.3 * np.ones(4)),
    ("minimum of a scaled square", lambda x: 1e-6 * np.sum(x ** 2), np.zeros(4)),
    ("saddle", lambda x: x[0] ** 2 - x[1] ** 2, np.zeros(2)),
    ("Rosenbrock at its minimum", rosenbrock, np.ones(4)),
    ("cosine at its top", lambda x: np.sum(np.cos(x)), np.zeros(3)),
]


def one(g, change):
    g = g.copy()
    k = len(g) // 2
    g[k] = change(g[k])
    return g


def top(g):
    return np.max(np.abs(g))


# Name, gross (True) or fine (False), the wrong gradient from the right one and the point.
MUTATORS = [
    ("doubled", True, lambda g, x: 2.0 * g),
    ("halved", True, lambda g, x: 0.5 * g),
    ("negated", True, lambda g, x: -g),
    ("1 % too large", True, lambda g, x: 1.01 * g),
    ("zero", True, lambda g, x: 0.0 * g),
    ("one dropped", True, lambda g, x: one(g, lambda v: 0.0)),
    ("one flipped", True, lambda g, x: one(g, lambda v: -v)),
    ("ends swapped", True, lambda g, x: np.concatenate([g[-1:], g[1:-1], g[:1]]) if len(g) > 1 else g),
    ("shifted", True, lambda g, x: np.roll(g, 1)),
    ("reversed", True, lambda g, x: g[::-1].copy()),
    ("a penalty too many", True, lambda g, x: g + 0.01 * top(g) * x / max(top(x), 1e-300)),
    ("0.05 % too large", False, lambda g, x: 1.0005 * g),
    ("one 1e-3 off", False, lambda g, x: one(g, lambda v: v * 1.001)),
    ("one 1e-5 off", False, lambda g, x: one(g, lambda v: v * (1.0 + 1e-5))),
    ("one 1e-4 of the largest off", False, lambda g, x: one(g, lambda v: v + 1e-4 * top(g))),
    ("one 1e-3 off at least", False, lambda g, x: one(g, lambda v: v + 1e-3 * max(top(g), 1.0))),
]


def gradients(f):
    """The right gradient, as a function."""
    return grad(f)


def visible(wrong, right):
    """Whether a mutant differs from the right gradient by more than rounding."""
    return np.max(np.abs(wrong - right)) > 1e-9 * top(right) + 1e-13
