"""Lesson 5 · Backpropagation in a multilayer perceptron with two hidden layers."""

import copy
import functools
import re
from functools import partial

import numpy as np

from graders.engine import close, follows, item, jacobian_of, lesson, mistakes, one_of, trains

MLP = lesson(__file__).MLP
# Here factors in a wrong order can be multiplied, and a matrix that is not transposed has the right shape.
SQUARE = ([3, 3, 3, 3], ["sigmoid", "tanh", "linear"])
# No two layers of one size; and each lacks another activation, which tells whose slope is wrong.
NETWORKS = [
    ([3, 4, 5, 2], ["tanh", "sigmoid", "linear"]),
    ([2, 5, 3, 4], ["relu", "sigmoid", "tanh"]),
    ([4, 3, 6, 1], ["linear", "relu", "tanh"]),
    ([5, 6, 4, 2], ["relu", "linear", "sigmoid"]),
]

# In whatever case, since the course's words differ from each other in more than case.
WORDS = [
    ("dW", lambda: "dW", "dW says how the loss changes with the weights. Which matrix does the error pass through on its way back?", lambda word: word.strip().lower() == "dw"),
    ("dz", lambda: "dz", "dz is the error itself, being carried. Which matrix multiplies it on the way back?", lambda word: word.strip().lower() == "dz"),
    ("da", lambda: "da", "da is what arrives in the layer before: the result of the multiplication, not its factor.", lambda word: word.strip().lower() == "da"),
    ("db", lambda: "db", "db says how the loss changes with the biases. They are added, so they carry nothing back.", lambda word: word.strip().lower() == "db"),
    ("code", lambda: "self.dz[l]", "That is a piece of code. Return a bare name as it stands in the list: no self, no index, nothing behind it.", lambda word: is_code(word)),
]  # fmt: skip


@item(
    3,
    hint="The error of a layer becomes that of the layer before it in one line of backward(): what is it multiplied by?",
)
@mistakes(WORDS)
def test_jacobian_term(student, reference):
    """jacobian_term() names the Jacobian in backward()"""
    assert student.jacobian_term() == one_of(reference.jacobian_term(), "dW", "dz", "da", "db", exact=True)


