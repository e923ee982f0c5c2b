# right f: one value at a time
def f(x, y, p, q, r, s, t, u):
    z1 = p * x + q * y
    z2 = r * x + s * y
    z3 = t * x + u * y
    a1 = 1 / (1 + np.exp(-z1))
    a2 = 1 / (1 + np.exp(-z2))
    a3 = 1 / (1 + np.exp(-z3))
    return np.array([a1, a2, a3])


# right f: math module, a list
import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def f(x, y, p, q, r, s, t, u):
    return [sigmoid(p * x + q * y), sigmoid(r * x + s * y), sigmoid(t * x + u * y)]


# right f: a tuple
def f(x, y, p, q, r, s, t, u):
    sigma = lambda a, b: 1.0 / (1.0 + np.e ** -(a * x + b * y))
    return sigma(p, q), sigma(r, s), sigma(t, u)


# right f: matrix product
def f(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    v = np.array([x, y])
    z = W @ v
    return 1 / (1 + np.exp(-z))


# right f: column vector flattened at the end
def f(x, y, p, q, r, s, t, u):
    W = np.array([p, q, r, s, t, u]).reshape(3, 2)
    v = np.array([[x], [y]])
    z = W.dot(v)
    return (1 / (1 + np.exp(-z))).flatten()


# right f: e to the z in the numerator
def f(x, y, p, q, r, s, t, u):
    out = []
    for a, b in [(p, q), (r, s), (t, u)]:
        e = np.exp(a * x + b * y)
        out.append(e / (e + 1))
    return np.array(out)


# right f: scipy expit
def f(x, y, p, q, r, s, t, u):
    from scipy.special import expit

    return expit([p * x + q * y, r * x + s * y, t * x + u * y])


# right f: tanh
def f(x, y, p, q, r, s, t, u):
    z = np.array([p * x + q * y, r * x + s * y, t * x + u * y])
    return 0.5 * (1 + np.tanh(z / 2))


# right f: SymPy column matrix
def f(x, y, p, q, r, s, t, u):
    z = sp.Symbol("z")
    sigma = 1 / (1 + sp.exp(-z))
    return sp.Matrix([sigma.subs(z, p * x + q * y), sigma.subs(z, r * x + s * y), sigma.subs(z, t * x + u * y)])


# right f: SymPy row matrix of evaluated numbers
def f(x, y, p, q, r, s, t, u):
    return sp.Matrix([[1 / (1 + sp.exp(-(a * x + b * y))) for a, b in ((p, q), (r, s), (t, u))]]).evalf()


# right f: lambdify
_z = sp.symbols("z")
_sig = sp.lambdify(_z, 1 / (1 + sp.exp(-_z)), "numpy")


def f(x, y, p, q, r, s, t, u):
    return _sig(np.array([p * x + q * y, r * x + s * y, t * x + u * y]))


# right f: filled in with a loop
def f(x, y, p, q, r, s, t, u):
    weights = [[p, q], [r, s], [t, u]]
    result = np.zeros(3)
    for i in range(3):
        z = 0
        for j in range(2):
            z += weights[i][j] * [x, y][j]
        result[i] = 1 / (1 + np.exp(-z))
    print("f =", result)
    return result


# right f: stable in two cases
def _stable(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        ez = np.exp(z)
        return ez / (1 + ez)


def f(x, y, p, q, r, s, t, u):
    return np.array([_stable(p*x + q*y), _stable(r*x + s*y), _stable(t*x + u*y)])


# right f: np.where
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.where(z > 0, 1/(1 + np.exp(-np.abs(z))), np.exp(-np.abs(z))/(1 + np.exp(-np.abs(z))))


# right f: np.vectorize
import math

sigma = np.vectorize(lambda z: 1 / (1 + math.exp(-z)))


def f(x, y, p, q, r, s, t, u):
    return sigma([p*x + q*y, r*x + s*y, t*x + u*y])


# right f: a class for the unit
class Unit:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __call__(self, x, y):
        return (1 + np.exp(-(self.a * x + self.b * y))) ** -1


def f(x, y, p, q, r, s, t, u):
    units = [Unit(p, q), Unit(r, s), Unit(t, u)]
    return [unit(x, y) for unit in units]


# right f: float32 at the end
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return (1 / (1 + np.exp(-z))).astype(np.float32)


# right f: with a bias of zero as a default argument
def f(x, y, p, q, r, s, t, u, bias=0):
    z = np.array([p*x + q*y + bias, r*x + s*y + bias, t*x + u*y + bias])
    return 1 / (1 + np.exp(-z))


# right f: einsum, a row per call kept in a cache
cache = {}


def f(x, y, p, q, r, s, t, u):
    key = (x, y, p, q, r, s, t, u)
    if key not in cache:
        W = np.asarray(key[2:], dtype=float).reshape(3, -1)
        cache[key] = 1 / (1 + np.exp(-np.einsum("ij,j->i", W, np.array(key[:2]))))
    return cache[key]


# right f: one minus the mirrored sigmoid
def f(x, y, p, q, r, s, t, u):
    return 1 - np.array([1 / (1 + np.exp(p*x + q*y)), 1 / (1 + np.exp(r*x + s*y)), 1 / (1 + np.exp(t*x + u*y))])


# right f: map and zip
def f(x, y, p, q, r, s, t, u):
    xs = map(lambda w: w[0] * x + w[1] * y, zip([p, r, t], [q, s, u]))
    return list(map(lambda z: np.reciprocal(1 + np.exp(-z)), xs))


# right f: other argument names, other functions under the name of a constant
def f(a, b, w11, w12, w21, w22, w31, w32):
    def s(z):
        return np.divide(1, np.add(1, np.exp(np.negative(z))))

    return np.hstack([s(w11*a + w12*b), s(w21*a + w22*b), s(w31*a + w32*b)])


# right f: through logaddexp
def f(x, y, p, q, r, s, t, u):
    z = np.outer([p, r, t], x).ravel() + np.outer([q, s, u], y).ravel()
    return np.exp(-np.logaddexp(0, -z))


# right f: recursion over the rows
def f(x, y, *constants):
    if not constants:
        return []
    a, b, *rest = constants
    return [1 / (1 + np.exp(-(a * x + b * y)))] + list(f(x, y, *rest))


# right f: objects in an array
def f(x, y, p, q, r, s, t, u):
    out = np.empty(3, dtype=object)
    out[0] = float(1 / (1 + sp.exp(-(p*x + q*y))))
    out[1] = float(1 / (1 + sp.exp(-(r*x + s*y))))
    out[2] = float(1 / (1 + sp.exp(-(t*x + u*y))))
    return out


# wrong f [brackets]: (1+e)^-z
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return (1 + np.e) ** (-z)


# wrong f [brackets]: (1+e)^-z in a loop
import math


def f(x, y, p, q, r, s, t, u):
    out = []
    for z in (p*x + q*y, r*x + s*y, t*x + u*y):
        out.append(1 / (1 + math.e) ** z)
    return out


# wrong f [sign-of-exponent]: e^z in the denominator
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + np.exp(z))


# wrong f [sign-of-exponent]: one minus sigmoid
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 - 1 / (1 + np.exp(-z))


# wrong f [minus-on-one-term]: minus only on the first term
def f(x, y, p, q, r, s, t, u):
    return np.array([1/(1+np.exp(-p*x+q*y)), 1/(1+np.exp(-r*x+s*y)), 1/(1+np.exp(-t*x+u*y))])


# wrong f [minus-on-one-term]: minus only on the first term, math and a list
import math


def f(x, y, p, q, r, s, t, u):
    return [1 / (1 + math.e ** (-a * x + b * y)) for a, b in [(p, q), (r, s), (t, u)]]


# wrong f [no-fraction]: 1/1 + e^-z
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / 1 + np.exp(-z)


# wrong f [no-sigmoid]: z itself
def f(x, y, p, q, r, s, t, u):
    return np.array([p*x + q*y, r*x + s*y, t*x + u*y])


# wrong f [no-sigmoid]: z by the matrix product
def f(x, y, p, q, r, s, t, u):
    return np.array([[p, q], [r, s], [t, u]]) @ [x, y]


# wrong f [no-fraction]: 1 + e^-z, never divided
def f(x, y, p, q, r, s, t, u):
    def sigma(z):
        return (1 + np.exp(-z))
    return np.array([sigma(p*x + q*y), sigma(r*x + s*y), sigma(t*x + u*y)])


# wrong f [no-fraction]: only e^-z
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.exp(-z)


# wrong f [tanh]: tanh instead
def f(x, y, p, q, r, s, t, u):
    return np.tanh([p*x + q*y, r*x + s*y, t*x + u*y])


# wrong f [one-row]: p and q in all rows
def f(x, y, p, q, r, s, t, u):
    a = 1 / (1 + np.exp(-(p*x + q*y)))
    return np.array([a, a, a])


# wrong f [one-row]: copied line, names left as they were
def f(x, y, p, q, r, s, t, u):
    z1 = p*x + q*y
    z2 = p*x + q*y
    z3 = p*x + q*y
    return [1/(1+np.exp(-z1)), 1/(1+np.exp(-z2)), 1/(1+np.exp(-z3))]


# wrong f [row-order]: last row first
def f(x, y, p, q, r, s, t, u):
    z = np.array([t*x + u*y, r*x + s*y, p*x + q*y])
    return 1 / (1 + np.exp(-z))


# wrong f [row-order]: built by inserting in front
def f(x, y, p, q, r, s, t, u):
    out = []
    for a, b in ((p, q), (r, s), (t, u)):
        out.insert(0, 1 / (1 + np.exp(-a*x - b*y)))
    return out


# wrong f [x-and-y-exchanged]: x and y exchanged
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*y + q*x, r*y + s*x, t*y + u*x])
    return 1 / (1 + np.exp(-z))


