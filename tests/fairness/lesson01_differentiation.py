# right f: with the numbers written out
def f(x):
    return x**3 - 2*x**2 + 1


# right f: products instead of powers
def f(x):
    y = x*x*x - 2*x*x + 1
    return y


# right f: factored
def f(x):
    return (x - 1)*(x**2 - x - 1)


# right f: Horner
def f(x):
    return 1 + x*x*(x - 2)


# right f: np.power
def f(x):
    return np.power(x, 3) - 2*np.power(x, 2) + 1


# right f: polyval
def f(x):
    return np.polyval([1, -2, 0, 1], x)


# right f: poly1d, made once
p = np.poly1d([1, -2, 0, 1])

def f(x):
    return p(x)


# right f: the new polynomial class
from numpy.polynomial import Polynomial

def f(x):
    return Polynomial([C, 0, -A, 1])(x)


# right f: lambda
f = lambda x: x**3 - A*x**2 + C


# right f: np.vectorize around a scalar function with math.pow
import math

def _f(x):
    return math.pow(x, 3) - 2*math.pow(x, 2) + 1

f = np.vectorize(_f)


# right f: vectorize as a decorator, 0-d array for a number
@np.vectorize
def f(x):
    print("x is", x)
    return x**3 - 2*x**2 + 1


# right f: a loop over the flattened array
def f(x):
    x = np.array(x)
    result = []
    for value in x.ravel():
        result.append(value**3 - 2*value**2 + 1)
    return np.array(result).reshape(x.shape)


# right f: loop with ndenumerate into zeros
def f(x):
    x = np.asarray(x, dtype=float)
    out = np.zeros(x.shape)
    for i, v in np.ndenumerate(x):
        out[i] = v**3 - A*v**2 + C
    return out


# right f: isinstance and nested lists by recursion
def f(x):
    if isinstance(x, (int, float)):
        return x**3 - 2*x**2 + 1
    return [f(v) for v in x]


# right f: tolist
def f(x):
    y = np.asarray(x)**3 - 2*np.asarray(x)**2 + 1
    return y.tolist()


# right f: a tuple for one dimension
def f(x):
    y = x**3 - 2*x**2 + 1
    if np.ndim(y) == 1:
        return tuple(y)
    return y


# right f: lambdify
x = sp.symbols("x")
expr = x**3 - 2*x**2 + 1
f = sp.lambdify(x, expr, "numpy")


# right f: subs number by number, SymPy numbers in an array
def f(x):
    t = sp.Symbol("t")
    e = t**3 - 2*t**2 + 1
    if np.ndim(x) == 0:
        return e.subs(t, x)
    flat = [e.subs(t, v) for v in np.ravel(x)]
    return np.array(flat).reshape(np.shape(x))


# right f: changes its argument in place
def f(x):
    y = x**3
    x *= x
    x *= -2
    x += y
    x += 1
    return x


# right f: a class with __call__
class Cubic:
    def __init__(self, a, c):
        self.a = a
        self.c = c

    def __call__(self, x):
        return x**3 - self.a*x**2 + self.c

f = Cubic(A, C)


# right f: extra parameters with defaults
def f(x, a=2, c=1):
    total = c
    for n, k in ((3, 1), (2, -a)):
        total = total + k*x**n
    return total


# right f: powers by recursion
def power(x, n):
    if n == 0:
        return 1
    return x*power(x, n - 1)

def f(x):
    return power(x, 3) - 2*power(x, 2) + power(x, 0)


# right f: a cast to float32 at the end
def f(x):
    return np.float32(x**3 - 2*x**2 + 1)


# right f: complex numbers on the way, real at the end
def f(x):
    z = (x + 0j)
    return (z**3 - 2*z**2 + 1).real


# right f: a cache for numbers
cache = {}

def f(x):
    if isinstance(x, float):
        if x not in cache:
            cache[x] = x**3 - 2*x**2 + 1
        return cache[x]
    return x**3 - 2*x**2 + 1


# right f: completed about the root
def f(x):
    u = x - 1
    return u**3 + u**2 - u


# right f: np.where that changes nothing
def f(x):
    return np.where(x < 0, -abs(x)**3 - 2*x**2 + 1, abs(x)**3 - 2*x**2 + 1)


# right f: a Matrix for one dimension
def f(x):
    y = x**3 - 2*x**2 + 1
    if isinstance(y, np.ndarray) and y.ndim == 1:
        return sp.Matrix(y)
    return y


# right f: map over a list
def f(x):
    if hasattr(x, "__len__"):
        return list(map(f, x))
    return sum([x**3, -2*x**2, 1])


# right f: cubes taken by einsum-free stacking
def f(x):
    terms = np.stack([np.power(x, 3.0), -2.0*np.square(x), np.ones_like(x)])
    return terms.sum(axis=0)


# right f: longdouble
def f(x):
    x = np.asarray(x, dtype=np.longdouble)
    return x**3 - 2*x**2 + 1


# right f: fractions for numbers, cast back
from fractions import Fraction

def f(x):
    def one(t):
        t = Fraction(float(t))
        return float(t**3 - 2*t**2 + 1)
    return np.vectorize(one)(x)


# wrong f [sign]: plus in the second term
def f(x):
    return x**3 + 2*x**2 + 1


# wrong f [sign]: plus by polyval
def f(x):
    return np.polyval([1, 2, 0, 1], x)


# wrong f [constant-lost | constant-offset]: constant forgotten
def f(x):
    return x**3 - A*x**2


# wrong f [constant-lost | constant-offset]: constant forgotten, factored
def f(x):
    return x**2 * (x - 2)


# wrong f [constant-sign]: minus one
def f(x):
    return x**3 - 2*x**2 - 1


# wrong f [constant-sign]: a bracket too many
def f(x):
    return x**3 - (2*x**2 + 1)


# wrong f [constant-offset]: A where C belongs
def f(x):
    return x**3 - A*x**2 + A


# wrong f [constant-factor]: all signs turned
def f(x):
    return 2*x**2 - x**3 - 1


# wrong f [derivative]: the derivative
def f(x):
    return 3*x**2 - 4*x


# wrong f [derivative]: calls f_prime
def f(x):
    return f_prime(x)


# wrong f [integrated]: the antiderivative
def f(x):
    return x**4/4 - 2*x**3/3 + x


# wrong f [square-lost]: the square is missing
def f(x):
    return x**3 - 2*x + 1


# wrong f [square-lost]: polyval in rising order
def f(x):
    return np.polyval([1, 0, -2, 1], x)


# wrong f [factor-lost]: the factor is missing
def f(x):
    return x**3 - x**2 + 1


# wrong f [factor-squared]: the 2 squared with x
def f(x):
    return x**3 - (2*x)**2 + 1


# wrong f [powers-swapped]: powers exchanged
def f(x):
    return x**2 - 2*x**3 + 1


# wrong f [power-skipped]: no zero for the missing power
def f(x):
    return np.polyval([1, -2, 1], x)


# wrong f [times-for-power]: times for power
def f(x):
    return x*3 - 2*x*2 + 1


# wrong f [exception]: hat for power
def f(x):
    return x^3 - 2*x^2 + 1


# wrong f [none]: printed
def f(x):
    y = x**3 - 2*x**2 + 1
    print(y)


# wrong f [none]: return forgotten
def f(x):
    y = x**3 - 2*x**2 + 1


# wrong f [numbers-only]: math.pow
import math

def f(x):
    return math.pow(x, 3) - 2*math.pow(x, 2) + 1


# wrong f [numbers-only]: an if
def f(x):
    if x == 0:
        return 1
    return x**3 - 2*x**2 + 1


# wrong f [numbers-only]: float()
def f(x):
    x = float(x)
    return x**3 - 2*x**2 + 1


# wrong f [arrays-only | exception]: loop over the elements
def f(x):
    y = np.zeros(x.shape) if isinstance(x, np.ndarray) else np.zeros(len(x))
    y[...] = x**3 - 2*x**2 + 1
    return y


