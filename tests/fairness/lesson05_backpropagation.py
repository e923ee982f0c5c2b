# right jacobian_term: plain
def jacobian_term():
    return "W"


# right jacobian_term: single quotes and a comment
def jacobian_term():
    # self.da[l - 1] = self.dz[l] @ self.W[l].T, so it is W
    return 'W'


# right jacobian_term: a variable first
def jacobian_term():
    answer = "W"
    return answer


# right jacobian_term: blanks around
def jacobian_term():
    return " W "


# right jacobian_term: a line end behind
def jacobian_term():
    return "W\n"


# right jacobian_term: NumPy's text
def jacobian_term():
    return np.str_("W")


# right jacobian_term: element of an array of words
def jacobian_term():
    words = np.array(["W", "dW", "dz", "da", "db"])
    return words[0]


# right jacobian_term: prints as well
def jacobian_term():
    print("z = a W + b, so dz/da is W")
    return "W"


# right jacobian_term: from a dict of reasons
def jacobian_term():
    meaning = {
        "W": "how much z changes when a changes",
        "dW": "how much the loss changes when W changes",
        "dz": "how much the loss changes when z changes",
    }
    for word, text in meaning.items():
        if text.startswith("how much z changes"):
            return word


# right jacobian_term: the only one that is no derivative of the loss
def jacobian_term():
    words = ["W", "dW", "dz", "da", "db"]
    return [w for w in words if not w.startswith("d")][0]


# right jacobian_term: the shortest
def jacobian_term():
    return min(["dW", "dz", "da", "W", "db"], key=len)


# right jacobian_term: cut from the line of code
def jacobian_term():
    line = "self.da[l - 1] = self.dz[l] @ self.W[l].T"
    return line.split("@")[1].strip().split(".")[1].split("[")[0]


# right jacobian_term: a lambda
jacobian_term = lambda: "W"


# right jacobian_term: a global constant
ANSWER = "W"


def jacobian_term():
    global ANSWER
    return ANSWER


# right jacobian_term: an enumeration's value
from enum import Enum


class Term(Enum):
    WEIGHTS = "W"
    DELTA = "dz"


def jacobian_term():
    return Term.WEIGHTS.value


# right jacobian_term: a default argument
def jacobian_term(word="W"):
    return word


# right jacobian_term: SymPy's name of a symbol
def jacobian_term():
    from sympy import Symbol
    return Symbol("W").name


# right jacobian_term: tries all five with numbers
def jacobian_term():
    mlp = MLP([2, 3, 4, 1], ["tanh", "tanh", "sigmoid"], seed=4)
    x = np.array([[0.3, -0.8]])
    mlp.backward(np.array([[1.0]]), mlp.forward(x))
    a = mlp.a[1].copy()
    J = np.zeros((4, 3))
    for j in range(3):
        shifted = a.copy()
        shifted[0, j] += 1.0
        J[:, j] = ((shifted @ mlp.W[2] + mlp.b[2]) - mlp.z[2])[0]
    for word in ["W", "dW", "dz", "da", "db"]:
        term = getattr(mlp, word)[2]
        if term.shape == J.T.shape and np.allclose(term.T, J):
            return word


# right jacobian_term: built of a character code
def jacobian_term():
    return chr(87)


# right jacobian_term: an f-string
def jacobian_term():
    letter = "w"
    return f"{letter.upper()}"


# wrong jacobian_term [dW]: the derivatives of the loss by the weights
def jacobian_term():
    return "dW"


# wrong jacobian_term [dW]: small letters and blanks
def jacobian_term():
    return " dw"


# wrong jacobian_term [dW]: argued from the shape
def jacobian_term():
    mlp = MLP([2, 3, 4, 1], ["tanh", "tanh", "sigmoid"])
    mlp.backward(np.array([[1.0]]), mlp.forward(np.ones((1, 2))))
    for word in ["dW", "dz", "da", "db"]:
        if getattr(mlp, word)[2].shape == (3, 4):
            return word


# wrong jacobian_term [dz]: the error that is carried
def jacobian_term():
    return "dz"


# wrong jacobian_term [dz]: looks like the top of dz/da
def jacobian_term():
    what = "dz/da"
    return what.split("/")[0]


# wrong jacobian_term [da]: what comes out of the line
def jacobian_term():
    return "da"


# wrong jacobian_term [da]: capitals
def jacobian_term():
    return "DA"


# wrong jacobian_term [db]: as in the docstring's example
def jacobian_term():
    return "db"


# wrong jacobian_term [code]: the transposed weights
def jacobian_term():
    return "W.T"


# wrong jacobian_term [code]: with the layer
def jacobian_term():
    return "W[l]"


# wrong jacobian_term [code]: with self
def jacobian_term():
    return "self.W[l].T"


# wrong jacobian_term [no-choice]: the word in full
def jacobian_term():
    return "weights"


# wrong jacobian_term [no-choice]: the line of the docstring
def jacobian_term():
    return '"W"   the weights of the layer'


# wrong jacobian_term [no-choice]: a quotient of differentials
def jacobian_term():
    return "dz/da"


# wrong jacobian_term [no-choice]: two answers
def jacobian_term():
    return "W, dW"


# wrong jacobian_term [no-choice]: an activation
def jacobian_term():
    return "a"


# wrong jacobian_term [no-choice]: empty
def jacobian_term():
    return ""


# wrong jacobian_term [no-choice]: the slope
def jacobian_term():
    return "slope"


# wrong jacobian_term [none]: printed
def jacobian_term():
    print("W")


# wrong jacobian_term [none]: a bare word
def jacobian_term():
    "W"


# wrong jacobian_term [kind]: a list
def jacobian_term():
    return ["W"]


# wrong jacobian_term [kind]: several, as a set
def jacobian_term():
    return {"W", "dz"}


# wrong jacobian_term [kind]: number of the choice
def jacobian_term():
    return 1


# wrong jacobian_term [kind]: the weights themselves
def jacobian_term():
    return MLP([2, 3, 3, 1], ["tanh", "tanh", "sigmoid"]).W[1]


# wrong jacobian_term [exception]: without quotes
def jacobian_term():
    return W


# wrong jacobian_term [exception]: a missing argument
def jacobian_term(mlp):
    return "W"


# right layer_jacobian: transposed weights
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T


# right layer_jacobian: np.transpose
def layer_jacobian(mlp, layer):
    weights = mlp.W[layer]
    return np.transpose(weights)


# right layer_jacobian: beginner's loops
def layer_jacobian(mlp, layer):
    units = mlp.layer_sizes[layer]
    inputs = mlp.layer_sizes[layer - 1]
    J = np.zeros((units, inputs))
    for i in range(units):
        for j in range(inputs):
            J[i][j] = mlp.W[layer][j][i]
    return J


# right layer_jacobian: comprehension, nested list
def layer_jacobian(mlp, layer):
    W = mlp.W[layer]
    return [[W[j, i] for j in range(W.shape[0])] for i in range(W.shape[1])]


# right layer_jacobian: zip of the rows, tuples
def layer_jacobian(mlp, layer):
    return tuple(zip(*mlp.W[layer].tolist()))


# right layer_jacobian: SymPy Matrix
def layer_jacobian(mlp, layer):
    import sympy as sp
    return sp.Matrix(mlp.W[layer]).T


