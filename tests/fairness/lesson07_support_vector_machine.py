# right margins: loop with append
def margins(line, points, labels):
    result = []
    for i in range(len(points)):
        x = points[i][0]
        y = points[i][1]
        result.append(labels[i] * (line[0] * x + line[1] * y + line[2]))
    return result


# right margins: comprehension with zip
def margins(line, points, labels):
    a, b, c = line
    return [l * (a * x + b * y + c) for (x, y), l in zip(points, labels)]


# right margins: matrix product
def margins(line, points, labels):
    line = np.array(line)
    return (points @ line[:2] + line[2]) * labels


# right margins: np.dot with homogeneous coordinates
def margins(line, points, labels):
    ones = np.ones((len(points), 1))
    extended = np.hstack([points, ones])
    return labels * np.dot(extended, line)


# right margins: einsum
def margins(line, points, labels):
    return np.einsum("i,ij,j->i", labels, np.c_[points, np.ones(len(points))], line)


# right margins: unpack the transpose
def margins(line, points, labels):
    a, b, c = line
    x, y = points.T
    return labels * (a * x + b * y + c)


# right margins: expanded
def margins(line, points, labels):
    a, b, c = line
    return labels * a * points[:, 0] + labels * b * points[:, 1] + labels * c


# right margins: np.where on the class
def margins(line, points, labels):
    value = line[0] * points[:, 0] + line[1] * points[:, 1] + line[2]
    return np.where(labels > 0, value, -value)


# right margins: if and else
def margins(line, points, labels):
    a, b, c = line
    out = np.zeros(len(points))
    for i, (x, y) in enumerate(points):
        if labels[i] == 1:
            out[i] = a * x + b * y + c
        else:
            out[i] = -(a * x + b * y + c)
    return out


# right margins: divided by the label, which is the same for plus and minus one
def margins(line, points, labels):
    a, b, c = line
    return (a * points[:, 0] + b * points[:, 1] + c) / labels


# right margins: tuple from map and lambda
def margins(line, points, labels):
    return tuple(map(lambda p, l: l * (line[0] * p[0] + line[1] * p[1] + line[2]), points, labels))


# right margins: np.vectorize
def margins(line, points, labels):
    a, b, c = line
    one = np.vectorize(lambda x, y, label: label * (a * x + b * y + c))
    return one(points[:, 0], points[:, 1], labels)


# right margins: recursion
def margins(line, points, labels):
    if len(points) == 0:
        return []
    first = labels[0] * (line[0] * points[0][0] + line[1] * points[0][1] + line[2])
    return [first] + margins(line, points[1:], labels[1:])


# right margins: a class
class Line:
    def __init__(self, a, b, c):
        self.a, self.b, self.c = a, b, c

    def __call__(self, p):
        return self.a * p[0] + self.b * p[1] + self.c


def margins(line, points, labels):
    ell = Line(*line)
    return np.array([ell(p) for p in points]) * labels


# right margins: a SymPy column
import sympy as sp


def margins(line, points, labels):
    a, b, c = [sp.Float(float(v)) for v in line]
    return sp.Matrix([int(l) * (a * float(x) + b * float(y) + c) for (x, y), l in zip(points, labels)])


# right margins: SymPy lambdify
import sympy


def margins(line, points, labels):
    a, b, c, x, y, l = sympy.symbols("a b c x y l", real=True)
    fn = sympy.lambdify((a, b, c, x, y, l), l * (a * x + b * y + c))
    return fn(*line, points[:, 0], points[:, 1], labels)


# right margins: list of np.float64, with a print
def margins(line, points, labels):
    values = list(labels * (np.sum(points * np.asarray(line)[:2], axis=1) + line[2]))
    print("margins:", values)
    return values


# right margins: points changed in place
def margins(line, points, labels):
    points *= np.array(line[:2])
    total = points.sum(axis=1)
    total += line[2]
    total *= labels
    return total


# right margins: diagonal matrix, flattened
def margins(line, points, labels):
    w = np.reshape(line[:2], (2, 1))
    return (np.diag(labels) @ (points @ w + line[2])).ravel()


# right margins: distance times length again
from math import sqrt


def margins(line, points, labels):
    a, b, c = line
    norm = sqrt(a**2 + b**2)
    distance = (a * points[:, 0] + b * points[:, 1] + c) / norm
    return labels * distance * norm


# right margins: rounded to float32 at the end
def margins(line, points, labels, dtype=np.float32):
    return (labels * (points.dot(line[:2]) + line[2])).astype(dtype)


# right margins: polyval for the line, the default argument extra
def margins(line, points, labels, scale=1.0):
    a, b, c = line
    values = [np.polyval([a, b * y + c], x) for x, y in points]
    return scale * np.multiply(labels, values)


# wrong margins [label-missing]: no label
def margins(line, points, labels):
    a, b, c = line
    return a * points[:, 0] + b * points[:, 1] + c


# wrong margins [label-missing]: no label, in a loop
def margins(line, points, labels):
    m = []
    for p in points:
        m.append(line[0] * p[0] + line[1] * p[1] + line[2])
    return np.array(m)


# wrong margins [distance]: divided by the length
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c) / np.sqrt(a**2 + b**2)


# wrong margins [distance]: unit normal first
def margins(line, points, labels):
    line = np.array(line) / np.linalg.norm(line[:2])
    return labels * (points @ line[:2] + line[2])


# wrong margins [distance]: the distance with its sign, no label
def margins(line, points, labels):
    a, b, c = line
    return (a * points[:, 0] + b * points[:, 1] + c) / np.hypot(a, b)


# wrong margins [distance]: the distance of a point from a line, school formula
def margins(line, points, labels):
    a, b, c = line
    return np.abs(a * points[:, 0] + b * points[:, 1] + c) / np.sqrt(a**2 + b**2)


# wrong margins [c-missing]: c forgotten
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1])


# wrong margins [c-missing]: only the dot product
def margins(line, points, labels):
    return [l * np.dot(p, line[:2]) for p, l in zip(points, labels)]


# wrong margins [c-subtracted]: minus c, as in w.x - b
def margins(line, points, labels):
    w = np.asarray(line)[:2]
    return labels * (points @ w - line[2])


# wrong margins [absolute]: the absolute value
def margins(line, points, labels):
    a, b, c = line
    return np.abs(a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [absolute]: the absolute value with the label in it
def margins(line, points, labels):
    return [abs(l * (line[0] * x + line[1] * y + line[2])) for (x, y), l in zip(points, labels)]


# wrong margins [slack]: the constraint, margin - 1
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c) - 1


# wrong margins [slack]: 1 - margin
def margins(line, points, labels):
    a, b, c = line
    return 1 - labels * (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [slack]: the hinge loss
def margins(line, points, labels):
    a, b, c = line
    return np.maximum(0, 1 - labels * (a * points[:, 0] + b * points[:, 1] + c))


# wrong margins [cut-at-zero]: no negative margin
def margins(line, points, labels):
    a, b, c = line
    return np.maximum(0, labels * (a * points[:, 0] + b * points[:, 1] + c))


# wrong margins [swapped]: a with y
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 1], points[:, 0]
    return labels * (a * x + b * y + c)


# wrong margins [swapped]: unpacked b, a
def margins(line, points, labels):
    b, a, c = line
    return [l * (a * x + b * y + c) for (x, y), l in zip(points, labels)]


# wrong margins [label-on-a-part]: the label on the first term only
def margins(line, points, labels):
    a, b, c = line
    return labels * a * points[:, 0] + b * points[:, 1] + c


# wrong margins [label-on-a-part]: the label on the dot product only
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1]) + c


