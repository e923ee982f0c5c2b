import math

import numpy as np


def f(x, y):
    return x**2 + y**2


def gradient(x, y):
    return x, y


def directional_rate(func, x, y, angle, step):
    return (func(x + step * math.sin(angle), y + step * math.cos(angle)) - func(x, y)) / step


def steepest_ascent(func, x, y):
    best, best_rate = 0, -np.inf
    for degree in range(360):
        angle = math.radians(degree)
        rate = (func(x + 1e-5 * math.cos(angle), y + 1e-5 * math.sin(angle)) - func(x, y)) / 1e-5
        if rate > best_rate:
            best, best_rate = angle, rate
    return [best_rate * math.cos(best), best_rate * math.sin(best)]
