def f(x):
    return 3 * x**2 - 4 * x


def antiderivative(:
    pass
