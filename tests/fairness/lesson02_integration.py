# right f: one line
def f(x):
    return 3 * x**2 - 4 * x


# right f: with the constants
def f(x):
    return 3*B*x**2 - 2*A*x


# right f: factored
def f(x):
    return x * (3*x - 4)


# right f: np.power and np.multiply
def f(x):
    return np.subtract(np.multiply(3, np.power(x, 2)), np.multiply(4, x))


# right f: np.vectorize over math.pow
import math


def f(x):
    def one(value):
        return 3 * math.pow(value, 2) - 4 * value

    return np.vectorize(one)(x)


# right f: lambda
f = lambda x: 3*x*x - 4*x


# right f: loop over a copy with nditer
def f(x):
    x = np.array(x, dtype=float)
    result = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        result[index] = 3 * x[index] ** 2 - 4 * x[index]
    return result


# right f: number and array apart
def f(x):
    if isinstance(x, (int, float)):
        return 3 * x ** 2 - 4 * x
    else:
        values = []
        for v in x:
            values.append(f(v))
        return np.array(values)


# right f: nested list
def f(x):
    return (3.0 * np.asarray(x) ** 2 - 4.0 * np.asarray(x)).tolist()


# right f: tuple, by recursion
def f(x):
    if np.ndim(x) == 0:
        return float(3*x**2 - 4*x)
    return tuple(f(part) for part in x)


# right f: polyval
def f(x):
    return np.polyval([3, -4, 0], x)


# right f: poly1d
f = np.poly1d([3*B, -2*A, 0])


# right f: Polynomial object
from numpy.polynomial import Polynomial

poly = Polynomial([0, -4, 3])


def f(x):
    return poly(x)


# right f: sympy and lambdify
def f(x):
    t = sp.symbols('t')
    expr = 3*t**2 - 4*t
    return sp.lambdify(t, expr, 'numpy')(x)


# right f: derivative of the antiderivative
def f(x):
    s = sp.Symbol("x")
    g = sp.lambdify(s, sp.diff(antiderivative(), s))
    return g(x)


# right f: completing the square
def f(x):
    return 3 * (x - 2/3)**2 - 4/3


# right f: rounded to single precision at the end
def f(x):
    return np.float32(3 * x**2 - 4 * x)


# right f: changes x in place
def f(x):
    y = 3 * x ** 2
    x *= 4
    y -= x
    return y


# right f: prints and defaults
def f(x, a=3, b=-4, c=0):
    print("x =", x)
    y = a * x**2 + b * x + c
    print("f(x) =", y)
    return y


# right f: class with a call
class Parabola:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __call__(self, x):
        return self.a * x * x + self.b * x


f = Parabola(3, -4)


# right f: sympy number by subs, vectorised
def f(x):
    z = sp.Symbol('z')
    expr = 3*z**2 - 4*z
    if np.ndim(x) == 0:
        return expr.subs(z, x)
    return np.array([float(expr.subs(z, v)) for v in np.ravel(x)]).reshape(np.shape(x))


# right f: np.where without need
def f(x):
    return np.where(x >= 0, 3*x**2 - 4*x, 3*x**2 + 4*abs(x))


# wrong f [second-term]: plus
def f(x):
    return 3*x**2 + 4*x


# wrong f [second-term]: plus with constants
def f(x):
    return 3 * B * x ** 2 + 2 * A * x


# wrong f [second-term]: second x forgotten
def f(x):
    return 3*x**2 - 4


# wrong f [factors]: B and A alone
def f(x):
    return B*x**2 - A*x


# wrong f [factors]: A and B the wrong way round
def f(x):
    return 3*A*x**2 - 2*B*x


# wrong f [first-term]: the 3 squared too
def f(x):
    return (3*x)**2 - 4*x


# wrong f [first-term]: times 2 for squared
def f(x):
    return 3*x*2 - 4*x


# wrong f [first-term]: square forgotten
def f(x):
    return 3*x - 4*x


# wrong f [antiderivative]: the antiderivative instead
def f(x):
    return x**3 - 2*x**2


# wrong f [antiderivative]: lesson 1's f
def f(x):
    return x**3 - 2*x**2 + 1


# wrong f [derivative]: differentiated
def f(x):
    return 6*x - 4


# wrong f [exception]: caret for power
def f(x):
    return 3*x^2 - 4*x


# wrong f [none]: printed
def f(x):
    print(3*x**2 - 4*x)


# wrong f [none]: return forgotten
def f(x):
    y = 3*x**2 - 4*x


# wrong f [numbers-only]: math.pow
import math


def f(x):
    return 3 * math.pow(x, 2) - 4 * x


# wrong f [numbers-only]: if on x
def f(x):
    if x == 0:
        return 0
    return 3*x**2 - 4*x


# wrong f [numbers-only]: float()
def f(x):
    x = float(x)
    return 3*x**2 - 4*x


# wrong f [arrays-only | exception]: loop over x
def f(x):
    out = []
    for v in x:
        out.append(3*v**2 - 4*v)
    return np.array(out)


# wrong f [arrays-only | exception]: len(x)
def f(x):
    y = np.zeros(len(x))
    for i in range(len(x)):
        y[i] = 3*x[i]**2 - 4*x[i]
    return y


# wrong f [shape | shape-only]: flattened
def f(x):
    x = np.asarray(x).flatten()
    return 3*x**2 - 4*x


# wrong f [shape | shape-only]: a column
def f(x):
    x = np.reshape(x, (-1, 1))
    return 3*x**2 - 4*x


# wrong f [shape]: only the sum
def f(x):
    return np.sum(3*x**2 - 4*x)


# wrong f [symbolic | symbols | same-everywhere]: an expression
def f(x):
    x = sp.Symbol("x")
    return 3*x**2 - 4*x


# wrong f [kind | same-everywhere]: a string
def f(x):
    return "3x^2 - 4x"


# wrong f [whole-numbers]: integers
def f(x):
    return np.array(3*x**2 - 4*x).astype(int)


# wrong f [nearly]: 1e-4 off
def f(x):
    return 1.0001 * (3*x**2 - 4*x)


# wrong f [constant-offset]: plus one
def f(x):
    return 3*x**2 - 4*x + 1


# wrong f [constant-factor]: negated
def f(x):
    return 4*x - 3*x**2


# wrong f [same-everywhere]: always the value at 1
def f(x):
    return np.full(np.shape(x), -1.0)


# wrong f [first-term]: cubed
def f(x):
    return 3*x**3 - 4*x


# wrong f [factors]: 3 and 4 exchanged
def f(x):
    return 4*x**2 - 3*x


# wrong f [second-term]: 2 for 2A
def f(x):
    return 3*x**2 - 2*x


# wrong f [nan]: square root of negative numbers
def f(x):
    return 3*np.sqrt(-np.abs(x))**4 - 4*x


# wrong f [negative-x]: absolute value of x
def f(x):
    return 3*x**2 - 4*np.abs(x)


# wrong f [negative-x]: 0 for negative x
def f(x):
    return np.where(x > 0, 3*x**2 - 4*x, 0)


# wrong f []: another answer for a number
def f(x):
    if np.ndim(x) == 0:
        return 2*x**2 - x
    return 3*x**2 - 4*x


# right antiderivative: by hand
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 2*x**2


