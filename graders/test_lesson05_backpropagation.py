"""Lesson 5 · Backpropagation in a multilayer perceptron with two hidden layers."""

import copy
import functools
import re

import numpy as np

from graders.engine import close, follows, item, jacobian_of, lesson, mistake, one_of, trains

MLP = lesson(__file__).MLP
SQUARE = ([3, 3, 3, 3], ["sigmoid", "tanh", "sigmoid"])  # here factors in a wrong order can be multiplied
NETWORKS = [  # no two layers of one size, and every activation missing somewhere: that tells mistakes apart
    ([3, 4, 5, 2], ["tanh", "sigmoid", "linear"]),
    ([2, 5, 3, 4], ["relu", "sigmoid", "sigmoid"]),
    ([4, 3, 6, 1], ["linear", "relu", "tanh"]),
    ([5, 6, 4, 2], ["relu", "linear", "tanh"]),
]


def networks(draw, kinds):
    """Make networks that have seen one instance: weights, biases and differentials of all layers are filled."""
    for sizes, activations in kinds:
        network = MLP(sizes, activations, seed=int(draw.rng.integers(2**31)))
        for layer in range(1, 4):
            network.b[layer] = draw.array(network.b[layer].shape, -1, 1)
        outputs = network.forward(draw.array((1, sizes[0]), -2, 2))
        network.backward((outputs > 0.5).astype(float), np.clip(outputs, 0.1, 0.9))
        yield network


def telling(activation, z):
    """Say whether relu has units that are off and on, none near its bend; or another is not flat: so slopes show."""
    if activation == "relu":
        return z.min() < 0 < z.max() and abs(z).min() > 0.01
    return activation == "linear" or abs(z).max() < 3


def instance(network, draw):
    """Draw an instance at which the slopes of all layers show."""
    for _ in range(500):
        x = draw.array(network.layer_sizes[0], -1.5, 1.5)
        if all(map(telling, network.activations, seen(network, x).z[1:])):
            break
    return x


def seen(mlp, x, **changed):
    """Return a copy of a network that has run x: students and mistakes are given it as it was before."""
    mlp = copy.deepcopy(mlp)
    vars(mlp).update(changed)
    mlp.forward(x)
    return mlp


def kept(mlp, _):
    """Take a network as it was given."""
    return mlp


def same(found, wanted):
    """Say whether numbers agree."""
    return np.shape(found) == wanted.shape and np.allclose(
        found, wanted, rtol=0, atol=1e-6 * abs(wanted).max()
    )


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
    layers=(3, 2, 1),
    activated=(3, 2, 1),
    names=lambda names: names,
    slope=at_z,
    factor=lambda slopes, weights: slopes[:, None] * weights.T,
    run=seen,
    finish=lambda product: product,
):
    """Multiply layers' Jacobians, the last leftmost; the ways to go wrong are arguments."""
    names, mlp = names(mlp.activations), run(mlp, x)
    slopes = {
        n: slope(mlp, names[n - 1], n) if n in activated else np.ones(mlp.layer_sizes[n]) for n in layers
    }
    return finish(functools.reduce(np.matmul, [factor(slopes[n], mlp.W[n]) for n in layers]))


def went(**astray):
    """Return an implementation whose Jacobian of the whole network goes wrong in the way given."""
    return lambda mlp, x: jacobian(mlp, x, **astray)


def word(choice, advice):
    """Know a wrong word, in whatever case."""
    return mistake(
        choice, lambda: choice, advice, when=lambda found: found.strip().casefold() == choice.casefold()
    )


CODE = re.compile(r"\s*((self|mlp)\.)?(W|d[Wzab])(\[.*\])?(\.T)?\s*")


