import numpy as np
from sympy import Matrix, exp, symbols


def f(x, y, p, q, r, s, t, u):
    z = np.array([p * x + q * y, r * x + s * y, t * x + u * y])
    return 1 / (1 + np.exp(-z))


def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    rows = [[a * (1 - a) * p, a * (1 - a) * q], [b * (1 - b) * r, b * (1 - b) * s], [c * (1 - c) * t, c * (1 - c) * u]]
    return np.array(rows).T


def jacobian_expression():
    x, y, p, q, r, s, t, u = symbols("x y p q r s t u")
    f = Matrix([1 / (1 + exp(-(p * x + q * y))), 1 / (1 + exp(-(r * x + s * y))), 1 / (1 + exp(-(t * x + u * y)))])
    return f.jacobian([x, y])