# right antiderivative: with the constants
def antiderivative():
    x = sp.symbols('x')
    return B*x**3 - A*x**2


# right antiderivative: integrate
def antiderivative():
    x = sp.symbols('x')
    return sp.integrate(3*x**2 - 4*x, x)


# right antiderivative: plus C
def antiderivative():
    x, C = sp.symbols('x C')
    return x**3 - 2*x**2 + C


# right antiderivative: plus log C
def antiderivative():
    x = sp.Symbol('x')
    c = sp.Symbol('C', positive=True)
    return x**3 - 2*x**2 + sp.log(c)


# right antiderivative: plus a number
def antiderivative():
    x = sp.Symbol('x')
    return x**3 - 2*x**2 + 17.5


# right antiderivative: the f of lesson 1
def antiderivative():
    from sympy.abc import x
    return x**3 - 2*x**2 + 1


# right antiderivative: factored
def antiderivative():
    x = sp.Symbol('x', real=True)
    return x**2 * (x - 2)


# right antiderivative: floats
def antiderivative():
    x = sp.Symbol('x')
    return 1.0*x**3.0 - 2.0*x**2.0


# right antiderivative: positive symbol, divided by the powers
def antiderivative():
    x = sp.Symbol('x', positive=True)
    return 3*x**3/3 - 4*x**2/2


# right antiderivative: definite integral from 1 to x
def antiderivative():
    x, t = sp.symbols("x t")
    return sp.integrate(3*t**2 - 4*t, (t, 1, x))


# right antiderivative: definite integral from a symbol
def antiderivative():
    x, t, a = sp.symbols("x t a")
    return sp.integrate(f(t), (t, a, x))


# right antiderivative: Integral and doit
def antiderivative():
    x = sp.Symbol("x")
    return sp.Integral(f(x), x).doit() + sp.pi


# right antiderivative: Poly
def antiderivative():
    x = sp.Symbol("x")
    return sp.Poly(3*x**2 - 4*x, x).integrate().as_expr()


# right antiderivative: power rule in a helper
def power_rule(coef, n, x):
    return sp.Rational(coef, n + 1) * x**(n + 1)


def antiderivative():
    x = sp.Symbol("x")
    result = 0
    for coef, n in [(3, 2), (-4, 1)]:
        result += power_rule(coef, n, x)
    return result


# right antiderivative: from a string
def antiderivative():
    return sp.sympify("x**3 - 2*x**2 + C")


# right antiderivative: parse_expr
def antiderivative():
    from sympy.parsing.sympy_parser import parse_expr
    return parse_expr("x*x*x - 2*x*x")


# right antiderivative: dsolve
def antiderivative():
    x = sp.Symbol("x")
    F = sp.Function("F")
    return sp.dsolve(sp.Eq(F(x).diff(x), 3*x**2 - 4*x), F(x)).rhs


# right antiderivative: undetermined coefficients
def antiderivative():
    x, a, b = sp.symbols("x a b")
    F = a*x**3 + b*x**2
    eq = sp.Poly(sp.diff(F, x) - (3*x**2 - 4*x), x)
    sol = sp.solve(eq.coeffs(), [a, b])
    return F.subs(sol)


# right antiderivative: limit of sums
def antiderivative():
    x = sp.Symbol("x", positive=True)
    n, i = sp.symbols("n i", positive=True, integer=True)
    strips = sp.summation(f(i * x / n) * x / n, (i, 1, n))
    return sp.limit(sp.expand(strips), n, sp.oo)


# right antiderivative: completed cube
def antiderivative():
    x = sp.Symbol("x")
    return (x - 1)**3 + x**2 - 3*x


# right antiderivative: global symbol, simplify and print
x = sp.symbols("x")
F = sp.simplify(sp.integrate(3*x**2, x) - sp.integrate(4*x, x))


def antiderivative():
    sp.pprint(F)
    return F


# right antiderivative: unevaluated product
def antiderivative():
    x = sp.Symbol("x")
    return sp.Mul(x, x, x - 2, evaluate=False)


# right antiderivative: two constants
def antiderivative():
    x, C1, C2 = sp.symbols("x C1 C2")
    return (x**3 + C1) - (2*x**2 + C2)


# right antiderivative: Piecewise with the same constant
def antiderivative():
    x = sp.Symbol("x", real=True)
    F = x**3 - 2*x**2
    return sp.Piecewise((F, x > 0), (F, True))


# wrong antiderivative [differentiated]: by hand
def antiderivative():
    x = sp.Symbol("x")
    return 6*x - 4


# wrong antiderivative [differentiated]: diff
def antiderivative():
    x = sp.Symbol("x")
    return sp.diff(3*x**2 - 4*x, x)


# wrong antiderivative [differentiated]: plus C
def antiderivative():
    x, C = sp.symbols("x C")
    return 6*B*x - 2*A + C


# wrong antiderivative [not-divided]: power up only
def antiderivative():
    x = sp.Symbol("x")
    return 3*x**3 - 4*x**2


# wrong antiderivative [not-divided]: f times x plus C
def antiderivative():
    x, C = sp.symbols("x C")
    return f(x) * x + C


# wrong antiderivative [divided-by-old-power]: by the old power
def antiderivative():
    x = sp.Symbol("x")
    return 3*x**3/2 - 4*x**2/1


# wrong antiderivative [divided-by-old-power]: with a constant
def antiderivative():
    x, c = sp.symbols("x c")
    return sp.Rational(3, 2)*x**3 - 4*x**2 + c


# wrong antiderivative [second-term]: second not divided
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 4*x**2


# wrong antiderivative [second-term]: second lost its 2
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - x**2


# wrong antiderivative [second-term | sign]: sign of the second
def antiderivative():
    x = sp.Symbol("x")
    return x**3 + 2*x**2


# wrong antiderivative [second-term]: second term not raised
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 2*x + sp.Symbol("C")


# wrong antiderivative [second-term]: second term left as it was
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 4*x


# wrong antiderivative [second-term]: second differentiated
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 4


# wrong antiderivative [first-term]: first not divided
def antiderivative():
    x = sp.Symbol("x")
    return 3*x**3 - 2*x**2


# wrong antiderivative [first-term]: first by the old power
def antiderivative():
    x = sp.Symbol("x")
    return sp.Rational(3, 2)*x**3 - 2*x**2


# wrong antiderivative [first-term]: the 3 lost
def antiderivative():
    x = sp.Symbol("x")
    return x**3/3 - 2*x**2


# wrong antiderivative [factors]: bare powers
def antiderivative():
    x = sp.Symbol("x")
    return x**3/3 - x**2/2


# wrong antiderivative [constant-times-x]: C times x
def antiderivative():
    x, C = sp.symbols("x C")
    return x**3 - 2*x**2 + C*x


# wrong antiderivative [constant-times-x]: plus x
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 2*x**2 + x


# wrong antiderivative [constant-times-x]: f + C integrated
def antiderivative():
    x, c = sp.symbols("x c")
    return sp.integrate(f(x) + c, x)


# wrong antiderivative [constant-times-x]: lesson 1's constant integrated
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 2*x**2 + 7*x + 1


# wrong antiderivative [multiple]: C in front
def antiderivative():
    x, C = sp.symbols("x C")
    return C*(x**3 - 2*x**2)


