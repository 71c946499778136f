"""What else a migration carries: 日程, 申报, problems, 权重, 口径, ledgers; and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import mini
from conftest import Run
from test_migrate import KIND, NEW, OLD, SETTINGS, confirm, data, errors, git, proposed, row

LIMIT = "，量化要求: [{项目: 办理时间, 要求: ≤5工作日, 原话: 五个工作日内办结}]}"
LIMITED = LIMIT.replace("，", ", ")
OTHER = LIMITED.replace("办理时间", "办理的时间").replace("≤5", "≤9")
HANDLE = "行政机关办理群众来信来访逐件登记并书面答复来信人。"
APPEAL = "行政复议机构受理复议申请的场所与设施符合规定标准。"
OLD_LIMITS = "\n".join(
    [
        row(7, HANDLE, "来信来访登记表").removesuffix("}") + LIMITED,
        row(8, APPEAL, "复议场所的照片和说明").removesuffix("}") + LIMITED,
        row(9, "每年组织一次法治政府建设情况的第三方民意测验。", "民意测验的报告"),
    ]
)
NEW_LIMITS = "\n".join(
    [
        row(18, HANDLE, "来信来访登记表").removesuffix("}") + OTHER,
        row(
            19,
            "每年组织一次法治政府建设情况的第三方民意测验。",
            "第三方民意测验报告",
            "测验的原始问卷",
        ),
    ]
)
WEIGHTS = """\
权重:
- {指标: 1, 分: 5, 出处: 考核办法}
- {指标: 3, 分: 5, 出处: 考核办法}
- {指标: 4, 分: 2, 出处: 考核办法}
- {指标: 6, 分: 3, 出处: 考核办法}   # 年报
"""
RULINGS = """\
口径:
- {编号: K1, 对象: [6-1], 问题: 年报算哪一年}
- {编号: K2, 对象: [1-1, 6-1], 问题: 另问}
"""


def plan(rows: str, more: str) -> str:
    """Give a plan with further rows."""
    lines = "\n".join(f"  - {line}" for line in more.splitlines())
    return f"{rows.rstrip()}\n{lines}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a campaign with every kind of record that names an indicator, and the new edition."""
    settings = re.sub(r"口径: .*\n", RULINGS, SETTINGS) + WEIGHTS
    made = mini.lay(
        tmp_path / "局", {"fzjs.yaml": settings, "indicators/01.yaml": plan(OLD, OLD_LIMITS)}
    )
    mini.put(made, "evidence/乙科/相同.yaml", mini.entry("1-1 2020", KIND))
    mini.put(made, "evidence/乙科/改写.yaml", mini.entry("9-1 2020", {**KIND, "事由": "测验"}))
    for name in ("相同", "改写"):
        mini.review(made, f"evidence/乙科/{name}.yaml")
    mini.put(
        made,
        "evidence/乙科/日程/2021.yaml",
        "事件:\n"
        "- {事项: 在办, 指标: 7, 项目: 办理时间, 起: 2021-02-24}\n"
        "- {事项: 办结, 指标: 7, 项目: 办理时间, 起: 2021-02-01, 止: 2021-02-04}\n"
        "- {事项: 取消, 指标: 8, 项目: 办理时间, 起: 2021-02-24}   # 留着\n"
        "- {事项: 自写, 指标: 6, 限: ≤5小时, 出处: 某办法, 起: 2021-02-24 09:00}\n",
    )
    mini.put(
        made,
        "evidence/申报/2021.yaml",
        "名称: 示例申报\n类型: 综合示范\n第三方评估:\n- 机构: 某大学\n  日期: 2021-02-01\n"
        "  意见: [{内容: 台账不全, 指标: 3}, {内容: 缺年报, 指标: 6}, {内容: 总的好}]\n",
    )
    mini.put(
        made,
        "evidence/督导/2021-02-双月检查.yaml",
        "类型: 双月检查\n日期: 2021-02-26\n问题:\n"
        "- {编号: 1, 资料: 1-1/2021, 问题: 缺签到表, 责任科室: 乙科, 时限: 2021-03-20}\n"
        "- {编号: 2, 资料: 6-1/2020, 问题: 缺年报, 责任科室: 乙科, 时限: 2021-03-20}\n"
        "- {编号: 3, 条目: 乙科/相同, 资料: 3-1, 问题: 缺页, 责任科室: 乙科, 时限: 2021-03-20}\n",
    )
    mini.put(
        made,
        "evidence/乙科/台账/2021-03.yaml",
        "填表日期: 2021-02-26\n行:\n- {年度: 2020, 指标: 1, 完成: 未完成, 情况: 在办}\n"
        "- {年度: 2020, 指标: 4, 完成: 未完成, 情况: 在办}\n"
        "- {年度: 2020, 指标: 5, 完成: 未完成, 情况: 在办}\n"
        "- {年度: 2020, 指标: 9, 完成: 已完成, 情况: 2月20日已报}\n",
    )
    mini.put(tmp_path / "新", "fzjs.yaml", mini.CAMPAIGN)
    mini.put(tmp_path / "新", "indicators/甲.yaml", plan(NEW, NEW_LIMITS))
    git(made, "init", "--quiet")
    git(made, "add", ".")
    git(made, "commit", "--quiet", "--message", "旧")
    return made