# wrong margins [label-on-a-part]: bracket closed too early
def margins(line, points, labels):
    a, b, c = line
    return a * points[:, 0] + b * points[:, 1] + c * labels


# wrong margins [sides]: +1 where right, -1 where wrong
def margins(line, points, labels):
    a, b, c = line
    return labels * np.sign(a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [sides]: True where on the right side
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c) > 0


# wrong margins [shape]: one number, the least margin
def margins(line, points, labels):
    a, b, c = line
    return min(labels * (a * points[:, 0] + b * points[:, 1] + c))


# wrong margins [shape]: the sum
def margins(line, points, labels):
    total = 0
    for p, l in zip(points, labels):
        total += l * (line[0] * p[0] + line[1] * p[1] + line[2])
    return total


# wrong margins [shape-only]: (n, 1)
def margins(line, points, labels):
    w = np.array(line[:2]).reshape(2, 1)
    return labels.reshape(-1, 1) * (points @ w + line[2])


# wrong margins [shape]: (n, 1) times (n,) makes (n, n)
def margins(line, points, labels):
    w = np.array(line[:2]).reshape(2, 1)
    return labels * (points @ w + line[2])


# wrong margins [shape]: return inside the loop
def margins(line, points, labels):
    for p, l in zip(points, labels):
        return l * (line[0] * p[0] + line[1] * p[1] + line[2])


# wrong margins [shape]: two numbers a point
def margins(line, points, labels):
    return labels[:, np.newaxis] * (points * np.array(line[:2]) + line[2])


# wrong margins [none]: printed
def margins(line, points, labels):
    a, b, c = line
    print(labels * (a * points[:, 0] + b * points[:, 1] + c))


# wrong margins [kind | not_data]: a dictionary
def margins(line, points, labels):
    return {i: labels[i] * (line[0] * p[0] + line[1] * p[1] + line[2]) for i, p in enumerate(points)}


# wrong margins [own-points]: the six points, whatever comes
def margins(line, points, labels):
    a, b, c = line
    return LABELS * (a * POINTS[:, 0] + b * POINTS[:, 1] + c)