# wrong antiderivative [multiple]: C in front, multiplied out
def antiderivative():
    x, k = sp.symbols("x k")
    return k*x**3 - 2*k*x**2


# wrong antiderivative [f-itself]: f
def antiderivative():
    x = sp.Symbol("x")
    return 3*x**2 - 4*x


# wrong antiderivative [f-itself]: f plus C
def antiderivative():
    x, C = sp.symbols("x C")
    return f(x) + C


# wrong antiderivative [twice]: integrated twice
def antiderivative():
    x = sp.Symbol("x")
    return sp.integrate(sp.integrate(3*x**2 - 4*x, x), x)


# wrong antiderivative [twice]: F taken for f
def antiderivative():
    x = sp.Symbol("x")
    return x**4/4 - 2*x**3/3 + 3


# wrong antiderivative [power-kept]: divided but not raised
def antiderivative():
    x = sp.Symbol("x")
    return 3*x**2/3 - 4*x/2


# wrong antiderivative [product]: factors integrated one by one
def antiderivative():
    x = sp.Symbol("x")
    return sp.integrate(x, x) * sp.integrate(3*x - 4, x)


# wrong antiderivative [half-square]: half the square of f
def antiderivative():
    x = sp.Symbol("x")
    return (3*x**2 - 4*x)**2 / 2


# wrong antiderivative [unevaluated]: Integral
def antiderivative():
    x = sp.Symbol("x")
    return sp.Integral(3*x**2 - 4*x, x)


# wrong antiderivative [unevaluated]: Integral plus C
def antiderivative():
    x, C = sp.symbols("x C")
    return sp.Integral(3*x**2, x) - sp.Integral(4*x, x) + C


# wrong antiderivative [symbols | other-symbols]: in t
def antiderivative():
    t = sp.Symbol("t")
    return t**3 - 2*t**2


# wrong antiderivative [symbols | other-symbols]: capital X
def antiderivative():
    X = sp.Symbol("X")
    return X**3 - 2*X**2


# wrong antiderivative [symbols | other-symbols]: integrated by another symbol
def antiderivative():
    x, y = sp.symbols("x y")
    return sp.integrate(3*x**2 - 4*x, y)


# wrong antiderivative [symbols | other-symbols]: A and B as symbols
def antiderivative():
    x, A, B = sp.symbols("x A B")
    return sp.integrate(3*B*x**2 - 2*A*x, x)


# wrong antiderivative [kind]: a string
def antiderivative():
    return "x**3 - 2*x**2 + C"


# wrong antiderivative [kind | not_data]: a lambda
def antiderivative():
    return lambda x: x**3 - 2*x**2


# wrong antiderivative [kind]: coefficients
def antiderivative():
    return [1, -2, 0, 0]


# wrong antiderivative [none]: printed
def antiderivative():
    x = sp.Symbol("x")
    print(x**3 - 2*x**2)


# wrong antiderivative [one-number]: definite integral
def antiderivative():
    x = sp.Symbol("x")
    return sp.integrate(3*x**2 - 4*x, (x, 0, 1))


# wrong antiderivative [one-number]: definite integral as a float
def antiderivative():
    from scipy.integrate import quad
    return quad(f, 0, 2.5)[0]


# wrong antiderivative [exception]: no symbol
def antiderivative():
    return undefined_x**3 - 2*undefined_x**2


# wrong antiderivative [exception]: wrong name in sympy
def antiderivative():
    x = sp.Symbol("x")
    return sp.integral(3*x**2 - 4*x, x)


# wrong antiderivative [nearly | rounded]: rounded third
def antiderivative():
    x = sp.Symbol("x")
    return 3*0.33334*x**3 - 4*0.50001*x**2


# wrong antiderivative [constant-factor | opposite-sign]: negated
def antiderivative():
    x = sp.Symbol("x")
    return 2*x**2 - x**3


# wrong antiderivative [constant-factor | multiple]: doubled
def antiderivative():
    x = sp.Symbol("x")
    return 2*(x**3 - 2*x**2) + 1


# wrong antiderivative [nan | not_finite]: not a number
def antiderivative():
    return sp.nan


# wrong antiderivative []: absolute value
def antiderivative():
    x = sp.Symbol("x", real=True)
    return sp.Abs(x)**3 - 2*x**2


# wrong antiderivative [extra-term]: C times a square
def antiderivative():
    x, C = sp.symbols("x C")
    return x**3 - 2*x**2 + C*x**2


# wrong antiderivative []: powers raised too far
def antiderivative():
    x = sp.Symbol("x")
    return x**4 - 2*x**3


# wrong antiderivative [power-kept]: divided by the old power, power kept
def antiderivative():
    x = sp.Symbol("x")
    return sp.Rational(3, 2)*x**2 - 4*x


# wrong antiderivative [extra-term]: C to the x
def antiderivative():
    x = sp.Symbol("x")
    C = sp.Symbol("C")
    return x**3 - 2*x**2 + C**x


# wrong antiderivative [extra-term]: plus a sine
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 2*x**2 + sp.sin(x)


# wrong antiderivative [extra-term]: plus a logarithm
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 2*x**2 + sp.log(x)


# wrong antiderivative [factors]: A and B exchanged
def antiderivative():
    x = sp.Symbol("x")
    return A*x**3 - B*x**2


# wrong antiderivative [other-symbols]: times dx
def antiderivative():
    x = sp.Symbol("x")
    dx = sp.Symbol("dx")
    return (3*x**2 - 4*x)*dx


# wrong antiderivative [other-symbols]: f as a symbol
def antiderivative():
    x = sp.Symbol("x")
    f = sp.Symbol("f")
    return sp.integrate(f, x)


# wrong antiderivative [not-divided]: not divided, and the sign
def antiderivative():
    x = sp.Symbol("x")
    return 3*x**3 + 4*x**2


# wrong antiderivative [first-term]: first term differentiated
def antiderivative():
    x = sp.Symbol("x")
    return 6*x - 2*x**2


# wrong antiderivative [second-term]: second divided by 3
def antiderivative():
    x = sp.Symbol("x")
    return x**3 - 4*x**2/3


# right antiderivative_values: by hand
def antiderivative_values(x):
    return x**3 - 2*x**2


# right antiderivative_values: constants
def antiderivative_values(x):
    return B * x ** 3 - A * x ** 2 + 5


# right antiderivative_values: factored
def antiderivative_values(x, C=0):
    return x*x*(x - 2) + C


# right antiderivative_values: lambdify
def antiderivative_values(x):
    s = sp.Symbol("x")
    F = sp.lambdify(s, antiderivative(), "numpy")
    return F(x)


# right antiderivative_values: lambdify with C set
def antiderivative_values(x):
    s, C = sp.symbols("x C")
    F = s**3 - 2*s**2 + C
    return sp.lambdify(s, F.subs(C, -3))(x)


# right antiderivative_values: polyint
def antiderivative_values(x):
    return np.polyval(np.polyint([3, -4, 0]), x)


# right antiderivative_values: Polynomial integ
def antiderivative_values(x):
    p = np.polynomial.Polynomial([0, -2*A, 3*B])
    return p.integ(k=2)(x)


# right antiderivative_values: vectorised
antiderivative_values = np.vectorize(lambda t: t**3 - 2*t**2 + 1)


