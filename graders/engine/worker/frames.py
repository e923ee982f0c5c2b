"""Frames, in which messages cross between the trusted side and a worker: packed, unpacked, and validated.

A frame is a fixed header and a msgpack body::

    magic 2 | call 4 | nonce 8 | length 4 | body

The length is checked before anything is allocated, and the body is decoded straight into the declared
structs of ``wire``.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Final

import msgspec

from . import wire

HEADER: Final = struct.Struct("!2sIQI")
MAGIC: Final = b"cg"


class ProtocolError(Exception):
    """What arrived is not what the protocol allows; the worker that sent it is not to be used again."""


_encoder = msgspec.msgpack.Encoder()
_requests: msgspec.msgpack.Decoder[wire.Request] = msgspec.msgpack.Decoder(wire.Request)
_replies: msgspec.msgpack.Decoder[wire.Reply] = msgspec.msgpack.Decoder(wire.Reply)

ITEM_BYTES: Final = {"b1": 1, "i8": 8, "u8": 8, "f4": 4, "f8": 8, "c16": 16}


def pack(message: wire.Request | wire.Reply, call: int, nonce: int) -> bytes:
    """Return the frame of a message.

    Raises
    ------
    ProtocolError
        When the body is larger than ``wire.MAX_FRAME``.
    """
    body = _encoder.encode(message)
    if len(body) > wire.MAX_FRAME:
        raise ProtocolError(f"a message of {len(body)} bytes")
    return HEADER.pack(MAGIC, call, nonce, len(body)) + body


def unpack_header(header: bytes) -> tuple[int, int, int]:
    """Return call number, nonce and length of the body that follows, checked before it is read."""
    magic, call, nonce, length = HEADER.unpack(header)
    if magic != MAGIC or length > wire.MAX_FRAME:
        raise ProtocolError("a header that is none")
    return call, nonce, length


def unpack_request(body: bytes) -> wire.Request:
    """Decode a request, in the worker. Requests are the trusted side's own words."""
    return _requests.decode(body)


def unpack_reply(body: bytes) -> wire.Reply:
    """Decode and validate a reply, on the trusted side.

    Raises
    ------
    ProtocolError
        Whatever is wrong with it, and nothing else.
    """
    try:
        reply = _replies.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, ValueError, OverflowError) as error:
        raise ProtocolError("a reply that is not of the declared form") from error
    if isinstance(reply, wire.Returned):
        _validate(reply.value)
        for call in reply.calls:
            _validate_call(call)
    return reply


def _validate(value: wire.Value) -> None:
    """Check what types alone can't say: sizes that must agree, graphs that must point backwards."""
    count, level = 0, [value]
    for _ in range(wire.MAX_DEPTH + 1):
        below: list[wire.Value] = []
        count += len(level)
        if count > wire.MAX_VALUES:
            raise ProtocolError("too many values")
        for each in level:
            if isinstance(each, wire.Sequence):
                below += each.items
            elif isinstance(each, wire.Mapping):
                if len(each.keys) != len(each.values):
                    raise ProtocolError("keys without values")
                below += each.values
            elif isinstance(each, wire.Array | wire.Expression | wire.Figure):
                _VALIDATORS[type(each)](each)
        level = below
        if not level:
            return
    raise ProtocolError("nested too deeply")


def _validate_call(call: list[wire.Array]) -> None:
    for array in call:
        _validate_array(array)
        if array.dtype != "f8" or len(array.shape) != 1 or array.shape[0] > wire.MAX_RECORDED:
            raise ProtocolError("a call that was not recorded by us")


def _validate_array(array: wire.Array) -> None:
    size = math.prod(array.shape)
    if size > wire.MAX_VALUES or size * ITEM_BYTES[array.dtype] != len(array.data):
        raise ProtocolError("an array whose size and data differ")


def _validate_expression(expression: wire.Expression) -> None:
    nodes = expression.nodes
    if sum(len(node.args) for node in nodes) > wire.MAX_EDGES:
        raise ProtocolError("too many edges")
    if any(arg >= here for here, node in enumerate(nodes) for arg in node.args):
        raise ProtocolError("an expression that does not point backwards")
    if any(root >= len(nodes) for root in expression.roots):
        raise ProtocolError("a root that is no node")
    if len(expression.roots) != (1 if expression.shape is None else math.prod(expression.shape)):
        raise ProtocolError("a matrix whose shape and entries differ")


def _validate_figure(figure: wire.Figure) -> None:
    for panel in figure.panels:
        for curve in panel.curves:
            _validate_array(curve.x)
            _validate_array(curve.y)
            if not curve.x.dtype == curve.y.dtype == "f8" or curve.x.shape != curve.y.shape:
                raise ProtocolError("a curve whose x and y differ")


_VALIDATORS: Final[dict[type, Callable[..., None]]] = {
    wire.Array: _validate_array,
    wire.Expression: _validate_expression,
    wire.Figure: _validate_figure,
}
