"""Lesson 3 · Gradient of a vector function, f(x, y) = x² + y²."""

import numpy as np
from numpy import arctan2, cos, degrees, hypot, pi, radians, sin, tan

from graders.engine import close, follows, formula, gradient_of, item, lesson, mistakes

F, A, B = lesson(__file__).f, lesson(__file__).A, lesson(__file__).B  # f(x, y) = A x² + B y²
FINE = (0.7312946, -1.8457213)  # shows what is rounded
POINTS = [
    (3.0, -2.0),
    (1.0, 1.0),
    (0.5, 1.25),
    FINE,
]  # the first has no symmetry, so that mistakes show apart
HILLS = [formula("x*y + 3*x", "x", "y"), formula("exp(x/2) - y**2", "x", "y")]
# Uphill lies in every quadrant: a search of a part of the circle, or a lost sign, does not pass by luck.
# The sine is no parabola: a difference ahead and back needs a small step as well.
SLOPES = [
    *HILLS,
    formula("-2*x - 5*y", "x", "y"),
    formula("y**2/2 + 3*y - x**2 - 4*x", "x", "y"),
    formula("sin(2*x) + 3*y", "x", "y"),
]
ANGLES = [0.4, 2.2, -1.1, 4.0]
SMALL = [0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6]
FAR, NEAR = 0.02, 1e-11  # steps beyond which curvature, or rounding, costs a rate more than 1 %


SLIPS_OF_F = [
    ("length", lambda x, y: hypot(x, y), "That looks like the distance from the origin. Is there a square root in f?"),
    ("cube", lambda x, y: A * x**2 + B * y**3, "That looks like the example of the text. This f has y²."),
    ("doubled", lambda x, y: 2 * A * x + 2 * B * y, "It looks like you multiply by 2 where f has a square. What is 3², and what is 3 · 2?"),
    ("powers", [lambda x, y, m=m, n=n: A * x**m + B * y**n for m, n in [(1, 1), (2, 1), (1, 2), (3, 2), (3, 3), (4, 4)]], "Some powers look different from those in f: compare your line with the formula."),
    ("square-of-sum", lambda x, y: (x + y) ** 2, "It looks like you square the sum x + y. Try x = y = 1 by hand: is that the same as in f?"),
    ("minus", lambda x, y: A * x**2 - B * y**2, "It looks like one term is taken from the other: which sign stands between them in f?"),
    ("product", lambda x, y: A * x**2 * B * y**2, "It looks like you multiply the two terms: which sign stands between them in f?"),
    ("one-variable", [lambda x, y: A * x ** 2, lambda x, y: B * y ** 2, lambda x, y: (A + B) * x ** 2, lambda x, y: (A + B) * y ** 2], "Your answer depends on one of x and y only: both should count."),
    ("cut-off", lambda x, y: A * np.trunc(x) ** 2 + B * np.trunc(y) ** 2, "It looks like x and y are cut off to whole numbers before they are squared: look for int."),
    ("terms-apart", lambda x, y: (A * x**2, B * y**2), "You return the two terms of f side by side. f gives one height for each point."),
    ("gradient", lambda x, y: (2 * A * x, 2 * B * y), "That looks like the gradient of f. Here f itself is asked for: the height at the point."),
]  # fmt: skip


@item(
    2,
    hint="Work out f(3, -2) by hand, and compare term by term. The same line, with x and y as they are, takes arrays.",
)
@mistakes(SLIPS_OF_F)
def test_f(student, reference, draw):
    """f(x, y) is x² + y², for numbers and for arrays"""
    for x, y in [*POINTS, *draw.points(2, -4, 4), (draw.array((2, 3), -3, 3), draw.array((2, 3), -3, 3))]:
        assert student.f(x, y) == close(reference.f(x, y))


