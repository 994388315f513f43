#!/usr/bin/env python3
"""A gradient that the workbook can check: logistic regression, written with nothing but Python.

    cargo run -- check --program 'python3 workbook/examples/gradient_program.py' --at workbook/examples/gradient_point.json

With the argument `wrong` the gradient lacks the mean's 1/m.
"""

import json
import math
import sys

ROWS = [(1.0, -0.5, 2.0), (0.5, 1.5, -1.0), (-1.0, 0.5, 0.25), (2.0, 1.0, -0.5)]
LABELS = [1.0, 0.0, 0.0, 1.0]


def probability(w, row):
    return 1.0 / (1.0 + math.exp(-sum(wi * xi for wi, xi in zip(w, row))))


def value(w):
    """The mean of the negative log-likelihoods."""
    total = 0.0
    for row, y in zip(ROWS, LABELS):
        p = probability(w, row)
        total -= y * math.log(p) + (1.0 - y) * math.log(1.0 - p)
    return total / len(ROWS)


def gradient(w):
    """By hand: the mean of (p - y) x."""
    g = [0.0] * len(w)
    for row, y in zip(ROWS, LABELS):
        error = probability(w, row) - y
        for i, x in enumerate(row):
            g[i] += error * x
    if "wrong" in sys.argv[1:]:
        return g
    return [gi / len(ROWS) for gi in g]


def number(x):
    """JSON has no NaN and no infinities: they travel as text."""
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return x


def main():
    for line in sys.stdin:
        request = json.loads(line)
        if "value" in request:
            answer = {"value": number(value([float(x) for x in request["value"]]))}
        else:
            answer = {"gradient": [number(g) for g in gradient([float(x) for x in request["gradient"]])]}
        # Without the flush the answer would wait in a buffer, and both sides for ever.
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
