"""Lesson 3 · Gradient of a vector function, f(x, y) = x² + y²."""

import numpy as np
from numpy import cos, hypot, sin

from graders.engine import close, follows, formula, gradient_of, item, lesson, mistake

A, B = lesson(__file__).A, lesson(__file__).B  # f(x, y) = A x² + B y²
POINTS = [(3.0, -2.0), (1.0, 1.0), (0.5, 1.25)]  # the first has no symmetry, so that mistakes show apart
HILLS = [formula("x*y + 3*x", "x", "y"), formula("exp(x/2) - y**2", "x", "y")]
# Uphill lies in every quadrant: a search of a part of the circle, or a lost sign, does not pass by luck.
SLOPES = [*HILLS, formula("-2*x - 5*y", "x", "y"), formula("y**2/2 + 3*y - x**2 - 4*x", "x", "y")]
ANGLES = [0.4, 2.2, -1.1, 4.0]
FAR, NEAR = 0.02, 1e-11  # steps beyond which curvature, or rounding, costs a rate more than 1 %


def either(name, advice, *ways, within=1e-6):
    """Make one mistake of several ways to write it down; an answer is one of them to a share of its length."""

    def same(answer, wanted):
        off, length = np.linalg.norm(np.ravel(answer - wanted)), np.linalg.norm(np.ravel(wanted))
        return np.shape(answer) == wanted.shape and off <= within * length

    def when(answer, *given):
        return any(same(answer, np.asarray(way(*given), float)) for way in ways)

    return mistake(name, ways[0], advice, when=when)


@item(2, hint="Write the formula with x and y as they come in: no loop, no if. It then takes arrays too.")
@mistake(
    "length",
    lambda x, y: hypot(x, y),
    "That looks like the distance from the origin. Is there a square root in f?",
)
@mistake("cube", lambda x, y: A * x**2 + B * y**3, "That looks like the example of the text. This f has y².")
@mistake(
    "doubled",
    lambda x, y: 2 * A * x + 2 * B * y,
    "It looks like you multiply by 2 where f has a square. What is 3², and what is 3 · 2?",
)
@either(
    "powers",
    "Some powers look different from those in f: compare your line with the formula.",
    *(
        lambda x, y, m=m, n=n: A * x**m + B * y**n
        for m, n in [(1, 1), (2, 1), (1, 2), (3, 2), (3, 3), (4, 4)]
    ),
)
@mistake(
    "square-of-sum",
    lambda x, y: (x + y) ** 2,
    "It looks like you square the sum x + y. Try x = y = 1 by hand: is that the same as in f?",
)
@mistake(
    "minus",
    lambda x, y: A * x**2 - B * y**2,
    "It looks like one term is taken from the other: which sign stands between them in f?",
)
@either(
    "one-variable",
    "Your answer depends on one of x and y only: both should count.",
    lambda x, y: A * x**2,
    lambda x, y: B * y**2,
    lambda x, y: (A + B) * x**2,
    lambda x, y: (A + B) * y**2,
)
@mistake(
    "terms-apart",
    lambda x, y: (A * x**2, B * y**2),
    "You return the two terms of f side by side. f gives one height for each point.",
)
@mistake(
    "gradient",
    lambda x, y: (2 * A * x, 2 * B * y),
    "That looks like the gradient of f. Here f itself is asked for: the height at the point.",
)
def test_f(student, reference, draw):
    """f(x, y) is x² + y², for numbers and for arrays"""
    for x, y in [*POINTS, *draw.points(2, -4, 4), (draw.array((2, 3), -3, 3), draw.array((2, 3), -3, 3))]:
        assert student.f(x, y) == close(reference.f(x, y))