# wrong f [x-and-y-exchanged]: vector in the wrong order
def f(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    return 1 / (1 + np.exp(-W @ np.array([y, x])))


# wrong f [by-columns]: constants dealt out by columns
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + s*y, q*x + t*y, r*x + u*y])
    return 1 / (1 + np.exp(-z))


# wrong f [by-columns]: 2 by 3 matrix on the right
def f(x, y, p, q, r, s, t, u):
    W = np.array([[p, q, r], [s, t, u]])
    z = np.array([x, y]) @ W
    return 1 / (1 + np.exp(-z))


# wrong f [y-left-out]: the y term forgotten
def f(x, y, p, q, r, s, t, u):
    return 1 / (1 + np.exp(-np.array([p*x, r*x, t*x])))


# wrong f [shape-only]: column vector
def f(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ np.array([[x], [y]])
    return 1 / (1 + np.exp(-z))


# wrong f [shape-only]: row of a matrix
def f(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = np.array([[x, y]]) @ W.T
    return 1 / (1 + np.exp(-z))


# wrong f [one-number]: the sum of the three
def f(x, y, p, q, r, s, t, u):
    total = 0
    for a, b in ((p, q), (r, s), (t, u)):
        total += 1 / (1 + np.exp(-(a*x + b*y)))
    return total


# wrong f [one-number]: return inside the loop
def f(x, y, p, q, r, s, t, u):
    for a, b in ((p, q), (r, s), (t, u)):
        return 1 / (1 + np.exp(-(a*x + b*y)))


# wrong f [shape]: last row forgotten
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y])
    return 1 / (1 + np.exp(-z))


# wrong f [none]: printed
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    print(1 / (1 + np.exp(-z)))


# wrong f [kind]: a dictionary
def f(x, y, p, q, r, s, t, u):
    g = lambda z: 1 / (1 + np.exp(-z))
    return {"f1": g(p*x + q*y), "f2": g(r*x + s*y), "f3": g(t*x + u*y)}


# wrong f [kind]: a string
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return str(1 / (1 + np.exp(-z)))


# wrong f [not_data]: a function
def f(x, y, p, q, r, s, t, u):
    return lambda z: 1 / (1 + np.exp(-z))


# wrong f [zeros | whole-numbers]: an integer array
def f(x, y, p, q, r, s, t, u):
    out = np.zeros(3, dtype=int)
    out[0] = 1 / (1 + np.exp(-(p*x + q*y)))
    out[1] = 1 / (1 + np.exp(-(r*x + s*y)))
    out[2] = 1 / (1 + np.exp(-(t*x + u*y)))
    return out


# wrong f [rounded-to-classes]: classes instead of values
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.where(1 / (1 + np.exp(-z)) > 0.5, 1.0, 0.0)


# wrong f [nearly | rounded]: rounded to four digits
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.round(1 / (1 + np.exp(-z)), 4)


# wrong f [digits-of-e]: e as 2.718
def f(x, y, p, q, r, s, t, u):
    e = 2.718
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + e ** -z)


# wrong f [nearly]: half precision
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return (1 / (1 + np.exp(-z))).astype(np.float16)


# wrong f [nearly | constant-offset]: a small constant against division by zero
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + np.exp(-z)) + 1e-4


# wrong f [same-everywhere]: the example of the docstring
def f(x, y, p, q, r, s, t, u):
    return np.array([0.5, 0.5, 0.5])


# wrong f []: constants of one's own
def f(x, y, p, q, r, s, t, u):
    p, q, r, s, t, u = 1, 2, 3, 4, 5, 6
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + np.exp(-z))


# wrong f [at-one-one]: point of one's own
def f(x, y, p, q, r, s, t, u):
    x, y = 1.0, 1.0
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + np.exp(-z))


# wrong f [slope-of-sigma]: the derivative of sigma
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


# wrong f [sigma-twice]: sigma applied twice
def sigma(z):
    return 1 / (1 + np.exp(-z))


def f(x, y, p, q, r, s, t, u):
    z = np.array([sigma(p*x + q*y), sigma(r*x + s*y), sigma(t*x + u*y)])
    return sigma(z)


# wrong f [softmax]: softmax
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.exp(z) / np.sum(np.exp(z))


# wrong f [relu]: relu
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.maximum(0, z)


# wrong f [shape]: the Jacobian
def f(x, y, p, q, r, s, t, u):
    return jacobian(x, y, p, q, r, s, t, u)


# wrong f [symbolic | same-everywhere]: symbols instead of the numbers passed in
def f(x, y, p, q, r, s, t, u):
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))])


# wrong f [exception]: exp not imported
def f(x, y, p, q, r, s, t, u):
    return [1 / (1 + exp(-(p*x + q*y))), 1 / (1 + exp(-(r*x + s*y))), 1 / (1 + exp(-(t*x + u*y)))]


# wrong f [exception]: math.exp of an array
import math


def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + math.exp(-z))


# wrong f [exception]: one array of constants expected
def f(x, y, constants):
    W = np.reshape(constants, (3, 2))
    return 1 / (1 + np.exp(-W @ [x, y]))


# wrong f [one-value-off]: a slip in the third row
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + s*y])
    return 1 / (1 + np.exp(-z))


# wrong f []: arguments in another order
def f(p, q, r, s, t, u, x, y):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + np.exp(-z))


# wrong f [product]: products instead of sums
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x*q*y, r*x*s*y, t*x*u*y])
    return 1 / (1 + np.exp(-z))


# wrong f []: e^z/1 + e^z
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.exp(z) / 1 + np.exp(z)


# wrong f [nan]: logarithm of a negative number
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + np.log(-np.abs(z)))


# right jacobian: entry by entry with a(1-a)
def jacobian(x, y, p, q, r, s, t, u):
    a = 1 / (1 + np.exp(-(p*x + q*y)))
    b = 1 / (1 + np.exp(-(r*x + s*y)))
    c = 1 / (1 + np.exp(-(t*x + u*y)))
    return np.array([
        [p * a * (1 - a), q * a * (1 - a)],
        [r * b * (1 - b), s * b * (1 - b)],
        [t * c * (1 - c), u * c * (1 - c)],
    ])


# right jacobian: quotient rule, nested lists
import math


def jacobian(x, y, p, q, r, s, t, u):
    def d(inner, z):
        return inner * math.exp(-z) / (1 + math.exp(-z)) ** 2

    z1, z2, z3 = p*x + q*y, r*x + s*y, t*x + u*y
    return [[d(p, z1), d(q, z1)], [d(r, z2), d(s, z2)], [d(t, z3), d(u, z3)]]


# right jacobian: e^z over (1+e^z)^2
def jacobian(x, y, p, q, r, s, t, u):
    e1 = np.exp(p*x + q*y)
    e2 = np.exp(r*x + s*y)
    e3 = np.exp(t*x + u*y)
    J = np.zeros((3, 2))
    J[0, 0] = p * e1 / (1 + e1)**2
    J[0, 1] = q * e1 / (1 + e1)**2
    J[1, 0] = r * e2 / (1 + e2)**2
    J[1, 1] = s * e2 / (1 + e2)**2
    J[2, 0] = t * e3 / (1 + e3)**2
    J[2, 1] = u * e3 / (1 + e3)**2
    return J


# right jacobian: tuple of tuples
def jacobian(x, y, p, q, r, s, t, u):
    g = lambda z: 1 / (2 + np.exp(z) + np.exp(-z))
    return tuple((a * g(a*x + b*y), b * g(a*x + b*y)) for a, b in ((p, q), (r, s), (t, u)))


# right jacobian: a diagonal matrix times the weights
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ np.array([x, y])
    a = 1 / (1 + np.exp(-z))
    return np.diag(a * (1 - a)) @ W


# right jacobian: column times matrix
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([p, q, r, s, t, u]).reshape((3, 2))
    a = f(x, y, p, q, r, s, t, u).reshape(3, 1)
    W *= a * (1 - a)
    return W


# right jacobian: a minus a squared, column by column
def jacobian(x, y, p, q, r, s, t, u):
    a = np.array(f(x, y, p, q, r, s, t, u))
    slope = a - a**2
    return np.column_stack([slope * [p, r, t], slope * [q, s, u]])