SLIPS_OF_GRADIENT = [
    ("the-point-itself", lambda x, y: (A * x, B * y), "Each component is half of what it should be. When you differentiate x², where does the power go?"),
    ("swapped", lambda x, y: (2 * B * y, 2 * A * x), "The two partial derivatives look swapped: which of them comes first?"),
    ("swapped-and-more", [lambda x, y: (-2 * B * y, -2 * A * x), lambda x, y: (B * y, A * x)], "Look at two things: which partial derivative comes first, and what stands before x and y."),
    ("level-line", [lambda x, y: (-2 * B * y, 2 * A * x), lambda x, y: (2 * B * y, -2 * A * x)], "Your vector points along the level line, where f stays the same. In which direction does f grow?"),
    ("summed", [lambda x, y: 2 * A * x + 2 * B * y, lambda x, y: 2 * (A * x + B * y) * np.ones(2)], "Each number that you return is the sum of both partial derivatives. Let one variable move at a time."),
    ("length", lambda x, y: 2 * hypot(A * x, B * y), "That is how long the gradient is. The gradient itself is a vector, with one component for each variable."),
    ("polar", [lambda x, y: (2 * hypot(A * x, B * y), arctan2(B * y, A * x)), lambda x, y: (arctan2(B * y, A * x), 2 * hypot(A * x, B * y)), lambda x, y: arctan2(B * y, A * x)],
        "The angle of the gradient is in your answer. Asked are its components: how fast f grows along x, and along y."),
    ("unit", lambda x, y: np.array([A * x, B * y]) / hypot(A * x, B * y), "You return only the direction, a vector of length 1. The gradient's length matters too."),
    ("descent", lambda x, y: (-2 * A * x, -2 * B * y), "This points downhill. In which direction does f grow?"),
    ("one-sign", [lambda x, y: (2 * A * x, -2 * B * y), lambda x, y: (-2 * A * x, 2 * B * y)], "One of the components has the opposite sign: how does f change as you go that way?"),
    ("absolute", lambda x, y: (abs(2 * A * x), abs(2 * B * y)), "Your components are never negative. Does f grow or fall as a negative x gets larger?"),
    ("always-at-one-one", lambda x, y: (2 * A, 2 * B), "Your answer is the same at every point: does it use x and y?"),
    ("other-term-kept", [lambda x, y: (2 * A * x + B * y ** 2, A * x ** 2 + 2 * B * y), lambda x, y: (2 * A * x + B * y ** 2, 2 * B * y), lambda x, y: (2 * A * x, A * x ** 2 + 2 * B * y), lambda x, y: (2 * A * x + B * y, A * x + 2 * B * y)],
        "When you differentiate by x, y is a constant, and so is y². How fast does a constant change?"),
    ("squares", lambda x, y: (A * x**2, B * y**2), "These are the two terms of f, not their derivatives."),
    ("f-itself", lambda x, y: A * x**2 + B * y**2, "That is the height f. How fast does it change along x?"),
    ("power-kept", lambda x, y: (2 * A * x**2, 2 * B * y**2), "You multiplied by the power but did not lower it. What is the derivative of x²?"),
    ("times-three", lambda x, y: (3 * A * x, 3 * B * y), "Each component is 3/2 of what it should be. Which power comes down when you differentiate x²?"),
    ("integrated", [lambda x, y: (A * x ** 3 / 3, B * y ** 3 / 3), lambda x, y: (A * x ** 3 / 3 + B * y ** 2 * x, A * x ** 2 * y + B * y ** 3 / 3)],
        "It looks like you integrated. Differentiate your first component by x: you get a part of f back."),
    ("one-partial", [lambda x, y: (2 * A * x, 0), lambda x, y: (0, 2 * B * y), lambda x, y: 2 * A * x, lambda x, y: 2 * B * y],
        "Only one of the two partial derivatives is there: f changes along the other axis too."),
    ("one-variable", [lambda x, y: (2 * A * x, 2 * B * x), lambda x, y: (2 * A * y, 2 * B * y)], "Both components are made of the same variable: check which one each partial derivative needs."),
    ("text-example", lambda x, y: (2 * A * x, 3 * B * y**2), "That looks like the gradient of the example in the text. This lesson's f has y²."),
    ("one-right", [lambda x, y: (2 * A * x, B * y), lambda x, y: (A * x, 2 * B * y), lambda x, y: (2 * A * x, B * y ** 2), lambda x, y: (A * x ** 2, 2 * B * y), lambda x, y: (2 * A * x, 2 * B * y ** 2), lambda x, y: (2 * A * x ** 2, 2 * B * y), lambda x, y: (2 * A * x, 2 * B * y + 1), lambda x, y: (2 * A * x + 1, 2 * B * y)],
        "One of the two components is right, and the other is not: differentiate each by the same rule."),
    ("third-component", [lambda x, y: (2 * A * x, 2 * B * y, F(x, y)), lambda x, y: (2 * A * x, 2 * B * y, -1)], "The first two numbers are the gradient. How many variables does f have?"),
    ("list-grows", lambda x, y: (2 * A, 2 * B, 2 * A * x, 2 * B * y),
        "Only the last two numbers belong to this point. A list made outside the function keeps what it got before.", lambda answer, x, y: np.size(answer) > 3 and np.allclose(answer[-2:], (2 * A * x, 2 * B * y))),
    ("coarse-step", lambda x, y: (A * (2 * x + 0.1), B * (2 * y + 0.1)),
        "That looks like a difference over a small step, and it is a little off. Use the rules: they need no step.", lambda answer, x, y: same_step(*(answer / [A, B] - [2 * x, 2 * y]))),
    ("not-divided", [lambda x, y, h=h: (F(x + h, y) - F(x, y), F(x, y + h) - F(x, y)) for h in SMALL] + [lambda x, y, h=h: (2 * A * x * h, 2 * B * y * h) for h in SMALL],
        "Your numbers are far too small: is the change of f over a small step divided by that step?"),
]  # fmt: skip