# right antiderivative_values: quad for each element
from scipy.integrate import quad


def antiderivative_values(x):
    def area(upper):
        value, error = quad(f, 0, upper)
        return value

    if np.isscalar(x):
        return area(x)
    return np.array([area(v) for v in x.ravel()]).reshape(x.shape)


# right antiderivative_values: quad from another lower limit
import scipy.integrate as si


@np.vectorize
def antiderivative_values(x):
    return si.quad(lambda t: 3*t**2 - 4*t, -2, x)[0]


# right antiderivative_values: Simpson's rule in one panel
def antiderivative_values(x):
    a = 0
    m = (a + x) / 2
    return (x - a) / 6 * (f(a) + 4 * f(m) + f(x))


# right antiderivative_values: Gauss points
def antiderivative_values(x):
    nodes, weights = np.polynomial.legendre.leggauss(4)
    total = 0
    for node, weight in zip(nodes, weights):
        total = total + weight * f(x * (node + 1) / 2)
    return total * x / 2


# right antiderivative_values: many thin trapezoids
def antiderivative_values(x):
    t = np.linspace(0, 1, 20001)
    x = np.asarray(x, dtype=float)
    y = f(x[..., None] * t)
    return x * np.sum((y[..., 1:] + y[..., :-1]) / 2, axis=-1) / 20000


# right antiderivative_values: nested list
def antiderivative_values(x):
    if isinstance(x, np.ndarray):
        return [antiderivative_values(v) for v in x]
    return float(x**3 - 2*x**2)


# right antiderivative_values: np.where
def antiderivative_values(x):
    x = np.array(x)
    return np.where(x == 0, 0.0, x**3 * (1 - 2 / np.where(x == 0, 1, x)))


# right antiderivative_values: changed in place
def antiderivative_values(x):
    square = x**2
    x -= 2
    x *= square
    return x


# right antiderivative_values: sympy numbers one at a time
def antiderivative_values(x):
    t = sp.Symbol("x")
    F = sp.integrate(3*t**2 - 4*t, t)
    if not hasattr(x, "shape") or x.shape == ():
        return F.subs(t, x)
    return np.array([float(F.subs(t, float(v))) for v in x.flat]).reshape(x.shape)


# right antiderivative_values: class
class Antiderivative:
    constant = 10

    def at(self, x):
        cubic = B*np.power(x, 3)
        quadratic = A*np.power(x, 2)
        return cubic - quadratic + self.constant


def antiderivative_values(x):
    return Antiderivative().at(x)


# right antiderivative_values: einsum of powers
def antiderivative_values(x):
    x = np.asarray(x)
    powers = np.stack([x**k for k in range(4)])
    return np.tensordot([7, 0, -2, 1], powers, axes=1)


# right antiderivative_values: single precision at the end
def antiderivative_values(x):
    y = x**3 - 2*x**2
    if isinstance(y, float):
        return np.float32(y)
    return y.astype("float32")


# wrong antiderivative_values [differentiated]: by hand
def antiderivative_values(x):
    return 6*x - 4


# wrong antiderivative_values [differentiated]: with the constants and C
def antiderivative_values(x):
    C = 3
    return 6*B*x - 2*A + C


# wrong antiderivative_values [not-divided]: power up only
def antiderivative_values(x):
    return 3*x**3 - 4*x**2


# wrong antiderivative_values [not-divided]: f times x
def antiderivative_values(x):
    return f(x) * x


# wrong antiderivative_values [divided-by-old-power]: old powers
def antiderivative_values(x):
    return 3/2*x**3 - 4*x**2


# wrong antiderivative_values [divided-by-old-power]: old powers and a constant
def antiderivative_values(x):
    return 3*x**3/2 - 4*x**2/1 + 4


# wrong antiderivative_values [second-term]: not divided
def antiderivative_values(x):
    return x**3 - 4*x**2


# wrong antiderivative_values [second-term]: coefficient lost
def antiderivative_values(x):
    return x**3 - x**2


# wrong antiderivative_values [second-term | sign]: plus
def antiderivative_values(x):
    return x**3 + 2*x**2 - 8


# wrong antiderivative_values [second-term]: not raised
def antiderivative_values(x):
    return x**3 - 2*x


# wrong antiderivative_values [second-term]: forgotten
def antiderivative_values(x):
    return x**3


# wrong antiderivative_values [first-term]: first not divided
def antiderivative_values(x):
    return 3*x**3 - 2*x**2


# wrong antiderivative_values [first-term]: first divided twice
def antiderivative_values(x):
    return x**3/3 - 2*x**2


# wrong antiderivative_values [factors]: bare powers
def antiderivative_values(x):
    return x**3/3 - x**2/2


# wrong antiderivative_values [constant-times-x]: plus 5x
def antiderivative_values(x):
    return x**3 - 2*x**2 + 5*x


# wrong antiderivative_values [constant-times-x]: plus x
def antiderivative_values(x):
    C = 1
    return x**3 - 2*x**2 + C*x


# wrong antiderivative_values [multiple | constant-factor | opposite-sign]: times 5
def antiderivative_values(x, C=5):
    return C * (x**3 - 2*x**2)


# wrong antiderivative_values [multiple | constant-factor | opposite-sign]: times 2.5
def antiderivative_values(x):
    C = 2.5
    return C * x**2 * (x - 2)


# wrong antiderivative_values [f-itself]: f
def antiderivative_values(x):
    return f(x)


# wrong antiderivative_values [f-itself]: f plus a constant
def antiderivative_values(x):
    return 3*x**2 - 4*x + 2


# wrong antiderivative_values [twice]: twice
def antiderivative_values(x):
    return x**4/4 - 2*x**3/3


# wrong antiderivative_values [twice]: twice with polyint
def antiderivative_values(x):
    return np.polyval(np.polyint([1, -2, 0, 0]), x)


# wrong antiderivative_values [power-kept]: not raised, another way
def antiderivative_values(x):
    return x**2 - 2*x


# wrong antiderivative_values [product]: factors one by one
def antiderivative_values(x):
    return x**2/2 * (3*x**2/2 - 4*x)


# wrong antiderivative_values [same-everywhere | shape ]: definite integral
from scipy.integrate import quad


def antiderivative_values(x):
    return quad(f, 0, 1)[0]


# wrong antiderivative_values [same-everywhere]: definite integral at every point
def antiderivative_values(x):
    return 0*x + 2.25


# wrong antiderivative_values [constant-factor | opposite-sign]: limits the wrong way round
from scipy.integrate import quad


@np.vectorize
def antiderivative_values(x):
    return quad(f, x, 0)[0]


# wrong antiderivative_values [opposite-sign]: limits the wrong way round, from 3
def antiderivative_values(x):
    F = lambda t: t**3 - 2*t**2
    return F(3) - F(x)


# wrong antiderivative_values []: over the last unit only
def antiderivative_values(x):
    F = lambda t: t**3 - 2*t**2
    return F(x) - F(x - 1)


# wrong antiderivative_values []: another constant for each element
def antiderivative_values(x):
    return x**3 - 2*x**2 + np.random.rand(*np.shape(x))


# wrong antiderivative_values [numbers-only]: math.pow
import math


def antiderivative_values(x):
    return math.pow(x, 3) - 2*math.pow(x, 2)