# right jacobian: stacked and transposed
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    dx = np.array([p, r, t]) * a * (1 - a)
    dy = np.array([q, s, u]) * a * (1 - a)
    return np.array([dx, dy]).T


# right jacobian: hyperbolic cosine
def jacobian(x, y, p, q, r, s, t, u):
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        k = 1 / (4 * np.cosh((a*x + b*y) / 2) ** 2)
        rows.append([k * a, k * b])
    return rows


# right jacobian: tanh
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]], float)
    th = np.tanh(W @ [x, y] / 2)
    return W * ((1 - th**2) / 4)[:, None]


# right jacobian: lambdify of the expression
def jacobian(x, y, p, q, r, s, t, u):
    symbols = sp.symbols("x y p q r s t u")
    return sp.lambdify(symbols, jacobian_expression(), "numpy")(x, y, p, q, r, s, t, u)


# right jacobian: subs, a SymPy matrix of numbers
def jacobian(x, y, p, q, r, s, t, u):
    J = jacobian_expression()
    values = dict(zip("xypqrstu", (x, y, p, q, r, s, t, u)))
    return J.subs(values)


# right jacobian: evalf, converted to numpy
def jacobian(x, y, p, q, r, s, t, u):
    J = jacobian_expression().evalf(subs=dict(zip(sp.symbols("x y p q r s t u"), (x, y, p, q, r, s, t, u))))
    return np.array(J).astype(float)


# right jacobian: diff of one sigmoid
def jacobian(x, y, p, q, r, s, t, u):
    X, Y = sp.symbols("X Y")
    out = np.zeros((3, 2))
    for i, (a, b) in enumerate([(p, q), (r, s), (t, u)]):
        sig = 1 / (1 + sp.exp(-(a * X + b * Y)))
        out[i, 0] = sp.diff(sig, X).subs({X: x, Y: y})
        out[i, 1] = sp.diff(sig, Y).subs({X: x, Y: y})
    return out


# right jacobian: central differences with a small step
def jacobian(x, y, p, q, r, s, t, u):
    h = 1e-5
    k = (p, q, r, s, t, u)
    dx = (f(x + h, y, *k) - f(x - h, y, *k)) / (2 * h)
    dy = (f(x, y + h, *k) - f(x, y - h, *k)) / (2 * h)
    return np.stack([dx, dy], axis=1)


# right jacobian: complex step
def jacobian(x, y, p, q, r, s, t, u):
    h = 1e-20
    k = np.array([[p, q], [r, s], [t, u]])
    g = lambda v: 1 / (1 + np.exp(-(k @ v)))
    return np.column_stack([g(np.array([x + 1j*h, y])).imag / h, g(np.array([x, y + 1j*h])).imag / h])


# right jacobian: objects of a class
class Sigmoid:
    def __init__(self, wx, wy):
        self.wx, self.wy = wx, wy

    def value(self, x, y):
        return 1 / (1 + np.exp(-self.wx * x - self.wy * y))

    def gradient(self, x, y):
        v = self.value(x, y)
        return [self.wx * v * (1 - v), self.wy * v * (1 - v)]


def jacobian(x, y, p, q, r, s, t, u):
    return np.array([g.gradient(x, y) for g in (Sigmoid(p, q), Sigmoid(r, s), Sigmoid(t, u))])


# right jacobian: sigma(z) sigma(-z)
def sigma(z):
    return 1 / (1 + np.exp(-z))


def jacobian(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.outer(sigma(z) * sigma(-z), [1, 1]) * np.array([[p, q], [r, s], [t, u]])


# right jacobian: expit and np.matrix turned into an array
def jacobian(x, y, p, q, r, s, t, u):
    from scipy.special import expit

    W = np.matrix([[p, q], [r, s], [t, u]])
    a = expit(np.asarray(W * np.matrix([[x], [y]])))
    return np.asarray(np.multiply(W, a * (1 - a)))


# right jacobian: einsum and float32 at the end
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]], dtype=float)
    a = 1 / (1 + np.exp(-np.einsum("ij,j->i", W, [x, y])))
    return np.einsum("i,ij->ij", a * (1 - a), W).astype("float32")


# right jacobian: flat list reshaped
def jacobian(x, y, p, q, r, s, t, u):
    entries = []
    for a, b in zip((p, r, t), (q, s, u)):
        z = a * x + b * y
        slope = np.exp(-z) * (1 + np.exp(-z)) ** (-2)
        entries += [a * slope, b * slope]
    print(entries)
    return np.array(entries).reshape(3, 2)


# right jacobian: list of arrays, two minus signs kept
def jacobian(x, y, p, q, r, s, t, u):
    rows = [np.array([p, q]), np.array([r, s]), np.array([t, u])]
    at = np.array([x, y])
    return [-1 / (1 + np.exp(-w @ at))**2 * np.exp(-w @ at) * (-w) for w in rows]


# right jacobian: SymPy matrix built from the numbers
def jacobian(x, y, p, q, r, s, t, u):
    def entry(i, j):
        w = [(p, q), (r, s), (t, u)][i]
        z = w[0] * x + w[1] * y
        return w[j] * sp.exp(-z) / (1 + sp.exp(-z)) ** 2

    return sp.ImmutableMatrix(3, 2, entry)


# right jacobian: recursion over rows, default arguments
def row(x, y, a, b):
    g = 1 / (1 + np.exp(-(a*x + b*y)))
    return [a * g * (1 - g), b * g * (1 - g)]


def jacobian(x, y, p=1, q=1, *rest):
    if not rest:
        return [row(x, y, p, q)]
    return [row(x, y, p, q)] + jacobian(x, y, *rest)


# right jacobian: object array of SymPy floats
def jacobian(x, y, p, q, r, s, t, u):
    J = np.empty((3, 2), dtype=object)
    for i, (a, b) in enumerate(((p, q), (r, s), (t, u))):
        v = sp.Float(1) / (1 + sp.exp(-sp.Float(a*x + b*y)))
        J[i] = [a * v * (1 - v), b * v * (1 - v)]
    return J


# right jacobian: scipy.optimize.approx_fprime
def jacobian(x, y, p, q, r, s, t, u):
    from scipy.optimize import approx_fprime

    return approx_fprime(np.array([x, y]), lambda v: f(v[0], v[1], p, q, r, s, t, u))


# right jacobian: np.matrix
def jacobian(x, y, p, q, r, s, t, u):
    W = np.matrix([[p, q], [r, s], [t, u]], dtype=float)
    z = W * np.matrix([[x], [y]])
    a = 1 / (1 + np.exp(-z))
    return np.matrix(np.diagflat(np.multiply(a, 1 - a))) * W


# wrong jacobian [no-inner-derivative]: the inner derivative forgotten
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[a*(1-a), a*(1-a)], [b*(1-b), b*(1-b)], [c*(1-c), c*(1-c)]])


# wrong jacobian [no-inner-derivative]: the inner derivative forgotten, quotient form
def jacobian(x, y, p, q, r, s, t, u):
    J = []
    for z in [p*x + q*y, r*x + s*y, t*x + u*y]:
        d = np.exp(-z) / (1 + np.exp(-z))**2
        J.append([d, d])
    return J


# wrong jacobian [columns-swapped]: y first
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    d = a * (1 - a)
    return np.array([[q*d[0], p*d[0]], [s*d[1], r*d[1]], [u*d[2], t*d[2]]])


# wrong jacobian [columns-swapped]: stacked in the wrong order
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    dx = np.array([p, r, t]) * a * (1 - a)
    dy = np.array([q, s, u]) * a * (1 - a)
    return np.column_stack((dy, dx))


# wrong jacobian [transposed]: a row for each input
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    return np.array([a*(1-a)*np.array([p, r, t]), a*(1-a)*np.array([q, s, u])])


# wrong jacobian [transposed]: two rows in a list
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return [[p*a*(1-a), r*b*(1-b), t*c*(1-c)], [q*a*(1-a), s*b*(1-b), u*c*(1-c)]]


# wrong jacobian [rearranged]: six numbers of the transpose poured into (3, 2)
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    dx = a*(1-a)*np.array([p, r, t])
    dy = a*(1-a)*np.array([q, s, u])
    return np.array([dx, dy]).reshape(3, 2)


# wrong jacobian [sigma-not-differentiated]: p sigma
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[p*a, q*a], [r*b, s*b], [t*c, u*c]])


# wrong jacobian [sigma-not-differentiated]: weights times sigma
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ [x, y]
    return W / (1 + np.exp(-z))[:, None]


# wrong jacobian [plus]: sigma(1+sigma)
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[p*a*(1+a), q*a*(1+a)], [r*b*(1+b), s*b*(1+b)], [t*c*(1+c), u*c*(1+c)]])