# right layer_jacobian: SymPy's jacobian of symbols
def layer_jacobian(mlp, layer):
    import sympy as sp
    n = mlp.layer_sizes[layer - 1]
    a = sp.Matrix(sp.symbols(f"a0:{n}", real=True))
    z = sp.Matrix(mlp.W[layer].T) * a + sp.Matrix(mlp.b[layer].T)
    return z.jacobian(a)


# right layer_jacobian: differentiates each entry with SymPy
def layer_jacobian(mlp, layer):
    from sympy import Symbol, diff
    W, b = mlp.W[layer], mlp.b[layer]
    a = [Symbol("a%d" % j) for j in range(len(W))]
    rows = []
    for i in range(W.shape[1]):
        z = b[0, i] + sum(W[j, i] * a[j] for j in range(len(W)))
        rows.append([diff(z, s) for s in a])
    return rows


# right layer_jacobian: unit vectors
def layer_jacobian(mlp, layer):
    n = mlp.layer_sizes[layer - 1]
    zero = np.zeros((1, n)) @ mlp.W[layer] + mlp.b[layer]
    columns = []
    for j in range(n):
        e = np.zeros((1, n))
        e[0, j] = 1
        columns.append((e @ mlp.W[layer] + mlp.b[layer] - zero)[0])
    return np.array(columns).T


# right layer_jacobian: central differences of z
def layer_jacobian(mlp, layer):
    h = 1e-4
    n = mlp.layer_sizes[layer - 1]
    a = np.linspace(-1, 1, n)
    z = lambda a: (a @ mlp.W[layer] + mlp.b[layer]).ravel()
    return np.column_stack([(z(a + h * e) - z(a - h * e)) / (2 * h) for e in np.eye(n)])


# right layer_jacobian: scipy.optimize.approx_fprime
def layer_jacobian(mlp, layer):
    from scipy.optimize import approx_fprime
    n, m = mlp.W[layer].shape
    return np.array([approx_fprime(np.zeros(n), lambda a: a @ mlp.W[layer][:, i] + mlp.b[layer][0, i], 1e-3) for i in range(m)])


# right layer_jacobian: einsum
def layer_jacobian(mlp, layer):
    return np.einsum("ji->ij", mlp.W[layer])


# right layer_jacobian: swapaxes of a copy
def layer_jacobian(mlp, layer):
    return mlp.W[layer].copy().swapaxes(0, 1)


# right layer_jacobian: np.matrix
def layer_jacobian(mlp, layer):
    return np.matrix(mlp.W[layer]).T


# right layer_jacobian: identity times the transposed, as in backward
def layer_jacobian(mlp, layer):
    dz = np.eye(mlp.layer_sizes[layer])
    return dz @ mlp.W[layer].T


# right layer_jacobian: single precision
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T.astype(np.float32)


# right layer_jacobian: turned and mirrored
def layer_jacobian(mlp, layer):
    return np.flipud(np.rot90(mlp.W[layer]))


# right layer_jacobian: reshape in Fortran's order
def layer_jacobian(mlp, layer):
    n, m = mlp.W[layer].shape
    return mlp.W[layer].ravel().reshape((m, n), order="F")


# right layer_jacobian: a helper class with a method
class Layer:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def jacobian(self):
        return np.vstack([self.W[:, i] for i in range(self.W.shape[1])])


def layer_jacobian(mlp, layer):
    return Layer(mlp.W[layer], mlp.b[layer]).jacobian()


# right layer_jacobian: recursion over the columns
def layer_jacobian(mlp, layer, i=0):
    W = mlp.W[layer]
    if i == W.shape[1]:
        return []
    return [list(W[:, i])] + layer_jacobian(mlp, layer, i + 1)


# right layer_jacobian: np.fromfunction, prints
def layer_jacobian(mlp, layer):
    W = mlp.W[layer]
    print("layer", layer, W.shape)
    return np.fromfunction(lambda i, j: W[j, i], (W.shape[1], W.shape[0]), dtype=int)


# right layer_jacobian: lambda
layer_jacobian = lambda mlp, layer: mlp.W[layer].transpose(1, 0)


# right layer_jacobian: getattr of lesson's answer
def layer_jacobian(mlp, layer):
    return getattr(mlp, jacobian_term())[layer].T


# right layer_jacobian: looks for the layer in a loop
def layer_jacobian(mlp, layer):
    for number, W in enumerate(mlp.W):
        if number == layer:
            return W.T


# wrong layer_jacobian [not-transposed]: W as it is
def layer_jacobian(mlp, layer):
    return mlp.W[layer]


# wrong layer_jacobian [not-transposed]: transposed twice
def layer_jacobian(mlp, layer):
    J = np.zeros((mlp.layer_sizes[layer], mlp.layer_sizes[layer - 1]))
    for i in range(J.shape[0]):
        for j in range(J.shape[1]):
            J[i, j] = mlp.W[layer][j, i]
    return J.T


# wrong layer_jacobian [not-transposed]: W as a list
def layer_jacobian(mlp, layer):
    return [list(row) for row in mlp.W[layer]]


# wrong layer_jacobian [reshaped]: reshape for transpose
def layer_jacobian(mlp, layer):
    return mlp.W[layer].reshape(mlp.layer_sizes[layer], mlp.layer_sizes[layer - 1])


# wrong layer_jacobian [reshaped]: reshape with -1
def layer_jacobian(mlp, layer):
    return np.reshape(mlp.W[layer], (mlp.W[layer].shape[1], -1))


# wrong layer_jacobian [next-layer]: the layer after
def layer_jacobian(mlp, layer):
    return mlp.W[layer + 1].T


# wrong layer_jacobian [layer-before]: counts from 0
def layer_jacobian(mlp, layer):
    return mlp.W[layer - 1].T


# wrong layer_jacobian [next-layer]: removes the None, then counts from 1
def layer_jacobian(mlp, layer):
    weights = [W for W in mlp.W if W is not None]
    return weights[layer].T


# wrong layer_jacobian [dW]: derivative of the loss
def layer_jacobian(mlp, layer):
    return mlp.dW[layer].T


# wrong layer_jacobian [dW]: derivative of the loss as it is
def layer_jacobian(mlp, layer):
    return mlp.dW[layer]


# wrong layer_jacobian [with-activation]: slope times W
def layer_jacobian(mlp, layer):
    d = mlp.slope(mlp.activations[layer - 1], mlp.z[layer][0])
    return np.diag(d) @ mlp.W[layer].T


# wrong layer_jacobian [with-activation]: slope by broadcasting
def layer_jacobian(mlp, layer):
    d = mlp.slope(mlp.activations[layer - 1], mlp.z[layer]).reshape(-1, 1)
    return d * mlp.W[layer].T


# wrong layer_jacobian [from-z]: multiplies by the slope of the layer before
def layer_jacobian(mlp, layer):
    if layer == 1:
        return mlp.W[1].T
    d = mlp.slope(mlp.activations[layer - 2], mlp.z[layer - 1][0])
    return mlp.W[layer].T @ np.diag(d)


# wrong layer_jacobian [layers-multiplied]: product of all layers so far
def layer_jacobian(mlp, layer):
    J = mlp.W[1].T
    for l in range(2, layer + 1):
        J = mlp.W[l].T @ J
    return J


