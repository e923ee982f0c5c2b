# right f: as in the text
def f(x, y):
    return A * x**2 + B * y**2


# right f: numbers instead of the names
def f(x, y):
    return x**2 + y**2


# right f: products
def f(x, y):
    result = x * x + y * y
    return result


# right f: np.power and np.add
import numpy as np


def f(x, y):
    return np.add(A * np.power(x, 2), B * np.power(y, 2))


# right f: np.square, step by step
def f(x, y):
    x_squared = np.square(x)
    y_squared = np.square(y)
    z = A * x_squared + B * y_squared
    return z


# right f: a lambda
f = lambda x, y: A * x ** 2 + B * y ** 2


# right f: hypot squared
def f(x, y):
    return np.hypot(x, y) ** 2


# right f: size of a complex number
def f(x, y):
    return np.abs(x + 1j * y) ** 2


# right f: completed square
def f(x, y):
    return (x + y) ** 2 - 2 * x * y


# right f: vectorize
import math


@np.vectorize
def f(x, y):
    return math.pow(x, 2) + math.pow(y, 2)


# right f: loop over the flattened arrays
def f(x, y):
    if not isinstance(x, np.ndarray):
        return A * x**2 + B * y**2
    out = np.zeros(x.shape)
    flat = out.ravel()
    for i in range(x.size):
        flat[i] = A * x.ravel()[i] ** 2 + B * y.ravel()[i] ** 2
    return flat.reshape(x.shape)


# right f: recursion down to numbers, lists back
def f(x, y):
    if np.ndim(x) == 0:
        return A * x**2 + B * y**2
    return [f(a, b) for a, b in zip(x, y)]


# right f: in place
def f(x, y):
    x *= x
    y *= y
    x += y
    return x


# right f: a class with __call__
class Paraboloid:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __call__(self, x, y):
        return self.a * x**2 + self.b * y**2


f = Paraboloid(A, B)


# right f: sympy lambdify
import sympy as sp

_x, _y = sp.symbols("x y", real=True)
_f = sp.lambdify((_x, _y), A * _x**2 + B * _y**2, "numpy")


def f(x, y):
    return _f(x, y)


# right f: sum over the two coordinates
def f(x, y):
    total = 0
    for coefficient, value in ((A, x), (B, y)):
        total = total + coefficient * value**2
    return total


# right f: tolist at the end
def f(x, y):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    return (A * x**2 + B * y**2).tolist()


# right f: norm of the stacked coordinates
def f(x, y):
    return np.linalg.norm(np.stack([x, y]), axis=0) ** 2


# right f: float32
def f(x, y):
    x = np.asarray(x, dtype=np.float32)
    y = np.asarray(y, dtype=np.float32)
    return x * x + y * y


# right f: prints what it does, with a default argument
def f(x, y, power=2):
    print("x =", x, "y =", y)
    result = A * x**power + B * y**power
    print("result:", result)
    return result


# right f: np.where for the sign, which a square does not need
def f(x, y):
    x = np.where(x < 0, -x, x)
    y = np.where(y < 0, -y, y)
    return A * x**2 + B * y**2


# right f: polar coordinates
def f(x, y):
    r = np.sqrt(x**2 + y**2)
    theta = np.arctan2(y, x)
    return A * (r * np.cos(theta)) ** 2 + B * (r * np.sin(theta)) ** 2


# right f: polyval
def f(x, y):
    return np.polyval([A, 0, 0], x) + np.polyval([B, 0, 0], y)


# right f: SymPy numbers for numbers
import sympy


def f(x, y):
    if isinstance(x, np.ndarray):
        return np.array([float(v) for v in (A * x**2 + B * y**2).ravel()]).reshape(x.shape)
    return A * sympy.Float(x) ** 2 + B * sympy.Float(y) ** 2


# right f: try numbers, fall back to arrays
def f(x, y):
    try:
        return float(x) ** 2 * A + float(y) ** 2 * B
    except TypeError:
        return np.array(list(map(f, x, y)))


# wrong f [square-of-sum]: the square of the sum
def f(x, y):
    return (x + y) ** 2


# wrong f [powers]: powers forgotten
def f(x, y):
    return A * x + B * y


# wrong f [doubled]: times two instead of squared
def f(x, y):
    return A * x * 2 + B * y * 2


# wrong f [doubled]: product with 2 for the square, as 2*x
def f(x, y):
    return 2 * x + 2 * y


# wrong f [minus]: minus instead of plus
def f(x, y):
    return A * x**2 - B * y**2


# wrong f [length]: the distance from the origin
def f(x, y):
    return np.sqrt(x**2 + y**2)


# wrong f [length]: hypot
def f(x, y):
    return np.hypot(x, y)


# wrong f [one-variable]: y forgotten
def f(x, y):
    return A * x**2


# wrong f [one-variable]: x in both terms
def f(x, y):
    return A * x**2 + B * x**2


# wrong f [one-variable]: overwritten
def f(x, y):
    z = A * x**2
    z = B * y**2
    return z


# wrong f [product]: the squares multiplied
def f(x, y):
    return A * x**2 * B * y**2


# wrong f [terms-apart]: both squares, not added
def f(x, y):
    return A * x**2, B * y**2


# wrong f [terms-apart]: an array of the two terms
def f(x, y):
    return np.array([A * x**2, B * y**2])


# wrong f [none]: printed
def f(x, y):
    print(A * x**2 + B * y**2)


# wrong f [none]: forgot return
def f(x, y):
    z = A * x**2 + B * y**2


# wrong f [numbers-only]: math.pow
import math


def f(x, y):
    return math.pow(x, 2) + math.pow(y, 2)


# wrong f [numbers-only]: an if on the argument
def f(x, y):
    if x == 0 and y == 0:
        return 0
    return A * x**2 + B * y**2


# wrong f [numbers-only]: float()
def f(x, y):
    x = float(x)
    y = float(y)
    return A * x**2 + B * y**2


# wrong f [shape]: sum over the array
def f(x, y):
    return np.sum(A * x**2 + B * y**2)


# wrong f [powers]: third powers
def f(x, y):
    return A * x**3 + B * y**3


# wrong f [powers]: only x squared
def f(x, y):
    return A * x**2 + B * y


# wrong f [gradient]: returns the gradient
def f(x, y):
    return np.array([2 * A * x, 2 * B * y])


# wrong f [constant-factor]: half
def f(x, y):
    return (x**2 + y**2) / 2


# wrong f [constant-factor]: both coefficients doubled
def f(x, y):
    return 2 * x**2 + 2 * y**2


# wrong f [constant-offset]: a one from lesson one
def f(x, y):
    return x**2 + y**2 + 1


# wrong f [exception]: the caret as a power
def f(x, y):
    return A * x ^ 2 + B * y ^ 2


# wrong f [whole-numbers]: int
def f(x, y):
    return np.int64(np.trunc(A * x**2 + B * y**2))


# wrong f [nearly]: a power a bit off
def f(x, y):
    return np.abs(x) ** 2.00001 + np.abs(y) ** 2.00001


# wrong f [symbolic | same-everywhere]: a SymPy expression
import sympy as sp


def f(x, y):
    x, y = sp.symbols("x y")
    return A * x**2 + B * y**2


# wrong f [same-everywhere]: the value at (1, 1)
def f(x, y):
    return A * 1**2 + B * 1**2


# wrong f [exception]: a name that does not exist
def f(x, y):
    return a * x**2 + b * y**2


# wrong f [exception]: a third argument
def f(x, y, z):
    return x**2 + y**2


# wrong f [exception]: takes a point
def f(point):
    x, y = point
    return x**2 + y**2


# wrong f [kind]: a string
def f(x, y):
    return f"{A * x**2 + B * y**2}"


# wrong f [shape | shape-only | arrays-only]: the outer grid
def f(x, y):
    X, Y = np.meshgrid(x, y)
    return A * X**2 + B * Y**2


# right gradient: an array
def gradient(x, y):
    return np.array([2 * A * x, 2 * B * y])


# right gradient: numbers, a list
def gradient(x, y):
    return [2 * x, 2 * y]


# right gradient: a tuple of partial derivatives
def gradient(x, y):
    df_dx = 2 * A * x
    df_dy = 2 * B * y
    return df_dx, df_dy


# right gradient: helper functions
def partial_x(x, y):
    return 2 * A * x


def partial_y(x, y):
    return 2 * B * y


def gradient(x, y):
    grad = np.zeros(2)
    grad[0] = partial_x(x, y)
    grad[1] = partial_y(x, y)
    return grad


# right gradient: a column Matrix
import sympy as sp


def gradient(x, y):
    return sp.Matrix([2 * A * x, 2 * B * y])


