"""A file by another hand, examined so that whatever is in it ends in one sentence."""

from __future__ import annotations

from fzjs.diagnostic import FzjsError
from fzjs.norm.model import Expected, Finding
from fzjs.norm.reading import read
from fzjs.norm.registry import check
from fzjs.norm.roles import Paper
from fzjs.ooxml.guard import damaged

_UNFORESEEN = (
    ValueError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError,
)  # fmt: skip
"""What values that no office program writes may bring about where nobody thought of them."""


def examine(data: bytes, expected: Expected) -> tuple[Paper, tuple[Finding, ...]]:
    """Return a Word file's parts and what is found in it.

    Raises FzjsError alone, with what to do: a clerk cannot mend a file by a traceback.
    """
    try:
        return check(read(data), expected)
    except FzjsError:
        raise
    except _UNFORESEEN:
        raise damaged("里面有看不懂的内容") from None
