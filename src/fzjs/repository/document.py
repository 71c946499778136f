"""One YAML file of a data repository: what is known of it, and its text where somebody asks."""

from __future__ import annotations

from typing import Any

from fzjs.repository.layout import Role
from fzjs.repository.memo import Known
from fzjs.repository.opening import Opened, open_file
from fzjs.source import Source, text_of
from fzjs.tree import AnyTree

_BROKEN = Known(whole=False)


class Document:
    """One YAML file; `record` is None where it breaks the format.

    Where only what followed from its bytes is at hand, the file is read when its text or record is
    asked for: the text of ten thousand entries is more than anybody looks at. `id` tells the bytes
    that it was known from, "" where nothing vouches for them.
    """

    __slots__ = ("_opened", "file", "id", "known", "role", "tree")

    def __init__(
        self,
        file: str,
        role: Role | None = None,
        opened: Opened | None = None,
        known: Known = _BROKEN,
        tree: AnyTree | None = None,
    ) -> None:
        """Take what was read, or where it can be; a file that is only named has no text."""
        self.file, self.role, self.known = file, role, known
        self.id = ""
        self._opened, self.tree = opened, tree

    @property
    def source(self) -> Source:
        """The text with its positions."""
        return self._open().source

    @property
    def record(self) -> Any:  # noqa: ANN401  # the model of its role
        """The record, None where the file breaks the format."""
        return self._open().record

    @property
    def text(self) -> str:
        """The text that was read, every line end LF; "" where the file cannot be read."""
        if self._opened is None and self.tree is not None:
            try:
                return text_of(self.tree.read(self.file))
            except OSError:
                return ""
        return self.source.text

    @property
    def is_whole(self) -> bool:
        """Whether there is a record; to ask costs no reading."""
        return self.known.whole

    def let_go(self) -> None:
        """Forget text and record: whoever wants them reads the file again."""
        self._opened = None

    def _open(self) -> Opened:
        if self._opened is None:
            empty = Opened(None, Source(self.file, None, ()), None, ())
            self._opened = open_file(self.tree, self.file, self.role) if self.tree else empty
        return self._opened

    def __repr__(self) -> str:
        """Name the file; the text can be long."""
        return f"Document({self.file!r})"
