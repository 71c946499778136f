"""Text that only shows: nothing in data or file names steers a terminal or a log."""

from __future__ import annotations

import os
import re
import shlex

UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
"""Control characters but newline, return and tab, what turns the direction of text, what has no
width or only tags other text: the inside of a character class."""
_UNSEEN = re.compile(f"[{UNSEEN}\r]")
_COMMAND = re.compile(r"^(?=\s*::)", re.MULTILINE)
_OLD_COMMAND = "##["


def visible(text: str) -> str:
    """Return a text with every unseen character written out: `<U+001B>`."""
    return _UNSEEN.sub(lambda mark: f"<U+{ord(mark[0]):04X}>", text)


def one_line(text: str) -> str:
    """Return a text as one line, for tables and findings."""
    return visible(" ".join(text.split("\n")))


def escaped(json: str) -> str:
    """Return JSON in which every unseen character is an escape; its meaning stays the same."""
    return _UNSEEN.sub(lambda mark: _units(mark[0]), json)


def _units(mark: str) -> str:
    """Return a character as JSON escapes it: one past U+FFFF takes two units."""
    raw = mark.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{raw[i : i + 2].hex()}" for i in range(0, len(raw), 2))


def in_log(text: str) -> str:
    """Return a text for people in which a GitHub runner, if this is one, finds no command.

    It takes `::error::` at the start of any line of a step's output, `##[error]` in any place.
    """
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return _COMMAND.sub("· ", text).replace(_OLD_COMMAND, "## [")


_SPLITS = re.compile(r"""[\s"'$`\\!*?\[\](){}<>|&;#~^,]""")
"""What a shell would read as its own, bash, cmd or PowerShell."""
_LIVES = re.compile(r"""["$`!]""")
"""What means something to a shell in double quotes too."""


def in_shell(name: str) -> str:
    """Return a name as it is typed into a command: in double quotes only where it needs them."""
    if name and not _SPLITS.search(name):
        return name
    return shlex.quote(name) if _LIVES.search(name) else f'"{name}"'