@item(4, hint="Hold y still and differentiate by x; then hold x still and differentiate by y.")
@mistake(
    "the-point-itself",
    lambda x, y: (A * x, B * y),
    "Each component is half of what it should be. When you differentiate x², where does the power go?",
)
@mistake(
    "swapped",
    lambda x, y: (2 * B * y, 2 * A * x),
    "The two partial derivatives are in the wrong order: the one by x comes first.",
)
@either(
    "summed",
    "It looks like you add the two partial derivatives. A gradient is a vector: keep them apart.",
    lambda x, y: 2 * A * x + 2 * B * y,
    lambda x, y: 2 * (A * x + B * y) * np.ones(2),
)
@mistake(
    "length",
    lambda x, y: 2 * hypot(A * x, B * y),
    "That is how long the gradient is. The gradient itself is a vector, with one component for each variable.",
)
@mistake(
    "unit",
    lambda x, y: np.array([A * x, B * y]) / hypot(A * x, B * y),
    "You return only the direction, a vector of length 1. The gradient's length matters too.",
)
@mistake(
    "descent",
    lambda x, y: (-2 * A * x, -2 * B * y),
    "This points downhill. In which direction does f grow?",
)
@either(
    "one-sign",
    "One of the components has the opposite sign: how does f change as you go that way?",
    lambda x, y: (2 * A * x, -2 * B * y),
    lambda x, y: (-2 * A * x, 2 * B * y),
)
@mistake(
    "always-at-one-one",
    lambda x, y: (2 * A, 2 * B),
    "Your answer is the same at every point: does it use x and y?",
)
@mistake(
    "other-term-kept",
    lambda x, y: (2 * A * x + B * y**2, A * x**2 + 2 * B * y),
    "When you differentiate by x, y is a constant, and so is y². How fast does a constant change?",
)
@mistake("squares", lambda x, y: (A * x**2, B * y**2), "These are the two terms of f, not their derivatives.")
@mistake(
    "f-itself", lambda x, y: A * x**2 + B * y**2, "That is the height f. How fast does it change along x?"
)
@mistake(
    "power-kept",
    lambda x, y: (2 * A * x**2, 2 * B * y**2),
    "You multiplied by the power but did not lower it. What is the derivative of x²?",
)
@either(
    "integrated",
    "It looks like you integrated. Differentiate your first component by x: you get a part of f back.",
    lambda x, y: (A * x**3 / 3, B * y**3 / 3),
    lambda x, y: (A * x**3 / 3 + B * y**2 * x, A * x**2 * y + B * y**3 / 3),
)
@either(
    "one-partial",
    "Only one of the two partial derivatives is there: f changes along the other axis too.",
    lambda x, y: (2 * A * x, 0),
    lambda x, y: (0, 2 * B * y),
    lambda x, y: 2 * A * x,
    lambda x, y: 2 * B * y,
)
@either(
    "one-variable",
    "Both components are made of the same variable: check which one each partial derivative needs.",
    lambda x, y: (2 * A * x, 2 * B * x),
    lambda x, y: (2 * A * y, 2 * B * y),
)
@mistake(
    "text-example",
    lambda x, y: (2 * A * x, 3 * B * y**2),
    "That looks like the gradient of the example in the text. This lesson's f has y².",
)
@mistake(
    "coarse-step",
    lambda x, y: (A * (2 * x + 0.1), B * (2 * y + 0.1)),
    "That looks like a difference over a small step, and it is a little off. Use the rules: they need no step.",
    when=lambda answer, x, y: _same_step(*(answer / [A, B] - [2 * x, 2 * y])),
)
def test_gradient(student, reference, draw):
    """gradient(x, y) is (∂f/∂x, ∂f/∂y)"""
    for x, y in [*POINTS, *draw.points(2, -4, 4)]:
        assert student.gradient(x, y) == close(
            reference.gradient(x, y), differences=gradient_of(reference.f, x, y)
        )


def _same_step(by_x, by_y):
    """A difference over a step is off by it, along x and along y; no more than rounding tells them apart."""
    return 1e-7 < abs(by_x) < 1.01 and abs(by_x - by_y) <= 0.01 * abs(by_x)


def rise(func, x, y, dx, dy):
    """Return how much higher it is a step away."""
    return func(x + dx, y + dy) - func(x, y)


def ahead(func, x, y, t, h):
    """Return how much higher it is a step of length h away, in the direction t."""
    return rise(func, x, y, h * cos(t), h * sin(t))


def along(direction):
    """Return a rate that takes an angle for another direction."""
    return lambda func, x, y, t, h: rise(func, x, y, *np.multiply(h, direction(t))) / h


