"""Changing files in place: only the value's own bytes, checked by reading again, atomically."""

from fzjs.store.splice import append, remove, set_all, set_value
from fzjs.store.staged import Staged
from fzjs.store.write import Change, Move, apply, delete, put

__all__ = [
    "Change",
    "Move",
    "Staged",
    "append",
    "apply",
    "delete",
    "put",
    "remove",
    "set_all",
    "set_value",
]
