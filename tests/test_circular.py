"""季度点评通报: which quarter, which day, who stands where; counted by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import mini
from conftest import Run
from fzjs.diagnostic import FzjsError
from fzjs.reports import circular, problems, status
from fzjs.reports.quarter import quarter
from mini import entry, given, plan
from test_reports import report, words

LEDGER = "填表日期: {}\n行: [{{年度: 2020, 指标: 1, 完成: 未完成, 情况: 在办}}]\n"
SETTINGS = """\
阶段: [{名称: 动员部署, 起: 2020-12-28}]
周期任务: [{名称: 工作台账, 周期: 每月, 日: 1}]
"""
PIECES = "{{代号: {}, 内容: 材料, 种类: 佐证材料, 年度: 逐年可合并}}"
ROW = "{{编号: {}, 来源: 国家, 内容: 某项, 测评方法: [材料查证], 责任科室: [{}], 上报资料: [{}]}}"
ROWS = "\n".join(
    (
        ROW.format("1", "乙科", ", ".join(PIECES.format(n) for n in range(1, 5))),
        ROW.format("2", "丙科", PIECES.format(1)),
        ROW.format("3", "甲科", ", ".join(PIECES.format(n) for n in range(1, 5))),
    )
)
"""乙科 and 甲科 owe twelve pieces each, 丙科 three; a third is 2019's, due 2021-02-01."""
KIND: dict[str, str | None] = {"种类": "佐证材料"}
INSPECTION = """\
类型: 双月检查
日期: {}
问题:
- {{编号: 1, 条目: 乙科/条目, 问题: 缺页, 责任科室: 乙科, 时限: {}, 处理: [{}]}}
"""


MENDED = "问题: {}/1\n措施: 补\n佐证: [乙科/条目]\n申请销号: {}\n"


def mended(inspection: str, day: str) -> dict[str, str]:
    """Give the 整改 of an inspection's problem, and the entry that proves it."""
    answer = f"evidence/乙科/整改/{inspection}-1.yaml"
    return {answer: MENDED.format(inspection, day), mini.ENTRY: entry("1-1 2019", KIND)}


def build(
    root: Path, files: dict[str, str] | None = None, today: str = mini.TODAY, typed: str = "2021-1"
) -> dict[str, Any]:
    base = {"fzjs.yaml": mini.CAMPAIGN + SETTINGS, "indicators/01.yaml": plan(ROWS)}
    return circular.build(given(root, {**base, **(files or {})}, today), typed)


def ledgers(*named: str) -> dict[str, str]:
    """Give ledgers, each `乙科 2021-02 2021-01-29`."""
    found = (each.split() for each in named)
    return {f"evidence/{o}/台账/{month}.yaml": LEDGER.format(day) for o, month, day in found}


def of(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if row["科室"] == name)


# --- the quarter


@pytest.mark.parametrize(
    "typed",
    ["2021-1", "２０２１－１", "2021Q1", "2021-q1", "2021年第一季度", "2021年1季度", "2021/1"],
)
def test_a_quarter_by_its_names(tmp_path: Path, typed: str) -> None:
    found = quarter(given(tmp_path), typed)
    assert found.label == "2021年第一季度"
    assert (found.end.isoformat(), found.until.isoformat()) == ("2021-03-31", mini.TODAY)


@pytest.mark.parametrize("typed", ["2021-01", "202101", "2021-5", "2021-0", "一季度", "20211", ""])
def test_what_is_no_quarter(tmp_path: Path, typed: str) -> None:
    with pytest.raises(FzjsError, match="不是季度。写成 2021-1"):
        quarter(given(tmp_path), typed)


def test_a_quarter_that_has_not_begun(tmp_path: Path) -> None:
    with pytest.raises(FzjsError, match="还没有开始，今天是2021-03-02。最近的是 --quarter 2021-1"):
        quarter(given(tmp_path), "2021-2")
    assert quarter(given(tmp_path, today="2021-04-01"), "2021-2").label == "2021年第二季度"


def test_a_quarter_before_the_campaign(tmp_path: Path) -> None:
    files = {"fzjs.yaml": mini.CAMPAIGN + SETTINGS}
    with pytest.raises(FzjsError, match="在创建开始（2020-12-28）以前"):
        quarter(given(tmp_path, files), "2020-3")
    assert quarter(given(tmp_path, files), "2020-4").over


