"""What becomes of rows between their shape and the files: numbers, phones, headings, years."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from fzjs.actions.import_plan import Imported, import_plan
from fzjs.personal import mask

SOURCES = Path(__file__).parent / "sources"
HEAD = "云溪县某局2022年任务分工表\n云局〔2022〕3号\n2022年3月1日\n"


def laid(tmp_path: Path, text: str) -> tuple[Imported, list[dict[str, Any]], dict[str, Any]]:
    """Import a text; return the outcome, the indicators' records and the settings."""
    source = tmp_path / "方案.txt"
    source.write_text(HEAD + text, "utf-8")
    made = import_plan(source, tmp_path / "局", year=2022)
    files = sorted((tmp_path / "局/indicators").glob("*.yaml"))
    blocks = [block for file in files for block in _read(file)]
    rows = [row | {"一级": block["一级指标"]} for block in blocks for row in block["三级指标"]]
    assert made.errors == 0
    return made, rows, _read(tmp_path / "局/fzjs.yaml")


def _read(path: Path) -> Any:  # noqa: ANN401  # a file's data, whatever it holds
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # text only


def kinds(made: Imported) -> set[str]:
    return {doubt.kind for doubt in made.bundle.doubts}


def test_a_number_with_a_dash_is_changed_and_said(tmp_path: Path) -> None:
    text = "序号|任务|佐证材料|责任科室\n1-1|公开清单。|清单|办公室\n1-2|开展培训。|照片|法规科\n"
    made, rows, _ = laid(tmp_path, text)
    assert [row["编号"] for row in rows] == ["1.1", "1.2"]
    (doubt,) = [d for d in made.bundle.doubts if d.kind == "编号改写"]
    assert "“1-1”" in doubt.words


def test_numbers_that_recur_are_made_different_and_said(tmp_path: Path) -> None:
    text = (
        "项目|序号|任务|责任科室\n一、立法|1|报送计划。|办公室\n一、立法|2|征求意见。|法规科\n"
        "二、执法|1|公示信息。|法规科\n二、执法|2|全程记录。|办公室\n"
    )
    made, rows, _ = laid(tmp_path, text)
    assert len({row["编号"] for row in rows}) == len(rows) == 4
    assert [row["内容"] for row in rows][2:] == ["公示信息。", "全程记录。"]
    assert "编号重复" in kinds(made)


def test_phones_stay_out_of_the_data_and_the_report(tmp_path: Path) -> None:
    text = (
        "序号|任务|责任科室|责任人\n1|公开清单。|办公室|张某某 13800001111\n"
        "2|开展培训。|法规科|李某某\n联系人：王某某，电话：0393-1234567\n"
    )
    made, rows, settings = laid(tmp_path, text)
    written = [path.read_text("utf-8") for path in (tmp_path / "局").rglob("*") if path.is_file()]
    assert not any("13800001111" in each or "1234567" in each for each in written)
    assert "（号码略）" in rows[0]["责任原文"]["责任人"][0]
    persons = {o["名称"]: o.get("责任人") for o in settings["科室"]}
    assert persons["办公室"] == "张某某"
    assert made.bundle.rows == 2


def test_rows_without_a_heading_stand_under_the_plans_title(tmp_path: Path) -> None:
    made, rows, _ = laid(tmp_path, "序号|任务|责任科室\n1|公开清单。|办公室\n2|培训。|法规科\n")
    assert {row["一级"] for row in rows} == {"云溪县某局2022年任务分工表"}
    assert any("一级指标记作" in doubt.assumed for doubt in made.bundle.doubts)


def test_a_first_year_is_kept_while_the_window_is_assumed(tmp_path: Path) -> None:
    text = "序号|任务|佐证材料|责任科室\n1|学法。|2018年以来学法记录|办公室\n2|培训。|照片|法规科\n"
    _, rows, settings = laid(tmp_path, text)
    assert "窗口" in settings["待定"]
    assert rows[0]["上报资料"][0]["自"] == "2018"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("电话：3322110。", "电话：（号码略）。"),
        ("（联系电话：0393-1234567,13800001111）", "（联系电话：（号码略））"),
        ("手机１３８００００１１１１", "手机（号码略）"),
        ("转8001", "转（号码略）"),
        ("于20211031前报，云卫2021001号", "于20211031前报，云卫2021001号"),
        ("2016-2021，12345热线，1000000元", "2016-2021，12345热线，1000000元"),
    ],
)
def test_only_numbers_of_persons_are_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="只在 Linux 上分给几个进程")
@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_long_plan_is_read_side_by_side_as_a_short_one_is(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [import_plan(source, tmp_path / "一个", year=2022)]
    forks: list[int] = []
    monkeypatch.setattr("fzjs.importers.assemble._MANY", 0)
    monkeypatch.setattr("fzjs.importers.assemble._PORTION", 3)
    monkeypatch.setattr("fzjs.beside.processors", lambda: 2)
    monkeypatch.setattr(os, "fork", lambda really=os.fork: forks.append(1) or really())
    made.append(import_plan(source, tmp_path / "几个", year=2022))
    assert made[0] == made[1]
    assert len(forks) == min(2, -(-made[0].bundle.rows // 3))
