"""Values as bytes, for a file of this program's own: pickled, and read again without detours.

Facts are named tuples by the hundred thousand. Their own `__new__` is written in Python and takes
most of the reading: here they are made as the tuples that they are. So no class of tuples can be
packed as a value itself, nor what an object of one holds besides its items.
"""

from __future__ import annotations

import io
import pickle
from functools import partial
from typing import Any


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401  # as pickle has it
        return (value.__class__, (tuple(value),)) if isinstance(value, tuple) else NotImplemented


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # as pickle has it
        if (module, name) not in _MAKERS:
            found = super().find_class(module, name)
            is_tuple = isinstance(found, type) and issubclass(found, tuple)
            _MAKERS[module, name] = partial(tuple.__new__, found) if is_tuple else found
        return _MAKERS[module, name]


_MAKERS: dict[tuple[str, str], Any] = {}
"""What makes a value, by the module and the name of its class."""


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def unpacked(content: bytes) -> Any:  # noqa: ANN401  # whatever was packed
    """Return a value that `packed` gave. Raises whatever pickle raises for other bytes."""
    return _Unpickler(io.BytesIO(content)).load()