def test_a_quarter_outside_the_campaign_in_which_nothing_happened(tmp_path: Path) -> None:
    files = {"fzjs.yaml": mini.CAMPAIGN}
    with pytest.raises(FzjsError, match="2015年第一季度不在创建的时间里（2019-01-01至2021-12-31）"):
        build(tmp_path, files, typed="2015-1")
    with pytest.raises(FzjsError, match="2023年第一季度不在创建的时间里"):
        build(tmp_path, files, today="2023-03-02", typed="2023-1")
    asked = {"evidence/催办/乙科-1.yaml": "科室: 乙科\n日期: 2023-02-01\n次: 1\n对象: [1-1]\n"}
    assert build(tmp_path, {**files, **asked}, today="2023-03-02", typed="2023-1")["季度"]


def test_a_running_quarter_says_until_when(tmp_path: Path) -> None:
    assert "本件截至2021年3月2日" in build(tmp_path)["不完整"]
    assert build(tmp_path, today="2021-03-31")["不完整"] == ""
    past = build(tmp_path, today="2021-04-08")["不完整"]
    assert past == "本季度已于2021年3月31日结束，材料和科室的数字是截至2021年4月8日的。"


# --- offices


def test_good_is_all_that_was_due_and_every_ledger_in_time(tmp_path: Path) -> None:
    done = {
        mini.ENTRY: entry("; ".join(f"1-{n} 2019" for n in range(1, 5)), {"种类": "佐证材料"}),
        "evidence/甲科/条目.yaml": entry(
            "; ".join(f"3-{n} 2019" for n in range(1, 5)), {"种类": "佐证材料"}
        ),
        **ledgers(
            *("乙科 2021-02 2021-01-29", "乙科 2021-03 2021-03-01"),
            *("甲科 2021-02 2021-01-29", "甲科 2021-03 2021-03-02"),
        ),
    }
    # Who has only been waiting for a review is not praised yet.
    assert build(tmp_path, done)["较好"] == []
    mini.review(tmp_path)
    data = circular.build(mini.assessed(tmp_path), "2021-1")
    (good,) = data["较好"]
    assert (good["科室"], good["到期"], good["到期通过"], good["台账按时"]) == ("乙科", 4, 4, 2)
    assert data["台账期"] == ["2021年2月1日", "2021年3月1日"]
    assert [(o["科室"], o["说明"]) for o in data["问题"][:1]] == [
        ("甲科", "2021年3月1日应交的工作台账填报晚于期限")
    ]


def test_late_filled_and_missing_ledgers(tmp_path: Path) -> None:
    data = build(tmp_path, ledgers("乙科 2021-02 2021-02-02"))
    mine = of(data["问题"], "乙科")
    assert mine["说明"].endswith(
        "；未交2021年3月1日应交的工作台账；2021年2月1日应交的工作台账填报晚于期限"
    )
    assert of(data["问题"], "丙科")["未交台账"] == ["2021年2月1日", "2021年3月1日"]


def test_the_latest_ledger_alone_where_nobody_wrote_one(tmp_path: Path) -> None:
    assert build(tmp_path)["台账期"] == ["2021年3月1日"]
    # January's was due on the last working day of December, in the quarter before.
    assert build(tmp_path, today="2021-01-15")["台账期"] == []


def test_small_offices_are_not_ranked_and_equals_share_a_place(tmp_path: Path) -> None:
    rows = build(tmp_path)["问题"]
    assert [(row["序"], row["科室"], row["逾期"]) for row in rows] == [
        ("1", "甲科", 4),
        ("1", "乙科", 4),
        ("—", "丙科", 1),
    ]
    assert rows[2]["说明"].startswith("逾期1件：2-1“材料”（2019）；")


def test_a_returned_piece_is_a_problem_before_it_is_late(tmp_path: Path) -> None:
    files = {mini.ENTRY: entry("1-1 2021", {"种类": "佐证材料"})}
    build(tmp_path, files)
    mini.review(tmp_path, verdict="退回")
    mine = of(circular.build(mini.assessed(tmp_path), "2021-1")["问题"], "乙科")
    assert (mine["退回"], mine["逾期"]) == (1, 4)
    assert "；退回1件：1-1" in mine["说明"]


