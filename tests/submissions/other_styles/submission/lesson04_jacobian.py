import math

import sympy as sp


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def f(x, y, p, q, r, s, t, u):
    return [sigmoid(p * x + q * y), sigmoid(r * x + s * y), sigmoid(t * x + u * y)]


def jacobian(x, y, p, q, r, s, t, u):
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        slope = 1 / (4 * math.cosh((a * x + b * y) / 2) ** 2)
        rows.append([sp.Float(a * slope), sp.Float(b * slope)])
    return sp.Matrix(rows)


def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u", real=True)
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        slope = (1 - sp.tanh((a * x + b * y) / 2) ** 2) / 4
        rows.append([a * slope, b * slope])
    return sp.ImmutableMatrix(rows)
