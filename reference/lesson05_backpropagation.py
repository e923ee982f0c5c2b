"""Lesson 5 · Backpropagation

A neural network is a chain of functions, one for each layer. By the chain rule, the Jacobian of the
whole is the product of the Jacobians of its layers; and backpropagation is nothing but this product,
multiplied out from the back. In this lesson you look for the Jacobian in the code of a network, build
the Jacobian of the whole network from it, and train a network of your own.

The network is `class MLP` below. It is finished: read it with care, above all `backward`, but leave it
as it is. (You may add comments.)

Fill in each function after it: delete the line that raises NotImplementedError, and put your own in its
place. Leave the names and the arguments as they are.
"""

# ruff: noqa: E741 (a layer is called l, as in the formulas)
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
            return np.maximum(z, 0.0)
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
    """Say which name in `backward()` holds ∂z[l]/∂a[l-1], the Jacobian that carries the error back.

    Return one of these words, for example `return "db"`:

    - "W"   the weights of the layer
    - "dW"  the derivatives of the loss by the weights
    - "dz"  the derivatives of the loss by z, what goes into the activation function
    - "da"  the derivatives of the loss by a, what comes out of it
    - "db"  the derivatives of the loss by the biases
    """
    ### BEGIN SOLUTION
    return "W"
    ### END SOLUTION


def layer_jacobian(mlp, layer):
    """Return the Jacobian ∂z[layer]/∂a[layer-1] of one layer of the network `mlp`.

    The result is an array of shape (units of `layer`, units of `layer` - 1): as in lesson 4, a row for
    each output of the layer and a column for each input. `mlp` is an `MLP`, and `layer` counts from 1.

    Example: if one unit is fed by two, as z = 3 a₁ − 5 a₂ + 4, its Jacobian is [[3, −5]].
    """
    ### BEGIN SOLUTION
    return mlp.W[layer].T
    ### END SOLUTION


def network_jacobian(mlp, x):
    """Return the Jacobian ∂yhat/∂x of the whole network `mlp` at one instance `x`.

    `x` is an array of shape (N,), where N is the number of inputs; the result has the shape (outputs, N).
    It is the product of the Jacobians of all layers. Don't forget the activation functions: each layer
    has one, which has a Jacobian too.

    Example: for yhat = tanh(3 x₁ − 5 x₂), a network of a single layer, it is [[3 d, −5 d]] with
    d = 1 − yhat².
    """
    ### BEGIN SOLUTION
    mlp.forward(x)
    product = np.eye(mlp.layer_sizes[0])
    for layer, name in enumerate(mlp.activations, start=1):
        slopes = mlp.slope(name, mlp.z[layer][0])
        product = np.diag(slopes) @ layer_jacobian(mlp, layer) @ product
    return product
    ### END SOLUTION


def model_settings():
    """Return the settings of a network that learns to tell two circles apart, as a dict.

    The points of one class lie on a circle of radius 1 around (0, 0), those of the other on a circle of
    radius 0.3 to 0.5 inside it. Noise, with a standard deviation of at most 0.1, moves each point a little.
    The network is trained on 1,000 such points, all at once in each epoch,

        mlp = MLP(settings["layer_sizes"], settings["activations"], settings["seed"])
        for _ in range(settings["epochs"]):
            yhat = mlp.forward(x)
            mlp.backward(y, yhat)
            mlp.update(settings["learning_rate"])

    and then has to put at least 95 % of unseen points on the right side, with yhat > 1/2 for class 1.
    It must have two inputs, two hidden layers and one output; at most 64 units a layer and 20,000 epochs.

    A dict of the right form, which learns next to nothing:

        {
            "layer_sizes": [2, 1, 1, 1],
            "activations": ["linear", "linear", "sigmoid"],
            "learning_rate": 0.01,
            "epochs": 10,
            "seed": 0,
        }
    """
    ### BEGIN SOLUTION
    return {
        "layer_sizes": [2, 16, 4, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.7,
        "epochs": 200,
        "seed": 0,
    }
    ### END SOLUTION