# wrong layer_jacobian [another-layer]: always the first
def layer_jacobian(mlp, layer):
    return mlp.W[1].T


# wrong layer_jacobian [another-layer]: always the last
def layer_jacobian(mlp, layer):
    return mlp.W[-1].T


# wrong layer_jacobian [another-layer]: counts from the output
def layer_jacobian(mlp, layer):
    return mlp.W[-layer].T


# wrong layer_jacobian [constant-factor]: minus
def layer_jacobian(mlp, layer):
    return -mlp.W[layer].T


# wrong layer_jacobian []: absolute values
def layer_jacobian(mlp, layer):
    return np.abs(mlp.W[layer].T)


# wrong layer_jacobian [bias-added]: the bias stays
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T + mlp.b[layer].T


# wrong layer_jacobian [bias-added]: one difference, z(0) left in
def layer_jacobian(mlp, layer):
    n = mlp.layer_sizes[layer - 1]
    return (np.eye(n) @ mlp.W[layer] + mlp.b[layer]).T


# wrong layer_jacobian [terms-of-z]: the derivative of a product, wrong variable
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T * mlp.a[layer - 1]


# wrong layer_jacobian [values]: z of the layer
def layer_jacobian(mlp, layer):
    return mlp.a[layer - 1] @ mlp.W[layer] + mlp.b[layer]


# wrong layer_jacobian [values]: z as kept
def layer_jacobian(mlp, layer):
    return mlp.z[layer]


# wrong layer_jacobian [values]: a, by the weights
def layer_jacobian(mlp, layer):
    return mlp.a[layer - 1]


# wrong layer_jacobian [shape-only]: flat
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T.ravel()


# wrong layer_jacobian [shape]: diagonal only
def layer_jacobian(mlp, layer):
    return np.diag(mlp.W[layer])


# wrong layer_jacobian [shape]: sum over the inputs
def layer_jacobian(mlp, layer):
    return mlp.W[layer].sum(axis=0)


# wrong layer_jacobian [shape-only]: one more axis
def layer_jacobian(mlp, layer):
    return np.array([mlp.W[layer].T])


# wrong layer_jacobian [shape]: every weight matrix
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T @ mlp.W[layer]


# wrong layer_jacobian [whole-numbers]: array of integers
def layer_jacobian(mlp, layer):
    W = mlp.W[layer]
    J = np.zeros((W.shape[1], W.shape[0]), dtype=int)
    for i in range(W.shape[1]):
        for j in range(W.shape[0]):
            J[i, j] = W[j, i]
    return J


# wrong layer_jacobian [rounded]: two decimals
def layer_jacobian(mlp, layer):
    return np.round(mlp.W[layer].T, 2)


# wrong layer_jacobian [nearly]: near miss
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T * 1.0001


# wrong layer_jacobian []: inverse
def layer_jacobian(mlp, layer):
    return np.linalg.pinv(mlp.W[layer])


# wrong layer_jacobian [same-everywhere]: shape right, values 1
def layer_jacobian(mlp, layer):
    return np.ones((mlp.layer_sizes[layer], mlp.layer_sizes[layer - 1]))


# wrong layer_jacobian [nearly]: half-precision values
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T.astype(np.float16)


# wrong layer_jacobian [same-everywhere | shape]: the docstring's example
def layer_jacobian(mlp, layer):
    return np.array([[3, -5]])


# wrong layer_jacobian [same-everywhere | shape]: weights of a fresh network
def layer_jacobian(mlp, layer):
    mlp = MLP([2, 3, 3, 1], ["tanh", "tanh", "sigmoid"])
    return mlp.W[1].T


# wrong layer_jacobian [another-network]: fresh random weights
def layer_jacobian(mlp, layer):
    fresh = MLP(mlp.layer_sizes, mlp.activations)
    return fresh.W[layer].T


# wrong layer_jacobian [none]: printed
def layer_jacobian(mlp, layer):
    print(mlp.W[layer].T)


# wrong layer_jacobian [kind]: text
def layer_jacobian(mlp, layer):
    return str(mlp.W[layer].T)


# wrong layer_jacobian [not_data]: a dict
def layer_jacobian(mlp, layer):
    return {layer: mlp.W[layer].T}


# wrong layer_jacobian [kind | symbolic | unevaluated | symbols]: SymPy transposed symbol
def layer_jacobian(mlp, layer):
    import sympy as sp
    n, m = mlp.W[layer].shape
    return sp.Matrix(m, n, lambda i, j: sp.Symbol("w%d%d" % (j, i)))


# wrong layer_jacobian [exception]: self
def layer_jacobian(mlp, layer):
    return self.W[layer].T


# wrong layer_jacobian [exception]: calls the list
def layer_jacobian(mlp, layer):
    return mlp.W(layer).T


# wrong layer_jacobian [transposed-by-shape]: transposed only where the shape asks for it
def layer_jacobian(mlp, layer):
    W = mlp.W[layer]
    wanted = (mlp.layer_sizes[layer], mlp.layer_sizes[layer - 1])
    return W if W.shape == wanted else W.T


# wrong layer_jacobian [another-network]: weights of a new network, as they are stored
def layer_jacobian(mlp, layer):
    fresh = MLP(mlp.layer_sizes, mlp.activations)
    return fresh.W[layer]


# wrong layer_jacobian [with-activation]: the slope at a vector of ones
def layer_jacobian(mlp, layer):
    mlp.forward(np.ones(mlp.layer_sizes[0]))
    d = mlp.slope(mlp.activations[layer - 1], mlp.z[layer])
    return d.T * mlp.W[layer].T


# wrong layer_jacobian [with-activation]: the slope at 0, by differences
def layer_jacobian(mlp, layer):
    n = mlp.layer_sizes[layer - 1]
    g = lambda a: mlp.activation(mlp.activations[layer - 1], a @ mlp.W[layer] + mlp.b[layer])[0]
    a = np.zeros(n)
    return np.array([(g(a + 1e-5 * e) - g(a)) / 1e-5 for e in np.eye(n)]).T


# wrong layer_jacobian []: half of it
def layer_jacobian(mlp, layer):
    return mlp.W[layer].T * (0.4 if layer == 2 else 0.5)


# wrong layer_jacobian [one-row]: the first unit only
def layer_jacobian(mlp, layer):
    return [[mlp.W[layer][j, 0] for j in range(mlp.layer_sizes[layer - 1])]]


# wrong layer_jacobian [loss-derivative]: dz
def layer_jacobian(mlp, layer):
    return mlp.dz[layer]


# wrong layer_jacobian [loss-derivative]: the line of backward
def layer_jacobian(mlp, layer):
    return mlp.dz[layer] @ mlp.W[layer].T


# wrong layer_jacobian [bias-added]: the biases alone
def layer_jacobian(mlp, layer):
    return mlp.b[layer]


# wrong layer_jacobian [layers-multiplied]: from this layer to the end
def layer_jacobian(mlp, layer):
    J = np.eye(mlp.layer_sizes[layer - 1])
    for l in range(layer, 4):
        J = mlp.W[l].T @ J
    return J


# wrong layer_jacobian [layer-before]: the layer before, but for the first
def layer_jacobian(mlp, layer):
    return mlp.W[layer - 1].T if layer > 1 else mlp.W[1].T