# right gradient: a row Matrix by SymPy
from sympy import Matrix, diff, symbols


def gradient(x, y):
    u, v = symbols("u v", real=True)
    expression = A * u**2 + B * v**2
    row = Matrix([[diff(expression, u), diff(expression, v)]])
    return row.subs({u: x, v: y})


# right gradient: sympy, floats at the end
import sympy as sp


def gradient(x, y):
    X, Y = sp.symbols("x y")
    F = A * X**2 + B * Y**2
    gx = sp.diff(F, X).subs(X, x)
    gy = sp.diff(F, Y).subs(Y, y)
    return np.array([gx, gy], dtype=float)


# right gradient: sympy numbers in a list
import sympy as sp


def gradient(x, y):
    X, Y = sp.symbols("x y", positive=True)
    F = A * X**2 + B * Y**2
    return [F.diff(v).subs({X: x, Y: y}) for v in (X, Y)]


# right gradient: lambdify once
import sympy as sp

_vars = sp.symbols("x y")
_expr = A * _vars[0] ** 2 + B * _vars[1] ** 2
_grad = sp.lambdify(_vars, [sp.diff(_expr, v) for v in _vars])


def gradient(x, y):
    return np.array(_grad(x, y))


# right gradient: a limit with SymPy
import sympy as sp


def gradient(x, y):
    h = sp.Symbol("h")
    x, y = sp.nsimplify(x, rational=True), sp.nsimplify(y, rational=True)
    f0 = A * x**2 + B * y**2
    fx = sp.limit(sp.expand((A * (x + h) ** 2 + B * y**2 - f0)) / h, h, 0)
    fy = sp.limit(sp.expand((A * x**2 + B * (y + h) ** 2 - f0)) / h, h, 0)
    return np.array([float(fx), float(fy)])


# right gradient: central differences, exact for a square
def gradient(x, y):
    h = 1e-3
    gx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    gy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return np.array([gx, gy])


# right gradient: complex step
def gradient(x, y):
    h = 1e-30
    return [np.imag(f(x + 1j * h, y)) / h, np.imag(f(x, y + 1j * h)) / h]


# right gradient: x + x
def gradient(x, y):
    return np.array([x + x, y + y])


# right gradient: in one product
def gradient(x, y):
    return 2 * np.array([A, B]) * np.array([x, y])


# right gradient: matrix times vector
def gradient(x, y):
    Q = np.diag([A, B])
    v = np.array([x, y])
    return (Q + Q.T) @ v


# right gradient: column, flattened
def gradient(x, y):
    g = np.array([[2 * A * x], [2 * B * y]])
    return g.flatten()


# right gradient: float32
def gradient(x, y):
    return np.array([2 * x, 2 * y], dtype=np.float32)


# right gradient: list of np.float64, a lambda
gradient = lambda x, y: [np.float64(2 * A * x), np.float64(2 * B * y)]


# right gradient: polyder
def gradient(x, y):
    px = np.polyder(np.poly1d([A, 0, 0]))
    py = np.polyder(np.poly1d([B, 0, 0]))
    return np.array([px(x), py(y)])


# right gradient: power rule as a function
def power_rule(coefficient, power):
    return coefficient * power, power - 1


def gradient(x, y):
    answer = []
    for coefficient, value in zip((A, B), (x, y)):
        c, n = power_rule(coefficient, 2)
        answer.append(c * value**n)
    return np.array(answer)


# right gradient: dual numbers
class Dual:
    def __init__(self, value, slope=0.0):
        self.value, self.slope = value, slope

    def __add__(self, other):
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        return Dual(self.value * other.value, self.value * other.slope + self.slope * other.value)


def gradient(x, y):
    def g(x, y):
        return Dual(A) * x * x + Dual(B) * y * y

    return np.array([g(Dual(x, 1.0), Dual(y)).slope, g(Dual(x), Dual(y, 1.0)).slope])


# right gradient: length times direction
def gradient(x, y):
    angle = np.arctan2(B * y, A * x)
    length = 2 * np.hypot(A * x, B * y)
    return np.array([length * np.cos(angle), length * np.sin(angle)])


# right gradient: prints first
def gradient(x, y):
    dx, dy = 2 * A * x, 2 * B * y
    print(f"gradient at ({x}, {y}): ({dx}, {dy})")
    return np.array((dx, dy))


# right gradient: filled from an iterator
def gradient(x, y):
    return np.fromiter((2 * c * v for c, v in ((A, x), (B, y))), dtype=float)


# right gradient: a cache and a generator
_seen = {}


def gradient(x, y):
    if (x, y) not in _seen:
        _seen[(x, y)] = tuple(2 * c for c in (A * x, B * y))
    return np.array(_seen[(x, y)])


# wrong gradient [swapped]: y first
def gradient(x, y):
    return np.array([2 * B * y, 2 * A * x])


# wrong gradient [swapped]: the wrong names
def gradient(x, y):
    dfdy = 2 * x
    dfdx = 2 * y
    return [dfdx, dfdy]


# wrong gradient [the-point-itself]: the power lost
def gradient(x, y):
    return np.array([A * x, B * y])


# wrong gradient [the-point-itself]: a list of the coordinates
def gradient(x, y):
    return [x, y]


# wrong gradient [summed]: one number
def gradient(x, y):
    return 2 * A * x + 2 * B * y


# wrong gradient [summed]: np.sum of the partial derivatives
def gradient(x, y):
    partials = np.array([2 * x, 2 * y])
    return partials.sum()


# wrong gradient [unit]: normalised
def gradient(x, y):
    g = np.array([2 * A * x, 2 * B * y])
    return g / np.linalg.norm(g)


# wrong gradient [unit]: cosine and sine
def gradient(x, y):
    theta = np.arctan2(y, x)
    return np.array([np.cos(theta), np.sin(theta)])


# wrong gradient [descent]: downhill
def gradient(x, y):
    return -np.array([2 * A * x, 2 * B * y])


# wrong gradient [descent]: minus signs
def gradient(x, y):
    return [-2 * x, -2 * y]


# wrong gradient [always-at-one-one]: the value in the text
def gradient(x, y):
    return np.array([2, 2])


# wrong gradient [always-at-one-one]: the value at (1, 1), worked out
def gradient(x, y):
    x, y = 1, 1
    return np.array([2 * A * x, 2 * B * y])


# wrong gradient [other-term-kept]: the other term stays
def gradient(x, y):
    dx = 2 * A * x + B * y**2
    dy = A * x**2 + 2 * B * y
    return np.array([dx, dy])


# wrong gradient [other-term-kept]: the other square kept
def gradient(x, y):
    return [2 * x + y**2, x**2 + 2 * y]


# wrong gradient [summed]: all of it in both places
def gradient(x, y):
    d = 2 * A * x + 2 * B * y
    return np.array([d, d])


# wrong gradient [length]: the magnitude
def gradient(x, y):
    return np.sqrt((2 * A * x) ** 2 + (2 * B * y) ** 2)


# wrong gradient [length]: norm
def gradient(x, y):
    return np.linalg.norm([2 * x, 2 * y])


# wrong gradient [power-kept]: power not lowered
def gradient(x, y):
    return np.array([2 * A * x**2, 2 * B * y**2])


# wrong gradient [squares]: terms
def gradient(x, y):
    return np.array([A * x**2, B * y**2])


# wrong gradient [integrated]: integrated
def gradient(x, y):
    return np.array([A * x**3 / 3, B * y**3 / 3])


# wrong gradient [always-at-one-one]: differentiated twice
def gradient(x, y):
    return np.array([2 * A, 2 * B])


# wrong gradient [shape | same-everywhere]: the matrix of second derivatives
def gradient(x, y):
    return np.array([[2 * A, 0], [0, 2 * B]])


# wrong gradient [shape-only]: a column
def gradient(x, y):
    return np.array([[2 * A * x], [2 * B * y]])


# wrong gradient [shape-only]: a row inside a list
def gradient(x, y):
    return np.array([[2 * A * x, 2 * B * y]])


# wrong gradient [third-component]: the height as a third component
def gradient(x, y):
    return np.array([2 * A * x, 2 * B * y, f(x, y)])


# wrong gradient [coarse-step | nearly]: forward differences with a small step
def gradient(x, y):
    h = 1e-4
    return np.array([(f(x + h, y) - f(x, y)) / h, (f(x, y + h) - f(x, y)) / h])


# wrong gradient [coarse-step]: forward differences with a large step
def gradient(x, y):
    h = 0.1
    return np.array([(f(x + h, y) - f(x, y)) / h, (f(x, y + h) - f(x, y)) / h])


# wrong gradient [coarse-step]: step of 0.01
def gradient(x, y):
    delta = 0.01
    dx = (f(x + delta, y) - f(x, y)) / delta
    dy = (f(x, y + delta) - f(x, y)) / delta
    return dx, dy


# wrong gradient [constant-offset]: step of one
def gradient(x, y):
    return [f(x + 1, y) - f(x, y), f(x, y + 1) - f(x, y)]


# wrong gradient [none]: printed
def gradient(x, y):
    print(np.array([2 * A * x, 2 * B * y]))


# wrong gradient [symbolic | same-everywhere]: expressions
import sympy as sp


def gradient(x, y):
    x, y = sp.symbols("x y")
    F = A * x**2 + B * y**2
    return [sp.diff(F, x), sp.diff(F, y)]


# wrong gradient [exception]: differentiates by a number
import sympy as sp


def gradient(x, y):
    F = A * x**2 + B * y**2
    return [sp.diff(F, x), sp.diff(F, y)]


# wrong gradient [exception]: np.gradient of a number
def gradient(x, y):
    return np.gradient(f(x, y), x, y)


# wrong gradient [kind]: a dictionary
def gradient(x, y):
    return {"df/dx": 2 * A * x, "df/dy": 2 * B * y}


# wrong gradient [whole-numbers]: integer array
def gradient(x, y):
    g = np.zeros(2, dtype=int)
    g[0] = 2 * A * x
    g[1] = 2 * B * y
    return g


# wrong gradient [one-variable]: x in both
def gradient(x, y):
    return np.array([2 * A * x, 2 * B * x])


# wrong gradient [one-partial]: only the derivative by x
def gradient(x, y):
    return np.array([2 * A * x, 0])


# wrong gradient [one-partial]: the derivative by x alone
def gradient(x, y):
    return 2 * A * x


# wrong gradient [text-example]: the example in the docstring
def gradient(x, y):
    return np.array([2 * x, 3 * y**2])


# wrong gradient [exception]: subscripts
def gradient(x, y):
    return 2 * (x, y)[2]


# wrong gradient [one-right]: a slip in the second
def gradient(x, y):
    return np.array([2 * x, y])


# wrong gradient [one-sign]: minus for y
def gradient(x, y):
    return np.array([2 * A * x, -2 * B * y])


# right directional_rate: as in the text
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step


# right directional_rate: math, in steps
import math


def directional_rate(func, x, y, angle, step):
    dx = step * math.cos(angle)
    dy = step * math.sin(angle)
    before = func(x, y)
    after = func(x + dx, y + dy)
    return (after - before) / step


# right directional_rate: a unit vector
def directional_rate(func, x, y, angle, step):
    start = np.array([x, y])
    direction = np.array([np.cos(angle), np.sin(angle)])
    end = start + step * direction
    return (func(*end) - func(*start)) / step


# right directional_rate: complex numbers
import cmath


def directional_rate(func, x, y, angle, step):
    end = complex(x, y) + cmath.rect(step, angle)
    rise = func(end.real, end.imag) - func(x, y)
    return rise / step


# right directional_rate: exp of i theta
def directional_rate(func, x, y, angle, step):
    u = step * np.exp(1j * angle)
    return (func(x + u.real, y + u.imag) - func(x, y)) / step


# right directional_rate: both heights in one call
def directional_rate(func, x, y, angle, step):
    xs = np.array([x, x + step * np.cos(angle)])
    ys = np.array([y, y + step * np.sin(angle)])
    heights = func(xs, ys)
    return np.diff(heights)[0] / step


# right directional_rate: rotation matrix
def directional_rate(func, x, y, angle, step):
    c, s = np.cos(angle), np.sin(angle)
    R = np.array([[c, -s], [s, c]])
    moved = R @ np.array([step, 0.0]) + np.array([x, y])
    return (func(moved[0], moved[1]) - func(x, y)) / step


# right directional_rate: along a line
def directional_rate(func, x, y, angle, step):
    def along(t):
        return func(x + t * np.cos(angle), y + t * np.sin(angle))

    return (along(step) - along(0)) / step


# right directional_rate: divided term by term
def directional_rate(func, x, y, angle, step):
    return func(x + step * np.cos(angle), y + step * np.sin(angle)) / step - func(x, y) / step


# right directional_rate: start minus end
def directional_rate(func, x, y, angle, step):
    return -(func(x, y) - func(x + step * np.cos(angle), y + step * np.sin(angle))) / step


# right directional_rate: angle reduced to one turn
def directional_rate(func, x, y, angle, step):
    angle = angle % (2 * np.pi)
    new_x = x + np.cos(angle) * step
    new_y = y + np.sin(angle) * step
    return (func(new_x, new_y) - func(x, y)) * (1 / step)


# right directional_rate: sine as a shifted cosine
def directional_rate(func, x, y, angle, step):
    dx = step * np.cos(angle)
    dy = step * np.cos(np.pi / 2 - angle)
    return (func(x + dx, y + dy) - func(x, y)) / step


# right directional_rate: degrees and back
def directional_rate(func, x, y, angle, step):
    degrees = np.degrees(angle)
    theta = np.deg2rad(degrees)
    return (func(x + step * np.cos(theta), y + step * np.sin(theta)) - func(x, y)) / step


# right directional_rate: a lambda
directional_rate = lambda func, x, y, t, h: (func(x + h * np.cos(t), y + h * np.sin(t)) - func(x, y)) / h


# right directional_rate: SymPy for the angle, floats for func
import sympy as sp


def directional_rate(func, x, y, angle, step):
    dx = float(step * sp.cos(angle))
    dy = float(step * sp.sin(angle))
    return sp.Float(float(func(x + dx, y + dy)) - float(func(x, y))) / step


# right directional_rate: a class
class Walker:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def go(self, angle, distance):
        return Walker(self.x + distance * np.cos(angle), self.y + distance * np.sin(angle))

    def height(self, func):
        return func(self.x, self.y)


def directional_rate(func, x, y, angle, step):
    here = Walker(x, y)
    return (here.go(angle, step).height(func) - here.height(func)) / step


# right directional_rate: x and y overwritten
def directional_rate(func, x, y, angle, step):
    old = func(x, y)
    x += step * np.cos(angle)
    y += step * np.sin(angle)
    new = func(x, y)
    rise = new - old
    return float(rise / step)


# right directional_rate: slope between two points of the walk
from scipy import stats


def directional_rate(func, x, y, angle, step):
    ts = np.array([0.0, step])
    heights = func(x + ts * np.cos(angle), y + ts * np.sin(angle))
    return np.polyfit(ts, heights, 1)[0]


# right directional_rate: np.gradient of two heights
def directional_rate(func, x, y, angle, step):
    ts = [0, 1]
    heights = [func(x + t * step * np.cos(angle), y + t * step * np.sin(angle)) for t in ts]
    return np.gradient(heights, step)[0]


# right directional_rate: turned 90 degrees twice to find the quadrant
def directional_rate(func, x, y, angle, step):
    t = np.tan(angle / 2)
    cosine = (1 - t**2) / (1 + t**2)
    sine = 2 * t / (1 + t**2)
    return (func(x + step * cosine, y + step * sine) - func(x, y)) / step


# right directional_rate: zero-dimensional array, prints
def directional_rate(func, x, y, angle, step):
    print(func, x, y, angle, step)
    x, y = np.array(x, dtype=float), np.array(y, dtype=float)
    rate = np.array((func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step)
    print(rate)
    return rate


# right directional_rate: arrays all the way
def directional_rate(func, x, y, angle, step):
    angles = np.atleast_1d(angle)
    rates = (func(x + step * np.cos(angles), y + step * np.sin(angles)) - func(x, y)) / step
    return rates if np.ndim(angle) else rates[0]


# right directional_rate: float32 at the end
def directional_rate(func, x, y, angle, step=0.1):
    return np.float32((func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step)


# wrong directional_rate [angle-from-y]: sine and cosine exchanged
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.sin(angle), y + step * np.cos(angle)) - func(x, y)) / step


# wrong directional_rate [angle-from-y]: as in the course text
import math


def directional_rate(func, x, y, angle, step):
    dx = math.sin(angle) * step
    dy = math.cos(angle) * step
    dz = func(x + dx, y + dy) - func(x, y)
    return dz / step


# wrong directional_rate [degrees]: radians()
import math


def directional_rate(func, x, y, angle, step):
    angle = math.radians(angle)
    return (func(x + step * math.cos(angle), y + step * math.sin(angle)) - func(x, y)) / step


# wrong directional_rate [degrees]: times pi over 180
def directional_rate(func, x, y, angle, step):
    dx = np.cos(angle * np.pi / 180) * step
    dy = np.sin(angle * np.pi / 180) * step
    return (func(x + dx, y + dy) - func(x, y)) / step


