import matplotlib.pyplot as plt
import numpy as np
import sympy as sp


def derivative():
    x = sp.Symbol("x", positive=True)
    return sp.diff(sp.log(x), x)


def f_prime(x):
    return 1 / x


def stationary_points(expression):
    x = sp.Symbol("x")
    return sorted(point for point in sp.solve(sp.diff(expression, x), x) if point.is_real)


def extremum():
    raise NotImplementedError


def plot_log(x):
    plt.plot(x, numpy.log(x))
    plt.xlabel("x")
    plt.ylabel("log x")
