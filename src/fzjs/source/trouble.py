"""Where a parser stopped, as the explanations look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from yaml.nodes import ScalarNode

    from fzjs.source.leaves import Leaves
    from fzjs.source.text import Text


class Trouble(NamedTuple):
    """`at`: where the parser stopped; `start`: where what it was reading began."""

    text: Text
    start: int
    at: int
    leaves: Leaves

    def char(self) -> str:
        """The character at which the parser stopped."""
        return self.text.char(self.at)

    def previous(self) -> int:
        """The position of the last character before `at` that is no white space; -1 if none."""
        return len(self.text.text[: self.at].rstrip()) - 1

    def last_quoted(self) -> ScalarNode | None:
        """The quoted scalar that ends just before `at`."""
        end = self.previous() + 1
        for node in reversed(self.leaves.quoted):
            if node.style in ("'", '"') and node.end_mark.index == end:
                return node
        return None