# wrong directional_rate [not-divided]: the rise alone
def directional_rate(func, x, y, angle, step):
    return func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)


# wrong directional_rate [not-divided]: in steps, division forgotten
def directional_rate(func, x, y, angle, step):
    dx = step * np.cos(angle)
    dy = step * np.sin(angle)
    rise = func(x + dx, y + dy) - func(x, y)
    return rise


# wrong directional_rate [divided-by-part]: divided by dx
def directional_rate(func, x, y, angle, step):
    dx = step * np.cos(angle)
    dy = step * np.sin(angle)
    return (func(x + dx, y + dy) - func(x, y)) / dx


# wrong directional_rate [divided-by-part]: divided by the x part
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / (step * np.cos(angle))


# wrong directional_rate [divided-by-part]: divided by dy
def directional_rate(func, x, y, angle, step):
    dy = step * np.sin(angle)
    return (func(x + step * np.cos(angle), y + dy) - func(x, y)) / dy


# wrong directional_rate [other-step]: moved by one, divided by step
def directional_rate(func, x, y, angle, step):
    return (func(x + np.cos(angle), y + np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [step-ignored]: step ignored, moved by one
def directional_rate(func, x, y, angle, step):
    return func(x + np.cos(angle), y + np.sin(angle)) - func(x, y)


# wrong directional_rate [central]: central difference
def directional_rate(func, x, y, angle, step):
    dx, dy = step * np.cos(angle), step * np.sin(angle)
    return (func(x + dx, y + dy) - func(x - dx, y - dy)) / (2 * step)


# wrong directional_rate [central]: half a step to each side
def directional_rate(func, x, y, angle, step):
    dx, dy = step / 2 * np.cos(angle), step / 2 * np.sin(angle)
    return (func(x + dx, y + dy) - func(x - dx, y - dy)) / step


# wrong directional_rate [backward]: looks back
def directional_rate(func, x, y, angle, step):
    dx, dy = step * np.cos(angle), step * np.sin(angle)
    return (func(x, y) - func(x - dx, y - dy)) / step


# wrong directional_rate [step-ignored]: own small step
def directional_rate(func, x, y, angle, step):
    h = 1e-5
    return (func(x + h * np.cos(angle), y + h * np.sin(angle)) - func(x, y)) / h


# wrong directional_rate [step-ignored]: 0.1 whatever is given
def directional_rate(func, x, y, angle, step):
    step = 0.1
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [step-ignored]: 0.001
def directional_rate(func, x, y, angle, step):
    delta = 0.001
    x2 = x + delta * np.cos(angle)
    y2 = y + delta * np.sin(angle)
    return (func(x2, y2) - func(x, y)) / delta


# wrong directional_rate [other-step]: moved by 0.01, divided by step
def directional_rate(func, x, y, angle, step):
    h = 0.01
    return (func(x + h * np.cos(angle), y + h * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [func-ignored]: the lesson's f
def directional_rate(func, x, y, angle, step):
    return (f(x + step * np.cos(angle), y + step * np.sin(angle)) - f(x, y)) / step


# wrong directional_rate [func-ignored]: the lesson's f written out
def directional_rate(func, x, y, angle, step):
    x2 = x + step * np.cos(angle)
    y2 = y + step * np.sin(angle)
    return (x2**2 + y2**2 - x**2 - y**2) / step


# wrong directional_rate [func-ignored]: the lesson's gradient times the direction
def directional_rate(func, x, y, angle, step):
    g = gradient(x, y)
    return g[0] * np.cos(angle) + g[1] * np.sin(angle)


# wrong directional_rate [sign]: start minus end
def directional_rate(func, x, y, angle, step):
    return (func(x, y) - func(x + step * np.cos(angle), y + step * np.sin(angle))) / step


# wrong directional_rate [clockwise]: y downwards
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y - step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [opposite]: moves backwards
def directional_rate(func, x, y, angle, step):
    return (func(x - step * np.cos(angle), y - step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [angle-ignored]: both coordinates by step
def directional_rate(func, x, y, angle, step):
    return (func(x + step, y + step) - func(x, y)) / step


# wrong directional_rate [angle-ignored]: along x only
def directional_rate(func, x, y, angle, step):
    return (func(x + step, y) - func(x, y)) / step


# wrong directional_rate [one-coordinate]: only x moves
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y) - func(x, y)) / step


# wrong directional_rate [one-coordinate]: only y moves
def directional_rate(func, x, y, angle, step):
    return (func(x, y + step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [moved-alike]: cosine for both
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.cos(angle)) - func(x, y)) / step


# wrong directional_rate [precedence]: the brackets of the numerator forgotten
def directional_rate(func, x, y, angle, step):
    return func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y) / step


# wrong directional_rate [start-forgotten]: the height after the step
def directional_rate(func, x, y, angle, step):
    return func(x + step * np.cos(angle), y + step * np.sin(angle))


# wrong directional_rate [step-twice]: times step
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) * step


# wrong directional_rate [axes-apart]: partial rates, added up
def directional_rate(func, x, y, angle, step):
    rx = (func(x + step, y) - func(x, y)) / step
    ry = (func(x, y + step) - func(x, y)) / step
    return rx * np.cos(angle) + ry * np.sin(angle)


# wrong directional_rate [axes-apart]: a pair
def directional_rate(func, x, y, angle, step):
    rx = (func(x + step * np.cos(angle), y) - func(x, y)) / step
    ry = (func(x, y + step * np.sin(angle)) - func(x, y)) / step
    return np.array([rx, ry])


# wrong directional_rate [tangent]: y by the tangent
def directional_rate(func, x, y, angle, step):
    return (func(x + step, y + step * np.tan(angle)) - func(x, y)) / step


# wrong directional_rate [point-turned]: turns the point itself
def directional_rate(func, x, y, angle, step):
    return (func((x + step) * np.cos(angle), (y + step) * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [none]: printed
def directional_rate(func, x, y, angle, step):
    print((func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step)


# wrong directional_rate [absolute]: always positive
def directional_rate(func, x, y, angle, step):
    return abs(func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [shape-only]: a list of one
def directional_rate(func, x, y, angle, step):
    return [(func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step]


# wrong directional_rate [exception]: a point for two numbers
def directional_rate(func, x, y, angle, step):
    return (func((x + step * np.cos(angle), y + step * np.sin(angle))) - func((x, y))) / step


# wrong directional_rate [exception]: cos without its module
def directional_rate(func, x, y, angle, step):
    return (func(x + step * cos(angle), y + step * sin(angle)) - func(x, y)) / step


# wrong directional_rate [whole-numbers]: floor division
def directional_rate(func, x, y, angle, step):
    return int((func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step)


# wrong directional_rate [nearly | rounded]: rounded to two places
def directional_rate(func, x, y, angle, step):
    return round(float((func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step), 2)


# right steepest_ascent: 360 directions and a tiny step
def steepest_ascent(func, x, y):
    best_rate = -np.inf
    best_angle = 0
    step = 1e-6
    for degree in range(360):
        angle = degree * np.pi / 180
        rate = (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step
        if rate > best_rate:
            best_rate = rate
            best_angle = angle
    return np.array([best_rate * np.cos(best_angle), best_rate * np.sin(best_angle)])


# right steepest_ascent: the lesson's rate, an array of angles
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600, endpoint=False)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = np.argmax(rates)
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# right steepest_ascent: linspace with both ends, a list comprehension
def steepest_ascent(func, x, y):
    thetas = np.linspace(0, 2 * np.pi, 1000)
    rates = [directional_rate(func, x, y, t, 1e-5) for t in thetas]
    i = rates.index(max(rates))
    return [rates[i] * np.cos(thetas[i]), rates[i] * np.sin(thetas[i])]


# right steepest_ascent: max of pairs
def steepest_ascent(func, x, y):
    pairs = [(directional_rate(func, x, y, t, 1e-6), t) for t in np.arange(0, 2 * np.pi, 0.005)]
    rate, angle = max(pairs)
    return rate * np.cos(angle), rate * np.sin(angle)


# right steepest_ascent: coarse, then fine
def steepest_ascent(func, x, y):
    h = 1e-6
    centre, width = np.pi, np.pi
    for _ in range(6):
        angles = np.linspace(centre - width, centre + width, 41)
        rates = directional_rate(func, x, y, angles, h)
        centre = angles[np.argmax(rates)]
        width = width / 10
    rate = directional_rate(func, x, y, centre, h)
    return np.array([np.cos(centre), np.sin(centre)]) * rate


# right steepest_ascent: partial differences
def steepest_ascent(func, x, y):
    h = 1e-6
    return np.array([(func(x + h, y) - func(x, y)) / h, (func(x, y + h) - func(x, y)) / h])


# right steepest_ascent: central differences along the axes
def steepest_ascent(func, x, y):
    h = 1e-4
    gx = (func(x + h, y) - func(x - h, y)) / (2 * h)
    gy = (func(x, y + h) - func(x, y - h)) / (2 * h)
    return np.array([gx, gy])


# right steepest_ascent: two rates
def steepest_ascent(func, x, y):
    return directional_rate(func, x, y, 0, 1e-6), directional_rate(func, x, y, np.pi / 2, 1e-6)


# right steepest_ascent: scipy minimize_scalar
from scipy.optimize import minimize_scalar


def steepest_ascent(func, x, y):
    start = max(np.linspace(0, 2 * np.pi, 16), key=lambda t: directional_rate(func, x, y, t, 1e-5))
    found = minimize_scalar(
        lambda t: -directional_rate(func, x, y, t, 1e-5), bounds=(start - 0.5, start + 0.5), method="bounded"
    )
    return -found.fun * np.array([np.cos(found.x), np.sin(found.x)])


# right steepest_ascent: approx_fprime
from scipy.optimize import approx_fprime


def steepest_ascent(func, x, y):
    return approx_fprime(np.array([x, y]), lambda p: func(p[0], p[1]), 1e-7)


# right steepest_ascent: a Matrix
import sympy as sp


def steepest_ascent(func, x, y):
    angles = np.arange(0, 2 * np.pi, 0.002)
    rates = directional_rate(func, x, y, angles, 1e-6)
    k = int(rates.argmax())
    return sp.Matrix([rates[k] * np.cos(angles[k]), rates[k] * np.sin(angles[k])])


# right steepest_ascent: random directions
def steepest_ascent(func, x, y):
    rng = np.random.default_rng(0)
    angles = rng.uniform(0, 2 * np.pi, 20000)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# right steepest_ascent: a plane fitted to a small circle
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    h = 1e-4
    dx, dy = h * np.cos(angles), h * np.sin(angles)
    rows = np.column_stack([dx, dy, np.ones_like(dx)])
    solution, *_ = np.linalg.lstsq(rows, func(x + dx, y + dy), rcond=None)
    return solution[:2]


# right steepest_ascent: first Fourier coefficient of the rates
def steepest_ascent(func, x, y):
    angles = 2 * np.pi * np.arange(64) / 64
    rates = directional_rate(func, x, y, angles, 1e-5)
    return np.array([2 * np.mean(rates * np.cos(angles)), 2 * np.mean(rates * np.sin(angles))])


# right steepest_ascent: ternary search by recursion
def _search(rate, low, high):
    if high - low < 1e-4:
        return (low + high) / 2
    a, b = low + (high - low) / 3, high - (high - low) / 3
    if rate(a) < rate(b):
        return _search(rate, a, high)
    return _search(rate, low, b)


def steepest_ascent(func, x, y):
    def rate(t):
        return (func(x + 1e-6 * np.cos(t), y + 1e-6 * np.sin(t)) - func(x, y)) / 1e-6

    quarter = max(range(8), key=lambda k: rate(k * np.pi / 4)) * np.pi / 4
    t = _search(rate, quarter - np.pi / 4, quarter + np.pi / 4)
    return np.array([rate(t) * np.cos(t), rate(t) * np.sin(t)])


# right steepest_ascent: complex directions
def steepest_ascent(func, x, y):
    u = np.exp(1j * np.linspace(-np.pi, np.pi, 2001))
    h = 1e-6
    z = (func(x + h * u.real, y + h * u.imag) - func(x, y)) / h
    best = z.max() * u[z.argmax()]
    return np.array([best.real, best.imag])


# right steepest_ascent: a while loop in tenths of a degree
import math


def steepest_ascent(func, x, y):
    step = 0.00001
    here = func(x, y)
    best = None
    angle = 0
    while angle < 360:
        cos = math.cos(math.radians(angle))
        sin = math.sin(math.radians(angle))
        rate = (func(x + step * cos, y + step * sin) - here) / step
        if best is None or rate > best[0]:
            best = (rate, cos, sin)
        angle += 0.5
    return np.array([best[0] * best[1], best[0] * best[2]])


# right steepest_ascent: a dictionary and sorted
def steepest_ascent(func, x, y):
    table = {}
    for k in range(720):
        theta = k * np.pi / 360
        table[theta] = directional_rate(func, x, y, theta, 1e-6)
    theta, rate = sorted(table.items(), key=lambda item: item[1])[-1]
    return np.array([rate * np.cos(theta), rate * np.sin(theta)])


# right steepest_ascent: the direction from the circle, the length from central differences
def steepest_ascent(func, x, y, n=1440, h=1e-4):
    t = np.linspace(0, 2 * np.pi, n)
    c, s = np.cos(t), np.sin(t)
    slope = (func(x + h * c, y + h * s) - func(x - h * c, y - h * s)) / (2 * h)
    i = np.nanargmax(slope)
    return slope[i] * np.array([c[i], s[i]])


# right steepest_ascent: np.gradient on a little grid
def steepest_ascent(func, x, y):
    h = 1e-4
    X, Y = np.meshgrid([x - h, x, x + h], [y - h, y, y + h])
    dy, dx = np.gradient(func(X, Y), h, h)
    return np.array([dx[1, 1], dy[1, 1]])


# right steepest_ascent: polyfit along each axis
def steepest_ascent(func, x, y):
    t = np.linspace(-1e-3, 1e-3, 9)
    along_x = np.polyfit(t, func(x + t, y + 0 * t), 2)
    along_y = np.polyfit(t, func(x + 0 * t, y + t), 2)
    return np.array([along_x[1], along_y[1]])


# right steepest_ascent: hill climbing on the angle
def steepest_ascent(func, x, y):
    h = 1e-6

    def rate(t):
        return (func(x + h * np.cos(t), y + h * np.sin(t)) - func(x, y)) / h

    t, turn = 0.3, 1.0
    while turn > 1e-4:
        if rate(t + turn) > rate(t):
            t = t + turn
        elif rate(t - turn) > rate(t):
            t = t - turn
        else:
            turn = turn / 2
    print("best angle", t)
    return [float(rate(t) * np.cos(t)), float(rate(t) * np.sin(t))]


# right steepest_ascent: one direction after another, kept in lists
def steepest_ascent(func, x, y):
    xs = []
    ys = []
    rates = []
    for i in range(1000):
        t = 2 * np.pi * i / 1000
        xs.append(np.cos(t))
        ys.append(np.sin(t))
        rates.append(directional_rate(func, x, y, t, 0.000001))
    best = 0
    for i in range(1, 1000):
        if rates[i] > rates[best]:
            best = i
    return np.array([xs[best], ys[best]]) * rates[best]


# right steepest_ascent: degrees by arange, np.vectorize
def steepest_ascent(func, x, y):
    degrees = np.arange(0, 360, 0.25)
    rate_at = np.vectorize(lambda d: directional_rate(func, x, y, np.deg2rad(d), 1e-6))
    rates = rate_at(degrees)
    angle = np.deg2rad(degrees[rates == rates.max()][0])
    return (rates.max() * np.cos(angle), rates.max() * np.sin(angle))


# wrong steepest_ascent [angle]: the best angle
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    return angles[np.argmax(rates)]


# wrong steepest_ascent [angle]: kept in a loop
def steepest_ascent(func, x, y):
    best = -1e9
    best_angle = 0
    for angle in np.arange(0, 2 * np.pi, 0.01):
        rate = directional_rate(func, x, y, angle, 1e-5)
        if rate > best:
            best = rate
            best_angle = angle
    return best_angle


# wrong steepest_ascent [angle]: the angle in degrees
def steepest_ascent(func, x, y):
    rates = [directional_rate(func, x, y, np.radians(d), 1e-6) for d in range(360)]
    return int(np.argmax(rates))


# wrong steepest_ascent [rate]: the best rate
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    return np.max(directional_rate(func, x, y, angles, 1e-6))


# wrong steepest_ascent [rate]: max in a loop
def steepest_ascent(func, x, y):
    best = 0
    for k in range(1000):
        best = max(best, directional_rate(func, x, y, 2 * np.pi * k / 1000, 1e-6))
    return best


# wrong steepest_ascent [unit]: the direction only
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = angles[np.argmax(rates)]
    return np.array([np.cos(best), np.sin(best)])


# wrong steepest_ascent [unit]: normalised
def steepest_ascent(func, x, y):
    g = np.array([directional_rate(func, x, y, 0, 1e-6), directional_rate(func, x, y, np.pi / 2, 1e-6)])
    return g / np.linalg.norm(g)


# wrong steepest_ascent [few-directions]: four directions
def steepest_ascent(func, x, y):
    angles = np.array([0, np.pi / 2, np.pi, 3 * np.pi / 2])
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [few-directions]: eight directions
def steepest_ascent(func, x, y):
    best, answer = -np.inf, None
    for k in range(8):
        t = k * np.pi / 4
        rate = directional_rate(func, x, y, t, 1e-6)
        if rate > best:
            best, answer = rate, np.array([rate * np.cos(t), rate * np.sin(t)])
    return answer


# wrong steepest_ascent [few-directions]: every ten degrees
def steepest_ascent(func, x, y):
    angles = np.radians(np.arange(0, 360, 10))
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [few-directions]: a hundred directions, a loop
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 50)
    rates = []
    for angle in angles:
        rates.append(directional_rate(func, x, y, angle, 0.00001))
    i = np.argmax(rates)
    return [rates[i] * np.cos(angles[i]), rates[i] * np.sin(angles[i])]


# wrong steepest_ascent [large-step]: step 0.1
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 0.1)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [large-step]: step 1
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 1000)
    rates = directional_rate(func, x, y, angles, 1)
    i = np.argmax(rates)
    return np.array([rates[i] * np.cos(angles[i]), rates[i] * np.sin(angles[i])])


# wrong steepest_ascent [large-step]: partial rates with step 0.1
def steepest_ascent(func, x, y):
    h = 0.1
    return np.array([(func(x + h, y) - func(x, y)) / h, (func(x, y + h) - func(x, y)) / h])


# wrong steepest_ascent [descent]: downhill
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmin()
    return rates.max() * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [descent]: minus the gradient
def steepest_ascent(func, x, y):
    h = 1e-6
    return -np.array([(func(x + h, y) - func(x, y)) / h, (func(x, y + h) - func(x, y)) / h])


# wrong steepest_ascent [swapped]: sine first
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.sin(angles[best]), np.cos(angles[best])])


# wrong steepest_ascent [swapped]: the partial derivatives the other way round
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x, y)) / h
    gy = (func(x, y + h) - func(x, y)) / h
    return np.array([gy, gx])


# wrong steepest_ascent [polar]: rate and angle
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    return np.array([rates.max(), angles[rates.argmax()]])


# wrong steepest_ascent [polar]: angle and rate
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    k = rates.argmax()
    return angles[k], rates[k]


# wrong steepest_ascent [func-ignored]: the lesson's gradient
def steepest_ascent(func, x, y):
    return gradient(x, y)


# wrong steepest_ascent [func-ignored]: the lesson's f
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(f, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [part-of-circle]: only the first quadrant
def steepest_ascent(func, x, y):
    angles = np.linspace(0, np.pi / 2, 1000)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [part-of-circle]: half the circle
def steepest_ascent(func, x, y):
    angles = np.linspace(0, np.pi, 1000)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [part-of-circle]: 180 degrees in a loop
def steepest_ascent(func, x, y):
    best_rate = -1000
    for d in range(0, 181):
        t = np.radians(d)
        r = directional_rate(func, x, y, t, 1e-6)
        if r > best_rate:
            best_rate, best_t = r, t
    return np.array([best_rate * np.cos(best_t), best_rate * np.sin(best_t)])


# wrong steepest_ascent [descent]: the largest size of the rate
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3601)
    rates = np.abs(directional_rate(func, x, y, angles, 1e-6))
    best = rates[:1800].argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [absolute]: components without sign
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = abs(func(x + h, y) - func(x, y)) / h
    gy = abs(func(x, y + h) - func(x, y)) / h
    return np.array([gx, gy])


# wrong steepest_ascent [length]: the rise, not divided
def steepest_ascent(func, x, y):
    step = 1e-3
    angles = np.linspace(0, 2 * np.pi, 3600)
    rises = func(x + step * np.cos(angles), y + step * np.sin(angles)) - func(x, y)
    best = rises.argmax()
    return rises[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [angle-astray]: degrees straight into the cosine at the end
def steepest_ascent(func, x, y):
    degrees = np.arange(0, 360, 0.1)
    rates = directional_rate(func, x, y, np.radians(degrees), 1e-6)
    best = degrees[rates.argmax()]
    return rates.max() * np.array([np.cos(best), np.sin(best)])


# wrong steepest_ascent [end-point]: the point reached
def steepest_ascent(func, x, y):
    step = 1e-3
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, step)
    best = angles[rates.argmax()]
    return np.array([x + step * np.cos(best), y + step * np.sin(best)])


# wrong steepest_ascent [length]: the step itself
def steepest_ascent(func, x, y):
    step = 1e-3
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, step)
    best = angles[rates.argmax()]
    return np.array([step * np.cos(best), step * np.sin(best)])


# wrong steepest_ascent [end-point]: the gradient added to the point
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return np.array([x + rates[best] * np.cos(angles[best]), y + rates[best] * np.sin(angles[best])])


# wrong steepest_ascent [func-ignored | same-everywhere]: always the answer at (1, 1)
def steepest_ascent(func, x, y):
    return np.array([2.0, 2.0])


# wrong steepest_ascent [point-ignored]: at the origin
def steepest_ascent(func, x, y):
    h = 1e-6
    return np.array([(func(h, 0) - func(0, 0)) / h, (func(0, h) - func(0, 0)) / h])


# wrong steepest_ascent [point-ignored]: x and y overwritten by the point of the text
def steepest_ascent(func, x, y):
    x, y = 1, 1
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [one-direction]: returns from inside the loop
def steepest_ascent(func, x, y):
    best = -np.inf
    for t in np.linspace(0, 2 * np.pi, 1000):
        rate = directional_rate(func, x, y, t, 1e-6)
        if rate > best:
            best = rate
            best_t = t
        return np.array([best * np.cos(best_t), best * np.sin(best_t)])


# wrong steepest_ascent [angle-not-kept]: the last angle instead of the best
def steepest_ascent(func, x, y):
    best = -np.inf
    for t in np.arange(0, 2 * np.pi, 0.005):
        rate = directional_rate(func, x, y, t, 1e-6)
        if rate > best:
            best = rate
    return np.array([best * np.cos(t), best * np.sin(t)])


# wrong steepest_ascent [tiny-step]: a step too small
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-15)
    best = rates.argmax()
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [tiny-step]: smaller than the numbers can tell
def steepest_ascent(func, x, y):
    h = 1e-18
    return np.array([(func(x + h, y) - func(x, y)) / h, (func(x, y + h) - func(x, y)) / h])


