"""Lesson 3 · Gradient of a vector function, f(x, y) = x² + y²."""

import numpy as np

from graders.engine import close, formula, gradient_of, item, lesson, mistake

A, B = lesson(__file__).A, lesson(__file__).B  # f(x, y) = A x² + B y²
POINTS = [(3.0, -2.0), (1.0, 1.0), (0.5, 1.25)]  # the first has no symmetry, so that mistakes show apart
HILLS = [formula("x*y + 3*x", "x", "y"), formula("exp(x/2) - y**2", "x", "y"), formula("2*x - 5*y", "x", "y")]
ANGLES = [0.4, 2.2, -1.1]
STEP = 0.3


@item(2, hint="Square x, square y, add: it then works for numbers and for arrays.")
@mistake(
    "length",
    lambda x, y: np.sqrt(A * x**2 + B * y**2),
    "That is the distance from the origin: there is no square root in f.",
)
@mistake(
    "cube", lambda x, y: A * x**2 + B * y**3, "That is the example of the course text. This task's f has y²."
)
def test_f(student, reference, draw):
    """f(x, y) is x² + y², for numbers and for arrays"""
    for x, y in [*POINTS, *draw.points(2, -4, 4), (draw.array((2, 3), -3, 3), draw.array((2, 3), -3, 3))]:
        assert student.f(x, y) == close(reference.f(x, y))


@item(4, hint="Hold y still and differentiate by x; then hold x still and differentiate by y.")
@mistake(
    "the-point-itself",
    lambda x, y: (A * x, B * y),
    "That is the point you were given: when you differentiate x², its power comes down as a factor.",
)
@mistake(
    "swapped",
    lambda x, y: (2 * B * y, 2 * A * x),
    "The two partial derivatives are in the wrong order: the one by x comes first.",
)
@mistake(
    "summed",
    lambda x, y: 2 * A * x + 2 * B * y,
    "A gradient is a vector: keep the two partial derivatives apart.",
)
@mistake(
    "unit",
    lambda x, y: np.array([A * x, B * y]) / np.hypot(A * x, B * y),
    "You return only the direction, a vector of length 1. The gradient's length matters too.",
)
@mistake(
    "descent",
    lambda x, y: (-2 * A * x, -2 * B * y),
    "This points downhill. The gradient points where f grows.",
)
@mistake(
    "always-at-one-one",
    lambda x, y: (2 * A, 2 * B),
    "Your answer does not depend on x and y: use the arguments.",
)
@mistake(
    "other-term-kept",
    lambda x, y: (2 * A * x + B * y**2, A * x**2 + 2 * B * y),
    "When you differentiate by x, y is a constant, and so is y². How fast does a constant change?",
)
@mistake("squares", lambda x, y: (A * x**2, B * y**2), "These are the two terms of f, not their derivatives.")
def test_gradient(student, reference, draw):
    """gradient(x, y) is (∂f/∂x, ∂f/∂y)"""
    for x, y in [*POINTS, *draw.points(2, -4, 4)]:
        assert student.gradient(x, y) == close(
            reference.gradient(x, y), differences=gradient_of(reference.f, x, y)
        )


@item(
    4,
    hint="Go a step of the given length in the direction (cos θ, sin θ), and divide the change of func by the step.",
)
@mistake(
    "angle-from-y",
    lambda func, x, y, t, h: (func(x + h * np.sin(t), y + h * np.cos(t)) - func(x, y)) / h,
    "You measure the angle from the y axis, as the course text does. This task measures it from the x axis.",
)
@mistake(
    "degrees",
    lambda func, x, y, t, h: (
        (func(x + h * np.cos(np.radians(t)), y + h * np.sin(np.radians(t))) - func(x, y)) / h
    ),
    "Your angle is taken as degrees: it comes in radians, as np.cos takes it.",
)
@mistake(
    "not-divided",
    lambda func, x, y, t, h: func(x + h * np.cos(t), y + h * np.sin(t)) - func(x, y),
    "That is how much func changes; a rate is that change divided by the step.",
)
@mistake(
    "divided-by-x-part",
    lambda func, x, y, t, h: (func(x + h * np.cos(t), y + h * np.sin(t)) - func(x, y)) / (h * np.cos(t)),
    "You divide by the part of the step along x. Divide by the length of the whole step.",
)
@mistake(
    "unit-step",
    lambda func, x, y, t, h: func(x + np.cos(t), y + np.sin(t)) - func(x, y),
    "You moved by 1, whatever the step: use the argument.",
)
@mistake(
    "unit-step-divided",
    lambda func, x, y, t, h: (func(x + np.cos(t), y + np.sin(t)) - func(x, y)) / h,
    "You divide by the step, but moved by 1: go as far as you divide by.",
)
@mistake(
    "central",
    lambda func, x, y, t, h: (
        (func(x + h * np.cos(t), y + h * np.sin(t)) - func(x - h * np.cos(t), y - h * np.sin(t))) / (2 * h)
    ),
    "You look ahead and back: a central difference. The task asks for the step forward only.",
)
@mistake(
    "backward",
    lambda func, x, y, t, h: (func(x, y) - func(x - h * np.cos(t), y - h * np.sin(t))) / h,
    "You look back. The task asks for the step forward from (x, y).",
)
@mistake(
    "step-ignored",
    lambda func, x, y, t, h: (func(x + 1e-4 * np.cos(t), y + 1e-4 * np.sin(t)) - func(x, y)) / 1e-4,
    "Your answer does not depend on the step that is passed in: use the argument.",
    when=lambda answer, func, x, y, t, h: np.isclose(
        answer, gradient_of(func, x, y).value @ [np.cos(t), np.sin(t)], rtol=1e-3, atol=1e-3
    ),
)
@mistake(
    "func-ignored",
    lambda func, x, y, t, h: (
        (A * (x + h * np.cos(t)) ** 2 + B * (y + h * np.sin(t)) ** 2 - A * x**2 - B * y**2) / h
    ),
    "Your answer is the same for every func: use the function that is passed in.",
)
@mistake(
    "clockwise",
    lambda func, x, y, t, h: (func(x + h * np.cos(t), y - h * np.sin(t)) - func(x, y)) / h,
    "Your angle turns clockwise. Angles grow counter-clockwise: the step along y is + sin θ.",
)
def test_directional_rate(student, reference, draw):
    """directional_rate(func, x, y, angle, step) is the rate that way"""
    for func in HILLS[:2]:
        for angle in [*ANGLES, draw.number(-3, 3)]:
            for x, y in [POINTS[0], *draw.points(1, -2, 2)]:
                rate = reference.directional_rate(func, x, y, angle, STEP)
                assert student.directional_rate(func, x, y, angle, STEP) == close(rate)