@item(4, hint="Hold y still and differentiate by x; then hold x still and differentiate by y.")
@mistakes(SLIPS_OF_GRADIENT)
def test_gradient(student, reference, draw):
    """gradient(x, y) is (∂f/∂x, ∂f/∂y)"""
    for x, y in [*POINTS, *draw.points(2, -4, 4)]:
        assert student.gradient(x, y) == close(
            reference.gradient(x, y), differences=gradient_of(reference.f, x, y)
        )


SLIPS_OF_RATE = [
    ("angle-from-y", [lambda func, x, y, t, h: rate(func, x, y, pi / 2 - t, h), lambda func, x, y, t, h: rate(func, x, y, pi / 2 + t, h)],
        "It looks like you measure the angle from the y axis. Here θ = 0 points along x: what are the two parts then?"),
    ("angle-from-y-and-more", [lambda func, x, y, t, h: rate(func, x, y, pi / 2 - t, h) * h, lambda func, x, y, t, h: rate(func, x, y, pi / 2 - t, -h), lambda func, x, y, t, h: central(func, x, y, pi / 2 - t, h)],
        "It looks like the angle is measured from the y axis, and here θ = 0 points along x. Then look at the rate again."),
    ("degrees", [lambda func, x, y, t, h: rate(func, x, y, radians(t), h), lambda func, x, y, t, h: rate(func, x, y, degrees(t), h)],
        "Your angle is converted between degrees and radians: it comes in radians, as np.cos takes it."),
    ("clockwise", lambda func, x, y, t, h: rate(func, x, y, -t, h), "Your angle turns clockwise. Which way should y change when θ is a little more than 0?"),
    ("opposite", lambda func, x, y, t, h: rate(func, x, y, t + pi, h), "You walk the other way: θ = 0 should lead to larger x."),
    ("one-coordinate", [lambda func, x, y, t, h: rise(func, x, y, h * cos(t), 0) / h, lambda func, x, y, t, h: rise(func, x, y, 0, h * sin(t)) / h],
        "Only one of the coordinates moves: a step at an angle has a part along x and a part along y."),
    ("moved-alike", [lambda func, x, y, t, h: rise(func, x, y, h * cos(t), h * cos(t)) / h, lambda func, x, y, t, h: rise(func, x, y, h * sin(t), h * sin(t)) / h],
        "Both coordinates move by the same amount. Which part of the step is along x, and which along y?"),
    ("never-negative", [lambda func, x, y, t, h: rise(func, x, y, h * cos(t), h * abs(sin(t))) / h, lambda func, x, y, t, h: rise(func, x, y, h * abs(cos(t)), h * sin(t)) / h],
        "One part of your step is never negative. Draw the step for angles in all four quadrants."),
    ("tangent", lambda func, x, y, t, h: rise(func, x, y, h, h * tan(t)) / h, "You go a whole step along x, and then along y as well: how long is that way?"),
    ("point-turned", lambda func, x, y, t, h: (func((x + h) * cos(t), (y + h) * sin(t)) - func(x, y)) / h,
        "The point itself is multiplied by cosine and sine: only the step has a direction. Look at the brackets."),
    ("point-left-out", [lambda func, x, y, t, h: (func(h * cos(t), h * sin(t)) - func(x, y)) / h, lambda func, x, y, t, h: (func(x + h * cos(t), h * sin(t)) - func(x, y)) / h, lambda func, x, y, t, h: (func(h * cos(t), y + h * sin(t)) - func(x, y)) / h, lambda func, x, y, t, h: rate(func, 0, 0, t, h)],
        "Your walk does not begin at (x, y): is the step added to both coordinates?"),
    ("other-start", [lambda func, x, y, t, h: rate(func, x, y, t, h) + (func(x, y) - F(x, y)) / h, lambda func, x, y, t, h: rate(func, x, y, t, h) + (func(x, y) - func(x, x)) / h, lambda func, x, y, t, h: rate(func, x, y, t, h) + (func(x, y) - func(y, y)) / h, lambda func, x, y, t, h: rate(func, x, y, t, h) + (func(x, y) - func(y, x)) / h],
        "The height that you take away is not that of func at (x, y): look at that part of your line."),
    ("arguments-exchanged", lambda func, x, y, t, h: rate(func, y, x, pi / 2 - t, h), "It looks like func is given y where x belongs: compare the order with func(x, y)."),
    ("angle-ignored", [lambda func, x, y, t, h: rise(func, x, y, h, h) / h, lambda func, x, y, t, h: rate(func, x, y, 0, h), lambda func, x, y, t, h: rate(func, x, y, pi / 2, h), lambda func, x, y, t, h: rate(func, x, y, pi / 4, h)],
        "Your answer does not depend on the angle: use the argument."),
    ("not-divided", lambda func, x, y, t, h: rate(func, x, y, t, h) * h, "That is how much func changes; a rate is that change divided by the step."),
    ("step-twice", [lambda func, x, y, t, h: rate(func, x, y, t, h) * h ** 2, lambda func, x, y, t, h: rate(func, x, y, t, h) / h],
        "The change of func is right. What has to be done with the step, and how often?"),
    ("precedence", lambda func, x, y, t, h: func(x + h * cos(t), y + h * sin(t)) - func(x, y) / h, "Only the last height is divided by the step: put the difference in brackets."),
    ("start-forgotten", [lambda func, x, y, t, h: func(x + h * cos(t), y + h * sin(t)), lambda func, x, y, t, h: func(x + h * cos(t), y + h * sin(t)) / h],
        "It looks like only the height after the step is used. A rate compares it with the height before."),
    ("plus", lambda func, x, y, t, h: (func(x + h * cos(t), y + h * sin(t)) + func(x, y)) / h, "It looks like the two heights are added. How much higher is one than the other?"),
    ("divided-by-part", [lambda func, x, y, t, h: rate(func, x, y, t, h) / cos(t), lambda func, x, y, t, h: rate(func, x, y, t, h) / sin(t)],
        "You divide by one part of the step, along x or along y. How long is the whole way?"),
    ("sign", lambda *given: -rate(*given), "The difference is taken the wrong way round: what comes later minus what comes first."),
    ("absolute", [lambda *given: abs(rate(*given)), lambda *given: np.maximum(0, rate(*given))], "Your rate is never negative. What should it be where the way leads downhill?"),
    ("with-angle", [lambda func, x, y, t, h: (t, rate(func, x, y, t, h)), lambda func, x, y, t, h: (rate(func, x, y, t, h), t)], "You return the angle together with the rate: the rate alone is asked for."),
    ("other-step", lambda func, x, y, t, h: rate(func, x, y, t, 1) / h, "You divide by the step, but moved by another distance: go as far as you divide by.", lambda *given: divided_by_another(*given)),
    ("central", [lambda func, x, y, t, h: central(func, x, y, t, h), lambda func, x, y, t, h: central(func, x, y, t, h / 2)],
        "You look ahead and back: a central difference. The task asks for the step forward only."),
    ("central-not-halved", lambda func, x, y, t, h: 2 * central(func, x, y, t, h), "You look ahead and back, and the two points lie two steps apart. The task asks for the step forward only."),
    ("backward", lambda func, x, y, t, h: rate(func, x, y, t, -h), "You look back. The task asks for the step forward from (x, y)."),
    ("step-ignored", [lambda func, x, y, t, h, own=own: rate(func, x, y, t, own) for own in (1e-4, 1, 0.5, 0.2, 0.1)],
        "It looks like you take a step of your own: use the one that is passed in, even if it is large.", lambda *given: over_own_step(*given)),
    ("axes-apart", [lambda func, x, y, t, h: rate(func, x, y, 0, h) * cos(t) + rate(func, x, y, pi / 2, h) * sin(t), lambda func, x, y, t, h: (rise(func, x, y, h * cos(t), 0) + rise(func, x, y, 0, h * sin(t))) / h, lambda func, x, y, t, h: (rise(func, x, y, h * cos(t), 0) / h, rise(func, x, y, 0, h * sin(t)) / h), lambda func, x, y, t, h: (rate(func, x, y, 0, h), rate(func, x, y, pi / 2, h))],
        "It looks like you find one rate along x and one along y. Walk straight, in the direction of the angle."),
    ("func-ignored", lambda func, x, y, t, h: rate(F, x, y, t, h),
        "Your answer is the same for every func: use the function that is passed in.", lambda answer, func, *given: not func.calls and np.isfinite(answer).all()),
]  # fmt: skip