# --- inspections


@pytest.mark.parametrize(
    ("found", "due", "handled", "state", "counts"),
    [
        ("2021-02-24", "2021-03-01", "", "未销号，超过时限1天", (1, 0, 1)),
        ("2021-02-24", "2021-03-02", "", "未销号", (1, 0, 1)),
        ("2021-02-24", "2021-03-20", "2021-03-01", "2021年3月1日验收销号", (1, 1, 0)),
        ("2020-12-30", "2021-03-20", "2021-01-04", "2021年1月4日验收销号", (0, 1, 0)),
    ],
)
def test_problems_as_they_stand_in_the_quarter(
    tmp_path: Path, found: str, due: str, handled: str, state: str, counts: tuple[int, int, int]
) -> None:
    done = f"{{日期: {handled}, 结果: 验收, 验收人: 张某}}" if handled else ""
    inspection = INSPECTION.format(found, due, done)
    files = mended("双月检查", handled) if handled else {}
    data = build(tmp_path, {"evidence/督导/双月检查.yaml": inspection, **files})["检查"]
    assert (data["发现"], data["销号"], data["未销号"]) == counts
    assert [each["情况"] for each in data["问题"]] == [state]


def test_what_was_closed_before_the_quarter_is_not_of_it(tmp_path: Path) -> None:
    done = "{日期: 2020-12-31, 结果: 验收, 验收人: 张某}"
    inspection = INSPECTION.format("2020-12-29", "2021-01-20", done)
    files = {
        "evidence/督导/2020-12-双月检查.yaml": inspection,
        **mended("2020-12-双月检查", "2020-12-30"),
    }
    assert build(tmp_path, files)["检查"]["次"] == []
    assert build(tmp_path, files, typed="2020-4")["检查"]["销号"] == 1


def test_a_past_quarter_knows_no_later_closing(tmp_path: Path) -> None:
    done = "{日期: 2021-02-01, 结果: 验收, 验收人: 张某}"
    inspection = INSPECTION.format("2020-12-30", "2021-01-20", done)
    files = {
        "evidence/督导/2020-12-督察.yaml": inspection,
        **mended("2020-12-督察", "2021-01-31"),
    }
    past = build(tmp_path, files, typed="2020-4")["检查"]
    assert (past["标题"], past["未销号"], past["问题"][0]["情况"]) == (
        "检查发现的问题及销号",
        1,
        "未销号",
    )
    assert build(tmp_path, files)["检查"]["销号"] == 1


ACCEPTED = "{日期: 2021-03-01, 结果: 验收, 验收人: 张某}"
BACK = "{日期: 2021-03-02, 结果: 反弹, 验收人: 张某, 说明: 又缺}"


@pytest.mark.parametrize(
    ("handled", "applied", "state", "counts"),
    [
        (ACCEPTED, "", "未销号，超过时限1天", (0, 0, 1)),  # accepted, and nothing mended
        ("", "2021-03-01", "未销号，已申请销号", (0, 0, 1)),
        (
            ACCEPTED.replace("张某", "张某, 科室: 乙科"),
            "2021-03-01",
            "未销号，已申请销号",
            (0, 0, 1),
        ),
        (f"{ACCEPTED}, {BACK}", "2021-03-01", "未销号，2021年3月2日反弹，超过时限1天", (1, 1, 1)),
    ],
)
def test_what_counts_of_a_problem_is_what_the_list_says(
    tmp_path: Path, handled: str, applied: str, state: str, counts: tuple[int, int, int]
) -> None:
    name = "2021-02-双月检查"
    files = {f"evidence/督导/{name}.yaml": INSPECTION.format("2021-02-24", "2021-03-01", handled)}
    found = build(tmp_path, files | (mended(name, applied) if applied else {}))["检查"]
    assert (found["销号"], found["反弹"], found["未销号"]) == counts
    assert [each["情况"] for each in found["问题"]] == [state]
    data = problems.build(mini.assessed(tmp_path), everything=True)
    assert sum(month["销号"] for month in data["趋势"]) == found["销号"]
    assert data["趋势"][-1]["月末未销"] == found["未销号"]
    assert data["合计"]["逾期"] == sum(each["超时限"] for each in found["次"])


