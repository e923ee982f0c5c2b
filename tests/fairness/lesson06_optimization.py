# right derivative: one over x
def derivative():
    x = sp.Symbol("x")
    return 1 / x


# right derivative: power of minus one
def derivative():
    x = sp.symbols("x")
    return x**-1


# right derivative: diff does it
def derivative():
    x = sp.Symbol("x")
    return sp.diff(sp.log(x), x)


# right derivative: method of the logarithm
def derivative():
    x = sp.Symbol("x", positive=True)
    return sp.ln(x).diff(x)


# right derivative: Derivative and doit
def derivative():
    x = sp.symbols("x", real=True)
    d = sp.Derivative(sp.log(x), x)
    print("before:", d)
    return d.doit()


# right derivative: the limit of the quotient
def derivative():
    x, h = sp.symbols("x h", positive=True)
    return sp.limit((sp.log(x + h) - sp.log(x)) / h, h, 0)


# right derivative: from a string by sympify
def derivative():
    return sp.sympify("1/x")


# right derivative: parsed and differentiated
def derivative():
    from sympy.parsing.sympy_parser import parse_expr

    return parse_expr("log(x)").diff()


# right derivative: star import
from sympy import *


def derivative():
    x = symbols("x")
    return Pow(x, Integer(-1))


# right derivative: the symbol of sympy.abc
from sympy.abc import x


def derivative():
    return sp.Rational(1, 1) / x


# right derivative: float coefficient
def derivative():
    x = sp.Symbol("x")
    return 1.0 * x ** (-1.0)


# right derivative: not cancelled
def derivative():
    x = sp.Symbol("x")
    return sp.Mul(x, sp.Pow(x, -2, evaluate=False), evaluate=False)


# right derivative: e to the minus log
def derivative():
    x = sp.Symbol("x")
    return sp.exp(-sp.log(x))


# right derivative: by the inverse function, 1 / e^(log x)
def derivative():
    x, y = sp.symbols("x y")
    inverse = sp.diff(sp.exp(y), y)
    return 1 / inverse.subs(y, sp.log(x))


# right derivative: implicit differentiation
def derivative():
    x, y = sp.symbols("x y")
    slope = sp.idiff(sp.exp(y) - x, y, x)
    return slope.subs(y, sp.log(x))


# right derivative: half the log of the square
def derivative():
    x = sp.Symbol("x")
    return sp.diff(sp.log(x**2) / 2, x)


# right derivative: a constant factor inside the log falls out
def derivative():
    x = sp.Symbol("x")
    return sp.simplify(sp.diff(sp.log(7 * x), x))


# right derivative: log as an integral
def derivative():
    x, t = sp.symbols("x t", positive=True)
    area = sp.integrate(1 / t, (t, 1, x))
    return sp.diff(area, x)


# right derivative: log in base 10 turned back
def derivative():
    x = sp.Symbol("x")
    return sp.diff(sp.log(x, 10) * sp.log(10), x)


# right derivative: two halves
def derivative():
    x = sp.Symbol("x")
    return 1 / (2 * x) + 1 / (2 * x)


# right derivative: over a common denominator, left unsimplified
def derivative():
    x = sp.Symbol("x")
    return (x + 1) / (x**2 + x)


# right derivative: hyperbolic functions
def derivative():
    x = sp.Symbol("x", positive=True)
    return sp.cosh(sp.log(x)) - sp.sinh(sp.log(x))


# right derivative: a default argument
def derivative(variable=sp.Symbol("x")):
    f = sp.log(variable)
    return f.diff(variable)


# right derivative: a helper for the chain rule
def chain(outer, inner, x):
    u = sp.Symbol("u")
    return sp.diff(outer(u), u).subs(u, inner) * sp.diff(inner, x)


def derivative():
    x = sp.Symbol("x")
    return chain(sp.log, x, x)


# right derivative: by f_prime
def derivative():
    return f_prime(sp.Symbol("x"))


# right derivative: a square root squared
def derivative():
    x = sp.Symbol("x", positive=True)
    return 1 / sp.sqrt(x) ** 2


# right derivative: solved for
def derivative():
    x, m = sp.symbols("x m")
    return sp.solve(sp.Eq(m * x, 1), m)[0]


# wrong derivative [integrated]: by integrate
def derivative():
    x = sp.Symbol("x")
    return sp.integrate(sp.log(x), x)


# wrong derivative [integrated]: by parts, by hand
def derivative():
    x = sp.Symbol("x")
    return x * (sp.log(x) - 1)


# wrong derivative []: by parts with a constant
def derivative():
    x = sp.Symbol("x")
    return x * sp.log(x) - x + 1


# wrong derivative [integrated-in-part]: by parts, the second term forgotten
def derivative():
    x = sp.Symbol("x")
    return x * sp.log(x)


# wrong derivative [base-ten]: log taken to base 10
def derivative():
    x = sp.Symbol("x")
    return 1 / (x * sp.log(10))


# wrong derivative [base-ten]: diff of log base 10
def derivative():
    x = sp.Symbol("x")
    return sp.diff(sp.log(x, 10), x)


# wrong derivative [base-ten]: the number by heart
def derivative():
    x = sp.Symbol("x")
    return sp.Float("0.4342944819032518") / x


# wrong derivative [base-two]: log taken to base 2
def derivative():
    x = sp.Symbol("x")
    return sp.diff(sp.log(x, 2), x)


# wrong derivative [sign]: minus sign
def derivative():
    x = sp.Symbol("x")
    return -1 / x


# wrong derivative [second-derivative]: differentiated twice
def derivative():
    x = sp.Symbol("x")
    return sp.diff(sp.log(x), x, 2)


# wrong derivative [second-derivative]: diff of one over x
def derivative():
    x = sp.symbols("x")
    return sp.diff(1 / x)


# wrong derivative [square]: one over the square
def derivative():
    x = sp.Symbol("x")
    return 1 / x**2


# wrong derivative [log-itself]: log left as it is
def derivative():
    x = sp.Symbol("x")
    return sp.log(x)


# wrong derivative [log-itself]: ln, positive symbol
def derivative():
    x = sp.Symbol("x", positive=True)
    return sp.ln(x)


# wrong derivative [reciprocal-log]: one over log
def derivative():
    x = sp.Symbol("x")
    return 1 / sp.log(x)


# wrong derivative [exponential]: taken for the exponential function
def derivative():
    x = sp.Symbol("x")
    return sp.exp(x)


# wrong derivative [unevaluated]: Derivative without doit
def derivative():
    x = sp.Symbol("x")
    return sp.Derivative(sp.log(x), x)


# wrong derivative [unevaluated]: a limit left standing
def derivative():
    x, h = sp.symbols("x h")
    return sp.Limit((sp.log(x + h) - sp.log(x)) / h, h, 0)


# wrong derivative [unevaluated | undefined]: log as an unknown function
def derivative():
    x = sp.Symbol("x")
    log = sp.Function("log")
    return sp.diff(log(x), x)


# wrong derivative [symbols]: another letter
def derivative():
    t = sp.Symbol("t")
    return 1 / t


# wrong derivative [symbols]: capital letter
def derivative():
    X = sp.Symbol("X")
    return sp.diff(sp.log(X), X)


# wrong derivative [symbols]: the step is left in
def derivative():
    x, h = sp.symbols("x h")
    return (sp.log(x + h) - sp.log(x)) / h


# wrong derivative [symbols]: a constant added
def derivative():
    x, C = sp.symbols("x C")
    return 1 / x + C


# wrong derivative [none]: printed
def derivative():
    x = sp.Symbol("x")
    print(sp.diff(sp.log(x), x))


# wrong derivative [none]: no return
def derivative():
    x = sp.Symbol("x")
    d = 1 / x


# wrong derivative [kind]: a string
def derivative():
    return "1/x"


# wrong derivative [not_data]: a lambda
def derivative():
    return lambda x: 1 / x


# wrong derivative [not_data]: a lambdified function
def derivative():
    x = sp.Symbol("x")
    return sp.lambdify(x, sp.diff(sp.log(x), x))