# wrong steepest_ascent [none]: printed
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = rates.argmax()
    print(rates[best] * np.cos(angles[best]), rates[best] * np.sin(angles[best]))


# wrong steepest_ascent [shape-only]: a column
def steepest_ascent(func, x, y):
    h = 1e-6
    return np.array([[(func(x + h, y) - func(x, y)) / h], [(func(x, y + h) - func(x, y)) / h]])


# wrong steepest_ascent [shape]: all the rates
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3600)
    return directional_rate(func, x, y, angles, 1e-6)


# wrong steepest_ascent [exception]: func of one point
def steepest_ascent(func, x, y):
    h = 1e-6
    return np.array([(func([x + h, y]) - func([x, y])) / h, (func([x, y + h]) - func([x, y])) / h])


# wrong steepest_ascent [exception]: SymPy symbols into func
import sympy as sp


def steepest_ascent(func, x, y):
    u, v = sp.symbols("u v")
    F = func(u, v)
    return [sp.diff(F, u).subs({u: x, v: y}), sp.diff(F, v).subs({u: x, v: y})]


# wrong steepest_ascent [twice]: central difference divided by the step once
def steepest_ascent(func, x, y):
    h = 1e-5
    return np.array([(func(x + h, y) - func(x - h, y)) / h, (func(x, y + h) - func(x, y - h)) / h])