# wrong margins [own-line]: the line of the lesson
def margins(line, points, labels):
    a, b, c = 2 / 3, 2 / 3, -1
    return labels * (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [own-line]: the best line, found anew
def margins(line, points, labels):
    a, b, c = separating_line(POINTS, LABELS)
    return labels * (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [constant-factor]: half
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c) / 2


# wrong margins [sign]: the classes the wrong way round
def margins(line, points, labels):
    a, b, c = line
    return -labels * (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [nearly]: 1e-4 off
def margins(line, points, labels):
    a, b, c = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c) * 1.0001


# wrong margins [whole-numbers]: cut off
def margins(line, points, labels):
    a, b, c = line
    return (labels * (a * points[:, 0] + b * points[:, 1] + c)).astype(int)


# wrong margins []: 1 / length, the width of the strip
def margins(line, points, labels):
    a, b, c = line
    return np.ones(len(points)) / np.sqrt(a**2 + b**2)


# wrong margins [exception]: a method that arrays don't have
def margins(line, points, labels):
    a, b, c = line
    return [labels.index(l) for l in labels] * a


# wrong margins [exception]: labels by columns of the points
def margins(line, points, labels):
    a, b, c = line
    return labels * (points @ np.array([a, b, c]))


# wrong margins [label-added]: plus instead of times
def margins(line, points, labels):
    a, b, c = line
    return labels + (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [label-missing]: the square of the label
def margins(line, points, labels):
    a, b, c = line
    return labels**2 * (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [class-zero]: the class -1 counted as 0
def margins(line, points, labels):
    a, b, c = line
    return (labels == 1) * (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [own-line]: the worked example by heart, else the lesson's line
def margins(line, points, labels):
    if len(points) == 2:
        return np.array([3.0, -2.0])
    return labels * ((points[:, 0] + points[:, 1]) * 2 / 3 - 1)


# wrong margins [line-order]: a from c
def margins(line, points, labels):
    c, a, b = line
    return labels * (a * points[:, 0] + b * points[:, 1] + c)


# wrong margins [distance]: divided by the length of all three numbers
def margins(line, points, labels):
    line = np.array(line) / np.linalg.norm(line)
    return labels * (points @ line[:2] + line[2])


# wrong margins [rounded]: four digits
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return np.round(labels * (a * x + b * y + c), 4)


# wrong margins [predicted-class]: the side of each point
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return np.sign(a * x + b * y + c)


# wrong margins [labels]: the labels themselves
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return labels


# wrong margins [square]: squared
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return (labels * (a * x + b * y + c)) ** 2


# wrong margins [distance]: divided by a² + b²
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return labels * (a * x + b * y + c) / (a**2 + b**2)


# wrong margins [term-missing]: y forgotten
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return labels * (a * x + c)


# wrong margins [term-twice]: c twice
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return labels * (a * x + c + b * y + c)


# wrong margins [term-subtracted]: a x - b y
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return labels * (a * x - b * y + c)


# wrong margins [one-coordinate]: x twice
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return labels * (a * x + b * x + c)


# wrong margins [line-order]: c first
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return labels * (b * x + c * y + a)


# wrong margins [label-added]: minus the label
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return (a * x + b * y + c) - labels


# wrong margins [label-missing-and-more]: neither label nor c
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return a * x + b * y


# wrong margins [label-on-a-part]: the label on b y alone
def margins(line, points, labels):
    a, b, c = line
    x, y = points[:, 0], points[:, 1]
    return a * x + labels * b * y + c


# wrong margins [six-points]: a loop over six
def margins(line, points, labels):
    return [labels[i] * (line[0] * points[i][0] + line[1] * points[i][1] + line[2]) for i in range(6)]


# right separating_line: SLSQP with one constraint of all margins, from zeros
from scipy.optimize import minimize


def separating_line(points, labels):
    res = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        [0, 0, 0],
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
    )
    return res.x


# right separating_line: SLSQP with a list of constraints in a loop, from ones
from scipy.optimize import minimize


def separating_line(points, labels):
    cons = []
    for p, l in zip(points, labels):
        cons.append({"type": "ineq", "fun": lambda v, p=p, l=l: l * (v[0] * p[0] + v[1] * p[1] + v[2]) - 1})
    return minimize(lambda v: v[0] ** 2 + v[1] ** 2, x0=np.ones(3), method="SLSQP", constraints=cons).x


# right separating_line: half the square, with gradients, as a tuple
import scipy.optimize as opt


def separating_line(points, labels):
    A = labels[:, None] * np.column_stack([points, np.ones(len(points))])
    result = opt.minimize(
        fun=lambda v: 0.5 * (v[:2] @ v[:2]),
        jac=lambda v: np.array([v[0], v[1], 0.0]),
        x0=np.array([1.0, 1.0, -1.5]),
        constraints=[{"type": "ineq", "fun": lambda v: A @ v - 1, "jac": lambda v: A}],
        method="SLSQP",
        options={"ftol": 1e-12, "maxiter": 1000},
    )
    a, b, c = result.x
    return a, b, c


# right separating_line: LinearConstraint
from scipy.optimize import LinearConstraint, minimize


def separating_line(points, labels):
    A = labels.reshape(-1, 1) * np.c_[points, np.ones(len(points))]
    return minimize(lambda v: v[0] ** 2 + v[1] ** 2, np.ones(3), constraints=LinearConstraint(A, 1, np.inf)).x


# right separating_line: NonlinearConstraint
from scipy.optimize import NonlinearConstraint, minimize


def objective(v):
    return v[0] ** 2 + v[1] ** 2


def separating_line(points, labels):
    con = NonlinearConstraint(lambda v: margins(v, points, labels), 1, np.inf)
    return list(minimize(objective, (1, 1, 1), constraints=[con]).x)


# right separating_line: trust-constr
from scipy.optimize import LinearConstraint, minimize


def separating_line(points, labels):
    A = labels.reshape(-1, 1) * np.c_[points, np.ones(len(points))]
    res = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        jac=lambda v: np.array([2 * v[0], 2 * v[1], 0]),
        hess=lambda v: np.diag([2.0, 2.0, 0.0]),
        method="trust-constr",
        constraints=LinearConstraint(A, 1, np.inf),
        options={"gtol": 1e-9, "xtol": 1e-12},
    )
    return res.x / margins(res.x, points, labels).min()


# right separating_line: several starts, the best that is feasible
from scipy.optimize import minimize


def separating_line(points, labels):
    best = None
    for start in ([0, 0, 0], [1, 1, 1], [1, -1, 0], [-1, 1, 0], [-1, -1, 1]):
        res = minimize(
            lambda v: v[0] ** 2 + v[1] ** 2,
            start,
            constraints=({"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},),
        )
        if res.success and np.all(margins(res.x, points, labels) > 1 - 1e-6):
            if best is None or res.fun < best.fun:
                best = res
    return best.x


# right separating_line: every pair and every triple of points
from itertools import combinations


def separating_line(points, labels):
    best = (np.inf, None)
    n = len(points)
    for i in range(n):
        for j in range(n):
            if labels[i] == -1 and labels[j] == 1:
                d = points[j] - points[i]
                w = 2 * d / (d @ d)
                best = keep(best, w, -1 - w @ points[i], points, labels)
    for trio in map(list, combinations(range(n), 3)):
        if abs(sum(labels[trio])) == 3:
            continue
        A = np.c_[points[trio], np.ones(3)]
        if abs(np.linalg.det(A)) > 1e-9:
            v = np.linalg.solve(A, labels[trio])
            best = keep(best, v[:2], v[2], points, labels)
    return best[1]


def keep(best, w, c, points, labels):
    if np.all(labels * (points @ w + c) >= 1 - 1e-9) and w @ w < best[0]:
        return w @ w, np.array([w[0], w[1], c])
    return best


# right separating_line: the differences of the classes, nearest to the origin
def separating_line(points, labels):
    plus, minus = points[labels == 1], points[labels == -1]
    D = [p - m for p in plus for m in minus]
    nearest = min(D, key=lambda d: d @ d)
    for u in D:
        for v in D:
            e = v - u
            if e @ e > 0:
                t = min(1, max(0, -(u @ e) / (e @ e)))
                q = u + t * e
                if q @ q < nearest @ nearest:
                    nearest = q
    w = 2 * nearest / (nearest @ nearest)
    c = -(min(plus @ w) + max(minus @ w)) / 2
    return np.array([w[0], w[1], c])


# right separating_line: scan of the angle, zoomed in
def separating_line(points, labels):
    plus, minus = points[labels > 0], points[labels < 0]

    def gap(angle):
        u = np.array([np.cos(angle), np.sin(angle)])
        return np.min(plus @ u) - np.max(minus @ u)

    low, high = 0.0, 2 * np.pi
    for _ in range(9):
        angles = np.linspace(low, high, 401)
        k = int(np.argmax([gap(t) for t in angles]))
        step = angles[1] - angles[0]
        low, high = angles[k] - 2 * step, angles[k] + 2 * step
    t = angles[k]
    u = np.array([np.cos(t), np.sin(t)])
    p, m = np.min(plus @ u), np.max(minus @ u)
    return [2 * u[0] / (p - m), 2 * u[1] / (p - m), -(p + m) / (p - m)]


# right separating_line: the dual by SLSQP
from scipy.optimize import minimize


def separating_line(points, labels):
    Z = labels[:, None] * points
    G = Z @ Z.T
    res = minimize(
        lambda al: 0.5 * al @ G @ al - al.sum(),
        np.zeros(len(points)),
        jac=lambda al: G @ al - 1,
        bounds=[(0, None)] * len(points),
        constraints={"type": "eq", "fun": lambda al: al @ labels, "jac": lambda al: labels.astype(float)},
        options={"ftol": 1e-14, "maxiter": 2000},
    )
    w = res.x @ Z
    high = np.min(points[labels == 1] @ w)
    low = np.max(points[labels == -1] @ w)
    scale = 2 / (high - low)
    return scale * np.array([w[0], w[1], -(high + low) / 2])


# right separating_line: nearest points of the hulls by non-negative least squares
from scipy.optimize import nnls


def separating_line(points, labels):
    n = len(points)
    big = 1e4 * np.abs(points).max()
    A = np.zeros((4, n))
    A[:2] = (labels[:, None] * points).T
    A[2] = big * (labels > 0)
    A[3] = big * (labels < 0)
    lam, _ = nnls(A, np.array([0, 0, big, big]))
    d = A[:2] @ lam
    p = (points[labels > 0] @ d).min()
    m = (points[labels < 0] @ d).max()
    return tuple(float(v) for v in (2 * d[0] / (p - m), 2 * d[1] / (p - m), -(p + m) / (p - m)))


# right separating_line: sequential minimal optimization, by hand
def separating_line(points, labels):
    n = len(points)
    alpha = np.zeros(n)
    w = np.zeros(2)
    for _ in range(20000):
        err = labels - points @ w
        up = [k for k in range(n) if labels[k] > 0 or alpha[k] > 0]
        down = [k for k in range(n) if labels[k] < 0 or alpha[k] > 0]
        i = max(up, key=lambda k: err[k])
        j = min(down, key=lambda k: err[k])
        if err[i] - err[j] < 1e-10:
            break
        d = points[i] - points[j]
        t = (err[i] - err[j]) / (d @ d)
        if labels[i] < 0:
            t = min(t, alpha[i])
        if labels[j] > 0:
            t = min(t, alpha[j])
        alpha[i] += labels[i] * t
        alpha[j] -= labels[j] * t
        w = w + t * d
    return np.array([w[0], w[1], (err[i] + err[j]) / 2])


# right separating_line: a SymPy column of numbers
import sympy as sp


def separating_line(points, labels):
    plus, minus = points[labels == 1], points[labels == -1]
    ways = [p - m for p in plus for m in minus]
    for group in (plus, minus):
        for p in group:
            for q in group:
                ways.append(np.array([p[1] - q[1], q[0] - p[0]]))
    best = None
    for way in ways:
        if np.any(way):
            width = ((plus @ way).min() - (minus @ way).max()) / np.hypot(*way)
            if best is None or width > best[0]:
                best = (width, way)
    way = best[1]
    high, low = sp.Float((plus @ way).min()), sp.Float((minus @ way).max())
    return sp.Matrix([2 * sp.Float(way[0]) / (high - low), 2 * sp.Float(way[1]) / (high - low), -(high + low) / (high - low)])


# right separating_line: exact fractions with SymPy, as a row
import itertools

import sympy as sp


def separating_line(points, labels):
    P = [sp.Matrix([sp.Rational(float(x)), sp.Rational(float(y))]) for x, y in points]
    L = [int(l) for l in labels]
    found = []
    for i, j in itertools.combinations(range(len(P)), 2):
        if L[i] != L[j]:
            if L[i] > 0:
                i, j = j, i
            d = P[j] - P[i]
            w = 2 * d / d.dot(d)
            found.append((w, -1 - w.dot(P[i])))
        else:
            n = sp.Matrix([P[j][1] - P[i][1], P[i][0] - P[j][0]])
            for k in range(len(P)):
                if L[k] == -L[i]:
                    gap = n.dot(P[k]) - n.dot(P[i])
                    if gap != 0:
                        w = 2 * L[k] * n / gap
                        found.append((w, L[i] - w.dot(P[i])))
    found.sort(key=lambda wc: wc[0].dot(wc[0]))
    for w, c in found:
        if all(l * (w.dot(p) + c) >= 1 for p, l in zip(P, L)):
            return sp.Matrix([[w[0], w[1], c]])


# right separating_line: COBYLA with a small tolerance, made exact afterwards
from scipy.optimize import minimize


def separating_line(points, labels):
    x = separating_start(points, labels)
    for _ in range(4):
        res = minimize(
            lambda v: v[0] ** 2 + v[1] ** 2,
            x,
            method="COBYLA",
            constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
            options={"maxiter": 20000, "rhobeg": 0.1, "tol": 1e-9},
        )
        x = res.x
    return x / min(margins(x, points, labels))


def separating_start(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
    ).x


# right separating_line: a class with fit
from scipy.optimize import minimize


class SVM:
    def __init__(self):
        self.coef = None

    def fit(self, X, y):
        cons = [{"type": "ineq", "fun": self.one, "args": (X[i], y[i])} for i in range(len(X))]
        self.coef = minimize(self.loss, np.zeros(3), constraints=cons).x
        return self

    def loss(self, v):
        return float(np.linalg.norm(v[:2]) ** 2)

    def one(self, v, x, y):
        return y * (np.dot(v[:2], x) + v[2]) - 1


def separating_line(points, labels):
    return SVM().fit(points, labels).coef


# right separating_line: float32, with a message
from scipy.optimize import minimize


def separating_line(points, labels):
    res = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.array([1.0, 1.0, 0.0]),
        constraints=[{"type": "ineq", "fun": lambda v: labels * (v[0] * points[:, 0] + v[1] * points[:, 1] + v[2]) - 1}],
    )
    print(res.message, res.x)
    return res.x.astype(np.float32)


# right separating_line: rounded to five digits
from scipy.optimize import minimize


def separating_line(points, labels):
    res = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        [0.5, 0.5, 0.5],
        constraints=[{"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1}],
    )
    return np.round(res.x, 5)


# right separating_line: Lagrange conditions of the active set, started from the worst point
def separating_line(points, labels):
    minus, plus = np.flatnonzero(labels < 0), np.flatnonzero(labels > 0)
    active = [minus[0], plus[0]]
    while True:
        v = best_of(active, points, labels)
        m = labels * (points @ v[:2] + v[2])
        worst = int(np.argmin(m))
        if m[worst] > 1 - 1e-9:
            return v
        active = active + [worst]


def best_of(chosen, points, labels):
    best = None
    for i in chosen:
        for j in chosen:
            if i == j:
                continue
            if labels[i] < 0 < labels[j]:
                d = points[j] - points[i]
            elif labels[i] == labels[j]:
                d = (points[j] - points[i])[::-1] * [1, -1]
            else:
                continue
            lo = max(points[k] @ d for k in chosen if labels[k] < 0)
            hi = min(points[k] @ d for k in chosen if labels[k] > 0)
            if hi > lo:
                v = np.array([2 * d[0], 2 * d[1], -(hi + lo)]) / (hi - lo)
                if best is None or v[:2] @ v[:2] < best[:2] @ best[:2]:
                    best = v
    return best


# right separating_line: a cache of answers
from scipy.optimize import minimize

CACHE = {}


def separating_line(points, labels):
    key = (points.tobytes(), labels.tobytes())
    if key not in CACHE:
        CACHE[key] = minimize(
            lambda v: np.sum(v[:2] ** 2),
            np.zeros(3),
            constraints=[{"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1}],
            tol=1e-10,
        ).x
    return CACHE[key]


# right separating_line: points centred first, then c put back
from scipy.optimize import minimize


def separating_line(points, labels):
    centre = points.mean(axis=0)
    points -= centre
    res = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints=[{"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1}],
        options={"ftol": 1e-10},
    )
    a, b, c = res.x
    return np.array([a, b, c - a * centre[0] - b * centre[1]])


# wrong separating_line [normalised]: unit normal
from scipy.optimize import minimize


def separating_line(points, labels):
    res = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
    )
    return res.x / np.linalg.norm(res.x[:2])


# wrong separating_line [normalised]: the direction of the widest strip, as a tuple
def separating_line(points, labels):
    plus, minus = points[labels == 1], points[labels == -1]
    best = None
    for t in np.linspace(0, 2 * np.pi, 20000):
        u = np.array([np.cos(t), np.sin(t)])
        gap = (plus @ u).min() - (minus @ u).max()
        if best is None or gap > best[0]:
            best = (gap, u, -((plus @ u).min() + (minus @ u).max()) / 2)
    return best[1][0], best[1][1], best[2]


# wrong separating_line [normalised]: all three numbers of length one
_best = separating_line


def separating_line(points, labels):
    line = _best(points, labels)
    return line / np.linalg.norm(line)


# wrong separating_line [normalised]: a strip of half the margin
_best = separating_line


def separating_line(points, labels):
    return _best(points, labels) / 2


# wrong separating_line [normalised]: margins of 2
_best = separating_line


def separating_line(points, labels):
    return 2 * _best(points, labels)


# wrong separating_line [normalised]: divided by c, a x + b y = 1
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return np.array([a / c, b / c, 1.0])


# wrong separating_line [normalised]: a made 1
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return [1, b / a, c / a]


# wrong separating_line [same-everywhere]: by heart
def separating_line(points, labels):
    return np.array([2 / 3, 2 / 3, -1])


# wrong separating_line [same-everywhere]: the lesson's points, whatever comes
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, POINTS, LABELS) - 1},
    ).x


# wrong separating_line [same-everywhere]: (1, 1, -1.5) by eye
def separating_line(points, labels):
    return 1, 1, -1.5


# wrong separating_line [signs-flipped]: the signs turned
_best = separating_line


def separating_line(points, labels):
    return -_best(points, labels)


# wrong separating_line [signs-flipped]: labels turned in the constraints
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: -labels * (points @ v[:2] + v[2]) - 1},
    ).x


# wrong separating_line [c-in-the-objective]: all three squares
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2 + v[2] ** 2,
        np.ones(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
    ).x


# wrong separating_line [c-in-the-objective]: np.dot(v, v)
from scipy.optimize import minimize


def separating_line(points, labels):
    A = labels[:, None] * np.c_[points, np.ones(len(points))]
    return minimize(lambda v: np.dot(v, v), np.zeros(3), constraints={"type": "ineq", "fun": lambda v: A @ v - 1}).x


# wrong separating_line [c-wrong]: w.x - c = 0
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] - v[2]) - 1},
    ).x


