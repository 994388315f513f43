"""Runs the same right and wrong gradients through every checker and writes one table.

    benches/peers/run

Each checker is used with its defaults; where it gives a number and no verdict, the rule stands in the table."""

import datetime
import json
import math
import subprocess
import sys
import time
import warnings
from importlib.metadata import version

import autograd
import jax
import numdifftools
import numpy as np
import scipy.optimize
import torch
from autograd.extend import defvjp, primitive
from autograd.test_util import check_grads
from jax.test_util import check_vjp

from functions import FUNCTIONS, MUTATORS, gradients, visible

warnings.filterwarnings("ignore")
jax.config.update("jax_enable_x64", True)


def passes(call):
    """Whether a checker that raises on disagreement does not."""
    try:
        call()
        return True
    except Exception:
        return False


def torch_check(fast):
    def check(f, g, x):
        class Claimed(torch.autograd.Function):
            @staticmethod
            def forward(ctx, t):
                ctx.save_for_backward(t)
                return torch.tensor(float(f(t.detach().numpy())), dtype=torch.float64)

            @staticmethod
            def backward(ctx, out):
                (t,) = ctx.saved_tensors
                return out * torch.from_numpy(np.array(g(t.detach().numpy())))

        t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        return passes(lambda: torch.autograd.gradcheck(Claimed.apply, (t,), fast_mode=fast))

    return check


def jax_check(f, g, x):
    def pulled(x):
        return np.float64(f(np.asarray(x))), lambda out: (np.asarray(out) * g(np.asarray(x)),)

    return passes(lambda: check_vjp(lambda x: np.float64(f(np.asarray(x))), pulled, (x,)))


def autograd_check(f, g, x):
    claimed = primitive(lambda x: float(f(x)))
    defvjp(claimed, lambda out, x: lambda v: v * g(x))
    np.random.seed(0)
    return passes(lambda: check_grads(claimed, modes=["rev"], order=1)(x))


def scipy_check_grad(f, g, x):
    return bool(scipy.optimize.check_grad(f, g, x) < 1e-5)


def scipy_check_derivative(f, g, x):
    from scipy.optimize._numdiff import check_derivative

    return bool(check_derivative(lambda x: np.atleast_1d(f(x)), lambda x: np.atleast_2d(g(x)), x) < 1e-6)


def numdifftools_check(f, g, x):
    return bool(np.allclose(g(x), numdifftools.Gradient(f)(x), rtol=1e-6, atol=1e-9))