# wrong derivative [kind]: in a list
def derivative():
    x = sp.Symbol("x")
    return [1 / x]


# wrong derivative [not_expression]: an equation
def derivative():
    x = sp.Symbol("x")
    return sp.Eq(sp.Symbol("y"), 1 / x)


# wrong derivative [number]: the slope at one point
def derivative():
    x = sp.Symbol("x")
    return sp.diff(sp.log(x), x).subs(x, 2)


# wrong derivative [number]: a float
def derivative():
    return 1.0


# wrong derivative [exception]: NumPy's log of a symbol
def derivative():
    x = sp.Symbol("x")
    return sp.diff(np.log(x), x)


# wrong derivative [exception]: forgot to make the symbol
def derivative():
    return 1 / unknown_x


# wrong derivative [difference-quotient]: difference quotient with a small step
def derivative():
    x = sp.Symbol("x")
    return (sp.log(x + 0.001) - sp.log(x)) / 0.001


# wrong derivative [nearly]: coefficient 1e-4 off
def derivative():
    x = sp.Symbol("x")
    return 1.0001 / x


# wrong derivative []: x alone
def derivative():
    x = sp.Symbol("x")
    return x


# wrong derivative []: log over x
def derivative():
    x = sp.Symbol("x")
    return sp.log(x) / x


# wrong derivative []: a shifted denominator
def derivative():
    x = sp.Symbol("x")
    return 1 / (x + 1)


# right f_prime: one over x
def f_prime(x):
    return 1 / x


# right f_prime: float power
def f_prime(x):
    return x**-1.0


# right f_prime: NumPy divide
def f_prime(x):
    return np.divide(1, x)


# right f_prime: reciprocal of a float array
def f_prime(x):
    return np.reciprocal(np.asarray(x, dtype=float))


# right f_prime: power by NumPy
def f_prime(x):
    return np.power(x, -1.0)


# right f_prime: lambdify of the derivative
def f_prime(x):
    s = sp.Symbol("x")
    return sp.lambdify(s, derivative(), "numpy")(x)


# right f_prime: vectorize
def slope(t):
    return 1.0 / t


def f_prime(x):
    return np.vectorize(slope)(x)


# right f_prime: vectorize as a decorator
@np.vectorize
def f_prime(x):
    if x <= 0:
        raise ValueError("log needs x > 0")
    return 1 / x


# right f_prime: a loop over the flat array
def f_prime(x):
    x = np.asarray(x, dtype=float)
    out = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        out[i] = 1 / x[i]
    return out


# right f_prime: recursion over nested rows
def f_prime(x):
    if np.ndim(x) == 0:
        return 1 / float(x)
    return [f_prime(row) for row in x]


# right f_prime: recursion, as an array
def f_prime(x):
    if isinstance(x, np.ndarray) and x.ndim > 0:
        return np.array([f_prime(part) for part in x])
    return 1 / x


# right f_prime: changes the array in place
def f_prime(x):
    if isinstance(x, np.ndarray):
        x[...] = 1 / x
        return x
    return 1 / x


# right f_prime: e to the minus log
def f_prime(x):
    return np.exp(-np.log(x))


# right f_prime: complex step
def f_prime(x):
    h = 1e-30
    return np.imag(np.log(x + 1j * h)) / h


# right f_prime: central difference with a step that fits x
def f_prime(x):
    h = 1e-5 * x
    return (np.log(x + h) - np.log(x - h)) / (2 * h)


# right f_prime: where, with x > 0
def f_prime(x):
    return np.where(x > 0, 1 / x, np.nan)


# right f_prime: a lambda
f_prime = lambda x: 1 / np.asarray(x)


# right f_prime: a class that is called
class Slope:
    def __init__(self, power):
        self.power = power

    def __call__(self, x):
        return np.asarray(x) ** float(self.power)


f_prime = Slope(-1)


# right f_prime: extra argument with a default, and prints
def f_prime(x, verbose=True):
    result = np.ones_like(x) / x
    if verbose:
        print(result)
    return result


# right f_prime: by chain rule of log of the square root
def f_prime(x):
    root = np.sqrt(x)
    return 2 * (1 / root) * (1 / (2 * root))


# right f_prime: SymPy numbers from subs
def f_prime(x):
    s = sp.Symbol("x")
    d = sp.diff(sp.log(s), s)
    if isinstance(x, np.ndarray):
        flat = [float(d.subs(s, v)) for v in x.flatten()]
        return np.array(flat).reshape(x.shape)
    return d.subs(s, x)


# right f_prime: reshaped list comprehension
def f_prime(x):
    a = np.array(x)
    return np.array([1 / v for v in a.ravel()]).reshape(a.shape)


# right f_prime: fractions for single numbers
from fractions import Fraction


def f_prime(x):
    if isinstance(x, (int, float)):
        return float(1 / Fraction(x))
    return 1 / x


# right f_prime: inverse of e to the y
def f_prime(x):
    import math

    def inverse_slope(v):
        return 1 / math.exp(math.log(v))

    return np.vectorize(inverse_slope)(x)


# right f_prime: a cache
seen = {}


def f_prime(x):
    if np.isscalar(x):
        if x not in seen:
            seen[x] = 1 / x
        return seen[x]
    return 1 / x


# right f_prime: Newton's reciprocal
def f_prime(x):
    x = np.asarray(x, dtype=float)
    guess = 2.0 ** -np.ceil(np.log2(x))
    for _ in range(8):
        guess = guess * (2 - x * guess)
    return guess


# wrong f_prime [log-itself]: log x
def f_prime(x):
    return np.log(x)


# wrong f_prime []: log10 itself
def f_prime(x):
    return np.log10(x)


# wrong f_prime [integrated]: antiderivative
def f_prime(x):
    return x * np.log(x) - x


# wrong f_prime [integrated-in-part]: antiderivative, without the last term
def f_prime(x):
    return x * np.log(x)


# wrong f_prime [base-ten]: base 10
def f_prime(x):
    return 1 / (x * np.log(10))


# wrong f_prime [base-ten]: difference quotient of log10
def f_prime(x):
    h = 1e-6 * x
    return (np.log10(x + h) - np.log10(x - h)) / (2 * h)


# wrong f_prime [base-two]: base 2
def f_prime(x):
    return 1 / x / np.log(2)


# wrong f_prime [sign]: sign
def f_prime(x):
    return -(x**-1.0)


# wrong f_prime [second-derivative]: second derivative
def f_prime(x):
    return -1 / x**2


# wrong f_prime [square]: one over the square
def f_prime(x):
    return 1 / x**2


# wrong f_prime [square]: power minus two
def f_prime(x):
    return np.power(x, -2.0)


# wrong f_prime [reciprocal-log]: one over log
def f_prime(x):
    return 1 / np.log(x)


# wrong f_prime [exponential]: like the exponential
def f_prime(x):
    return np.exp(x)


# wrong f_prime [constant-factor]: a factor two in the denominator
def f_prime(x):
    return 1 / (2 * x)


# wrong f_prime [whole-numbers]: floor division
def f_prime(x):
    return 1 // x


# wrong f_prime [none]: printed
def f_prime(x):
    print(1 / x)


# wrong f_prime [numbers-only]: math.pow
import math


def f_prime(x):
    return math.pow(x, -1)


# wrong f_prime [numbers-only]: if on an array
def f_prime(x):
    if x > 0:
        return 1 / x
    return None


# wrong f_prime [numbers-only]: float
def f_prime(x):
    return float(1 / x)


# wrong f_prime [exception | arrays-only]: a loop that needs an array
def f_prime(x):
    out = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        out[i] = 1 / x[i]
    return out


# wrong f_prime [exception | arrays-only]: comprehension over the numbers
def f_prime(x):
    if len(np.shape(x)) == 2:
        return [[1 / v for v in row] for row in x]
    return [1 / v for v in x]


# wrong f_prime [shape | shape-only]: a column
def f_prime(x):
    return (1 / np.asarray(x)).reshape(-1, 1)