# wrong separating_line [c-wrong]: the sign of c lost
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return a, b, -c


# wrong separating_line [infeasible | not-widest]: the perceptron
def separating_line(points, labels):
    w = np.zeros(3)
    for _ in range(10000):
        wrong = False
        for p, l in zip(points, labels):
            if l * (w[0] * p[0] + w[1] * p[1] + w[2]) <= 0:
                w += l * np.array([p[0], p[1], 1])
                wrong = True
        if not wrong:
            break
    return w


# wrong separating_line [through-the-means]: halfway between the means
def separating_line(points, labels):
    p = points[labels == 1].mean(axis=0)
    m = points[labels == -1].mean(axis=0)
    w = p - m
    return np.array([w[0], w[1], -w @ (p + m) / 2])


# wrong separating_line [through-the-means]: halfway between the means, least margin 1
def separating_line(points, labels):
    p = points[labels == 1].mean(axis=0)
    m = points[labels == -1].mean(axis=0)
    w = p - m
    line = np.array([w[0], w[1], -w @ (p + m) / 2])
    return line / abs(min(margins(line, points, labels)))


# wrong separating_line [least-squares]: least squares on the labels
def separating_line(points, labels):
    A = np.c_[points, np.ones(len(points))]
    return np.linalg.lstsq(A, labels, rcond=None)[0]


