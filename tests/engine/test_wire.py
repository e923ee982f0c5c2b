"""The wire: whatever arrives, the trusted side gets validated data or a protocol error."""

import contextlib
import struct

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graders.engine.worker import arguments, encode, frames, wire

NODE = wire.Node("Symbol", text="x")


def body(reply):
    """Return the body of a reply's frame."""
    return frames.pack(reply, 1, 2)[frames.HEADER.size :]


def returned(value):
    """Return the body of a reply with a value."""
    return body(wire.Returned(value, False, ""))


@pytest.mark.parametrize(
    "value",
    [
        None, True, 3, 2.5, "text", wire.Complex(1.0, 2.0), wire.Array("f8", (2,), b"\0" * 16),
        wire.Sequence("list", [1, wire.Sequence("tuple", [])]), wire.Mapping(["a"], [1.0]),
        wire.Expression([NODE, wire.Node("sin", [0])], [1], None, "sin(x)"),
        wire.Figure([wire.Panel([wire.Curve(wire.Array("f8", (1,), b"\0" * 8), wire.Array("f8", (1,), b"\0" * 8), "")], [], "", "")], []),
        wire.Refused("too_big", "list"),
    ],
)  # fmt: skip
def test_round_trip(value):
    """What is packed comes back equal."""
    assert frames.unpack_reply(returned(value)) == wire.Returned(value, False, "")


def deep(levels):
    """Return lists in lists."""
    value = wire.Sequence("list", [])
    for _ in range(levels):
        value = wire.Sequence("list", [value])
    return value


@pytest.mark.parametrize(
    "value",
    [
        wire.Array("f8", (3,), b"\0" * 16),
        wire.Array("f8", (10**12,), b""),
        wire.Array("f8", (2**62, 4), b""),
        wire.Sequence("list", [0] * (wire.MAX_VALUES + 1)),
        wire.Mapping(["a", "b"], [1.0]),
        wire.Expression([wire.Node("sin", [0])], [0], None, ""),
        wire.Expression([wire.Node("sin", [1]), NODE], [0], None, ""),
        wire.Expression([NODE], [1], None, ""),
        wire.Expression([NODE], [0, 0], None, ""),
        wire.Expression([NODE], [0], (2, 2), ""),
        wire.Expression([NODE, *[wire.Node("Add", [0] * 100)] * 600], [0], None, ""),
        wire.Figure([wire.Panel([wire.Curve(wire.Array("f8", (1,), b"\0" * 8), wire.Array("f8", (2,), b"\0" * 16), "")], [], "", "")], []),
        deep(wire.MAX_DEPTH + 2),
        deep(20_000),
    ],
)  # fmt: skip
def test_invalid_values(value):
    """Sizes that do not agree, graphs that point forwards and nesting without end are protocol errors."""
    try:
        data = returned(value)
    except RecursionError:
        data = (
            msgspec.msgpack.encode(["returned"])[:-9]
            + b"\x94\xa8returned"
            + b"\x93\xa8sequence\xa4list\x91" * 100_000
        )
    with pytest.raises(frames.ProtocolError):
        frames.unpack_reply(data)


@pytest.mark.parametrize(
    "header", [b"xx" + b"\0" * 16, frames.HEADER.pack(b"cg", 1, 2, wire.MAX_FRAME + 1), b"\xff" * 18]
)
def test_headers(header):
    """A header that is none, or claims too much, is refused before anything is read or allocated."""
    with pytest.raises(frames.ProtocolError):
        frames.unpack_header(header)


@given(st.binary(max_size=300))
def test_any_bytes(data):
    """Random bytes never raise anything but the protocol error."""
    with contextlib.suppress(frames.ProtocolError):
        frames.unpack_reply(data)


@given(st.data())
def test_mutated_replies(data):
    """Real replies with bytes changed, cut or doubled never raise anything but the protocol error."""
    value = data.draw(
        st.sampled_from(
            [encode.encode(np.arange(6.0).reshape(2, 3)), encode.encode([1, "a", {"b": (None, 2.5)}]), 10**30]
        )
    )
    raw = bytearray(returned(value if not isinstance(value, int) else encode.encode(value)))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    for mutant in (bytes(raw), bytes(raw[:cut]), bytes(raw + raw)):
        with contextlib.suppress(frames.ProtocolError):
            frames.unpack_reply(mutant)


class LyingFloat(float):
    """Equal to everything."""

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class LyingArray(np.ndarray):
    """Equal to everything."""

    def __eq__(self, other):
        return True


class LyingList(list):
    """Claims another length."""

    def __len__(self):
        return 10**12


class Exploding:
    """Raises in everything that is asked of it."""

    def __getattribute__(self, name):
        raise RuntimeError(name)


def test_subclasses_are_flattened():
    """What leaves the worker is plain data, whatever the class of the answer."""
    assert type(encode.encode(LyingFloat(2.0))) is float
    assert encode.encode(np.arange(3.0).view(LyingArray)) == encode.encode(np.arange(3.0))
    assert encode.encode(LyingList([1])) == wire.Refused("too_big", "LyingList of 1,000,000,000,000 entries")
    assert encode.encode(Exploding()).code in ("failed", "not_data")


@pytest.mark.parametrize(
    "dtype", ["f2", "f4", "f8", "i1", "i4", "i8", "u1", "u8", "?", "c8", "c16", ">f8", ">i4"]
)
def test_dtypes(dtype):
    """Arrays of every numeric kind arrive with their values."""
    array = np.array([[0, 1], [1, 0]]).astype(dtype)
    assert np.array_equal(arguments.array(encode.encode(array)), array)


def test_header_is_what_the_documentation_says():
    """magic 2, call 4, nonce 8, length 4."""
    assert frames.HEADER.size == struct.calcsize("!2sIQI") == 18


@pytest.mark.parametrize(
    "call",
    [
        [wire.Array("f8", (2,), b"\0" * 8)],
        [wire.Array("i8", (1,), b"\0" * 8)],
        [wire.Array("f8", (1, 1), b"\0" * 8)],
        [wire.Array("f8", (wire.MAX_RECORDED + 1,), b"\0" * 8 * (wire.MAX_RECORDED + 1))],
        [wire.Array("f8", (1,), b"\0" * 8)] * 9,
    ],
)
def test_a_recorded_call_that_is_none(call):
    """Where a formula was called comes as short, flat arrays of floats, and as nothing else."""
    with pytest.raises(frames.ProtocolError):
        frames.unpack_reply(body(wire.Returned(1.0, False, "", calls=[call])))
    with pytest.raises(frames.ProtocolError):
        frames.unpack_reply(body(wire.Returned(1.0, False, "", calls=[call[:0]] * 17)))
