"""Modules that a command names at its top, and that are read when it first uses them.

The help of a command needs its options, not what computes and draws (DESIGN section 7: “Heavy
imports happen inside the command”). `from fzjs.reports import status` stays one line at the top,
where type checkers and the contract of the floors see it, and costs nothing before `status.build`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType

_FLOORS = tuple(f"fzjs.{floor}." for floor in ("actions", "reports", "render", "output"))
_WHOLE = frozenset(
    f"fzjs.{name}" for name in ("assess", "check", "norm", "repository", "rules", "units")
)


class _Later(MetaPathFinder):
    """Finds the modules of the floors below, to be read when something in them is asked for."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module is, with a loader that waits; None for all others."""
        if not fullname.startswith(_FLOORS) and fullname not in _WHOLE:
            return None
        found = PathFinder.find_spec(fullname, path, target)
        if found is not None and found.loader is not None:
            found.loader = LazyLoader(found.loader)
        return found


@contextmanager
def later() -> Iterator[None]:
    """Read none of those modules before it is used, while a command's own module is imported."""
    finder = _Later()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