@pytest.fixture
def after(fzjs: Run, root: Path) -> tuple[Path, str]:
    """Give it once the migration was carried out, with what was said."""
    assert errors(fzjs, root) == []
    proposed(fzjs, root)
    confirm(root)
    done = fzjs("migrate", "--apply", "换版.yaml", at=root)
    assert done.returncode == 0, done.stderr
    assert errors(fzjs, root) == []
    return root, done.stdout


def _events(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = data(root, "evidence/乙科/日程/2021.yaml")["事件"]
    return [{k: v for k, v in each.items() if k not in {"起", "止"}} for each in found]


def test_an_event_runs_on_under_the_new_limit_or_keeps_its_own(after: tuple[Path, str]) -> None:
    root, said = after
    own = {"限": "≤5工作日", "出处": "旧体系第7项“五个工作日内办结”"}
    assert _events(root) == [
        {"事项": "在办", "指标": "18", "项目": "办理的时间"},
        {"事项": "办结", "指标": "旧体系7", **own},
        {"事项": "取消", "指标": "旧体系8", **own, "出处": "旧体系第8项“五个工作日内办结”"},
        {"事项": "自写", "指标": "旧体系6", "限": "≤5小时", "出处": "某办法"},
    ]
    assert "# 留着" in (root / "evidence/乙科/日程/2021.yaml").read_text("utf-8")
    assert "事件“取消”仍按旧体系的限 ≤5工作日" in said


def test_opinions_and_problems_speak_of_the_new_numbers(after: tuple[Path, str]) -> None:
    root, _ = after
    (evaluation,) = data(root, "evidence/申报/2021.yaml")["第三方评估"]
    assert [each.get("指标") for each in evaluation["意见"]] == ["13", "旧体系6", None]
    problems = data(root, "evidence/督导/2021-02-双月检查.yaml")["问题"]
    assert [each["资料"] for each in problems] == ["11-1/2021", "旧体系6-1/2020", "14-1"]
    assert problems[2]["条目"] == "乙科/相同"


def test_weights_are_carried_and_never_weigh_another_item(
    fzjs: Run, after: tuple[Path, str]
) -> None:
    """3 was split and 4 merged: which part has how many points is for the plan to say."""
    root, said = after
    weights = data(root, "fzjs.yaml")["权重"]
    assert [each["指标"] for each in weights] == ["11", "旧体系3", "旧体系4", "旧体系6"]
    assert "# 年报" in (root / "fzjs.yaml").read_text("utf-8")
    assert "权重 3 没有带过来：拆开了" in said
    score = json.loads(fzjs("score", "--json", at=root).stdout)
    assert score["权重"]["总分"] == 5
    assert "权重3条是旧体系的" in fzjs("score", at=root).stdout.replace("\n", "")


def test_a_ruling_on_what_is_gone_is_open_no_more(fzjs: Run, after: tuple[Path, str]) -> None:
    root, _ = after
    shown = fzjs("status", at=root).stdout
    assert "口径未定1条，涉及11-1" in shown
    notes = json.loads(fzjs("check", "--format", "json", at=root).stdout)["发现"]
    assert [n["说明"][:5] for n in notes if n["规则"] == "ruling-open"] == ["口径 K2"]


def test_a_ledger_of_before_is_not_held_to_the_new_edition(
    fzjs: Run, after: tuple[Path, str]
) -> None:
    """19 asks for more than 9 did, which was 已完成 when the ledger was filled in."""
    root, _ = after
    lines = data(root, "evidence/乙科/台账/2021-03.yaml")["行"]
    assert [each["指标"] for each in lines] == ["11", "15", "旧体系5", "19"]
    assert "ledger-done-" not in fzjs("check", "--format", "json", at=root).stdout
    path = root / "fzjs.yaml"
    path.write_text(
        path.read_text("utf-8").replace("换版: 2021-03-02", "换版: 2021-01-02"), "utf-8"
    )
    held = fzjs("check", "--format", "json", at=root).stdout
    assert "ledger-done-" in held, "a ledger of after is held to it"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("关系: 改写, 相似: 0.", "关系: 相同, 相似: 0.", "话不一样"),
        ("确认日期: 2021-03-02", "确认日期: 2021-03-03", "还没有到，今天是 2021-03-02"),
        ("  新: [1]\n  关系: 改写", "  新: [1]\n  关系: 相同", "旧2、新1不能算相同，话不一样"),
    ],
)
def test_what_is_not_the_same_cannot_be_called_so(
    fzjs: Run, root: Path, old: str, new: str, said: str
) -> None:
    """An old review would else pass words that nobody reviewed."""
    proposed(fzjs, root)
    confirm(root)
    path = root / "换版.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    done = fzjs("migrate", "--apply", "换版.yaml", at=root)
    assert done.returncode == 1
    line = next(line for line in done.stderr.splitlines() if said in line)
    assert re.match(r"换版\.yaml:\d+:\d+: ", line)
    assert git(root, "status", "--porcelain", "--", "evidence", "indicators", "fzjs.yaml") == ""


