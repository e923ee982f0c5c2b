import numpy as np
from scipy.optimize import minimize


def margins(line, points, labels):
    a, b, c = line
    return points @ np.array([a, b]) + c


def separating_line(points, labels):
    constraints = [
        {"type": "ineq", "fun": lambda line, p=p, y=y: y * (line[0] * p[0] + line[1] * p[1] + line[2]) - 1}
        for p, y in zip(points, labels)
    ]
    return minimize(lambda line: line[0] ** 2 + line[1] ** 2, (1, 1, 1), constraints=constraints).x


def support_vectors(points, labels):
    line = separating_line(points, labels)
    return [i for i, m in enumerate(labels * margins(line, points, labels)) if abs(m - 1) < 1e-3]


def reason_unchanged():
    return "far"