# wrong f [arrays-only | exception]: a comprehension
def f(x):
    return [v**3 - 2*v**2 + 1 for v in x]


# wrong f [whole-numbers]: cut off
def f(x):
    y = x**3 - 2*x**2 + 1
    return np.array(y).astype(int)


# wrong f [whole-numbers]: an array of whole numbers filled
def f(x):
    x = np.asarray(x)
    y = np.zeros(x.shape, dtype=int)
    y[...] = x**3 - 2*x**2 + 1
    return y


# wrong f [whole-x]: x cut off
def f(x):
    x = np.array(x, dtype=int)
    return x**3 - 2*x**2 + 1


# wrong f [nearly | rounded]: rounded
def f(x):
    return np.round(x**3 - 2*x**2 + 1, 4)


# wrong f [nearly]: a little off
def f(x):
    return 1.0001*(x**3 - 2*x**2 + 1)


# wrong f [nan]: logarithms for powers
def f(x):
    return np.exp(3*np.log(x)) - 2*np.exp(2*np.log(x)) + 1


# wrong f [shape]: summed up
def f(x):
    return np.sum(x**3 - 2*x**2 + 1)


# wrong f [shape-only]: a column
def f(x):
    y = x**3 - 2*x**2 + 1
    return np.reshape(y, (-1, 1))


# wrong f [shape-only]: flattened
def f(x):
    return np.ravel(x**3 - 2*x**2 + 1)


# wrong f [shape]: returns out of the loop
def f(x):
    for v in np.ravel(x):
        return v**3 - 2*v**2 + 1


# wrong f [shape]: x as well
def f(x):
    return x, x**3 - 2*x**2 + 1


# wrong f [same-everywhere | shape]: value at one point
def f(x):
    x = 2
    return x**3 - 2*x**2 + 1


# wrong f [symbolic | same-everywhere]: an expression
def f(x):
    x = sp.Symbol("x")
    return x**3 - 2*x**2 + 1


# wrong f [not_data]: a function
def f(x):
    return lambda t: t**3 - 2*t**2 + 1


# wrong f [kind]: text
def f(x):
    return f"{x**3 - 2*x**2 + 1}"


# wrong f [absolute-x]: absolute value of x
def f(x):
    return abs(x)**3 - 2*x**2 + 1


# wrong f []: x comes back
def f(x):
    return x


# wrong f [exception]: memorised points
def f(x):
    table = {0: 1, 1: 0, 2: 1, 3: 10}
    return table[x]


# wrong f [exception]: a name that is not there
def f(x):
    return x**3 - a*x**2 + c


# wrong f [times-for-power]: three x for x cubed
def f(x):
    return 3*x - 2*x**2 + 1


# wrong f [whole-x]: x rounded down
def f(x):
    n = np.floor(x)
    return n**3 - 2*n**2 + 1


# wrong f [never-negative]: nothing below zero
def f(x):
    return np.maximum(x**3 - 2*x**2 + 1, 0)


# wrong f [factors-swapped]: A and C exchanged
def f(x):
    return x**3 - C*x**2 + A


# wrong f []: x to the power of 4
def f(x):
    return x**4 - 2*x**2 + 1


# right derivative: expanded
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 4*x


# right derivative: factored
def derivative():
    x = sp.symbols('x')
    return x*(3*x - 4)


# right derivative: diff
def derivative():
    x = sp.Symbol("x")
    return sp.diff(x**3 - A*x**2 + C, x)


# right derivative: diff of f
def derivative():
    x = sp.Symbol("x")
    return f(x).diff(x)


# right derivative: a real symbol
def derivative():
    x = sp.Symbol("x", real=True)
    return 3*x**2 - 4*x


# right derivative: a positive symbol, named otherwise in Python
def derivative():
    t = sp.Symbol("x", positive=True)
    return sp.factor(sp.diff(t**3 - 2*t**2 + 1))


# right derivative: floats
def derivative():
    x = sp.Symbol("x")
    return 3.0*x**2.0 - 4.0*x


# right derivative: square completed in floats
def derivative():
    x = sp.Symbol("x")
    return 3*(x - 2/3)**2 - 4/3


# right derivative: sympify
def derivative():
    return sp.sympify("3*x**2 - 4*x")


# right derivative: parse_expr
def derivative():
    from sympy.parsing.sympy_parser import parse_expr
    return parse_expr("3*x**2 - 2*2*x")


# right derivative: limit of the difference quotient
def derivative():
    x, h = sp.symbols("x h")
    f = lambda x: x**3 - 2*x**2 + 1
    return sp.limit((f(x + h) - f(x))/h, h, 0)


# right derivative: expanded difference quotient with h put to zero
def derivative():
    x, h = sp.symbols("x h")
    quotient = sp.expand((f(x + h) - f(x))/h)
    return quotient.subs(h, 0)


# right derivative: Derivative worked out
def derivative():
    x = sp.Symbol("x")
    return sp.Derivative(x**3 - 2*x**2 + 1, x).doit()


# right derivative: Limit worked out
def derivative():
    x, h = sp.symbols("x h")
    return sp.Limit((f(x + h) - f(x))/h, h, 0).doit()


# right derivative: Poly
def derivative():
    x = sp.Symbol("x")
    return sp.Poly(x**3 - 2*x**2 + 1, x).diff(x).as_expr()


# right derivative: from polyder
def derivative():
    x = sp.Symbol("x")
    c = np.polyder([1, -2, 0, 1])
    return sum(k*x**n for n, k in enumerate(c[::-1]))


# right derivative: the power rule term by term
def derivative():
    x = sp.Symbol("x")
    terms = [(1, 3), (-2, 2), (1, 0)]
    result = 0
    for coefficient, power in terms:
        if power > 0:
            result += coefficient*power*x**(power - 1)
    return result


# right derivative: left as it stands
def derivative():
    x = sp.Symbol("x")
    return 3*x**(3 - 1) - 2*2*x**(2 - 1) + 0


# right derivative: not put in order by SymPy
def derivative():
    x = sp.Symbol("x")
    return sp.Add(sp.Mul(3, x, x, evaluate=False), sp.Mul(-4, x, evaluate=False), evaluate=False)


# right derivative: integral of the second derivative
def derivative():
    x = sp.Symbol("x")
    return sp.integrate(6*x - 4, x)


# right derivative: star import and a global symbol
from sympy import *

x = symbols("x")

def derivative():
    print(diff(x**3 - 2*x**2 + 1, x))
    return diff(x**3 - 2*x**2 + 1, x)


# right derivative: horner
def derivative():
    x = sp.Symbol("x")
    return sp.horner(3*x**2 - 4*x)


# right derivative: the symbol as a default
def derivative(x=sp.Symbol("x")):
    return sp.together(3*x**2 - 4*x)


# right derivative: by f_prime
def derivative():
    return f_prime(sp.Symbol("x"))


# right derivative: interpolation through three slopes
def derivative():
    x = sp.Symbol("x")
    return sp.interpolate([(0, 0), (1, -1), (2, 4)], x)


# right derivative: jacobian of a 1 by 1 matrix
def derivative():
    x = sp.Symbol("x")
    return sp.Matrix([x**3 - 2*x**2 + 1]).jacobian([x])[0, 0]


# right derivative: NumPy numbers as coefficients
def derivative():
    x = sp.Symbol("x")
    return x**2*np.float64(3) - x*np.int64(4)


# right derivative: product rule
def derivative():
    x = sp.Symbol("x")
    u, v = x**2, x - 2
    return sp.diff(u)*v + u*sp.diff(v)


# right derivative: a lambda
derivative = lambda: 3*sp.Symbol("x")**2 - 4*sp.Symbol("x")


# right derivative: sp.var
def derivative():
    sp.var("x")
    return 3*x*x - 4*x


# right derivative: an integer symbol and a rational
def derivative():
    x = sp.Symbol("x", integer=True)
    return sp.Rational(3)*x*(x - sp.Rational(4, 3))


