"""登记表: one line a file, to be filled in with a spreadsheet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from fzjs.actions.add import cells, naming
from fzjs.actions.add.paper import Paper, read
from fzjs.actions.add.propose import fitting
from fzjs.assess import Assessment
from fzjs.diagnostic import FzjsError, os_reason
from fzjs.reports.entry import holding
from fzjs.store import put

COLUMNS = (
    "文件", "种类", "事由", "资料", "年度", "页", "摘录", "落款日期", "盖章", "出具单位", "页数",
    "字数", "网址", "检索日期", "名称", "类别", "发布日期", "检索词", "查阅", "结果", "sha256",
    "已登记", "建议资料", "说明",
)  # fmt: skip
LOOKED = ("网址", "名称", "类别", "发布日期", "检索词", "查阅", "检索日期", "结果")
"""The columns of what was looked up, in the order of `Looked`."""
_OURS = frozenset({"sha256", "已登记", "建议资料", "说明"})
"""Columns that the program fills again each time."""
_SUGGESTED = 3
_SKIPPED = frozenset({"thumbs.db", "desktop.ini"})
_NO_PAPERS = frozenset({".yaml", ".yml", ".tmp", ".lnk"})
_FORMULA = tuple("=+-@")


class Row(NamedTuple):
    """A line of the table: its number as a spreadsheet shows it, and its cells by column."""

    number: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """Return a cell, "" where the table has no such column."""
        return self.cells.get(column, "")


class Sheet(NamedTuple):
    """A table: its columns as they stand, and the lines that name a file."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def name_for(office: str) -> str:
    """Return the name of an office's table: two offices may have theirs in one folder."""
    return f"登记表-{office}.csv"


def refuse_other(sheet: Sheet, path: Path, where: Path, names: Iterable[str]) -> None:
    """Raise FzjsError where no file of a table is in the folder: it is another folder's."""
    named = {file(row.cell("文件")) for row in sheet.rows if row.cell("文件")}
    if named and named.isdisjoint(names):
        raise FzjsError(
            f"{path} 里写的文件（如“{min(named)}”）一个也不在 {where} 里，是别处的登记表。\n"
            "没有登记。文件夹写错了的改过来；要另写一张的，加 --table 新的文件名.csv。"
        )


def papers(where: Path, table: Path) -> list[str]:
    """Return the names of the files below a folder that may be papers, sorted.

    Hidden files, the locks of an open Word, links and the table itself are none.
    """
    found = []
    try:
        for path in sorted(where.rglob("*")):
            name = path.relative_to(where)
            hidden = any(part.startswith((".", "~$")) for part in name.parts)
            other = path.name.lower() in _SKIPPED or path.suffix.lower() in _NO_PAPERS
            other = other or path == table or naming.is_table(path)
            linked = any((where / part).is_symlink() for part in (name, *name.parents))
            if path.is_file() and not (hidden or other or linked):
                found.append(name.as_posix())
    except OSError as error:
        raise FzjsError(f"打不开 {where}：{os_reason(error)}。") from error
    return found


def survey(
    where: Path, names: Iterable[str], office: str, assessment: Assessment
) -> Iterator[dict[str, str]]:
    """Yield the cells of one line a file, with what can be known; never a claim."""
    tree = assessment.repository.worktree
    for name in names:
        try:
            paper = read(where / name, tree)
        except FzjsError as error:
            yield {"文件": _named(name), "说明": str(error).partition("\n")[0]}
            continue
        known = holding(paper.sha256, assessment)
        fits = () if known else fitting(paper, office, assessment)[:_SUGGESTED]
        yield {
            "文件": _named(name),
            "事由": naming.from_title(paper.opening, assessment.repository.campaign)
            or naming.from_file(name, assessment.repository.campaign),
            "页数": str(paper.pages or ""),
            "字数": str(paper.words or ""),
            "sha256": paper.sha256,
            "已登记": "；".join(dict.fromkeys(entry.id for entry, _ in known)),
            "建议资料": "；".join(f"{each.label}（{each.text}）" for each in fits),
            "说明": _note(paper),
        }


def _named(name: str) -> str:
    """Return a file's name so that no spreadsheet takes it for a formula."""
    return f"./{name}" if name.startswith(_FORMULA) else name


def _note(paper: Paper) -> str:
    ends = f"文件末尾的日期是 {paper.ends}，核对后填进“落款日期”" if paper.ends else ""
    return "；".join(filter(None, (paper.note, ends)))


def load(path: Path) -> Sheet:
    """Return a table that was filled in. Raises FzjsError where it is none."""
    rows = cells.read(path)
    head = [unicodedata.normalize("NFKC", cell) for cell in rows[0]] if rows else []
    missing = [name for name in ("文件", "资料", "年度") if name not in head]
    if missing:
        raise FzjsError(
            f"{path} 的第1行没有“{'”“'.join(missing)}”这一列，不像登记表。\n"
            "表头不要改；改坏了就换个 --table 文件名，让程序重新写一张。"
        )
    twice = next((name for name in head if name and head.count(name) > 1), "")
    if twice:
        raise FzjsError(f"{path} 的第1行有两列都叫“{twice}”，分不清用哪一列。改一个名字再来。")
    # Columns of the clerk's own stay, those without a name too.
    head += [""] * (max(map(len, rows)) - len(head))
    head = [name or f"第{i}列" for i, name in enumerate(head, 1)]
    found = (
        Row(number, dict(zip(head, row, strict=False)))
        for number, row in enumerate(rows[1:], 2)
        if any(row)
    )
    return Sheet(tuple(head), tuple(found))


def merge(sheet: Sheet, surveyed: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Return the lines as filled in, with our columns anew, and a line for each new file."""
    fresh = {file(each["文件"]): each for each in surveyed}
    seen = {file(row.cell("文件")) for row in sheet.rows}
    kept = [
        {
            **row.cells,
            **{k: v for k, v in fresh.get(file(row.cell("文件")), {}).items() if k in _OURS},
        }
        for row in sheet.rows
    ]
    return [*kept, *(each for name, each in fresh.items() if name not in seen)]


def file(cell: str) -> str:
    """Return a file's name from its cell."""
    return cell.replace("\\", "/").removeprefix("./")


def save(path: Path, lines: Sequence[dict[str, str]], columns: Sequence[str] = COLUMNS) -> bool:
    """Write the table, and tell whether anything changed. Raises FzjsError."""
    every = list(dict.fromkeys((*COLUMNS, *columns)))
    content = cells.write([every, *([line.get(c, "") for c in every] for line in lines)])
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        put(path, content)
    except OSError as error:
        raise FzjsError(f"写不了登记表 {path}：{os_reason(error)}。") from error
    return True
