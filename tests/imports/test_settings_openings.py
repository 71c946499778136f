"""Openings of documents of every kind: who issued it, what it is called, when; each field told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from test_settings import doubts, plain, row

from fzjs.importers.document import Cell, Document, Paragraph, Place, Table
from fzjs.importers.draft import Draft
from fzjs.importers.settings import read
from fzjs.models import Campaign

BODY = "\n一、工作任务\n（一）制定清单。\n二、工作要求\n（一）加强领导。"
OPENINGS = yaml.safe_load((Path(__file__).parent / "openings.yaml").read_text(encoding="utf-8"))


def text_of(name: str) -> str:
    return str(OPENINGS[name]["原文"]).replace("\n（正文）", BODY)


@pytest.mark.parametrize("name", OPENINGS)
def test_every_field_of_an_opening(name: str) -> None:
    case = OPENINGS[name]
    settings = plain(text_of(name))
    data = settings.data
    assert data["单位"] == case["单位"]
    assert data["体系"] == {key: case[key] for key in ("名称", "文号", "来源") if key in case}
    assert data["窗口"] == case["年"]
    assert str(data["截止"])[:4] == case["年"]
    assert data["待定"] == case.get("待定", ["窗口", "截止", "创建办"])
    found = [d.kind for d in settings.doubts if d.about in {"单位", "体系"}]
    assert found == case.get("疑点", [])
    Campaign.model_validate(data)


@pytest.mark.parametrize("name", OPENINGS)
def test_a_unit_stands_where_units_stand(name: str) -> None:
    text = text_of(name)
    unit = str(plain(text).data["单位"])
    lines = [re.sub(r"\s+", "", line) for line in text.split("\n")]
    joined = ["".join(lines[at : at + 3]) for at in range(len(lines))]
    named = [f"编制单位：{unit}", f"由{unit}负责解释"]
    assert (
        unit == "（待填）"
        or any(line.startswith(unit) for line in joined)
        or any(words in text for words in named)
    )


@pytest.mark.parametrize(
    "words",
    [
        "各单位于2022年11月30日前将工作总结报县司法局。",
        "领导小组办公室设在市司法局。",
        "为落实省司法厅关于开展创建工作的要求，制定本方案。",
        "自查报告报县司法局，2022年12月10日前完成。",
        "由县委依法治县办统筹，各局配合。",
    ],
)
def test_no_unit_is_cut_out_of_a_sentence(words: str) -> None:
    settings = plain(f"关于推进依法行政工作的实施意见\n{words}{BODY}\n{words}")
    assert settings.data["单位"] == "（待填）"
    assert "单位" in settings.data["待定"]  # type: ignore[operator]  # a list
    assert [d.kind for d in settings.doubts if d.about == "单位"] == ["没有写明"]


def test_a_title_across_the_top_of_a_word_table() -> None:
    banner = Paragraph("云溪县水利局2023年法治政府建设任务分解表", Place(0, "表1第1行第1格"))
    head = [Paragraph(t, Place(1 + i, f"表1第2行第{i + 1}格")) for i, t in enumerate("甲乙丙")]
    cells = (Cell(0, 0, (banner,), 1, 3), *(Cell(1, i, (p,)) for i, p in enumerate(head)))
    document = Document("x.docx", (Table(cells, 3, 2),))
    data = read(document, Draft((row("1", "甲"),), (), frozenset({0, 1, 2, 3}))).data
    assert data["单位"] == "云溪县水利局"
    assert data["体系"] == {"名称": "云溪县水利局2023年法治政府建设任务分解表"}


BARE = "东江市司法局法治示范创建责任清单\n一、要求\n各科室于6月30日前报送工作方案。"


def test_a_text_without_any_year_is_read_in_the_year_given() -> None:
    settings = read(*_bare(), 2024)
    assert settings.data["窗口"] == "2024"
    assert settings.data["截止"] == "2024-12-31"
    limits = settings.data["期限"]
    assert isinstance(limits, list)
    assert [x["日期"] for x in limits] == ["2024-06-30"]
    leaning = [d for d in settings.doubts if d.about in {"窗口", "截止", "期限"}]
    assert len(leaning) == 3
    assert all("导入的那一年（文中没有任何年份）" in d.why for d in leaning)


def test_without_year_and_parameter_a_stated_fallback() -> None:
    settings = read(*_bare())
    assert settings.data["窗口"] == "2000"
    assert "期限" not in settings.data
    found = next(d for d in settings.doubts if d.about == "窗口")
    assert "文中没有任何年份，先填2000占位" in found.why
    assert not any("暂填暂填" in d.why for d in settings.doubts)


def _bare() -> tuple[Document, Draft]:
    lines = (Paragraph(t, Place(i, f"第{i + 1}行")) for i, t in enumerate(BARE.split("\n")))
    return Document("x.txt", tuple(lines)), Draft(())


@pytest.mark.parametrize(
    ("words", "year", "ground"),
    [
        ("到2030年，率先突破。\n第一阶段：启动（2023年3月—4月）。", "2023", "最早的期限"),
        ("2016年底前完成清理。", "2016", "最早的期限"),
        ("落实2019年的部署。", "2019", "开头提到"),
    ],
)  # fmt: skip
def test_years_that_a_text_without_date_is_read_in(words: str, year: str, ground: str) -> None:
    settings = plain(f"东江市司法局法治示范创建责任清单\n一、目标\n{words}")
    assert settings.data["窗口"] == year
    assert any(ground in d.why for d in settings.doubts if d.about == "窗口")


def test_a_window_from_the_steps_where_they_span_years() -> None:
    text = (
        "岭南市司法局创建工作方案\n一、实施步骤\n第一阶段：动员部署（2023年3月1日—4月15日）。\n"
        "第二阶段：总结验收（2024年11月—12月）。"
    )
    settings = plain(text)
    assert settings.data["窗口"] == "2023-2024"
    assert settings.data["截止"] == "2024-12-31"
    assert settings.data["待定"] == ["窗口", "截止", "创建办"]
    assert len(doubts(settings, "没有写明")) == 3
