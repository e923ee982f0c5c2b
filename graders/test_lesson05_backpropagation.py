"""Lesson 5 · Backpropagation in a multilayer perceptron with two hidden layers."""

import numpy as np

from graders.engine import close, item, jacobian_of, lesson, mistake, one_of, trains

MLP = lesson(__file__).MLP
NETWORKS = [  # no two layers of one size, no activation twice: sizes and slopes tell layers apart
    ([3, 4, 5, 2], ["tanh", "sigmoid", "linear"]),
    ([2, 5, 3, 4], ["sigmoid", "tanh", "sigmoid"]),
    ([4, 3, 6, 1], ["linear", "tanh", "sigmoid"]),
]


def networks(draw):
    """Make networks that have seen data: weights, biases and differentials of all layers are filled."""
    for sizes, activations in NETWORKS:
        network = MLP(sizes, activations, seed=int(draw.rng.integers(2**31)))
        for layer in range(1, 4):
            network.b[layer] = draw.array(network.b[layer].shape, -1, 1)
        outputs = network.forward(draw.array((6, sizes[0]), -2, 2))
        network.backward((outputs > 0.5).astype(float), np.clip(outputs, 0.1, 0.9))
        yield network


def jacobian(mlp, x, slope=None, layers=(3, 2, 1), activated=(3, 2, 1)):
    """Multiply layers' Jacobians, the last leftmost; the ways to go wrong are arguments."""
    mlp.forward(x)
    slope = slope or (lambda layer: mlp.slope(mlp.activations[layer - 1], mlp.z[layer][0]))
    product = None
    for layer in layers:
        factor = mlp.W[layer].T
        if layer in activated:
            factor = slope(layer)[:, None] * factor
        product = factor if product is None else product @ factor
    return product


@item(
    3,
    hint="The error of a layer becomes that of the layer before it in one line of backward(): what is it multiplied by?",
)
@mistake(
    "dW",
    lambda: "dW",
    "dW says how the loss changes with the weights. Which matrix does the error pass through on its way back?",
)
@mistake(
    "dz", lambda: "dz", "dz is the error itself, being carried. Which matrix multiplies it on the way back?"
)
@mistake(
    "da",
    lambda: "da",
    "da is what arrives in the layer before: the result of the multiplication, not its factor.",
)
@mistake(
    "db",
    lambda: "db",
    "db says how the loss changes with the biases. They are added, so they carry nothing back.",
)
def test_jacobian_term(student, reference):
    """jacobian_term() names the Jacobian in backward()"""
    assert student.jacobian_term() == one_of(reference.jacobian_term(), "dW", "dz", "da", "db", exact=True)


@item(5, hint="z = a W + b with rows: by which number is z's unit i moved when a's unit j moves by 1?")
@mistake(
    "not-transposed",
    lambda mlp, layer: mlp.W[layer],
    "With rows, z = aW + b: which entry of W joins aⱼ to zᵢ, and where does it belong in the Jacobian?",
)
@mistake(
    "next-layer",
    lambda mlp, layer: mlp.W[layer + 1].T,
    "This is another layer's matrix: W[l] leads into layer l.",
)
@mistake(
    "layer-before",
    lambda mlp, layer: mlp.W[layer - 1].T,
    "This is the matrix of the layer before: W[l] leads into layer l.",
)
@mistake(
    "dW",
    lambda mlp, layer: mlp.dW[layer].T,
    "That is dW, the derivative of the loss by the weights. Asked is ∂z/∂a.",
)
@mistake(
    "dW-not-transposed",
    lambda mlp, layer: mlp.dW[layer],
    "That is dW, the derivative of the loss by the weights. Asked is ∂z/∂a.",
)
@mistake(
    "with-activation",
    lambda mlp, layer: mlp.slope(mlp.activations[layer - 1], mlp.z[layer][0])[:, None] * mlp.W[layer].T,
    "You give ∂a[l]/∂a[l−1]: this item stops at z, before the activation.",
)
def test_layer_jacobian(student, reference, draw):
    """layer_jacobian(mlp, layer) is ∂z[l]/∂a[l−1]"""
    for network in networks(draw):
        for layer in (2, 1, 3):
            assert student.layer_jacobian(network, layer) == close(reference.layer_jacobian(network, layer))