# wrong derivative [power-kept]: powers not lowered
def derivative():
    x = sp.Symbol("x")
    return 3*x**3 - 4*x**2


# wrong derivative [power-kept]: loop with the power kept
def derivative():
    x = sp.Symbol("x")
    total = 0
    for k, n in [(1, 3), (-2, 2), (1, 0)]:
        total += k*n*x**n
    return total


# wrong derivative [factor-lost]: powers lowered only
def derivative():
    x = sp.Symbol("x")
    return x**2 - 2*x


# wrong derivative [factor-lost]: powers lowered only, factored
def derivative():
    x = sp.Symbol("x")
    return x*(x - A)


# wrong derivative [constant-kept | constant-offset]: the one is still there
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 4*x + 1


# wrong derivative [constant-times-x]: the one became x
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 4*x + x


# wrong derivative [constant-times-x]: the one became x, collected
def derivative():
    x = sp.Symbol("x")
    return 3*x*(x - 1)


# wrong derivative [integrated]: integrate
def derivative():
    x = sp.Symbol("x")
    return sp.integrate(x**3 - 2*x**2 + 1, x)


# wrong derivative [integrated]: by hand, constant dropped
def derivative():
    x = sp.Symbol("x")
    return x**4/4 - 2*x**3/3


# wrong derivative [symbols]: with + C
def derivative():
    x, C = sp.symbols("x C")
    return x**4/4 - sp.Rational(2, 3)*x**3 + x + C


# wrong derivative [second-factor-lost]: factor of the second term missing
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 2*x


# wrong derivative [second-factor-lost]: diff of the wrong term
def derivative():
    x = sp.Symbol("x")
    return sp.diff(x**3, x) - A*x


# wrong derivative [sign]: plus
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 + 4*x


# wrong derivative [sign]: plus, factored
def derivative():
    x = sp.Symbol("x")
    return x*(3*x + 4)


# wrong derivative [f-itself]: f
def derivative():
    x = sp.Symbol("x")
    return x**3 - 2*x**2 + 1


# wrong derivative [f-itself]: f, factored
def derivative():
    x = sp.Symbol("x")
    return sp.factor(f(x))


# wrong derivative [second-derivative]: diff twice
def derivative():
    x = sp.Symbol("x")
    return sp.diff(x**3 - 2*x**2 + 1, x, 2)


# wrong derivative [second-derivative]: by hand
def derivative():
    x = sp.Symbol("x")
    return 2*(3*x - 2)


# wrong derivative [one-number]: slope at 2
def derivative():
    x = sp.Symbol("x")
    return sp.diff(x**3 - 2*x**2 + 1, x).subs(x, 2)


# wrong derivative [one-number]: slope at 3 as a float
def derivative():
    return 15.0


# wrong derivative [one-number]: zero
def derivative():
    return 0


# wrong derivative [one-number]: diff of a number
def derivative():
    x = sp.Symbol("x")
    return sp.diff(f(2), x)


# wrong derivative [unevaluated]: Derivative left standing
def derivative():
    x = sp.Symbol("x")
    return sp.Derivative(x**3 - 2*x**2 + 1, x)


# wrong derivative [unevaluated]: diff with evaluate=False
def derivative():
    x = sp.Symbol("x")
    return sp.diff(x**3 - 2*x**2 + 1, x, evaluate=False)


# wrong derivative [unevaluated]: Limit left standing
def derivative():
    x, h = sp.symbols("x h")
    return sp.Limit((f(x + h) - f(x))/h, h, 0)


# wrong derivative [step_left | symbols]: the limit is missing
def derivative():
    x, h = sp.symbols("x h")
    return sp.expand((f(x + h) - f(x))/h)


# wrong derivative [symbols]: in t
def derivative():
    t = sp.Symbol("t")
    return 3*t**2 - 4*t


# wrong derivative [symbols]: capital X
def derivative():
    X = sp.Symbol("X")
    return sp.diff(X**3 - 2*X**2 + 1, X)


# wrong derivative [symbols]: A as a symbol
def derivative():
    x, A = sp.symbols("x A")
    return 3*x**2 - 2*A*x


# wrong derivative [one-number]: diff by another symbol
def derivative():
    x, y = sp.symbols("x y")
    return sp.diff(x**3 - 2*x**2 + 1, y)


# wrong derivative [none]: printed
def derivative():
    x = sp.Symbol("x")
    print(sp.diff(x**3 - 2*x**2 + 1, x))


# wrong derivative [kind]: text
def derivative():
    return "3*x**2 - 4*x"


# wrong derivative [not_data]: a function
def derivative():
    return lambda x: 3*x**2 - 4*x


# wrong derivative [kind]: a list
def derivative():
    x = sp.Symbol("x")
    return [3*x**2, -4*x]


# wrong derivative [not_expression]: an equation
def derivative():
    x = sp.Symbol("x")
    return sp.Eq(sp.Symbol("y"), 3*x**2 - 4*x)


# wrong derivative [kind]: coefficients
def derivative():
    return np.polyder([1, -2, 0, 1])


# wrong derivative [constant-factor]: minus in front
def derivative():
    x = sp.Symbol("x")
    return -(3*x**2 - 4*x)


# wrong derivative [constant-factor]: twice as steep
def derivative():
    x = sp.Symbol("x")
    return 6*x**2 - 8*x


# wrong derivative [first-term]: power of the first term kept
def derivative():
    x = sp.Symbol("x")
    return 3*x**3 - 4*x


# wrong derivative [second-x-lost]: x of the second term lost
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 4


# wrong derivative [first-factor-lost]: first factor lost
def derivative():
    x = sp.Symbol("x")
    return x**2 - 4*x


# wrong derivative [second-term]: 2 squared
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 8*x


# wrong derivative []: product of the derivatives
def derivative():
    x = sp.Symbol("x")
    return sp.diff(x**2)*sp.diff(x - 2)


# wrong derivative [fixed-step | constant-offset]: difference quotient with a fixed step
def derivative():
    x = sp.Symbol("x")
    h = 0.001
    return sp.expand((f(x + h) - f(x))/h)


# wrong derivative [exception]: x not defined
def derivative():
    del_x = sp.Symbol("x")
    return 3*x**2 - 4*x


# wrong derivative [exception]: hat
def derivative():
    x = sp.Symbol("x")
    return 3*x^2 - 4*x


# wrong derivative [exception]: asks for an argument
def derivative(x):
    return 3*x**2 - 4*x


# wrong derivative [second-term]: second term lost
def derivative():
    x = sp.Symbol("x")
    return 3*x**2


# wrong derivative [second-term]: second power taken from the first
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 6*x


# wrong derivative [second-term]: second power not lowered
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 4*x**2


# wrong derivative [second-x-lost]: factor and x of the second term lost
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 2


# wrong derivative [first-term]: the new power as the first factor
def derivative():
    x = sp.Symbol("x")
    return 2*x**2 - 4*x


# wrong derivative [factor-lost]: the new powers as factors
def derivative():
    x = sp.Symbol("x")
    return 2*x**2 - 2*x


# wrong derivative [factor-lost]: divided by the powers
def derivative():
    x = sp.Symbol("x")
    return x**2/3 - x


# wrong derivative [constant-kept-and-more]: the one still there, a factor missing
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 2*x + 1


# wrong derivative [absolute-x]: absolute value of x
def derivative():
    x = sp.Symbol("x")
    return 3*x**2 - 4*sp.Abs(x)


# wrong derivative [fixed-step]: central difference with a fixed step
def derivative():
    x = sp.Symbol("x")
    h = sp.Rational(1, 10)
    return (f(x + h) - f(x - h))/(2*h)


# wrong derivative [fixed-step | nearly]: difference quotient with a tiny step
def derivative():
    x = sp.Symbol("x")
    h = 1e-6
    return (f(x + h) - f(x))/h


# wrong derivative []: the tangent at 1
def derivative():
    x = sp.Symbol("x")
    return 1 - x


# right f_prime: written out
def f_prime(x):
    return 3*x**2 - 4*x


