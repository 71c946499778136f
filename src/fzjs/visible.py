"""Text that only shows: nothing in data or file names steers a terminal or a log."""

from __future__ import annotations

import re
import shlex

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters but newline and tab, what turns the direction of text, what has no width."""


def visible(text: str) -> str:
    """Return a text with every unseen character written out: `<U+001B>`."""
    return _UNSEEN.sub(lambda mark: f"<U+{ord(mark[0]):04X}>", text)


def one_line(text: str) -> str:
    """Return a text as one line, for tables and findings."""
    return visible(" ".join(text.split("\n")))


def escaped(json: str) -> str:
    """Return JSON in which every unseen character is an escape; its meaning stays the same."""
    return _UNSEEN.sub(lambda mark: f"\\u{ord(mark[0]):04x}", json)


_SPLITS = re.compile(r"""[\s"'$`\\!*?\[\](){}<>|&;#~^,]""")
"""What a shell would read as its own, bash, cmd or PowerShell."""
_LIVES = re.compile(r"""["$`!]""")
"""What means something to a shell in double quotes too."""


def in_shell(name: str) -> str:
    """Return a name as it is typed into a command: in double quotes only where it needs them."""
    if name and not _SPLITS.search(name):
        return name
    return shlex.quote(name) if _LIVES.search(name) else f'"{name}"'