LAYERS = [
    ("not-transposed", lambda mlp, layer: mlp.W[layer], "This looks like W as it is stored. Which of its entries joins aⱼ to zᵢ, and where does a Jacobian have that?"),
    (
        "transposed-by-shape",
        lambda mlp, layer: mlp.W[layer] if len(set(mlp.W[layer].shape)) == 1 else mlp.W[layer].T,
        "Where two layers have the same size, this looks like W as it is stored. Decide by what a row stands for, not by the shape.",
    ),
    (
        "reshaped",
        lambda mlp, layer: mlp.W[layer].reshape(mlp.W[layer].T.shape),
        "The shape is right, but reshape leaves the numbers in their old order. Which of them belong in row i?",
    ),
    (
        "next-layer",
        [lambda mlp, layer: mlp.W[layer + 1].T, lambda mlp, layer: mlp.W[layer + 1], lambda mlp, layer: mlp.W[min(layer + 1, 3)].T],
        "This looks like the matrix of the layer after. Between which two layers does W[l] stand?",
    ),
    (
        "layer-before",
        [lambda mlp, layer: mlp.W[layer - 1].T, lambda mlp, layer: mlp.W[max(layer - 1, 1)].T],
        "This looks like the matrix of the layer before. Between which two layers does W[l] stand?",
    ),
    (
        "another-layer",
        [lambda mlp, layer: mlp.W[-layer].T, *(lambda mlp, layer, n=n: mlp.W[n].T for n in (1, 2, 3))],
        "For some layers this looks like the matrix of another one. Does your code use the number that is passed in?",
    ),
    (
        "another-network",
        [lambda mlp, layer: new(mlp).W[layer].T, lambda mlp, layer: new(mlp).W[layer]],
        "These look like the weights of a new network, drawn anew. Take those of the one that is passed in.",
    ),
    (
        "layers-multiplied",
        [
            lambda mlp, layer: jacobian(mlp, None, layers=range(layer, 0, -1), activated=(), run=kept),
            lambda mlp, layer: jacobian(mlp, None, layers=range(layer, 0, -1), run=kept),
            lambda mlp, layer: jacobian(mlp, None, layers=range(3, layer - 1, -1), activated=(), run=kept),
            lambda mlp, layer: jacobian(mlp, None, layers=range(3, layer - 1, -1), run=kept),
        ],
        "This looks like a product of several layers. Only the step from a[l−1] to z[l] is asked for.",
    ),
    (
        "dW",
        [lambda mlp, layer: mlp.dW[layer].T, lambda mlp, layer: mlp.dW[layer]],
        "This looks like dW, the derivative of the loss by the weights. Asked is how z changes with a.",
    ),
    (
        "loss-derivative",
        [lambda mlp, layer: mlp.dz[layer], lambda mlp, layer: mlp.da[layer], lambda mlp, layer: mlp.da[layer - 1]],
        "This looks like a derivative of the loss. Asked is how z changes with a, whatever the loss is.",
    ),
    (
        "values",
        [lambda mlp, layer: mlp.z[layer], lambda mlp, layer: mlp.a[layer], lambda mlp, layer: mlp.a[layer - 1]],
        "These look like the values of a layer's units. How fast does each z change with each a?",
    ),
    (
        "with-activation",
        lambda mlp, layer: jacobian(mlp, None, layers=(layer,), run=kept),
        "This looks like ∂a[l]/∂a[l−1]. Does z come before or after the activation?",
        lambda found, mlp, layer: has_slopes(found, mlp, layer),
    ),
    (
        "from-z",
        lambda mlp, layer: mlp.W[layer].T * (at_z(mlp, mlp.activations[layer - 2], layer - 1) if layer > 1 else 1),
        "This looks like ∂z[l]/∂z[l−1], with the slope of the activation before. Where does the step asked for start?",
    ),
    (
        "bias-added",
        [lambda mlp, layer: mlp.W[layer].T + mlp.b[layer].T, lambda mlp, layer: mlp.b[layer]],
        "The biases are still in your answer. How does z change with a, if b stays?",
    ),
    ("terms-of-z", lambda mlp, layer: mlp.W[layer].T * mlp.a[layer - 1], "These look like the terms that z is the sum of. How fast does each of them change with its a?"),
    (
        "one-row",
        [lambda mlp, layer: mlp.W[layer].T[:1], lambda mlp, layer: mlp.W[layer].T[0]],
        "This looks like the row of the first unit alone. Each unit of the layer has a row of its own.",
    ),
]  # fmt: skip


@item(5, hint="Write one unit of z as a sum over the units of a: by which number is each of them multiplied?")
@mistakes(LAYERS)
def test_layer_jacobian(student, reference, draw):
    """layer_jacobian(mlp, layer) is ∂z[l]/∂a[l−1]"""
    for network in networks(draw, [*NETWORKS, SQUARE]):
        for layer in (2, 1, 3):
            assert student.layer_jacobian(network, layer) == close(reference.layer_jacobian(network, layer))


def seen(mlp, x, **changed):
    """Return a copy of a network that has run x: students and mistakes are given it as it was before."""
    ran = copy.copy(mlp)
    lists = {name: list(each) for name, each in vars(mlp).items()}  # a run puts new arrays into them
    vars(ran).update(lists | changed)
    ran.forward(x)
    return ran


def kept(mlp, _):
    """Take a network as it was given."""
    return mlp


def seen_backward(mlp, x, label=1):
    """Return a copy of a network that has run x forward, and the loss for a label backward."""
    mlp = seen(mlp, x)
    mlp.backward(np.full_like(mlp.a[-1], label), mlp.a[-1])
    return mlp


def at_z(mlp, name, layer):
    """Return the slope of an activation as it should be."""
    return mlp.slope(name, mlp.z[layer][0])


def by_a(mlp, name, layer):
    """Return the slope as it is often written, which is right where a came from that very activation."""
    a = mlp.a[layer][0]
    return a * (1 - a) if name == "sigmoid" else 1 - a**2 if name == "tanh" else at_z(mlp, name, layer)