# wrong antiderivative_values [numbers-only]: quad with an array
from scipy.integrate import quad


def antiderivative_values(x):
    return quad(f, 0, x)[0]


# wrong antiderivative_values [numbers-only]: if
def antiderivative_values(x):
    if x < 0:
        return -abs(x)**3 - 2*x**2
    return x**3 - 2*x**2


# wrong antiderivative_values [arrays-only | exception]: loop
def antiderivative_values(x):
    return np.array([t**3 - 2*t**2 for t in x])


# wrong antiderivative_values [symbolic | same-everywhere]: the expression
def antiderivative_values(x):
    return antiderivative()


# wrong antiderivative_values [symbolic]: C left in
def antiderivative_values(x):
    C = sp.Symbol("C")
    return x**3 - 2*x**2 + C


# wrong antiderivative_values [none]: printed
def antiderivative_values(x):
    print(x**3 - 2*x**2)


# wrong antiderivative_values [shape]: flattened
def antiderivative_values(x):
    values = [t**3 - 2*t**2 for t in np.ravel(x)]
    return np.array(values)


# wrong antiderivative_values [shape | total]: summed
def antiderivative_values(x):
    return np.sum(x**3 - 2*x**2)


# wrong antiderivative_values [whole-numbers]: cut off
def antiderivative_values(x):
    return np.trunc(x**3 - 2*x**2)


# wrong antiderivative_values [nearly]: rough third
def antiderivative_values(x):
    return 3*0.3333*x**3 - 4*0.4999*x**2


# wrong antiderivative_values [exception]: integrated by numbers
def antiderivative_values(x):
    return sp.integrate(3*x**2 - 4*x, x)


# wrong antiderivative_values [shape]: running sum of f
def antiderivative_values(x):
    return np.cumsum(f(x)) * 0.1


# wrong antiderivative_values []: coarse sum of strips
def antiderivative_values(x):
    n = 10
    total = 0
    for i in range(n):
        total = total + f(i * x / n) * x / n
    return total


# wrong antiderivative_values []: sorted before
def antiderivative_values(x):
    x = np.sort(x, axis=None).reshape(np.shape(x)) if np.ndim(x) else x
    return np.cbrt(x)**9 - 2*x**2 + np.abs(x)


# wrong antiderivative_values [constant-varies]: first value taken away
def antiderivative_values(x):
    F = x**3 - 2*x**2
    return F - np.ravel(F)[0]


# wrong antiderivative_values [constant-varies]: mean taken away
def antiderivative_values(x):
    F = x**3 - 2*x**2
    return F - np.mean(F)


# wrong antiderivative_values [constant-varies]: 0 for a number
def antiderivative_values(x):
    if np.ndim(x) == 0:
        return 0.0
    return x**3 - 2*x**2


# wrong antiderivative_values [constant-varies]: f for a number
def antiderivative_values(x):
    if np.ndim(x) == 0:
        return 3*x**2 - 4*x
    return x**3 - 2*x**2


# wrong antiderivative_values [constant-varies]: a constant drawn in each call
def antiderivative_values(x):
    return x**3 - 2*x**2 + np.random.rand()


# wrong antiderivative_values [shape | shape-only]: a number becomes an array
def antiderivative_values(x):
    return np.atleast_1d(x**3 - 2*x**2)


# wrong antiderivative_values [same-everywhere]: one large number
def antiderivative_values(x):
    return 0*x + 1e9


# wrong antiderivative_values [same-everywhere]: a number so large that all else is lost
def antiderivative_values(x):
    return 0*x + 1e18


# wrong antiderivative_values []: a large constant hides a wrong factor
def antiderivative_values(x):
    return 1e6 + x**3 - 1.99*x**2


# wrong antiderivative_values [first-term]: first power not raised
def antiderivative_values(x):
    return x**2 - 2*x**2


# right running_area: cumsum
def running_area(func, x, delta):
    return np.cumsum(func(x) * delta)


# right running_area: cumsum times delta
def running_area(func, x, delta):
    return delta * np.cumsum(func(x))


# right running_area: loop and list
def running_area(func, x, delta):
    total = 0
    areas = []
    for xi in x:
        total += func(xi) * delta
        areas.append(total)
    return areas


# right running_area: loop and array
def running_area(func, x, delta):
    result = np.zeros(len(x))
    result[0] = func(x[0]) * delta
    for i in range(1, len(x)):
        result[i] = result[i - 1] + func(x[i]) * delta
    return result


# right running_area: sum of slices
def running_area(func, x, delta):
    return [sum(func(x[:i + 1])) * delta for i in range(len(x))]


# right running_area: accumulate
from itertools import accumulate


def running_area(func, x, delta):
    return tuple(accumulate(func(v) * delta for v in x))


# right running_area: np.add.accumulate
def running_area(func, x, delta):
    return np.add.accumulate(np.asarray(func(np.asarray(x, dtype=float)))) * delta


# right running_area: triangular matrix
def running_area(func, x, delta):
    n = x.size
    return np.tril(np.ones((n, n))) @ func(x) * delta


# right running_area: vectorised func
def running_area(func, x, delta):
    heights = np.vectorize(func, otypes=[float])(x)
    strips = heights * delta
    return strips.cumsum()


# right running_area: recursion
def running_area(func, x, delta):
    if len(x) == 1:
        return [func(x[0]) * delta]
    before = running_area(func, x[:-1], delta)
    return before + [before[-1] + func(x[-1]) * delta]


