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
BLANK = (
    "\u034f\u0600-\u0605\u06dd\u070f\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u2800"
    "\u3164\ue000-\uf8ff\ufe00-\ufe0f\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
"""What a file may hold and a screen hides or breaks a line at: fillers, selectors, private use.

Unicode: Default_Ignorable_Code_Point, Line_Separator, Prepended_Concatenation_Mark, Private_Use.
"""
_UNSEEN = re.compile(f"[{UNSEEN}{BLANK}\r]")
_PLAIN = re.compile(r"[\t\n -~\u2010-\u2027\u2460-\u27ff\u3000-\u3163\u3400-\u9fff\uff01-\uff9f]*")
"""Almost every text here, told at once."""
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_COMMAND = re.compile(r"^(?=\s*::)", re.MULTILINE)
_OLD_COMMAND = "##["


def visible(text: str) -> str:
    """Return a text with every unseen character written out: `<U+001B>`."""
    if _PLAIN.fullmatch(text):
        return text
    return _UNSEEN.sub(lambda mark: f"<U+{ord(mark[0]):04X}>", text)


def without_blanks(text: str) -> str:
    """Return a text without what nobody sees in it."""
    return _UNSEEN.sub("", text)


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