# wrong f_prime [shape | shape-only]: a number in a list
def f_prime(x):
    return 1 / np.atleast_1d(x)


# wrong f_prime [shape | shape-only]: flattened
def f_prime(x):
    return np.array([1 / v for v in np.ravel(x)])


# wrong f_prime [shape]: return inside the loop
def f_prime(x):
    for v in np.ravel(x):
        return 1 / v


# wrong f_prime [shape]: the sum
def f_prime(x):
    return np.sum(1 / x)


# wrong f_prime [symbolic | same-everywhere]: an expression
def f_prime(x):
    x = sp.Symbol("x")
    return 1 / x


# wrong f_prime [symbolic | same-everywhere]: the derivative called
def f_prime(x):
    return derivative()


# wrong f_prime [kind | same-everywhere]: a string
def f_prime(x):
    return "1/x"


# wrong f_prime [not_data]: a function
def f_prime(x):
    return lambda x: 1 / x


# wrong f_prime [shape]: gradient of the samples
def f_prime(x):
    return np.gradient(np.log(x), x)


# wrong f_prime [exception]: diff by SymPy of a number
def f_prime(x):
    return sp.diff(np.log(x), x)


# wrong f_prime [difference-quotient]: a forward difference, step 0.1
def f_prime(x):
    delta = 0.1
    return (np.log(x + delta) - np.log(x)) / delta


# wrong f_prime [difference-quotient | nearly]: a forward difference, step 1e-4
def f_prime(x):
    h = 1e-4
    return (np.log(x + h) - np.log(x)) / h


# wrong f_prime [difference-quotient]: backward difference, step 0.01
def f_prime(x):
    h = 0.01
    return (np.log(x) - np.log(x - h)) / h


# wrong f_prime [nearly]: 1e-4 off
def f_prime(x):
    return 0.9999 / x


# wrong f_prime [rounded | nearly]: rounded to two places
def f_prime(x):
    return np.round(1 / x, 2)


# wrong f_prime [rounded | nearly]: rounded to four places
def f_prime(x):
    return np.round(1 / x, 4)


# wrong f_prime [same-everywhere | shape | exception]: one, whatever x
def f_prime(x):
    return 1


# wrong f_prime []: x itself
def f_prime(x):
    return x


# wrong f_prime [same-everywhere]: ones
def f_prime(x):
    return np.ones_like(x)


# wrong f_prime []: shifted
def f_prime(x):
    return 1 / (x + 1)


# wrong f_prime [same-everywhere]: the lesson's first examples by heart
def f_prime(x):
    return np.where(x == 1, 1.0, np.where(x == 2, 0.5, 0.25))


# right stationary_points: solve, and keep what is real and in the domain
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(sp.im(sp.N(r))) < 1e-12 and abs(sp.im(sp.N(expression.subs(x, r)))) < 1e-12:
            result.append(sp.re(sp.N(r)))
    return sorted(result)


# right stationary_points: SymPy's own function
def stationary_points(expression):
    from sympy.calculus.util import stationary_points as points

    x = sp.Symbol("x")
    return sorted(points(expression, x, sp.S.Reals), key=float)


# right stationary_points: SymPy's own, as a set
from sympy.calculus import util


def stationary_points(expression):
    return util.stationary_points(expression, sp.Symbol("x"), sp.S.Reals)


# right stationary_points: solveset on the domain
def stationary_points(expression):
    x = sp.Symbol("x")
    domain = sp.calculus.util.continuous_domain(expression, x, sp.S.Reals)
    return sorted(sp.solveset(sp.diff(expression, x), x, domain), key=float)


# right stationary_points: solveset on the domain, as a FiniteSet
def stationary_points(expression):
    x = sp.Symbol("x")
    domain = sp.calculus.util.continuous_domain(expression, x, sp.S.Reals)
    return sp.solveset(expression.diff(x), x, domain)


# right stationary_points: complex numbers, as floats
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.simplify(sp.diff(expression, x))
    points = []
    for root in sp.solve(slope, x):
        z = complex(root)
        height = complex(expression.subs(x, root))
        if abs(z.imag) < 1e-9 and abs(height.imag) < 1e-9:
            points.append(z.real)
    points.sort()
    return points


# right stationary_points: a tuple
def stationary_points(expression):
    x = sp.Symbol("x")
    roots = [sp.N(r, 20) for r in sp.solve(sp.diff(expression, x), x)]
    real = [sp.re(r) for r in roots if abs(sp.im(r)) < 1e-15]
    return tuple(sorted(r for r in real if abs(sp.im(sp.N(expression.subs(x, r)))) < 1e-9))


# right stationary_points: a set
def stationary_points(expression):
    x = sp.Symbol("x")
    answer = set()
    for r in sp.solve(sp.diff(expression, x), x):
        r = complex(r)
        if abs(r.imag) > 1e-10:
            continue
        if abs(complex(expression.subs(x, r.real)).imag) > 1e-10:
            continue
        answer.add(round(r.real, 10))
    return answer


# right stationary_points: frozen set
def stationary_points(expression):
    x = sp.Symbol("x")
    real = sp.Symbol("x", real=True)
    e = expression.subs(x, real)
    roots = sp.solve(sp.diff(e, real), real)
    return frozenset(r for r in roots if abs(sp.im(sp.N(e.subs(real, r)))) < 1e-9)


# right stationary_points: a NumPy array
def stationary_points(expression):
    x = sp.Symbol("x")
    roots = np.array([complex(r) for r in sp.solve(sp.diff(expression, x), x)], dtype=complex)
    heights = np.array([complex(expression.subs(x, complex(r))) for r in roots], dtype=complex)
    keep = (np.abs(roots.imag) < 1e-9) & (np.abs(heights.imag) < 1e-9)
    return np.sort(roots.real[keep])


# right stationary_points: a real symbol in place of x
def stationary_points(expression):
    t = sp.Symbol("t", real=True)
    f = expression.subs(sp.Symbol("x"), t)
    good = []
    for s in sp.solve(f.diff(t), t):
        y = sp.N(f.subs(t, s))
        if y.is_real:
            good.append(s)
    return sorted(good, key=lambda s: float(s))


# right stationary_points: the slope set equal to zero
def stationary_points(expression):
    x = sp.Symbol("x")
    equation = sp.Eq(sp.diff(expression, x), 0)
    if equation == False:
        return []
    solutions = sp.solve(equation, x, dict=True)
    values = [s[x] for s in solutions]
    values = [v for v in values if abs(complex(v).imag) < 1e-12]
    values = [v for v in values if sp.N(expression.subs(x, v)).as_real_imag()[1].evalf() == 0]
    return sorted(values, key=lambda v: complex(v).real)


# right stationary_points: the math module refuses what is outside
import math


def is_defined(expression, value):
    f = sp.lambdify(sp.Symbol("x"), expression, "math")
    try:
        y = f(value)
    except (ValueError, ZeroDivisionError, OverflowError):
        return False
    return not isinstance(y, complex)


def stationary_points(expression):
    x = sp.Symbol("x")
    numbers = [complex(r) for r in sp.solve(expression.diff(x), x)]
    real = [z.real for z in numbers if abs(z.imag) < 1e-9]
    return sorted(v for v in real if is_defined(expression, v))


# right stationary_points: NumPy's nan shows what is outside
def stationary_points(expression):
    x = sp.Symbol("x")
    f = sp.lambdify(x, expression, "numpy")
    out = []
    for r in sp.solve(sp.diff(expression, x), x):
        z = complex(sp.N(r))
        if abs(z.imag) < 1e-8 and np.isfinite(f(np.float64(z.real))):
            out += [z.real]
    return sorted(out)


# right stationary_points: polynomials by their coefficients, else solve
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    if slope.is_polynomial(x):
        if not slope.has(x):
            return []
        return sorted(set(sp.Poly(slope, x).real_roots()), key=float)
    candidates = sp.solve(slope, x)
    out = []
    for c in candidates:
        c = sp.N(c, 30)
        y = sp.N(expression.subs(x, c), 30)
        if abs(sp.im(c)) < 1e-15 and abs(sp.im(y)) < 1e-15:
            out.append(sp.re(c))
    return sorted(out)