# wrong separating_line [between-two-points]: square to the nearest pair
def separating_line(points, labels):
    minus, plus = points[labels == -1], points[labels == 1]
    best = None
    for m in minus:
        for p in plus:
            if best is None or np.linalg.norm(p - m) < best[0]:
                best = np.linalg.norm(p - m), m, p
    _, m, p = best
    w = 2 * (p - m) / np.sum((p - m) ** 2)
    return np.array([w[0], w[1], -w @ (m + p) / 2])


# wrong separating_line [no-line]: margins at least 0
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.ones(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels)},
    ).x


# wrong separating_line [no-line]: no constraint
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(lambda v: v[0] ** 2 + v[1] ** 2, np.ones(3)).x


# wrong separating_line [no-line]: zeros
def separating_line(points, labels):
    return np.zeros(3)


# wrong separating_line [no-line]: the labels forgotten in the constraints
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: points @ v[:2] + v[2] - 1},
    ).x


# wrong separating_line [no-line | infeasible | same-everywhere]: equality for every point
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "eq", "fun": lambda v: margins(v, points, labels) - 1},
    ).x


# wrong separating_line [c-zero]: no c
from scipy.optimize import minimize


def separating_line(points, labels):
    w = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.ones(2),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v) - 1},
    ).x
    return np.array([w[0], w[1], 0.0])


# wrong separating_line [infeasible | not-widest]: the solver stopped after two steps
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.ones(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
        options={"maxiter": 2},
    ).x


# wrong separating_line [infeasible | not-widest]: a penalty, too light
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2 + 1.0 * np.sum(np.maximum(0, 1 - margins(v, points, labels)) ** 2),
        np.ones(3),
    ).x


# wrong separating_line [infeasible | not-widest | not-minimal]: gradient descent on the hinge loss
def separating_line(points, labels):
    v = np.zeros(3)
    for t in range(1, 500):
        k = t % len(points)
        eta = 1 / (0.1 * t)
        if labels[k] * (points[k] @ v[:2] + v[2]) < 1:
            v = v + 0.1 * labels[k] * np.array([points[k][0], points[k][1], 1])
        v[:2] *= 1 - 0.01 * min(eta, 1)
    return v


# wrong separating_line [normalised | infeasible]: a strip 1 % too wide
_best = separating_line


def separating_line(points, labels):
    return 0.99 * _best(points, labels)


# wrong separating_line [c-wrong]: c 2 % off
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return [a, b, c + 0.02]


# wrong separating_line [between-two-points]: only the first point and the next of the other class
_best = separating_line


def separating_line(points, labels):
    i = list(labels).index(-1)
    j = list(labels).index(1)
    return _best(points[[i, j]], labels[[i, j]])


# wrong separating_line [infeasible | not-widest]: |a| + |b| made least
from scipy.optimize import linprog


def separating_line(points, labels):
    A = labels[:, None] * np.c_[points, -points, np.ones(len(points))]
    res = linprog([1, 1, 1, 1, 0], A_ub=-A, b_ub=-np.ones(len(points)), bounds=[(0, None)] * 4 + [(None, None)])
    v = res.x
    return np.array([v[0] - v[2], v[1] - v[3], v[4]])


# wrong separating_line [not-minimal | not-widest]: any feasible line, by linprog
from scipy.optimize import linprog


def separating_line(points, labels):
    A = labels[:, None] * np.c_[points, np.ones(len(points))]
    v = linprog([0, 0, 0], A_ub=-A, b_ub=-np.ones(len(points)), bounds=[(-1e3, 1e3)] * 3).x
    return 3 * v


# wrong separating_line [other-order]: c first
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return np.array([c, a, b])


# wrong separating_line [other-order]: a and b exchanged
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return np.array([b, a, c])


# wrong separating_line [along-the-line]: the direction of the line, not its normal
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return np.array([-b, a, c])


# wrong separating_line [two-numbers]: slope and intercept
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return -a / b, -c / b


# wrong separating_line [two-numbers]: only a and b
_best = separating_line


def separating_line(points, labels):
    return _best(points, labels)[:2]


# wrong separating_line [least-value]: the least value instead of where
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
    ).fun


# wrong separating_line [kind]: the whole result
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1},
    )


# wrong separating_line [too-deep]: a column
_best = separating_line


def separating_line(points, labels):
    return _best(points, labels).reshape(3, 1)


# wrong separating_line [shape | kind]: w and c as a pair
_best = separating_line


def separating_line(points, labels):
    line = _best(points, labels)
    return line[:2], line[2]


# wrong separating_line [none]: printed
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    print(f"{a} x + {b} y + {c} = 0")


# wrong separating_line [kind]: the equation as text
_best = separating_line


def separating_line(points, labels):
    a, b, c = _best(points, labels)
    return f"{a:.4f}x + {b:.4f}y + {c:.4f} = 0"


# wrong separating_line [nan | same-everywhere]: divided by nothing
def separating_line(points, labels):
    w = (points[labels == 1] - points[labels == 1]).sum(axis=0)
    return np.array([*(w / np.linalg.norm(w)), 0])


# wrong separating_line [exception]: minimize without an import
def separating_line(points, labels):
    return minimize_it(lambda v: v[0] ** 2 + v[1] ** 2, np.zeros(3)).x


# wrong separating_line [exception]: three points of each class taken for granted
def separating_line(points, labels):
    minus, plus = points[labels == 2], points[labels == 1]
    return np.linalg.solve(np.c_[minus[:3], np.ones(3)], -np.ones(3))


# wrong separating_line [infeasible]: a soft margin, C = 1
from scipy.optimize import minimize


def separating_line(points, labels):
    n = len(points)
    return minimize(
        lambda v: 0.5 * (v[0] ** 2 + v[1] ** 2) + 1 * v[3:].sum(),
        np.r_[0, 0, 0, np.ones(n)],
        bounds=[(None, None)] * 3 + [(0, None)] * n,
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1 + v[3:]},
    ).x[:3]


# wrong separating_line [infeasible]: a soft margin, C = 100
from scipy.optimize import minimize


def separating_line(points, labels):
    n = len(points)
    return minimize(
        lambda v: 0.5 * (v[0] ** 2 + v[1] ** 2) + 100 * v[3:].sum(),
        np.r_[0, 0, 0, np.ones(n)],
        bounds=[(None, None)] * 3 + [(0, None)] * n,
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1 + v[3:]},
    ).x[:3]


# wrong separating_line [infeasible | normalised]: bounds of 2
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points, labels, bounds=[(-2, 2)] * 3)


# wrong separating_line [infeasible | normalised]: bounds of 5
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points, labels, bounds=[(-5, 5)] * 3)


# wrong separating_line [normalised]: length one, and the sides exchanged
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return -best(points, labels) / np.linalg.norm(best(points, labels)[:2])


# wrong separating_line [normalised]: times -2
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return -2 * best(points, labels)


# wrong separating_line [too-deep]: a row
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points, labels).reshape(1, 3)