def jacobian(
    mlp,
    x,
    *,
    layers=(3, 2, 1),
    activated=(3, 2, 1),
    names=lambda names: names,
    slope=at_z,
    weights="W",
    factor=lambda slopes, weights: slopes[:, None] * weights.T,
    times=np.matmul,
    run=seen,
    finish=lambda product: product,
):
    """Multiply layers' Jacobians, the last leftmost; the ways to go wrong are arguments."""
    names, mlp = names(mlp.activations), run(mlp, x)
    slopes = {
        n: slope(mlp, names[n - 1], n) if n in activated else np.ones(mlp.layer_sizes[n]) for n in layers
    }
    return finish(functools.reduce(times, [factor(slopes[n], getattr(mlp, weights)[n]) for n in layers]))


def misjudging(activation, wrong):
    """Return an implementation that takes the slope of an activation to be ``wrong(z)``."""
    return partial(
        jacobian,
        slope=lambda mlp, name, n: wrong(mlp.z[n][0]) if name == activation else at_z(mlp, name, n),
    )


def multiplying(layer_jacobian):
    """Return a right implementation in terms of the item before."""

    def network_jacobian(mlp, x):
        net = seen(mlp, x)
        slopes = {n: at_z(net, net.activations[n - 1], n) for n in (3, 2, 1)}
        return functools.reduce(np.matmul, [np.diag(slopes[n]) @ layer_jacobian(net, n) for n in slopes])

    return network_jacobian


SOME_ACTIVATIONS = [(3, 2), (3, 1), (3,), (2,), (1,)]  # layers that keep theirs; a hidden one does not
ONLY_THERE = (
    "It goes wrong only where there is a {} layer. Check your slope of it against a difference quotient."
)