@item(
    4,
    hint="Draw the point, and the one a step away at the angle θ. How much higher is it there, for each unit of the way?",
)
@either(
    "angle-from-y",
    "It looks like you measure the angle from the y axis. Here θ = 0 points along x: what are the two parts then?",
    along(lambda t: (sin(t), cos(t))),
    along(lambda t: (-sin(t), cos(t))),
)
@mistake(
    "degrees",
    along(lambda t: (cos(np.radians(t)), sin(np.radians(t)))),
    "Your angle is taken as degrees: it comes in radians, as np.cos takes it.",
)
@mistake(
    "clockwise",
    along(lambda t: (cos(t), -sin(t))),
    "Your angle turns clockwise. Which way should y change when θ is a little more than 0?",
)
@mistake(
    "opposite",
    along(lambda t: (-cos(t), -sin(t))),
    "You walk the other way: θ = 0 should lead to larger x.",
)
@either(
    "one-coordinate",
    "Only one of the coordinates moves: a step at an angle has a part along x and a part along y.",
    along(lambda t: (cos(t), 0)),
    along(lambda t: (0, sin(t))),
)
@either(
    "moved-alike",
    "Both coordinates move by the same amount. Which part of the step is along x, and which along y?",
    along(lambda t: (cos(t), cos(t))),
    along(lambda t: (sin(t), sin(t))),
)
@either(
    "angle-ignored",
    "Your answer does not depend on the angle: use the argument.",
    along(lambda t: (1, 1)),
    along(lambda t: (1, 0)),
    along(lambda t: (0, 1)),
    along(lambda t: np.sqrt([0.5, 0.5])),
)
@mistake("not-divided", ahead, "That is how much func changes; a rate is that change divided by the step.")
@mistake(
    "precedence",
    lambda func, x, y, t, h: func(x + h * cos(t), y + h * sin(t)) - func(x, y) / h,
    "Only the last height is divided by the step: put the difference in brackets.",
)
@either(
    "start-forgotten",
    "It looks like only the height after the step is used. A rate compares it with the height before.",
    lambda func, x, y, t, h: func(x + h * cos(t), y + h * sin(t)),
    lambda func, x, y, t, h: func(x + h * cos(t), y + h * sin(t)) / h,
)
@either(
    "divided-by-part",
    "You divide by one part of the step, along x or along y. How long is the whole way?",
    lambda func, x, y, t, h: ahead(func, x, y, t, h) / (h * cos(t)),
    lambda func, x, y, t, h: ahead(func, x, y, t, h) / (h * sin(t)),
)
@mistake(
    "sign",
    lambda func, x, y, t, h: -ahead(func, x, y, t, h) / h,
    "The difference is taken the wrong way round: what comes later minus what comes first.",
)
@mistake(
    "absolute",
    lambda func, x, y, t, h: abs(ahead(func, x, y, t, h)) / h,
    "Your rate is never negative. What should it be where the way leads downhill?",
)
@mistake(
    "other-step",
    lambda func, x, y, t, h: ahead(func, x, y, t, 1) / h,
    "You divide by the step, but moved by another distance: go as far as you divide by.",
    when=lambda answer, func, x, y, t, h: any(
        np.isclose(answer, ahead(func, x, y, t, s) / h, rtol=1e-4) for s in _own_steps(func, x, y, t, h)
    ),
)
@either(
    "central",
    "You look ahead and back: a central difference. The task asks for the step forward only.",
    lambda func, x, y, t, h: (ahead(func, x, y, t, h) - ahead(func, x, y, t, -h)) / (2 * h),
    lambda func, x, y, t, h: (ahead(func, x, y, t, h / 2) - ahead(func, x, y, t, -h / 2)) / h,
)
@mistake(
    "backward",
    lambda func, x, y, t, h: -ahead(func, x, y, t, -h) / h,
    "You look back. The task asks for the step forward from (x, y).",
)
@mistake(
    "step-ignored",
    [lambda func, x, y, t, h, own=own: ahead(func, x, y, t, own) / own for own in (1e-4, 1, 0.5, 0.2, 0.1)],
    "It looks like you take a step of your own: use the one that is passed in, even if it is large.",
    when=lambda answer, func, x, y, t, h: any(
        _rate_over(answer, func, x, y, t, s) for s in _own_steps(func, x, y, t, h)
    ),
)
@either(
    "axes-apart",
    "It looks like you find one rate along x and one along y. Walk straight, in the direction of the angle.",
    lambda func, x, y, t, h: (rise(func, x, y, h, 0) * cos(t) + rise(func, x, y, 0, h) * sin(t)) / h,
    lambda func, x, y, t, h: (rise(func, x, y, h * cos(t), 0) + rise(func, x, y, 0, h * sin(t))) / h,
    lambda func, x, y, t, h: (rise(func, x, y, h * cos(t), 0) / h, rise(func, x, y, 0, h * sin(t)) / h),
    lambda func, x, y, t, h: (rise(func, x, y, h, 0) / h, rise(func, x, y, 0, h) / h),
)
@mistake(
    "func-ignored",
    lambda func, x, y, t, h: ahead(_lesson_f, x, y, t, h) / h,
    "Your answer is the same for every func: use the function that is passed in.",
    when=lambda answer, func, *given: not func.calls and np.isfinite(answer).all(),
)
def test_directional_rate(student, reference, draw):
    """directional_rate(func, x, y, angle, step) is the rate that way"""
    for func in HILLS:
        for angle in [*ANGLES, draw.number(-3, 3)]:
            for x, y in [POINTS[0], *draw.points(1, -2, 2)]:
                step = draw.number(0.15, 0.75)
                rate = reference.directional_rate(func, x, y, angle, step)
                assert student.directional_rate(func, x, y, angle, step) == close(rate)


def _lesson_f(x, y):
    return A * x**2 + B * y**2


def _went(func, x, y):
    """Return how far from the point, along x and along y, the student's code called func."""
    calls = [np.stack([xs - x, ys - y], axis=1) for xs, ys in func.calls]
    return np.concatenate([np.zeros((0, 2)), *calls])


def _own_steps(func, x, y, t, h):
    """Return how far the student's code went in the right direction, where that is not the given step."""
    steps, aside = (_went(func, x, y) @ [[cos(t), -sin(t)], [sin(t), cos(t)]]).T
    return steps[(abs(aside) < 1e-9) & (steps > 0) & (abs(steps - h) > 1e-6)]


def _rate_over(answer, func, x, y, t, s):
    """Say whether an answer is the rate over a step of length s, or over it and as much back."""
    forward, back = ahead(func, x, y, t, s) / s, -ahead(func, x, y, t, -s) / s
    rounding = 1e-4 + 1e-14 / s
    return np.isclose(answer, [forward, (forward + back) / 2], rtol=rounding, atol=rounding).any()


@item(
    4,
    hint="Try many angles with a small step, keep the one with the largest rate, and make a vector of that length.",
)
@follows("directional_rate", lambda rate: [searched(rate, step) for step in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)])
@mistake(
    "angle",
    lambda func, x, y: _polar(func, x, y)[1],
    "It looks like you return the angle of the steepest direction. A vector has a part along x and one along y.",
    when=lambda answer, func, x, y: _is_angle(answer, func, x, y),
)
@mistake(
    "rate",
    lambda func, x, y: hypot(*_uphill(func, x, y)),
    "You return the steepest rate. The answer is a vector of that length in that direction.",
)
@either(
    "polar",
    "It looks like you return the rate and the angle. The components along x and along y are asked for.",
    lambda func, x, y: _polar(func, x, y),
    lambda func, x, y: _polar(func, x, y) % [np.inf, 2 * np.pi],
    lambda func, x, y: _polar(func, x, y)[::-1],
    lambda func, x, y: _polar(func, x, y)[::-1] % [2 * np.pi, np.inf],
    within=0.02,
)
@mistake(
    "unit",
    lambda func, x, y: _uphill(func, x, y) / hypot(*_uphill(func, x, y)),
    "The direction is right, but the vector has length 1: its length should be the steepest rate.",
    when=lambda answer, func, x, y: _turned(answer, func, x, y) < 0.1 and np.isclose(hypot(*answer), 1),
)
@mistake(
    "length",
    lambda func, x, y: _uphill(func, x, y) * 1e-3,
    "The direction is right, but the length is not. Is the rise divided by the step, and by nothing else?",
    when=lambda answer, func, x, y: (
        _turned(answer, func, x, y) < 0.1
        and not np.isclose(hypot(*answer), 1)
        and not 0.7 < hypot(*answer) / hypot(*_uphill(func, x, y)) < 1.4
    ),
)
@either(
    "descent",
    "This points where func falls fastest, for some func at least: keep the largest rate, and mind its sign.",
    lambda func, x, y: -_uphill(func, x, y),
    within=0.02,
)
@mistake(
    "swapped",
    lambda func, x, y: _uphill(func, x, y)[::-1],
    "The two components are exchanged: the part along x comes first, and θ = 0 points along x.",
)
@mistake(
    "func-ignored",
    lambda func, x, y: (2 * A * x, 2 * B * y),
    "Your answer is the same for every func: use the function that is passed in.",
    when=lambda answer, func, x, y: not func.calls and np.isfinite(answer).all(),
)
@either(
    "point-ignored",
    "It looks like the answer belongs to one fixed point: use the x and y that are passed in.",
    lambda func, x, y: _uphill(func, 1.0, 1.0),
    lambda func, x, y: _uphill(func, 0.0, 0.0),
    within=0.01,
)
@mistake(
    "end-point",
    lambda func, x, y: np.array([x, y]) + 1e-3 * _uphill(func, x, y),
    "It looks like you return the point where the walk ends. The answer is an arrow: leave the start out.",
    when=lambda answer, func, x, y: _turned(answer - [x, y], func, x, y) < 0.1,
)
@mistake(
    "one-direction",
    lambda func, x, y: _uphill(func, x, y) * [1, 0],
    "Your vector always lies along x. Are all directions tried before the function returns?",
)
@mistake(
    "angle-not-kept",
    lambda func, x, y: (hypot(*_uphill(func, x, y)), 0),
    "The length is right, but the direction is the same everywhere: keep the angle together with its rate.",
)
@mistake(
    "tiny-step",
    lambda func, x, y: _best(func, x, y, 1e-15, 720),
    "The step looks too small: rounding swallows the rise. Try a larger one.",
    when=lambda answer, func, x, y: (
        len(_went(func, x, y)) > 1 and _step(func, x, y) < NEAR and np.shape(answer) == (2,)
    ),
)
@mistake(
    "large-step",
    lambda func, x, y: _best(func, x, y, 0.1, 720),
    "The step looks too large: on a curved hill the rate changes along the way. Try a smaller one.",
    when=lambda answer, func, x, y: _took_large_step(answer, func, x, y),
)
@mistake(
    "few-directions",
    lambda func, x, y: _best(func, x, y, 1e-4, 24),
    "The direction is only roughly right: try more angles.",
    when=lambda answer, func, x, y: _among_few(answer, func, x, y),
)
@mistake(
    "part-of-circle",
    lambda func, x, y: _best(func, x, y, 1e-4, 720, np.pi),
    "It looks like you search only a part of the circle. Where does your last angle point?",
    when=lambda answer, func, x, y: (
        min(_uphill(func, x, y)) < 0  # else uphill lies in the part that is always searched
        and np.min(abs(answer)) <= 0.02 * np.max(abs(answer))
        and _is_best_that_way(answer, func, x, y)
    ),
)
def test_steepest_ascent(student, reference, draw):
    """steepest_ascent(func, x, y) is the gradient of any func, within 1 %"""
    for func in SLOPES:
        for x, y in [(1.0, 1.0), (2.0, -1.5), (-0.5, 1.2), *draw.points(1, 1, 2)]:
            gradient = gradient_of(func, x, y)
            assert student.steepest_ascent(func, x, y) == close(gradient, length=0.01)