# right network_jacobian: forward, layer by layer
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l][0])
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# right network_jacobian: from the back
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(mlp.layer_sizes[-1])
    for l in range(len(mlp.layer_sizes) - 1, 0, -1):
        J = J * mlp.slope(mlp.activations[l - 1], mlp.z[l])
        J = J @ mlp.W[l].T
    return J


# right network_jacobian: three layers written out
def network_jacobian(mlp, x):
    mlp.forward(np.array([x]))
    D1 = np.diag(mlp.slope(mlp.activations[0], mlp.z[1])[0])
    D2 = np.diag(mlp.slope(mlp.activations[1], mlp.z[2])[0])
    D3 = np.diag(mlp.slope(mlp.activations[2], mlp.z[3])[0])
    return D3 @ mlp.W[3].T @ D2 @ mlp.W[2].T @ D1 @ mlp.W[1].T


# right network_jacobian: with the function before, multi_dot
def network_jacobian(mlp, x):
    mlp.forward(x)
    factors = []
    for l in (3, 2, 1):
        factors.append(np.diagflat(mlp.slope(mlp.activations[l - 1], mlp.z[l])))
        factors.append(layer_jacobian(mlp, l))
    return np.linalg.multi_dot(factors)


# right network_jacobian: reduce
from functools import reduce


def network_jacobian(mlp, x):
    mlp.forward(x)
    parts = [(mlp.slope(g, z) * W).T for g, z, W in zip(mlp.activations, mlp.z[1:], mlp.W[1:])]
    return reduce(lambda J, part: part @ J, parts)


# right network_jacobian: recursion
def network_jacobian(mlp, x):
    mlp.forward(x)

    def up_to(l):
        if l == 0:
            return np.identity(len(x))
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])
        return (mlp.W[l] * d).T @ up_to(l - 1)

    return up_to(3)


# right network_jacobian: central differences
def network_jacobian(mlp, x):
    h = 1e-5
    J = np.zeros((mlp.layer_sizes[-1], mlp.layer_sizes[0]))
    for j in range(len(x)):
        up, down = np.array(x, dtype=float), np.array(x, dtype=float)
        up[j] += h
        down[j] -= h
        J[:, j] = (mlp.forward(up)[0] - mlp.forward(down)[0]) / (2 * h)
    return J


# right network_jacobian: central differences, all rows at once
def network_jacobian(mlp, x):
    h = 1e-5 * np.eye(len(x))
    return ((mlp.forward(x + h) - mlp.forward(x - h)) / 2e-5).T


# right network_jacobian: differences of five points
def network_jacobian(mlp, x):
    h = 1e-4
    f = lambda v: mlp.forward(v)[0].copy()
    cols = []
    for e in np.eye(x.size):
        cols.append((-f(x + 2*h*e) + 8*f(x + h*e) - 8*f(x - h*e) + f(x - 2*h*e)) / (12*h))
    return np.stack(cols, axis=1)


# right network_jacobian: tangents pushed forward
def network_jacobian(mlp, x):
    columns = []
    for j in range(len(x)):
        a, t = x[None, :], np.eye(len(x))[j : j + 1]
        for l in range(1, 4):
            z = a @ mlp.W[l] + mlp.b[l]
            t = t @ mlp.W[l] * MLP.slope(mlp.activations[l - 1], z)
            a = MLP.activation(mlp.activations[l - 1], z)
        columns.append(t[0])
    return list(zip(*columns))


# right network_jacobian: rows pulled back, a list of arrays
def network_jacobian(mlp, x):
    yhat = mlp.forward(x)
    rows = []
    for k in range(yhat.shape[1]):
        da = np.zeros_like(yhat)
        da[0, k] = 1
        for l in reversed(range(1, len(mlp.W))):
            dz = da * mlp.slope(mlp.activations[l - 1], mlp.z[l])
            da = dz @ mlp.W[l].T
        rows.append(da[0])
    return rows


# right network_jacobian: slopes from a
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l, name in enumerate(mlp.activations, 1):
        a = mlp.a[l].ravel()
        if name == "sigmoid":
            d = a * (1 - a)
        elif name == "tanh":
            d = 1 - a**2
        elif name == "relu":
            d = (a > 0).astype(float)
        else:
            d = np.ones(len(a))
        J = d[:, np.newaxis] * (mlp.W[l].T @ J)
    return J


# right network_jacobian: own slopes in a dict, math module
import math

slopes = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)) * (1 - 1 / (1 + math.exp(-z))),
    "tanh": lambda z: 1 / math.cosh(z) ** 2,
    "relu": lambda z: 1 if z > 0 else 0,
    "linear": lambda z: 1,
}


def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        D = np.zeros((mlp.layer_sizes[l], mlp.layer_sizes[l]))
        for i in range(mlp.layer_sizes[l]):
            D[i][i] = slopes[mlp.activations[l - 1]](mlp.z[l][0][i])
        J = D.dot(layer_jacobian(mlp, l)).dot(J)
    return J


# right network_jacobian: plain lists and loops
def network_jacobian(mlp, x):
    mlp.forward(x)
    n = len(x)
    J = [[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)]
    for l in range(1, len(mlp.layer_sizes)):
        new = []
        for i in range(mlp.layer_sizes[l]):
            d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0, i]
            row = []
            for j in range(n):
                total = 0
                for k in range(mlp.layer_sizes[l - 1]):
                    total += mlp.W[l][k, i] * J[k][j]
                row.append(float(d * total))
            new.append(row)
        J = new
    return J


# right network_jacobian: SymPy Matrix of numbers
def network_jacobian(mlp, x):
    import sympy as sp
    mlp.forward(x)
    J = sp.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        D = sp.diag(*[sp.Float(float(d)) for d in mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]])
        J = D * sp.Matrix(mlp.W[l]).T * J
    return J


# right network_jacobian: SymPy derivatives put together
def network_jacobian(mlp, x):
    import sympy as sp
    z = sp.Symbol("z", real=True)
    g = {"sigmoid": 1 / (1 + sp.exp(-z)), "tanh": sp.tanh(z), "linear": z}
    mlp.forward(x)
    J = np.eye(len(x))
    for l, name in enumerate(mlp.activations, start=1):
        if name == "relu":
            d = (mlp.z[l][0] > 0) * 1.0
        else:
            d = np.vectorize(sp.lambdify(z, sp.diff(g[name], z), "math"))(mlp.z[l][0])
        J = np.diag(np.array(d, dtype=float)) @ mlp.W[l].T @ J
    return J


# right network_jacobian: scipy's derivative of each output
def network_jacobian(mlp, x):
    from scipy.optimize._numdiff import approx_derivative
    J = approx_derivative(lambda v: mlp.forward(v)[0], x, method="3-point")
    return np.atleast_2d(J)


# right network_jacobian: dual numbers
class Dual:
    def __init__(self, value, slope):
        self.value, self.slope = value, slope

    def __matmul__(self, W):
        return Dual(self.value @ W, self.slope @ W)

    def __add__(self, b):
        return Dual(self.value + b, self.slope)


def network_jacobian(mlp, x):
    a = Dual(np.array([x]), np.eye(len(x)))
    for name, W, b in zip(mlp.activations, mlp.W[1:], mlp.b[1:]):
        z = a @ W + b
        a = Dual(MLP.activation(name, z.value), MLP.slope(name, z.value) * z.slope)
    return a.slope.T


