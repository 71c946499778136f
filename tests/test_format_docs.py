"""docs/format.md shows right and wrong lines: the reader must agree with every one of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from fzjs.assess.period import fits, rhythm_of
from fzjs.models import base
from fzjs.models.indicator import Kind, Rhythm
from fzjs.source import read

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

TYPES = {
    "日期": base.Date,
    "整数": base.Number,
    "数": base.Amount,
    "年份": base.Year,
    "起止年份": base.Years,
    "年度": base.Period,
    "是否": base.Flag,
    "比例": base.Share,
}


def table(*head: str) -> list[list[str]]:
    """Give the rows of the one table with this head."""
    first = "| " + " | ".join(head) + " |\n"
    assert TEXT.count(first) == 1, head
    body = TEXT.partition(first)[2].partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in body]


def quoted(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


@pytest.mark.parametrize(("wrong", "right", "rule"), table("错", "对", "规则"))
def test_refused_lines(wrong: str, right: str, rule: str) -> None:
    bad = read((quoted(wrong)[0] + "\n").encode(), "x.yaml")
    good = read((quoted(right)[0] + "\n").encode(), "x.yaml")
    assert {fault.rule for fault in bad.faults} == {rule}
    assert (good.faults, good.data is not None) == ((), True)


@pytest.mark.parametrize("name", TYPES)
def test_types_of_values(name: str) -> None:
    right, wrong = next(row[1:] for row in table("类型", "对", "错") if row[0] == name)
    adapter: TypeAdapter[object] = TypeAdapter(TYPES[name])
    assert quoted(right)
    assert quoted(wrong)
    for value in quoted(right):
        adapter.validate_python(value)
    for value in quoted(wrong):
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


def test_periods() -> None:
    rows = {row[0]: quoted(row[2]) for row in table("年度", "欠几件", "对应里怎么写")}
    assert tuple(rows) == Rhythm.__args__  # type: ignore[attr-defined]
    for rhythm, shown in rows.items():
        periods = [each for each in shown if base.PERIOD.fullmatch(each)]
        assert periods
        assert all(fits(rhythm, period) for period in periods), rhythm


def test_periods_where_the_plan_is_silent() -> None:
    said = re.search(r"没有写的，(.+?)按现行，(.+?)按汇总", TEXT)
    assert said is not None
    default = dict.fromkeys(Kind.__args__, "逐年可合并")  # type: ignore[attr-defined]
    default |= dict.fromkeys(quoted(said[1]), "现行") | dict.fromkeys(quoted(said[2]), "汇总")
    assert {kind: rhythm_of("", kind) for kind in default} == default


def test_every_link_leads_somewhere() -> None:
    for page in ("format.md", "json.md", "glossary.md", "keys.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            assert (ROOT / "docs" / target).is_file(), (page, target)
        headings = set(re.findall(r"^#+ (.+)$", text, re.MULTILINE))
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings
