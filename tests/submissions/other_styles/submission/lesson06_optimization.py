import matplotlib.pyplot as plt
import numpy as np
import sympy


def derivative():
    t = sympy.Symbol("x", positive=True)
    return sympy.exp(-sympy.log(t))


def f_prime(x):
    return np.power(x, -1.0)


def stationary_points(expression):
    (x,) = expression.free_symbols
    found = set()
    for point in sympy.solve(expression.diff(x), x):
        value = complex(expression.subs(x, point))
        if abs(complex(point).imag) < 1e-12 and abs(value.imag) < 1e-12:
            found.add(float(sympy.re(point)))
    return tuple(sorted(found))


def extremum():
    return " Neither "


def plot_log(x):
    figure = plt.figure()
    axes = figure.add_subplot()
    axes.set(xlabel="x", ylabel="log x")
    axes.plot(x, np.log(x))
    return figure, axes