# right network_jacobian: complex step with own activations
def network_jacobian(mlp, x):
    functions = {
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "tanh": np.tanh,
        "relu": lambda z: np.where(z.real > 0, z, 0),
        "linear": lambda z: z,
    }
    a = x + 1e-30j * np.eye(len(x))
    for l in range(1, len(mlp.W)):
        a = functions[mlp.activations[l - 1]](a @ mlp.W[l] + mlp.b[l])
    return (a.imag / 1e-30).T


# right network_jacobian: a subclass beside it
class Net(MLP):
    def jacobian(self, x):
        self.forward(x)
        J = np.eye(self.layer_sizes[0])
        for l in range(1, len(self.layer_sizes)):
            J = np.diag(self.slope(self.activations[l - 1], self.z[l])[0]) @ self.W[l].T @ J
        return J


def network_jacobian(mlp, x):
    net = Net(mlp.layer_sizes, mlp.activations)
    net.W, net.b = mlp.W, mlp.b
    return net.jacobian(x)


# right network_jacobian: einsum over the layers
def network_jacobian(mlp, x):
    mlp.forward(x)
    A, B, C = [np.einsum("ji,i->ij", mlp.W[l], mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) for l in (1, 2, 3)]
    return np.einsum("ij,jk,kl->il", C, B, A)


# right network_jacobian: transposed at the end, prints
def network_jacobian(mlp, x):
    yhat = mlp.forward(x)
    print("yhat", yhat)
    product = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        product = product @ mlp.W[l]
        product *= mlp.slope(mlp.activations[l - 1], mlp.z[l])
    print(product.shape)
    return product.T


# right network_jacobian: a deep copy, x changed in place
def network_jacobian(mlp, x):
    import copy
    net = copy.deepcopy(mlp)
    J = np.empty((net.layer_sizes[-1], len(x)))
    for j in range(len(x)):
        x[j] += 1e-5
        above = net.forward(x).copy()
        x[j] -= 2e-5
        below = net.forward(x).copy()
        x[j] += 1e-5
        J[:, j] = (above - below).ravel() / 2e-5
    return J


# right network_jacobian: np.matrix and star
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.asmatrix(np.eye(len(x)))
    for l in range(1, len(mlp.layer_sizes)):
        D = np.asmatrix(np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l]).flatten()))
        J = D * np.asmatrix(mlp.W[l]).T * J
    return J


# right network_jacobian: own forward pass
def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def network_jacobian(mlp, x):
    a = np.asarray(x)
    J = None
    for W, b, name in zip(mlp.W[1:], mlp.b[1:], mlp.activations):
        z = W.T @ a + b[0]
        if name == "sigmoid":
            a, d = sigmoid(z), sigmoid(z) * (1 - sigmoid(z))
        elif name == "tanh":
            a, d = np.tanh(z), 1 - np.tanh(z) ** 2
        elif name == "relu":
            a, d = np.maximum(z, 0), np.heaviside(z, 0)
        else:
            a, d = z, np.ones(z.shape)
        step = d.reshape(-1, 1) * W.T
        J = step if J is None else step @ J
    return J


# wrong network_jacobian [no-activations]: only the weights
def network_jacobian(mlp, x):
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = mlp.W[l].T @ J
    return J


# wrong network_jacobian [no-activations]: product of the layers' Jacobians
def network_jacobian(mlp, x):
    return layer_jacobian(mlp, 3) @ layer_jacobian(mlp, 2) @ layer_jacobian(mlp, 1)


# wrong network_jacobian [last-activation-missing]: the last activation missing
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = mlp.W[1].T
    for l in range(1, len(mlp.layer_sizes) - 1):
        J = mlp.W[l + 1].T @ np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ J
    return J


# wrong network_jacobian [last-activation-missing]: z of the output, by differences
def network_jacobian(mlp, x):
    J = np.zeros((mlp.layer_sizes[-1], len(x)))
    for j in range(len(x)):
        h = np.zeros(len(x))
        h[j] = 1e-5
        mlp.forward(x + h)
        up = mlp.z[-1][0]
        mlp.forward(x - h)
        J[:, j] = (up - mlp.z[-1][0]) / 2e-5
    return J


# wrong network_jacobian [some-activations-missing]: the first activation missing
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = mlp.W[1].T
    for l in (2, 3):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [some-activations-missing]: only the last activation
def network_jacobian(mlp, x):
    mlp.forward(x)
    d = mlp.slope(mlp.activations[-1], mlp.z[-1])[0]
    return np.diag(d) @ mlp.W[3].T @ mlp.W[2].T @ mlp.W[1].T


# wrong network_jacobian [first-layer-missing]: loop from 2
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(mlp.layer_sizes[1])
    for l in range(2, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [last-layer-missing]: loop ends early
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes) - 1):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [one-layer-only]: last layer only
def network_jacobian(mlp, x):
    mlp.forward(x)
    return np.diag(mlp.slope(mlp.activations[-1], mlp.z[-1])[0]) @ layer_jacobian(mlp, 3)


# wrong network_jacobian [transposed]: product from the left
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = J @ mlp.W[l] * mlp.slope(mlp.activations[l - 1], mlp.z[l])
    return J


# wrong network_jacobian [transposed]: rows for the inputs
def network_jacobian(mlp, x):
    h = 1e-5
    return np.array([(mlp.forward(x + h * e)[0] - mlp.forward(x - h * e)[0]) / (2 * h) for e in np.eye(len(x))])


# wrong network_jacobian [no-activations]: W1 W2 W3
def network_jacobian(mlp, x):
    return mlp.W[1] @ mlp.W[2] @ mlp.W[3]


# wrong network_jacobian [order-reversed]: order reversed
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = J @ np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T
    return J


# wrong network_jacobian [slope-on-the-wrong-side]: the factors of each layer reversed
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = mlp.W[l].T @ np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ J
    return J