# wrong jacobian [sign | constant-factor]: a minus too many
def jacobian(x, y, p, q, r, s, t, u):
    def d(w, z):
        return -w * np.exp(-z) / (1 + np.exp(-z))**2
    z1, z2, z3 = p*x + q*y, r*x + s*y, t*x + u*y
    return np.array([[d(p, z1), d(q, z1)], [d(r, z2), d(s, z2)], [d(t, z3), d(u, z3)]])


# wrong jacobian [sign | constant-factor]: sigma(sigma-1)
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    return (a * (a - 1))[:, None] * np.array([[p, q], [r, s], [t, u]])


# wrong jacobian [square-lost]: denominator not squared
def jacobian(x, y, p, q, r, s, t, u):
    def d(w, z):
        return w * np.exp(-z) / (1 + np.exp(-z))
    z1, z2, z3 = p*x + q*y, r*x + s*y, t*x + u*y
    return np.array([[d(p, z1), d(q, z1)], [d(r, z2), d(s, z2)], [d(t, z3), d(u, z3)]])


# wrong jacobian [square-lost]: p(1-sigma)
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    return W * (1 - f(x, y, p, q, r, s, t, u))[:, None]


# wrong jacobian [numerator-lost]: numerator e^-z lost
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ [x, y]
    return W / (1 + np.exp(-z))[:, None]**2


# wrong jacobian [numerator-lost]: sigma squared
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return [[p*a**2, q*a**2], [r*b**2, s*b**2], [t*c**2, u*c**2]]


# wrong jacobian [only-the-reciprocal]: derivative of 1/v without the inner e^-z
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return [[-p*a**2, -q*a**2], [-r*b**2, -s*b**2], [-t*c**2, -u*c**2]]


# wrong jacobian [sign-above-the-line]: e^z in the numerator only
def jacobian(x, y, p, q, r, s, t, u):
    def d(w, z):
        return w * np.exp(z) / (1 + np.exp(-z))**2
    z1, z2, z3 = p*x + q*y, r*x + s*y, t*x + u*y
    return np.array([[d(p, z1), d(q, z1)], [d(r, z2), d(s, z2)], [d(t, z3), d(u, z3)]])


# wrong jacobian [by-the-constants]: by p and q
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[x*a*(1-a), y*a*(1-a)], [x*b*(1-b), y*b*(1-b)], [x*c*(1-c), y*c*(1-c)]])


# wrong jacobian [by-the-constants]: by p and q, outer product
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    return np.outer(a * (1 - a), [x, y])


# wrong jacobian [terms-kept]: times x as well as p
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[p*x*a*(1-a), q*y*a*(1-a)], [r*x*b*(1-b), s*y*b*(1-b)], [t*x*c*(1-c), u*y*c*(1-c)]])


# wrong jacobian [times-z]: times the whole of z
def jacobian(x, y, p, q, r, s, t, u):
    J = []
    for z in (p*x + q*y, r*x + s*y, t*x + u*y):
        a = 1 / (1 + np.exp(-z))
        J.append([z*a*(1-a), z*a*(1-a)])
    return np.array(J)


# wrong jacobian [slope-at-sigma]: sigma' handed sigma
def sigma(z):
    return 1 / (1 + np.exp(-z))


def sigma_prime(z):
    return sigma(z) * (1 - sigma(z))


def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    return np.array([[p, q], [r, s], [t, u]]) * sigma_prime(a)[:, None]


# wrong jacobian [slope-at-sigma]: sigma' handed sigma, written out
def jacobian(x, y, p, q, r, s, t, u):
    J = []
    for a, b in ((p, q), (r, s), (t, u)):
        z = 1 / (1 + np.exp(-(a*x + b*y)))
        d = np.exp(-z) / (1 + np.exp(-z))**2
        J.append((a*d, b*d))
    return J


# wrong jacobian [one-row]: p and q everywhere
def jacobian(x, y, p, q, r, s, t, u):
    a = 1 / (1 + np.exp(-(p*x + q*y)))
    row = [p*a*(1-a), q*a*(1-a)]
    return np.array([row, row, row])


# wrong jacobian [one-row]: np.tile
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)[0]
    return np.tile([p*a*(1-a), q*a*(1-a)], (3, 1))


# wrong jacobian [one-slope]: the slope of the first row for all rows
def jacobian(x, y, p, q, r, s, t, u):
    a = 1 / (1 + np.exp(-(p*x + q*y)))
    return a * (1 - a) * np.array([[p, q], [r, s], [t, u]])


# wrong jacobian [row-order]: last row first
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[t*c*(1-c), u*c*(1-c)], [r*b*(1-b), s*b*(1-b)], [p*a*(1-a), q*a*(1-a)]])


# wrong jacobian [row-order]: sliced backwards
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[t, u], [r, s], [p, q]])
    a = 1 / (1 + np.exp(-W @ [x, y]))
    return W * (a - a*a).reshape(-1, 1)


# wrong jacobian [by-columns]: constants dealt out by columns
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, s], [q, t], [r, u]])
    a = 1 / (1 + np.exp(-W @ [x, y]))
    return W * (a * (1 - a))[:, None]


# wrong jacobian [rule-of-tanh]: 1 - sigma^2
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[p*(1-a**2), q*(1-a**2)], [r*(1-b**2), s*(1-b**2)], [t*(1-c**2), u*(1-c**2)]])


# wrong jacobian [tanh]: the Jacobian of tanh
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    return W * (1 - np.tanh(W @ [x, y])**2)[:, None]


# wrong jacobian [slope-elsewhere]: the minus only on the first term of z
def jacobian(x, y, p, q, r, s, t, u):
    def d(a, b):
        v = 1 / (1 + np.exp(-a*x + b*y))
        return [a * v * (1 - v), b * v * (1 - v)]
    return [d(p, q), d(r, s), d(t, u)]


# wrong jacobian [constants-only]: the matrix of the constants
def jacobian(x, y, p, q, r, s, t, u):
    return np.array([[p, q], [r, s], [t, u]])


# wrong jacobian [slope-at-zero]: sigma' always a quarter
def jacobian(x, y, p, q, r, s, t, u):
    return np.array([[p, q], [r, s], [t, u]]) / 4


# wrong jacobian [one-column-off]: p in both columns
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[p*a*(1-a), p*a*(1-a)], [r*b*(1-b), r*b*(1-b)], [t*c*(1-c), t*c*(1-c)]])


# wrong jacobian [inner-summed]: p + q in both columns
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    A, B, C = (p+q)*a*(1-a), (r+s)*b*(1-b), (t+u)*c*(1-c)
    return np.array([[A, A], [B, B], [C, C]])


# wrong jacobian [inner-squared]: p squared
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)[:, None]
    return W**2 * a * (1 - a)


# wrong jacobian [second-derivative]: differentiated twice
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)[:, None]
    return W**2 * a * (1 - a) * (1 - 2*a)


# wrong jacobian []: a - (1 - a) slip
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)[:, None]
    return W * (a - (1 - a))


# wrong jacobian [flat]: six numbers in a row
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([p*a*(1-a), q*a*(1-a), r*b*(1-b), s*b*(1-b), t*c*(1-c), u*c*(1-c)])


# wrong jacobian [shape-only]: one axis too many
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    return ((a * (1 - a))[:, None] * W)[:, :, None]


# wrong jacobian [f-itself]: f itself
def jacobian(x, y, p, q, r, s, t, u):
    return f(x, y, p, q, r, s, t, u)


# wrong jacobian [slopes-only]: sigma' only
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    return a * (1 - a)


# wrong jacobian [first-row-only]: the first row only
def jacobian(x, y, p, q, r, s, t, u):
    a = 1 / (1 + np.exp(-(p*x + q*y)))
    return [p*a*(1-a), q*a*(1-a)]


# wrong jacobian [summed]: the product of diagonal and weights summed
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    return (a * (1 - a)) @ np.array([[p, q], [r, s], [t, u]])


# wrong jacobian [by-the-constants]: by all eight arguments
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    A, B, C = a*(1-a), b*(1-b), c*(1-c)
    return np.array([
        [p*A, q*A, x*A, y*A, 0, 0, 0, 0],
        [r*B, s*B, 0, 0, x*B, y*B, 0, 0],
        [t*C, u*C, 0, 0, 0, 0, x*C, y*C],
    ])


# wrong jacobian [none]: printed
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    print((a * (1 - a))[:, None] * W)


# wrong jacobian [kind]: a dictionary
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return {"df1/dx": p*a*(1-a), "df1/dy": q*a*(1-a), "df2/dx": r*b*(1-b),
            "df2/dy": s*b*(1-b), "df3/dx": t*c*(1-c), "df3/dy": u*c*(1-c)}


# wrong jacobian [symbolic | same-everywhere]: the expression instead of numbers
def jacobian(x, y, p, q, r, s, t, u):
    return jacobian_expression()