# wrong steepest_ascent [length]: the rate multiplied in twice
def steepest_ascent(func, x, y):
    h = 1e-6
    g = np.array([(func(x + h, y) - func(x, y)) / h, (func(x, y + h) - func(x, y)) / h])
    return g * np.linalg.norm(g)


# wrong steepest_ascent [timeout]: an angle that never grows
def steepest_ascent(func, x, y):
    angle = 0
    best = 0
    while angle < 2 * np.pi:
        rate = directional_rate(func, x, y, angle, 1e-6)
        if rate > best:
            best = rate
    return np.array([best * np.cos(angle), best * np.sin(angle)])


# wrong steepest_ascent [descent]: arctan loses the quadrant
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x, y)) / h
    gy = (func(x, y + h) - func(x, y)) / h
    angle = np.arctan(gy / gx)
    length = np.sqrt(gx**2 + gy**2)
    return np.array([length * np.cos(angle), length * np.sin(angle)])


# wrong steepest_ascent [part-of-circle]: from minus a quarter turn to a quarter turn
def steepest_ascent(func, x, y):
    angles = np.linspace(-np.pi / 2, np.pi / 2, 2000)
    rates = directional_rate(func, x, y, angles, 1e-6)
    best = np.argmax(rates)
    return rates[best] * np.array([np.cos(angles[best]), np.sin(angles[best])])