@pytest.mark.parametrize(("what", "said"), [("种类: 佐证材料", "种类"), ("年度: 每年", "年度")])
def test_a_material_of_another_kind_or_year_is_not_the_same(
    fzjs: Run, root: Path, what: str, said: str
) -> None:
    path = root.parent / "新" / "indicators" / "甲.yaml"
    text = path.read_text("utf-8")
    other = {"种类": "种类: 情况说明", "年度": "年度: 汇总"}[said]
    path.write_text(text.replace(what, other, 1), "utf-8")
    own = root / "indicators" / "01.yaml"
    proposed(fzjs, root)
    confirm(root)
    proposal = root / "换版.yaml"
    text = proposal.read_text("utf-8")
    line = r"\{旧: 1-1, 新: 11-1, 关系: 改写"
    if said == "种类":  # kinds that do not fit are not paired: a person may
        text = re.sub(r"  - \{旧: 1-1, 关系: 取消\}\n", "", text)
        text = re.sub(r"\{新: 11-1, 关系: 新增\}", "{旧: 1-1, 新: 11-1, 关系: 相同}", text, count=1)
    else:
        assert re.search(line, text)
        text = re.sub(line, "{旧: 1-1, 新: 11-1, 关系: 相同", text)
    proposal.write_text(text, "utf-8")
    done = fzjs("migrate", "--apply", "换版.yaml", at=root)
    assert f"1-1→11-1不能算相同，{said}不一样" in done.stderr, done.stderr + done.stdout
    assert own.exists()


def test_all_faults_are_told_in_one_run(fzjs: Run, root: Path) -> None:
    proposed(fzjs, root)
    path = root / "换版.yaml"
    path.write_text(path.read_text("utf-8").replace("旧: [2]", "旧: [20]", 1), "utf-8")
    done = fzjs("migrate", "--apply", "换版.yaml", at=root)
    assert "旧体系没有第“20”项" in done.stderr
    assert "确认人没有填" in done.stderr
    assert "没有确认" in done.stderr
    mini.put(root, "evidence/乙科/新.yaml", mini.entry("1-1 2021", KIND))
    path.write_text(path.read_text("utf-8").replace("旧: [20]", "旧: [2]", 1), "utf-8")
    done = fzjs("migrate", "--apply", "换版.yaml", at=root)
    assert "没有确认" in done.stderr
    assert "还没有提交" in done.stderr
