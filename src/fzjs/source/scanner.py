"""PyYAML's scanner made to take tabs and question marks, and refuse escapes, as libyaml does.

libyaml skips a tab between tokens, keeps one inside a plain scalar, and lets an address with `?`
stand in a flow list; PyYAML's scanner stops at each. Which tabs are faults is decided elsewhere;
both parsers must only read the same. An escape that names no character (past U+10FFFF, half a
surrogate pair) stops libyaml; PyYAML's scanner raises OverflowError or passes it on.
"""

from __future__ import annotations

import re

from yaml.error import Mark
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\(?=u[dD][89a-fA-F]|U0000[dD][89a-fA-F])|\\.", re.DOTALL)
_BREAKS = "\r\n\x85\u2028\u2029"


class LenientScanner(Reader, Scanner):
    """The places where PyYAML is stricter or laxer."""

    def __init__(self, text: str) -> None:
        """Scan this text."""
        Reader.__init__(self, text)
        Scanner.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks, tabs where no key may begin, comments and line ends."""
        while True:
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0" + _BREAKS:
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]  # untyped in the stubs
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """A plain scalar; `?` ends it in no context."""
        start = end = self.get_mark()
        indent = self.indent + 1
        chunks: list[str] = []
        spaces: list[str] = []
        while self.peek() != "#" and (length := self._plain_length()):
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), plain=True, start_mark=start, end_mark=end)

    def _plain_length(self) -> int:
        """How many characters from here belong to a plain scalar without a blank in it."""
        marks = ",[]{}" if self.flow_level else ""
        blank = "\0 \t" + _BREAKS
        length = 0
        while (char := self.peek(length)) not in blank + marks:
            if char == ":" and self.peek(length + 1) in blank + marks:
                if self.peek(length + 1) not in blank:
                    self.forward(length)
                    context = "while scanning a plain scalar"
                    raise ScannerError(context, None, "found unexpected ':'", self.get_mark())
                break
            length += 1
        return length

    def scan_plain_spaces(self, indent: int, start_mark: object) -> list[str]:
        """The white space inside a plain scalar, tabs included."""
        length = 0
        while self.peek(length) in (" ", "\t"):
            length += 1
        blanks: str = self.prefix(length)
        self.forward(length)
        if self.peek() in _BREAKS:
            return super().scan_plain_spaces(indent, start_mark) or []
        return [blanks] if blanks else []

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Mark) -> list[str]:  # noqa: FBT001  # as PyYAML types it
        """A run without blanks in quotes; no escape in it may name what is no character."""
        begin = self.get_mark()
        pointer = self.pointer
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (OverflowError, ValueError):
            raise _no_character(start_mark, self.get_mark()) from None
        if any(map(_SURROGATE.search, chunks)):
            run = self.buffer[pointer : self.pointer]
            found = (each for each in _ESCAPED_SURROGATE.finditer(run) if each[0] == "\\")
            index = begin.index + next(found).end()
            raise _no_character(start_mark, Mark("", index, begin.line, begin.column, None, 0))
        return chunks


def _no_character(start: Mark, place: Mark) -> ScannerError:
    problem = "found invalid Unicode character escape code"
    return ScannerError("while parsing a quoted scalar", start, problem, place)