def test_an_office_with_an_overdue_problem_is_not_praised(tmp_path: Path) -> None:
    done = {
        mini.ENTRY: entry("; ".join(f"1-{n} 2019" for n in range(1, 5)), KIND),
        **ledgers("乙科 2021-02 2021-01-29", "乙科 2021-03 2021-03-01"),
    }
    for due, good in (("2021-03-02", True), ("2021-03-01", False)):
        name, text = "2021-02-双月检查", INSPECTION.format("2021-02-24", due, "")
        text = text.replace("条目: 乙科/条目", "指标: 1")
        build(tmp_path, {**done, f"evidence/督导/{name}.yaml": text})
        mini.review(tmp_path)
        data = circular.build(mini.assessed(tmp_path), "2021-1")
        assert [each["科室"] for each in data["较好"]] == (["乙科"] if good else [])
    assert of(data["问题"], "乙科")["说明"] == (
        "检查问题超过时限1个：“缺页”（2021年2月双月检查，时限2021年3月1日）"
    )


def test_a_closing_of_this_quarter_stays_where_the_next_reopens_it(tmp_path: Path) -> None:
    """Applied for again since, so that the day of the first application is not known any more."""
    back = BACK.replace("2021-03-02", "2021-04-02")
    name = "2021-02-双月检查"
    inspection = INSPECTION.format("2021-02-24", "2021-03-20", f"{ACCEPTED}, {back}")
    files = {f"evidence/督导/{name}.yaml": inspection, **mended(name, "2021-04-05")}
    found = build(tmp_path, files, today="2021-04-06")["检查"]
    assert (found["销号"], found["未销号"]) == (1, 0)
    later = build(tmp_path, files, today="2021-04-06", typed="2021-2")["检查"]
    assert (later["发现"], later["反弹"], later["未销号"]) == (0, 1, 1)
    assert later["问题"][0]["情况"] == "未销号，已申请销号"


# --- the document


def test_it_has_the_numbers_of_status(tmp_path: Path) -> None:
    data = build(tmp_path)
    seen = status.build(mini.assessed(tmp_path))
    assert {name: data["总体"][name] for name in seen["合计"]} == seen["合计"]
    assert [row["齐备"] for row in data["总体"]["齐备"]] == [row["齐备"] for row in seen["齐备"]]


def test_the_document_has_the_numbers_of_status(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    seen = json.loads(fzjs("status", "--json", at=shipped).stdout)
    text = words(report(fzjs, shipped, tmp_path, ("report", "circular", "--quarter", "2021-1")))
    for name in ("应报", "已通过", "待审", "退回", "未报", "逾期"):
        assert re.search(rf"{name}\D*{seen['合计'][name]}件", text)
    for row in seen["分组"]:
        if row["逾期"]:
            assert f"{row['名称']} | {row['应报']} | {row['逾期']} | " in text
    assert "报：领导小组" in text
    praise = [line for line in text.splitlines() if "主要做法：" in line]
    assert praise
    assert all(line.endswith("主要做法：（待填）") for line in praise)


def test_the_command_asks_for_its_quarter(fzjs: Run, shipped: Path, tmp_path: Path) -> None:
    assert "缺少“--quarter”" in fzjs("report", "circular", at=shipped).stderr
    out = str(tmp_path / "out")
    done = fzjs("report", "circular", "--quarter", "2021-3", "-o", out, at=shipped)
    assert done.returncode == 2
    assert "还没有开始" in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_empty_campaign_has_a_circular(fzjs: Run, tmp_path: Path) -> None:
    settings = f"{mini.CAMPAIGN}示例: 是\n基准日: {mini.TODAY}\n"
    root = mini.lay(tmp_path / "局", {"fzjs.yaml": settings, "indicators/01.yaml": "[]\n"})
    text = words(
        report(fzjs, root, tmp_path / "out", ("report", "circular", "--quarter", "2021-1"))
    )
    assert "还没有指标" in text
    assert "还没有到期的材料。" in text
    assert "没有逾期" not in text
    assert "本季度没有登记的检查问题" in text
