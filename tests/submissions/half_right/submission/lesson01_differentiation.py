import matplotlib.pyplot as plt
import numpy as np
import sympy as sp


def f(x):
    return x**3 - 2 * x**2 + 1


def derivative():
    x = sp.Symbol("x")
    return 3 * x**2 - 2 * x


def f_prime(x):
    return 3 * x**2 - 4 * x


def rate_of_change(func, x, delta):
    return (func(x + delta) - func(x - delta)) / (2 * delta)


def plot_derivative(x, delta):
    plt.plot(x, f_prime(x), label="rules")
    plt.plot(x, (f(x + delta) - f(x)) / delta, label="rate of change")
    plt.show()


x = np.arange(-2, 3, 0.1)
plot_derivative(x, 0.1)