# right f_prime: factored
def f_prime(x):
    return x*(3*x - 4)


# right f_prime: with the constant by name
def f_prime(x):
    first = 3*x**2
    second = 2*A*x
    return first - second


# right f_prime: lambdify of derivative()
def f_prime(x):
    symbol = sp.Symbol("x")
    return sp.lambdify(symbol, derivative())(x)


# right f_prime: lambdify, once, at the top
_x = sp.Symbol("x")
f_prime = sp.lambdify(_x, sp.diff(_x**3 - 2*_x**2 + 1, _x), "numpy")


# right f_prime: subs and float, vectorized
def f_prime(x):
    s = sp.Symbol("x")
    d = derivative()
    return np.vectorize(lambda v: float(d.subs(s, v)))(x)


# right f_prime: evalf left as SymPy numbers
def f_prime(x):
    s = sp.Symbol("x")
    d = derivative()
    if isinstance(x, float):
        return d.evalf(subs={s: x})
    return np.array([d.evalf(subs={s: v}) for v in x.flatten()]).reshape(x.shape)


# right f_prime: polyder and polyval
def f_prime(x):
    return np.polyval(np.polyder([1, -2, 0, 1]), x)


# right f_prime: poly1d
f_prime = np.poly1d([1, -2, 0, 1]).deriv()


# right f_prime: Polynomial.deriv
def f_prime(x):
    p = np.polynomial.Polynomial([1, 0, -2, 1])
    return p.deriv()(x)


# right f_prime: central difference with a small step
def f_prime(x):
    h = 1e-5
    return (f(x + h) - f(x - h))/(2*h)


# right f_prime: complex step
def f_prime(x):
    return np.imag(f(x + 1e-30j))/1e-30


# right f_prime: four-point difference, exact for cubics
def f_prime(x):
    h = 0.01
    return (8*(f(x + h) - f(x - h)) - (f(x + 2*h) - f(x - 2*h)))/(12*h)


# right f_prime: nested lists by recursion
def f_prime(x):
    if np.isscalar(x):
        return 3*x**2 - 4*x
    return [f_prime(v) for v in x]


# right f_prime: nditer
def f_prime(x):
    x = np.asarray(x)
    out = np.empty_like(x)
    with np.nditer([x, out], op_flags=[["readonly"], ["writeonly"]]) as it:
        for a, b in it:
            b[...] = 3*a**2 - 4*a
    return out


# right f_prime: a counting loop over the flat array
def f_prime(x):
    if type(x) == float:
        return 3*x**2 - 4*x
    n = x.size
    y = np.zeros(n)
    flat = x.flatten()
    for i in range(n):
        y[i] = 3*flat[i]**2 - 4*flat[i]
    return y.reshape(x.shape)


# right f_prime: in place
def f_prime(x):
    x *= 1.0
    y = 3*x
    y -= 4
    y *= x
    return y


# right f_prime: vectorize with a math function
import math

f_prime = np.vectorize(lambda t: 3*math.pow(t, 2) - 4*t)


# right f_prime: power rule from a dict
coefficients = {3: 1, 2: -2, 0: 1}

def f_prime(x):
    return sum(k*n*x**(n - 1) for n, k in coefficients.items() if n)


# right f_prime: try a number first
def f_prime(x):
    try:
        x = float(x)
    except TypeError:
        return np.array([f_prime(row) for row in x])
    return 3*x*x - 4*x


# right f_prime: square completed
def f_prime(x):
    return 3*np.square(x - 2/3) - 4/3


# right f_prime: a tuple of tuples
def f_prime(x):
    if isinstance(x, np.ndarray):
        return tuple(f_prime(v) for v in x)
    return 3*x**2 - 4*x


# right f_prime: a class of dual numbers
class Dual:
    def __init__(self, value, slope):
        self.value, self.slope = value, slope

    def __mul__(self, other):
        return Dual(self.value*other.value, self.value*other.slope + self.slope*other.value)

def f_prime(x):
    d = Dual(x, 1.0)
    cube = d*d*d
    square = d*d
    return cube.slope - 2*square.slope


# right f_prime: a default argument, a print
def f_prime(x, a=A):
    print(x)
    return np.subtract(3*np.multiply(x, x), 2*a*x)


# right f_prime: apply_along_axis-free with frompyfunc
def f_prime(x):
    g = np.frompyfunc(lambda t: 3*t**2 - 4*t, 1, 1)
    y = g(x)
    return y.astype(float) if isinstance(y, np.ndarray) else float(y)


# right f_prime: frompyfunc left as objects
f_prime = np.frompyfunc(lambda t: 3*t**2 - 4*t, 1, 1)


# right f_prime: float32 at the end
def f_prime(x):
    return np.asarray(3*x**2 - 4*x, dtype=np.float32)


# wrong f_prime [power-kept]: powers kept
def f_prime(x):
    return 3*x**3 - 4*x**2


# wrong f_prime [power-kept]: powers kept, by name
def f_prime(x):
    return 3*x**3 - 2*A*x**2


# wrong f_prime [factor-lost]: powers lowered only
def f_prime(x):
    return x**2 - 2*x


# wrong f_prime [factor-lost]: polyval with the old coefficients
def f_prime(x):
    return np.polyval([1, -2, 0], x)


# wrong f_prime [constant-kept | constant-offset]: + 1
def f_prime(x):
    return 3*x**2 - 4*x + 1


# wrong f_prime [constant-times-x]: + x
def f_prime(x):
    return 3*x**2 - 4*x + C*x


# wrong f_prime [integrated]: antiderivative
def f_prime(x):
    return x**4/4 - 2/3*x**3 + x


# wrong f_prime [integrated]: polyint
def f_prime(x):
    return np.polyval(np.polyint([1, -2, 0, 1]), x)


# wrong f_prime [second-factor-lost]: 2x for 4x
def f_prime(x):
    return 3*x**2 - A*x


# wrong f_prime [sign]: plus
def f_prime(x):
    return 3*x**2 + 4*x


# wrong f_prime [sign]: loop with plus
def f_prime(x):
    out = np.array(x, dtype=float)
    for i, v in np.ndenumerate(out):
        out[i] = 3*v**2 + 2*2*v
    return out


# wrong f_prime [f-itself]: f
def f_prime(x):
    return x**3 - 2*x**2 + 1


# wrong f_prime [f-itself]: calls f
def f_prime(x):
    return f(x)


# wrong f_prime [second-derivative]: twice
def f_prime(x):
    return 6*x - 4


# wrong f_prime [second-derivative]: polyder twice
def f_prime(x):
    return np.polyder(np.poly1d([1, -2, 0, 1]), 2)(x)


# wrong f_prime [same-everywhere]: the slope at 1
def f_prime(x):
    return -1.0


# wrong f_prime [same-everywhere]: the slope at 2 everywhere
def f_prime(x):
    return np.full(np.shape(x), 4.0)


# wrong f_prime [zeros]: zeros
def f_prime(x):
    return np.zeros_like(x)


# wrong f_prime [numbers-only]: math.pow
import math

def f_prime(x):
    return 3*math.pow(x, 2) - 4*x


# wrong f_prime [numbers-only]: subs
def f_prime(x):
    s = sp.Symbol("x")
    return float(derivative().subs(s, x))


# wrong f_prime [numbers-only]: an if
def f_prime(x):
    if x > 0:
        return 3*x**2 - 4*x
    else:
        return 3*x**2 - 4*x


# wrong f_prime [arrays-only | exception]: over the length
def f_prime(x):
    y = x.copy()
    for i in range(len(x)):
        y[i] = 3*x[i]**2 - 4*x[i]
    return y


# wrong f_prime [symbolic | same-everywhere]: the expression
def f_prime(x):
    return derivative()


# wrong f_prime [symbolic]: an array of expressions
def f_prime(x):
    s = sp.Symbol("x")
    return np.vectorize(lambda t: 3*s**2 - 4*s, otypes=[object])(x)


