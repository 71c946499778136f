"""Whether what some kinds list makes an entry count, and the lists that stay in `private/`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

import mini
from conftest import Run
from fzjs.assess import sound
from fzjs.repository import load
from fzjs.tree import Tree
from mini import ENTRY, OTHER, entry, find, given, owed, states

PENDING, MISSING = "待审", "未报"
ASKED = {
    "访谈问卷": "",
    "意见整改": "",
    "访谈率": ", 比例: 90%",
    "考试材料": "",
    "参考率": ", 比例: 33.3%",
    "三项制度": "",
    "一案一卷": "",
    "证书级别": "",
    "影像时地": "",
}


def asking(*names: str, subjects: str = "") -> str:
    lines = "".join(f"- {{名称: {name}{ASKED[name]}{subjects}, 出处: 某方案}}\n" for name in names)
    return mini.CAMPAIGN.replace("科室: [", f"{lines}科室: [", 1)


NIL = {"种类": "零报告", "盖章": None}
UNSOUND: dict[str, tuple[str, str, str, Mapping[str, str], str]] = {
    "no questionnaire": (
        "访谈问卷", "7-1 2020", "访谈", {"访谈": "{对象总数: 9, 样本: 9}"}, "缺问卷",
    ),
    "an opinion not closed": (
        "意见整改", "7-1 2020", "访谈",
        {"访谈": "{对象总数: 9, 样本: 9, 意见: [{内容: 久, 整改: 快}]}"}, "意见未整改办结",
    ),
    "too few asked": (
        "访谈率", "7-1 2020", "访谈", {"访谈": "{对象总数: 10, 样本: 8}"}, "访谈率不够",
    ),
    "more asked than there are": (
        "", "7-1 2020", "访谈", {"访谈": "{对象总数: 8, 样本: 9}"}, "访谈人数不对",
    ),
    "an exam without its papers": (
        "考试材料", "7-1 2020", "考试", {"考试": "{通知: 某号}"}, "考试材料不全",
    ),
    "an exam of too few": (
        "参考率", "7-1 2020", "考试", {"考试": "{应考: 1000, 参考: 332}"}, "参考率不够",
    ),
    "a case against the three systems": (
        "三项制度", "7-1 2020", "案卷",
        {"案卷": "[{序号: 1, 案件文号: 1号, 卷宗名称: 某, 三项制度: 否}]"}, "案卷未落实三项制度",
    ),
    "a certificate of no level": (
        "证书级别", "7-1 2020", "证书", {"证书": "[{名称: 某奖}]"}, "证书缺级别或颁发机关",
    ),
    "a picture of nowhere": (
        "影像时地", "7-1 2020", "图片视频", {"影像": "[{时间: 2020-12-04}]"}, "影像缺时间或地点",
    ),
    "a certificate that is only described": (
        "", "7-1 2020", "证书", {"证书": "[{名称: 某奖, 级别: 省部级}]", "附件": ""}, "没有附件",
    ),
    "a total that is no sum": (
        "", "7-1 2020", "汇总表",
        {"数据": "[{项目: 件, 年度: 2020, 数: 2}]", "合计": "[{项目: 件, 数: 3}]"}, "合计不符",
    ),
    "no such thing, and nothing that says so": (
        "", "1-2 2020", "无此情形", {"落款日期": ""}, "缺该种类应有的内容",
    ),
    "no such thing, on a paper without a seal": (
        "", "1-2 2020", "无此情形", {"盖章": "否"}, "缺该种类应有的内容",
    ),
    "a nil report looked up before the year": (
        "", "1-2 2020", "零报告", {"查证": "[{查阅: 簿, 日期: 2019-12-31, 结果: 无}]"},
        "查证早于所报年度",
    ),
    "a nil report looked up tomorrow": (
        "", "1-2 2020", "零报告", {"查证": "[{查阅: 簿, 日期: 2021-03-03, 结果: 无}]"},
        "日期在今天以后",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", UNSOUND)
def test_what_breaks_a_demand_does_not_count(case: str, tmp_path: Path) -> None:
    asked, claims, kind, keys, label = UNSOUND[case]
    changes: dict[str, str | None] = {"种类": kind, **{k: v or None for k, v in keys.items()}}
    campaign = asking(asked) if asked else mini.CAMPAIGN
    files = {"fzjs.yaml": campaign, ENTRY: entry(claims, changes)}
    met = find(given(tmp_path, files), claims.replace(" ", "/"))
    assert (str(met.state), met.gap) == (MISSING, label)


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"盖章": None, "查证": "[{查阅: 簿, 日期: 2021-01-05, 结果: 无}]"},
        {"落款日期": None, "公开": "[{网址: https://a.example, 检索日期: 2021-01-05}]"},
        {"落款日期": None, "网络检索": "[{检索词: 某, 日期: 2021-01-05, 结果: 未检索到}]"},
    ],
)
def test_no_such_thing_is_shown_by_a_sealed_paper_or_by_looking(
    keys: Mapping[str, str | None], tmp_path: Path
) -> None:
    files = {ENTRY: entry("1-2 2020", {"种类": "无此情形", **keys})}
    assert states(given(tmp_path, files), "1-2/2020") == [PENDING]


@pytest.mark.parametrize("case", [case for case in UNSOUND if UNSOUND[case][0]])
def test_what_this_plan_does_not_ask_is_not_asked(case: str, tmp_path: Path) -> None:
    asked, claims, kind, keys, _ = UNSOUND[case]
    text = entry(claims, {"种类": kind, **keys})
    for number, campaign in enumerate((mini.CAMPAIGN, asking(asked, subjects=", 对象: [6, 7-2]"))):
        files = {"fzjs.yaml": campaign, ENTRY: text}
        assert states(given(tmp_path / str(number), files), "7-1/2020") == [PENDING]


@pytest.mark.parametrize(
    ("part", "whole", "share", "below"),
    [
        (414, 460, 90.0, False),
        (413, 460, 90.0, True),
        (333, 1000, 33.3, False),
        (332, 1000, 33.3, True),
        (0, 0, 90.0, True),
    ],
)
def test_a_share_is_met_exactly(*, part: int, whole: int, share: float, below: bool) -> None:
    assert sound.below(part, whole, share) is below
    assert sound.least(whole, share) == (part + below if whole else 0)


def test_pieces_of_a_list_in_two_entries(fzjs: Run, tmp_path: Path) -> None:
    first = entry("（4）-1 2019", {"种类": "目录", "件数": "2"})
    second = entry("（4）-1 2020-2021 1", {"种类": "目录", "件数": "1", "事由": "另一段"})
    piece = entry("（4）-2 3", {"种类": "文件"})
    files = {ENTRY: first, OTHER: second, "evidence/甲科/条目.yaml": piece}
    assessment = given(tmp_path, files)
    labels = ["（4）-1/汇总", "（4）-2/1", "（4）-2/2", "（4）-2/3", "（4）-3/现行"]
    assert owed(assessment, "（4）") == labels
    assert states(assessment, *labels) == [PENDING, MISSING, MISSING, PENDING, MISSING]
    for command in (("todo", "甲科"), ("show", "（4）")):
        assert "按（4）-1列的3件" in fzjs(*command, at=tmp_path).stdout


def test_a_list_that_counts_nothing_yet_is_named(fzjs: Run, tmp_path: Path) -> None:
    mini.lay(tmp_path)
    assert "（4）-1没有报件数，先算1件" in fzjs("todo", "甲科", at=tmp_path).stdout


LIST = "private/名单.xlsx"


def _listed(text: bytes) -> dict[str, str | bytes]:
    digest = hashlib.sha256(text).hexdigest()
    listed = f"{{人数: 3, sha256: {digest}, 存放: {LIST}}}"
    return {ENTRY: entry("7-1 2020", {"种类": "名单", "名单": listed, "附件": None})}


def test_a_list_is_looked_at_only_where_asked(fzjs: Run, tmp_path: Path) -> None:
    mini.lay(tmp_path, _listed("甲乙丙".encode()))
    plain = fzjs("check", at=tmp_path)
    missing = fzjs("check", "--with-private", at=tmp_path)
    assert (missing.returncode, f"没有文件 {LIST}" in missing.stdout) == (1, True)
    mini.put(tmp_path, LIST, "甲乙丁")
    differs = fzjs("check", "--with-private", at=tmp_path)
    right = hashlib.sha256("甲乙丁".encode()).hexdigest()
    assert (differs.returncode, right in differs.stdout) == (1, True)
    assert fzjs("check", at=tmp_path).stdout == plain.stdout
    mini.put(tmp_path, LIST, "甲乙丙")
    assert fzjs("check", "--with-private", at=tmp_path).stdout == plain.stdout


@pytest.mark.parametrize(
    "place",
    [
        "名单.xlsx",
        "private",
        "private/",
        "private/../名单.xlsx",
        "/private/甲.xlsx",
        "甲/private/乙",
    ],
)
def test_a_list_lies_below_private(place: str, tmp_path: Path) -> None:
    digest = "0" * 64
    text = entry(
        "7-1 2020", {"种类": "名单", "名单": f"{{人数: 3, sha256: {digest}, 存放: {place}}}"}
    )
    loaded = load(Tree(mini.lay(tmp_path, {ENTRY: text})))
    assert [fault.rule for fault in loaded.faults] == ["schema-wrong-value"]
    assert "private/2020-调解员名单.xlsx" in loaded.faults[0].hint


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("发函: 2021-02-20", "发函10天未回"),
        ("发函: 2021-02-20, 应答: 2021-02-25", "已答复、未取得"),
    ],
)
def test_who_answered_is_not_said_to_be_silent(
    letters: str, said: str, fzjs: Run, tmp_path: Path
) -> None:
    waits = f"{{出具: 示例市中级人民法院, {letters}}}"
    paper = entry("9-1 汇总", {"外单位": waits, "附件": None})
    campaign = mini.CAMPAIGN + f"基准日: {mini.TODAY}\n"
    mini.lay(tmp_path, {"fzjs.yaml": campaign, ENTRY: paper})
    assert said in fzjs("status", at=tmp_path).stdout


def test_another_kind_shows_no_cases_of_a_department(tmp_path: Path) -> None:
    old = "内容: 年度工作, 种类: 佐证材料, 年度: 每年"
    listed = "[{案件文号: 1号, 执法部门: 甲}, {案件文号: 2号, 执法部门: 甲}]"
    base = {
        "fzjs.yaml": mini.CAMPAIGN.replace("- {名称: 案卷目录, 出处: 附件1 四.2}\n", ""),
        "indicators/01.yaml": mini.PLAN.replace(old, f"{old}, 份数: 2, 每: 执法部门"),
    }
    for number, (cases, state) in enumerate(((None, MISSING), (listed, PENDING))):
        text = entry("7-1 2020", {"种类": "报告", "案卷": cases})
        assessment = given(tmp_path / str(number), {**base, ENTRY: text})
        assert states(assessment, "7-1/2020") == [state]
