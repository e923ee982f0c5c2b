"""What a learner's exception usually means, and what to try: told by Python's own message.

The message is the student's own text, so it decides words alone, never points.
"""

from __future__ import annotations

import re
from typing import Final

from graders.engine.traits import Diagnosis

_POWERS: Final = "In Python a power is written with **; ^ means something else."
_SYMBOLS: Final = (
    "That function takes numbers. For an expression take SymPy's own, such as sp.exp and sp.log."
)
_SCALARS: Final = (
    "math's functions take one number at a time. NumPy's functions of the same names take arrays too."
)
_LISTS: Final = "A list cannot do arithmetic. Make an array of it: np.array(...)."
_CALLED: Final = (
    "Something that is no function has brackets behind it. A product needs its *, as in 2 * (x + 1)."
)
_SHAPES: Final = "The shapes do not fit together. Print the shape of each array just before that line."

_MEANINGS: Final = [
    (r"unsupported operand type\(s\) for \^|ufunc 'bitwise_xor'", "caret", _POWERS),
    (r"loop of ufunc does not support argument|[Cc]annot convert expression to float", "numeric-function", _SYMBOLS),
    (r"only (length-1|0-dimensional|size-1) arrays", "one-number-at-a-time", _SCALARS),
    (r"truth value of an array", "if-on-an-array", "An if cannot ask a whole array. np.where chooses element by element."),
    (r"truth value of Relational", "if-on-a-symbol", "An if cannot compare a symbol, which has no value yet."),
    (r"(unsupported operand type\(s\) for .*|bad operand type for .*)'(list|tuple)'|can't multiply sequence", "list-arithmetic", _LISTS),
    (r"object is not callable", "not-a-function", _CALLED),
    (r"Cannot interpret .* as a data type", "array-of-several", "np.array takes one list: np.array([a, b]), with the inner brackets."),
    (r"could not be broadcast|not aligned|mismatch in its core dimension|inconsistent shapes|Matrix size mismatch", "shapes-do-not-fit", _SHAPES),
    (r"(missing \d+ required positional argument|takes \d+ positional arguments? but|takes from \d+ to)", "arguments", "A function is called with another number of arguments than it was written for. Compare the two lines."),
    (r"func takes \d+ argument|got an unexpected keyword argument", "arguments", "func takes its arguments by place and without names, as in func(x)."),
    (r"'NoneType'", "none-inside", "Something that this line uses is None. Does the function that it comes from end with return?"),
    (r"referenced before assignment|cannot access local variable", "no-value-yet", "A name is used before it has a value. Is it given one on every way through the function?"),
    (r"out of range|is out of bounds", "past-the-end", "An index is past the end. Counting starts at 0; print the length."),
    (r"MemoryError", "memory", "It asked for more and more memory. Does every loop come to its end?"),
    (r"RecursionError", "recursion", "The function calls itself without ever coming to an end."),
    (r"ZeroDivisionError", "division-by-zero", "Print what you divide by: for some arguments it is 0."),
    (r"SystemExit|KeyboardInterrupt", "exit", "Leave exit() and quit() out: they end the whole program."),
    (r"'list' object has no attribute", "list-attribute", "A list has no such method. Make a Matrix or an array of it first."),
    (r"has no attribute", "no-attribute", "Check the spelling of what stands behind the dot, and what kind of thing stands before it: print its type."),
]  # fmt: skip
_NAME: Final = re.compile(r"name '(\w+)' is not defined")
_NUMPY: Final = frozenset(
    "exp log sqrt sin cos tan tanh arctan2 hypot array zeros ones linspace arange cumsum pi e".split()
)
_SYMPY: Final = frozenset(
    "symbols Symbol Matrix diff integrate solve Rational simplify expand lambdify".split()
)
_USUAL: Final = {"numpy": "np", "sympy": "sp"}
_MODULES: Final = frozenset("np numpy sp sympy plt math scipy random minimize".split())


def of(sentence: str) -> Diagnosis | None:
    """Return what an exception usually means, by the sentence that names it; None for others."""
    undefined = _NAME.search(sentence)
    if undefined is not None:
        return Diagnosis("undefined-name", _undefined(undefined[1]))
    for pattern, note, advice in _MEANINGS:
        if re.search(pattern, sentence):
            return Diagnosis(note, advice)
    return None


def _undefined(name: str) -> str:
    if name in _USUAL:
        return f"Look at the imports: after import {name} as {_USUAL[name]}, it is called {_USUAL[name]}."
    if name in _MODULES:
        return f"Nothing called {name} is imported in this file: add the import at its top."
    if name in _NUMPY:
        return f"{name} belongs to a module: np.{name} for numbers and arrays, sp.{name} for symbols where SymPy has it."
    if name in _SYMPY:
        return f"{name} belongs to SymPy: write sp.{name}."
    return f"Is {name} spelt here as where it gets its value? A word needs quotes, a product its *, and a symbol has to be made first."
