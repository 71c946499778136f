"""What is computed of facts that do not change is computed once, however many rules ask."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, Self, TypeVar, overload

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)
_ITSELF = object()


class Once:
    """Something unchanging, with what was computed of it so far.

    Thousands of entries name the same few hundred materials and periods, and dozens of rules ask
    the same of each. What is kept goes with the object; `_replace` makes one that knows nothing.
    """

    @cached_property
    def _known(self) -> dict[Hashable, Any]:
        return {}

    @overload
    def once(self, compute: Callable[[Self], _T]) -> _T: ...

    @overload
    def once(self, compute: Callable[[_K, Self], _T], about: _K) -> _T: ...

    def once(self, compute: Callable[..., Any], about: Hashable = _ITSELF) -> Any:
        """Return what a function says of this (and of something else), asked the first time only.

        The function depends on nothing but what it is given, and returns what nobody changes.
        """
        key = compute, about
        try:
            return self._known[key]
        except KeyError:
            found = compute(self) if about is _ITSELF else compute(about, self)
            self._known[key] = found
            return found
