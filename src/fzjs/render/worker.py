"""A process that renders what is not ours: it may be killed, and what it says is plain JSON.

Frames go both ways: eight bytes of length, then as many bytes. A request is a frame of JSON and
one of the reference document; an answer is a frame of JSON and, for `{"好": true}`, the document.
"""

from __future__ import annotations

import json
import signal
import struct
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from fzjs.render.bounds import TooMuchError
from fzjs.render.model import DataFault, Properties, ReferenceFault, Template, TemplateFault
from fzjs.render.word import render

if TYPE_CHECKING:
    from types import FrameType

_SIZE = struct.Struct(">Q")
LARGEST = 100_000_000
"""Bytes of one frame: above, somebody is filling the memory."""


def send(stream: BinaryIO, *frames: bytes) -> None:
    """Write frames and hand them on."""
    for frame in frames:
        stream.write(_SIZE.pack(len(frame)))
        stream.write(frame)
    stream.flush()


def receive(stream: BinaryIO) -> bytes:
    """Read one frame. Raises EOFError at the end, and ValueError for one too large."""
    (size,) = _SIZE.unpack(_exactly(stream, _SIZE.size))
    if size > LARGEST:
        raise ValueError("frame too large")
    return _exactly(stream, size)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError
    return data


def main(memory: int, seconds: int) -> None:
    """Answer requests until there are no more; each within its time and memory."""
    _limit(memory)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            request, reference = json.loads(receive(source)), receive(source)
        except EOFError:
            return
        send(target, *_answer(request, reference, seconds))


def _limit(memory: int) -> None:
    """Take no more memory and write no file, where the system can hold a process to that."""
    try:
        import resource  # noqa: PLC0415  # Windows has none
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0)):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (allowed, allowed))
        except (ValueError, OSError):  # macOS knows the limit and does not take it
            continue


def _answer(request: dict[str, Any], reference: bytes, seconds: int) -> tuple[bytes, ...]:
    """Render, or say why not: a fault by its kind with all that its message is made of."""
    try:
        _alarm(seconds)
        document = _render(request, reference)
        _alarm(0)
    except TemplateFault as error:
        place = [error.name, error.line, error.message, error.hint, error.column]
        return (_json({"模板": place}),)
    except DataFault as error:
        return (_json({"数据": [list(error.path), error.message]}),)
    except ReferenceFault as error:
        return (_json({"样式": str(error)}),)
    except (TooMuchError, MemoryError, RecursionError) as error:
        said = str(error).partition("\n")[0] if isinstance(error, TooMuchError) else "内存不够"
        return (_json({"太多": said}),)
    finally:
        _alarm(0)
    return _json({"好": True}), document


def _render(request: dict[str, Any], reference: bytes) -> bytes:
    title, author, created, *rest = request["属性"]
    properties = Properties(title, author, date.fromisoformat(created), *rest)
    return render(Template(*request["模板"]), request["数据"], reference, properties)


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data).encode()


def _alarm(seconds: int) -> None:
    """Have the template stopped where it is after some seconds; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _ring(_: int, frame: FrameType | None) -> None:
    del frame
    raise TooMuchError("模板要做的事太多，时间不够\n检查循环")