@item(
    3,
    hint="The error of a layer becomes that of the layer before it in one line of backward(): what is it multiplied by?",
)
@word(
    "dW", "dW says how the loss changes with the weights. Which matrix does the error pass through on its way back?"
)
@word("dz", "dz is the error itself, being carried. Which matrix multiplies it on the way back?")
@word("da", "da is what arrives in the layer before: the result of the multiplication, not its factor.")
@word("db", "db says how the loss changes with the biases. They are added, so they carry nothing back.")
@mistake(
    "code",
    lambda: "self.dz[l]",
    "That is a piece of code. Return a bare name as it stands in the list: no self, no index, nothing behind it.",
    when=lambda found: CODE.fullmatch(found) and found.strip() not in ("W", "dW", "dz", "da", "db"),
)
def test_jacobian_term(student, reference):
    """jacobian_term() names the Jacobian in backward()"""
    assert student.jacobian_term() == one_of(reference.jacobian_term(), "dW", "dz", "da", "db", exact=True)


@item(5, hint="Write one unit of z as a sum over the units of a: by which number is each of them multiplied?")
@mistake(
    "not-transposed",
    lambda mlp, layer: mlp.W[layer],
    "This looks like W as it is stored. Which of its entries joins aⱼ to zᵢ, and where does a Jacobian have that?",
)
@mistake(
    "reshaped",
    lambda mlp, layer: mlp.W[layer].reshape(mlp.W[layer].T.shape),
    "The shape is right, but reshape leaves the numbers in their old order. Which of them belong in row i?",
)
@mistake(
    "next-layer",
    [lambda mlp, layer: mlp.W[layer + 1].T, lambda mlp, layer: mlp.W[layer + 1]],
    "This looks like the matrix of the layer after. Between which two layers does W[l] stand?",
)
@mistake(
    "layer-before",
    lambda mlp, layer: mlp.W[layer - 1].T,
    "This looks like the matrix of the layer before. Between which two layers does W[l] stand?",
)
@mistake(
    "another-layer",
    [lambda mlp, layer: mlp.W[-layer].T, *(lambda mlp, layer, n=n: mlp.W[n].T for n in (1, 2, 3))],
    "For some layers this looks like the matrix of another one. Does your code use the number that is passed in?",
)
@mistake(
    "layers-multiplied",
    [
        lambda mlp, layer: jacobian(mlp, None, range(layer, 0, -1), (), run=kept),
        lambda mlp, layer: jacobian(mlp, None, range(layer, 0, -1), run=kept),
    ],
    "This looks like the product of all layers up to this one. Only the step from a[l−1] to z[l] is asked for.",
)
@mistake(
    "dW",
    [lambda mlp, layer: mlp.dW[layer].T, lambda mlp, layer: mlp.dW[layer]],
    "This looks like dW, the derivative of the loss by the weights. Asked is how z changes with a.",
)
@mistake(
    "with-activation",
    lambda mlp, layer: jacobian(mlp, None, (layer,), run=kept),
    "This looks like ∂a[l]/∂a[l−1]. Does z come before or after the activation?",
)
@mistake(
    "from-z",
    lambda mlp, layer: (
        mlp.W[layer].T * (at_z(mlp, mlp.activations[layer - 2], layer - 1) if layer > 1 else 1)
    ),
    "This looks like ∂z[l]/∂z[l−1], with the slope of the activation before. Where does the step asked for start?",
)
@mistake(
    "bias-added",
    lambda mlp, layer: mlp.W[layer].T + mlp.b[layer].T,
    "The biases are still in your answer. How does z change with a, if b stays?",
)
@mistake(
    "terms-of-z",
    lambda mlp, layer: mlp.W[layer].T * mlp.a[layer - 1],
    "These look like the terms that z is the sum of. How fast does each of them change with its a?",
)
def test_layer_jacobian(student, reference, draw):
    """layer_jacobian(mlp, layer) is ∂z[l]/∂a[l−1]"""
    for network in networks(draw, NETWORKS):
        for layer in (2, 1, 3):
            assert student.layer_jacobian(network, layer) == close(reference.layer_jacobian(network, layer))