def _uphill(func, x, y):
    """Return the gradient, as exactly as a diagnosis needs it."""
    h = 1e-5
    return np.array([func(x + h, y) - func(x - h, y), func(x, y + h) - func(x, y - h)]) / (2 * h)


def _polar(func, x, y):
    gradient = _uphill(func, x, y)
    return np.array([hypot(*gradient), np.arctan2(*gradient[::-1])])


def _steepest(rate, func, x, y, step, count, high=2 * np.pi):
    """Return the steepest of so many directions, by a rate of change in a direction."""
    angles = np.linspace(0, high, count, endpoint=False)
    rates = rate(func, x, y, angles, step)
    best = np.argmax(rates)
    return rates[best] * np.array([cos(angles[best]), sin(angles[best])])


def searched(rate, step):
    """Solve the task with a student's rate and a step."""
    return lambda *given: _steepest(rate, *given, step, 3600)


def _best(func, x, y, step, count, high=2 * np.pi):
    """Return the steepest of so many directions."""
    return _steepest(lambda *given: ahead(*given) / step, func, x, y, step, count, high)


def _turned(answer, func, x, y):
    """Return the angle between an answer and uphill."""
    gradient = _uphill(func, x, y)
    return np.arccos(np.clip(answer @ gradient / hypot(*answer) / hypot(*gradient), -1, 1))


def _step(func, x, y):
    """Return how far away from the point the student's code called func."""
    return np.max(hypot(*_went(func, x, y).T), initial=0)


def _is_angle(answer, func, x, y):
    ways = np.array([(cos(t), sin(t)) for t in (answer, np.radians(answer))])
    return np.ndim(answer) == 0 and any(_turned(way, func, x, y) < 0.1 for way in ways)


def _is_best_that_way(answer, func, x, y):
    """Say whether an answer's length is the rate in its own direction."""
    gradient, length = _uphill(func, x, y), hypot(*answer)
    return abs(length - answer @ gradient / length) <= 0.01 * hypot(*gradient)


def _among_few(answer, func, x, y):
    near = NEAR < _step(func, x, y) < FAR
    return near and _turned(answer, func, x, y) < 0.8 and _is_best_that_way(answer, func, x, y)


def _took_large_step(answer, func, x, y):
    step = _step(func, x, y)
    along_axes = np.array([rise(func, x, y, step, 0), rise(func, x, y, 0, step)]) / step
    tries = [_uphill(func, x, y), _best(func, x, y, step, 720), along_axes]
    return step >= FAR and any(hypot(*(answer - each)) <= 0.1 * hypot(*each) for each in tries)