PRODUCTS = [
    (
        "no-activations",
        [partial(jacobian, activated=()), partial(jacobian, activated=(), finish=np.transpose)],
        "This looks like the weights alone. Each layer also has an activation: what is its slope at z?",
    ),
    ("last-activation-missing", partial(jacobian, activated=(2, 1)), "The last activation looks missing: this is the Jacobian of the last z, not of yhat."),
    (
        "some-activations-missing",
        [partial(jacobian, activated=those) for those in SOME_ACTIVATIONS],
        "The activation of at least one hidden layer looks missing. Go through the layers one by one.",
    ),
    ("first-layer-missing", partial(jacobian, layers=(3, 2)), "The first layer looks missing: where does the way from x start?"),
    ("last-layer-missing", partial(jacobian, layers=(2, 1)), "The last layer looks missing: where does the way to yhat end?"),
    ("middle-layer-missing", partial(jacobian, layers=(3, 1)), "The second layer looks missing. Which numbers does your loop run through?"),
    ("one-layer-only", [partial(jacobian, layers=(layer,)) for layer in (3, 2, 1)], "This looks like a single layer. How many lie between x and yhat?"),
    ("transposed", partial(jacobian, finish=np.transpose), "Rows and columns look exchanged. What does a row stand for?"),
    (
        "transposed-and-activation-missing",
        [partial(jacobian, activated=those, finish=np.transpose) for those in [(2, 1), *SOME_ACTIVATIONS]],
        "Rows and columns look exchanged, and at least one activation looks missing. What does a row stand for?",
    ),
    (
        "order-reversed",
        [partial(jacobian, layers=(1, 2, 3)), partial(jacobian, layers=(1, 2, 3), activated=())],
        "The order of the layers looks reversed. In a product of matrices, which factor acts on a change of x first?",
    ),
    (
        "entry-by-entry",
        [
            partial(jacobian, times=np.multiply),
            partial(jacobian, times=np.multiply, finish=lambda product: product * np.eye(len(product))),
            partial(jacobian, factor=lambda slopes, weights: np.diag(slopes) * weights.T),
        ],
        "It looks as if matrices were multiplied entry by entry, as * does it with arrays. How is the product of two matrices written?",
    ),
    (
        "slope-on-the-wrong-side",
        partial(jacobian, factor=lambda slopes, weights: weights.T @ np.diag(slopes)),
        "Weights and slopes of a layer look exchanged. Which of the two steps comes first on the way from x?",
    ),
    (
        "weights-not-transposed",
        [
            partial(jacobian, factor=lambda slopes, weights: np.diag(slopes) @ weights),
            partial(jacobian, factor=lambda slopes, weights: weights @ np.diag(slopes)),
            partial(jacobian, factor=lambda slopes, weights: weights),
            partial(jacobian, factor=lambda slopes, weights: slopes[:, None] * (weights if len(set(weights.shape)) == 1 else weights.T)),
        ],
        "It looks as if W went into the product as it is stored. What is the Jacobian of z = aW + b by a?",
    ),
    (
        "dW",
        [partial(jacobian, weights="dW"), partial(jacobian, weights="dW", run=seen_backward)],
        "It looks as if dW stood in the product, a derivative of the loss. Which matrix carries a change of a on to z?",
    ),
    (
        "one-activation-everywhere",
        [
            *(partial(jacobian, names=lambda _, name=name: 3 * [name], slope=slope) for name in ("sigmoid", "tanh") for slope in (at_z, by_a)),
            partial(jacobian, names=lambda _: 3 * ["relu"]),
            partial(jacobian, names=lambda names: 3 * names[:1]),
            partial(jacobian, names=lambda names: 3 * names[-1:]),
        ],
        "It looks as if every layer got the slope of the same activation: each has its own.",
    ),
    (
        "usual-activations",
        [
            *(partial(jacobian, names=lambda _, name=name: [name, name, "sigmoid"], slope=slope) for name in ("tanh", "relu") for slope in (at_z, by_a)),
            *(partial(jacobian, names=lambda names: [*names[:2], "sigmoid"], slope=slope) for slope in (at_z, by_a)),
        ],
        "It looks as if you took some activations for granted. Where does the network say which ones it has?",
    ),
    (
        "activation-of-another-layer",
        partial(jacobian, names=lambda names: [*names[-1:], *names[:-1]]),
        "Each layer seems to get the activation of the one before. At which index does the list of names start?",
    ),
    (
        "slope-at-a",
        partial(jacobian, slope=lambda mlp, name, layer: mlp.slope(name, mlp.a[layer][0])),
        "It looks as if the slopes were taken at a. What goes into an activation, a or z?",
    ),
    (
        "activation-not-slope",
        partial(jacobian, slope=lambda mlp, name, layer: mlp.a[layer][0]),
        "It looks as if you multiplied by the activations themselves. What carries a small change of z on to a?",
    ),
    (
        "another-instance",
        [partial(jacobian, run=kept), *(partial(jacobian, run=lambda mlp, x, at=at: seen(mlp, 0 * x + at)) for at in (0, 1))],
        "This looks like the Jacobian at another instance. Is forward run, and with the x that is passed in?",
    ),
    (
        "another-network",
        partial(jacobian, run=lambda mlp, x: seen(new(mlp), x)),
        "This looks like the Jacobian of a new network, with weights drawn anew. Take the one that is passed in.",
    ),
    (
        "another-forward",
        [
            partial(jacobian, run=lambda mlp, x: seen(mlp, x, b=[None, 0, 0, 0])),
            partial(jacobian, run=lambda mlp, x: seen(mlp, x, activations=3 * ["linear"])),
        ],
        "The slopes look as if they were taken at other z than the network's. Compare yours with what forward(x) keeps.",
    ),
    (
        "one-row",
        [
            partial(jacobian, finish=finish)
            for finish in (lambda rows: rows[:1], lambda rows: rows[0], lambda rows: rows.sum(axis=0, keepdims=True), lambda rows: rows.sum(axis=0))
        ],
        "This looks like one row for the whole network: that of the first output, or the sum of all. Each output has a row of its own.",
    ),
    (
        "times-x",
        [lambda mlp, x: jacobian(mlp, x) @ x, lambda mlp, x: jacobian(mlp, x) * x],
        "It looks as if the Jacobian was multiplied by x as well. Asked is the Jacobian alone.",
    ),
    (
        "loss-gradient",
        [
            *(lambda mlp, x, label=label: seen_backward(mlp, x, label).da[0] for label in (0, 1)),
            *(lambda mlp, x, label=label: np.tile(seen_backward(mlp, x, label).da[0], (mlp.layer_sizes[-1], 1)) for label in (0, 1)),
        ],
        "This looks like the derivative of the loss by x. Asked is how yhat itself changes.",
    ),
    (
        "coarse-step",
        lambda mlp, x: quotient(mlp, x, 0.01),
        "This looks like a difference quotient with a coarse step: near, but not exact. Try the layers' Jacobians.",
        lambda found, mlp, x: is_quotient(found, mlp, x),
    ),
    (
        "not-divided",
        lambda mlp, x: 1e-4 * quotient(mlp, x, 1e-4),
        "All your numbers look like the right ones times something small. Is the difference divided by the step?",
        lambda found, mlp, x: is_scaled_down(found, mlp, x),
    ),
    ("slope-of-sigmoid", misjudging("sigmoid", lambda z: 1 / (1 + np.exp(-z))), ONLY_THERE.format("sigmoid"), lambda found, mlp, x: comes_of_slopes("sigmoid", found, mlp, x)),
    ("slope-of-tanh", misjudging("tanh", lambda z: 1 - np.tanh(z)), ONLY_THERE.format("tanh"), lambda found, mlp, x: comes_of_slopes("tanh", found, mlp, x)),
    ("slope-of-relu", misjudging("relu", np.sign), ONLY_THERE.format("relu"), lambda found, mlp, x: comes_of_slopes("relu", found, mlp, x)),
    ("slope-of-linear", misjudging("linear", lambda z: z), ONLY_THERE.format("linear"), lambda found, mlp, x: comes_of_slopes("linear", found, mlp, x)),
]  # fmt: skip