def quotient(mlp, x, step, back=0):
    """Return a difference quotient, forward or (with ``back`` 1) central."""
    moves = step * np.eye(len(x))
    rows = [seen(mlp, x + move).a[-1][0] - seen(mlp, x - back * move).a[-1][0] for move in moves]
    return np.transpose(rows) / (step * (1 + back))


def loss_gradient(mlp, x, label=1):
    """Return the derivatives of the loss by x."""
    mlp = seen(mlp, x)
    mlp.backward(np.full_like(mlp.a[-1], label), mlp.a[-1])
    return mlp.da[0]


def has(activation):
    """Recognise an answer in the right shape, and not nearly right, for a network that has an activation."""

    def when(found, mlp, x):
        right = jacobian(mlp, x)
        fits = activation in mlp.activations and np.shape(found) == right.shape
        return fits and abs(found - right).max() > 1e-3 * abs(right).max()

    return when


STEPS = [(digit / 10**place, back) for place in range(1, 7) for digit in (1, 2, 5) for back in (0, 1)]
ONLY_THERE = "It goes wrong only where there is a {}. Check your slope of it against a difference quotient."
# fmt: off
PRODUCTS = [  # each with the ways in which it goes wrong
    ("no-activations", "This looks like the weights alone. Each layer also has an activation: what is its slope at z?",
        went(activated=()), went(activated=(), finish=np.transpose)),
    ("last-activation-missing", "The last activation looks missing: this is the Jacobian of the last z, not of yhat.",
        went(activated=(2, 1))),
    ("some-activations-missing", "The activation of a hidden layer looks missing. Go through the layers one by one.",
        *(went(activated=those) for those in [(3, 2), (3, 1), (3,), (2,), (1,)])),
    ("first-layer-missing", "The first layer looks missing: where does the way from x start?", went(layers=(3, 2))),
    ("last-layer-missing", "The last layer looks missing: where does the way to yhat end?", went(layers=(2, 1))),
    ("one-layer-only", "This looks like a single layer. How many lie between x and yhat?",
        *(went(layers=(layer,)) for layer in (3, 2, 1))),
    ("transposed", "Rows and columns look exchanged: a row is for an output, a column for an input.", went(finish=np.transpose)),
    ("order-reversed", "The order of the layers looks reversed. In a product of matrices, which factor acts on a change of x first?",
        went(layers=(1, 2, 3)), went(layers=(1, 2, 3), activated=())),
    ("slope-on-the-wrong-side", "Weights and slopes of a layer look exchanged. Which of the two steps comes first on the way from x?",
        went(factor=lambda slopes, weights: weights.T @ np.diag(slopes))),
    ("weights-not-transposed", "It looks as if W went into the product as it is stored. What is the Jacobian of z = aW + b by a?",
        went(factor=lambda slopes, weights: np.diag(slopes) @ weights), went(factor=lambda slopes, weights: weights @ np.diag(slopes)),
        went(factor=lambda slopes, weights: weights)),
    ("one-activation-everywhere", "It looks as if every layer got the slope of the same activation: each has its own.",
        *(went(names=lambda _, name=name: 3 * [name], slope=slope) for name in ("sigmoid", "tanh") for slope in (at_z, by_a)),
        went(names=lambda _: 3 * ["relu"]), went(names=lambda names: 3 * names[:1]), went(names=lambda names: 3 * names[-1:])),
    ("usual-activations", "It looks as if you took the activations for granted. Where does the network say which ones it has?",
        *(went(names=lambda _, name=name: [name, name, "sigmoid"], slope=slope) for name in ("tanh", "relu") for slope in (at_z, by_a))),
    ("activation-of-another-layer", "Each layer seems to get the activation of the one before. At which index does the list of names start?",
        went(names=lambda names: [*names[-1:], *names[:-1]])),
    ("slope-at-a", "It looks as if the slopes were taken at a. What goes into an activation, a or z?",
        went(slope=lambda mlp, name, layer: mlp.slope(name, mlp.a[layer][0]))),
    ("activation-not-slope", "It looks as if you multiplied by the activations themselves. What carries a small change of z on to a?",
        went(slope=lambda mlp, name, layer: mlp.a[layer][0])),
    ("another-instance", "This looks like the Jacobian at another instance. Is forward run, and with the x that is passed in?",
        went(run=kept), went(run=lambda mlp, x: seen(mlp, 0 * x)), went(run=lambda mlp, x: seen(mlp, 0 * x + 1))),
    ("another-forward", "The slopes look as if they were taken at other z than the network's. Compare yours with what forward(x) keeps.",
        went(run=lambda mlp, x: seen(mlp, x, b=[None, 0, 0, 0])), went(run=lambda mlp, x: seen(mlp, x, activations=3 * ["linear"]))),
]
# fmt: on


