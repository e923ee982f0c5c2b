"""The right answers are right: each is checked by means that it does not use itself."""

import ast
import importlib.util
import inspect
import itertools
from fractions import Fraction
from pathlib import Path

import matplotlib
import numpy as np
import pytest
import scipy.differentiate
import scipy.integrate
import scipy.optimize
import sympy as sp

matplotlib.use("Agg")
import matplotlib.pyplot as plt

pytestmark = pytest.mark.unmeasured
REFERENCE = Path(__file__).parents[1] / "reference"
X = sp.Symbol("x")


def load(stem):
    """Return a fresh copy of a reference module, found by its path."""
    spec = importlib.util.spec_from_file_location(f"reference_{stem}", REFERENCE / f"{stem}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def lesson1():
    """The reference of lesson 1."""
    return load("lesson01_differentiation")


@pytest.fixture
def lesson2():
    """The reference of lesson 2."""
    return load("lesson02_integration")


@pytest.fixture
def lesson3():
    """The reference of lesson 3."""
    return load("lesson03_gradient")


@pytest.fixture
def lesson4():
    """The reference of lesson 4."""
    return load("lesson04_jacobian")


@pytest.fixture
def lesson5():
    """The reference of lesson 5."""
    return load("lesson05_backpropagation")


@pytest.fixture
def lesson6():
    """The reference of lesson 6."""
    return load("lesson06_optimization")


@pytest.fixture
def lesson7():
    """The reference of lesson 7."""
    return load("lesson07_support_vector_machine")


@pytest.fixture(autouse=True)
def closed_figures():
    """Close what a test has drawn."""
    yield
    plt.close("all")


def values(expression, x):
    """Return the numbers that an expression in x makes of an array."""
    return np.array([float(expression.subs(X, sp.Float(v, 30))) for v in np.ravel(x)]).reshape(np.shape(x))


def is_elementwise(function, *, low=-3.0):
    """Say whether a function takes numbers and arrays of any shape, and gives the same shape back."""
    grid = np.linspace(low, 3.0, 6)
    once = [function(float(v)) for v in grid]
    return (
        all(isinstance(value, float) for value in once)
        and np.allclose(function(grid), once, rtol=1e-14, atol=0)  # a power may differ in its last bit
        and np.shape(function(grid.reshape(2, 3))) == (2, 3)
        and np.array_equal(function(grid.reshape(2, 3)), np.reshape(function(grid), (2, 3)))
        and np.shape(function(np.array(1.0))) == ()
    )


# Lesson 1


@pytest.mark.parametrize(("a", "c"), [(None, None), (-3, 5), (6, 0)])
def test_lesson1_formulas(lesson1, a, c):
    """The derivative is SymPy's, and the numbers are those of the formulas, whatever the coefficients."""
    if a is not None:
        lesson1.A, lesson1.C = a, c
    x = np.array([-1.3, 0.45, 1.7, 4.0])
    cubic = X**3 - lesson1.A * X**2 + lesson1.C
    assert sp.simplify(lesson1.derivative() - sp.diff(cubic, X)) == 0
    np.testing.assert_allclose(lesson1.f(x), values(cubic, x), rtol=1e-13)
    np.testing.assert_allclose(lesson1.f_prime(x), values(sp.diff(cubic, X), x), rtol=1e-13, atol=1e-13)
    np.testing.assert_allclose(
        lesson1.f_prime(x), scipy.differentiate.derivative(lesson1.f, x).df, rtol=1e-8, atol=1e-8
    )


def test_lesson1_is_the_course_s(lesson1):
    """Unless somebody changes it, f is x³ − 2x² + 1."""
    assert lesson1.f(X) == X**3 - 2 * X**2 + 1
    assert is_elementwise(lesson1.f)
    assert is_elementwise(lesson1.f_prime)


def test_lesson1_rate_of_change(lesson1):
    """The rate is that of a forward step: 2x + δ for x², whatever the size of δ."""
    x = np.array([[-1.3, 0.45], [1.7, 3.0]])
    np.testing.assert_allclose(lesson1.rate_of_change(np.square, x, 0.37), 2 * x + 0.37, rtol=1e-12)
    np.testing.assert_allclose(
        lesson1.rate_of_change(np.exp, x, 0.37), np.exp(x) * np.expm1(0.37) / 0.37, rtol=1e-12
    )
    assert lesson1.rate_of_change(np.square, 3.0, 0.1) == pytest.approx(6.1)
    assert is_elementwise(lambda v: lesson1.rate_of_change(np.square, v, 0.1))


def test_lesson1_plot(lesson1):
    """Both curves are drawn, with labels and a legend."""
    x = np.linspace(-1, 3, 50)
    (axes,) = lesson1.plot_derivative(x, 0.1).axes
    by_rule, by_rate = axes.lines
    np.testing.assert_array_equal(by_rule.get_xdata(), x)
    np.testing.assert_allclose(by_rule.get_ydata(), 3 * x**2 - 4 * x, atol=1e-12)
    forward = ((x + 0.1) ** 3 - 2 * (x + 0.1) ** 2 - x**3 + 2 * x**2) / 0.1
    np.testing.assert_allclose(by_rate.get_ydata(), forward, atol=1e-12)
    assert len({text.get_text() for text in axes.get_legend().get_texts()}) == 2


# Lesson 2


@pytest.mark.parametrize(("a", "b"), [(None, None), (-3, 2), (7, 3)])
def test_lesson2_formulas(lesson2, a, b):
    """The antiderivative is SymPy's but for a constant, and its numbers are the areas that SciPy finds."""
    if a is not None:
        lesson2.A, lesson2.B = a, b
    f = 3 * lesson2.B * X**2 - 2 * lesson2.A * X
    x = np.array([-1.3, 0.45, 1.7, 4.0])
    np.testing.assert_allclose(lesson2.f(x), values(f, x), rtol=1e-13)
    assert not sp.simplify(lesson2.antiderivative() - sp.integrate(f, X)).has(X)
    np.testing.assert_allclose(
        lesson2.antiderivative_values(x), values(lesson2.antiderivative(), x), rtol=1e-12, atol=1e-12
    )
    area, _ = scipy.integrate.quad(lesson2.f, -1.3, 4.0)
    assert lesson2.antiderivative_values(4.0) - lesson2.antiderivative_values(-1.3) == pytest.approx(area)


def test_lesson2_is_the_course_s(lesson2):
    """Unless somebody changes it, f is 3x² − 4x."""
    assert lesson2.f(X) == 3 * X**2 - 4 * X
    assert is_elementwise(lesson2.f)
    assert is_elementwise(lesson2.antiderivative_values)


def test_lesson2_running_area(lesson2):
    """The areas are running sums, strip by strip, and close in on the integral."""
    np.testing.assert_allclose(
        lesson2.running_area(lambda x: 2 * x, np.array([1.0, 2.0, 3.0]), 1.0), [2, 6, 12]
    )
    x = np.arange(-2, 2, 0.01)
    areas = lesson2.running_area(np.cos, x, 0.01)
    total = 0.0
    for value, area in zip(np.cos(x), areas, strict=True):
        total += value * 0.01
        assert area == pytest.approx(total)
    assert np.abs(areas - (np.sin(x) - np.sin(-2))).max() < 0.01


def test_lesson2_plot(lesson2):
    """Both curves are drawn, with labels and a legend, and have the same shape."""
    x = np.arange(-1, 3, 0.01)
    (axes,) = lesson2.plot_integral(x, 0.01).axes
    area, formula = axes.lines
    np.testing.assert_array_equal(area.get_xdata(), x)
    np.testing.assert_allclose(formula.get_ydata(), x**3 - 2 * x**2, atol=1e-12)
    apart = area.get_ydata() - formula.get_ydata()
    assert np.ptp(apart) < 0.1
    assert len({text.get_text() for text in axes.get_legend().get_texts()}) == 2


# Lesson 3


@pytest.mark.parametrize(("a", "b"), [(None, None), (2, 5), (6, 3)])
def test_lesson3_gradient(lesson3, a, b):
    """The gradient is SymPy's, whatever the coefficients."""
    if a is not None:
        lesson3.A, lesson3.B = a, b
    x, y = sp.symbols("x y")
    hill = lesson3.A * x**2 + lesson3.B * y**2
    for px, py in [(3, -2), (1, 1), (0, 0.5), (-1.25, 4.5)]:
        at = {x: sp.Rational(px), y: sp.Rational(py)}
        assert lesson3.f(px, py) == float(hill.subs(at))
        result = lesson3.gradient(px, py)
        assert result.shape == (2,)
        assert list(result) == [float(hill.diff(v).subs(at)) for v in (x, y)]


def test_lesson3_is_the_course_s(lesson3):
    """Unless somebody changes it, f is x² + y²: (2, 2) is its gradient at (1, 1)."""
    assert list(lesson3.gradient(1, 1)) == [2, 2]
    assert is_elementwise(lambda v: lesson3.f(v, v + 1))


def test_lesson3_directional_rate(lesson3):
    """Angles count from the x axis, counter-clockwise, and the step is walked forward as long as it is."""

    def func(x, y):
        return x**2 + y**3

    assert lesson3.directional_rate(func, 2, 3, np.pi / 2, 0.1) == pytest.approx(27.91)
    assert lesson3.directional_rate(func, 2, 3, 0.0, 0.5) == pytest.approx(4.5)
    assert lesson3.directional_rate(func, 2, 3, np.pi, 0.5) == pytest.approx(-3.5)
    diagonal = 0.5 / np.sqrt(2)
    expected = (func(2 + diagonal, 3 - diagonal) - func(2, 3)) / 0.5
    assert lesson3.directional_rate(func, 2, 3, -np.pi / 4, 0.5) == pytest.approx(expected)


SURFACES = {
    "cubic": (lambda x, y: x**2 + y**3, lambda x, y: (2 * x, 3 * y**2)),
    "saddle": (lambda x, y: x * y + 3 * x, lambda x, y: (y + 3, x)),
    "plane": (lambda x, y: 5 - 7 * x + 0.01 * y, lambda x, y: (-7 + 0 * x, 0.01 + 0 * y)),
    "waves": (
        lambda x, y: np.sin(2 * x) * np.cos(y),
        lambda x, y: (2 * np.cos(2 * x) * np.cos(y), -np.sin(2 * x) * np.sin(y)),
    ),
    "dome": (
        lambda x, y: 9 * np.exp(-(x**2) / 4 - y**2),
        lambda x, y: (
            -4.5 * x * np.exp(-(x**2) / 4 - y**2),
            -18 * y * np.exp(-(x**2) / 4 - y**2),
        ),
    ),
    "high up": (lambda x, y: 1000 + x + 2 * y, lambda x, y: (1 + 0 * x, 2 + 0 * y)),
}


@pytest.mark.parametrize("name", SURFACES)
def test_lesson3_steepest_ascent(lesson3, name):
    """The steepest direction is that of the gradient, far better than to 1 % of its length."""
    func, exact = SURFACES[name]
    points = np.random.default_rng(3).uniform(-2, 2, (50, 2)).tolist()
    for x, y in [(2.0, 3.0), (1.0, 1.0), (1, 0), (-1.0, 0.0), *points]:
        expected = np.array(exact(x, y), dtype=float)
        length = np.hypot(*expected)
        if length < 0.5:
            continue
        result = lesson3.steepest_ascent(func, x, y)
        assert result.shape == (2,)
        assert np.hypot(*(result - expected)) < 1e-6 * length


def test_lesson3_steepest_ascent_in_every_direction(lesson3):
    """The search has no blind angle, where the circle closes least of all."""
    for angle in np.linspace(-0.02, 2 * np.pi, 997):
        slope = np.array([np.cos(angle), np.sin(angle)])
        result = lesson3.steepest_ascent(lambda x, y, s=slope: s[0] * x + s[1] * y, 0.5, -0.25)
        assert np.abs(result - slope).max() < 5e-7


def test_lesson3_steepest_ascent_is_cheap_and_calm(lesson3):
    """It calls its function a few times, and finds no direction on level ground."""
    calls = []

    def level(x, y):
        calls.append(np.broadcast(x, y).shape)
        return 4.0 + 0 * x * y

    np.testing.assert_array_equal(lesson3.steepest_ascent(level, 1.0, 2.0), [0, 0])
    assert len(calls) <= 10


# Lesson 4


def lesson4_exactly(x, y, *constants):
    """Return f and its Jacobian in 40 digits, by SymPy's own derivative of its own formula."""
    names = sp.symbols("x y p q r s t u")
    at = {name: sp.Float(repr(value), 40) for name, value in zip(names, (x, y, *constants), strict=True)}
    rows = [sum(sp.prod(pair) for pair in zip(names[:2], names[i : i + 2], strict=True)) for i in (2, 4, 6)]
    f = sp.Matrix([1 / (1 + sp.exp(-row)) for row in rows])
    jacobian = f.applyfunc(lambda e: e.diff(names[0])).row_join(f.applyfunc(lambda e: e.diff(names[1])))
    return (np.array(m.subs(at).evalf(40).tolist(), dtype=float) for m in (f, jacobian))


def test_lesson4_numbers(lesson4):
    """Values and Jacobian agree with 40 digits, entry by entry, as far out as |z| = 50."""
    rng = np.random.default_rng(4)
    for scale in (1, 1, 1, 4, 4, 12, 49):
        x, y = rng.uniform(-1, 1, 2)
        constants = rng.uniform(-1, 1, 6) * scale / (abs(x) + abs(y))
        arguments = [float(v) for v in (x, y, *constants)]
        f, jacobian = lesson4_exactly(*arguments)
        assert lesson4.f(*arguments).shape == (3,)
        assert lesson4.jacobian(*arguments).shape == (3, 2)
        np.testing.assert_allclose(lesson4.f(*arguments), f.ravel(), rtol=1e-12)
        np.testing.assert_allclose(lesson4.jacobian(*arguments), jacobian, rtol=1e-11)


def test_lesson4_by_finite_differences(lesson4):
    """The Jacobian is what the values do when x and y move."""
    constants = (0.5, -1.2, 2.0, 0.3, -0.7, 1.1)

    def f(point):
        columns = point.reshape(2, -1).T
        return np.array([lesson4.f(x, y, *constants) for x, y in columns]).T.reshape(3, *point.shape[1:])

    numeric = scipy.differentiate.jacobian(f, np.array([0.4, -0.9])).df
    np.testing.assert_allclose(lesson4.jacobian(0.4, -0.9, *constants), numeric, rtol=1e-8)


def test_lesson4_expression(lesson4):
    """SymPy's matrix is the one worked out by hand."""
    matrix = lesson4.jacobian_expression()
    names = sp.symbols("x y p q r s t u")
    assert isinstance(matrix, sp.MatrixBase)
    assert matrix.shape == (3, 2)
    assert matrix.free_symbols == set(names)
    arguments = np.random.default_rng(5).uniform(-1.5, 1.5, (10, 8))
    numbers = sp.lambdify(names, matrix, "numpy")
    for row in arguments:
        np.testing.assert_allclose(lesson4.jacobian(*row), numbers(*row), rtol=1e-12)


def test_lesson4_takes_integers(lesson4):
    """Whole numbers as arguments are as good as others."""
    np.testing.assert_array_equal(lesson4.f(1, 2, 0, 0, 0, 0, 0, 0), [0.5, 0.5, 0.5])
    np.testing.assert_array_equal(lesson4.jacobian(0, 0, 4, 8, 12, -4, 0, 20), [[1, 2], [3, -1], [0, 5]])


# Lesson 5


NETS = [
    ([2, 3, 4, 1], ["tanh", "sigmoid", "sigmoid"]),
    ([3, 5, 2, 2], ["relu", "tanh", "sigmoid"]),
    ([4, 2, 6, 3], ["linear", "relu", "sigmoid"]),
]


def loss(y, yhat):
    """Return the mean binary cross-entropy."""
    return -(y * np.log(yhat) + (1 - y) * np.log(1 - yhat)).mean()


def a_net(lesson5, sizes, names, seed=1):
    """Return a network whose biases are not zero, with instances and classes for it."""
    rng = np.random.default_rng(seed)
    mlp = lesson5.MLP(sizes, names, seed)
    mlp.b = [None, *(rng.normal(0, 0.5, b.shape) for b in mlp.b[1:])]
    return mlp, rng.normal(0, 1, (7, sizes[0])), rng.integers(0, 2, (7, sizes[-1])).astype(float)


@pytest.mark.parametrize(("sizes", "names"), NETS)
def test_lesson5_backward(lesson5, sizes, names):
    """What backward() finds is how the loss moves when a weight, a bias or an input does."""
    mlp, x, y = a_net(lesson5, sizes, names)
    mlp.backward(y, mlp.forward(x))
    pairs = [(mlp.W[k], mlp.dW[k]) for k in (1, 2, 3)] + [(mlp.b[k], mlp.db[k]) for k in (1, 2, 3)]
    for array, differential in [*pairs, (x, mlp.da[0])]:
        differential = differential.copy()
        assert differential.shape == array.shape
        for index in np.ndindex(array.shape):
            before, losses = array[index], []
            for step in (1e-5, -1e-5):
                array[index] = before + step
                losses.append(loss(y, mlp.forward(x)))
            array[index] = before
            assert differential[index] == pytest.approx((losses[0] - losses[1]) / 2e-5, rel=1e-5, abs=1e-9)


@pytest.mark.parametrize(("sizes", "names"), NETS)
def test_lesson5_the_lists(lesson5, sizes, names):
    """Entry l belongs to layer l and has its shape; entry 0 is None, but for a and da."""
    mlp, x, y = a_net(lesson5, sizes, names)
    mlp.backward(y, mlp.forward(x))
    assert (mlp.layer_sizes, mlp.activations) == (sizes, names)
    for name in ("W", "b", "z", "a", "dW", "db", "dz", "da"):
        entries = getattr(mlp, name)
        assert isinstance(entries, list)
        assert len(entries) == 4
        assert (entries[0] is None) == (name not in ("a", "da"))
        for k, entry in enumerate(entries):
            if entry is not None:
                shapes = {"W": (sizes[k - 1], sizes[k]), "b": (1, sizes[k])}
                assert entry.shape == shapes.get(name.removeprefix("d"), (7, sizes[k]))
    for k in (1, 2, 3):
        np.testing.assert_allclose(mlp.z[k], mlp.a[k - 1] @ mlp.W[k] + mlp.b[k])
    np.testing.assert_array_equal(mlp.a[0], x)


def test_lesson5_activations(lesson5):
    """The four activation functions and their slopes are right, far out too, and never overflow."""
    z = np.array([[-800.0, -30.0, -1.3, -0.2], [0.4, 2.1, 30.0, 800.0]])
    with np.errstate(over="ignore"):
        sigmoid = 1 / (1 + np.exp(-z))
    expected = {"sigmoid": sigmoid, "relu": np.maximum(z, 0), "tanh": np.tanh(z), "linear": z}
    for name, g in expected.items():
        np.testing.assert_allclose(lesson5.MLP.activation(name, z), g, rtol=1e-13, atol=1e-300)
        near = scipy.differentiate.derivative(
            lambda v, name=name: lesson5.MLP.activation(name, v), z, initial_step=0.05
        )
        np.testing.assert_allclose(lesson5.MLP.slope(name, z), near.df, rtol=1e-6, atol=1e-9)


def test_lesson5_training_goes_downhill(lesson5):
    """A step against the differentials lowers the loss by about their squared length."""
    mlp, x, y = a_net(lesson5, *NETS[0])
    before = loss(y, mlp.forward(x))
    mlp.backward(y, mlp.a[-1])
    fall = 1e-4 * sum((d**2).sum() for d in mlp.dW[1:] + mlp.db[1:])
    mlp.update(1e-4)
    assert before - loss(y, mlp.forward(x)) == pytest.approx(fall, rel=1e-2)


def test_lesson5_saturated_outputs(lesson5):
    """Outputs that are exactly 0 or 1 do no harm."""
    mlp, x, y = a_net(lesson5, *NETS[0])
    mlp.W[3] *= 1e6
    mlp.backward(y, mlp.forward(x))
    assert all(np.isfinite(d).all() for d in mlp.dW[1:] + mlp.db[1:] + mlp.da)


def test_lesson5_settings_that_make_no_sense(lesson5):
    """Layers and activations must fit each other, and names be known."""
    with pytest.raises(ValueError, match="one activation for each layer"):
        lesson5.MLP([2, 3, 1], ["tanh"])
    with pytest.raises(ValueError, match="'softmax' is no activation"):
        lesson5.MLP([2, 1], ["softmax"])


def the_class(lesson5):
    """Return the syntax tree of the class that students are given."""
    tree = ast.parse(Path(lesson5.__file__).read_text("utf-8"))
    (given,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    return given


def test_lesson5_class_stands_alone(lesson5):
    """The source of the class, with NumPy above it, is all it needs; an instance holds plain data only."""
    namespace = {"np": np}
    exec(ast.unparse(the_class(lesson5)), namespace)
    mlp = namespace["MLP"]([2, 3, 3, 1], ["relu", "tanh", "sigmoid"], 5)
    x, y = np.ones((4, 2)), np.zeros((4, 1))
    mlp.backward(y, mlp.forward(x))
    mlp.update(0.1)
    for value in vars(mlp).values():
        assert isinstance(value, list)
        assert all(entry is None or isinstance(entry, (np.ndarray, str, int)) for entry in value)
    other = lesson5.MLP([2, 3, 3, 1], ["relu", "tanh", "sigmoid"], seed=5)
    other.backward(y, other.forward(x))
    other.update(0.1)
    assert all(np.array_equal(a, b) for a, b in zip(mlp.W[1:], other.W[1:], strict=True))


def test_lesson5_jacobian_term(lesson5):
    """The line of backward() that carries the error back a layer multiplies by the name in question."""
    (line,) = [
        ast.unparse(node)
        for node in ast.walk(the_class(lesson5))
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "self.da[l - 1]"
    ]
    assert f"self.{lesson5.jacobian_term()}[l]" in line
    assert lesson5.jacobian_term() == "W"


@pytest.mark.parametrize(("sizes", "names"), NETS)
def test_lesson5_jacobians(lesson5, sizes, names):
    """The Jacobians are what a layer, and the network, do when their inputs move."""
    mlp, x, _ = a_net(lesson5, sizes, names)
    for layer in (1, 2, 3):
        jacobian = lesson5.layer_jacobian(mlp, layer)
        assert jacobian.shape == (sizes[layer], sizes[layer - 1])
        a = np.arange(1.0, sizes[layer - 1] + 1)
        for k, unit in enumerate(np.eye(len(a))):
            moved = (a + unit) @ mlp.W[layer] - a @ mlp.W[layer]
            np.testing.assert_allclose(jacobian[:, k], moved, atol=1e-12)
    for instance in x:
        jacobian = lesson5.network_jacobian(mlp, instance)
        assert jacobian.shape == (sizes[-1], sizes[0])
        for k, unit in enumerate(np.eye(sizes[0]) * 1e-5):
            slope = (mlp.forward(instance + unit) - mlp.forward(instance - unit))[0] / 2e-5
            np.testing.assert_allclose(jacobian[:, k], slope, rtol=1e-6, atol=1e-9)


def circles(count, ratio, noise, rng):
    """Return points on two noisy circles, and their classes."""
    y = np.arange(count) % 2
    angle = rng.uniform(0, 2 * np.pi, count)
    radius = np.where(y == 1, ratio, 1.0)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return points + rng.normal(0, noise, points.shape), y[:, np.newaxis].astype(float)


# At a ratio of 0.5 and noise 0.1 the best of all boundaries gets 99.4 % right.
@pytest.mark.parametrize(
    ("ratio", "noise", "least"), [(0.3, 0.1, 0.998), (0.4, 0.1, 0.994), (0.5, 0.1, 0.988), (0.5, 0.05, 0.999)]
)
def test_lesson5_model_settings(lesson5, ratio, noise, least):
    """A network with these settings tells unseen points apart, whatever it was trained on."""
    settings = lesson5.model_settings()
    assert len(settings["layer_sizes"]) == 4
    assert settings["layer_sizes"][0] == 2
    assert settings["layer_sizes"][-1] == 1
    accuracies = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        x, y = circles(1000, ratio, noise, rng)
        mlp = lesson5.MLP(settings["layer_sizes"], settings["activations"], settings["seed"])
        for _ in range(settings["epochs"]):
            mlp.backward(y, mlp.forward(x))
            mlp.update(settings["learning_rate"])
        x, y = circles(10_000, ratio, noise, rng)
        accuracies.append(((mlp.forward(x) > 0.5) == y).mean())
    assert min(accuracies) > least


# Lesson 6


def test_lesson6_derivative(lesson6):
    """The derivative of log x is SymPy's, as an expression and as numbers."""
    assert sp.simplify(lesson6.derivative() - sp.diff(sp.log(X), X)) == 0
    x = np.array([0.3, 1.0, 2.5, 40.0])
    np.testing.assert_allclose(
        lesson6.f_prime(x), scipy.differentiate.derivative(np.log, x, initial_step=0.1).df
    )
    assert is_elementwise(lesson6.f_prime, low=0.5)


STATIONARY = {
    "log(x)": [],
    "x**3 - 2*x**2 + 1": [0, 4 / 3],
    "log(x) + x/4": [],
    "x - 4*log(x)": [4],
    "x + 9/x": [-3, 3],
    "1/x": [],
    "x": [],
    "x**3": [0],
    "(x - 1)**3*(x + 2)**2": [-2, -4 / 5, 1],
    "x**4 - 2*x**2": [-1, 0, 1],
    "x**4/4 - 3*x**2/2 + x": list(np.sort(2 * np.cos(2 * np.pi * np.array([1, 2, 4]) / 9))),
    "x**5/5 - x": [-1, 1],
    "0.5*x**2 - 0.3*x": [0.3],
    "x**3/3 - 7*x/22 + 2": [-((7 / 22) ** 0.5), (7 / 22) ** 0.5],
    "x**3 - sqrt(2)*x": [-((2**0.5 / 3) ** 0.5), (2**0.5 / 3) ** 0.5],
    "x*exp(-x)": [1],
    "x**2*exp(-x)": [0, 2],
    "exp(-x**2)": [0],
    "exp(x) - 2*x": [np.log(2)],
    "exp(x) + exp(-x)": [0],
    "exp(2*x)/2 - 3*exp(x) + 2*x": [0, np.log(2)],
    "exp(3*x)/3 - 3*exp(x) + x": list(np.log(2 * np.cos(2 * np.pi * np.array([2, 1]) / 9))),
    "x**2 + exp(x)": [-0.3517337112491958],
    "exp(x) - 3*x**2/2": [0.6190612867359451, 1.512134551657842],
    "x*log(x)": [np.exp(-1)],
    "x**2*log(x)": [np.exp(-0.5)],
    "log(x)**2": [1],
    "log(x)/x": [np.e],
    "log(x**2 + 1)": [0],
    "log(-x) - x": [],
    "log(x - 1) + log(3 - x)": [2],
    "sqrt(x) - x": [0.25],
    "sqrt(x) + x": [],
    "log(x) - sqrt(x)": [4],
    "x*sqrt(1 - x)": [2 / 3],
    "x*sqrt(4 - x**2)": [-(2**0.5), 2**0.5],
    "sqrt(x) + sqrt(2 - x)": [1],
    "sqrt((x - 1)**2)": [],
    "x/(x**2 + 1)": [-1, 1],
    "(x**2 - 1)**2/x": [-1, 1],
}


@pytest.mark.parametrize("text", STATIONARY)
def test_lesson6_stationary_points(lesson6, text):
    """Each real point of the domain is found once, in order, and is a real number."""
    points = lesson6.stationary_points(sp.sympify(text))
    assert isinstance(points, list)
    assert all(point.is_real for point in points)
    assert points == sorted(points)
    assert [float(point) for point in points] == pytest.approx(STATIONARY[text], abs=1e-9)


def test_lesson6_stationary_points_are_exact_where_they_can_be(lesson6):
    """Fractions and surds stay what they are."""
    assert lesson6.stationary_points(X**3 - 2 * X**2 + 1) == [0, sp.Rational(4, 3)]
    assert lesson6.stationary_points(X**3 - 6 * X) == [-sp.sqrt(2), sp.sqrt(2)]


def test_lesson6_stationary_points_of_polynomials(lesson6):
    """For polynomials at random they are the real roots that NumPy finds."""
    rng = np.random.default_rng(6)
    for degree in (2, 3, 4, 5) * 10:
        coefficients = [int(c) for c in rng.integers(-6, 7, degree + 1)]
        coefficients[0] = coefficients[0] or 1
        roots = np.roots(np.polyder(coefficients))
        real = np.sort(roots[np.abs(roots.imag) < 1e-6].real)
        apart = real[np.insert(np.diff(real) > 1e-4, 0, True)] if len(real) else real
        points = lesson6.stationary_points(sp.Poly(coefficients, X).as_expr())
        assert [float(point) for point in points] == pytest.approx(list(apart), abs=1e-5)


def test_lesson6_constant(lesson6):
    """A constant has no list of stationary points."""
    with pytest.raises(ValueError, match="constant"):
        lesson6.stationary_points(sp.Integer(5))


def test_lesson6_extremum(lesson6):
    """The log has no stationary point, and grows without end both ways."""
    assert lesson6.extremum() == "neither"
    assert lesson6.stationary_points(sp.log(X)) == []
    assert sp.limit(sp.log(X), X, 0, "+") == -sp.oo
    assert sp.limit(sp.log(X), X, sp.oo) == sp.oo


def test_lesson6_plot(lesson6):
    """The curve is that of the log, and both axes have a label."""
    x = np.linspace(0.1, 5, 50)
    (axes,) = lesson6.plot_log(x).axes
    (curve,) = axes.lines
    np.testing.assert_array_equal(curve.get_xdata(), x)
    np.testing.assert_allclose(np.exp(curve.get_ydata()), x)
    assert axes.get_xlabel()
    assert axes.get_ylabel()


# Lesson 7


def exact_line(points, labels):
    """Return the best line in fractions, by trying every set of two or three points as support."""
    points = [(Fraction(x), Fraction(y)) for x, y in points.tolist()]
    labels = [int(label) for label in labels]
    lines = []
    for i, j in itertools.combinations(range(len(points)), 2):
        if labels[i] != labels[j]:
            (x, y), (u, v) = points[i], points[j]
            if distance := (x - u) ** 2 + (y - v) ** 2:
                a, b = 2 * labels[i] * (x - u) / distance, 2 * labels[i] * (y - v) / distance
                lines.append((a, b, labels[i] - a * x - b * y))
    for trio in itertools.combinations(range(len(points)), 3):
        # a x + b y + c = label at all three, by Cramer's rule
        (x1, y1), (x2, y2), (x3, y3) = (points[i] for i in trio)
        l1, l2, l3 = (labels[i] for i in trio)
        if determinant := (x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1):
            a = ((l2 - l1) * (y3 - y1) - (l3 - l1) * (y2 - y1)) / determinant
            b = ((x2 - x1) * (l3 - l1) - (x3 - x1) * (l2 - l1)) / determinant
            lines.append((a, b, l1 - a * x1 - b * y1))
    good = [
        (a, b, c)
        for a, b, c in lines
        if all(label * (a * x + b * y + c) >= 1 for (x, y), label in zip(points, labels, strict=True))
    ]
    return min(good, key=lambda line: line[0] ** 2 + line[1] ** 2, default=None)


def random_sets(count, seed, size=9):
    """Yield sets of whole points and labels with both classes; some are separable, some are not."""
    rng = np.random.default_rng(seed)
    while count:
        points = rng.integers(-6, 7, (int(rng.integers(2, size + 1)), 2)).astype(float)
        normal, offset = rng.normal(size=2), rng.uniform(-3, 3)
        labels = np.where(points @ normal > offset, 1, -1)
        if rng.random() < 0.15:
            labels[0] *= -1
        if len(set(labels)) == 2:
            count -= 1
            yield points, labels


def test_lesson7_the_six_points(lesson7):
    """The line of the course's six points is (2/3, 2/3, −1), and three of them hold it."""
    line = lesson7.separating_line(lesson7.POINTS, lesson7.LABELS)
    np.testing.assert_allclose(line, [2 / 3, 2 / 3, -1], atol=1e-12)
    assert lesson7.support_vectors(lesson7.POINTS, lesson7.LABELS).tolist() == [0, 3, 4]
    np.testing.assert_allclose(
        lesson7.margins(line, lesson7.POINTS, lesson7.LABELS), [1, 7 / 3, 11 / 3, 1, 1, 3]
    )


def test_lesson7_reason(lesson7):
    """Three points alone make the same line; the others keep away from its margin, and none is needed."""
    six = lesson7.separating_line(lesson7.POINTS, lesson7.LABELS)
    held = [0, 3, 4]
    three = lesson7.separating_line(lesson7.POINTS[held], lesson7.LABELS[held])
    np.testing.assert_allclose(six, three, atol=1e-12)
    others = np.delete(lesson7.margins(six, lesson7.POINTS, lesson7.LABELS), held)
    assert others.min() > 2
    assert lesson7.reason_unchanged() == "inactive"


def test_lesson7_margins(lesson7):
    """A margin is positive on a point's own side, and is not divided by anything."""
    points, labels = np.array([[5.0, 1], [4, 3]]), np.array([1, -1])
    assert lesson7.margins((1, 0, -2), points, labels).tolist() == [3, -2]
    assert lesson7.margins(np.array([0.5, -2, 3]), points, labels).tolist() == [3.5, 1.0]


def test_lesson7_against_fractions(lesson7):
    """On sets at random the line and its support are the exact ones; where there is none, it says so."""
    separable = 0
    for points, labels in random_sets(400, seed=7):
        exact = exact_line(points, labels)
        if exact is None:
            with pytest.raises(ValueError, match="No line separates"):
                lesson7.separating_line(points, labels)
            continue
        separable += 1
        np.testing.assert_allclose(
            lesson7.separating_line(points, labels), np.array(exact, dtype=float), rtol=0, atol=1e-9
        )
        a, b, c = exact
        support = [
            i
            for i, ((x, y), label) in enumerate(zip(points.tolist(), labels.tolist(), strict=True))
            if label * (a * Fraction(x) + b * Fraction(y) + c) == 1
        ]
        assert lesson7.support_vectors(points, labels).tolist() == support
    assert 250 < separable < 400


def test_lesson7_against_slsqp(lesson7):
    """SciPy's solver never finds a better line, and where its starts agree it finds the same."""
    agreed = 0
    for points, labels in random_sets(60, seed=8, size=15):
        try:
            line = lesson7.separating_line(points, labels)
        except ValueError:
            continue
        ends = []
        for start in [(1, 1, 1), (0, 0, 0.5), (-1, 2, 0)]:
            found = scipy.optimize.minimize(
                lambda v: v[0] ** 2 + v[1] ** 2,
                start,
                jac=lambda v: np.array([2 * v[0], 2 * v[1], 0.0]),
                method="SLSQP",
                constraints={
                    "type": "ineq",
                    "fun": lambda v, p=points, s=labels: lesson7.margins(v, p, s) - 1,
                    "jac": lambda v, p=points, s=labels: s[:, np.newaxis] * np.column_stack([p, 0 * s + 1]),
                },
            )
            if found.success and lesson7.margins(found.x, points, labels).min() > 1 - 1e-6:
                assert found.fun > (line[0] ** 2 + line[1] ** 2) * (1 - 1e-4)
                ends.append(found.x)
        if len(ends) == 3 and np.ptp(ends, axis=0).max() < 1e-5:
            agreed += 1
            np.testing.assert_allclose(line, ends[0], atol=1e-4)
    assert agreed > 20


def test_lesson7_large_shifted_and_doubled_sets(lesson7):
    """Scaling, shifting, repeating and turning the points does to the line what it must."""
    rng = np.random.default_rng(9)
    points, labels = lesson7.POINTS, lesson7.LABELS
    line = lesson7.separating_line(points, labels)
    for scale, shift in [(100.0, (0, 0)), (1e-3, (0, 0)), (1.0, (300, -200)), (2.0, (-4, 3))]:
        a, b, c = lesson7.separating_line(scale * points + shift, labels)
        moved = np.array([a * scale, b * scale, c + a * shift[0] + b * shift[1]])
        np.testing.assert_allclose(moved, line, atol=1e-9)
    np.testing.assert_allclose(lesson7.separating_line(points, -labels), -line)
    twice = lesson7.separating_line(np.vstack([points, points]), np.concatenate([labels, labels]))
    np.testing.assert_allclose(twice, line)
    doubled, both = np.vstack([points, points[:4]]), np.append(labels, labels[:4])
    assert lesson7.support_vectors(doubled, both).tolist() == [0, 3, 4, 6, 9]
    many = np.vstack([points, rng.normal((-6, -6), 1, (40, 2)), rng.normal((9, 9), 1, (40, 2))])
    classes = np.concatenate([labels, np.repeat([-1, 1], 40)])
    np.testing.assert_allclose(lesson7.separating_line(many, classes), line)


@pytest.mark.parametrize(
    ("points", "labels", "message"),
    [
        ([[0, 0], [1, 1]], [1, 1], "both classes"),
        ([[1, 2], [1, 2]], [1, -1], "No line"),
        ([[0, 0], [2, 0], [1, 0]], [1, 1, -1], "No line"),
        ([[0, 0], [1, 1], [0, 1], [1, 0]], [1, 1, -1, -1], "No line"),
        ([[0.1, 0.3], [0.2, 0.6], [0.1, 0.3]], [1, 1, -1], "No line"),
    ],
)
def test_lesson7_what_no_line_separates(lesson7, points, labels, message):
    """Classes that overlap or touch are refused in one sentence."""
    with pytest.raises(ValueError, match=message):
        lesson7.separating_line(np.array(points, dtype=float), np.array(labels))


# All


@pytest.mark.parametrize("path", sorted(REFERENCE.glob("lesson*.py")), ids=lambda path: path.stem)
def test_every_task_is_stated(path):
    """Each module bears the number of its lesson, and each function states its task."""
    module = load(path.stem)
    assert module.__doc__.startswith(f"Lesson {int(path.stem[6:8])} · ")
    for function in vars(module).values():
        if inspect.isfunction(function):
            assert len(function.__doc__) > 60