# right running_area: halves
def running_area(func, x, delta):
    n = len(x)
    if n == 0:
        return np.array([])
    if n == 1:
        return func(x) * delta
    left = running_area(func, x[: n // 2], delta)
    right = running_area(func, x[n // 2 :], delta)
    return np.concatenate([left, left[-1] + right])


# right running_area: sympy Matrix column
def running_area(func, x, delta):
    total = sp.Float(0)
    rows = []
    for v in x:
        total = total + sp.Float(float(func(float(v)))) * delta
        rows.append(total)
    return sp.Matrix(rows)


# right running_area: generator
def strips(func, x, delta):
    area = 0.0
    for value in x:
        area = area + func(value) * delta
        yield area


def running_area(func, x, delta):
    return np.fromiter(strips(func, x, delta), dtype=float)


# right running_area: in place
def running_area(func, x, delta):
    x[:] = func(x)
    for i in range(1, len(x)):
        x[i] += x[i - 1]
    x *= delta
    return x


# right running_area: class that remembers
class Area:
    def __init__(self, func, delta):
        self.func = func
        self.delta = delta
        self.sum = 0

    def add(self, x):
        self.sum += self.func(x) * self.delta
        return self.sum


def running_area(func, x, delta):
    area = Area(func, delta)
    return np.array([area.add(v) for v in x])


# right running_area: total less the rest
def running_area(func, x, delta):
    y = func(x)
    rest = np.cumsum(y[::-1])[::-1] - y
    return (np.sum(y) - rest) * delta


# right running_area: prints and while
def running_area(func, x, delta, show=True):
    i = 0
    areas = np.empty_like(x)
    summe = 0
    while i < len(x):
        summe = summe + delta * func(x[i])
        if show:
            print(i, x[i], summe)
        areas[i] = summe
        i += 1
    return areas


# right running_area: trapezoids plus the half strips
def running_area(func, x, delta):
    y = func(x)
    inner = np.concatenate([[0.0], np.cumsum((y[1:] + y[:-1]) / 2)])
    return (inner + (y + y[0]) / 2) * delta


# right running_area: linear filter
from scipy.signal import lfilter


def running_area(func, x, delta):
    return lfilter([delta], [1, -1], func(x))


# right running_area: convolve
def running_area(func, x, delta):
    return np.convolve(func(x), np.full(len(x), delta))[: len(x)]


# wrong running_area [delta-missing]: not times delta
def running_area(func, x, delta):
    return np.cumsum(func(x))


# wrong running_area [delta-missing]: loop without delta
def running_area(func, x, delta):
    s = 0
    out = []
    for v in x:
        s += func(v)
        out.append(s)
    return np.array(out)


# wrong running_area [total | shape]: the whole sum
def running_area(func, x, delta):
    return np.sum(func(x) * delta)


# wrong running_area [total | shape]: loop and one number
def running_area(func, x, delta):
    total = 0
    for v in x:
        total += func(v) * delta
    return total


# wrong running_area [total]: the whole sum everywhere
def running_area(func, x, delta):
    return np.full(x.shape, np.sum(func(x)) * delta)


# wrong running_area [one-bar-late]: one strip late
def running_area(func, x, delta):
    areas = np.zeros(len(x))
    for i in range(1, len(x)):
        areas[i] = areas[i - 1] + func(x[i - 1]) * delta
    return areas


# wrong running_area [one-bar-late]: sum of x[:i]
def running_area(func, x, delta):
    return np.array([np.sum(func(x[:i])) * delta for i in range(len(x))])


# wrong running_area [one-bar-late]: append before adding
def running_area(func, x, delta):
    total = 0
    out = []
    for v in x:
        out.append(total)
        total += func(v) * delta
    return out


# wrong running_area [first-bar-missing]: first strip left out
def running_area(func, x, delta):
    areas = np.zeros(len(x))
    for i in range(1, len(x)):
        areas[i] = areas[i - 1] + func(x[i]) * delta
    return areas


# wrong running_area [trapezoid]: cumulative_trapezoid
from scipy.integrate import cumulative_trapezoid


def running_area(func, x, delta):
    return cumulative_trapezoid(func(x), dx=delta, initial=0)


# wrong running_area [trapezoid]: neighbours averaged in a loop
def running_area(func, x, delta):
    s = 0
    out = [0]
    for i in range(1, len(x)):
        s += (func(x[i - 1]) + func(x[i])) / 2 * delta
        out.append(s)
    return out


# wrong running_area [trapezoid]: trapezoids to the right
def running_area(func, x, delta):
    return np.cumsum((func(x) + func(x + delta)) / 2 * delta)


# wrong running_area [too-few]: trapezoids without the first
def running_area(func, x, delta):
    y = func(x)
    return np.cumsum((y[1:] + y[:-1]) / 2 * delta)


# wrong running_area [beside]: middle of the strip
def running_area(func, x, delta):
    return np.cumsum(func(x + delta / 2) * delta)


# wrong running_area [beside]: middle of the strip before
def running_area(func, x, delta):
    s = 0
    out = []
    for v in x:
        s += func(v - delta / 2) * delta
        out.append(s)
    return out


# wrong running_area [beside]: height at the next point
def running_area(func, x, delta):
    return np.cumsum(func(x + delta) * delta)


# wrong running_area [beside]: height at the point before
def running_area(func, x, delta):
    return np.cumsum(func(x - delta)) * delta


# wrong running_area [absolute]: abs of the heights
def running_area(func, x, delta):
    return np.cumsum(np.abs(func(x)) * delta)


# wrong running_area [absolute]: abs in a loop
def running_area(func, x, delta):
    total = 0
    out = []
    for v in x:
        total += abs(func(v) * delta)
        out.append(total)
    return out


# wrong running_area [never-negative]: nothing below the axis
def running_area(func, x, delta):
    return np.cumsum(np.maximum(func(x), 0) * delta)


# wrong running_area [never-negative]: abs of the sum
def running_area(func, x, delta):
    return np.abs(np.cumsum(func(x) * delta))


# wrong running_area [func-ignored]: the lesson's f
def running_area(func, x, delta):
    return np.cumsum(f(x) * delta)


# wrong running_area [func-ignored]: formula written out
def running_area(func, x, delta):
    total = 0
    out = []
    for v in x:
        total += (3*v**2 - 4*v) * delta
        out.append(total)
    return out


# wrong running_area [func-ignored]: the antiderivative
def running_area(func, x, delta):
    return antiderivative_values(x)


# wrong running_area [func-ignored]: the antiderivative from the left end
def running_area(func, x, delta):
    return antiderivative_values(x) - antiderivative_values(x[0])


# wrong running_area [sums-x]: x summed
def running_area(func, x, delta):
    return np.cumsum(x * delta)


# wrong running_area [not-at-x]: func of the sum
def running_area(func, x, delta):
    return func(np.cumsum(x)) * delta


# wrong running_area [not-summed]: not summed
def running_area(func, x, delta):
    return func(x) * delta


# wrong running_area [not-summed]: not summed, list
def running_area(func, x, delta):
    return [func(v) * delta for v in x]


# wrong running_area [not-summed]: the heights
def running_area(func, x, delta):
    return func(x)


# wrong running_area [divided]: divided by delta
def running_area(func, x, delta):
    return np.cumsum(func(x)) / delta


# wrong running_area [other-width]: 0.1 written out
def running_area(func, x, delta):
    return np.cumsum(func(x) * 0.1)


# wrong running_area [other-width]: 0.001 by a default
def running_area(func, x, delta, dx=0.001):
    return dx * np.cumsum(func(x))


# wrong running_area [other-width]: overwritten
def running_area(func, x, delta):
    delta = 0.01
    return np.array([sum(func(v) * delta for v in x[:i + 1]) for i in range(len(x))])


# wrong running_area [delta-added]: added for multiplied
def running_area(func, x, delta):
    return np.cumsum(func(x) + delta)


# wrong running_area [not-at-x]: func of x times delta
def running_area(func, x, delta):
    return np.cumsum(func(x * delta))


# wrong running_area [other-width]: delta twice
def running_area(func, x, delta):
    strips = func(x) * delta
    return np.cumsum(strips) * delta


# wrong running_area [not-at-x]: the index for the point
def running_area(func, x, delta):
    s = 0
    out = []
    for i in range(len(x)):
        s += func(i) * delta
        out.append(s)
    return out


# wrong running_area [not-at-x]: grid taken to start at 0
def running_area(func, x, delta):
    s = 0
    out = []
    for i in range(len(x)):
        s += func(i * delta) * delta
        out.append(s)
    return out


# wrong running_area [from-the-right]: from the right
def running_area(func, x, delta):
    return np.cumsum(func(x)[::-1])[::-1] * delta


# wrong running_area [exact]: exact area by quad
from scipy.integrate import quad


def running_area(func, x, delta):
    return np.array([quad(func, x[0], v)[0] for v in x])


# wrong running_area [mean]: running mean
def running_area(func, x, delta):
    y = func(x)
    return np.cumsum(y) / np.arange(1, len(x) + 1)


# wrong running_area [too-many]: a leading zero too many
def running_area(func, x, delta):
    areas = [0]
    for v in x:
        areas.append(areas[-1] + func(v) * delta)
    return areas


# wrong running_area [shape | shape-only]: a column
def running_area(func, x, delta):
    return np.cumsum(func(x) * delta).reshape(-1, 1)


# wrong running_area [too-few]: last point missing
def running_area(func, x, delta):
    return [sum(func(x[:i])) * delta for i in range(1, len(x))]


# wrong running_area [none]: printed
def running_area(func, x, delta):
    print(np.cumsum(func(x) * delta))


# wrong running_area [none | kind]: sums plotted
def running_area(func, x, delta):
    plt.plot(x, np.cumsum(func(x)) * delta)


# wrong running_area [exception]: past the end
def running_area(func, x, delta):
    areas = [func(x[0]) * delta]
    for i in range(len(x)):
        areas.append(areas[i] + func(x[i + 1]) * delta)
    return areas


# wrong running_area [exception]: func is an expression
def running_area(func, x, delta):
    s = sp.Symbol("x")
    F = sp.integrate(func, s)
    return [F.subs(s, v) for v in x]


# wrong running_area [off-by-a-constant]: total kept between calls
total = 0


def running_area(func, x, delta):
    global total
    out = []
    for v in x:
        total += func(v) * delta
        out.append(total)
    return out


# wrong running_area [whole-numbers]: integer array
def running_area(func, x, delta):
    out = np.zeros(len(x), dtype=int)
    s = 0
    for i in range(len(x)):
        s += func(x[i]) * delta
        out[i] = s
    return out


# wrong running_area [constant-factor | other-width]: half
def running_area(func, x, delta):
    return np.cumsum(func(x) * delta) / 2


# wrong running_area [nearly]: delta a little too large
def running_area(func, x, delta):
    return np.cumsum(func(x) * delta * 1.0002)


# wrong running_area [multiplied]: product for sum
def running_area(func, x, delta):
    return np.cumprod(func(x) * delta)


# wrong running_area [too-many]: a list that keeps growing
areas = []


def running_area(func, x, delta):
    total = 0
    for v in x:
        total += func(v) * delta
        areas.append(total)
    return areas


# wrong running_area [too-few]: return inside the loop
def running_area(func, x, delta):
    total = 0
    out = []
    for v in x:
        total += func(v) * delta
        out.append(total)
        return out


# wrong running_area [last-point-missing]: last value left at 0
def running_area(func, x, delta):
    out = np.zeros(len(x))
    total = 0
    for i in range(len(x) - 1):
        total += func(x[i]) * delta
        out[i] = total
    return out


# wrong running_area [rate]: difference quotient
def running_area(func, x, delta):
    return (func(x + delta) - func(x)) / delta


# wrong running_area [total]: the whole sum of the heights
def running_area(func, x, delta):
    return sum(func(x))


# wrong running_area [one-bar-late]: one strip late and not times delta
def running_area(func, x, delta):
    return np.cumsum(func(x)) - func(x)


# wrong running_area [absolute]: abs of the heights and not times delta
def running_area(func, x, delta):
    return np.cumsum(np.abs(func(x)))


# wrong running_area [sum-times-delta]: bracket around the sum
def running_area(func, x, delta):
    s, out = 0, []
    for v in x:
        s = (s + func(v)) * delta
        out.append(s)
    return out


# wrong running_area [summed-twice]: cumsum of cumsum
def running_area(func, x, delta):
    return np.cumsum(np.cumsum(func(x) * delta))


# wrong running_area [mean]: running mean of the strips
def running_area(func, x, delta):
    return np.cumsum(func(x) * delta) / np.arange(1, len(x) + 1)


# wrong running_area [one-bar-early]: slice one too long
def running_area(func, x, delta):
    return [np.sum(func(x[:i + 2])) * delta for i in range(len(x))]


# wrong running_area [from-the-right]: reversed grid
def running_area(func, x, delta):
    return np.cumsum(func(x[::-1])) * delta


# wrong running_area [delta-added]: delta added to the sum
def running_area(func, x, delta):
    s, out = 0, []
    for v in x:
        s += func(v)
        out.append(s + delta)
    return out


# wrong running_area [other-width]: the step of x for delta
def running_area(func, x, delta):
    return np.cumsum(func(x) * np.gradient(x))


# wrong running_area [not-at-x]: grid made again from its start
def running_area(func, x, delta):
    return np.cumsum(func(x[0] + delta * np.arange(len(x)))) * delta


# wrong running_area [exact]: exact area, one strip further
from scipy.integrate import quad


def running_area(func, x, delta):
    return [quad(func, x[0], v + delta)[0] for v in x]


# right plot_integral: subplots
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# right plot_integral: plt state
def plot_integral(x, delta):
    plt.plot(x, running_area(f, x, delta), label="area")
    plt.plot(x, antiderivative_values(x), label="F")
    plt.legend()


# right plot_integral: plt state, gcf
def plot_integral(x, delta):
    plt.figure(figsize=(8, 5))
    plt.title("Integration")
    plt.xlabel("x")
    plt.ylabel("area")
    plt.plot(x, running_area(f, x, delta), "b-", label="area")
    plt.plot(x, x**3 - 2*x**2, "r--", label="antiderivative")
    plt.legend(loc="best")
    plt.grid(True)
    plt.show()
    return plt.gcf()


# right plot_integral: Axes returned
def plot_integral(x, delta):
    ax = plt.gca()
    ax.plot(x, np.cumsum(3*x**2 - 4*x) * delta, label="sum")
    ax.plot(x, x**3 - 2*x**2 + 3, label="F + 3")
    ax.legend()
    return ax


# right plot_integral: legend with texts
def plot_integral(x, delta):
    plt.plot(x, running_area(f, x, delta))
    plt.plot(x, antiderivative_values(x))
    plt.legend(["running area", "antiderivative"])
    return plt.gcf()


# right plot_integral: fig.legend
def plot_integral(x, delta):
    fig = plt.figure()
    ax = fig.add_subplot(111)
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.plot(x, running_area(f, x, delta), label="running area")
    fig.legend()
    return fig


# right plot_integral: two subplots
def plot_integral(x, delta):
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(x, running_area(f, x, delta), label="running area")
    left.legend()
    right.plot(x, antiderivative_values(x), label="antiderivative")
    right.legend()
    return fig


# right plot_integral: scatter and plot
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.scatter(x, running_area(f, x, delta), s=4, label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# right plot_integral: step
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.step(x, running_area(f, x, delta), where="post", label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# right plot_integral: both in one call
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), x, antiderivative_values(x))
    ax.legend(["area", "F"])
    return fig


# right plot_integral: guide lines and f too
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.axhline(0, color="grey")
    ax.axvline(0, color="grey")
    ax.plot(x, f(x), ":", label="f")
    ax.plot(x, running_area(f, x, delta), label="area")
    ax.plot(x, antiderivative_values(x), label="F")
    ax.legend()
    return fig


# right plot_integral: set_label afterwards
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    area, = ax.plot(x, running_area(f, x, delta))
    curve, = ax.plot(x, antiderivative_values(x))
    area.set_label("running area")
    curve.set_label("antiderivative")
    ax.legend()
    return fig


# right plot_integral: legend with handles
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    a, = ax.plot(x, running_area(f, x, delta))
    b, = ax.plot(x, antiderivative_values(x))
    ax.legend([a, b], ["sum of strips", "by formula"])
    return fig


# right plot_integral: loop over curves
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    curves = {"running area": running_area(f, x, delta), "antiderivative": antiderivative_values(x)}
    for name, values in curves.items():
        ax.plot(x, values, label=name, linewidth=2)
    ax.set(xlabel="x", ylabel="y", title="integral")
    ax.legend(title="curves")
    return fig


# right plot_integral: Figure object without pyplot
def plot_integral(x, delta):
    from matplotlib.figure import Figure
    fig = Figure()
    ax = fig.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# right plot_integral: lists and own loop
def plot_integral(x, delta):
    total = 0
    areas = []
    exact = []
    for v in x:
        total += (3*v*v - 4*v) * delta
        areas.append(total)
        exact.append(v**3 - 2*v**2)
    plt.figure()
    plt.plot(list(x), areas, "o-", label="areas")
    plt.plot(list(x), exact, label="exact")
    plt.legend()
    plt.savefig("integral.png")
    plt.show()


# right plot_integral: lambdify and points as markers
def plot_integral(x, delta):
    s = sp.Symbol("x")
    F = sp.lambdify(s, antiderivative())
    fig = plt.figure()
    plt.plot(x, running_area(f, x, delta), ".", label=r"$\sum f(x_i)\delta$")
    plt.plot(x, F(x), label="$F(x)$")
    plt.legend(loc="upper left")
    plt.tight_layout()
    return fig


# right plot_integral: second y axis
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    twin = ax.twinx()
    twin.plot(x, antiderivative_values(x), "r", label="antiderivative")
    fig.legend()
    return fig


# right plot_integral: antiderivative moved onto the area
def plot_integral(x, delta):
    area = running_area(f, x, delta)
    F = antiderivative_values(x)
    F = F - F[0] + area[0]
    fig, ax = plt.subplots()
    ax.plot(x, area, label="running area")
    ax.plot(x, F, label="antiderivative + C")
    ax.legend()
    return fig


# wrong plot_integral [legend]: no legend
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    return fig


# wrong plot_integral [legend | labels]: no labels at all
def plot_integral(x, delta):
    plt.plot(x, running_area(f, x, delta))
    plt.plot(x, antiderivative_values(x))
    return plt.gcf()


# wrong plot_integral [legend | labels]: legend without labels
def plot_integral(x, delta):
    plt.plot(x, running_area(f, x, delta))
    plt.plot(x, antiderivative_values(x))
    plt.legend()


# wrong plot_integral [legend | labels]: one label only
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, antiderivative_values(x))
    ax.legend()
    return fig


# wrong plot_integral [legend | labels]: legend before the curves
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.legend()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    return fig


# wrong plot_integral [legend | labels]: axis labels for curve labels
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta))
    ax.plot(x, antiderivative_values(x))
    ax.set_xlabel("x")
    ax.set_ylabel("area")
    ax.set_title("running area and antiderivative")
    return fig


# wrong plot_integral [f-drawn]: f for the running area
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f(x), label="f")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [f-drawn]: f for the antiderivative
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="area")
    ax.plot(x, f(x), label="f")
    ax.legend()
    return fig