@item(
    5,
    hint="Run forward(x). Each layer is two steps, to z and through its activation: what is the Jacobian of each?",
)
@follows("layer_jacobian", multiplying)
@mistakes(PRODUCTS)
def test_network_jacobian(student, reference, draw):
    """network_jacobian(mlp, x) is ∂yhat/∂x, shape (outputs, inputs)"""
    for network in networks(draw, [SQUARE, *NETWORKS]):
        for _ in range(2):
            x = instance(network, draw)
            right = reference.network_jacobian(copy.deepcopy(network), x)
            measured = jacobian_of(lambda *values, net=network: seen(net, np.array(values)).a[-1][0], *x)
            bent = "relu" in network.activations  # differences across a bend are no second opinion
            assert student.network_jacobian(network, x) == close(
                right, differences=None if bent else measured
            )


GOOD = {
    "layer_sizes": [2, 8, 8, 1],
    "activations": ["tanh", "tanh", "sigmoid"],
    "learning_rate": 0.5,
    "epochs": 800,
    "seed": 1,
}
RELU = ["relu", "relu", "sigmoid"]

TROUBLES = [
    (
        "linear",
        lambda: GOOD | {"activations": ["linear", "linear", "sigmoid"]},
        "Both hidden layers are linear, so the classes are parted by one straight line. Can a line part two circles?",
        lambda found: trouble(found) == "linear",
    ),
    (
        "output-not-a-probability",
        lambda: GOOD | {"activations": ["tanh", "tanh", "relu"]},
        "The output is a probability, compared with 0 and 1. Which activation stays between them?",
        lambda found: trouble(found) == "output-not-a-probability",
    ),
    (
        "narrow",
        lambda: GOOD | {"layer_sizes": [2, 1, 8, 1]},
        "The first hidden layer that is not linear looks too narrow: how many lines does it take to close off the inner circle?",
        lambda found: trouble(found) == "narrow",
    ),
    (
        "large-rate",
        lambda: GOOD | {"learning_rate": 1e4},
        "The loss rises again instead of falling, as if the steps jumped over the minimum. Try smaller ones.",
        lambda found: trouble(found) == "large-rate",
    ),
    (
        "dead-relu",
        lambda: GOOD | {"layer_sizes": [2, 4, 3, 1], "activations": RELU, "learning_rate": 0.1, "seed": 3},
        "A whole layer of relu units is off, so every point gets the same output. Try another seed, more units, or smaller steps.",
        lambda found: trouble(found) == "dead-relu",
    ),
    (
        "few-epochs",
        lambda: GOOD | {"epochs": 3},
        "So few epochs leave the loss high. Print it: is it still falling at the end?",
        lambda found: trouble(found) == "few-epochs",
    ),
    (
        "small-rate",
        lambda: GOOD | {"learning_rate": 1e-6},
        "With so small a learning rate the loss hardly falls. Print it: how far does it come with larger steps?",
        lambda found: trouble(found) == "small-rate",
    ),
    (
        "loss-still-high",
        lambda: GOOD | {"activations": 3 * ["sigmoid"], "learning_rate": 0.01},
        "When training ends, the loss is still high or still falling. Try larger steps, or more of them.",
        lambda found: trouble(found) == "loss-still-high",
    ),
    (
        "stuck",
        lambda: GOOD | {"layer_sizes": [2, 3, 2, 1], "activations": RELU, "seed": 3},
        "The loss stops falling while many points are still on the wrong side. Try another seed, or more units.",
        lambda found: trouble(found) == "stuck",
    ),
]  # fmt: skip


