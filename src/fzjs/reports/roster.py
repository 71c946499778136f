"""`private/联络人.csv`: who to call. Read only where somebody asks for it, never kept in git."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from fzjs.diagnostic import FzjsError, os_reason
from fzjs.tree import Tree, is_committed

FILE = "private/联络人.csv"
HEAD = ("科室", "姓名", "电话")


class Roster(NamedTuple):
    """The lines of the file; `there` tells whether there is one, `exposed` whether git has it."""

    lines: tuple[Mapping[str, str], ...]
    there: bool
    exposed: bool

    def plain(self, office: Callable[[str], str]) -> dict[str, Any]:
        """Return the lines with the offices' full names, and the offices that nobody knows."""
        rows = [{**line, "科室": office(line["科室"]) or line["科室"]} for line in self.lines]
        return {
            "文件": FILE if self.there else "",
            "已进git": self.exposed,
            "行": rows,
            "不认得的科室": [each["科室"] for each in self.lines if not office(each["科室"])],
        }


def read(tree: Tree) -> Roster:
    """Read the file, UTF-8 or as Excel writes it (GBK). Raises FzjsError where it has no head."""
    if not (tree.root / FILE).exists():
        return Roster((), there=False, exposed=False)
    try:
        raw = tree.read(FILE)
    except OSError as error:
        raise FzjsError(f"打不开 {FILE}：{os_reason(error)}。") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", "replace")
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if any(row)]
    head = rows[0] if rows else []
    if not set(HEAD) <= set(head):
        raise FzjsError(f"{FILE} 第一行要写 {','.join(HEAD)}（半角逗号），一人一行。")
    lines = tuple(
        {key: (row + [""] * len(head))[head.index(key)] for key in HEAD} for row in rows[1:]
    )
    return Roster(lines, there=True, exposed=is_committed(tree.root, FILE))