# wrong plot_integral [no-antiderivative]: one curve only
def plot_integral(x, delta):
    plt.plot(x, running_area(f, x, delta), label="area")
    plt.legend()
    return plt.gcf()


# wrong plot_integral [no-area]: antiderivative only
def plot_integral(x, delta):
    plt.plot(x, antiderivative_values(x), label="F")
    plt.legend()
    return plt.gcf()


# wrong plot_integral [no-antiderivative]: area twice
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    for name in ("running area", "antiderivative"):
        ax.plot(x, running_area(f, x, delta), label=name)
    ax.legend()
    return fig


# wrong plot_integral [no-area]: strips not summed
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f(x) * delta, label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-area]: delta forgotten
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, np.cumsum(f(x)), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-area]: delta 0.1
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, 0.1), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-area]: area under the antiderivative
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(antiderivative_values, x, delta), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-antiderivative]: derivative for antiderivative
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, 6*x - 4, label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [grid]: grid of its own
def plot_integral(x, delta):
    t = np.arange(0, 3, 0.1)
    fig, ax = plt.subplots()
    ax.plot(t, running_area(f, t, 0.1), label="running area")
    ax.plot(t, antiderivative_values(t), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [grid]: x left out
def plot_integral(x, delta):
    plt.plot(running_area(f, x, delta), label="running area")
    plt.plot(antiderivative_values(x), label="antiderivative")
    plt.legend()
    return plt.gcf()


# wrong plot_integral [grid]: x and y swapped
def plot_integral(x, delta):
    plt.plot(running_area(f, x, delta), x, label="running area")
    plt.plot(antiderivative_values(x), x, label="antiderivative")
    plt.legend()
    return plt.gcf()


# wrong plot_integral [no-area]: difference of the two
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta) - antiderivative_values(x), label="difference")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-area]: one number drawn as a line
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.axhline(np.sum(f(x)) * delta, label="area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-area]: trapezoids for strips
def plot_integral(x, delta):
    from scipy.integrate import cumulative_trapezoid
    fig, ax = plt.subplots()
    ax.plot(x, cumulative_trapezoid(f(x), x, initial=0), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-area]: one strip late
def plot_integral(x, delta):
    area = running_area(f, x, delta)
    area = np.concatenate([[0], area[:-1]])
    plt.plot(x, area, label="running area")
    plt.plot(x, antiderivative_values(x), label="antiderivative")
    plt.legend()


# wrong plot_integral [exception]: lengths differ
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta)[1:], label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [exception]: expression drawn
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, antiderivative(), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [kind]: the values
def plot_integral(x, delta):
    return running_area(f, x, delta), antiderivative_values(x)


