"""What may cross between the trusted side and a worker: plain data of bounded size, and nothing else.

No pickle, no eval, no object of a student's. A graph (an expression) is a flat list whose nodes only
point backwards, so that nothing recursive arrives without a bound.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Final, Literal, TypeAlias

import msgspec

MAX_FRAME: Final = 8 * 2**20  # bytes of a body
MAX_VALUES: Final = 100_000  # numbers in one answer, over all its parts
MAX_DEPTH: Final = 8  # of lists in lists
MAX_NODES: Final = 5_000  # of one expression graph
MAX_EDGES: Final = 50_000  # between them
MAX_DIGITS: Final = 1_000  # of one exact number
MAX_CURVES: Final = 256  # on one axes
MAX_RECORDED: Final = 64  # numbers of one argument of a recorded call
MAX_TEXT: Final = 4_096  # characters of one message, or of what was printed

Text = Annotated[str, msgspec.Meta(max_length=MAX_TEXT)]
Name = Annotated[str, msgspec.Meta(max_length=200)]
Index = Annotated[int, msgspec.Meta(ge=0, lt=MAX_NODES)]


class _Data(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Plain data; which struct it is stands in its first element."""


# --- answers -----------------------------------------------------------------------------------


class Complex(_Data, frozen=True, tag="complex"):
    """A complex number."""

    real: float
    imag: float


class Array(_Data, frozen=True, tag="array"):
    """A numeric array, or a NumPy scalar (shape ``()``): little-endian items in C order."""

    dtype: Literal["b1", "i8", "u8", "f4", "f8", "c16"]
    shape: Annotated[tuple[Annotated[int, msgspec.Meta(ge=0)], ...], msgspec.Meta(max_length=8)]
    data: bytes


class Sequence(_Data, frozen=True, tag="sequence"):
    """A list, a tuple, a set (in the order it was met), or an array of Python objects."""

    kind: Literal["list", "tuple", "set", "array"]
    items: list[Value]


class Mapping(_Data, frozen=True, tag="mapping"):
    """A dict whose keys are strings."""

    keys: list[Name]
    values: list[Value]


class Node(_Data, frozen=True):
    """One node of an expression graph.

    ``head`` is the name of an operation or of a kind of atom; ``args`` are positions of earlier
    nodes; ``text`` is the payload of an atom: a symbol's name, the digits of an ``Integer``, ``p/q``
    of a ``Rational``, ``mantissa exponent precision`` of a ``Float`` (mantissa · 2^exponent).
    """

    head: Name
    args: list[Index] = []
    text: Annotated[str, msgspec.Meta(max_length=2 * MAX_DIGITS + 10)] = ""


class Expression(_Data, frozen=True, tag="expression"):
    """A SymPy expression, or a matrix of them (``shape`` given), as a graph with shared nodes.

    ``roots`` has one node for an expression, and one an entry, row by row, for a matrix.
    ``shown`` is how the worker prints it: text for people, never parsed.
    """

    nodes: Annotated[list[Node], msgspec.Meta(max_length=MAX_NODES)]
    roots: Annotated[list[Index], msgspec.Meta(max_length=MAX_NODES)]
    shape: tuple[Index, Index] | None
    shown: Text


class Curve(_Data, frozen=True):
    """One drawn series of points: a line, a step or a scatter."""

    x: Array
    y: Array
    label: Text


class Panel(_Data, frozen=True):
    """One axes of a figure: what was drawn on it, and what is written beside it."""

    curves: Annotated[list[Curve], msgspec.Meta(max_length=MAX_CURVES)]
    legend: Annotated[list[Text], msgspec.Meta(max_length=64)]
    xlabel: Text
    ylabel: Text


class Figure(_Data, frozen=True, tag="figure"):
    """The data of a figure."""

    panels: Annotated[list[Panel], msgspec.Meta(max_length=16)]
    legend: Annotated[list[Text], msgspec.Meta(max_length=64)]


class Refused(_Data, frozen=True, tag="refused"):
    """An answer that has no plain form. ``code`` is stable; ``shown`` names it for people."""

    code: Literal[
        "unevaluated", "unknown_function", "not_finite", "complex", "not_expression", "too_big",
        "too_deep", "not_data", "failed",
    ]  # fmt: skip
    shown: Text


# --- arguments only ----------------------------------------------------------------------------


