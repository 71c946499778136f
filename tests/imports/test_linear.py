"""No step of reading a plan takes four times longer than it should when the plan grows fourfold."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from fzjs.importers import registry, settings
from fzjs.importers.document import Document, Paragraph, Place
from fzjs.importers.draft import Draft, Owner, Row
from fzjs.importers.readers import html, text

HEAD = "云溪县2022年法治政府建设示范创建实施方案\n二、主要任务\n"
ITEMS = "1.开展检查。（县司法局牵头）\n2.开展培训。（县财政局牵头，县司法局配合）\n"
AT_MOST = 10
"""Linear work takes 4 times as long, quadratic 16; a slow run is tried again."""
FLOOR = 0.02
"""So many seconds are lost in the noise."""


def whole(plan: str) -> None:
    """Read a plan's text as `import` does."""
    document = text.read(plan.encode(), "方案.txt")
    shape = registry.choose(document).shape
    settings.read(document, shape.records(document))


def took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def is_linear(work: Callable[[int], object], size: int) -> bool:
    """Tell whether one of three runs at fourfold size stays under the bound."""
    small = took(lambda: work(size))
    bound = AT_MOST * max(small, FLOOR)
    return any(took(lambda: work(4 * size)) < bound for _ in range(3))


def names(document: Document, offices: list[str]) -> Draft:
    owners = tuple(Owner(name) for name in offices)
    return Draft((Row("1", "开展检查", document.blocks[0].place, owners=owners),))  # type: ignore[union-attr]


@pytest.mark.parametrize("form", ["第{}业务科", "基层工作{}科", "云溪县第{}局"])
def test_thousands_of_offices(form: str) -> None:
    def work(count: int) -> None:
        offices = ["基层科", *(form.format(at) for at in range(count)), "县基层科"]
        document = Document("a", (Paragraph("方案", Place(0, "第1段")),))
        found = settings.read(document, names(document, offices)).data["科室"]
        assert isinstance(found, list)
        assert len(found) >= count

    assert is_linear(work, 300)


@pytest.mark.parametrize(
    "unit",
    [
        " ", "\u2800 ", "县局 ", "（1", "（县司法局负责）", "，", "责任单位：", "。1.",
        "每年3月1日前", "时间安排", "[填写", "二〇二一",
    ],
)  # fmt: skip
def test_one_endless_line(unit: str) -> None:
    def work(size: int) -> None:
        words = unit * (size // len(unit))
        whole(f"{HEAD}{ITEMS}3.开展{words}检查_\n三、实施步骤\n启动阶段（{words}\n")

    assert is_linear(work, 2000)


@pytest.mark.parametrize(
    "line",
    [
        "{}.开展第{}次检查。（县司法局牵头，县财政局配合）",
        "（{}）开展第{}次检查，由县司法局负责。",
        "{}.开展检查。\n责任单位：第{}业务科",
        "\n\r",
    ],
)
def test_a_plan_of_many_items(line: str) -> None:
    def work(count: int) -> None:
        whole(HEAD + ITEMS + "".join(f"{line.format(n, n)}\n" for n in range(3, count)))

    assert is_linear(work, 100)


@pytest.mark.parametrize(
    "unit", ["县 ", "县\n", " ", "<s>甲</s>", "清单<sup>1</sup>", "<p hidden>甲</p>", "<br>"]
)
def test_a_long_page(unit: str) -> None:
    def work(count: int) -> None:
        assert html.read(f"<html><body><p>甲{unit * count}</p></body></html>".encode(), "a").blocks

    assert is_linear(work, 4000)