@item(
    4,
    hint="Draw the point, and the one a step away at the angle θ. How much higher is it there, for each unit of the way?",
)
@mistakes(SLIPS_OF_RATE)
def test_directional_rate(student, reference, draw):
    """directional_rate(func, x, y, angle, step) is the rate that way"""
    for func in HILLS:
        for angle in [*ANGLES, draw.number(-3, 3)]:
            for x, y in [POINTS[0], FINE, *draw.points(1, -2, 2)]:
                step = draw.number(0.15, 0.75)
                expected = reference.directional_rate(func, x, y, angle, step)
                assert student.directional_rate(func, x, y, angle, step) == close(expected)


SLIPS_OF_ASCENT = [
    ("angle", lambda *given: angle(*given), "It looks like you return the angle of the steepest direction. A vector has a part along x and one along y.", lambda *given: is_angle(*given)),
    ("rate", lambda *given: length(*given), "You return the steepest rate. The answer is a vector of that length in that direction."),
    ("polar", [lambda *given: (length(*given), angle(*given)), lambda *given: (length(*given), angle(*given) % (2 * pi)), lambda *given: (angle(*given), length(*given)), lambda *given: (angle(*given) % (2 * pi), length(*given))],
        "It looks like you return the rate and the angle. The components along x and along y are asked for."),
    ("unit", lambda *given: uphill(*given) / length(*given),
        "The direction is right, but the vector has length 1: its length should be the steepest rate.", lambda answer, *given: turned(answer, *given) < 0.1 and np.isclose(hypot(*answer), 1)),
    ("height", lambda func, x, y: uphill(func, x, y) / length(func, x, y) * func(x, y), "The length of your vector is the height func(x, y). It should be how fast func rises."),
    ("rate-not-kept", lambda *given: uphill(*given) / length(*given) * uphill(*given)[0], "The length of your vector is the rate along x, whatever its direction: keep each rate with its angle."),
    ("twice", lambda *given: 2 * uphill(*given), "Your vector is twice as long as it should be. How far apart are the two points that you compare?"),
    ("length", lambda *given: 1e-3 * uphill(*given), "The direction is right, but the length is not. Is the rise divided by the step, and by nothing else?", lambda *given: has_another_length(*given)),
    ("descent", lambda *given: -uphill(*given), "At some points yours leads the steepest way down: keep the largest rate, and mind its sign.", lambda answer, *given: near(answer, -uphill(*given))),
    ("swapped", lambda *given: uphill(*given)[::-1], "The two components are exchanged: the part along x comes first."),
    ("one-sign", [lambda *given: uphill(*given) * [1, -1], lambda *given: uphill(*given) * [-1, 1]], "One of the components has the opposite sign: does func grow or fall along that axis?"),
    ("absolute", lambda *given: abs(uphill(*given)), "Your components are never negative. Where does the vector point if func falls along x?"),
    ("squared", lambda *given: uphill(*given) ** 2, "Each component is the square of what it should be. Where do you square?"),
    ("summed", lambda *given: uphill(*given).sum(), "You add the rates along x and along y. A vector keeps its components apart."),
    ("func-ignored", lambda func, x, y: (2 * A * x, 2 * B * y),
        "Your answer is the same for every func: use the function that is passed in.", lambda answer, func, x, y: not func.calls and np.isfinite(answer).all()),
    ("point-ignored", [lambda func, x, y: uphill(func, 1.0, 1.0), lambda func, x, y: uphill(func, 0.0, 0.0)], "It looks like the answer belongs to one fixed point: use the x and y that are passed in."),
    ("end-point", lambda func, x, y: np.array([x, y]) + 1e-3 * uphill(func, x, y),
        "It looks like you return the point where the walk ends. The answer is an arrow: leave the start out.", lambda answer, func, x, y: turned(answer - [x, y], func, x, y) < 0.1),
    ("one-direction", lambda *given: uphill(*given) * [1, 0], "Your vector always lies along x. Are all directions tried before the function returns?"),
    ("angle-not-kept", lambda *given: (length(*given), 0), "The length is right, but the direction is the same everywhere: keep the angle together with its rate."),
    ("tiny-step", lambda *given: best(*given, 1e-15, 720),
        "The step looks too small: rounding swallows the rise. Try a larger one.", lambda answer, func, x, y: np.shape(answer) == (2,) and len(went(func, x, y)) > 1 and (max(steps(func, x, y), default=0) < NEAR)),
    ("large-step", lambda *given: best(*given, 0.1, 720), "The step looks too large: on a curved hill the rate changes along the way. Try a smaller one.", lambda *given: took_large_step(*given)),
    ("few-directions", lambda *given: best(*given, 1e-4, 24), "The direction is only roughly right: the angles that you try near it lie too far apart.", lambda *given: is_among_few(*given)),
    ("part-of-circle", lambda *given: best(*given, 1e-4, 720, pi), "It looks like you search only a part of the circle. Where does your last angle point?", lambda *given: is_best_of_part(*given)),
    ("angle-astray", lambda *given: as_degrees(best(*given, 1e-4, 3600)),
        "The length is right, but the direction is not. Is the angle at the end the very one that you tried, in radians?", lambda *given: is_astray(*given)),
]  # fmt: skip


@item(
    4,
    hint="Try many angles with a small step, keep the one with the largest rate, and make a vector of that length.",
)
@follows("directional_rate", lambda rate: [searched(rate, step) for step in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)])
@mistakes(SLIPS_OF_ASCENT)
def test_steepest_ascent(student, reference, draw):
    """steepest_ascent(func, x, y) is the gradient of any func, within 1 %"""
    for func in SLOPES:
        for x, y in [(1.0, 1.0), (2.0, -1.5), (-0.5, 1.2), *draw.points(1, 1, 2)]:
            gradient = gradient_of(func, x, y)
            assert student.steepest_ascent(func, x, y) == close(gradient, length=0.01)


def same_step(by_x, by_y):
    """A difference over a step is off by it, along x and along y; no more than rounding tells them apart."""
    return 1e-7 < abs(by_x) < 0.101 and abs(by_x - by_y) <= 0.01 * abs(by_x)


def rise(func, x, y, dx, dy):
    """Return how much higher it is a step away."""
    return func(x + dx, y + dy) - func(x, y)


def rate(func, x, y, t, h):
    """Return the rate over a step of length h in the direction t; of a negative one, that looking back."""
    return rise(func, x, y, h * cos(t), h * sin(t)) / h


def central(func, x, y, t, h):
    """Return the rate from a step back to a step ahead."""
    return (rate(func, x, y, t, h) + rate(func, x, y, t, -h)) / 2