# wrong jacobian [symbolic]: x and y left as symbols
def jacobian(x, y, p, q, r, s, t, u):
    X, Y = sp.symbols("x y")
    return sp.Matrix([1 / (1 + sp.exp(-(a*X + b*Y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([X, Y])


# wrong jacobian [zeros | whole-numbers]: an integer array
def jacobian(x, y, p, q, r, s, t, u):
    a = f(x, y, p, q, r, s, t, u)
    J = np.zeros((3, 2), dtype=int)
    for i, (m, n) in enumerate([(p, q), (r, s), (t, u)]):
        J[i, 0] = m * a[i] * (1 - a[i])
        J[i, 1] = n * a[i] * (1 - a[i])
    return J


# wrong jacobian [not-divided]: differences not divided
def jacobian(x, y, p, q, r, s, t, u):
    h = 1e-3
    k = (p, q, r, s, t, u)
    return np.column_stack([f(x+h, y, *k) - f(x, y, *k), f(x, y+h, *k) - f(x, y, *k)])


# wrong jacobian [coarse-step]: forward differences with a large step
def jacobian(x, y, p, q, r, s, t, u):
    h = 0.1
    k = (p, q, r, s, t, u)
    return np.column_stack([f(x+h, y, *k) - f(x, y, *k), f(x, y+h, *k) - f(x, y, *k)]) / h


# wrong jacobian [coarse-step | nearly]: forward differences with a step of 0.001
def jacobian(x, y, p, q, r, s, t, u):
    h = 0.001
    base = np.array(f(x, y, p, q, r, s, t, u))
    J = np.zeros((3, 2))
    J[:, 0] = (f(x + h, y, p, q, r, s, t, u) - base) / h
    J[:, 1] = (f(x, y + h, p, q, r, s, t, u) - base) / h
    return J


# wrong jacobian [coarse-step | nearly]: central differences with a step of 0.05
def jacobian(x, y, p, q, r, s, t, u):
    h = 0.05
    k = (p, q, r, s, t, u)
    return np.column_stack([f(x+h, y, *k) - f(x-h, y, *k), f(x, y+h, *k) - f(x, y-h, *k)]) / (2*h)


# wrong jacobian [nearly | rounded]: rounded
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = np.round(f(x, y, p, q, r, s, t, u), 5)
    return (a * (1 - a))[:, None] * W


# wrong jacobian [nearly]: a ten-thousandth off
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    return (a * (1 - a))[:, None] * W * 1.0001


# wrong jacobian [constant-factor]: a factor 2 too many
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    return 2 * (a * (1 - a))[:, None] * W


# wrong jacobian [same-everywhere]: the docstring's example of a constant
def jacobian(x, y, p, q, r, s, t, u):
    return np.array([[0.25, 0.25], [0.25, 0.25], [0.25, 0.25]])


# wrong jacobian [one-column-off]: zeros left in the second column
def jacobian(x, y, p, q, r, s, t, u):
    J = np.zeros((3, 2))
    a = f(x, y, p, q, r, s, t, u)
    for i, w in enumerate([p, r, t]):
        J[i, 0] = w * a[i] * (1 - a[i])
    return J


# wrong jacobian [at-one-one]: worked out at (1, 1)
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = 1 / (1 + np.exp(-W @ np.array([1, 1])))
    return W * (a * (1 - a))[:, None]


# wrong jacobian [exception]: matrices that do not fit
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    return W @ np.diag(a * (1 - a))


# wrong jacobian [exception]: broadcasting along the wrong axis
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    return a * (1 - a) * W


# wrong jacobian [exception]: differentiates numbers
def jacobian(x, y, p, q, r, s, t, u):
    z = p*x + q*y
    return sp.diff(1 / (1 + sp.exp(-z)), x)


# wrong jacobian [one-row-off]: a slip in the third row
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[p*a*(1-a), q*a*(1-a)], [r*b*(1-b), s*b*(1-b)], [t*c*(1-c), s*c*(1-c)]])


# wrong jacobian [one-column-off]: a minus in the second column only
def jacobian(x, y, p, q, r, s, t, u):
    a, b, c = f(x, y, p, q, r, s, t, u)
    return np.array([[p*a*(1-a), -q*a*(1-a)], [r*b*(1-b), -s*b*(1-b)], [t*c*(1-c), -u*c*(1-c)]])


# wrong jacobian [square-of-a-sum]: the squared plus turned into a product
def jacobian(x, y, p, q, r, s, t, u):
    def d(w, z):
        return w * np.exp(-z) / (1 + np.exp(-2*z))
    z1, z2, z3 = p*x + q*y, r*x + s*y, t*x + u*y
    return np.array([[d(p, z1), d(q, z1)], [d(r, z2), d(s, z2)], [d(t, z3), d(u, z3)]])


# right jacobian_expression: entry by entry with diff
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    f1 = 1 / (1 + sp.exp(-(p*x + q*y)))
    f2 = 1 / (1 + sp.exp(-(r*x + s*y)))
    f3 = 1 / (1 + sp.exp(-(t*x + u*y)))
    return sp.Matrix([
        [sp.diff(f1, x), sp.diff(f1, y)],
        [sp.diff(f2, x), sp.diff(f2, y)],
        [sp.diff(f3, x), sp.diff(f3, y)],
    ])


# right jacobian_expression: by hand, p sigma (1 - sigma)
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x,y,p,q,r,s,t,u")
    sigma = lambda z: 1 / (1 + sp.exp(-z))
    d = lambda z: sigma(z) * (1 - sigma(z))
    return sp.Matrix([[p*d(p*x + q*y), q*d(p*x + q*y)],
                      [r*d(r*x + s*y), s*d(r*x + s*y)],
                      [t*d(t*x + u*y), u*d(t*x + u*y)]])


# right jacobian_expression: real symbols, simplified
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u", real=True)
    F = sp.Matrix([1 / (1 + sp.exp(-p*x - q*y)), 1 / (1 + sp.exp(-r*x - s*y)), 1 / (1 + sp.exp(-t*x - u*y))])
    return sp.simplify(F.jacobian(sp.Matrix([x, y])))


# right jacobian_expression: positive symbols, e^z form
def jacobian_expression():
    x, y = sp.symbols("x y", positive=True)
    constants = sp.symbols("p q r s t u", positive=True)
    rows = []
    for i in range(0, 6, 2):
        a, b = constants[i], constants[i + 1]
        e = sp.exp(a*x + b*y)
        rows.append([a * e / (1 + e)**2, b * e / (1 + e)**2])
    return sp.Matrix(rows)


# right jacobian_expression: sympy.abc, factored, immutable
def jacobian_expression():
    from sympy.abc import p, q, r, s, t, u, x, y

    J = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in [(p, q), (r, s), (t, u)]]).jacobian((x, y))
    return sp.ImmutableMatrix(J.applyfunc(sp.factor))


# right jacobian_expression: star import, expanded
from sympy import *


def jacobian_expression():
    x, y, p, q, r, s, t, u = symbols("x y p q r s t u")
    f1 = (1 + exp(-p*x - q*y))**-1
    f2 = (1 + exp(-r*x - s*y))**-1
    f3 = (1 + exp(-t*x - u*y))**-1
    return Matrix(3, 2, [expand(diff(g, v)) for g in (f1, f2, f3) for v in (x, y)])


# right jacobian_expression: E to a power
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = sp.Matrix([[p, q], [r, s], [t, u]]) * sp.Matrix([x, y])
    return z.applyfunc(lambda zi: 1 / (1 + sp.E**(-zi))).jacobian([x, y])


# right jacobian_expression: hyperbolic cosine
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    def g(z):
        return 1 / (4 * sp.cosh(z / 2)**2)
    return sp.Matrix([[p * g(p*x + q*y), q * g(p*x + q*y)],
                      [r * g(r*x + s*y), s * g(r*x + s*y)],
                      [t * g(t*x + u*y), u * g(t*x + u*y)]])


# right jacobian_expression: tanh, differentiated
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sig = lambda z: (1 + sp.tanh(z / 2)) / 2
    return sp.Matrix([sig(p*x + q*y), sig(r*x + s*y), sig(t*x + u*y)]).jacobian([x, y])


# right jacobian_expression: a diagonal matrix times the weights
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    W = sp.Matrix([[p, q], [r, s], [t, u]])
    a = (W * sp.Matrix([x, y])).applyfunc(lambda z: 1 / (1 + sp.exp(-z)))
    D = sp.diag(*[ai * (1 - ai) for ai in a])
    return D * W


# right jacobian_expression: zeros filled in, sigma differentiated once in z
def jacobian_expression():
    x, y, p, q, r, s, t, u, z = sp.symbols("x y p q r s t u z")
    sigma_prime = sp.diff(1 / (1 + sp.exp(-z)), z)
    J = sp.zeros(3, 2)
    for i, (a, b) in enumerate([(p, q), (r, s), (t, u)]):
        slope = sigma_prime.subs(z, a*x + b*y)
        J[i, 0] = a * slope
        J[i, 1] = b * slope
    return J


# right jacobian_expression: hstack of columns
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = sp.Matrix([1 / (1 + sp.exp(-(p*x + q*y))), 1 / (1 + sp.exp(-(r*x + s*y))), 1 / (1 + sp.exp(-(t*x + u*y)))])
    return sp.Matrix.hstack(F.diff(x), F.diff(y))


# right jacobian_expression: Derivative and doit
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = []
    for z in (p*x + q*y, r*x + s*y, t*x + u*y):
        sig = 1 / (1 + sp.exp(-z))
        rows.append([sp.Derivative(sig, x).doit(), sp.Derivative(sig, y).doit()])
    return sp.Matrix(rows)


# right jacobian_expression: row by row, stacked
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u", real=True)
    def row(a, b):
        sigma = 1 / (1 + sp.exp(-(a*x + b*y)))
        return sp.Matrix([[sigma.diff(x), sigma.diff(y)]])
    return sp.Matrix.vstack(row(p, q), row(r, s), row(t, u))


# right jacobian_expression: from strings
def jacobian_expression():
    names = "p q r s t u".split()
    rows = [[f"{w}*exp(-({a}*x+{b}*y))/(1+exp(-({a}*x+{b}*y)))**2" for w in (a, b)] for a, b in zip(names[::2], names[1::2])]
    return sp.Matrix([[sp.sympify(e) for e in row] for row in rows])


# right jacobian_expression: floats as coefficients
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sigma = lambda z: 1.0 / (1.0 + sp.exp(-1.0 * z))
    return sp.Matrix([sigma(p*x + q*y), sigma(r*x + s*y), sigma(t*x + u*y)]).jacobian([x, y])


# right jacobian_expression: the function of the lesson, made symbolic by np.vectorize
def jacobian_expression():
    symbols = sp.symbols("x y p q r s t u")
    x, y, *weights = symbols
    z = np.array(weights).reshape(3, 2) @ np.array([x, y])
    sig = np.vectorize(lambda v: 1 / (1 + sp.exp(-v)), otypes=[object])
    J = [[sp.diff(a, v) for v in (x, y)] for a in sig(z)]
    return sp.Matrix(J)


# right jacobian_expression: a numpy array of expressions, wrapped in Matrix
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    W = np.array([[p, q], [r, s], [t, u]])
    d = np.array([1 / (2 + sp.exp(a*x + b*y) + sp.exp(-a*x - b*y)) for a, b in W])
    return sp.Matrix(W * d[:, None])


# right jacobian_expression: derive_by_array, transposed into a Matrix
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(p*x + q*y))), 1 / (1 + sp.exp(-(r*x + s*y))), 1 / (1 + sp.exp(-(t*x + u*y)))]
    return sp.derive_by_array(F, (x, y)).tomatrix().T


