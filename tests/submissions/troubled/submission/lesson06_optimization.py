import os

import numpy as np
import sympy as sp


def derivative():
    x = sp.Symbol("x")
    return sp.Derivative(sp.log(x), x)


def f_prime(x):
    print("the slope at", x)
    print(1 / x)


def stationary_points(expression):
    os._exit(0)


def extremum():
    return None


def plot_log(x):
    raise NotImplementedError