# wrong f_prime [none]: printed
def f_prime(x):
    print(3*x**2 - 4*x)


# wrong f_prime [not_data]: a function
def f_prime(x):
    return sp.lambdify(sp.Symbol("x"), derivative())


# wrong f_prime [rate | nearly]: forward difference, step 0.1
def f_prime(x):
    return rate_of_change(f, x, 0.1)


# wrong f_prime [rate | nearly]: forward difference, step 0.001
def f_prime(x):
    h = 0.001
    return (f(x + h) - f(x))/h


# wrong f_prime [rate | constant-offset]: central difference, step 0.1
def f_prime(x):
    h = 0.1
    return (f(x + h) - f(x - h))/(2*h)


# wrong f_prime [shape | exception]: np.gradient along x
def f_prime(x):
    return np.gradient(f(x), x)


# wrong f_prime [constant-factor]: half
def f_prime(x):
    return (3*x**2 - 4*x)/2


# wrong f_prime [constant-factor]: central difference, not halved
def f_prime(x):
    h = 1e-5
    return (f(x + h) - f(x - h))/h


# wrong f_prime [constant-factor]: backwards over plus
def f_prime(x):
    h = 1e-5
    return (f(x - h) - f(x + h))/(2*h)


# wrong f_prime [whole-numbers]: cut off
def f_prime(x):
    return np.trunc(3*x**2 - 4*x)


# wrong f_prime [nearly | rounded]: rounded
def f_prime(x):
    return np.round(3*x**2 - 4*x, 4)


# wrong f_prime [nearly]: a little off
def f_prime(x):
    return (3*x**2 - 4*x)*0.9999


# wrong f_prime [second-x-lost]: x of the second term lost
def f_prime(x):
    return 3*x**2 - 4


# wrong f_prime [first-term]: first power kept
def f_prime(x):
    return 3*x**3 - 4*x


# wrong f_prime [shape-only]: flattened
def f_prime(x):
    return (3*x**2 - 4*x) if np.isscalar(x) else (3*x**2 - 4*x).ravel()


# wrong f_prime [shape-only]: (n, 1)
def f_prime(x):
    return np.array([[3*v**2 - 4*v] for v in np.atleast_1d(x)])


# wrong f_prime [shape]: the mean
def f_prime(x):
    return np.mean(3*x**2 - 4*x)


# wrong f_prime [exception]: hat
def f_prime(x):
    return 3*x^2 - 4*x


# wrong f_prime [exception]: derivative handed an argument
def f_prime(x):
    return derivative(x)


# wrong f_prime [exception]: diff by a number
def f_prime(x):
    return sp.diff(x**3 - 2*x**2 + 1, x)


# wrong f_prime [first-term]: square forgotten
def f_prime(x):
    return 3*x - 4*x


# wrong f_prime [first-term]: 3 to the power of 2
def f_prime(x):
    return (3*x)**2 - 4*x


# wrong f_prime [shape-only]: right, with brackets around a number
def f_prime(x):
    x = np.atleast_1d(x)
    return 3*x**2 - 4*x


# wrong f_prime [shape-only]: right, in a list
def f_prime(x):
    return [3*x**2 - 4*x]


# wrong f_prime [rate]: backward difference, step 0.01
def f_prime(x):
    h = 0.01
    return (f(x) - f(x - h))/h


# wrong f_prime [rate]: forward difference, step 1e-6
def f_prime(x):
    h = 1e-6
    return (f(x + h) - f(x))/h


# wrong f_prime [step-too-small]: forward difference, step 1e-14
def f_prime(x):
    h = 1e-14
    return (f(x + h) - f(x))/h


# wrong f_prime [whole-x]: x cut off
def f_prime(x):
    x = np.asarray(x).astype(int)
    return 3*x**2 - 4*x


# wrong f_prime [never-negative]: the absolute value
def f_prime(x):
    return abs(3*x**2 - 4*x)


# wrong f_prime [absolute-x]: absolute value of x
def f_prime(x):
    return 3*x*abs(x) - 4*x


# wrong f_prime [second-term]: second term lost
def f_prime(x):
    return 3*x**2


# wrong f_prime []: divided by x
def f_prime(x):
    return f(x)/x


# right rate_of_change: as it is
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/delta


# right rate_of_change: step by step
def rate_of_change(func, x, delta):
    y1 = func(x)
    y2 = func(x + delta)
    dy = y2 - y1
    dx = delta
    rate = dy/dx
    print(rate)
    return rate


# right rate_of_change: divided apart
def rate_of_change(func, x, delta):
    return func(x + delta)/delta - func(x)/delta


# right rate_of_change: both turned round
def rate_of_change(func, x, delta):
    return (func(x) - func(x + delta))/(-delta)


# right rate_of_change: times 1/delta
def rate_of_change(func, x, delta):
    return (1/delta)*(func(x + delta) - func(x))


# right rate_of_change: delta ** -1
def rate_of_change(func, x, delta):
    return delta**-1*np.subtract(func(x + delta), func(x))


# right rate_of_change: lambda
rate_of_change = lambda func, x, delta: (func(x + delta) - func(x))/delta


# right rate_of_change: number by number with vectorize
def rate_of_change(func, x, delta):
    def one(t):
        return (func(t + delta) - func(t))/delta
    return np.vectorize(one)(x)


# right rate_of_change: loop over the flat array
def rate_of_change(func, x, delta):
    x = np.asarray(x, dtype=float)
    rates = []
    for xi in x.flat:
        rates.append((func(xi + delta) - func(xi))/delta)
    return np.array(rates).reshape(x.shape)


# right rate_of_change: nested lists
def rate_of_change(func, x, delta):
    if isinstance(x, np.ndarray):
        return [rate_of_change(func, xi, delta) for xi in x]
    return (func(x + delta) - func(x))/delta


# right rate_of_change: x moved in place
def rate_of_change(func, x, delta):
    before = np.copy(func(x))
    x += delta
    after = func(x)
    return (after - before)/delta


# right rate_of_change: an inner function
def rate_of_change(func, x, delta):
    def rise(a, b):
        return func(b) - func(a)
    return np.divide(rise(x, x + delta), delta)


# right rate_of_change: both points in one array
def rate_of_change(func, x, delta):
    both = np.stack([np.asarray(x, dtype=float), np.asarray(x) + delta])
    y = func(both)
    return (y[1] - y[0])/delta


# right rate_of_change: np.diff
def rate_of_change(func, x, delta):
    values = np.array([func(x), func(x + delta)])
    return np.diff(values, axis=0)[0]/delta


# right rate_of_change: other names, defaults
def rate_of_change(g, t, h=0.1, digits=None):
    result = (g(t + h) - g(t))/h
    if digits is not None:
        result = np.round(result, digits)
    return result


# right rate_of_change: a class
class Rate:
    def __init__(self, func, delta):
        self.func = func
        self.delta = delta

    def at(self, x):
        return (self.func(x + self.delta) - self.func(x))/self.delta

def rate_of_change(func, x, delta):
    return Rate(func, delta).at(x)


# right rate_of_change: central about the midpoint
def rate_of_change(func, x, delta):
    middle = x + delta/2
    return (func(middle + delta/2) - func(middle - delta/2))/delta


# right rate_of_change: SymPy number for one, tolist for many
def rate_of_change(func, x, delta):
    r = (func(x + delta) - func(x))/delta
    return r.tolist() if isinstance(r, np.ndarray) else sp.Float(float(r))


# right rate_of_change: func called more often than needed
def rate_of_change(func, x, delta):
    print(func(0.0), func(1.0))
    if np.all(func(x + delta) == func(x)):
        return 0*x
    return (func(x + delta) - func(x))/delta


# right rate_of_change: a cache
cache = {}

def rate_of_change(func, x, delta):
    def call(t):
        key = (id(func), np.asarray(t).tobytes(), np.shape(t))
        cache[key] = func(t)
        return cache[key]
    return (call(x + delta) - call(x))/delta


