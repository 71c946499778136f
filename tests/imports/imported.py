"""The published sources imported by the real command, once each, and read back as text only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from conftest import Run

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
PUYANG = SOURCES / "puyang-justice-2020.txt"
PINGDINGSHAN = SOURCES / "pingdingshan-education-2021.txt"
WUZHONG = SOURCES / "wuzhong-eight-actions-2023.txt"
HEGANG = SOURCES / "hegang-opinion-2019.txt"
FOUR = (PUYANG, PINGDINGSHAN, WUZHONG, HEGANG)
GOLD = {
    PUYANG: HERE.parent / "data/puyang-justice-2020.json",
    PINGDINGSHAN: SOURCES / "pingdingshan-education-2021.json",
    WUZHONG: SOURCES / "wuzhong-eight-actions-2023.json",
}

Record = dict[str, Any]
_made: dict[Path, Path] = {}


class Doubt(NamedTuple):
    """One entry of 导入疑点.md: its heading, where it is, the source's words, what was assumed."""

    kind: str
    place: str
    about: str
    words: str
    assumed: str
    why: str
    ruling: bool

    @property
    def lines(self) -> list[int]:
        """The source's lines that it names, in its place or among its words."""
        return [int(n) for n in re.findall(r"第(\d+)行", self.place + self.words)]


class Repository(NamedTuple):
    """A written folder: settings, (headings, indicator) in order, doubts, and the report."""

    folder: Path

    @property
    def settings(self) -> Record:
        found: Record = load(self.folder / "fzjs.yaml")
        return found

    @property
    def blocks(self) -> list[Record]:
        return [b for path in sorted(self.folder.glob("indicators/*.yaml")) for b in load(path)]

    @property
    def rows(self) -> list[Record]:
        """The indicators in the plan's order, each with the headings it stands under."""
        return [
            {"一级指标": block["一级指标"], "二级指标": block.get("二级指标", ""), **row}
            for block in self.blocks
            for row in block["三级指标"]
        ]

    @property
    def by_key(self) -> dict[str, Record]:
        """The indicators by 编号, with 加分 or 减分 before it."""
        return {row.get("类别", "") + row["编号"]: row for row in self.rows}

    @property
    def report(self) -> str:
        return (self.folder / "导入疑点.md").read_text("utf-8")

    @property
    def doubts(self) -> list[Doubt]:
        return list(_doubts(self.report.partition("\n## 没有进指标的原文")[0]))

    def of(self, kind: str) -> list[Doubt]:
        """Return the doubts under one heading."""
        return [doubt for doubt in self.doubts if doubt.kind == kind]

    @property
    def leftover(self) -> dict[int, str]:
        """The source's lines that no indicator took: number → words as shown."""
        listed = self.report.partition("\n## 没有进指标的原文")[2]
        found = re.findall(r"^- 第(\d+)行(?: → fzjs\.yaml)?　(.*)$", listed, re.MULTILINE)
        return {int(number): words for number, words in found}

    def bytes(self) -> dict[str, bytes]:
        """Return path → content of every file."""
        return contents(self.folder)


def load(path: Path) -> Any:  # noqa: ANN401  # a file's data, whatever it holds
    """Read YAML with every scalar as the text it is."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # text only


def gold(source: Path) -> list[Record]:
    """Read the rows that were taken from a source by hand."""
    rows: list[Record] = json.loads(GOLD[source].read_text("utf-8"))
    return rows


def contents(folder: Path) -> dict[str, bytes]:
    """Return path → content of every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def repository(source: Path, fzjs: Run, factory: pytest.TempPathFactory) -> Repository:
    """Import a source as a user does; each only once in a process of tests."""
    if source not in _made:
        target = factory.mktemp("导入") / source.stem
        done = fzjs("import", str(source), "--to", str(target), at=target.parent)
        assert done.returncode == 0, done.stdout + done.stderr
        _made[source] = target
    return Repository(_made[source])


_ENTRY = re.compile(
    r"- \*\*(?P<place>[^，*]*)(?:，(?P<about>.*?))??(?P<ruling>，口径)?\*\*　"
    r"(?:原文：(?P<words>.*)|原文没有写)"
)
_ASSUMED = "  - 暂按："
_WHY = "  - 因为："


def _doubts(report: str) -> Iterator[Doubt]:
    """Yield the entries; what was assumed and why stands once below those it is the same for."""
    for part in report.split("\n## ")[1:]:
        head, _, body = part.partition("\n")
        kind, _, count = head.partition("（")
        found = list(_entries(kind, body.split("\n")))
        assert len(found) == int(count.removesuffix("处）")), head
        yield from found


def _entries(kind: str, lines: list[str]) -> Iterator[Doubt]:
    waiting: list[re.Match[str]] = []
    assumed = ""
    for line in lines:
        if entry := _ENTRY.fullmatch(line):
            waiting.append(entry)
        elif line.startswith(_ASSUMED):
            assumed = _unescaped(line.removeprefix(_ASSUMED))
        elif line.startswith(_WHY):
            why = _unescaped(line.removeprefix(_WHY))
            for each in waiting:
                place, about, words = (
                    _unescaped(each[name] or "") for name in ("place", "about", "words")
                )
                yield Doubt(kind, place, about, words, assumed, why, bool(each["ruling"]))
            waiting = []
        else:
            assert not line, line


def _unescaped(markdown: str) -> str:
    return re.sub(r"\\([\\`*_<>\[\]|~])", r"\1", markdown)