# right stationary_points: a class
class Curve:
    def __init__(self, expression):
        self.x = sp.Symbol("x")
        self.expression = expression

    @property
    def slope(self):
        return sp.diff(self.expression, self.x)

    def has(self, point):
        if abs(complex(point).imag) > 1e-9:
            return False
        return abs(complex(self.expression.subs(self.x, point)).imag) < 1e-9

    def stationary(self):
        return [p for p in sp.solve(self.slope, self.x) if self.has(p)]


def stationary_points(expression):
    return sorted(Curve(expression).stationary(), key=lambda p: complex(p).real)


# right stationary_points: insertion by hand, each once
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x)):
        number = complex(r)
        if abs(number.imag) > 1e-9 or abs(complex(expression.subs(x, r)).imag) > 1e-9:
            continue
        position = 0
        while position < len(result) and result[position] < number.real:
            position = position + 1
        if position == len(result) or abs(result[position] - number.real) > 1e-9:
            result.insert(position, number.real)
    return result


# right stationary_points: sorted by recursion
def quicksort(values):
    if len(values) < 2:
        return values
    first, rest = values[0], values[1:]
    return quicksort([v for v in rest if v < first]) + [first] + quicksort([v for v in rest if v > first])


def stationary_points(expression):
    x = sp.symbols("x")
    roots = [complex(r) for r in sp.solve(sp.diff(expression, x), x)]
    kept = [z.real for z in roots if abs(z.imag) < 1e-9 and abs(complex(expression.subs(x, z.real)).imag) < 1e-9]
    return quicksort(kept)


# right stationary_points: a default argument and a print
def stationary_points(expression, x=sp.Symbol("x"), digits=12):
    slope = sp.diff(expression, x)
    print("slope:", slope)
    points = set()
    for root in sp.solve(slope, x):
        a, b = sp.N(root, 30).as_real_imag()
        c, d = sp.N(expression.subs(x, root), 30).as_real_imag()
        if abs(b) < 1e-20 and abs(d) < 1e-20:
            points.add(round(float(a), digits))
    return sorted(points)


# right stationary_points: a cache in a global
memo = {}


def stationary_points(expression):
    if expression not in memo:
        x = sp.Symbol("x")
        inside = []
        for r in sp.solve(expression.diff(x), x):
            r = sp.N(r)
            y = sp.N(expression.subs(x, r))
            if abs(sp.im(r)) < 1e-10 and abs(sp.im(y)) < 1e-10 and y.is_finite:
                inside.append(float(sp.re(r)))
        memo[expression] = sorted(inside)
    return memo[expression]


# right stationary_points: float32
def stationary_points(expression):
    x = sp.Symbol("x")
    zs = [complex(r) for r in sp.solve(sp.diff(expression, x), x)]
    zs = [z.real for z in zs if abs(z.imag) < 1e-9 and abs(complex(expression.subs(x, z.real)).imag) < 1e-9]
    return [np.float64(z) for z in sorted(zs)]


# right stationary_points: FiniteSet by hand
def stationary_points(expression):
    x = sp.Symbol("x")
    found = sp.FiniteSet()
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            found = found + sp.FiniteSet(r)
    return found


# right stationary_points: EmptySet for none
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [
        r
        for r in sp.solve(sp.diff(expression, x), x)
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9
    ]
    if len(points) == 0:
        return sp.EmptySet
    return sorted(points, key=lambda r: complex(r).real)


# wrong stationary_points [heights]: the heights
def stationary_points(expression):
    x = sp.Symbol("x")
    points = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            points.append(r)
    return sorted([expression.subs(x, p) for p in points], key=lambda v: complex(v).real)


# wrong stationary_points [heights]: the heights as floats, in the order of x
def stationary_points(expression):
    x = sp.Symbol("x")
    zs = sorted([complex(r) for r in sp.solve(sp.diff(expression, x), x)], key=lambda z: z.real)
    ys = [complex(expression.subs(x, z)) for z in zs]
    return [y.real for z, y in zip(zs, ys) if abs(z.imag) < 1e-9 and abs(y.imag) < 1e-9]


# wrong stationary_points [pairs]: pairs
def stationary_points(expression):
    x = sp.Symbol("x")
    zs = sorted([complex(r) for r in sp.solve(sp.diff(expression, x), x)], key=lambda z: z.real)
    ys = [complex(expression.subs(x, z)) for z in zs]
    return [(z.real, y.real) for z, y in zip(zs, ys) if abs(z.imag) < 1e-9 and abs(y.imag) < 1e-9]


# wrong stationary_points [complex | complex-kept]: solve and no more
def stationary_points(expression):
    x = sp.Symbol("x")
    return sp.solve(sp.diff(expression, x), x)


# wrong stationary_points [complex | complex-kept]: solve, sorted by the real part
def stationary_points(expression):
    x = sp.Symbol("x")
    roots = sp.solve(expression.diff(x), x)
    return sorted(roots, key=lambda r: sp.re(sp.N(r)))


# wrong stationary_points [complex | complex-kept]: complex kept, domain looked at
def stationary_points(expression):
    x = sp.Symbol("x")
    out = []
    for r in sp.solve(expression.diff(x), x):
        if r.is_real and not sp.N(expression.subs(x, r)).is_real:
            continue
        out.append(complex(r))
    return sorted(out, key=lambda z: (z.real, z.imag))


# wrong stationary_points [real-parts]: only the real parts of all
def stationary_points(expression):
    x = sp.Symbol("x")
    return sorted(complex(r).real for r in sp.solve(expression.diff(x), x))


# wrong stationary_points [outside-the-domain]: real, but the domain is not looked at
def stationary_points(expression):
    x = sp.Symbol("x")
    roots = sp.solve(sp.diff(expression, x), x)
    return sorted([r for r in roots if abs(complex(r).imag) < 1e-9], key=lambda r: complex(r).real)


# wrong stationary_points [outside-the-domain]: solveset over the reals
def stationary_points(expression):
    x = sp.Symbol("x")
    return sp.solveset(sp.diff(expression, x), x, domain=sp.S.Reals)


# wrong stationary_points [outside-the-domain]: a real symbol
def stationary_points(expression):
    t = sp.Symbol("t", real=True)
    return sorted(sp.solve(sp.diff(expression.subs(sp.Symbol("x"), t), t), t), key=float)


# wrong stationary_points [outside-the-domain]: only the slope has to be real
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    out = []
    for r in sp.solve(slope, x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(slope.subs(x, r)).imag) < 1e-9:
            out.append(complex(r).real)
    return sorted(out)


# wrong stationary_points [zeros-of-f]: zeros of the function
def stationary_points(expression):
    x = sp.Symbol("x")
    zs = [complex(r) for r in sp.solve(expression, x)]
    return sorted(z.real for z in zs if abs(z.imag) < 1e-9)


# wrong stationary_points [zeros-of-f]: zeros of the function, by Eq
def stationary_points(expression):
    x = sp.Symbol("x")
    roots = sp.solve(sp.Eq(expression, 0), x)
    return sorted([sp.re(sp.N(r)) for r in roots if abs(sp.im(sp.N(r))) < 1e-9])


