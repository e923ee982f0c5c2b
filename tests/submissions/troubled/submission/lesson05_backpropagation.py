# ruff: noqa: E741
import numpy as np


class MLP:
    """A multilayer perceptron: a network for classification, trained by gradient descent.

    Layers are numbered from 1, and a[0] is the input. There is one row for each data instance:

        z[l] = a[l-1] @ W[l] + b[l]        a[l] = g[l](z[l])

    Parameters
    ----------
    layer_sizes : list of int
        The number of inputs, then the number of units of each layer; the last is that of outputs.
    activations : list of str
        The activation function of each layer: "sigmoid", "relu", "tanh" or "linear".
    seed : int
        What the random weights at the start are drawn with.

    Attributes
    ----------
    layer_sizes, activations
        As given.
    W, b : lists of arrays
        Weights, of shape (units of l-1, units of l), and biases, of shape (1, units of l).
    z, a : lists of arrays
        What the last call of `forward` computed on its way.
    dW, db, dz, da : lists of arrays
        The derivatives of the loss by W, b, z and a, from the last call of `backward`.

    In every list entry l belongs to layer l. Entry 0 is None, except in a and da.
    """

    def __init__(self, layer_sizes, activations, seed=0):
        if len(activations) != len(layer_sizes) - 1:
            raise ValueError("there must be one activation for each layer after the input")
        for name in activations:
            if name not in ("sigmoid", "relu", "tanh", "linear"):
                raise ValueError(f"{name!r} is no activation: take sigmoid, relu, tanh or linear")
        self.layer_sizes = list(layer_sizes)
        self.activations = list(activations)

        count = len(layer_sizes)
        self.W, self.b, self.z, self.a = ([None] * count for _ in range(4))
        self.dW, self.db, self.dz, self.da = ([None] * count for _ in range(4))

        rng = np.random.default_rng(seed)
        for l in range(1, count):
            inputs, units = self.layer_sizes[l - 1], self.layer_sizes[l]
            self.W[l] = rng.normal(0.0, np.sqrt(2.0 / inputs), size=(inputs, units))
            self.b[l] = np.zeros((1, units))

    @staticmethod
    def activation(name, z):
        """Return g(z), element by element, for the activation function of that name."""
        if name == "sigmoid":
            e = np.exp(-np.abs(z))  # never overflows
            return np.where(z >= 0, 1.0, e) / (1.0 + e)
        if name == "relu":
            return np.maximum(z, 0.01 * z)
        if name == "tanh":
            return np.tanh(z)
        return 1.0 * z

    @staticmethod
    def slope(name, z):
        """Return g'(z), element by element: the derivative of that activation function."""
        if name == "sigmoid":
            e = np.exp(-np.abs(z))
            return e / (1.0 + e) ** 2
        if name == "relu":
            return np.where(z > 0, 1.0, 0.0)
        if name == "tanh":
            return 1.0 - np.tanh(z) ** 2
        return np.ones_like(z)

    def forward(self, x):
        """Return the output for the instances `x`, one a row, and keep z and a of every layer."""
        self.a[0] = np.atleast_2d(np.asarray(x, dtype=float))
        for l in range(1, len(self.layer_sizes)):
            self.z[l] = self.a[l - 1] @ self.W[l] + self.b[l]
            self.a[l] = self.activation(self.activations[l - 1], self.z[l])
        return self.a[-1]

    def backward(self, y, yhat):
        """Find the derivatives of the loss, the mean binary cross-entropy, after `forward`.

        `y` holds the true classes, 0 or 1, and `yhat` what `forward` returned, in the same shape.
        """
        yhat = np.clip(yhat, 1e-12, 1.0 - 1e-12)
        y = np.reshape(y, yhat.shape)
        self.da[-1] = ((1.0 - y) / (1.0 - yhat) - y / yhat) / y.size
        for l in range(len(self.layer_sizes) - 1, 0, -1):
            self.dz[l] = self.da[l] * self.slope(self.activations[l - 1], self.z[l])
            self.dW[l] = self.a[l - 1].T @ self.dz[l]
            self.db[l] = self.dz[l].sum(axis=0, keepdims=True)
            self.da[l - 1] = self.dz[l] @ self.W[l].T

    def update(self, eta):
        """Take a step of gradient descent with the learning rate `eta`, after `backward`."""
        for l in range(1, len(self.layer_sizes)):
            self.W[l] = self.W[l] - eta * self.dW[l]
            self.b[l] = self.b[l] - eta * self.db[l]


def jacobian_term():
    return "W"