# wrong network_jacobian [one-activation-everywhere]: sigmoid' for all
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        s = 1 / (1 + np.exp(-mlp.z[l][0]))
        J = np.diag(s * (1 - s)) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [one-activation-everywhere]: a(1 - a) for all
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        a = mlp.a[l][0]
        J = np.diag(a * (1 - a)) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [one-activation-everywhere]: tanh' for all
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(1 - np.tanh(mlp.z[l][0]) ** 2) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-at-a]: slope at a
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.a[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [activation-not-slope]: the activations, not their slopes
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.a[l][0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [activation-not-slope]: activation for slope
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(mlp.layer_sizes[-1])
    for l in (3, 2, 1):
        g = mlp.activation(mlp.activations[l - 1], mlp.z[l])
        J = (J * g) @ mlp.W[l].T
    return J


# wrong network_jacobian [activation-of-another-layer]: names off by one
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 2], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [exception]: names off by one, to the right
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [one-activation-everywhere]: the last activation's name for all
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[-1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [one-activation-everywhere]: the first activation's name for all
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[0], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [another-forward]: own forward pass without biases
def network_jacobian(mlp, x):
    a, J = np.array([x]), np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        z = a @ mlp.W[l]
        a = mlp.activation(mlp.activations[l - 1], z)
        J = np.diag(mlp.slope(mlp.activations[l - 1], z)[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [another-forward]: own forward pass without activations
def network_jacobian(mlp, x):
    a, J = np.array([x]), np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        a = a @ mlp.W[l] + mlp.b[l]
        J = np.diag(mlp.slope(mlp.activations[l - 1], a)[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [another-instance]: forgets forward
def network_jacobian(mlp, x):
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [another-instance]: at 0, not at x
def network_jacobian(mlp, x):
    mlp.forward(np.zeros(len(x)))
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [another-instance]: at ones, not at x
def network_jacobian(mlp, x):
    mlp.forward(np.ones(len(x)))
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [loss-gradient]: derivative of the loss by x
def network_jacobian(mlp, x):
    yhat = mlp.forward(x)
    mlp.backward(np.ones_like(yhat), yhat)
    return mlp.da[0]


# wrong network_jacobian [loss-gradient]: the loss with class 0
def network_jacobian(mlp, x):
    yhat = mlp.forward(x)
    mlp.backward(np.zeros(yhat.shape), yhat)
    return mlp.da[0]


# wrong network_jacobian [shape]: the output itself
def network_jacobian(mlp, x):
    return mlp.forward(x)


# wrong network_jacobian [shape-only]: flat
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J.ravel()


# wrong network_jacobian [shape-only]: squeezed, so that one output gives a vector
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J.squeeze()


# wrong network_jacobian [one-row]: outputs summed
def network_jacobian(mlp, x):
    mlp.forward(x)
    da = np.ones((1, mlp.layer_sizes[-1]))
    for l in (3, 2, 1):
        da = da * mlp.slope(mlp.activations[l - 1], mlp.z[l]) @ mlp.W[l].T
    return da


# wrong network_jacobian [one-row]: first output only
def network_jacobian(mlp, x):
    h = 1e-5
    return [[(mlp.forward(x + h * e)[0, 0] - mlp.forward(x - h * e)[0, 0]) / (2 * h) for e in np.eye(len(x))]]


# wrong network_jacobian [coarse-step | nearly]: a forward difference of 1e-4
def network_jacobian(mlp, x):
    h = 1e-4
    y = mlp.forward(x)[0]
    return np.array([(mlp.forward(x + h * e)[0] - y) / h for e in np.eye(len(x))]).T


# wrong network_jacobian [coarse-step]: a forward difference of 0.01
def network_jacobian(mlp, x):
    h = 0.01
    y = mlp.forward(x)[0]
    J = np.zeros((len(y), len(x)))
    for j in range(len(x)):
        moved = x.copy()
        moved[j] = moved[j] + h
        J[:, j] = (mlp.forward(moved)[0] - y) / h
    return J


# wrong network_jacobian [coarse-step]: a central difference of 0.1
def network_jacobian(mlp, x):
    h = 0.1
    return np.array([(mlp.forward(x + h * e)[0] - mlp.forward(x - h * e)[0]) / (2 * h) for e in np.eye(len(x))]).T


# wrong network_jacobian [constant-factor]: central difference divided by h
def network_jacobian(mlp, x):
    h = 1e-5
    return np.array([(mlp.forward(x + h * e)[0] - mlp.forward(x - h * e)[0]) / h for e in np.eye(len(x))]).T


# wrong network_jacobian [constant-factor]: minus
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = -np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian []: the last slope twice
def network_jacobian(mlp, x):
    yhat = mlp.forward(x)
    J = np.diag(mlp.slope(mlp.activations[-1], mlp.z[-1])[0])
    for l in (3, 2, 1):
        J = J @ np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T
    return J


# wrong network_jacobian [weights-not-transposed]: W as it is stored
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l] @ J
    return J


# wrong network_jacobian [order-reversed]: only the weights, from the first to the last
def network_jacobian(mlp, x):
    return layer_jacobian(mlp, 1) @ layer_jacobian(mlp, 2) @ layer_jacobian(mlp, 3)


# wrong network_jacobian [one-activation-everywhere]: believes in relu
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = ((mlp.z[l] > 0) * 1.0).T * (mlp.W[l].T @ J)
    return J


# wrong network_jacobian [usual-activations]: relu inside, sigmoid at the end
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in (1, 2, 3):
        if l < 3:
            d = np.where(mlp.z[l][0] > 0, 1, 0)
        else:
            d = mlp.a[l][0] * (1 - mlp.a[l][0])
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-of-tanh]: 1 - tanh, not squared
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l, name in enumerate(mlp.activations, 1):
        d = mlp.slope(name, mlp.z[l])[0]
        if name == "tanh":
            d = 1 - np.tanh(mlp.z[l][0])
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-of-sigmoid]: s(1 + s) for the sigmoid
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l, name in enumerate(mlp.activations, 1):
        d = mlp.slope(name, mlp.z[l])[0]
        if name == "sigmoid":
            d = mlp.a[l][0] * (1 + mlp.a[l][0])
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-of-tanh]: 1/cosh, not squared
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l, name in enumerate(mlp.activations, 1):
        d = mlp.slope(name, mlp.z[l])[0]
        if name == "tanh":
            d = 1 / np.cosh(mlp.z[l][0])
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-of-relu | some-activations-missing]: relu taken for linear
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l, name in enumerate(mlp.activations, 1):
        z = mlp.z[l][0]
        if name == "sigmoid":
            d = mlp.a[l][0] * (1 - mlp.a[l][0])
        elif name == "tanh":
            d = 1 - mlp.a[l][0] ** 2
        else:
            d = np.ones(len(z))
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [usual-activations]: believes that hidden layers are tanh and the output a sigmoid
def network_jacobian(mlp, x):
    mlp.forward(x)
    a1, a2, y = mlp.a[1][0], mlp.a[2][0], mlp.a[3][0]
    return np.diag(y * (1 - y)) @ mlp.W[3].T @ np.diag(1 - a2**2) @ mlp.W[2].T @ np.diag(1 - a1**2) @ mlp.W[1].T


# wrong network_jacobian [whole-numbers | zeros]: array of integers
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    out = np.zeros(J.shape, dtype=int)
    out[:] = J
    return out


# wrong network_jacobian [rounded]: three decimals
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return np.round(J, 3)


# wrong network_jacobian []: absolute values
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    return abs(J)


# wrong network_jacobian [none]: printed
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T @ J
    print(J)


# wrong network_jacobian [exception]: z is one row, not a vector
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, len(mlp.layer_sizes)):
        J = np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [same-everywhere | shape]: the docstring's example
def network_jacobian(mlp, x):
    y = np.tanh(3 * x[0] - 5 * x[1])
    d = 1 - y**2
    return np.array([[3 * d, -5 * d]])


# wrong network_jacobian []: gradient of the weights
def network_jacobian(mlp, x):
    yhat = mlp.forward(x)
    mlp.backward(np.ones_like(yhat), yhat)
    return mlp.dW[1].T


# right network_jacobian: forward differences with a tiny step
def network_jacobian(mlp, x):
    h = 1e-8
    y = mlp.forward(x)[0].copy()
    return np.array([(mlp.forward(x + h * e)[0] - y) / h for e in np.eye(len(x))]).T