@item(
    4,
    hint="Try many angles with a small step, keep the one with the largest rate, and make a vector of that length.",
)
@mistake(
    "angle",
    lambda func, x, y: np.arctan2(*_steepest(func, x, y)[::-1]),
    "You return the angle of the steepest direction. The answer is a vector: (rate·cos θ, rate·sin θ).",
    when=lambda answer, func, x, y: _is_angle(answer, func, x, y),
)
@mistake(
    "rate",
    lambda func, x, y: np.hypot(*_steepest(func, x, y)),
    "You return the steepest rate. The answer is a vector of that length in that direction.",
)
@mistake(
    "unit",
    lambda func, x, y: _steepest(func, x, y) / np.hypot(*_steepest(func, x, y)),
    "The direction is right, but the vector has length 1: its length is the steepest rate.",
    when=lambda answer, func, x, y: _unit(answer, func, x, y),
)
@mistake(
    "descent",
    lambda func, x, y: -_steepest(func, x, y),
    "This points where func falls fastest: keep the largest rate, not the smallest.",
)
@mistake(
    "swapped",
    lambda func, x, y: _steepest(func, x, y)[::-1],
    "The two components are exchanged: from the x axis, (cos θ, sin θ) is the direction.",
)
@mistake(
    "func-ignored",
    lambda func, x, y: (2 * A * x, 2 * B * y),
    "Your answer is the same for every func: use the function that is passed in.",
)
@mistake(
    "few-directions",
    lambda func, x, y: _among(func, x, y, 24),
    "The direction is roughly right: try more angles, and a smaller step.",
    when=lambda answer, func, x, y: _roughly(answer, func, x, y),
)
def test_steepest_ascent(student, reference, draw):
    """steepest_ascent(func, x, y) is the gradient of any func, within 1 %"""
    for func in HILLS:
        for x, y in [(1.0, 1.0), (2.0, -1.5), (-0.5, 1.2), *draw.points(1, 1, 2)]:
            gradient = gradient_of(func, x, y)
            assert student.steepest_ascent(func, x, y) == close(gradient, length=0.01)


def _steepest(func, x, y):
    return gradient_of(func, x, y).value


def _among(func, x, y, count):
    """Return the steepest of a few directions."""
    angles = np.linspace(0, 2 * np.pi, count, endpoint=False)
    rates = [(func(x + 1e-4 * np.cos(t), y + 1e-4 * np.sin(t)) - func(x, y)) / 1e-4 for t in angles]
    best = int(np.argmax(rates))
    return np.array([rates[best] * np.cos(angles[best]), rates[best] * np.sin(angles[best])])


def _is_angle(answer, func, x, y):
    direction = _steepest(func, x, y) / np.hypot(*_steepest(func, x, y))
    return np.ndim(answer) == 0 and np.allclose([np.cos(answer), np.sin(answer)], direction, atol=0.1)


def _unit(answer, func, x, y):
    gradient = _steepest(func, x, y)
    return np.allclose(answer, gradient / np.hypot(*gradient), atol=0.1) and np.isclose(np.hypot(*answer), 1)


def _roughly(answer, func, x, y):
    gradient = _steepest(func, x, y)
    return np.hypot(*(answer - gradient)) <= 0.45 * np.hypot(*gradient)