def went(func, x, y):
    """Return how far from the point, along x and along y, the student's code called func."""
    calls = [np.stack([xs - x, ys - y], axis=1) for xs, ys in func.calls]
    return np.concatenate([np.zeros((0, 2)), *calls])


def own_steps(func, x, y, t, h):
    """Return how far the student's code went in the right direction, where that is not the given step."""
    ahead, aside = (went(func, x, y) @ [[cos(t), -sin(t)], [sin(t), cos(t)]]).T
    return ahead[(abs(aside) < 1e-9) & (ahead > 0) & (abs(ahead - h) > 1e-6)]


def divided_by_another(answer, func, x, y, t, h):
    """Say whether an answer is the rise over another step, divided by the given one."""
    rises = [s * rate(func, x, y, t, s) for s in own_steps(func, x, y, t, h)]
    return np.isclose(answer, np.divide(rises, h), rtol=1e-4).any()


def over_own_step(answer, func, x, y, t, h):
    """Say whether an answer is the rate over another step, or, from small steps alone, what such rates tend to."""
    limit = uphill(func, x, y) @ [cos(t), sin(t)]
    small = np.max(steps(func, x, y), initial=0) < 0.1 and len(func.calls) > 0
    return (small and np.isclose(answer, limit, rtol=1e-4, atol=1e-4)) or any(
        np.isclose(answer, rate(func, x, y, t, s), rtol=1e-4 + 1e-14 / s, atol=1e-4 + 1e-14 / s)  # rounding
        for s in own_steps(func, x, y, t, h)
    )