# wrong plot_integral [kind]: a file name
def plot_integral(x, delta):
    plt.plot(x, running_area(f, x, delta), label="running area")
    plt.plot(x, antiderivative_values(x), label="antiderivative")
    plt.legend()
    plt.savefig("plot.png")
    return "plot.png"


# wrong plot_integral [empty]: an empty figure
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.legend()
    return fig


# wrong plot_integral [empty]: a second figure, returned empty
def plot_integral(x, delta):
    plt.plot(x, running_area(f, x, delta), label="running area")
    plt.plot(x, antiderivative_values(x), label="antiderivative")
    plt.legend()
    fig = plt.figure()
    return fig


# wrong plot_integral [empty | none]: computed, not drawn
def plot_integral(x, delta):
    area = running_area(f, x, delta)
    F = antiderivative_values(x)
    print(area, F)


# wrong plot_integral [no-antiderivative]: antiderivative not divided
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x, delta), label="running area")
    ax.plot(x, 3*x**3 - 4*x**2, label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [no-area]: area of the reversed grid
def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, running_area(f, x[::-1], delta), label="running area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig


# wrong plot_integral [f-drawn]: f alone
def plot_integral(x, delta):
    plt.plot(x, f(x), label="f")
    plt.legend()
    return plt.gcf()