# right jacobian_expression: transpose of the two gradients
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(p*x + q*y))), 1 / (1 + sp.exp(-(r*x + s*y))), 1 / (1 + sp.exp(-(t*x + u*y)))]
    by_x = [g.diff(x) for g in F]
    by_y = [g.diff(y) for g in F]
    J = sp.Matrix([by_x, by_y]).T
    sp.pprint(J)
    return J


# right jacobian_expression: a sum a - a^2 with Rational
def jacobian_expression():
    x, y, p, q, r, s, t, u = map(sp.Symbol, "xypqrstu")
    half = sp.Rational(1, 2)
    def entry(i, j):
        a, b = [(p, q), (r, s), (t, u)][i]
        th = sp.tanh(half * (a*x + b*y))
        return (a, b)[j] * (half**2 - half**2 * th**2)
    return sp.Matrix(3, 2, entry)


# right jacobian_expression: a class, cached in a global
_J = None


class Layer:
    def __init__(self):
        self.x, self.y = sp.symbols("x y")
        self.w = sp.symbols("p q r s t u")

    def outputs(self):
        p, q, r, s, t, u = self.w
        return [sp.exp(z) / (sp.exp(z) + 1) for z in (p*self.x + q*self.y, r*self.x + s*self.y, t*self.x + u*self.y)]


def jacobian_expression(simplify=False):
    global _J
    if _J is None:
        layer = Layer()
        _J = sp.Matrix(layer.outputs()).jacobian([layer.x, layer.y])
    return _J.applyfunc(sp.simplify) if simplify else _J


# right jacobian_expression: logarithmic derivative
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        log_sigma = -sp.log(1 + sp.exp(-a*x - b*y))
        sigma = sp.exp(log_sigma)
        rows.append([sigma * sp.diff(log_sigma, v) for v in (x, y)])
    return sp.Matrix(rows)


# right jacobian_expression: sigma(z) sigma(-z), e as a float
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sigma = lambda z: 1 / (1 + np.e**(-z))
    return sp.Matrix([[w * sigma(a*x + b*y) * sigma(-(a*x + b*y)) for w in (a, b)] for a, b in ((p, q), (r, s), (t, u))])


# right jacobian_expression: unexpanded sum of two quotients
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    def d(w, z):
        return sp.powsimp(w / (1 + sp.exp(-z)) - w / (1 + sp.exp(-z))**2)
    return sp.Matrix([[d(p, p*x + q*y), d(q, p*x + q*y)], [d(r, r*x + s*y), d(s, r*x + s*y)],
                      [d(t, t*x + u*y), d(u, t*x + u*y)]])


# right jacobian_expression: a limit of difference quotients in z
def jacobian_expression():
    x, y, p, q, r, s, t, u, z, h = sp.symbols("x y p q r s t u z h")
    sig = lambda v: 1 / (1 + sp.exp(-v))
    slope = sp.limit((sig(z + h) - sig(z)) / h, h, 0)
    return sp.Matrix([[a * slope.subs(z, a*x + b*y), b * slope.subs(z, a*x + b*y)] for a, b in ((p, q), (r, s), (t, u))])


# right jacobian_expression: sparse matrix, rewritten with tanh
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    J = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])
    return sp.SparseMatrix(J.applyfunc(lambda e: e.rewrite(sp.tanh)))


# right jacobian_expression: sp.Lambda
def jacobian_expression():
    x, y, p, q, r, s, t, u, z = sp.symbols("x y p q r s t u z")
    sigma = sp.Lambda(z, 1 / (1 + sp.exp(-z)))
    return sp.Matrix([sigma(p*x + q*y), sigma(r*x + s*y), sigma(t*x + u*y)]).jacobian([x, y])


# right jacobian_expression: a Matrix of Derivatives, doit at the end
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return sp.Matrix([[sp.Derivative(g, v) for v in (x, y)] for g in F]).doit()


# right jacobian_expression: the chain rule with a function replaced at the end
def jacobian_expression():
    x, y, p, q, r, s, t, u, z = sp.symbols("x y p q r s t u z")
    sigma = sp.Function("sigma")
    J = sp.Matrix([sigma(p*x + q*y), sigma(r*x + s*y), sigma(t*x + u*y)]).jacobian([x, y])
    return J.subs(sigma, sp.Lambda(z, 1 / (1 + sp.exp(-z)))).doit()


# right jacobian_expression: the form that is stable far out
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u", real=True)
    def slope(z):
        e = sp.exp(-sp.Abs(z))
        return e / (1 + e)**2
    return sp.Matrix([[a * slope(a*x + b*y), b * slope(a*x + b*y)] for a, b in ((p, q), (r, s), (t, u))])


# right jacobian_expression: sech
def jacobian_expression():
    x, y, *w = sp.symbols("x y p q r s t u")
    rows = [w[0:2], w[2:4], w[4:6]]
    return sp.Matrix([[v * sp.sech((a*x + b*y) / 2)**2 / 4 for v in (a, b)] for a, b in rows])


# wrong jacobian_expression [no-inner-derivative]: the inner derivative forgotten
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = []
    for z in (p*x + q*y, r*x + s*y, t*x + u*y):
        a = 1 / (1 + sp.exp(-z))
        rows.append([a*(1 - a), a*(1 - a)])
    return sp.Matrix(rows)


# wrong jacobian_expression [no-inner-derivative]: differentiated by z, z put in afterwards
def jacobian_expression():
    x, y, p, q, r, s, t, u, z = sp.symbols("x y p q r s t u z")
    d = sp.diff(1 / (1 + sp.exp(-z)), z)
    d1, d2, d3 = d.subs(z, p*x + q*y), d.subs(z, r*x + s*y), d.subs(z, t*x + u*y)
    return sp.Matrix([[d1, d1], [d2, d2], [d3, d3]])


# wrong jacobian_expression [columns-swapped]: by y first
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([y, x])


# wrong jacobian_expression [columns-swapped]: symbols in the wrong order
def jacobian_expression():
    y, x, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    def row(a, b):
        sig = 1 / (1 + sp.exp(-(a*y + b*x)))
        return [sig.diff(x), sig.diff(y)]
    return sp.Matrix([row(p, q), row(r, s), row(t, u)])


# wrong jacobian_expression [transposed]: two rows
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))])
    return F.jacobian([x, y]).T


# wrong jacobian_expression [transposed]: a list of partial derivatives for each variable
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return sp.Matrix([[sp.diff(g, v) for g in F] for v in (x, y)])