# wrong stationary_points [inflections]: zeros of the second derivative
def stationary_points(expression):
    x = sp.Symbol("x")
    bend = sp.diff(expression, x, 2)
    zs = [(r, complex(r)) for r in sp.solve(bend, x)]
    return sorted(z.real for r, z in zs if abs(z.imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9)


# wrong stationary_points [inflections]: differentiates twice by accident
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    zs = [complex(r) for r in sp.solve(slope.diff(x), x)]
    return sorted(z.real for z in zs if abs(z.imag) < 1e-9)


# wrong stationary_points [flat-inflections-dropped]: drops what the second derivative test cannot tell
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            bend = complex(sp.diff(expression, x, 2).subs(x, r)).real
            if abs(bend) > 1e-9:
                result.append(complex(r).real)
    return sorted(result)


# wrong stationary_points [flat-inflections-dropped]: keeps where the slope changes its sign
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.lambdify(x, sp.diff(expression, x), "numpy")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            r = complex(r).real
            if slope(r - 1e-3) * slope(r + 1e-3) < 0:
                result.append(r)
    return sorted(result)


# wrong stationary_points [only-minima]: minima only
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            if complex(sp.diff(expression, x, 2).subs(x, r)).real > 0:
                result.append(complex(r).real)
    return sorted(result)


# wrong stationary_points [only-maxima]: maxima only
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            if complex(sp.diff(expression, x, 2).subs(x, r)).real < 0:
                result.append(complex(r).real)
    return sorted(result)


# wrong stationary_points [unsorted]: falling order
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return sorted(result, reverse=True)


# wrong stationary_points [unsorted]: sorted by size
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return sorted(result, key=abs)


# wrong stationary_points [unsorted]: sorted as text
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return sorted(result, key=str)


# wrong stationary_points [twice]: multiple roots more than once
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    if slope.is_polynomial(x):
        return sp.real_roots(slope, x) if slope.has(x) else []
    result = []
    for r in sp.solve(slope, x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return sorted(result)


# wrong stationary_points [twice]: roots with their multiplicities
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    result = []
    if slope.is_polynomial(x):
        for root, times in sp.roots(slope, x).items():
            if abs(complex(root).imag) < 1e-9:
                result += [root] * times
    else:
        for r in sp.solve(slope, x):
            if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
                result.append(r)
    return sorted(result, key=lambda r: complex(r).real)


# wrong stationary_points [poles]: also where the slope is not defined
def stationary_points(expression):
    x = sp.Symbol("x")
    top, bottom = sp.fraction(sp.together(sp.diff(expression, x)))
    zs = [complex(r) for r in sp.solve(top, x) + sp.solve(bottom, x)]
    return sorted({round(z.real, 9) for z in zs if abs(z.imag) < 1e-9})


# wrong stationary_points [poles]: critical points where the function itself is defined or infinite
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    found = set()
    for r in sp.solve(slope, x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            found.add(complex(r).real)
    for r in sp.solve(sp.denom(sp.together(slope)), x):
        if abs(complex(r).imag) < 1e-9:
            found.add(complex(r).real)
    return sorted(found)


# wrong stationary_points [infinity]: infinity where there is none
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return sorted(result) or [sp.oo]


# wrong stationary_points [always-empty | same-everywhere]: nothing
def stationary_points(expression):
    return []


# wrong stationary_points [always-empty | same-everywhere]: a positive symbol is another symbol
def stationary_points(expression):
    x = sp.Symbol("x", positive=True)
    return sp.solve(sp.diff(expression, x), x)


# wrong stationary_points [always-empty | same-everywhere]: a real symbol is another symbol
def stationary_points(expression):
    x = sp.Symbol("x", real=True)
    slope = sp.diff(expression, x)
    return [r for r in sp.solve(slope, x) if r.is_real]


# wrong stationary_points [same-everywhere]: the example by heart
def stationary_points(expression):
    return [0, 4 / 3]


# wrong stationary_points [same-everywhere | always-empty]: log x, whatever is given
def stationary_points(expression):
    x = sp.Symbol("x")
    return sp.solve(sp.diff(sp.log(x), x), x)


# wrong stationary_points [same-everywhere]: the cubic, whatever is given
def stationary_points(expression):
    x = sp.Symbol("x")
    f = x**3 - 2 * x**2 + 1
    return sorted(sp.solve(f.diff(x), x))


# wrong stationary_points []: both examples by heart, else nothing
def stationary_points(expression):
    x = sp.Symbol("x")
    if expression == x**3 - 2 * x**2 + 1:
        return [0, sp.Rational(4, 3)]
    if expression == sp.sqrt(x) - x:
        return [0.25]
    return []


# wrong stationary_points [only-positive]: positive roots only
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        z = complex(r)
        if abs(z.imag) < 1e-9 and z.real > 0:
            result.append(z.real)
    return sorted(result)


# wrong stationary_points [only-positive]: a positive symbol put in
def stationary_points(expression):
    p = sp.Symbol("p", positive=True)
    f = expression.subs(sp.Symbol("x"), p)
    return sorted(sp.solve(sp.diff(f, p), p), key=float)


# wrong stationary_points [zero-dropped]: zero counts as false
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            if complex(r).real:
                result.append(complex(r).real)
    return sorted(result)


# wrong stationary_points [negative-dropped]: zero and more counts, less does not
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        z = complex(r)
        if abs(z.imag) < 1e-9 and z.real >= 0 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(z.real)
    return sorted(result)


# wrong stationary_points [shape | number | kind]: how many there are
def stationary_points(expression):
    x = sp.Symbol("x")
    zs = [complex(r) for r in sp.solve(sp.diff(expression, x), x)]
    return len([z for z in zs if abs(z.imag) < 1e-9])


# wrong stationary_points [only-one]: only the first
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return sorted(result)[:1]


# wrong stationary_points [only-one]: returns inside the loop
def stationary_points(expression):
    x = sp.Symbol("x")
    points = []
    roots = sorted(sp.solve(sp.diff(expression, x), x), key=lambda r: complex(r).real)
    for r in roots:
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            points.append(r)
            return points
    return points


# wrong stationary_points [exception]: the first of an empty list
def stationary_points(expression):
    x = sp.Symbol("x")
    return [sp.solve(sp.diff(expression, x), x)[0]]


# wrong stationary_points [exception]: nsolve from one start
def stationary_points(expression):
    x = sp.Symbol("x")
    return [sp.nsolve(sp.diff(expression, x), x, 1)]


# wrong stationary_points [exception]: floats of complex roots
def stationary_points(expression):
    x = sp.Symbol("x")
    return sorted(float(r) for r in sp.solve(sp.diff(expression, x), x))


# wrong stationary_points [exception]: compared as they are
def stationary_points(expression):
    x = sp.Symbol("x")
    return [r for r in sp.solve(sp.diff(expression, x), x) if r > 0 or r <= 0]


# wrong stationary_points [exception]: NumPy derivative of an expression
def stationary_points(expression):
    x = np.linspace(-10, 10, 1001)
    slope = np.gradient(expression(x), x)
    return list(x[np.abs(slope) < 0.01])


# wrong stationary_points [none]: printed
def stationary_points(expression):
    x = sp.Symbol("x")
    print(sp.solve(sp.diff(expression, x), x))


# wrong stationary_points [none]: sort returns nothing
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return result.sort()


# wrong stationary_points [derivative]: the slope
def stationary_points(expression):
    x = sp.Symbol("x")
    return sp.diff(expression, x)


# wrong stationary_points [not_data]: dictionaries of solve
def stationary_points(expression):
    x = sp.Symbol("x")
    return sp.solve(sp.diff(expression, x), x, dict=True)


# wrong stationary_points [kind]: roots with multiplicities, as a dictionary
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    if slope.is_polynomial(x):
        return sp.roots(slope, x)
    return {r: 1 for r in sp.solve(slope, x)}


# wrong stationary_points [not_data]: a filter object
def stationary_points(expression):
    x = sp.Symbol("x")
    return filter(lambda r: r.is_real, sp.solve(sp.diff(expression, x), x))


# wrong stationary_points [kind]: text
def stationary_points(expression):
    x = sp.Symbol("x")
    return str(sp.solve(sp.diff(expression, x), x))


# wrong stationary_points [kind]: a list of texts
def stationary_points(expression):
    x = sp.Symbol("x")
    return [str(r) for r in sp.solve(sp.diff(expression, x), x) if r.is_real]


# wrong stationary_points [whole-numbers]: cut to whole numbers
def stationary_points(expression):
    x = sp.Symbol("x")
    result = set()
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.add(int(complex(r).real))
    return sorted(result)


# wrong stationary_points [only-whole]: tries whole numbers
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.diff(expression, x)
    found = []
    for i in range(-20, 21):
        if slope.subs(x, i) == 0 and expression.subs(x, i).is_real:
            found.append(i)
    return found


# wrong stationary_points [nearly | rounded]: rounded to two places
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(round(complex(r).real, 2))
    return sorted(result)


# wrong stationary_points [nearly | rounded]: rounded to four places
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(round(complex(r).real, 4))
    return sorted(result)


# wrong stationary_points [nearly]: 1e-4 off
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real * 1.0001)
    return sorted(result)


# wrong stationary_points [shape]: a column
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(complex(r).real)
    return np.array(sorted(result)).reshape(-1, 1)


# wrong stationary_points []: the signs changed
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        if abs(complex(r).imag) < 1e-9 and abs(complex(expression.subs(x, r)).imag) < 1e-9:
            result.append(-complex(r).real)
    return sorted(result)


# wrong stationary_points []: integrates first
def stationary_points(expression):
    x = sp.Symbol("x")
    zs = [complex(r) for r in sp.solve(sp.integrate(expression, x), x)]
    return sorted(z.real for z in zs if abs(z.imag) < 1e-9)


# wrong stationary_points []: where the slope is one
def stationary_points(expression):
    x = sp.Symbol("x")
    zs = [complex(r) for r in sp.solve(sp.diff(expression, x) - 1, x)]
    return sorted(z.real for z in zs if abs(z.imag) < 1e-9)


# right extremum: the word
def extremum():
    return "neither"


# right extremum: capital
def extremum():
    return "Neither"


# right extremum: upper case, blanks
def extremum():
    return "  NEITHER "


# right extremum: end of line
def extremum():
    return "neither\n"


# right extremum: reasoned by the list of points
def extremum():
    x = sp.Symbol("x")
    points = stationary_points(sp.log(x))
    if not points:
        return "neither"
    return "maximum"


# right extremum: limits at both ends
def extremum():
    x = sp.Symbol("x", positive=True)
    low = sp.limit(sp.log(x), x, 0, "+")
    high = sp.limit(sp.log(x), x, sp.oo)
    has_minimum = low.is_finite
    has_maximum = high.is_finite
    if has_minimum and has_maximum:
        return "both"
    elif has_minimum:
        return "minimum"
    elif has_maximum:
        return "maximum"
    else:
        return "neither"


# right extremum: from a dictionary
def extremum():
    words = {0: "neither", 1: "maximum", -1: "minimum", 2: "both"}
    return words[len(sp.solve(derivative()))]


# right extremum: a constant of the module
ANSWER = "neither"


def extremum():
    return ANSWER


# right extremum: a lambda
extremum = lambda: "neither"


# right extremum: a default argument
def extremum(word="neither"):
    return word


# right extremum: put together
def extremum():
    has = {"maximum": False, "minimum": False}
    return "n" + "either" if not any(has.values()) else "both"


# right extremum: prints why
def extremum():
    print("1/x is never zero and always positive, log x rises for ever")
    return """neither"""


# right extremum: the sign of the slope on a grid
def extremum():
    x = np.linspace(0.01, 100, 1000)
    changes = np.diff(np.sign(f_prime(x)))
    if np.any(changes < 0) and np.any(changes > 0):
        return "both"
    if np.any(changes < 0):
        return "maximum"
    if np.any(changes > 0):
        return "minimum"
    return "neither"


# right extremum: an enumeration of words
from enum import Enum


class Word(str, Enum):
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    BOTH = "both"
    NEITHER = "neither"


def extremum():
    return Word.NEITHER.value


# right extremum: a NumPy string
def extremum():
    return np.array(["maximum", "minimum", "both", "neither"])[3]


# right extremum: exceptions tell
def extremum():
    try:
        return stationary_points(sp.log(sp.Symbol("x")))[0]
    except IndexError:
        return "neither".strip().lower()


# right extremum: a class method
class Log:
    @staticmethod
    def extremum():
        return "neither"


extremum = Log.extremum


# right extremum: match
def extremum():
    match sp.solve(1 / sp.Symbol("x")):
        case []:
            return "neither"
        case _:
            return "both"


# wrong extremum [maximum]: maximum
def extremum():
    return "maximum"


# wrong extremum [minimum]: minimum
def extremum():
    return "minimum"


# wrong extremum [both]: both
def extremum():
    return "both"


# wrong extremum [maximum]: Maximum, capital
def extremum():
    return "Maximum"


# wrong extremum [minimum]: with blanks
def extremum():
    return " MINIMUM"


# wrong extremum [minimum]: the end of the plot is taken for a minimum
def extremum():
    x = np.linspace(0.1, 10, 100)
    y = np.log(x)
    return "minimum" if np.argmin(y) == 0 else "neither"


# wrong extremum [maximum]: the second derivative is negative
def extremum():
    x = sp.Symbol("x", positive=True)
    if sp.diff(sp.log(x), x, 2).is_negative:
        return "maximum"
    return "minimum"


# wrong extremum [both]: largest and smallest value on a grid
def extremum():
    y = np.log(np.linspace(0.1, 10, 50))
    if y.max() > y.mean() > y.min():
        return "both"
    return "neither"


# wrong extremum [no-choice]: none of the words
def extremum():
    return "none"


# wrong extremum [no-choice]: a sentence
def extremum():
    return "It has neither a maximum nor a minimum."


# wrong extremum [no-choice]: misspelled
def extremum():
    return "niether"


# wrong extremum [no-choice]: an empty string
def extremum():
    return ""


# wrong extremum [inflection]: saddle
def extremum():
    return "inflection"


# wrong extremum [no-choice]: max for maximum
def extremum():
    return "max"


# wrong extremum [kind]: a list with the word
def extremum():
    return ["neither"]


# wrong extremum [kind]: two words
def extremum():
    return ("neither", "both")


# wrong extremum [kind]: a number
def extremum():
    return 0


# wrong extremum [kind]: a truth value
def extremum():
    return False


# wrong extremum [kind]: all the words
def extremum():
    return ["maximum", "minimum", "both", "neither"]


# wrong extremum [none]: printed
def extremum():
    print("neither")


# wrong extremum [none]: no return
def extremum():
    answer = "neither"


# wrong extremum [none]: returns None to say there is none
def extremum():
    return None


# wrong extremum [exception]: quotes forgotten
def extremum():
    return neither


# wrong extremum [exception]: largest stationary point of none
def extremum():
    points = stationary_points(sp.log(sp.Symbol("x")))
    return "maximum" if max(points) > 0 else "neither"


# wrong extremum [kind]: the points themselves
def extremum():
    return stationary_points(sp.log(sp.Symbol("x")))


# right plot_log: subplots
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# right plot_log: pyplot, current figure returned
def plot_log(x):
    plt.figure()
    plt.plot(x, np.log(x))
    plt.xlabel("x")
    plt.ylabel("log(x)")
    return plt.gcf()


# right plot_log: pyplot, nothing returned
def plot_log(x):
    plt.plot(x, np.log(x))
    plt.xlabel("x")
    plt.ylabel("y")
    plt.show()


# right plot_log: the axes returned
def plot_log(x):
    ax = plt.gca()
    ax.plot(x, np.log(x), "r--")
    ax.set(xlabel="x", ylabel="f(x)", title="log")
    return ax


# right plot_log: scatter
def plot_log(x):
    fig, ax = plt.subplots(figsize=(8, 4))
    ax.scatter(x, np.log(x), s=4)
    ax.set_xlabel("$x$")
    ax.set_ylabel(r"$\log x$")
    return fig


# right plot_log: loop with math.log
import math


def plot_log(x):
    y = []
    for value in x:
        y.append(math.log(value))
    fig = plt.figure()
    plt.plot(x, y)
    plt.xlabel("x values")
    plt.ylabel("log values")
    return fig


# right plot_log: a comprehension and lists
def plot_log(x):
    values = [float(v) for v in x]
    plt.figure(figsize=(6, 3))
    plt.plot(values, [np.log(v) for v in values], label="log x")
    plt.legend()
    plt.xlabel("x")
    plt.ylabel("log x")
    plt.title("The logarithm")
    plt.grid(True)
    return plt.gcf()


# right plot_log: guide lines and the derivative beside it
def plot_log(x):
    fig, ax = plt.subplots()
    ax.axhline(0, color="grey")
    ax.axvline(1, color="grey")
    ax.plot(x, np.log(x), label="log x")
    ax.plot(x, f_prime(x), label="1/x")
    ax.set_xlabel("x")
    ax.set_ylabel("value")
    ax.legend()
    return fig


# right plot_log: two plots under each other
def plot_log(x):
    fig, (top, bottom) = plt.subplots(2, 1, sharex=False)
    top.plot(x, np.log(x))
    bottom.plot(x, 1 / x)
    for ax, name in ((top, "log x"), (bottom, "1/x")):
        ax.set_xlabel("x")
        ax.set_ylabel(name)
    fig.tight_layout()
    return fig


# right plot_log: add_subplot
def plot_log(x):
    fig = plt.figure()
    ax = fig.add_subplot(1, 1, 1)
    ax.plot(x, np.log(x), ".-")
    ax.set_xlabel("x", fontsize=14)
    ax.set_ylabel("ln x", fontsize=14)
    return fig


# right plot_log: a Figure without pyplot
from matplotlib.figure import Figure


def plot_log(x):
    fig = Figure()
    ax = fig.subplots()
    ax.plot(x, np.log(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# right plot_log: lambdify of SymPy's log
def plot_log(x):
    s = sp.Symbol("x")
    f = sp.lambdify(s, sp.log(s))
    fig, ax = plt.subplots()
    ax.plot(x, f(x))
    plt.setp(ax, xlabel="x", ylabel="log")
    return fig


# right plot_log: saved and closed
def plot_log(x):
    fig = plt.figure()
    plt.plot(x, np.log(x))
    plt.xlabel("x")
    plt.ylabel("log x")
    plt.savefig("log.png")
    plt.close(fig)
    return fig


# right plot_log: log10 times log of ten
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log10(x) * np.log(10))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# right plot_log: step
def plot_log(x):
    fig, ax = plt.subplots()
    ax.step(x, np.log(x), where="mid")
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# right plot_log: filled below
def plot_log(x):
    fig, ax = plt.subplots()
    y = np.log(x)
    ax.plot(x, y, lw=2, color="C3")
    ax.fill_between(x, 0, y, alpha=0.2)
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    ax.set_xlim(0, 10)
    return ax.figure


# right plot_log: a helper that labels
def label(ax, horizontal="x", vertical="y"):
    ax.set_xlabel(horizontal)
    ax.set_ylabel(vertical)


def plot_log(x, color="green"):
    fig, ax = plt.subplots()
    label(ax, vertical="log x")
    ax.plot(x, np.log(x), color=color)
    return fig


# right plot_log: sorted in place first
def plot_log(x):
    x.sort()
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# right plot_log: subplot of pyplot, with a style
def plot_log(x):
    plt.clf()
    plt.subplot(1, 1, 1)
    with plt.style.context("ggplot"):
        plt.plot(x, np.log(x))
    plt.xlabel("x")
    plt.ylabel("log x")


# right plot_log: a grid of its own more finely, and the points
def plot_log(x):
    fine = np.linspace(np.min(x), np.max(x), 500)
    fig, ax = plt.subplots()
    ax.plot(fine, np.log(fine), "-")
    ax.plot(x, np.log(x), "o")
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# right plot_log: subplot mosaic
def plot_log(x):
    fig, axes = plt.subplot_mosaic([["log"]])
    axes["log"].plot(x, np.log(x))
    axes["log"].set_xlabel("x")
    axes["log"].set_ylabel("log x")
    return fig


# wrong plot_log [base-ten]: base 10
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log10(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [base-ten]: math.log10 in a loop
import math


def plot_log(x):
    plt.plot(x, [math.log10(v) for v in x])
    plt.xlabel("x")
    plt.ylabel("log x")


# wrong plot_log [base-two]: base 2
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log2(x))
    ax.set(xlabel="x", ylabel="log x")
    return fig


# wrong plot_log [labels]: no labels
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x))
    return fig


# wrong plot_log [labels]: only x
def plot_log(x):
    plt.figure()
    plt.plot(x, np.log(x))
    plt.xlabel("x")
    return plt.gcf()


# wrong plot_log [labels]: only y
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x))
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [labels]: a legend and a title instead
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x), label="log x")
    ax.legend()
    ax.set_title("log x against x")
    return fig