# right rate_of_change: two half steps averaged
def rate_of_change(func, x, delta):
    h = delta/2
    first = (func(x + h) - func(x))/h
    second = (func(x + delta) - func(x + h))/h
    return (first + second)/2


# right rate_of_change: ndindex
def rate_of_change(func, x, delta):
    if np.ndim(x) == 0:
        return (func(x + delta) - func(x))/delta
    out = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        out[i] = (func(x[i] + delta) - func(x[i]))/delta
    return out


# right rate_of_change: tuple for one dimension
def rate_of_change(func, x, delta):
    y = (func(x + delta) - func(x))/delta
    return tuple(y) if np.ndim(y) == 1 else y


# wrong rate_of_change [central]: central
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x - delta))/(2*delta)


# wrong rate_of_change [central]: number by number
def rate_of_change(func, x, delta):
    return np.vectorize(lambda t: (func(t + delta) - func(t - delta))/(2*delta))(x)


# wrong rate_of_change [central]: central, not halved
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x - delta))/delta


# wrong rate_of_change [half-steps]: half a step each way
def rate_of_change(func, x, delta):
    return (func(x + delta/2) - func(x - delta/2))/delta


# wrong rate_of_change [half-steps]: half a step each way, by name
def rate_of_change(func, x, delta):
    h = delta/2
    return (func(x + h) - func(x - h))/(2*h)


# wrong rate_of_change [backward]: backward
def rate_of_change(func, x, delta):
    return (func(x) - func(x - delta))/delta


# wrong rate_of_change [backward]: backward in a loop
def rate_of_change(func, x, delta):
    a = np.asarray(x, dtype=float)
    out = np.zeros(a.shape)
    for i, v in np.ndenumerate(a):
        out[i] = (func(v) - func(v - delta))/delta
    return out


# wrong rate_of_change [not-divided]: not divided
def rate_of_change(func, x, delta):
    return func(x + delta) - func(x)


# wrong rate_of_change [not-divided]: multiplied before, divided again
def rate_of_change(func, x, delta):
    d = func(x + delta) - func(x)
    return d*delta/delta


# wrong rate_of_change [precedence]: brackets missing
def rate_of_change(func, x, delta):
    return func(x + delta) - func(x)/delta


# wrong rate_of_change [other-divisor]: times delta
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))*delta


# wrong rate_of_change [delta-added-outside]: delta added to the value
def rate_of_change(func, x, delta):
    return (func(x) + delta - func(x))/delta


# wrong rate_of_change [delta-added-outside]: ones
def rate_of_change(func, x, delta):
    y = func(x)
    return ((y + delta) - y)/delta


# wrong rate_of_change [own-step]: 0.1 always
def rate_of_change(func, x, delta):
    delta = 0.1
    return (func(x + delta) - func(x))/delta


# wrong rate_of_change [own-step]: 1e-6 always
def rate_of_change(func, x, delta):
    h = 1e-6
    return (func(x + h) - func(x))/h


# wrong rate_of_change [own-step]: 0.01, vectorized
def rate_of_change(func, x, delta):
    dx = 0.01
    g = np.vectorize(lambda t: (func(t + dx) - func(t))/dx)
    return g(x)


# wrong rate_of_change [own-step]: 1 always
def rate_of_change(func, x, delta):
    return func(x + 1) - func(x)


# wrong rate_of_change [own-step | central]: small central step
def rate_of_change(func, x, delta):
    h = 1e-5
    return (func(x + h) - func(x - h))/(2*h)


# wrong rate_of_change [own-step | other-divisor]: small step, divided by delta
def rate_of_change(func, x, delta):
    return (func(x + 0.01) - func(x))/delta


# wrong rate_of_change [own-step | other-divisor]: delta inside, 0.1 below
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/0.1


# wrong rate_of_change [own-step]: made small to be a limit
def rate_of_change(func, x, delta):
    delta = delta/1000
    return (func(x + delta) - func(x))/delta


# wrong rate_of_change [own-step]: half the step
def rate_of_change(func, x, delta):
    return (func(x + delta/2) - func(x))/(delta/2)


# wrong rate_of_change [func-ignored]: the lesson's f
def rate_of_change(func, x, delta):
    return (f(x + delta) - f(x))/delta


# wrong rate_of_change [func-ignored]: the cubic written out
def rate_of_change(func, x, delta):
    g = lambda t: t**3 - 2*t**2 + 1
    return (g(x + delta) - g(x))/delta


# wrong rate_of_change [func-ignored]: the lesson's derivative
def rate_of_change(func, x, delta):
    return f_prime(x)


# wrong rate_of_change [func-ignored]: the lesson's derivative written out
def rate_of_change(func, x, delta):
    return 3*x**2 - 4*x


# wrong rate_of_change [one-point]: f at the second point
def rate_of_change(func, x, delta):
    return (f(x + delta) - func(x))/delta


# wrong rate_of_change [func-ignored]: x squared from the example
def rate_of_change(func, x, delta):
    return ((x + delta)**2 - x**2)/delta


# wrong rate_of_change [sign | constant-factor]: turned round
def rate_of_change(func, x, delta):
    return (func(x) - func(x + delta))/delta


# wrong rate_of_change [other-divisor | constant-factor]: halved
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/(2*delta)


# wrong rate_of_change [other-divisor]: divided by 2, times delta
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/2*delta


# wrong rate_of_change [at-delta]: value at delta
def rate_of_change(func, x, delta):
    return (func(x) + func(delta) - func(x))/delta


# wrong rate_of_change [at-delta]: func of delta taken off
def rate_of_change(func, x, delta):
    return (func(x) - func(delta))/(x - delta)


# wrong rate_of_change [divided-by-x]: divided by x
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/x


# wrong rate_of_change [divided-by-end]: divided by x + delta
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/(x + delta)


# wrong rate_of_change [brackets-below]: brackets missing below
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/x + delta - x


# wrong rate_of_change [absolute]: absolute value
def rate_of_change(func, x, delta):
    return abs(func(x + delta) - func(x))/delta


# wrong rate_of_change [sum]: plus for minus
def rate_of_change(func, x, delta):
    return (func(x + delta) + func(x))/delta


# wrong rate_of_change [relative-change]: relative change
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/func(x)


# wrong rate_of_change [scaled-step]: times delta inside
def rate_of_change(func, x, delta):
    return (func(x*delta) - func(x))/delta


# wrong rate_of_change [one-point]: only the value
def rate_of_change(func, x, delta):
    return func(x + delta)


# wrong rate_of_change [one-point]: func of x
def rate_of_change(func, x, delta):
    return func(x)


# wrong rate_of_change [none]: printed
def rate_of_change(func, x, delta):
    print((func(x + delta) - func(x))/delta)


# wrong rate_of_change [nearly | rounded]: rounded
def rate_of_change(func, x, delta):
    return np.round((func(x + delta) - func(x))/delta, 4)


# wrong rate_of_change [whole-numbers]: whole division
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))//delta


# wrong rate_of_change [numbers-only]: float()
def rate_of_change(func, x, delta):
    return float(func(x + delta) - func(x))/delta


# wrong rate_of_change [numbers-only]: a check that x is positive
def rate_of_change(func, x, delta):
    if x + delta == x:
        return 0.0
    return (func(x + delta) - func(x))/delta


# wrong rate_of_change [arrays-only | exception]: over the elements
def rate_of_change(func, x, delta):
    return [(func(v + delta) - func(v))/delta for v in x]


# wrong rate_of_change [shape | arrays-only | exception]: neighbours in x
def rate_of_change(func, x, delta):
    y = func(x)
    return (y[1:] - y[:-1])/delta


# wrong rate_of_change [shape]: slope of the mean
def rate_of_change(func, x, delta):
    return np.mean((func(x + delta) - func(x))/delta)


# wrong rate_of_change [shape]: both values too
def rate_of_change(func, x, delta):
    return func(x), func(x + delta), (func(x + delta) - func(x))/delta