class Ours:
    """Our checker, in a process of its own."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.undecided = False
        self.evaluations = 0

    def say(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def hear(self):
        return json.loads(self.process.stdout.readline())

    def __call__(self, f, g, x):
        self.say({"check": [float(v) for v in x]})
        while True:
            message = self.hear()
            if "verdict" in message:
                self.undecided = message["verdict"] not in ("agrees", "agrees-weakly", "disagrees")
                self.evaluations = message["evaluations"]
                return message["passes"]
            key = "value" if "value" in message else "gradient"
            x = np.array([math.nan if v is None else v for v in message[key]])
            y = np.atleast_1d(f(x) if key == "value" else g(x))
            self.say({"numbers": [float(v) if math.isfinite(v) else None for v in y]})

    def time(self, what):
        self.say({"time": what})
        return self.hear()


class Row:
    def __init__(self, name, rule, check):
        self.name, self.rule, self.check = name, rule, check
        self.rejected, self.gross, self.fine, self.abstained = [], [], [], [0, 0]
        self.evaluations = self.seconds = 0

    def run(self, f, g, x):
        calls = [0]

        def counted(x):
            calls[0] += 1
            return f(x)

        start = time.perf_counter()
        accepted = self.check(counted, g, x)
        self.seconds += time.perf_counter() - start
        self.evaluations += calls[0]
        return accepted, getattr(self.check, "undecided", False)

    def right(self, name, f, g, x):
        accepted, undecided = self.run(f, g, x)
        if undecided:
            self.abstained[0] += 1
        elif not accepted:
            self.rejected.append(name)

    def wrong(self, name, gross, f, g, x):
        accepted, undecided = self.run(f, g, x)
        if undecided:
            self.abstained[1] += 1
        elif accepted:
            (self.gross if gross else self.fine).append(name)


def compare(rows):
    counts = [0, 0, 0, 0]
    for name, f, x in FUNCTIONS:
        x = np.array(x, dtype=float)
        right = gradients(f)
        here = right(x)
        counts[0] += 1
        for row in rows:
            row.right(name, f, right, x)
        for what, gross, mutate in MUTATORS:
            if not visible(mutate(here, x), here):
                continue
            counts[1 if gross else 2] += 1
            wrong = lambda x, mutate=mutate: mutate(right(x), x)
            for row in rows:
                row.wrong(f"{name}, {what}", gross, f, wrong, x)
        counts[3] += len(x)
    return counts


def best_of_three(call):
    def once():
        start = time.perf_counter()
        call()
        return time.perf_counter() - start

    call()
    return min(once() for _ in range(3))


def torch_network():
    torch.manual_seed(0)
    shapes = [(64, 20), (64,), (20, 64), (20,)]
    w = [(0.1 * torch.randn(s, dtype=torch.float64)).requires_grad_() for s in shapes]
    x = torch.randn(20, dtype=torch.float64)

    def loss(w1, b1, w2, b2):
        return 0.5 * ((w2 @ torch.tanh(w1 @ x + b1) + b2 - x) ** 2).sum()

    return best_of_three(lambda: torch.autograd.gradcheck(loss, w))


class OneOff(torch.autograd.Function):
    """The sum of sines, with one number of the gradient off by 1e-4."""

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.sin().sum()

    @staticmethod
    def backward(ctx, out):
        (x,) = ctx.saved_tensors
        g = x.cos()
        g[271828] += 1e-4
        return out * g


def torch_million():
    x = (4.0 * torch.rand(1_000_000, dtype=torch.float64) - 2.0).requires_grad_()
    seconds = best_of_three(lambda: torch.autograd.gradcheck(lambda x: x.sin().sum(), (x,), fast_mode=True))
    found = not passes(lambda: torch.autograd.gradcheck(OneOff.apply, (x,), fast_mode=True))
    return seconds, found


def table(rows, counts):
    right, gross, fine, coordinates = counts
    checks = right + gross + fine
    lines = [
        f"| checker | rule | right ones rejected (of {right}) | gross mistakes accepted (of {gross}) | fine ones accepted (of {fine}) | undecided, right / wrong | values a check | ms a check |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        lines.append(
            f"| {row.name} | {row.rule} | {len(row.rejected)} | {len(row.gross)} | {len(row.fine)} | {row.abstained[0]} / {row.abstained[1]} | {row.evaluations / checks:.0f} | {1000 * row.seconds / checks:.1f} |"
        )
    return "\n".join(lines)


def main():
    ours = Ours(sys.argv[1])
    rows = [
        Row("pencilgrad", "its verdict", ours),
        Row(f"torch {version('torch')}, gradcheck", "defaults", torch_check(False)),
        Row(f"torch {version('torch')}, gradcheck, fast", "defaults", torch_check(True)),
        Row(f"jax {version('jax')}, check_vjp", "defaults, 64 bits", jax_check),
        Row(f"autograd {version('autograd')}, check_grads", "defaults, first order", autograd_check),
        Row(f"scipy {version('scipy')}, check_grad", "below 1e-5", scipy_check_grad),
        Row(f"scipy {version('scipy')}, check_derivative", "below 1e-6", scipy_check_derivative),
        Row(f"numdifftools {version('numdifftools')}, Gradient", "allclose, 1e-6 and 1e-9", numdifftools_check),
    ]
    counts = compare(rows)
    network, million = ours.time("network"), ours.time("million")
    slow, (fast, fast_found) = torch_network(), torch_million()
    yes = lambda found: "found" if found else "not seen"
    print(f"""# Gradient checkers, side by side

Written by `benches/peers/run` on {datetime.date.today()}, with Python {sys.version.split()[0]} and numpy {version('numpy')}. Counts do not depend
on the machine; times do, and only their ratios within this file mean anything. Our checker runs in a process of its own
and asks for every value over a pipe, so its milliseconds in the first table are mostly the pipe's.

{counts[0]} functions at one point each, {counts[3]} coordinates: elementary, badly scaled, offset, oscillating, standard problems, fits and
networks, stationary points. {len(MUTATORS)} ways to get a gradient wrong; those that change nothing at a point are left out. Torch accepts
errors below a thousandth by choice: judge it on the gross ones.

{table(rows, counts)}

Large gradients, each checker on its own code for the same function, best of three:

| work | pencilgrad | torch | ratio |
|---|---|---|---|
| every coordinate of a 20-64-20 network, N = 2,644 | {1000 * network['seconds']:.1f} ms, {network['evaluations'] / 2644:.2f} values a coordinate | gradcheck {1000 * slow:.1f} ms | {network['seconds'] / slow:.2f} |
| a sum of sines, N = 1,000,000 | {1000 * million['seconds']:.0f} ms, {million['evaluations']} values | gradcheck, fast {1000 * fast:.0f} ms | {million['seconds'] / fast:.1f} |
| the same with one number off by 1e-4 | {yes(million['found'])} | {yes(fast_found)} | |
""")
    for row in rows:
        print(f"{row.name}: rejected {row.rejected}, gross {row.gross[:8]}, fine {row.fine[:8]}", file=sys.stderr)
    mine, others = rows[0], rows[1:]
    wrong = lambda row: (len(row.rejected), len(row.gross) + len(row.fine))
    for row in others:
        a, b = wrong(mine), wrong(row)
        if a[0] > b[0] or a[1] > b[1] or sum(a) >= sum(b):
            sys.exit(f"{row.name} does as well: {b} against our {a}")


if __name__ == "__main__":
    main()