@item(
    3,
    hint="Train it with class MLP on such points yourself: watch the loss, then change one setting at a time.",
)
@mistakes(TROUBLES)
def test_model_settings(student, reference, draw):
    """model_settings() make a network learn two circles, to 95 %"""
    assert student.model_settings() == trains(reference.MLP, accuracy=0.95, seed=draw.seed)


def networks(draw, kinds):
    """Make networks that have seen one instance: weights, biases and differentials of all layers are filled."""
    for sizes, activations in kinds:
        for _ in range(20):
            network = MLP(sizes, activations, seed=int(draw.rng.integers(2**31)))
            for layer in range(1, 4):
                network.b[layer] = np.array([draw.numbers(network.layer_sizes[layer], -1, 1)])
            if sum(shows(network, somewhere(network, draw)) for _ in range(12)) >= 2:
                break
        outputs = network.forward(draw.array((1, sizes[0]), -2, 2))
        network.backward((outputs > 0.5).astype(float), np.clip(outputs, 0.1, 0.9))
        yield network


def new(mlp):
    """Return a network of the same form, with the weights that its seed of 0 draws."""
    return MLP(mlp.layer_sizes, mlp.activations)


def instance(network, draw):
    """Draw an instance that shows what there is to see."""
    for _ in range(200):
        x = somewhere(network, draw)
        if shows(network, x):
            break
    return x


def somewhere(network, draw):
    """Draw an instance."""
    return draw.array(network.layer_sizes[0], -1.5, 1.5)


def shows(network, x):
    """Say whether the slopes of all layers show at x, and the Jacobian is well above the rounding of what comes out."""
    ran = seen(network, x)
    height = max(1, abs(ran.a[-1]).max())
    return (
        all(map(telling, network.activations, ran.z[1:])) and abs(jacobian(network, x)).max() > 0.15 * height
    )


def telling(activation, z):
    """Say whether relu has units that are off and on, none near its bend; or another bends, and is not flat: so slopes show."""
    if activation == "relu":
        return z.min() < 0 < z.max() and abs(z).min() > 0.01
    return activation == "linear" or 0.3 < abs(z).max() < 3


def is_code(word):
    """Recognise a name with an index, a self or a .T, or its opposite case; but none of the words."""
    code = re.fullmatch(r"\s*((self|mlp)\.)?(W|d[Wzab])(\[.*\])?(\.T)?\s*", word)
    return code and word.strip() not in ("W", "dW", "dz", "da", "db")


def same(found, wanted, tolerance=1e-6):
    """Say whether numbers agree."""
    return np.shape(found) == wanted.shape and np.allclose(
        found, wanted, rtol=0, atol=tolerance * abs(wanted).max()
    )