def uphill(func, x, y):
    """Return the gradient, as exactly as a diagnosis needs it."""
    return np.array([central(func, x, y, t, 1e-5) for t in (0, pi / 2)])


def length(func, x, y):
    """Return the steepest rate."""
    return hypot(*uphill(func, x, y))


def angle(func, x, y):
    """Return the steepest direction, between −π and π."""
    return arctan2(*uphill(func, x, y)[::-1])


def steepest(rate, func, x, y, step, count, high=2 * pi):
    """Return the steepest of so many directions, by a rate of change in a direction."""
    angles = np.linspace(0, high, count, endpoint=False)
    rates = rate(func, x, y, angles, step)
    top = np.argmax(rates)
    return rates[top] * np.array([cos(angles[top]), sin(angles[top])])


def searched(rate, step):
    """Solve the task with a student's rate and a step."""
    return lambda *given: steepest(rate, *given, step, 3600)


def best(*given):
    """Return the steepest of so many directions."""
    return steepest(rate, *given)


def as_degrees(vector):
    """Return a vector whose angle was found in degrees and is taken as radians."""
    t = degrees(arctan2(vector[1], vector[0]))
    return hypot(*vector) * np.array([cos(t), sin(t)])


def near(answer, vector):
    """Say whether an answer is that vector to 1 % of its length."""
    return np.shape(answer) == (2,) and hypot(*(answer - vector)) <= 0.01 * hypot(*vector)