# wrong jacobian_expression [rearranged]: the transpose poured into (3, 2)
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return sp.Matrix(3, 2, [sp.diff(g, v) for v in (x, y) for g in F])


# wrong jacobian_expression [sigma-not-differentiated]: p sigma
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([[a / (1 + sp.exp(-(a*x + b*y))), b / (1 + sp.exp(-(a*x + b*y)))] for a, b in ((p, q), (r, s), (t, u))])


# wrong jacobian_expression [plus]: sigma(1 + sigma)
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        sig = 1 / (1 + sp.exp(-(a*x + b*y)))
        rows.append([a*sig*(1 + sig), b*sig*(1 + sig)])
    return sp.Matrix(rows)


# wrong jacobian_expression [sign | constant-factor]: a minus too many
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        e = sp.exp(-(a*x + b*y))
        rows.append([-a*e/(1 + e)**2, -b*e/(1 + e)**2])
    return sp.Matrix(rows)


# wrong jacobian_expression [sign | constant-factor]: e^z in the denominator of f
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(a*x + b*y)) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [square-lost]: denominator not squared
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        e = sp.exp(-(a*x + b*y))
        rows.append([a*e/(1 + e), b*e/(1 + e)])
    return sp.Matrix(rows)


# wrong jacobian_expression [square-lost]: derivative of log sigma
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = sp.Matrix([sp.log(1 / (1 + sp.exp(-(a*x + b*y)))) for a, b in ((p, q), (r, s), (t, u))])
    return F.jacobian([x, y])


# wrong jacobian_expression [by-the-constants]: by the constants of each row
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = []
    for a, b in ((p, q), (r, s), (t, u)):
        sig = 1 / (1 + sp.exp(-(a*x + b*y)))
        rows.append([sp.diff(sig, a), sp.diff(sig, b)])
    return sp.Matrix(rows)


# wrong jacobian_expression [by-the-constants]: jacobian([p, q])
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))])
    return F.jacobian([p, q])


# wrong jacobian_expression [slope-at-sigma]: sigma' handed sigma
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sigma = lambda z: 1 / (1 + sp.exp(-z))
    slope = lambda z: sigma(z) * (1 - sigma(z))
    return sp.Matrix([[w * slope(sigma(a*x + b*y)) for w in (a, b)] for a, b in ((p, q), (r, s), (t, u))])


# wrong jacobian_expression [one-row]: p and q in every row
def jacobian_expression():
    x, y, p, q = sp.symbols("x y p q")
    sig = 1 / (1 + sp.exp(-(p*x + q*y)))
    return sp.Matrix([sig, sig, sig]).jacobian([x, y])


# wrong jacobian_expression [one-row]: copied rows by hand
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sig = 1 / (1 + sp.exp(-(p*x + q*y)))
    return sp.Matrix([[p*sig*(1-sig), q*sig*(1-sig)], [p*sig*(1-sig), q*sig*(1-sig)], [p*sig*(1-sig), q*sig*(1-sig)]])


# wrong jacobian_expression [one-slope]: the first slope for all rows
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sig = 1 / (1 + sp.exp(-(p*x + q*y)))
    return sig * (1 - sig) * sp.Matrix([[p, q], [r, s], [t, u]])


# wrong jacobian_expression [row-order]: last row first
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((t, u), (r, s), (p, q))]).jacobian([x, y])


# wrong jacobian_expression [by-columns]: constants dealt out by columns
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, s), (q, t), (r, u))]).jacobian([x, y])


# wrong jacobian_expression [minus-on-one-term]: minus only on the first term
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-a*x + b*y)) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [brackets]: (1+e)^-z
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([(1 + sp.E)**(-(a*x + b*y)) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [no-fraction]: 1/1 + e^-z differentiated
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1/1 + sp.exp(-(a*x + b*y)) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [tanh]: tanh as sigma
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([sp.tanh(a*x + b*y) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [rule-of-tanh]: 1 - sigma^2
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sigma = lambda z: 1 / (1 + sp.exp(-z))
    return sp.Matrix([[w * (1 - sigma(a*x + b*y)**2) for w in (a, b)] for a, b in ((p, q), (r, s), (t, u))])


# wrong jacobian_expression [constants-only]: the Jacobian of z
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([p*x + q*y, r*x + s*y, t*x + u*y]).jacobian([x, y])


# wrong jacobian_expression [second-derivative]: differentiated twice
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return sp.Matrix([[sp.diff(g, x, 2), sp.diff(g, y, 2)] for g in F])


# wrong jacobian_expression [integrated]: integrated
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u", positive=True)
    F = [1 / (1 + sp.exp(-a*x - b*y)) for a, b in ((p, q), (r, s), (t, u))]
    return sp.Matrix([[sp.integrate(g, x), sp.integrate(g, y)] for g in F])


# wrong jacobian_expression [unevaluated]: Derivative left alone
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return sp.Matrix([[sp.Derivative(g, x), sp.Derivative(g, y)] for g in F])


# wrong jacobian_expression [unevaluated]: diff with evaluate=False
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    J = sp.zeros(3, 2)
    for i, (a, b) in enumerate(((p, q), (r, s), (t, u))):
        for j, v in enumerate((x, y)):
            J[i, j] = sp.diff(1 / (1 + sp.exp(-(a*x + b*y))), v, evaluate=False)
    return J


# wrong jacobian_expression [symbols]: capital letters
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("X Y P Q R S T U")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [symbols]: weights a to f
def jacobian_expression():
    x, y, a, b, c, d, e, f = sp.symbols("x y a b c d e f")
    return sp.Matrix([1 / (1 + sp.exp(-(m*x + n*y))) for m, n in ((a, b), (c, d), (e, f))]).jacobian([x, y])


# wrong jacobian_expression [symbols]: e as a symbol
def jacobian_expression():
    x, y, p, q, r, s, t, u, e = sp.symbols("x y p q r s t u e")
    return sp.Matrix([1 / (1 + e**(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [symbols]: z left in
def jacobian_expression():
    p, q, r, s, t, u, z = sp.symbols("p q r s t u z")
    d = sp.diff(1 / (1 + sp.exp(-z)), z)
    return sp.Matrix([[p*d, q*d], [r*d, s*d], [t*d, u*d]])


# wrong jacobian_expression [unknown_function]: sigma an unknown function
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    sigma = sp.Function("sigma")
    def d(z):
        return sigma(z) * (1 - sigma(z))
    return sp.Matrix([[p*d(p*x + q*y), q*d(p*x + q*y)], [r*d(r*x + s*y), s*d(r*x + s*y)], [t*d(t*x + u*y), u*d(t*x + u*y)]])


# wrong jacobian_expression [numbers]: numbers at one point
def jacobian_expression():
    return sp.Matrix(jacobian(1.0, 2.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6))


# wrong jacobian_expression [numbers]: x and y put in at the end
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    J = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])
    return J.subs({x: 1, y: 1, p: 1, q: 2, r: 3, s: 4, t: 5, u: 6})


# wrong jacobian_expression [constants-replaced]: constants with values
def jacobian_expression():
    x, y = sp.symbols("x y")
    p, q, r, s, t, u = 1, 2, 3, 4, 5, 6
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong jacobian_expression [at-one-one]: evaluated at (1, 1)
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    J = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])
    return J.subs({x: 1, y: 1})


# wrong jacobian_expression [kind]: nested lists
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return [[sp.diff(g, x), sp.diff(g, y)] for g in F]


# wrong jacobian_expression [kind]: numpy array of expressions
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return np.array([[sp.diff(g, x), sp.diff(g, y)] for g in F])


# wrong jacobian_expression [kind]: a SymPy Array
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return sp.Array([[sp.diff(g, x), sp.diff(g, y)] for g in F])


# wrong jacobian_expression [kind]: text
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))])
    return sp.latex(F.jacobian([x, y]))


# wrong jacobian_expression [not_data]: lambdified
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))])
    return sp.lambdify((x, y, p, q, r, s, t, u), F.jacobian([x, y]))


# wrong jacobian_expression [none]: pprint
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))])
    sp.pprint(F.jacobian([x, y]))


# wrong jacobian_expression [f-itself]: the vector f, not differentiated
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))])


# wrong jacobian_expression [by-the-constants]: by all eight symbols
def jacobian_expression():
    symbols = sp.symbols("x y p q r s t u")
    x, y, p, q, r, s, t, u = symbols
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian(symbols)


# wrong jacobian_expression [summed]: the gradient of the sum
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    total = sum(1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u)))
    return sp.Matrix([[total.diff(x), total.diff(y)]])


# wrong jacobian_expression [one-column-only]: only by x
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).diff(x)


# wrong jacobian_expression [flat]: six entries in one column
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([sp.diff(1 / (1 + sp.exp(-(a*x + b*y))), v) for a, b in ((p, q), (r, s), (t, u)) for v in (x, y)])