@item(
    5,
    hint="Run forward(x); each layer contributes its ∂z/∂a, and row i of that times the slope of its activation at zᵢ.",
)
@mistake(
    "no-activations",
    lambda mlp, x: jacobian(mlp, x, activated=()),
    "The activations are missing: each layer also contributes the slope of its own at z.",
)
@mistake(
    "last-activation-missing",
    lambda mlp, x: jacobian(mlp, x, activated=(2, 1)),
    "The last layer's activation is missing.",
)
@mistake(
    "first-activation-missing",
    lambda mlp, x: jacobian(mlp, x, activated=(3, 2)),
    "The first layer's activation is missing.",
)
@mistake(
    "first-layer-missing",
    lambda mlp, x: jacobian(mlp, x, layers=(3, 2)),
    "The first layer is missing: the way leads back to the inputs.",
)
@mistake(
    "last-layer-missing",
    lambda mlp, x: jacobian(mlp, x, layers=(2, 1)),
    "The last layer is missing: the way starts at the outputs.",
)
@mistake(
    "transposed",
    lambda mlp, x: jacobian(mlp, x).T,
    "You have the transpose: a row for each output, a column for each input.",
)
@mistake(
    "sigmoid-everywhere",
    lambda mlp, x: jacobian(mlp, x, lambda layer: mlp.slope("sigmoid", mlp.z[layer][0])),
    "You used the slope of the sigmoid in every layer: each has its own activation.",
)
@mistake(
    "slope-at-a",
    lambda mlp, x: jacobian(mlp, x, lambda layer: mlp.slope(mlp.activations[layer - 1], mlp.a[layer][0])),
    "The slope of an activation is taken at z, before the activation, not at a.",
)
@mistake(
    "activation-not-slope",
    lambda mlp, x: jacobian(mlp, x, lambda layer: mlp.a[layer][0]),
    "You multiply by the activations themselves: their slopes are what carries a change.",
)
def test_network_jacobian(student, reference, draw):
    """network_jacobian(mlp, x) is ∂yhat/∂x, shape (outputs, inputs)"""
    for network in networks(draw):
        for _ in range(2):
            x = draw.array(network.layer_sizes[0], -1.5, 1.5)
            measured = jacobian_of(lambda *values, net=network: net.forward(np.array([values]))[0], *x)
            assert student.network_jacobian(network, x) == close(
                reference.network_jacobian(network, x), differences=measured
            )


def settings(**changed):
    """Return settings that learn the circles, with some of them changed."""
    good = {
        "layer_sizes": [2, 8, 8, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 800,
        "seed": 1,
    }
    return good | changed


@item(
    3,
    hint="Train it with class MLP on such points yourself: watch the loss, then change one setting at a time.",
)
@mistake(
    "linear",
    lambda: settings(activations=["linear", "linear", "sigmoid"]),
    "Without a bend in the hidden layers the network is one straight line, and no line parts circles.",
    when=lambda found: list(found["activations"])[:2] == ["linear", "linear"],
)
@mistake(
    "output-not-a-probability",
    lambda: settings(activations=["tanh", "tanh", "relu"]),
    "The output is compared with 0 and 1: which activation stays between them?",
    when=lambda found: (
        list(found["activations"])[-1] in ("relu", "linear", "tanh")
        and list(found["activations"])[:2] != ["linear", "linear"]
    ),
)
@mistake(
    "one-hidden-layer",
    lambda: settings(layer_sizes=[2, 8, 1], activations=["tanh", "sigmoid"]),
    "There is one hidden layer; the task asks for two.",
    when=lambda found: len(found["layer_sizes"]) == 3,
)
@mistake(
    "few-epochs",
    lambda: settings(epochs=3),
    "So few epochs leave the loss almost where it started: train longer.",
    when=lambda found: found["epochs"] < 100 and _sound(found),
)
@mistake(
    "small-rate",
    lambda: settings(learning_rate=1e-6),
    "With so small a learning rate the loss hardly falls: take larger steps.",
    when=lambda found: found["learning_rate"] < 1e-3 and found["epochs"] >= 100 and _sound(found),
)
@mistake(
    "large-rate",
    lambda: settings(learning_rate=1e4),
    "With so large a learning rate the steps jump over the minimum: take smaller ones.",
    when=lambda found: found["learning_rate"] > 50 and _sound(found),
)
@mistake(
    "too-much-work",
    lambda: settings(epochs=10**6),
    "Training is bounded here: at most 64 units a layer and 20,000 epochs. Far less is enough.",
    when=lambda found: found["epochs"] > 20_000 or np.max(found["layer_sizes"]) > 64,
)
def test_model_settings(student, reference, draw):
    """model_settings() make a network learn two circles, to 95 %"""
    assert student.model_settings() == trains(reference.MLP, accuracy=0.95, seed=draw.seed)


def _sound(found):
    """Say whether settings are in bounds and of a network that could learn."""
    return (
        len(found["layer_sizes"]) == 4
        and list(found["activations"])[-1] == "sigmoid"
        and list(found["activations"])[:2] != ["linear", "linear"]
        and found["epochs"] <= 20_000
    )