def turned(answer, *given):
    """Return the angle between an answer and uphill."""
    return np.arccos(np.clip(answer @ uphill(*given) / hypot(*answer) / length(*given), -1, 1))


def is_angle(answer, *given):
    """Say whether an answer is the angle of uphill, in radians or in degrees."""
    ways = np.array([(cos(t), sin(t)) for t in (answer, radians(answer))])
    return np.ndim(answer) == 0 and any(turned(way, *given) < 0.1 for way in ways)


def has_another_length(answer, *given):
    """Say whether an answer points uphill, and is neither of the right length, nor twice that, nor of length 1."""
    times = hypot(*answer) / length(*given)
    known = 0.7 < times < 1.4 or abs(times - 2) < 0.05 or np.isclose(hypot(*answer), 1)
    return turned(answer, *given) < 0.1 and not known


def is_best_that_way(answer, *given):
    """Say whether an answer's length is the rate in its own direction."""
    return abs(hypot(*answer) - answer @ uphill(*given) / hypot(*answer)) <= 0.01 * length(*given)


def steps(func, x, y):
    """Return how far away from the point the student's code called func."""
    far = hypot(*went(func, x, y).T)
    return far[far > 0]


def tried(func, x, y):
    """Return the directions, as angles, in which the student's code called func, as far as is known."""
    dx, dy = went(func, x, y).T
    return arctan2(dy, dx)[hypot(dx, dy) > 0] % (2 * pi)


def spacing(func, x, y):
    """Return how far apart the first directions are that were tried, one after the other."""
    return np.max(np.abs(np.diff(tried(func, x, y)[:8])))


def is_astray(answer, *given):
    """Say whether a fine search led to the right length."""
    return spacing(*given) < 0.02 and abs(hypot(*answer) - length(*given)) <= 0.01 * length(*given)


def is_among_few(answer, *given):
    """Say whether an answer is the best of directions far apart, at least four."""
    directions = np.unique(np.round(tried(*given), 4))
    apart = np.min(np.diff(directions))
    return (
        len(directions) > 3
        and apart > 0.02
        and NEAR < np.min(steps(*given)) <= np.max(steps(*given)) < FAR
        and turned(answer, *given) < apart / 2 + 0.02
        and is_best_that_way(answer, *given)
    )


def is_best_of_part(answer, *given):
    """Say whether a search that went round in small turns did not come to uphill."""
    return (
        min(uphill(*given)) < 0  # else uphill lies in the part that is always searched
        and np.max(steps(*given)) < FAR
        and spacing(*given) < min(0.05, turned(answer, *given))
        and is_best_that_way(answer, *given)
    )


def took_large_step(answer, func, x, y):
    """Say whether an answer is what a large step leads to."""
    step = np.min(steps(func, x, y))
    ways = [uphill(func, x, y), best(func, x, y, step, 720)]
    ways += [np.array([way(func, x, y, t, step) for t in (0, pi / 2)]) for way in (rate, central)]
    return step >= FAR and any(hypot(*(answer - way)) <= 0.1 * hypot(*way) for way in ways)