# wrong plot_log [labels]: empty labels
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x))
    ax.set_xlabel("")
    ax.set_ylabel("")
    return fig


# wrong plot_log [labels]: x label given twice
def plot_log(x):
    plt.plot(x, np.log(x))
    plt.xlabel("x")
    plt.xlabel("log x")
    return plt.gcf()


# wrong plot_log [labels]: assigned, not called
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x))
    ax.xlabel = "x"
    ax.ylabel = "log x"
    return fig


# wrong plot_log [exception]: Axes has no xlabel
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x))
    ax.xlabel("x")
    ax.ylabel("log x")
    return fig


# wrong plot_log [derivative]: the derivative
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x))
    ax.set_xlabel("x")
    ax.set_ylabel("1/x")
    return fig


# wrong plot_log [swapped]: axes swapped
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(np.log(x), x)
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [scale-only]: x itself, on a logarithmic scale
def plot_log(x):
    fig, ax = plt.subplots()
    ax.semilogy(x, x)
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [scale-only]: x over x, scale set
def plot_log(x):
    plt.plot(x, x)
    plt.yscale("log")
    plt.xlabel("x")
    plt.ylabel("log x")
    return plt.gcf()


# wrong plot_log [positions]: over the indices
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(np.log(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [grid]: over points of its own
def plot_log(x):
    t = np.linspace(0.1, 10, 100)
    fig, ax = plt.subplots()
    ax.plot(t, np.log(t))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [grid]: x overwritten
def plot_log(x):
    x = np.arange(1, 20)
    plt.figure()
    plt.plot(x, np.log(x))
    plt.xlabel("x")
    plt.ylabel("log x")
    return plt.gcf()


# wrong plot_log []: log of 1 + x
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x + 1))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [upside-down]: upside down
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, -np.log(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [exponential]: the exponential function
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.exp(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [no-curve]: an empty figure
def plot_log(x):
    fig, ax = plt.subplots()
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [none]: does nothing
def plot_log(x):
    pass


# wrong plot_log [exception]: math.log of an array
import math


def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, math.log(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [exception]: SymPy's log of an array
def plot_log(x):
    plt.plot(x, sp.log(x))
    plt.xlabel("x")
    plt.ylabel("log x")


# wrong plot_log [kind]: the values
def plot_log(x):
    return np.log(x)


# wrong plot_log [kind]: a string
def plot_log(x):
    return "log.png"


# wrong plot_log [grid]: the last point is left out
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x[:-1], np.log(x[:-1]))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [grid]: the ends joined only
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot([x[0], x[-1]], [np.log(x[0]), np.log(x[-1])])
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong plot_log [absolute]: absolute values
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.abs(np.log(x)))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# wrong stationary_points [log-means-positive]: above 0 wherever there is a logarithm
def stationary_points(expression):
    x = sp.Symbol("x")
    result = []
    for r in sp.solve(sp.diff(expression, x), x):
        z = complex(r)
        if abs(z.imag) > 1e-9:
            continue
        if expression.has(sp.log) and z.real <= 0:
            continue
        result.append(z.real)
    return sorted(result)


# wrong stationary_points [log-means-positive]: above 0 wherever there is a logarithm or a root
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [complex(r) for r in sp.solve(sp.diff(expression, x), x)]
    points = [p.real for p in points if abs(p.imag) < 1e-9]
    if "log" in str(expression) or "sqrt" in str(expression):
        points = [p for p in points if p > 0]
    return sorted(points)


# wrong stationary_points [outside-the-domain]: logarithms looked after, square roots forgotten
def stationary_points(expression):
    x = sp.Symbol("x")
    points = sp.solve(sp.diff(expression, x), x)
    good = []
    for p in points:
        if not p.is_real:
            continue
        if all(log.args[0].subs(x, p) > 0 for log in expression.atoms(sp.log)):
            good.append(p)
    return sorted(good)


# wrong stationary_points [outside-the-domain]: square roots looked after, logarithms forgotten
def stationary_points(expression):
    x = sp.Symbol("x")
    good = []
    for p in sp.solve(sp.diff(expression, x), x):
        if p.is_real and not (expression.has(sp.sqrt(x)) and p < 0):
            good.append(float(p))
    return sorted(good)


# wrong stationary_points [zeros-of-f]: solve of the function, nothing filtered
def stationary_points(expression):
    return sp.solve(expression)


# wrong stationary_points [poles]: critical points, where f is defined
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.together(sp.diff(expression, x))
    found = []
    for r in sp.solve(slope, x) + sp.solve(sp.denom(slope), x):
        y = expression.subs(x, r)
        if abs(complex(r).imag) < 1e-9 and y.is_finite and abs(complex(y).imag) < 1e-9:
            found.append(complex(r).real)
    return sorted(found)


# wrong stationary_points [always-empty]: another letter
def stationary_points(expression):
    t = sp.Symbol("t")
    return sp.solve(sp.diff(expression, t), t)


# wrong stationary_points [symbolic | kind]: left as an equation's solutions in another variable
def stationary_points(expression):
    x = sp.Symbol("x")
    return [sp.diff(expression, x)]


# wrong plot_log [labels]: two curves, no labels
def plot_log(x):
    plt.plot(x, np.log(x), label="log x")
    plt.plot(x, 1 / x, label="1/x")
    plt.plot(x[::2], np.log(x[::2]), "o")
    plt.legend()
    return plt.gcf()


# wrong plot_log [grid]: as many points, evenly between the same ends
def plot_log(x):
    x = np.linspace(x[0], x[-1], len(x))
    plt.plot(x, np.log(x))
    plt.xlabel("x")
    plt.ylabel("log x")
    return plt.gcf()


# wrong plot_log [no-curve]: the labels only, drawn on another figure
def plot_log(x):
    plt.figure()
    plt.plot(x, np.log(x))
    fig = plt.figure()
    plt.xlabel("x")
    plt.ylabel("log x")
    return fig


# right plot_log: every second point in another colour, unsorted further points
def plot_log(x):
    fig, ax = plt.subplots()
    ax.plot(x, np.log(x), "k-")
    ax.plot(x[::2], np.log(x[::2]), "ro")
    ax.plot(1, 0, "b*")
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return ax


# wrong derivative [number]: a constant that still holds x
def derivative():
    x = sp.Symbol("x")
    return sp.log(x) ** 0 / x**0


# wrong derivative [square-root]: the example of the text
def derivative():
    x = sp.Symbol("x")
    return 1 / (2 * sp.sqrt(x))


# wrong f_prime [square-root]: the example of the text
def f_prime(x):
    return 1 / (2 * np.sqrt(x))


# wrong derivative [difference-quotient]: central, with a step
def derivative():
    x, h = sp.Symbol("x"), 0.01
    return (sp.log(x + h) - sp.log(x - h)) / (2 * h)


# wrong stationary_points [complex | complex-kept]: only the height has to be real
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if expression.subs(x, s).is_real]
    return sorted(points, key=lambda s: complex(s).real)