# wrong network_jacobian [slope-of-linear]: linear taken for a sigmoid
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope('sigmoid' if mlp.activations[l - 1] == 'linear' else mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-of-linear]: linear taken for tanh
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope('tanh' if mlp.activations[l - 1] == 'linear' else mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-of-linear]: a slope of 0 for linear
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = (mlp.activations[l - 1] != 'linear') * mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [slope-of-linear]: z for the slope of linear
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.z[l][0] if mlp.activations[l - 1] == 'linear' else mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [usual-activations]: the output taken for a sigmoid
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope('sigmoid' if l == 3 else mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [weights-not-transposed]: transposed only where the shape asks for it
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ (mlp.W[l] if mlp.W[l].shape[1] == len(J) else mlp.W[l].T) @ J
    return J


# wrong network_jacobian [entry-by-entry]: a star for the product
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = d * mlp.W[l].T * J
    return J


# wrong network_jacobian [entry-by-entry]: stars between the layers
def network_jacobian(mlp, x):
    mlp.forward(x)
    A, B, C = [np.diag(mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]) @ mlp.W[l].T for l in (1, 2, 3)]
    return C * B * A


# wrong network_jacobian [middle-layer-missing]: the loop leaves out the second layer
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in (1, 3):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [another-network]: a new network
def network_jacobian(mlp, x):
    mlp = MLP(mlp.layer_sizes, mlp.activations)
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [times-x]: times x
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.W[l].T @ J
    return J @ x


# wrong network_jacobian [dW]: dW for W
def network_jacobian(mlp, x):
    y = mlp.forward(x)
    mlp.backward(np.ones_like(y), y)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0]
        J = np.diag(d) @ mlp.dW[l].T @ J
    return J


# wrong network_jacobian [transposed-and-activation-missing]: transposed, and no slope of the output
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0] if l < 3 else np.ones(mlp.layer_sizes[3])
        J = np.diag(d) @ mlp.W[l].T @ J
    return J.T


# wrong network_jacobian [some-activations-missing]: the first two activations missing, both
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0] if l == 3 else np.ones(mlp.layer_sizes[l])
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian []: every slope squared
def network_jacobian(mlp, x):
    mlp.forward(x)
    J = np.eye(len(x))
    for l in range(1, 4):
        d = mlp.slope(mlp.activations[l - 1], mlp.z[l])[0] ** 2
        J = np.diag(d) @ mlp.W[l].T @ J
    return J


# wrong network_jacobian [loss-gradient]: the gradient of the loss for each output
def network_jacobian(mlp, x):
    y = mlp.forward(x)
    mlp.backward(np.ones_like(y), y)
    return np.tile(mlp.da[0], (y.size, 1))


# wrong network_jacobian [not-divided]: a difference that is not divided
def network_jacobian(mlp, x):
    h = 1e-6
    y = mlp.forward(x)[0].copy()
    return np.array([mlp.forward(x + h * e)[0] - y for e in np.eye(len(x))]).T


# right model_settings: tanh
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# right model_settings: relu
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 500,
        "seed": 42,
    }


# right model_settings: dict() and tuples
def model_settings():
    return dict(
        layer_sizes=(2, 10, 10, 1),
        activations=("relu", "relu", "sigmoid"),
        learning_rate=0.3,
        epochs=600,
        seed=0,
    )


# right model_settings: sigmoid everywhere, a high rate
def model_settings():
    settings = {}
    settings["layer_sizes"] = [2, 8, 8, 1]
    settings["activations"] = ["sigmoid"] * 3
    settings["learning_rate"] = 3
    settings["epochs"] = 3000
    settings["seed"] = 0
    return settings


# right model_settings: relu and tanh
def model_settings():
    return {"layer_sizes": [2, 8, 4, 1], "activations": ["relu", "tanh", "sigmoid"],
            "learning_rate": 0.5, "epochs": 800, "seed": 3}


# right model_settings: tanh and relu
def model_settings():
    hidden = ["tanh", "relu"]
    return {"layer_sizes": [2, 8, 4, 1], "activations": hidden + ["sigmoid"],
            "learning_rate": 5e-1, "epochs": 800, "seed": 3}


