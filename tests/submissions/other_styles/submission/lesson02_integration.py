import matplotlib.pyplot as plt
import numpy as np
import sympy


def f(x):
    return x * (3 * x - 4)


def antiderivative():
    x, c = sympy.symbols("x C")
    return sympy.integrate(3 * x**2 - 4 * x, x) + c


def antiderivative_values(x):
    return x**3 - 2 * x**2 + 5


def running_area(func, x, delta):
    area, areas = 0, []
    for each in x:
        area = area + delta * func(each)
        areas.append(area)
    return areas


def plot_integral(x, delta):
    fig, (left, right) = plt.subplots(1, 2)
    left.step(x, running_area(f, x, delta), label="area")
    right.plot(x, antiderivative_values(x), label="antiderivative")
    fig.legend()
    return left