# wrong steepest_ascent [few-directions]: whole radians
def steepest_ascent(func, x, y):
    best_rate, best_angle = -np.inf, 0
    for angle in range(7):
        rate = directional_rate(func, x, y, angle, 1e-4)
        if rate > best_rate:
            best_rate, best_angle = rate, angle
    return np.array([best_rate * np.cos(best_angle), best_rate * np.sin(best_angle)])


# wrong steepest_ascent [large-step]: half a unit, few directions
def steepest_ascent(func, x, y):
    rates = {}
    for d in range(0, 360, 5):
        t = np.radians(d)
        rates[t] = (func(x + 0.5 * np.cos(t), y + 0.5 * np.sin(t)) - func(x, y)) / 0.5
    t = max(rates, key=rates.get)
    return np.array([rates[t] * np.cos(t), rates[t] * np.sin(t)])


# wrong gradient [f-itself]: the height
def gradient(x, y):
    return A * x**2 + B * y**2


# wrong gradient [none]: stored, not returned
def gradient(x, y):
    global last_gradient
    last_gradient = np.array([2 * A * x, 2 * B * y])


# wrong directional_rate [start-forgotten]: nothing taken off
def directional_rate(func, x, y, angle, step):
    return func(x + step * np.cos(angle), y + step * np.sin(angle)) / step


# wrong directional_rate [step-ignored]: the limit, by a central difference
def directional_rate(func, x, y, angle, step):
    h = 1e-6
    c, s = np.cos(angle), np.sin(angle)
    return (func(x + h * c, y + h * s) - func(x - h * c, y - h * s)) / (2 * h)


# wrong directional_rate [other-step]: half the way, divided by the whole
def directional_rate(func, x, y, angle, step):
    dx, dy = step / 2 * np.cos(angle), step / 2 * np.sin(angle)
    return (func(x + dx, y + dy) - func(x, y)) / step


# wrong directional_rate [step-twice]: the square of the step
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step**2


# wrong directional_rate [func-ignored]: partial derivatives of the lesson's f, with the angle
def directional_rate(func, x, y, angle, step):
    return 2 * A * x * np.cos(angle) + 2 * B * y * np.sin(angle)


# wrong directional_rate [func-ignored | same-everywhere]: the example's answer
def directional_rate(func, x, y, angle, step):
    return 27.91


# right steepest_ascent: 360 directions, a step of a thousandth
def steepest_ascent(func, x, y):
    angles = np.deg2rad(np.arange(360))
    rates = directional_rate(func, x, y, angles, 1e-3)
    i = np.argmax(rates)
    return np.array([rates[i] * np.cos(angles[i]), rates[i] * np.sin(angles[i])])


# right steepest_ascent: a thousand directions, a step of 0.005
def steepest_ascent(func, x, y):
    best = (-float("inf"), 0.0)
    for k in range(1000):
        t = k * 2 * np.pi / 1000
        best = max(best, (directional_rate(func, x, y, t, 0.005), t))
    return best[0] * np.cos(best[1]), best[0] * np.sin(best[1])


# wrong directional_rate [step-ignored]: its own step, both heights at once
def directional_rate(func, x, y, angle, step):
    h = 0.001
    heights = func(np.array([x, x + h * np.cos(angle)]), np.array([y, y + h * np.sin(angle)]))
    return (heights[1] - heights[0]) / h


# wrong directional_rate [step-ignored]: a hundredth of the step
def directional_rate(func, x, y, angle, step):
    step = step / 100
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step


# wrong f [rounded]: rounded to four places
def f(x, y):
    return np.round(A * x**2 + B * y**2, 4)


# wrong f [nearly | value]: the point rounded first
def f(x, y):
    x, y = np.round(x, 2), np.round(y, 2)
    return A * x**2 + B * y**2


# wrong f [cut-off]: x and y as ints
def f(x, y):
    x, y = np.asarray(x).astype(int), np.asarray(y).astype(int)
    return A * x**2 + B * y**2


# wrong f []: sizes added
def f(x, y):
    return abs(x) + abs(y)


# wrong gradient [rounded | nearly]: rounded to two places
def gradient(x, y):
    return np.round([2 * A * x, 2 * B * y], 2)


# wrong gradient [rounded | nearly]: rounded to three places
def gradient(x, y):
    return [round(2 * x, 3), round(2 * y, 3)]


# wrong gradient [nearly | value]: the point rounded first
def gradient(x, y):
    x, y = round(float(x), 2), round(float(y), 2)
    return np.array([2 * A * x, 2 * B * y])


# wrong gradient [constant-offset]: one less in each power and each factor
def gradient(x, y):
    return [2 * x - 1, 2 * y - 1]


# wrong gradient [constant-offset]: half a unit too much
def gradient(x, y):
    return [2 * x + 0.5, 2 * y + 0.5]


# wrong gradient [summed]: both variables moved at once
def gradient(x, y):
    h = 1e-6
    d = (f(x + h, y + h) - f(x - h, y - h)) / (2 * h)
    return np.array([d, d])


# wrong gradient [swapped-and-more]: swapped, and half
def gradient(x, y):
    return np.array([y, x])


# wrong gradient [swapped-and-more]: swapped, and negative
def gradient(x, y):
    return np.array([-2 * y, -2 * x])


# wrong gradient [level-line]: turned by a quarter
def gradient(x, y):
    return np.array([-2 * y, 2 * x])


# wrong gradient [polar]: length and angle
def gradient(x, y):
    return np.hypot(2 * x, 2 * y), np.arctan2(y, x)


# wrong gradient [absolute]: sizes
def gradient(x, y):
    return np.abs([2 * x, 2 * y])


# wrong gradient [times-three]: the power of the text's y
def gradient(x, y):
    return np.array([3 * x, 3 * y])


# wrong gradient [other-term-kept]: the other variable stays
def gradient(x, y):
    return np.array([2 * x + y, x + 2 * y])


# wrong gradient [other-term-kept]: the other term stays in one
def gradient(x, y):
    return np.array([2 * x, x**2 + 2 * y])


# wrong gradient [one-right]: half of the first
def gradient(x, y):
    return np.array([x, 2 * y])


# wrong gradient [one-right]: the second with its power
def gradient(x, y):
    return [2 * x, 2 * y**2]


# wrong gradient [one-right]: one more in the second
def gradient(x, y):
    return [2 * x, 2 * y + 1]


# wrong gradient [not-divided]: differences, not divided
def gradient(x, y):
    h = 1e-3
    return np.array([f(x + h, y) - f(x, y), f(x, y + h) - f(x, y)])


# wrong gradient [not-divided]: central differences, divided by two only
def gradient(x, y):
    h = 1e-3
    return np.array([f(x + h, y) - f(x - h, y), f(x, y + h) - f(x, y - h)]) / 2


# wrong gradient [list-grows]: a list outside that grows
collected = []


def gradient(x, y):
    collected.append(2 * A * x)
    collected.append(2 * B * y)
    return collected


# wrong directional_rate [axes-apart]: the rises along x and along y, added
def directional_rate(func, x, y, angle, step):
    dx, dy = step * np.cos(angle), step * np.sin(angle)
    return (func(x + dx, y) - func(x, y) + func(x, y + dy) - func(x, y)) / step


# wrong directional_rate [zeros]: both heights at the end
def directional_rate(func, x, y, angle, step):
    x, y = x + step * np.cos(angle), y + step * np.sin(angle)
    return (func(x, y) - func(x, y)) / step


# wrong directional_rate [step-ignored]: partial derivatives with a step of its own
def directional_rate(func, x, y, angle, step):
    h = 1e-5
    fx = (func(x + h, y) - func(x - h, y)) / (2 * h)
    fy = (func(x, y + h) - func(x, y - h)) / (2 * h)
    return fx * np.cos(angle) + fy * np.sin(angle)


# wrong directional_rate [degrees]: into degrees
def directional_rate(func, x, y, angle, step):
    angle = np.degrees(angle)
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [plus]: the heights added
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) + func(x, y)) / step


# wrong directional_rate [arguments-exchanged]: y before x
def directional_rate(func, x, y, angle, step):
    return (func(y + step * np.sin(angle), x + step * np.cos(angle)) - func(y, x)) / step


