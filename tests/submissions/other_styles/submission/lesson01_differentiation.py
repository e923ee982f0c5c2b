"""Right answers, each in another style than the reference's."""

from matplotlib import pyplot
from sympy import diff, symbols


def cubic(x):
    return 1 - 2 * x * x + x**3


f = cubic


def derivative(unused=None):
    x = symbols("x", real=True)
    return diff(x**3 - 2 * x**2 + 1, x).factor()


def f_prime(x):
    return x * (3 * x - 4)


def rate_of_change(func, x, delta, *, verbose=False):
    change = func(x + delta) - func(x)
    return change / delta


def plot_derivative(x, delta):
    pyplot.scatter(x, rate_of_change(f, x, delta))
    pyplot.plot(x, f_prime(x))
    pyplot.axhline(0, color="grey")
    pyplot.legend(["rate of change", "derivative"])
    pyplot.show()