# wrong separating_line [too-deep]: a matrix
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return np.matrix(best(points, labels))


# wrong separating_line [too-deep]: a list in a list
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return [list(best(points, labels))]


# wrong separating_line [rounded]: three digits
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return np.round(best(points, labels), 3)


# wrong separating_line [rounded]: whole numbers
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points, labels).astype(int)


# wrong separating_line [nearly]: a thousandth too large
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return 1.001 * best(points, labels)


# wrong separating_line [nearly]: trust-constr, as it comes
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points, labels, method="trust-constr")


# wrong separating_line [c-zero]: c set to 0
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points, labels) * [1, 1, 0]


# wrong separating_line [c-wrong]: c a tenth off
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points, labels) + [0, 0, 0.1]


# wrong separating_line [no-line]: margins at most 1
from scipy.optimize import minimize


def separating_line(points, labels):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: 1 - labels * (points @ v[:2] + v[2])},
    ).x


# wrong separating_line [six-points]: the first six
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def separating_line(points, labels):
    return best(points[[0, 1, 2, 3, 4, 5]], labels[[0, 1, 2, 3, 4, 5]])


# right support_vectors: loop and abs
def support_vectors(points, labels):
    line = separating_line(points, labels)
    m = margins(line, points, labels)
    found = []
    for i in range(len(m)):
        if abs(m[i] - 1) < 1e-6:
            found.append(i)
    return found


# right support_vectors: np.where with isclose
def support_vectors(points, labels):
    return np.where(np.isclose(margins(separating_line(points, labels), points, labels), 1))[0]


# right support_vectors: less than 1.001
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return np.nonzero(m < 1.001)[0]


# right support_vectors: those as near as the nearest
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [int(i) for i in np.flatnonzero(m <= m.min() + 1e-4)]


# right support_vectors: rounded
def support_vectors(points, labels):
    m = np.round(margins(separating_line(points, labels), points, labels), 4)
    return np.argwhere(m == 1).flatten()


# right support_vectors: a tuple from a comprehension
def support_vectors(points, labels):
    a, b, c = separating_line(points, labels)
    return tuple(i for i, (x, y) in enumerate(points) if abs(abs(a * x + b * y + c) - 1) < 1e-5)


# right support_vectors: each class by itself, then sorted
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    plus = [i for i in range(len(m)) if labels[i] == 1 and np.isclose(m[i], 1, atol=1e-4)]
    minus = [i for i in range(len(m)) if labels[i] == -1 and np.isclose(m[i], 1, atol=1e-4)]
    return sorted(plus + minus)


# right support_vectors: by the distance to the line
def support_vectors(points, labels):
    a, b, c = separating_line(points, labels)
    distance = np.abs(points @ [a, b] + c) / np.hypot(a, b)
    return np.flatnonzero(np.isclose(distance, distance.min(), rtol=1e-5))


# right support_vectors: SymPy integers
import sympy as sp


def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [sp.Integer(int(i)) for i in np.flatnonzero(np.abs(m - 1) < 1e-6)]


# right support_vectors: SymPy row
import sympy as sp


def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return sp.Matrix([[int(i) for i in range(len(m)) if abs(m[i] - 1) < 1e-6]])


# right support_vectors: floats
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    out = np.array([])
    for i in range(len(m)):
        if abs(m[i] - 1) < 1e-3:
            out = np.append(out, i)
    return out


# right support_vectors: the own solver inside
from scipy.optimize import minimize