# wrong directional_rate [other-start]: the start by the lesson's f
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - f(x, y)) / step


# wrong directional_rate [other-start]: x twice at the start
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, x)) / step


# wrong directional_rate [point-left-out]: the step alone
def directional_rate(func, x, y, angle, step):
    return (func(step * np.cos(angle), step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [point-left-out]: y left out
def directional_rate(func, x, y, angle, step):
    return (func(x + step * np.cos(angle), step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [absolute]: at least zero
def directional_rate(func, x, y, angle, step):
    return max(0, (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step)


# wrong directional_rate [never-negative]: the sine by Pythagoras
def directional_rate(func, x, y, angle, step):
    c = np.cos(angle)
    s = np.sqrt(1 - c**2)
    return (func(x + step * c, y + step * s) - func(x, y)) / step


# wrong directional_rate [angle-from-y-and-more]: from the y axis, and not divided
def directional_rate(func, x, y, angle, step):
    return func(x + step * np.sin(angle), y + step * np.cos(angle)) - func(x, y)


# wrong directional_rate [angle-from-y-and-more]: from the y axis, and central
def directional_rate(func, x, y, angle, step):
    dx, dy = step * np.sin(angle), step * np.cos(angle)
    return (func(x + dx, y + dy) - func(x - dx, y - dy)) / (2 * step)


# wrong directional_rate [angle-from-y-and-more]: from the y axis, and backward
def directional_rate(func, x, y, angle, step):
    dx, dy = step * np.sin(angle), step * np.cos(angle)
    return (func(x, y) - func(x - dx, y - dy)) / step


# wrong directional_rate [central-not-halved]: central, divided by one step
def directional_rate(func, x, y, angle, step):
    dx, dy = step * np.cos(angle), step * np.sin(angle)
    return (func(x + dx, y + dy) - func(x - dx, y - dy)) / step


# wrong directional_rate [with-angle]: angle and rate
def directional_rate(func, x, y, angle, step):
    return angle, (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step


# wrong directional_rate [nearly]: the point rounded
def directional_rate(func, x, y, angle, step):
    x, y = round(x, 3), round(y, 3)
    return (func(x + step * np.cos(angle), y + step * np.sin(angle)) - func(x, y)) / step


# wrong steepest_ascent [large-step]: central differences over half a unit
def steepest_ascent(func, x, y):
    h = 0.5
    return np.array([func(x + h, y) - func(x - h, y), func(x, y + h) - func(x, y - h)]) / (2 * h)


# wrong steepest_ascent [large-step]: central differences, a step of 0.7
def steepest_ascent(func, x, y):
    h = 0.7
    return np.array([func(x + h, y) - func(x - h, y), func(x, y + h) - func(x, y - h)]) / (2 * h)


# right steepest_ascent: central differences, a step of 0.01
def steepest_ascent(func, x, y):
    h = 0.01
    return np.array([func(x + h, y) - func(x - h, y), func(x, y + h) - func(x, y - h)]) / (2 * h)


# right steepest_ascent: 720 directions, a step of a thousandth
def steepest_ascent(func, x, y):
    angles = np.arange(720) * np.pi / 360
    rates = directional_rate(func, x, y, angles, 1e-3)
    i = np.argmax(rates)
    return rates[i] * np.array([np.cos(angles[i]), np.sin(angles[i])])


# wrong steepest_ascent [part-of-circle]: three quarters of the circle
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 1.5 * np.pi, 2000)
    rates = directional_rate(func, x, y, angles, 1e-6)
    i = rates.argmax()
    return rates[i] * np.array([np.cos(angles[i]), np.sin(angles[i])])


# wrong steepest_ascent [part-of-circle]: up to five, in radians
def steepest_ascent(func, x, y):
    angles = np.arange(0, 5, 0.001)
    rates = directional_rate(func, x, y, angles, 1e-6)
    i = rates.argmax()
    return rates[i] * np.array([np.cos(angles[i]), np.sin(angles[i])])


# wrong steepest_ascent [part-of-circle]: three quarters, in a loop
def steepest_ascent(func, x, y):
    best, at = -np.inf, 0
    for t in np.arange(0, 1.5 * np.pi, 0.01):
        rate = directional_rate(func, x, y, t, 1e-6)
        if rate > best:
            best, at = rate, t
    return best * np.array([np.cos(at), np.sin(at)])


# wrong steepest_ascent [angle-astray]: the angle rounded at the end
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3601)
    rates = directional_rate(func, x, y, angles, 1e-6)
    i = rates.argmax()
    t = round(angles[i], 1)
    return rates[i] * np.array([np.cos(t), np.sin(t)])


# wrong steepest_ascent [angle-astray]: the index for the angle
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 3601)
    rates = directional_rate(func, x, y, angles, 1e-6)
    i = rates.argmax()
    return rates[i] * np.array([np.cos(i), np.sin(i)])


# wrong steepest_ascent [few-directions]: eight directions, then finer on one side only
def steepest_ascent(func, x, y):
    rates = [directional_rate(func, x, y, k * np.pi / 4, 1e-6) for k in range(8)]
    start = np.argmax(rates) * np.pi / 4
    angles = np.linspace(start, start + np.pi / 4, 500)
    rates = [directional_rate(func, x, y, t, 1e-6) for t in angles]
    i = np.argmax(rates)
    return rates[i] * np.array([np.cos(angles[i]), np.sin(angles[i])])


# wrong steepest_ascent []: eight directions, then finer on one side only, arrays
def steepest_ascent(func, x, y):
    angles = np.arange(8) * np.pi / 4
    start = angles[np.argmax(directional_rate(func, x, y, angles, 1e-6))]
    angles = np.linspace(start, start + np.pi / 4, 500)
    rates = directional_rate(func, x, y, angles, 1e-6)
    i = np.argmax(rates)
    return rates[i] * np.array([np.cos(angles[i]), np.sin(angles[i])])


# wrong steepest_ascent []: x moved before the other partial derivative
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x - h, y)) / (2 * h)
    x = x + 0.1 * gx
    gy = (func(x, y + h) - func(x, y - h)) / (2 * h)
    return np.array([gx, gy])


# wrong steepest_ascent []: the larger partial derivative only
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x, y)) / h
    gy = (func(x, y + h) - func(x, y)) / h
    return np.array([gx, 0]) if abs(gx) > abs(gy) else np.array([0, gy])


# wrong steepest_ascent []: the last angle at which the rate rose
def steepest_ascent(func, x, y):
    last, best, at = -np.inf, 0, 0
    for t in np.linspace(0, 2 * np.pi, 1000):
        rate = directional_rate(func, x, y, t, 1e-6)
        if rate > last:
            best, at = rate, t
        last = rate
    return best * np.array([np.cos(at), np.sin(at)])


# wrong steepest_ascent [rate-not-kept]: the last rate, the best angle
def steepest_ascent(func, x, y):
    best, at = -np.inf, 0
    for t in np.linspace(0, 2 * np.pi, 1000):
        rate = directional_rate(func, x, y, t, 1e-6)
        if rate > best:
            best, at = rate, t
    return rate * np.array([np.cos(at), np.sin(at)])


# wrong steepest_ascent [one-sign]: minus for y
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x, y)) / h
    gy = (func(x, y + h) - func(x, y)) / h
    return np.array([gx, -gy])


# wrong steepest_ascent [height]: the height for the length
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x, y)) / h
    gy = (func(x, y + h) - func(x, y)) / h
    return func(x, y) * np.array([gx, gy]) / np.hypot(gx, gy)


# wrong steepest_ascent [squared]: components squared
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x, y)) / h
    gy = (func(x, y + h) - func(x, y)) / h
    return np.array([gx**2, gy**2])


# wrong steepest_ascent [summed]: the partial derivatives added
def steepest_ascent(func, x, y):
    h = 1e-6
    gx = (func(x + h, y) - func(x, y)) / h
    gy = (func(x, y + h) - func(x, y)) / h
    return gx + gy


# wrong steepest_ascent []: two dozen random directions
def steepest_ascent(func, x, y):
    angles = np.random.default_rng(3).uniform(0, 2 * np.pi, 24)
    rates = [directional_rate(func, x, y, t, 1e-6) for t in angles]
    i = np.argmax(rates)
    return rates[i] * np.array([np.cos(angles[i]), np.sin(angles[i])])


# wrong steepest_ascent [few-directions]: two hundred directions
def steepest_ascent(func, x, y):
    angles = np.linspace(0, 2 * np.pi, 200)
    rates = directional_rate(func, x, y, angles, 1e-6)
    i = rates.argmax()
    return rates[i] * np.array([np.cos(angles[i]), np.sin(angles[i])])