def has_slopes(found, mlp, layer):
    """Say whether each row is the right one times a slope that the layer's activation has somewhere."""
    right = mlp.W[layer].T
    slopes = (found * right).sum(axis=1, keepdims=True) / (right**2).sum(axis=1, keepdims=True)
    possible = -1e-6 < slopes.min() and slopes.max() < 1 + 1e-6 and mlp.activations[layer - 1] != "linear"
    return possible and same(found, slopes * right, 1e-4)


def quotient(mlp, x, step, back=0):
    """Return a difference quotient, forward or (with ``back`` 1) central."""
    moves = step * np.eye(len(x))
    rows = [seen(mlp, x + move).a[-1][0] - seen(mlp, x - back * move).a[-1][0] for move in moves]
    return np.transpose(rows) / (step * (1 + back))


def is_quotient(found, mlp, x):
    """Recognise a difference quotient by the steps that learners take."""
    steps = [digit / 10**place for place in range(1, 7) for digit in (1, 2, 5)]
    return any(same(found, quotient(mlp, x, step, back)) for step in steps for back in (0, 1))


def is_scaled_down(found, mlp, x):
    """Recognise the right numbers times a factor as small as a step."""
    right = jacobian(mlp, x)
    factor = np.vdot(found, right) / np.vdot(right, right)
    return 0 < factor < 0.02 and same(found, factor * right, 0.05)


def comes_of_slopes(activation, found, mlp, x):
    """Say whether an answer is not nearly right, and comes of some slopes of one activation, all else being right."""
    layer = mlp.activations.index(activation) + 1  # where there is none, that explains nothing
    # The Jacobian is linear in the slopes of one layer: it is a sum over its units.
    units = [
        jacobian(mlp, x, slope=lambda net, name, n, unit=unit: unit if n == layer else at_z(net, name, n))
        for unit in np.eye(mlp.layer_sizes[layer])
    ]
    found, units = np.ravel(found), np.reshape(units, (len(units), -1)).T
    fitted = units @ np.linalg.lstsq(units, found, rcond=None)[0]
    return same(fitted, found) and not same(found, jacobian(mlp, x).ravel(), 1e-3)


@functools.lru_cache(maxsize=64)
def training(sizes, activations, rate, epochs, seed):
    """Train on a few points, not too long; return the loss before and after each epoch, and the network."""
    rng = np.random.default_rng(0)
    y = np.arange(200)[:, None] % 2
    angle = rng.uniform(0, 2 * np.pi, y.shape)
    x = (1 - 0.6 * y) * np.hstack([np.cos(angle), np.sin(angle)]) + rng.normal(scale=0.06, size=(200, 2))
    model, losses = MLP(sizes, activations, seed), []
    with np.errstate(all="ignore"):
        for _ in range(min(epochs, 3000) + 1):
            yhat = model.forward(x)
            losses.append(-np.mean(np.log(np.clip(np.where(y, yhat, 1 - yhat), 1e-12, 1))))
            model.backward(y, yhat)
            model.update(rate)
    return np.array(losses), model


def trouble(found):
    """Name what keeps a network from learning, by its settings or else by how its loss falls."""
    sizes, names = tuple(int(size) for size in found["layer_sizes"]), tuple(found["activations"])
    rate, epochs, seed = found["learning_rate"], int(found["epochs"]), int(found["seed"])
    if names[:2] == ("linear", "linear"):
        return "linear"
    if names[2] != "sigmoid":
        return "output-not-a-probability"
    if sizes[2 if names[0] == "linear" else 1] < 3:
        return "narrow"
    losses, model = training(sizes, names, rate, epochs, seed)
    later = losses[len(losses) // 2 :]
    if not np.max(later) <= 1.1 * losses[0] or losses[-1] > 2 * np.min(losses):
        return "large-rate"
    if any(names[n - 1] == "relu" and not np.any(model.z[n] > 0) for n in (1, 2)):
        return "dead-relu"
    if epochs < 50:
        return "few-epochs"
    if rate < 1e-3:
        return "small-rate"
    return "loss-still-high" if losses[-1] > 0.65 or losses[-1] < 0.99 * later[0] else "stuck"