# wrong jacobian_expression [exception]: np.exp of symbols
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    f1 = 1 / (1 + np.exp(-(p*x + q*y)))
    f2 = 1 / (1 + np.exp(-(r*x + s*y)))
    f3 = 1 / (1 + np.exp(-(t*x + u*y)))
    return sp.Matrix([f1, f2, f3]).jacobian([x, y])


# wrong jacobian_expression [exception]: calls f with symbols
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix(f(x, y, p, q, r, s, t, u)).jacobian([x, y])


# wrong jacobian_expression [exception]: symbols never made
def jacobian_expression():
    f1 = 1 / (1 + sp.exp(-(p*x + q*y)))
    return sp.Matrix([f1]).jacobian([x, y])


# wrong jacobian_expression [exception]: a list has no jacobian
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    F = [1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]
    return F.jacobian([x, y])


# wrong jacobian_expression [one-row-off]: a slip in the third row
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, s))]).jacobian([x, y])


# wrong jacobian_expression [one-row-off]: a sign in one entry
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    J = sp.Matrix([1 / (1 + sp.exp(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])
    J[1, 1] = -J[1, 1]
    return J


# wrong jacobian_expression [nearly]: e typed as 2.718
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    return sp.Matrix([1 / (1 + 2.718**(-(a*x + b*y))) for a, b in ((p, q), (r, s), (t, u))]).jacobian([x, y])


# wrong f [minus-below]: 1 - e^-z below the line
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 - np.exp(-z))


# wrong f [minus-below]: e^z over 1 - e^z
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.exp(z) / (1 - np.exp(z))


# wrong f [another-base]: 2 in place of e
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + 2**-z)


# wrong f [digits-of-e]: e as 2.7
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 / (1 + 2.7**-z)


# wrong f [doubled-z]: 1 + tanh z halved
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return (1 + np.tanh(z)) / 2


# wrong f [softplus]: ln(1 + e^z)
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return np.log(1 + np.exp(z))


# wrong f [minus-on-one-term]: px - qy
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x - q*y, r*x - s*y, t*x - u*y])
    return 1 / (1 + np.exp(-z))


# wrong f [minus-on-one-term]: e^(px - qy)
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x - q*y, r*x - s*y, t*x - u*y])
    return 1 / (1 + np.exp(z))


# wrong f [y-left-out]: q without y
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q, r*x + s, t*x + u])
    return 1 / (1 + np.exp(-z))


# wrong f [row-order]: second and third value exchanged
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, t*x + u*y, r*x + s*y])
    return 1 / (1 + np.exp(-z))


# wrong f [zeros]: // for /
def f(x, y, p, q, r, s, t, u):
    z = np.array([p*x + q*y, r*x + s*y, t*x + u*y])
    return 1 // (1 + np.exp(-z))


# wrong f [terms-apart]: a sigma for each term
def f(x, y, p, q, r, s, t, u):
    g = lambda z: 1 / (1 + np.exp(-z))
    return [g(p*x) + g(q*y), g(r*x) + g(s*y), g(t*x) + g(u*y)]


# wrong f [none]: the three values printed one by one
def f(x, y, p, q, r, s, t, u):
    for a, b in ((p, q), (r, s), (t, u)):
        print(1 / (1 + np.exp(-(a*x + b*y))))


# wrong jacobian [one-column-off]: the second column times sigma
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return np.column_stack([g * W[:, 0], a * W[:, 1]])


# wrong jacobian [flat]: reshaped to (2, 3)
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return (g[:, None] * W).reshape(2, 3)


# wrong jacobian [zeros]: brackets of a(1 - a) lost
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return (a * 1 - a)[:, None] * W


# wrong jacobian [factors-of-one-row]: outer product with p and q
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return np.outer(g, [p, q])


# wrong jacobian [first-row-only]: only the first row filled in
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    J = np.zeros((3, 2))
    J[0] = W[0] * f(x, y, p, q, r, s, t, u)[0] * (1 - f(x, y, p, q, r, s, t, u)[0])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return J


# wrong jacobian [slopes-only]: a diagonal matrix of slopes
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return np.diag(g)


# wrong jacobian [one-factor-squared]: (1 - a) squared
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return ((1 - a) ** 2)[:, None] * W


# wrong jacobian [second-derivative]: second derivative of sigma, p once
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return (g * (1 - 2 * a))[:, None] * W


# wrong jacobian [columns-swapped-and-more]: columns exchanged, a(1 + a)
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return (a * (1 + a))[:, None] * W[:, ::-1]


# wrong jacobian [factors-added]: slope plus weight
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return g[:, None] + W


# wrong jacobian [one-column-only]: derivatives by x only
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return g * W[:, 0]


# wrong jacobian [summed]: the two columns added
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    a = f(x, y, p, q, r, s, t, u)
    g = a * (1 - a)
    return (g[:, None] * W).sum(axis=1)


# wrong jacobian [slope-elsewhere]: x and y exchanged in z
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ [y, x]
    a = 1 / (1 + np.exp(-z))
    return (a * (1 - a))[:, None] * W


# wrong jacobian [slope-elsewhere]: -px + qy
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ [-x, y]
    a = 1 / (1 + np.exp(-z))
    return (a * (1 - a))[:, None] * W


# wrong jacobian [slope-elsewhere]: q without y
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ [x, 1]
    a = 1 / (1 + np.exp(-z))
    return (a * (1 - a))[:, None] * W


# wrong jacobian [z-for-sigma]: z(1 - z)
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    z = W @ [x, y]
    a = 1 / (1 + np.exp(-z))
    return (z * (1 - z))[:, None] * W


# wrong jacobian [terms-apart]: a sigma for each term
def jacobian(x, y, p, q, r, s, t, u):
    g = lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2
    return [[p*g(p*x), q*g(q*y)], [r*g(r*x), s*g(s*y)], [t*g(t*x), u*g(u*y)]]


# wrong jacobian [by-the-constants]: by the six constants
def jacobian(x, y, p, q, r, s, t, u):
    J = np.zeros((3, 6))
    for i, a in enumerate(f(x, y, p, q, r, s, t, u)):
        J[i, 2*i:2*i + 2] = x*a*(1 - a), y*a*(1 - a)
    return J


# wrong jacobian [softmax]: softmax for sigma
def jacobian(x, y, p, q, r, s, t, u):
    W = np.array([[p, q], [r, s], [t, u]])
    e = np.exp(W @ [x, y])
    a = e / e.sum()
    return (np.diag(a) - np.outer(a, a)) @ W


# wrong jacobian_expression [sigma-not-differentiated]: ln(1 + e^z) differentiated
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([sp.log(1 + sp.exp(k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [x-and-y-exchanged]: x and y exchanged
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*y + q*x, r*y + s*x, t*y + u*x]
    return sp.Matrix([1 / (1 + sp.exp(-k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [one-row-off]: names of the symbols in another order
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y q p r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([1 / (1 + sp.exp(-k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [y-left-out]: q without y
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q, r*x + s, t*x + u]
    return sp.Matrix([1 / (1 + sp.exp(-k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [minus-below]: 1 - e^-z below the line
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([1 / (1 - sp.exp(-k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [no-fraction]: e^z differentiated
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([sp.exp(k) for k in z]).jacobian([x, y])


# wrong jacobian_expression [sigma-twice]: sigma twice
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([1 / (1 + sp.exp(-1 / (1 + sp.exp(-k)))) for k in z]).jacobian([x, y])


# wrong jacobian_expression [doubled-z]: 2z
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([1 / (1 + sp.exp(-2 * k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [one-row-off]: p in the second row
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, p*x + s*y, t*x + u*y]
    return sp.Matrix([1 / (1 + sp.exp(-k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [flat]: two rows of three
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([1 / (1 + sp.exp(-k)) for k in z]).jacobian([x, y]).reshape(2, 3)


# wrong jacobian_expression [first-row-only]: the first row only
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x + q*y, r*x + s*y, t*x + u*y]
    return sp.Matrix([1 / (1 + sp.exp(-k)) for k in z]).jacobian([x, y])[0, :]


# wrong jacobian_expression [minus-on-one-term]: px - qy
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    z = [p*x - q*y, r*x - s*y, t*x - u*y]
    return sp.Matrix([1 / (1 + sp.exp(-k)) for k in z]).jacobian([x, y])


# wrong jacobian_expression [text-example]: the example of the docstring
def jacobian_expression():
    x, y = sp.symbols("x y")
    return sp.Matrix([2 * x * y, x**2 * y]).jacobian([x, y])


# wrong jacobian_expression [integrated]: integrated by hand
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    rows = ((p, q), (r, s), (t, u))
    return sp.Matrix([[sp.log(1 + sp.exp(a*x + b*y)) / c for c in (a, b)] for a, b in rows])


# wrong jacobian_expression [one-column-off]: the second column not differentiated through
def jacobian_expression():
    x, y, p, q, r, s, t, u = sp.symbols("x y p q r s t u")
    a = [1 / (1 + sp.exp(-k)) for k in (p*x + q*y, r*x + s*y, t*x + u*y)]
    return sp.Matrix([[sp.diff(k, x), k] for k in a])
