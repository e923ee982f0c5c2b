import matplotlib.pyplot as plt
import numpy as np
import sympy as sp


def f(x):
    return 3 * x**2 - 4 * x


def antiderivative():
    x, C = sp.symbols("x C")
    return x**3 - 2 * x**2 + C


def antiderivative_values(x):
    return x**3 - 2 * x**2


def running_area(func, x, delta):
    total = 0
    for value in x:
        total += func(value) * delta
    return total


def plot_integral(x, delta):
    fig, ax = plt.subplots()
    ax.plot(x, np.cumsum(f(x)) * delta, label="area")
    ax.plot(x, antiderivative_values(x), label="antiderivative")
    ax.legend()
    return fig