# right model_settings: as wide as allowed
def model_settings():
    return {
        "layer_sizes": [2, 64, 64, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.1,
        "epochs": 400,
        "seed": 0,
    }


# right model_settings: small net, many epochs
def model_settings():
    return {
        "layer_sizes": [2, 4, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 3000,
        "seed": 0,
    }


# right model_settings: as many epochs as allowed
def model_settings():
    return {
        "layer_sizes": [2, 6, 6, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.3,
        "epochs": 20_000,
        "seed": 0,
    }


# right model_settings: a rate of 1 as an integer
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 1,
        "epochs": 300,
        "seed": 123,
    }


# right model_settings: NumPy's numbers
def model_settings():
    return {
        "layer_sizes": np.array([2, 8, 8, 1]),
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": np.float64(0.5),
        "epochs": np.int64(500),
        "seed": np.int32(1),
    }


# right model_settings: a linear layer between
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["tanh", "linear", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 800,
        "seed": 0,
    }


# right model_settings: from JSON
def model_settings():
    import json
    text = """{"layer_sizes": [2, 16, 8, 1], "activations": ["relu", "relu", "sigmoid"],
               "learning_rate": 0.2, "epochs": 1500, "seed": 2024}"""
    return json.loads(text)


# right model_settings: zip of keys and values
KEYS = ["layer_sizes", "activations", "learning_rate", "epochs", "seed"]


def model_settings():
    return dict(zip(KEYS, [[2, 20, 5, 1], ["sigmoid", "tanh", "sigmoid"], 1.0, 2000, 0]))


# right model_settings: an OrderedDict
def model_settings():
    from collections import OrderedDict
    return OrderedDict(
        [
            ("seed", 0),
            ("epochs", 5000),
            ("learning_rate", 0.1),
            ("activations", ["tanh", "tanh", "sigmoid"]),
            ("layer_sizes", [2, 8, 8, 1]),
        ]
    )


# right model_settings: the example changed
def model_settings(base=None):
    settings = base or {
        "layer_sizes": [2, 1, 1, 1],
        "activations": ["linear", "linear", "sigmoid"],
        "learning_rate": 0.01,
        "epochs": 10,
        "seed": 0,
    }
    settings.update(layer_sizes=[2, 12, 6, 1], activations=3 * ["sigmoid"], learning_rate=5.0, epochs=2000, seed=2)
    print(settings)
    return settings


# right model_settings: a dataclass turned into a dict
from dataclasses import asdict, dataclass, field


@dataclass
class Settings:
    layer_sizes: list = field(default_factory=lambda: [2, 3, 3, 1])
    activations: list = field(default_factory=lambda: ["tanh", "tanh", "sigmoid"])
    learning_rate: float = 0.5
    epochs: int = 5000
    seed: int = 5


def model_settings():
    return asdict(Settings())


# right model_settings: looks for a good seed by itself
def circles(n, rng):
    y = np.arange(n) % 2
    r = np.where(y == 0, 1.0, 0.45)
    t = rng.uniform(0, 2 * np.pi, n)
    x = np.column_stack([r * np.cos(t), r * np.sin(t)]) + rng.normal(0, 0.1, (n, 2))
    return x, y.reshape(-1, 1)


def model_settings():
    rng = np.random.default_rng(3)
    best, kept = 0, None
    for seed in range(3):
        settings = {
            "layer_sizes": [2, 16, 8, 1],
            "activations": ["tanh", "tanh", "sigmoid"],
            "learning_rate": 0.5,
            "epochs": 300,
            "seed": seed,
        }
        mlp = MLP(settings["layer_sizes"], settings["activations"], settings["seed"])
        x, y = circles(200, rng)
        for _ in range(settings["epochs"]):
            mlp.backward(y, mlp.forward(x))
            mlp.update(settings["learning_rate"])
        x, y = circles(200, rng)
        accuracy = np.mean((mlp.forward(x) > 0.5) == y)
        if accuracy > best:
            best, kept = accuracy, settings
    return kept


# wrong model_settings [linear]: the docstring's example
def model_settings():
    return {
        "layer_sizes": [2, 1, 1, 1],
        "activations": ["linear", "linear", "sigmoid"],
        "learning_rate": 0.01,
        "epochs": 10,
        "seed": 0,
    }


# wrong model_settings [linear]: linear hidden layers
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["linear", "linear", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [small-rate]: a tiny learning rate
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.0001,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [loss-still-high]: sigmoids with a small rate
def model_settings():
    return {
        "layer_sizes": [2, 8, 8, 1],
        "activations": ["sigmoid", "sigmoid", "sigmoid"],
        "learning_rate": 0.1,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [large-rate]: a huge rate with relu
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 100,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [large-rate]: a large rate with tanh
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 50.0,
        "epochs": 300,
        "seed": 0,
    }


# wrong model_settings [large-rate]: a huge rate for a few epochs
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 1000.0,
        "epochs": 30,
        "seed": 0,
    }


# wrong model_settings [loss-still-high]: a small rate with tanh
def model_settings():
    return {
        "layer_sizes": [2, 8, 8, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.01,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [loss-still-high]: sigmoids, small steps for very long
def model_settings():
    return {
        "layer_sizes": [2, 8, 8, 1],
        "activations": ["sigmoid", "sigmoid", "sigmoid"],
        "learning_rate": 0.01,
        "epochs": 20000,
        "seed": 0,
    }


# wrong model_settings [large-rate]: a rate of 10
def model_settings():
    return {
        "layer_sizes": [2, 8, 8, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 10,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [large-rate]: huge steps with sigmoids
def model_settings():
    return {
        "layer_sizes": [2, 16, 8, 1],
        "activations": ["sigmoid", "sigmoid", "sigmoid"],
        "learning_rate": 500.0,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [dead-relu]: a second layer of one relu that is off
def model_settings():
    return {
        "layer_sizes": [2, 8, 1, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 1000,
        "seed": 4,
    }


# wrong model_settings [narrow]: two units of relu
def model_settings():
    return {
        "layer_sizes": [2, 2, 2, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [few-epochs]: five epochs
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 5,
        "seed": 0,
    }


# wrong model_settings [few-epochs]: one epoch
def model_settings():
    return {
        "layer_sizes": [2, 32, 32, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.1,
        "epochs": 1,
        "seed": 0,
    }


# wrong model_settings [work]: no epochs
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 0,
        "seed": 0,
    }


# wrong model_settings [output-not-a-probability]: linear output
def model_settings():
    return {
        "layer_sizes": [2, 16, 8, 1],
        "activations": ["tanh", "tanh", "linear"],
        "learning_rate": 0.1,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [output-not-a-probability]: relu output
def model_settings():
    return {
        "layer_sizes": [2, 16, 8, 1],
        "activations": ["relu", "relu", "relu"],
        "learning_rate": 0.1,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [output-not-a-probability]: tanh output
def model_settings():
    return {
        "layer_sizes": [2, 16, 8, 1],
        "activations": ["tanh", "tanh", "tanh"],
        "learning_rate": 0.1,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [narrow]: one unit a layer
def model_settings():
    return {
        "layer_sizes": [2, 1, 1, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 3000,
        "seed": 0,
    }


# wrong model_settings [narrow]: a first layer of one relu
def model_settings():
    return {
        "layer_sizes": [2, 1, 16, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 2000,
        "seed": 0,
    }


# wrong model_settings [sizes]: one hidden layer
def model_settings():
    return {
        "layer_sizes": [2, 16, 1],
        "activations": ["tanh", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [sizes]: three hidden layers
def model_settings():
    return {
        "layer_sizes": [2, 8, 8, 8, 1],
        "activations": ["tanh", "tanh", "tanh", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [sizes]: hidden layers only
def model_settings():
    return {
        "layer_sizes": [16, 4],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [sizes]: two outputs
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 2],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [sizes]: as many inputs as points
def model_settings():
    return {
        "layer_sizes": [1000, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [sizes]: text
def model_settings():
    return {
        "layer_sizes": "2, 16, 4, 1",
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [work]: too many units
def model_settings():
    return {
        "layer_sizes": [2, 128, 64, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.1,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [work]: too many epochs
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 100000,
        "seed": 0,
    }


# wrong model_settings [activations]: two names
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [activations]: a name for the input as well
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["linear", "tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [activations]: softmax
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "softmax"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [not_data]: functions for names
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": [np.tanh, np.tanh, lambda z: 1 / (1 + np.exp(-z))],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [activations]: one name
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": "tanh",
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [keys]: the seed left out
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
    }


# wrong model_settings [keys]: eta for the learning rate
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "eta": 0.7,
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [rate]: a negative rate
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": -0.5,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [rate]: a rate of 0
def model_settings():
    return {
        "layer_sizes": [2, 16, 16, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.0,
        "epochs": 500,
        "seed": 0,
    }


# wrong model_settings [rate]: the rate as text
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": "0.7",
        "epochs": 200,
        "seed": 0,
    }


# wrong model_settings [seed]: no seed
def model_settings():
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": "random",
    }


# wrong model_settings [kind]: a list of the values
def model_settings():
    return [[2, 16, 4, 1], ["tanh", "tanh", "sigmoid"], 0.7, 200, 0]


# wrong model_settings [not_data]: the trained network
def model_settings():
    return MLP([2, 16, 4, 1], ["tanh", "tanh", "sigmoid"], 0)


# wrong model_settings [none | kind]: printed
def model_settings():
    print({"layer_sizes": [2, 16, 4, 1], "activations": ["tanh", "tanh", "sigmoid"],
           "learning_rate": 0.7, "epochs": 200, "seed": 0})


# wrong model_settings [kind]: a sentence
def model_settings():
    return "Two hidden layers of 16 and 4 units, tanh, a learning rate of 0.7 and 200 epochs"


# wrong model_settings [exception]: words without quotes
def model_settings():
    return {layer_sizes: [2, 16, 4, 1], activations: ["tanh", "tanh", "sigmoid"]}


# wrong model_settings [dead-relu]: three units of relu that are off wherever the points are
def model_settings():
    return {
        "layer_sizes": [2, 3, 3, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.1,
        "epochs": 1000,
        "seed": 146,
    }


# wrong model_settings [dead-relu | large-rate]: relu put out by large steps
def model_settings():
    return {
        "layer_sizes": [2, 8, 8, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 5,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [dead-relu]: one unit of relu that is off
def model_settings():
    return {
        "layer_sizes": [2, 16, 1, 1],
        "activations": ["relu", "relu", "sigmoid"],
        "learning_rate": 0.1,
        "epochs": 1000,
        "seed": 0,
    }


# wrong model_settings [narrow]: two units that bend
def model_settings():
    return {
        "layer_sizes": [2, 8, 2, 1],
        "activations": ["linear", "tanh", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 2000,
        "seed": 0,
    }