# wrong rate_of_change [shape-only]: a column
def rate_of_change(func, x, delta):
    return np.reshape((func(x + delta) - func(x))/delta, (-1, 1))


# wrong rate_of_change [exception]: SymPy's diff of func
def rate_of_change(func, x, delta):
    t = sp.Symbol("x")
    return sp.diff(func, t).subs(t, x)


# wrong rate_of_change [exception]: func as a name of its own
def rate_of_change(func, x, delta):
    return (func(x, delta) - func(x))/delta


# wrong rate_of_change [not_data]: returns a function
def rate_of_change(func, x, delta):
    return lambda t: (func(t + delta) - func(t))/delta


# wrong rate_of_change [at-delta]: x and delta exchanged
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(delta))/x


# wrong rate_of_change [own-step]: two steps forward
def rate_of_change(func, x, delta):
    return (func(x + 2*delta) - func(x))/(2*delta)


# wrong rate_of_change [elsewhere]: a step late
def rate_of_change(func, x, delta):
    return (func(x + 2*delta) - func(x + delta))/delta


# wrong rate_of_change [elsewhere]: second difference
def rate_of_change(func, x, delta):
    return (func(x + delta) - 2*func(x) + func(x - delta))/delta**2


# wrong rate_of_change [elsewhere]: the better three-point formula
def rate_of_change(func, x, delta):
    return (-func(x + 2*delta) + 4*func(x + delta) - 3*func(x))/(2*delta)


# wrong rate_of_change [other-divisor]: delta squared
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/delta**2


# wrong rate_of_change [central | own-step]: by SciPy
def rate_of_change(func, x, delta):
    from scipy.optimize import approx_fprime
    return np.vectorize(lambda t: approx_fprime([t], lambda v: func(v[0]))[0])(x)


# wrong rate_of_change [backward]: backward, not divided
def rate_of_change(func, x, delta):
    return func(x) - func(x - delta)


# wrong rate_of_change [backward]: backward, turned round
def rate_of_change(func, x, delta):
    return (func(x - delta) - func(x))/delta


# wrong rate_of_change [central]: central, turned round
def rate_of_change(func, x, delta):
    return (func(x - delta) - func(x + delta))/(2*delta)


# wrong rate_of_change [at-delta]: only the value at delta
def rate_of_change(func, x, delta):
    return func(delta)/delta


# wrong rate_of_change [at-delta]: x taken off again
def rate_of_change(func, x, delta):
    return func((x + delta) - x)/delta


# wrong rate_of_change [sum]: the mean of both values
def rate_of_change(func, x, delta):
    return (func(x + delta) + func(x))/2


# wrong rate_of_change [other-divisor]: in per cent
def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x))/delta*100


# wrong rate_of_change [brackets-below]: brackets missing above and below
def rate_of_change(func, x, delta):
    return func(x + delta) - func(x)/(x + delta) - x


# wrong rate_of_change [scaled-step]: a share of x as the step
def rate_of_change(func, x, delta):
    return (func(x*(1 + delta)) - func(x))/(x*delta)


# wrong rate_of_change [own-step]: two steps, divided by one
def rate_of_change(func, x, delta):
    return (func(x + 2*delta) - func(x))/delta


# wrong rate_of_change []: all elements as the first, number by number
def rate_of_change(func, x, delta):
    out = np.array(x, dtype=float)
    for i in np.ndindex(out.shape):
        out[i] = (func(np.ravel(x)[0] + delta) - func(np.ravel(x)[0]))/delta
    return out if np.ndim(x) else float(out)


# wrong rate_of_change []: the columns reversed, number by number
def rate_of_change(func, x, delta):
    out = np.array([(func(v + delta) - func(v))/delta for v in np.ravel(x)]).reshape(np.shape(x))
    return out[:, ::-1] if np.ndim(x) else float(out)


# wrong rate_of_change [other-divisor]: both values at once, halved
def rate_of_change(func, x, delta):
    first, second = func(np.array([x, x + delta]))
    return (second - first)/delta/2


# wrong rate_of_change []: arc tangents compared
def rate_of_change(func, x, delta):
    return (np.arctan(func(x + delta)) - np.arctan(func(x)))/delta


# right plot_derivative: with plt
def plot_derivative(x, delta):
    plt.figure()
    plt.plot(x, f_prime(x), label="f'")
    plt.plot(x, rate_of_change(f, x, delta), label="rate")
    plt.legend()
    return plt.gcf()


# right plot_derivative: None, current figure
def plot_derivative(x, delta):
    plt.plot(x, f_prime(x), label="exact")
    plt.plot(x, rate_of_change(f, x, delta), "--", label="numerical")
    plt.legend()
    plt.show()


# right plot_derivative: axes returned
def plot_derivative(x, delta):
    fig, ax = plt.subplots(figsize=(8, 5))
    ax.plot(x, f_prime(x), "r-", label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), "b:", label="difference quotient")
    ax.legend(loc="upper left")
    ax.grid(True)
    return ax


# right plot_derivative: legend by list
def plot_derivative(x, delta):
    fig = plt.figure()
    plt.plot(x, 3*x**2 - 4*x)
    plt.plot(x, (f(x + delta) - f(x))/delta)
    plt.legend(["by the rules", "rate of change"])
    return fig


# right plot_derivative: both in one call to plot
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    lines = ax.plot(x, f_prime(x), x, rate_of_change(f, x, delta))
    ax.legend(lines, ["rule", "rate"])
    return fig


# right plot_derivative: scatter for the rate
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="f prime")
    ax.scatter(x, rate_of_change(f, x, delta), s=8, label="rate of change")
    ax.legend()
    return fig


# right plot_derivative: scatter for both
def plot_derivative(x, delta):
    plt.scatter(x, rate_of_change(f, x, delta), label="rate of change")
    plt.scatter(x, f_prime(x), label="f prime")
    plt.legend()
    return plt.gca()


# right plot_derivative: step plot for the rate
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.step(x, rate_of_change(f, x, delta), where="post", label="rate")
    ax.plot(x, f_prime(x), label="derivative")
    ax.legend()
    return fig


# right plot_derivative: two subplots, each with its legend
def plot_derivative(x, delta):
    fig, (left, right) = plt.subplots(1, 2, sharey=True)
    left.plot(x, f_prime(x), label="derivative")
    left.legend()
    right.plot(x, rate_of_change(f, x, delta), label="rate of change")
    right.legend()
    return fig


# right plot_derivative: two subplots, one legend for the figure
def plot_derivative(x, delta):
    fig, axes = plt.subplots(2, 1)
    axes[0].plot(x, f_prime(x), color="green", label="derivative")
    axes[1].plot(x, rate_of_change(f, x, delta), color="red", label="rate")
    fig.legend()
    return fig


# right plot_derivative: plt.subplot
def plot_derivative(x, delta):
    fig = plt.figure()
    plt.subplot(2, 1, 1)
    plt.plot(x, f_prime(x), label="f'")
    plt.legend()
    plt.subplot(2, 1, 2)
    plt.plot(x, rate_of_change(f, x, delta), label="delta f / delta x")
    plt.legend()
    plt.tight_layout()
    return fig


# right plot_derivative: f itself and the x axis drawn as well
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.axhline(0, color="black", linewidth=0.5)
    ax.axvline(0, color="black", linewidth=0.5)
    ax.plot(x, f(x), label="f")
    ax.plot(x, f_prime(x), label="f'")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    ax.set_title("Derivative")
    return fig


# right plot_derivative: closed before it is returned
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate of change")
    ax.legend()
    fig.savefig("derivative.png")
    plt.close(fig)
    return fig


# right plot_derivative: a Figure without pyplot
def plot_derivative(x, delta):
    from matplotlib.figure import Figure
    fig = Figure()
    ax = fig.add_subplot()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate of change")
    ax.legend()
    return fig


# right plot_derivative: lists from loops
def plot_derivative(x, delta):
    exact = []
    approx = []
    for value in x:
        exact.append(3*value**2 - 4*value)
        approx.append((f(value + delta) - f(value))/delta)
    fig = plt.figure()
    plt.plot(list(x), exact, label="exact")
    plt.plot(list(x), approx, label="approx")
    plt.xlabel("x")
    plt.ylabel("y")
    plt.legend()
    return fig