# wrong stationary_points [missing]: none where one is complex
def stationary_points(expression):
    x = sp.Symbol("x")
    try:
        points = sorted(float(s) for s in sp.solve(sp.diff(expression, x), x))
    except TypeError:
        return []
    return [s for s in points if expression.subs(x, s).is_real]


# wrong stationary_points [unsorted]: exact numbers, sorted as text
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted(points, key=str)


# wrong stationary_points [unsorted]: SymPy's own order, which is another
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted(points, key=sp.default_sort_key)


# wrong stationary_points [unsorted]: as solve gives them
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return points


# wrong stationary_points [unsorted]: ordered by SymPy
def stationary_points(expression):
    x = sp.Symbol("x")
    domain = sp.calculus.util.continuous_domain(expression, x, sp.S.Reals)
    return list(sp.ordered(sp.solveset(sp.diff(expression, x), x, domain)))


# wrong stationary_points [zero-height-dropped]: a height of 0 counts as false
def stationary_points(expression):
    x = sp.Symbol("x")
    points = []
    for s in sp.solve(sp.diff(expression, x), x):
        y = expression.subs(x, s)
        if s.is_real and y and y.is_real:
            points.append(s)
    return sorted(points, key=float)


# wrong stationary_points [zero-dropped]: 0 left out on purpose
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted((s for s in points if float(s) != 0), key=float)