def known_products(test):
    """Add the mistakes of PRODUCTS to an item."""
    for name, advice, *ways in reversed(PRODUCTS):
        test = mistake(name, ways, advice)(test)
    return test


def multiplying(layer_jacobian):
    """Return a right implementation in terms of the item before."""

    def network_jacobian(mlp, x):
        net = seen(mlp, x)
        slopes = {n: at_z(net, net.activations[n - 1], n) for n in (3, 2, 1)}
        return functools.reduce(np.matmul, [np.diag(slopes[n]) @ layer_jacobian(net, n) for n in slopes])

    return network_jacobian


def misjudging(activation, wrong):
    """Return an implementation that takes the slope of an activation to be ``wrong(z)``."""
    return went(slope=lambda mlp, name, n: wrong(mlp.z[n][0]) if name == activation else at_z(mlp, name, n))


@item(
    5,
    hint="Run forward(x). Each layer is two steps, to z and through its activation: what is the Jacobian of each?",
)
@follows("layer_jacobian", multiplying)
@known_products
@mistake(
    "loss-gradient",
    [loss_gradient, lambda mlp, x: loss_gradient(mlp, x, 0)],
    "This looks like the derivative of the loss by x. Asked is how yhat itself changes.",
)
@mistake(
    "coarse-step",
    lambda mlp, x: quotient(mlp, x, 0.01),
    "This looks like a difference quotient with a coarse step: near, but not exact. Try the layers' Jacobians.",
    when=lambda found, mlp, x: any(same(found, quotient(mlp, x, *way)) for way in STEPS),
)
@mistake(
    "slope-of-sigmoid",
    misjudging("sigmoid", lambda z: 1 / (1 + np.exp(-z))),
    ONLY_THERE.format("sigmoid"),
    when=has("sigmoid"),
)
@mistake(
    "slope-of-tanh", misjudging("tanh", lambda z: 1 - np.tanh(z)), ONLY_THERE.format("tanh"), when=has("tanh")
)
@mistake("slope-of-relu", misjudging("relu", np.sign), ONLY_THERE.format("relu"), when=has("relu"))
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


@functools.lru_cache(maxsize=64)
def losses(sizes, activations, rate, epochs, seed):
    """Train on a few points, not too long, and return the loss before and after each epoch."""
    rng = np.random.default_rng(0)
    y = np.arange(200)[:, None] % 2
    angle = rng.uniform(0, 2 * np.pi, y.shape)
    x = (1 - 0.6 * y) * np.hstack([np.cos(angle), np.sin(angle)]) + rng.normal(scale=0.06, size=(200, 2))
    model, found = MLP(sizes, activations, seed), []
    with np.errstate(all="ignore"):
        for _ in range(min(epochs, 3000) + 1):
            yhat = model.forward(x)
            found.append(-np.mean(np.log(np.clip(np.where(y, yhat, 1 - yhat), 1e-12, 1))))
            model.backward(y, yhat)
            model.update(rate)
    return np.array(found)


