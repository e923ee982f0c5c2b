import numpy as np
from scipy.optimize import minimize


def margins(line, points, labels):
    return [label * (line[0] * x + line[1] * y + line[2]) for (x, y), label in zip(points, labels)]


def separating_line(points, labels):
    constraint = {"type": "ineq", "fun": lambda line: np.array(margins(line, points, labels)) - 1}
    found = minimize(lambda line: line[:2] @ line[:2], [0, 0, 0.5], constraints=constraint, method="SLSQP")
    return tuple(found.x)


def support_vectors(points, labels):
    line = separating_line(points, labels)
    return np.where(np.abs(np.array(margins(line, points, labels)) - 1) < 1e-3)[0]


def reason_unchanged():
    return "INACTIVE"
