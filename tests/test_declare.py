"""An application: step by step, frozen as submitted, watched after naming."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import mini
from conftest import ROOT, Run
from fzjs.assess import declared
from fzjs.models.declare import Declaration
from mini import anyhow, said

FILE = "evidence/申报/甲的申报.yaml"
STAGES = """\
阶段:
- {名称: 全面自查}
- {名称: 自愿申报}
- {名称: 第三方评估}
- {名称: 人民群众满意度测评, 原话: 在开展第三方评估的同时}
- {名称: 实地核查}
- {名称: 媒体公示}
- {名称: 批准命名}
- {名称: 推荐上报}
- {名称: 典型推广}
周期任务:
- {名称: 上一年度法治政府建设情况, 周期: 每年, 月: 1, 日: 31}
- {名称: 回访核查制度, 周期: 每年}
监督:
- {名称: 摘牌退出制度, 内容: "下列情形之一的:1.严重违法的;2.虚假材料的;3.达不到的;4.其他情形。"}
"""
CAMPAIGN = mini.CAMPAIGN + f"基准日: {mini.TODAY}\n示例: 是\n" + STAGES
SIX = (
    ("自愿申报", "2019-03-01"), ("第三方评估", "2019-06-01"),
    ("人民群众满意度测评", "2019-05-20"), ("实地核查", "2019-09-01"),
    ("媒体公示", "2019-11-01"), ("批准命名", "2019-12-20"),
)  # fmt: skip
NAMED = (
    "名称: 甲的申报\n类型: 综合示范\n示例: 是\n步骤:\n"
    + "".join(f"- {{名称: {s}, 日期: {d}, 结果: 通过, 文件: [{{题名: 文}}]}}\n" for s, d in SIX)
    + "命名: {日期: 2019-12-20, 名称: 示范县}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return mini.lay(tmp_path / "局", {"fzjs.yaml": CAMPAIGN})


def shown(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(root, "declare", "--json"))["申报"][0]
    return found


def committed(root: Path) -> str:
    if not (root / ".git").exists():
        mini.git(root, "init", "-q")
    mini.git(root, "add", "-A")
    mini.git(root, "commit", "-qm", "甲")
    return mini.git(root, "rev-parse", "HEAD").strip()


def begin(root: Path) -> None:
    said(root, "declare", "step", "自愿申报", "--kind", "综合示范", "--name", "甲的申报",
        "--date", "2021-02-01", "--result", "通过", "--document", "推荐意见",
    )  # fmt: skip


def test_steps_are_written_in_the_order_of_the_plan(root: Path) -> None:
    begin(root)
    said(root, "declare", "step", "满意度", "--date", "2021-02-10")
    said(root, "declare", "step", "第三方评估", "--date", "2021-02-12", "--result", "通过")
    said(
        root,
        "declare",
        "step",
        "满意度",
        "--date",
        "2021-02-11",
        "--result",
        "通过",
        "--note",
        "补测",
    )
    found = shown(root)
    assert [(s["名称"], s["日期"], s["结果"]) for s in found["步骤"]][:4] == [
        ("自愿申报", "2021-02-01", "通过"),
        ("第三方评估", "2021-02-12", "通过"),
        ("人民群众满意度测评", "2021-02-11", "通过"),
        ("实地核查", "", "未办"),
    ]
    assert len(found["步骤"]) == 8
    assert found["接下来"] == ["实地核查"]
    said(root, "check", "--format", "json", "evidence/申报")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("step", "实地核查"), 1, "前面的第三方评估、人民群众满意度测评还没有通过"),
        (("step", "第三方评估", "--date", "2021-01-20"), 1, "早于它前面的“自愿申报”"),
        (("step", "第三方评估", "--date", "2021-03-20"), 2, "还没有到"),
        (("step", "第三方评估", "--date", "2021.2.3"), 2, "写成 2021-02-03"),
        (("step", "第三方评古"), 2, "是不是“第三方评估”？"),
        (("step", "全面自查"), 2, "方案没有“全面自查”这一步"),
        (("step", "第三方评估", "--result", "过了"), 2, "通过、未通过、办理中"),
        (("step", "第三方评估", "--doc-no", "甲〔2021〕1号"), 2, "--document"),
        (("step", "第三方评估", "--document", "甲", "--file", "甲.pdf"), 2, "不在"),
        (("named", "示范县"), 1, "“批准命名”还没有通过"),
        (("annual", "2020"), 1, "还没有命名"),
        (("survey", "调查队", "--sample", "5", "--satisfied", "6"), 1, "样本只有 5 人"),
        (("evaluate", "大学", "--met", "85%"), 1, "写成 85/100"),
        (("evaluate", "大学", "--met", "101/100"), 1, "一共只有 100 项"),
        (("evaluate", "大学 13900001111"), 1, "号码"),
        (("freeze",), 1, "不在 git 里"),
        (("freeze", "实地核查"), 1, "还没有记"),
        (("step", "自愿申报", "--name", "乙"), 2, "现有：甲的申报"),
    ],
)
def test_what_cannot_be_is_not_written(
    arguments: tuple[str, ...], code: int, words: str, root: Path
) -> None:
    begin(root)
    before = (root / FILE).read_bytes()
    text = said(root, "declare", *arguments, code=code)
    assert words in text
    assert "没有改动" in text
    assert (root / FILE).read_bytes() == before


def test_the_first_step_asks_which_kind(root: Path) -> None:
    assert "--kind 综合示范" in said(root, "declare", "step", "自愿申报", code=2)
    assert "--project" in said(root, "declare", "step", "自愿申报", "--kind", "单项示范", code=2)
    assert not (root / "evidence").exists()


def test_a_document_is_registered_with_its_hash(root: Path) -> None:
    begin(root)
    mini.put(root, "evidence/申报/附件/评估.pdf", "评估")
    step = (
        "step",
        "第三方评估",
        "--date",
        "2021-02-12",
        "--document",
        "评估报告",
        "--file",
        "评估.pdf",
    )
    said(root, "declare", *step)
    said(root, "check")
    mini.put(root, "evidence/申报/附件/评估.pdf", "改过")
    assert "declaration-document-differs" in anyhow(root, "check")
    said(root, "declare", *step)
    assert "declaration-document-differs" not in anyhow(root, "check")


# What was submitted


def test_only_what_is_committed_is_frozen(root: Path) -> None:
    begin(root)
    commit = committed(root)
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 1"))
    assert "还有没提交的改动" in said(root, "declare", "freeze", code=1)
    (root / mini.ENTRY).unlink()
    assert commit in said(root, "declare", "freeze")
    assert f"数据: {commit}" in (root / FILE).read_text("utf-8")
    later = committed(root)
    assert later != commit
    assert "不改：报出去的就是那一版" in said(root, "declare", "freeze", code=1)
    assert "declaration-unknown-commit" not in anyhow(root, "check")


def test_the_frozen_data_is_compared_and_nothing_is_checked_out(root: Path) -> None:
    begin(root)
    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 1"))
    committed(root)
    said(root, "declare", "freeze")
    committed(root)
    (frozen,) = shown(root)["冻结"]
    assert (frozen["当时"], frozen["有改动"]) == (frozen["现在"], False)
    assert frozen["当时"]["待审"] == 1
    assert "数据与自愿申报时不同" not in anyhow(root, "status")

    mini.put(root, mini.ENTRY, mini.entry("1-1 2020 1;1-1 2021 2"))
    mini.put(root, mini.OTHER, mini.entry("1-2 2020 1", {"种类": "无此情形"}))
    later = CAMPAIGN.replace(mini.TODAY, "2021-03-09")
    mini.put(root, "fzjs.yaml", later)
    state = mini.git(root, "status", "--porcelain")
    (frozen,) = shown(root)["冻结"]
    assert frozen["当时"]["待审"] == 1
    assert frozen["现在"]["待审"] == 3
    assert frozen["改动"] == {"条目": 2, "审核": 0, "设置和指标": 0, "其他": 0}
    assert "数据与自愿申报时不同" in anyhow(root, "status")
    assert mini.git(root, "status", "--porcelain") == state
    assert "当时" not in said(root, "declare")
    assert "改动的文件：条目2个" in said(root, "declare")


def test_a_commit_that_git_does_not_have_is_said(root: Path) -> None:
    mini.put(root, FILE, mini.declared(f"数据: {'0' * 40}") + "示例: 是\n")
    committed(root)
    assert "git 里找不到这个提交" in said(root, "declare")
    assert "declaration-unknown-commit" in anyhow(root, "check")


# After naming


def watched(root: Path, today: str) -> list[tuple[str, str, str, bool]]:
    assessment = mini.given(root, {"fzjs.yaml": CAMPAIGN, FILE: NAMED}, today)
    campaign, (found,) = assessment.catalogue.campaign, assessment.repository.declarations
    watches = declared.watched(found, campaign, assessment.today)
    return [(w.kind, w.subject, str(w.due), w.late) for w in watches if w.kind != "摘牌排查"]


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        ("2019-12-19", []),
        ("2019-12-20", [("年度报告", "2019", "2020-01-31", False)]),
        (
            "2020-01-31",
            [
                ("年度报告", "2019", "2020-01-31", False),
                ("回访", "2020", "2020-12-31", False),
            ],
        ),
        (
            "2021-02-01",
            [
                ("年度报告", "2019", "2020-01-31", True),
                ("年度报告", "2020", "2021-01-31", True),
                ("年度报告", "2021", "2022-01-31", False),
                ("回访", "2020", "2020-12-31", True),
                ("回访", "2021", "2021-12-31", False),
            ],
        ),
    ],
)
def test_what_is_owed_after_naming_and_when(
    today: str, wanted: list[tuple[str, str, str, bool]], tmp_path: Path
) -> None:
    assert watched(tmp_path, today) == wanted


def test_what_was_done_is_owed_no_more(root: Path) -> None:
    mini.put(root, FILE, NAMED)
    assert "年度报告过期没有报：2019、2020" in anyhow(root, "check")
    assert "2019-2020年度报告过期没有记" in anyhow(root, "status")
    for year in ("2019", "2020"):
        said(root, "declare", "annual", year, "--date", f"{int(year) + 1}-01-20")
        said(root, "declare", "annual", year, "--url", "https://a.example/")
    said(root, "declare", "revisit", "2020", "--date", "2020-11-10", "--result", "符合")
    said(root, "declare", "ground", "一", "--result", "未发生", "--basis", "查了台账")
    assert "摘牌情形" in said(
        root, "declare", "ground", "五", "--result", "未发生", "--basis", "甲", code=1
    )
    after = shown(root)["命名以后"]
    assert [(w["对象"], w["办了"], w["结果"]) for w in after if w["事项"] != "摘牌排查"] == [
        ("2019", "2020-01-20", "https://a.example/"),
        ("2020", "2021-01-20", "https://a.example/"),
        ("2021", "", ""),
        ("2020", "2020-11-10", "符合"),
        ("2021", "", ""),
    ]
    assert [w["办了"] for w in after if w["事项"] == "摘牌排查"] == [mini.TODAY, "", "", ""]
    assert "declaration-" not in anyhow(root, "check")


def test_what_one_command_recorded_the_other_does_not_ask_for(root: Path) -> None:
    mini.put(root, FILE, NAMED)
    annual, revisit = "上一年度法治政府建设情况", "回访核查制度"

    def listed() -> dict[tuple[str, str], str]:
        data = json.loads(said(root, "calendar", "--days", "400", "--json"))
        rows = [row for part in ("将到期", "已过", "已办") for row in data[part]]
        return {(row["事项"], row["期"]): row["状态"] for row in rows}

    assert listed()[annual, "2021"] == "没有办理记录"
    said(root, "declare", "annual", "2020", "--date", "2021-01-20")
    said(root, "declare", "revisit", "2021", "--date", "2021-02-10", "--result", "符合")
    assert listed()[annual, "2021"] == "2021-01-20办"
    assert listed()[revisit, "2021"] == "2021-02-10办"
    # and the other way round
    said(root, "calendar", "done", annual, "--period", "2020", "--date", "2020-01-15")
    said(root, "calendar", "done", revisit, "--period", "2020", "--date", "2020-12-01")
    after = shown(root)["命名以后"]
    assert [(w["事项"], w["对象"], w["办了"]) for w in after if w["办了"]] == [
        ("年度报告", "2019", "2020-01-15"),
        ("年度报告", "2020", "2021-01-20"),
        ("回访", "2020", "2020-12-01"),
        ("回访", "2021", "2021-02-10"),
    ]
    assert "missing]" not in anyhow(root, "check")


def test_a_day_to_come_counts_for_nothing(tmp_path: Path) -> None:
    ahead = NAMED.replace("命名: {日期: 2019-12-20", "命名: {日期: 2021-12-20")
    assessment = mini.given(tmp_path, {"fzjs.yaml": CAMPAIGN, FILE: ahead})
    (found,) = assessment.repository.declarations
    assert not declared.is_named(found, assessment.today)
    early = datetime.date(2019, 4, 1)
    campaign = assessment.catalogue.campaign
    assert declared.coming(found, campaign, early) == ("第三方评估", "人民群众满意度测评")


def test_no_rate_is_typed() -> None:
    assert "满意度" not in {str(f.alias) for f in Declaration.model_fields.values()}


# The screens


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_screen(width: str, fzjs: Run) -> None:
    example = ROOT / "examples" / "county-application"
    text = fzjs("declare", at=example, COLUMNS=width).stdout
    assert "示例县" in text
    assert max(map(cell_len, text.splitlines())) <= int(width)


def test_without_an_application_the_first_step_is_named(root: Path, tmp_path: Path) -> None:
    assert "fzjs declare step 自愿申报 --kind" in said(root, "declare")
    bare = mini.lay(tmp_path / "空")
    assert "写进“阶段”" in anyhow(bare, "declare")


def test_the_imported_plan_shows_its_steps_without_an_application() -> None:
    text = said(ROOT / "examples" / "hegang-application", "declare")
    assert "还没有申报记录" in text
    assert "典型推广" in text.replace("\n", "")


def test_the_example_stands_still_and_its_screen_ends_with_its_last_line() -> None:
    text = said(ROOT / "examples" / "county-application", "declare")
    assert "逾" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (("annual", "2018"), 1, "从2019年度的起"),
        (("revisit", "2019", "--result", "符合"), 1, "从2020年度的起"),
        (("annual", "2019", "--date", "2019-12-01"), 1, "早于命名的 2019-12-20"),
        (("annual", "2020", "--url", "网址"), 2, "不像网址"),
    ],
)
def test_what_is_of_before_naming_and_what_is_no_address_is_refused(
    words: tuple[str, ...], code: int, why: str, fzjs: Run, tmp_path: Path
) -> None:
    root = tmp_path / "县"
    shutil.copytree(ROOT / "examples" / "county-application", root)
    (file,) = root.glob("evidence/申报/*.yaml")
    before = file.read_bytes()
    done = fzjs("declare", *words, at=root)
    assert (done.returncode, why in done.stderr) == (code, True), done.stderr
    assert file.read_bytes() == before


def test_the_shipped_example_shows_the_eight_steps() -> None:
    found = shown(ROOT / "examples" / "county-application")
    assert len(found["步骤"]) == 8
    assert found["满意度测评"][0]["满意度"] == "90.0%"
    assert {w["事项"] for w in found["命名以后"]} == {"年度报告", "回访", "摘牌排查"}
    assert found["示例"] is True


def test_looking_writes_nothing(fzjs: Run, root: Path) -> None:
    mini.put(root, FILE, NAMED)
    committed(root)
    for command in (("declare",), ("declare", "--json"), ("status",), ("check",)):
        fzjs(*command, at=root)
    done = subprocess.run(
        ["git", "-C", str(root), "status", "--porcelain"],  # noqa: S607  # git as the user has it
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert done.stdout == b""