# right plot_derivative: lambdify
def plot_derivative(x, delta):
    t = sp.Symbol("x")
    rule = sp.lambdify(t, derivative(), "numpy")
    curves = {"rule": rule(x), "rate": (f(x + delta) - f(x))/delta}
    fig, ax = plt.subplots()
    for name, y in curves.items():
        ax.plot(x, y, label=name)
    ax.legend()
    return fig


# right plot_derivative: labels set afterwards
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    line1, = ax.plot(x, f_prime(x))
    line2, = ax.plot(x, rate_of_change(f, x, delta))
    line1.set_label("$f'(x)$")
    line2.set_label(r"$\Delta f/\Delta x$")
    ax.legend(handles=[line1, line2])
    return fig


# right plot_derivative: markers only
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), "o", label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), "x", label="rate")
    plt.legend()
    return plt.gcf()


# right plot_derivative: sorted first
def plot_derivative(x, delta):
    x = np.sort(x)
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.fill_between(x, f_prime(x), rate_of_change(f, x, delta), alpha=0.2)
    ax.legend()
    return fig


# right plot_derivative: a style, a clear, an annotation
def plot_derivative(x, delta):
    plt.clf()
    plt.style.use("ggplot")
    plt.plot(x, f_prime(x), lw=2, label="f'(x)")
    plt.plot(x, rate_of_change(f, x, delta), lw=1, ls="--", label="delta = %g" % delta)
    plt.annotate("here", (x[0], f_prime(x[0])))
    plt.legend(title="curves")
    return plt.gcf()


# right plot_derivative: the gap drawn in a second panel
def plot_derivative(x, delta):
    fig, ax = plt.subplots(2)
    exact, rate = f_prime(x), rate_of_change(f, x, delta)
    ax[0].plot(x, exact, label="exact")
    ax[0].plot(x, rate, label="rate")
    ax[0].legend()
    ax[1].plot(x, rate - exact)
    ax[1].set_title("difference")
    return fig


# right plot_derivative: add_axes
def plot_derivative(x, delta):
    fig = plt.figure()
    ax = fig.add_axes([0.1, 0.1, 0.8, 0.8])
    ax.plot(x, rate_of_change(f, x, delta), label="rate of change")
    ax.plot(x, f_prime(x), label="derivative")
    fig.legend(loc="upper center")
    return fig


# wrong plot_derivative [legend]: no legend
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    return fig


# wrong plot_derivative [legend]: brackets of legend missing
def plot_derivative(x, delta):
    plt.plot(x, f_prime(x), label="derivative")
    plt.plot(x, rate_of_change(f, x, delta), label="rate")
    plt.legend
    plt.show()


# wrong plot_derivative [legend | labels]: no labels
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x))
    ax.plot(x, rate_of_change(f, x, delta))
    ax.legend()
    return fig


# wrong plot_derivative [legend | labels]: neither labels nor legend
def plot_derivative(x, delta):
    plt.plot(x, f_prime(x))
    plt.plot(x, rate_of_change(f, x, delta))
    return plt.gcf()


# wrong plot_derivative [legend | labels]: only one label
def plot_derivative(x, delta):
    plt.plot(x, f_prime(x), label="derivative")
    plt.plot(x, rate_of_change(f, x, delta))
    plt.legend()
    return plt.gcf()


# wrong plot_derivative [legend | labels]: legend with one name
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x))
    ax.plot(x, rate_of_change(f, x, delta))
    ax.legend(["derivative"])
    return fig


# wrong plot_derivative [legend | labels]: legend before the curves
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.legend()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    return fig


# wrong plot_derivative [one-curve]: only the derivative
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.legend()
    return fig


# wrong plot_derivative [one-curve]: only the rate
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [f-itself]: f in place of the derivative
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f(x), label="f")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [f-itself]: f and its derivative
def plot_derivative(x, delta):
    plt.plot(x, f(x), label="f")
    plt.plot(x, f_prime(x), label="f'")
    plt.legend()
    return plt.gcf()


# wrong plot_derivative [rate-of-derivative]: rate of change of the derivative
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f_prime, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [own-step]: step 0.1 always
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, 0.1), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [own-step | same-twice]: step so small that both are one
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, 1e-7), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [own-step | step-of-the-grid]: the spacing of x as the step
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    step = x[1] - x[0]
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, step), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [same-twice]: the same curve twice
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, f_prime(x), "--", label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [same-twice]: the rate twice
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, rate_of_change(f, x, delta), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), "--", label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [not-forward]: central difference
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, (f(x + delta) - f(x - delta))/(2*delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [not-forward]: backward difference
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, (f(x) - f(x - delta))/delta, label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [not-divided]: not divided by delta
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, f(x + delta) - f(x), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [without-x]: drawn without x
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(f_prime(x), label="derivative")
    ax.plot(rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [grid]: over points of its own
def plot_derivative(x, delta):
    x = np.linspace(-1, 3, 100)
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [axes-swapped]: x and y exchanged
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(f_prime(x), x, label="derivative")
    ax.plot(rate_of_change(f, x, delta), x, label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [one-against-the-other]: one against the other
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(f_prime(x), rate_of_change(f, x, delta), label="rate against derivative")
    ax.legend()
    return fig


# wrong plot_derivative [moved]: the rate drawn at x + delta
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x + delta, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [kind | none]: figure closed, nothing returned
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    plt.close()


# wrong plot_derivative [kind | none]: nothing drawn
def plot_derivative(x, delta):
    print(f_prime(x), rate_of_change(f, x, delta))


# wrong plot_derivative [kind]: the values
def plot_derivative(x, delta):
    return f_prime(x), rate_of_change(f, x, delta)


# wrong plot_derivative [empty | none]: an empty figure
def plot_derivative(x, delta):
    fig = plt.figure()
    return fig


# wrong plot_derivative [empty | none]: a new figure returned
def plot_derivative(x, delta):
    plt.figure()
    plt.plot(x, f_prime(x), label="derivative")
    plt.plot(x, rate_of_change(f, x, delta), label="rate")
    plt.legend()
    return plt.figure()


# wrong plot_derivative [exception]: the expression drawn
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, derivative(), label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [exception]: diff, one point short
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, np.diff(f(x))/delta, label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [step-of-the-grid]: differences of neighbours
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x[:-1], np.diff(f(x))/np.diff(x), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [step-of-the-grid]: np.gradient
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, np.gradient(f(x), x), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [rule-slip]: second derivative
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, 6*x - 4, label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [rule-slip]: sign of the second term
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, 3*x**2 + 4*x, label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [grid]: every other point left out
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x[:3], f_prime(x[:3]), label="derivative")
    ax.plot(x[:3], rate_of_change(f, x[:3], delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [one-curve]: a figure for each curve
def plot_derivative(x, delta):
    for y, name in [(f_prime(x), "derivative"), (rate_of_change(f, x, delta), "rate")]:
        fig, ax = plt.subplots()
        ax.plot(x, y, label=name)
        ax.legend()
    return fig


# wrong plot_derivative [f-itself]: only f
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f(x), label="f")
    ax.legend()
    return fig


# wrong plot_derivative [step-of-the-grid]: np.gradient with delta
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x, np.gradient(f(x), delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [step-of-the-grid]: differences of neighbours, over delta
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x), label="derivative")
    ax.plot(x[:-1], np.diff(f(x))/delta, label="rate")
    ax.legend()
    return fig


# wrong plot_derivative [rule-slip]: second term lost
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, 3*x**2, label="derivative")
    ax.plot(x, rate_of_change(f, x, delta), label="rate")
    ax.legend()
    return fig


# wrong plot_derivative []: the difference of both
def plot_derivative(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, f_prime(x) - rate_of_change(f, x, delta), label="error")
    ax.legend()
    return fig