class Formula(_Data, frozen=True, tag="formula"):
    """A function handed to the student's: the trusted side's own text, evaluated in the worker."""

    text: str
    variables: list[str]


class Symbolic(_Data, frozen=True, tag="symbolic"):
    """A SymPy expression handed to the student's function, as the trusted side's own text."""

    text: str


class Instance(_Data, frozen=True, tag="instance"):
    """An instance of a class of the student's module that may not be changed (lesson 5's ``MLP``)."""

    name: Name
    attributes: Mapping


Value: TypeAlias = (
    bool | int | float | Text | Complex | Array | Sequence | Mapping | Expression | Figure | Refused | None
)
Argument: TypeAlias = (
    bool | int | float | str | Array | Sequence | Mapping | Formula | Symbolic | Instance | None
)


# --- requests ----------------------------------------------------------------------------------


class Prepare(_Data, frozen=True, tag="prepare"):
    """Import libraries that this child will want, then confine the process: the first request."""

    imports: list[Name]


class Load(_Data, frozen=True, tag="load"):
    """Read the sources and parse the module, running nothing of it."""

    module: Name
    sources: dict[str, bytes]
    unchanged: dict[str, str]  # class name → its official source

    def reach(self, file: str) -> dict[str, bytes]:
        """Return the sources that a file may import: itself, those whose names it holds, and those that they do."""
        found, new = dict[str, bytes](), {file: self.sources[file]}
        while new:
            found |= new
            text = b"".join(new.values())
            new = {
                other: source
                for other, source in self.sources.items()
                if other not in found and any(name.encode() in text for name in _called(other))
            }
        return found


def _called(file: str) -> list[str]:
    """Return what code may call a file by: its own name, or those of the packages that it lies in."""
    return [name for name in PurePosixPath(file).with_suffix("").parts if name != "__init__"]


class Run(_Data, frozen=True, tag="run"):
    """Execute the module that was loaded."""


class Call(_Data, frozen=True, tag="call"):
    """Call one function of the module.

    ``watched``: functions of the module of which the reply says whether the call ran them.
    """

    function: Name
    arguments: list[Argument]
    watched: list[Name] = []


Request: TypeAlias = Prepare | Load | Run | Call


# --- replies -----------------------------------------------------------------------------------


class Confined(_Data, frozen=True, tag="confined"):
    """The process is confined. No student's code has been read yet.

    ``held``: the layers that hold; ``absent``: those that this system does not have; ``failed``:
    those that it has and that failed, with the reason.
    """

    held: list[Name]
    absent: list[Name]
    failed: dict[Name, Text]


Misses: TypeAlias = Annotated[list[Name], msgspec.Meta(max_length=8)]


class Ready(_Data, frozen=True, tag="ready"):
    """The module parses, and the classes that may not be changed are as they were."""


class Ran(_Data, frozen=True, tag="ran"):
    """The module was executed. ``notes``: cells of a notebook that failed.

    ``misses``, here and below: modules that were asked for and could not be imported any more.
    """

    notes: Annotated[list[Text], msgspec.Meta(max_length=50)]
    printed: Text
    misses: Misses = []


Calls: TypeAlias = Annotated[
    list[Annotated[list[Array], msgspec.Meta(max_length=8)]], msgspec.Meta(max_length=16)
]


class Returned(_Data, frozen=True, tag="returned"):
    """The call came back.

    ``calls``: where the student's code called the formula it was handed, an array an argument.
    ``ran``: which of the watched functions ran meanwhile.
    """

    value: Value
    changed: bool  # an argument was changed in place
    printed: Text
    misses: Misses = []
    calls: Calls = []
    ran: Annotated[list[Name], msgspec.Meta(max_length=8)] = []


class Raised(_Data, frozen=True, tag="raised"):
    """The student's code stopped.

    ``kind``: ``syntax``, ``encoding``, ``notebook`` (a file that is none), ``changed`` (a class that
    may not be), ``undefined``, ``not_callable``, ``unwritten`` (NotImplementedError) or ``exception``.
    ``where`` is the function it stopped in.
    """

    kind: Literal[
        "syntax", "encoding", "notebook", "changed", "undefined", "not_callable", "unwritten", "exception"
    ]
    name: Text
    message: Text
    file: Text
    line: Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
    where: Text
    printed: Text
    misses: Misses = []


Reply: TypeAlias = Confined | Ready | Ran | Returned | Raised