# wrong stationary_points [infinity]: nan where there is none
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted(points, key=float) or [float("nan")]


# wrong stationary_points [none]: None where there is none
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    if points:
        return sorted(points, key=float)


# wrong stationary_points [none]: returns the first from inside the loop
def stationary_points(expression):
    x = sp.Symbol("x")
    for s in [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]:
        return [s]


# wrong stationary_points [only-one]: only the last
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted(points, key=float)[-1:]


# wrong stationary_points [missing]: two at most
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted(points, key=float)[:2]


# wrong stationary_points [missing]: fractions only
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted((s for s in points if s.is_rational), key=float)


# wrong stationary_points [missing | only-whole]: on a grid
def stationary_points(expression):
    x = sp.Symbol("x")
    slope = sp.lambdify(x, sp.diff(expression, x), "numpy")
    grid = np.linspace(-10, 10, 20001)
    with np.errstate(all="ignore"):
        values = slope(grid) + 0 * grid
    found = [float(at) for at, value in zip(grid, values) if abs(value) < 1e-9]
    return [at for at in found if np.isreal(complex(expression.subs(x, at)))]


# wrong stationary_points [extra]: 0 where there is none
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted(points, key=float) or [0]


# wrong stationary_points [extra]: where logarithms and roots begin, too
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    if expression.has(sp.log) or expression.has(sp.sqrt):
        points.append(sp.S.Zero)
    return sorted(set(points), key=float)


# wrong stationary_points [extra]: zeros of f, too
def stationary_points(expression):
    x = sp.Symbol("x")
    zeros = sp.solve(expression, x) + sp.solve(sp.diff(expression, x), x)
    found = {complex(s) for s in zeros if abs(complex(s).imag) < 1e-9}
    return sorted({round(z.real, 12) for z in found if abs(complex(expression.subs(x, z.real)).imag) < 1e-9})


# wrong stationary_points [extra]: inflections, too
def stationary_points(expression):
    x = sp.Symbol("x")
    zeros = sp.solve(sp.diff(expression, x), x) + sp.solve(sp.diff(expression, x, 2), x)
    found = {complex(s) for s in zeros if abs(complex(s).imag) < 1e-9}
    return sorted({round(z.real, 12) for z in found if abs(complex(expression.subs(x, z.real)).imag) < 1e-9})


# wrong stationary_points [real-parts]: real parts, each once
def stationary_points(expression):
    x = sp.Symbol("x")
    return sorted({sp.re(s) for s in sp.solve(sp.diff(expression, x), x)}, key=float)


# wrong stationary_points [whole-numbers]: each cut to a whole number
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return [int(s) for s in sorted(points, key=float)]


# wrong stationary_points [log-means-positive]: above 0 with a logarithm, else what is real
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    if expression.has(sp.log):
        points = [s for s in points if s > 0]
    return sorted(points, key=float)


# wrong plot_log [no-curve]: bars
def plot_log(x):
    fig, ax = plt.subplots()
    ax.hist(np.log(x))
    ax.set_xlabel("x")
    ax.set_ylabel("log x")
    return fig


# right stationary_points: exact numbers, in order as floats
def stationary_points(expression):
    x = sp.Symbol("x")
    points = [s for s in sp.solve(sp.diff(expression, x), x) if s.is_real and expression.subs(x, s).is_real]
    return sorted(points, key=float)