def trouble(found):
    """Name what keeps a network from learning, by its settings or else by how its loss falls."""
    sizes, names = [int(size) for size in found["layer_sizes"]], list(found["activations"])
    rate, epochs, seed = found["learning_rate"], int(found["epochs"]), int(found["seed"])
    if len(sizes) == 3:
        return "one-hidden-layer"
    if (
        len(sizes) != 4
        or sizes[0] != 2
        or sizes[-1] != 1
        or len(names) != 3
        or min(*sizes, rate, seed + 1) <= 0
    ):
        return "form"  # of which the check speaks
    if max(sizes) > 64 or epochs > 20_000:
        return "too-much-work"
    if names[:2] == ["linear", "linear"]:
        return "linear"
    if names[2] in ("relu", "tanh", "linear"):
        return "output-not-a-probability"
    if sizes[1] < 3:
        return "narrow"
    loss = losses(tuple(sizes), tuple(names), rate, epochs, seed)
    later = loss[len(loss) // 2 :]
    if not np.max(later) <= 1.1 * loss[0] or loss[-1] > 2 * np.min(loss):
        return "large-rate"
    if epochs < 50:
        return "few-epochs"
    if rate < 1e-3:
        return "small-rate"
    return "loss-still-high" if loss[-1] > 0.65 or loss[-1] < 0.99 * later[0] else "stuck"


def troubled(name, advice, **changed):
    """Know settings by what their trouble is: of good ones, some are changed."""
    good = {
        "layer_sizes": [2, 8, 8, 1],
        "activations": ["tanh", "tanh", "sigmoid"],
        "learning_rate": 0.5,
        "epochs": 800,
        "seed": 1,
    }
    return mistake(name, lambda: good | changed, advice, when=lambda found: trouble(found) == name)


@item(
    3,
    hint="Train it with class MLP on such points yourself: watch the loss, then change one setting at a time.",
)
@troubled(
    "one-hidden-layer",
    "There is one hidden layer; the task asks for two.",
    layer_sizes=[2, 8, 1],
    activations=["tanh", "sigmoid"],
)
@troubled(
    "too-much-work",
    "Training is bounded here: at most 64 units a layer and 20,000 epochs. Far less is enough.",
    epochs=10**6,
)
@troubled(
    "linear",
    "Both hidden layers are linear, so the classes are parted by one straight line. Can a line part two circles?",
    activations=["linear", "linear", "sigmoid"],
)
@troubled(
    "output-not-a-probability",
    "The output is a probability, compared with 0 and 1. Which activation stays between them?",
    activations=["tanh", "tanh", "relu"],
)
@troubled(
    "few-epochs", "So few epochs leave the loss high. Print it: is it still falling at the end?", epochs=3
)
@troubled(
    "small-rate",
    "With so small a learning rate the loss hardly falls. Print it: how far does it come with larger steps?",
    learning_rate=1e-6,
)
@troubled(
    "narrow",
    "The first hidden layer looks too narrow: how many lines does it take to close off the inner circle?",
    layer_sizes=[2, 1, 8, 1],
)
@troubled(
    "large-rate",
    "The loss rises again instead of falling, as if the steps jumped over the minimum. Try smaller ones.",
    learning_rate=1e4,
)
@troubled(
    "loss-still-high",
    "When training ends, the loss is still high or still falling. Try larger steps, or more of them.",
    activations=3 * ["sigmoid"],
    learning_rate=0.01,
)
@troubled(
    "stuck",
    "The loss stops falling while many points are still on the wrong side. Try another seed, or more units.",
    layer_sizes=[2, 3, 2, 1],
    activations=["relu", "relu", "sigmoid"],
    seed=3,
)
def test_model_settings(student, reference, draw):
    """model_settings() make a network learn two circles, to 95 %"""
    assert student.model_settings() == trains(reference.MLP, accuracy=0.95, seed=draw.seed)
