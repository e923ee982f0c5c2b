from math import cos, pi, sin


def f(x, y):
    return x * x + y * y


def gradient(x, y):
    return [2 * x, 2 * y]


def directional_rate(func, x, y, angle, step):
    before, after = func(x, y), func(x + step * cos(angle), y + step * sin(angle))
    return (after - before) / step


def steepest_ascent(func, x, y):
    """Try every half degree: at (1, 1) this gives about 2.00007 for x² + y²."""
    angles = [i * pi / 360 for i in range(720)]
    best = max(angles, key=lambda angle: directional_rate(func, x, y, angle, 1e-4))
    rate = directional_rate(func, x, y, best, 1e-4)
    return rate * cos(best), rate * sin(best)