def support_vectors(points, labels):
    res = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        [1, 1, 1],
        constraints=[{"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1}],
    )
    slack = labels * (points @ res.x[:2] + res.x[2]) - 1
    return list(np.where(slack < 1e-4)[0])


# right support_vectors: those whose margin math.isclose finds
import math


def support_vectors(points, labels):
    line = separating_line(points, labels)
    return [i for i, m in enumerate(margins(line, points, labels)) if math.isclose(m, 1, rel_tol=1e-6)]


# right support_vectors: recursion
def support_vectors(points, labels, k=0, line=None):
    if line is None:
        line = separating_line(points, labels)
    if k == len(points):
        return []
    m = labels[k] * (line[0] * points[k][0] + line[1] * points[k][1] + line[2])
    rest = support_vectors(points, labels, k + 1, line)
    return [k] + rest if abs(m - 1) < 1e-6 else rest


# right support_vectors: a boolean mask over arange
def support_vectors(points, labels):
    mask = abs(margins(separating_line(points, labels), points, labels) - 1) < 1e-6
    return np.arange(len(points))[mask]


# right support_vectors: filter and lambda
def support_vectors(points, labels):
    line = separating_line(points, labels)
    near = lambda i: labels[i] * np.dot(line, [points[i, 0], points[i, 1], 1]) < 1 + 1e-6
    return list(filter(near, range(len(points))))


# right support_vectors: int32 with np.sort
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    order = np.argsort(m)
    near = order[m[order] < 1 + 1e-6]
    return np.sort(near).astype(np.int32)


# right support_vectors: a set on the way
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    found = set()
    for i, value in enumerate(m):
        if not value > 1 + 1e-8:
            found.add(i)
    print(found)
    return sorted(found)


# right support_vectors: np.allclose one by one, with a while
def support_vectors(points, labels):
    line = separating_line(points, labels)
    i, found = 0, []
    while i < len(labels):
        if np.allclose(margins(line, points[i : i + 1], labels[i : i + 1]), 1):
            found += [i]
        i += 1
    return np.array(found)


# wrong support_vectors [points]: the points themselves
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return points[np.isclose(m, 1)]


# wrong support_vectors [points]: a list of points
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [list(p) for p, v in zip(points, m) if abs(v - 1) < 1e-6]


# wrong support_vectors [too-many]: every point of margin at least one
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return np.where(m >= 1 - 1e-9)[0]


# wrong support_vectors [too-many]: every point
def support_vectors(points, labels):
    return list(range(len(points)))


# wrong support_vectors [complement]: those that are not
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return np.flatnonzero(m > 1 + 1e-6)


# wrong support_vectors [nearest-of-each-class]: the nearest of each class
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    plus = min((i for i in range(len(m)) if labels[i] == 1), key=lambda i: m[i])
    minus = min((i for i in range(len(m)) if labels[i] == -1), key=lambda i: m[i])
    return sorted([plus, minus])


# wrong support_vectors [nearest-of-each-class]: argmin by class
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    plus = np.where(labels == 1, m, np.inf)
    minus = np.where(labels == -1, m, np.inf)
    return sorted([int(np.argmin(np.round(plus, 6))), int(np.argmin(np.round(minus, 6)))])


# wrong support_vectors [nearest-of-each-class]: the nearest pair of the two classes
def support_vectors(points, labels):
    best, pair = np.inf, None
    for i in range(len(points)):
        for j in range(len(points)):
            if labels[i] < labels[j]:
                d = np.linalg.norm(points[i] - points[j])
                if d < best:
                    best, pair = d, [i, j]
    return sorted(pair)


# wrong support_vectors [missing]: argmin alone
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return np.argmin(m)


# wrong support_vectors [unsorted]: class +1 first
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    near = np.isclose(m, 1)
    return [*np.flatnonzero(near & (labels == 1)), *np.flatnonzero(near & (labels == -1))]


# wrong support_vectors [unsorted]: falling
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return np.flatnonzero(np.isclose(m, 1))[::-1]


# wrong support_vectors [counted-from-one]: counted from one
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return np.flatnonzero(np.isclose(m, 1)) + 1


# wrong support_vectors [counted-from-one]: enumerate from one
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [i for i, v in enumerate(m, 1) if abs(v - 1) < 1e-5]


# wrong support_vectors [mask]: a mask
def support_vectors(points, labels):
    return np.isclose(margins(separating_line(points, labels), points, labels), 1)


# wrong support_vectors [mask]: a list of True and False
def support_vectors(points, labels):
    return [bool(abs(m - 1) < 1e-6) for m in margins(separating_line(points, labels), points, labels)]


# wrong support_vectors [mask]: ones and zeros
def support_vectors(points, labels):
    return (abs(margins(separating_line(points, labels), points, labels) - 1) < 1e-6).astype(int)


# wrong support_vectors [too-deep]: np.where without [0]
def support_vectors(points, labels):
    return np.where(np.isclose(margins(separating_line(points, labels), points, labels), 1))


# wrong support_vectors [too-deep]: argwhere
def support_vectors(points, labels):
    return np.argwhere(np.isclose(margins(separating_line(points, labels), points, labels), 1))


# wrong support_vectors [how-many]: how many
def support_vectors(points, labels):
    return int(np.sum(np.isclose(margins(separating_line(points, labels), points, labels), 1)))


# wrong support_vectors [margins]: the margins
def support_vectors(points, labels):
    return margins(separating_line(points, labels), points, labels)


# wrong support_vectors [margins]: the margins that are 1
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return m[np.isclose(m, 1)]


# wrong support_vectors [one-class-only]: class +1 only
def support_vectors(points, labels):
    a, b, c = separating_line(points, labels)
    return np.flatnonzero(np.isclose(a * points[:, 0] + b * points[:, 1] + c, 1))


# wrong support_vectors [one-class-only]: class -1 only
def support_vectors(points, labels):
    a, b, c = separating_line(points, labels)
    return [i for i, (x, y) in enumerate(points) if abs(a * x + b * y + c + 1) < 1e-6]


# wrong support_vectors [within-each-class]: counted within each class
def support_vectors(points, labels):
    line = separating_line(points, labels)
    found = []
    for k in (-1, 1):
        inside = points[labels == k]
        m = margins(line, inside, k * np.ones(len(inside)))
        found.extend(np.flatnonzero(np.isclose(m, 1)))
    return sorted(found)


# wrong support_vectors [same-everywhere]: by heart
def support_vectors(points, labels):
    return [0, 3, 4]


# wrong support_vectors [same-everywhere]: of the lesson's points
def support_vectors(points, labels):
    line = separating_line(POINTS, LABELS)
    return np.flatnonzero(np.isclose(margins(line, POINTS, LABELS), 1))


# wrong support_vectors [another-line]: with the lesson's line for all
def support_vectors(points, labels):
    return np.flatnonzero(np.isclose(margins((2 / 3, 2 / 3, -1), points, labels), 1))


# wrong support_vectors [missing]: points on the line itself
def support_vectors(points, labels):
    a, b, c = separating_line(points, labels)
    return np.flatnonzero(np.isclose(a * points[:, 0] + b * points[:, 1] + c, 0))


# wrong support_vectors [too-many]: near is below 2
def support_vectors(points, labels):
    return np.flatnonzero(margins(separating_line(points, labels), points, labels) < 2)


# wrong support_vectors [too-few-and-too-many]: the three nearest, always
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return np.sort(np.argsort(np.round(m, 6), kind="stable")[:3])


# wrong support_vectors [too-few-and-too-many]: the two nearest of each class
def support_vectors(points, labels):
    m = np.round(margins(separating_line(points, labels), points, labels), 6)
    found = []
    for k in (-1, 1):
        mine = [i for i in range(len(m)) if labels[i] == k]
        found += sorted(mine, key=lambda i: m[i])[:2]
    return sorted(found)


# wrong support_vectors [shape]: the corners of the hulls
from scipy.spatial import ConvexHull, QhullError


def support_vectors(points, labels):
    found = []
    for k in (-1, 1):
        mine = np.flatnonzero(labels == k)
        try:
            found.extend(mine[ConvexHull(points[mine]).vertices])
        except (QhullError, ValueError):
            found.extend(mine)
    return sorted(found)


# wrong support_vectors [labels]: labels of the support vectors
def support_vectors(points, labels):
    return labels[np.isclose(margins(separating_line(points, labels), points, labels), 1)]


# wrong support_vectors [missing | shape]: compared exactly
from scipy.optimize import minimize


def support_vectors(points, labels):
    v = minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.ones(3),
        constraints=[{"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1}],
    ).x
    return np.flatnonzero(labels * (points @ v[:2] + v[2]) == 1)


# wrong support_vectors [missing]: with the unit line
def support_vectors(points, labels):
    line = separating_line(points, labels)
    line = line / np.hypot(line[0], line[1])
    return np.flatnonzero(np.isclose(margins(line, points, labels), 1))


# wrong support_vectors [none]: printed
def support_vectors(points, labels):
    for i, m in enumerate(margins(separating_line(points, labels), points, labels)):
        if abs(m - 1) < 1e-6:
            print(i)


# wrong support_vectors [kind | not_data]: a dictionary
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return {i: points[i] for i in range(len(m)) if abs(m[i] - 1) < 1e-6}


# wrong support_vectors [kind | shape | none]: text
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return ", ".join(str(i) for i in range(len(m)) if abs(m[i] - 1) < 1e-6)


# wrong support_vectors [exception]: margins with one argument
def support_vectors(points, labels):
    return np.flatnonzero(np.isclose(margins(points), 1))


# wrong support_vectors [exception]: the truth of an array
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    if m == 1:
        return 1


# wrong support_vectors [by-class]: classes as two lists
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    near = np.isclose(m, 1)
    return list(np.flatnonzero(near & (labels < 0))), list(np.flatnonzero(near & (labels > 0)))


# right support_vectors: an own solver, compared within 1e-6
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def support_vectors(points, labels):
    line = best(points, labels)
    m = labels * (points @ line[:2] + line[2])
    return [i for i in range(len(m)) if abs(m[i] - 1) < 1e-6]


# wrong support_vectors [missing]: multipliers above 0
from scipy.optimize import minimize


def support_vectors(points, labels):
    Z = labels[:, None] * points
    G = Z @ Z.T / np.abs(Z @ Z.T).max()
    found = minimize(
        lambda al: 0.5 * al @ G @ al - al.sum(),
        np.zeros(len(points)),
        jac=lambda al: G @ al - 1,
        bounds=[(0, None)] * len(points),
        constraints={"type": "eq", "fun": lambda al: al @ labels, "jac": lambda al: labels * 1.0},
        options={"ftol": 1e-14, "maxiter": 2000},
    ).x
    return np.where(found > 1e-4 * found.max())[0]


# wrong support_vectors [missing]: those without which the line moves
def support_vectors(points, labels):
    line = separating_line(points, labels)
    out = []
    for i in range(len(points)):
        P, L = np.delete(points, i, axis=0), np.delete(labels, i)
        if len(set(L)) < 2 or not np.allclose(separating_line(P, L), line, atol=1e-4):
            out.append(i)
    return out


# wrong support_vectors [missing]: by list.index, which finds the first of two
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    P = points.tolist()
    return sorted({P.index(P[i]) for i in range(len(P)) if abs(m[i] - 1) < 1e-3})


# wrong support_vectors [missing]: the first forgotten
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [i for i in range(1, len(m)) if abs(m[i] - 1) < 1e-3]


# wrong support_vectors [missing]: the last forgotten
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [i for i in range(len(m) - 1) if abs(m[i] - 1) < 1e-3]


# wrong support_vectors [missing]: exactly 1, of an own solver
from scipy.optimize import minimize


def best(points, labels, **options):
    return minimize(
        lambda v: v[0] ** 2 + v[1] ** 2,
        np.zeros(3),
        constraints={"type": "ineq", "fun": lambda v: labels * (points @ v[:2] + v[2]) - 1},
        **options,
    ).x


def support_vectors(points, labels):
    line = best(points, labels)
    m = labels * (points @ line[:2] + line[2])
    return [i for i in range(len(m)) if m[i] == 1]


# wrong support_vectors [missing]: the distance is 1
def support_vectors(points, labels):
    line = separating_line(points, labels)
    m = margins(line, points, labels) / np.hypot(line[0], line[1])
    return [i for i in range(len(m)) if abs(m[i] - 1) < 1e-3]


# wrong support_vectors [missing]: margin 0
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [i for i in range(len(m)) if abs(m[i]) < 1e-3]


# wrong support_vectors [nearest-of-each-class]: all of class -1, and the nearest of +1
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    near = np.flatnonzero(labels > 0)
    best = near[np.argmin(np.round(m[near], 6))]
    return sorted([*np.flatnonzero((labels < 0) & (m < 1.001)), best])


# wrong support_vectors [twice]: every index twice
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return sorted([i for i in range(len(m)) if abs(m[i] - 1) < 1e-3] * 2)


# wrong support_vectors [labels]: the labels
def support_vectors(points, labels):
    return labels


# wrong support_vectors [another-line]: c made small too
from scipy.optimize import minimize


def support_vectors(points, labels):
    line = minimize(
        lambda v: v @ v, np.zeros(3), constraints={"type": "ineq", "fun": lambda v: margins(v, points, labels) - 1}
    ).x
    return np.flatnonzero(np.isclose(margins(line, points, labels), 1, atol=1e-3))


# wrong support_vectors [six-points]: a loop over six
def support_vectors(points, labels):
    m = margins(separating_line(points, labels), points, labels)
    return [i for i in range(6) if abs(m[i] - 1) < 1e-3]


# right reason_unchanged: the word
def reason_unchanged():
    return "inactive"


# right reason_unchanged: single quotes and a variable
def reason_unchanged():
    answer = 'inactive'
    return answer


# right reason_unchanged: capital
def reason_unchanged():
    return "Inactive"


# right reason_unchanged: all capitals, with blanks
def reason_unchanged():
    return " INACTIVE  "


# right reason_unchanged: a line break behind
def reason_unchanged():
    return """inactive
"""


# right reason_unchanged: worked out from the margins
def reason_unchanged():
    line = separating_line(POINTS[[0, 3, 4]], LABELS[[0, 3, 4]])
    others = margins(line, POINTS[[1, 2, 5]], LABELS[[1, 2, 5]])
    if np.all(others > 1):
        return "inactive"
    return "far"


# right reason_unchanged: by elimination
def reason_unchanged():
    choices = ["same_class", "inactive", "far", "symmetric"]
    for wrong in ("same_class", "far", "symmetric"):
        choices.remove(wrong)
    return choices[0]


# right reason_unchanged: from a list by its index
REASONS = ["same_class", "inactive", "far", "symmetric"]


def reason_unchanged():
    return REASONS[1]


# right reason_unchanged: an enumeration's value
from enum import Enum


class Reason(Enum):
    SAME_CLASS = "same_class"
    INACTIVE = "inactive"
    FAR = "far"
    SYMMETRIC = "symmetric"


def reason_unchanged():
    return Reason.INACTIVE.value


# right reason_unchanged: a lambda
reason_unchanged = lambda: "inactive"


# right reason_unchanged: printed and returned
def reason_unchanged():
    print("inactive")
    return "inactive"


# right reason_unchanged: a default argument
def reason_unchanged(answer="inactive"):
    return answer


# right reason_unchanged: a dictionary
def reason_unchanged():
    reasons = {1: "same_class", 2: "inactive", 3: "far", 4: "symmetric"}
    return reasons[2]


# right reason_unchanged: joined
def reason_unchanged():
    return "in" + "active"


# right reason_unchanged: an f-string
def reason_unchanged():
    word = "active"
    return f"in{word}"


# right reason_unchanged: an early return with an if
def reason_unchanged():
    if set(support_vectors(POINTS, LABELS)) == {0, 3, 4}:
        return "inactive"
    else:
        return "symmetric"


# right reason_unchanged: a NumPy string
def reason_unchanged():
    return np.array(["same_class", "inactive", "far", "symmetric"])[1]


# right reason_unchanged: the words stripped out of the docstring
def reason_unchanged():
    """Return the reason: "inactive"."""
    return reason_unchanged.__doc__.split('"')[1]


# wrong reason_unchanged [same-class]: same_class
def reason_unchanged():
    return "same_class"


# wrong reason_unchanged [same-class]: Same_Class, capitals
def reason_unchanged():
    return "Same_Class"


# wrong reason_unchanged [far]: far
def reason_unchanged():
    return "far"


# wrong reason_unchanged [far]: the example of the stub, left
def reason_unchanged():
    return  "far "


# wrong reason_unchanged [symmetric]: symmetric
def reason_unchanged():
    return "symmetric"


# wrong reason_unchanged [symmetric]: by a mistaken computation
def reason_unchanged():
    if POINTS[1, 0] == POINTS[1, 1]:
        return "symmetric"
    return "inactive"


# wrong reason_unchanged [far]: by the distance from the origin
def reason_unchanged():
    lengths = np.hypot(POINTS[:, 0], POINTS[:, 1])
    return "far" if lengths[[1, 2, 5]].mean() > lengths[[0, 3, 4]].mean() else "inactive"


# wrong reason_unchanged [same-class]: by the labels
def reason_unchanged():
    return "same_class" if set(LABELS[[1, 2, 5]]) <= set(LABELS[[0, 3, 4]]) else "inactive"


# wrong reason_unchanged [no-choice]: a sentence
def reason_unchanged():
    return "their constraints hold with room to spare"


# wrong reason_unchanged [no-choice]: a typing error
def reason_unchanged():
    return "inactiv"


# wrong reason_unchanged [no-choice]: a near word
def reason_unchanged():
    return "not active"


# wrong reason_unchanged [no-choice]: the same class with a blank
def reason_unchanged():
    return "same class"


# wrong reason_unchanged [no-choice]: the quotes in the text
def reason_unchanged():
    return '"inactive"'


# wrong reason_unchanged [no-choice]: all of them
def reason_unchanged():
    return "inactive, far, symmetric"


# wrong reason_unchanged [no-choice]: nothing in it
def reason_unchanged():
    return ""


# wrong reason_unchanged [kind]: a list of words
def reason_unchanged():
    return ["inactive"]


# wrong reason_unchanged [kind]: two words
def reason_unchanged():
    return "inactive", "same_class"


# wrong reason_unchanged [kind]: the number of the answer
def reason_unchanged():
    return 2


# wrong reason_unchanged [kind]: True
def reason_unchanged():
    return True


# wrong reason_unchanged [kind]: a set
def reason_unchanged():
    return {"inactive"}


# wrong reason_unchanged [kind]: margins of the three points
def reason_unchanged():
    return margins((2 / 3, 2 / 3, -1), POINTS[[1, 2, 5]], LABELS[[1, 2, 5]])


# wrong reason_unchanged [none]: printed
def reason_unchanged():
    print("inactive")


# wrong reason_unchanged [exception]: a name, not a word
def reason_unchanged():
    return inactive


# wrong reason_unchanged [exception]: an argument that nobody passes
def reason_unchanged(points):
    return "inactive"
