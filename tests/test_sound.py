"""When an entry is sound: what breaks a condition of the plan does not count, whoever passed it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import mini
from fzjs.assess import Assessment
from fzjs.diagnostic import FzjsError
from fzjs.facts import Entry
from fzjs.repository import load_sound
from fzjs.rules import evidence_doubtful_issuer
from fzjs.tree import Tree
from mini import ENTRY, entry, find, given, states

INDICATORS = "indicators/01.yaml"
PENDING, PASSED, MISSING = "待审", "已通过", "未报"


def _kind(kind: str) -> dict[str, str | None]:
    return {"种类": kind}


CASES = "[{序号: 1, 案件文号: 〔2020〕1号, 卷宗名称: 某案, 执法部门: 甲}"
SECOND = ", {序号: 2, 案件文号: 〔2020〕2号, 卷宗名称: 某案, 执法部门: 甲}]"
UNSOUND: dict[str, tuple[str, dict[str, str | None], str]] = {
    "unsealed": ("1-1 2020", {"盖章": "否"}, "缺章"),
    "seal not said": ("1-1 2020", {"盖章": None}, "缺章"),
    "undated": ("1-1 2020", {"落款日期": None}, "缺落款日期"),
    "dated the day after the cutoff": ("1-1 2020", {"落款日期": "2021-06-01"}, "落款超期"),
    "too long": (
        "1-1 2020",
        {"附件": f"[{{路径: 附件/甲.pdf, sha256: {'0' * 64}, 库外: 是, 字数: 1001}}]"},
        "超字数",
    ),
    "longer than its material allows": (
        "8-2 2020",
        {"附件": f"[{{路径: 附件/甲.pdf, sha256: {'0' * 64}, 库外: 是, 字数: 2001}}]"},
        "超字数",
    ),
    "another title": ("1-1 2020", {"标题": "某项工作总结"}, "标题不合式"),
    "another unit's title": ("1-1 2020", {"标题": "某某局关于某项工作的情况说明"}, "标题不合式"),
    "issued by oneself": ("9-1 汇总", {}, "出具方不对"),
    "issued by an office": ("9-1 汇总", {"出具单位": "甲办"}, "出具方不对"),
    "issued by a part of oneself": ("9-1 汇总", {"出具单位": "示例市某局法院科"}, "出具方不对"),
    "issued by oneself in short": ("9-1 汇总", {"出具单位": "某局"}, "出具方不对"),
    "an issuer nobody asked for": ("1-1 2020", {"出具单位": "司法厅"}, "出具单位不对"),
    "an issuer does not stand for the seal": (
        "1-1 2020",
        {"出具单位": "某局", "盖章": None},
        "缺章、出具单位不对",
    ),
    "nothing attached": ("1-1 2020", {"附件": None}, "没有附件"),
    "attachment not there": (
        "1-1 2020",
        {"附件": f"[{{路径: 附件/甲.pdf, sha256: {'0' * 64}}}]"},
        "附件不在",
    ),
    "attachment outside": (
        "1-1 2020",
        {"附件": f"[{{路径: ../../甲.pdf, sha256: {'0' * 64}}}]"},
        "附件路径越界",
    ),
    "no address": ("1-1 2020", {"公开": "[{检索日期: 2021-02-15}]"}, "网址或检索日期不全"),
    "web evidence that has none": ("1-网络检索 2020", _kind("网络检索"), "缺该种类应有的内容"),
    "cases without a catalogue": ("9-2 2020", _kind("案卷"), "缺该种类应有的内容"),
    "a case without its number": (
        "9-2 2020",
        {"种类": "案卷", "案卷": "[{序号: 1, 卷宗名称: 某案, 执法部门: 甲}" + SECOND},
        "案卷目录不全",
    ),
    "one case listed twice where two are asked": (
        "9-2 2020",
        {"种类": "案卷", "案卷": CASES + ", " + CASES[1:] + "]"},
        "案卷份数不足",
    ),
    "one case where two are asked": (
        "9-2 2020",
        {"种类": "案卷", "案卷": CASES + "]"},
        "案卷份数不足",
    ),
}


@pytest.mark.parametrize("case", UNSOUND)
def test_unsound_does_not_count_even_when_a_review_passed_it(case: str, tmp_path: Path) -> None:
    claims, changes, label = UNSOUND[case]
    root = mini.lay(tmp_path, {ENTRY: entry(claims, changes)})
    mini.review(root)
    assessment = mini.assessed(root)
    met = find(assessment, claims.replace(" ", "/"))
    assert (str(met.state), met.gap) == (MISSING, label)


SOUND: dict[str, tuple[str, dict[str, str | None]]] = {
    "dated on the day of the cutoff": ("1-1 2020", {"落款日期": "2021-05-31"}),
    "as long as allowed": (
        "1-1 2020",
        {"附件": f"[{{路径: 附件/甲.pdf, sha256: {'0' * 64}, 库外: 是, 字数: 1000}}]"},
    ),
    "as long as its material allows": (
        "8-2 2020",
        {"附件": f"[{{路径: 附件/甲.pdf, sha256: {'0' * 64}, 库外: 是, 字数: 2000}}]"},
    ),
    "titled as the campaign asks": ("1-1 2020", {"标题": "示例市某局关于学法的情况说明"}),
    "another body's statement needs no seal": (
        "1-1 2020",
        {"外单位": "{出具: 示例市财政局, 取得: 2021-02-01}", "标题": "证明", "盖章": None},
    ),
    "a court's statement needs no seal of ours": (
        "9-1 汇总",
        {"出具单位": "示例市中级人民法院", "标题": "证明", "盖章": None},
    ),
    "oneself among others": ("9-1 汇总", {"出具单位": "示例市某局、示例市中级人民法院"}),
    "the unit by its whole name": ("1-1 2020", {"出具单位": "示例市某局"}),
    "another kind needs no seal": ("7-1 2020", {"种类": "报告", "盖章": None}),
    "two cases a department": ("9-2 2020", {"种类": "案卷", "案卷": CASES + SECOND}),
}


@pytest.mark.parametrize("case", SOUND)
def test_sound_counts(case: str, tmp_path: Path) -> None:
    claims, changes = SOUND[case]
    root = mini.lay(tmp_path, {ENTRY: entry(claims, changes)})
    mini.review(root)
    assert states(mini.assessed(root), claims.replace(" ", "/")) == [PASSED]


@pytest.mark.parametrize(
    ("content", "state"), [(b"paper", PENDING), (b"changed", MISSING), (None, MISSING)]
)
def test_attachment_is_the_file_that_was_registered(
    content: bytes | None, state: str, tmp_path: Path
) -> None:
    digest = hashlib.sha256(b"paper").hexdigest()
    attached = {"附件": f"[{{路径: 附件/甲.pdf, sha256: {digest}}}]"}
    root = mini.lay(tmp_path, {ENTRY: entry("1-1 2020", attached)})
    if content is not None:
        mini.put(root, "evidence/乙科/附件/甲.pdf", content)
    assert states(mini.assessed(root), "1-1/2020") == [state]


def test_a_condition_that_the_campaign_turned_off_does_not_count(tmp_path: Path) -> None:
    rules = "规则: [{名称: evidence-unsealed, 级别: 关闭, 理由: 样例无章}]\n"
    files = {ENTRY: entry("1-1 2020", {"盖章": "否"}), "fzjs.yaml": mini.CAMPAIGN + rules}
    assert states(given(tmp_path, files), "1-1/2020") == [PENDING]


def test_a_condition_that_only_warns_still_counts(tmp_path: Path) -> None:
    rules = "规则: [{名称: evidence-unsealed, 级别: 提示, 理由: 章后补}]\n"
    files = {ENTRY: entry("1-1 2020", {"盖章": "否"}), "fzjs.yaml": mini.CAMPAIGN + rules}
    assert states(given(tmp_path, files), "1-1/2020") == [MISSING]


LATE = {"落款日期": "2021-06-04"}
APPROVED = "批准: {人: 张某, 日期: 2021-05-20}"


@pytest.mark.parametrize(
    ("subject", "claims", "labels", "state"),
    [
        ("1-1/2020", "1-1 2020", ["1-1/2020"], PENDING),
        ("1-1/2020", "1-1 2020 1; 1-1 2021 2", ["1-1/2020", "1-1/2021"], MISSING),
        ("1-1", "1-1 2020 1; 1-1 2021 2", ["1-1/2020", "1-1/2021"], PENDING),
        ("1-1/2020", "1-1 2020-2021 1", ["1-1/2020", "1-1/2021"], MISSING),
        ("1-1/2020-2021", "1-1 2020-2021 1", ["1-1/2020", "1-1/2021"], PENDING),
    ],
)
def test_an_extension_moves_the_date_of_what_it_names(
    subject: str, claims: str, labels: list[str], state: str, tmp_path: Path
) -> None:
    moved = f"延期: [{{对象: {subject}, 至: 2021-06-20, 理由: 未复, {APPROVED}}}]\n"
    files = {ENTRY: entry(claims, LATE), "fzjs.yaml": mini.CAMPAIGN + moved}
    assert states(given(tmp_path, files, "2021-06-05"), *labels) == [state] * len(labels)


@pytest.mark.parametrize(("says", "state"), [("", MISSING), (", 可代: 上级", PENDING)])
def test_a_superior_may_stand_in_only_where_the_plan_says_so(
    says: str, state: str, tmp_path: Path
) -> None:
    row = (
        "{编号: 1, 来源: 国家, 内容: 某项, 测评方法: [材料查证], 责任科室: [乙科], 上报资料: "
        f"[{{代号: 1, 内容: 说明, 种类: 情况说明, 年度: 每年{says}}}]}}"
    )
    paper = entry("1-1 2020", {"出具单位": "示例省某厅", "标题": "证明", "盖章": None})
    assert states(given(tmp_path, {INDICATORS: mini.plan(row), ENTRY: paper}), "1-1/2020") == [
        state
    ]


@pytest.mark.parametrize(
    ("asked", "issued", "doubtful"),
    [
        ("人民法院", "示例市中级人民法院", False),
        ("人民法院", "示例市财政局", True),
        ("检察机关", "示例市人民检察院", False),
        ("纪委监察机关、检察机关", "示例市监察委员会", False),
        ("纪委监察机关、检察机关", "中共示例市纪委、示例市人民检察院", False),
        ("纪委监察机关、检察机关", "示例市财政局", True),
        ("审计部门", "示例市审计局", False),
        ("上级复议机关", "示例市人民政府", False),
        ("", "示例市财政局", False),
    ],
)
def test_an_issuer_is_held_against_the_body_that_is_asked(
    asked: str, issued: str, *, doubtful: bool, tmp_path: Path
) -> None:
    said = f", 出具: {asked}" if asked else ""
    row = (
        "{编号: 1, 来源: 国家, 内容: 某项, 测评方法: [材料查证], 责任科室: [乙科], 上报资料: "
        f"[{{代号: 1, 内容: 说明, 种类: 报告, 年度: 每年{said}}}]}}"
    )
    paper = entry("1-1 2020", {"种类": "报告", "出具单位": issued})
    assessment = given(tmp_path, {INDICATORS: mini.plan(row), ENTRY: paper})
    found = list(evidence_doubtful_issuer.find(_only(assessment), assessment.catalogue))
    assert bool(found) is doubtful
    # A doubt is only a warning: the paper counts.
    assert states(assessment, "1-1/2020") == [PENDING]


def _only(assessment: Assessment) -> Entry:
    (record,) = assessment.repository.entries.values()
    return record


@pytest.mark.parametrize("name", ["indicators/02.yml", "indicators/02.yaml.txt"])
def test_nothing_is_computed_while_a_file_of_indicators_is_lost(name: str, tmp_path: Path) -> None:
    root = mini.lay(tmp_path, {name: mini.PLAN})
    with pytest.raises(FzjsError, match="yaml"):
        load_sound(Tree(root))
