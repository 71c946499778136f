"""要求 from a plan's own words: the sources, other wordings, and what asks for nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from test_settings import SOURCE, doubts, plain, row

from fzjs.importers.draft import Row, Task
from fzjs.importers.settings import Settings, read
from fzjs.models import Campaign

Record = Mapping[str, object]


def asked(settings: Settings) -> list[Record]:
    found = settings.data.get("要求", [])
    assert isinstance(found, list)
    Campaign.model_validate(settings.data)
    return found


def names(text: str, rows: Sequence[Row] = ()) -> list[object]:
    return [each["名称"] for each in asked(plain(text, rows))]


def whole(name: str) -> dict[object, object]:
    """Give name → 出处 of what a source asks of all material."""
    found = asked(read(*SOURCE[name]()))
    return {each["名称"]: each["出处"] for each in found if "对象" not in each}


PUYANG = {
    "检索目录": "提供相关网络检索材料的检索目录及相对应的相关文件、资料；",
    "电子文档": "任务分解所列考核指标要求上报的各种资料同时提供纸质版和电子文档（PDF格式）。",
    "材料目录": "提供的规章、文件、证书、证件、清单等要有目录，一律提供原件；",
    "原件": "提供的规章、文件、证书、证件、清单等要有目录，一律提供原件；",
    "落款": "落款需注明提供单位规范名称和日期，并加盖单位印章，落款时间应为2021年5月31日之前。",
    "盖章": "落款需注明提供单位规范名称和日期，并加盖单位印章，落款时间应为2021年5月31日之前。",
    "备查": "所报相关资料报规范性文件管理科审核后，列出目录、装订成册、提供PDF电子版，"
    "以便于实地核验；",
    "案卷目录": "“案卷评查”应提供案卷目录，目录包括序号、案件文号和卷宗名称；",
    "三项制度": "执法案卷要符合行政执法“三项制度”要求。",
    "上级文件可代": "不需要本部门制定相应文件，可提供省市级政府相应的法规、规章、行政规范性文件；",
}


def test_what_annex_1_of_puyang_asks_in_its_own_words() -> None:
    found = whole("puyang")
    assert found.keys() == PUYANG.keys()
    for name, words in PUYANG.items():
        assert str(found[name]).endswith(f"“{words}”"), name
    assert "访谈问卷" not in {each["名称"] for each in asked(read(*SOURCE["puyang"]()))}


@pytest.mark.parametrize("name", ["hegang", "wuzhong"])
def test_a_plan_that_asks_for_no_form_gets_no_demand(name: str) -> None:
    assert asked(read(*SOURCE[name]())) == []


PINGDINGSHAN = [
    ("检索截图", ["25"], None),
    ("检索截图", ["减分1"], None),
    ("备查", ["39"], None),
    ("访谈问卷", ["1", "2", "4", "8", "14", "15", "17", "42", "57", "61"], None),
    ("访谈问卷", ["58"], None),
    ("意见整改", ["1", "2", "4", "14", "15", "17", "42", "57", "58", "61"], None),
    ("意见整改", ["8"], None),
    ("访谈率", ["58"], "90%"),
    ("考试材料", ["59"], None),
    ("考试材料", ["82"], None),
    ("参考率", ["59"], "100%"),
    ("参考率", ["82"], "100%"),
]


def test_what_stands_in_one_task_holds_for_its_indicator_alone() -> None:
    """The plan of Pingdingshan asks in its tasks, never of everything."""
    settings = read(*_numbered("pingdingshan"))
    found = [(e["名称"], e.get("对象"), e.get("比例")) for e in asked(settings)]
    assert [each for each in found if each[0] not in {"一案一卷", "证书级别"}] == PINGDINGSHAN
    told = {(doubt.assumed, doubt.about) for doubt in doubts(settings, "要求未定")}
    guessed = {("检索截图", "25"), ("考试材料", "59"), ("参考率 100%", "82")}
    assert {(f"记作要求：{name}", about) for name, about in guessed} <= told


def _numbered(name: str) -> tuple[object, object]:
    """Give a source with its 加分 and 减分 as an import reads them."""
    document, draft = SOURCE[name]()
    rows = [
        r._replace(category=kind, number=r.number[-1:])
        if (kind := next((k for k in ("加分", "减分") if k in r.number), ""))
        else r
        for r in draft.rows
    ]
    return document, draft._replace(rows=tuple(rows))


def interview(text: str, number: str = "7") -> Row:
    return row(number, "满意度高。", methods=("随机访谈",), tasks=(Task("随机访谈", text),))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("情况说明须经负责人签字盖章后报送。", "盖章"),
        ("证明材料应加盖本单位公章。", "盖章"),
        ("各类证书、文件一律报送原件。", "原件"),
        ("上报材料应附目录。", "材料目录"),
        ("佐证资料统一转为PDF格式报送。", "电子文档"),
        ("网络检索材料要编制检索目录。", "检索目录"),
        ("网络检索无结果的，附检索结果截图。", "检索截图"),
        ("台账资料装订成册，编好目录备查。", "备查"),
        ("考试要有通知、签到表、试卷和成绩单。", "考试材料"),
        ("参考率不低于95%。", "参考率"),
        ("照片要注明拍摄时间、地点。", "影像时地"),
        ("可以用上级规范性文件代替。", "上级文件可代"),
    ],
)
def test_other_words_for_the_same(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "推荐表须加盖公章。",
        "材料报送单位（盖章）：",
        "复印件须与原件一致，提供复印件和原件。",
        "情况说明不需要盖章。",
        "涉密材料不得转为PDF。",
        "提供案卷目录和相关佐证材料。",
        "严格落实行政执法三项制度。",
        "落款时间应为2021年5月31日之前。",
        "对群众提出的意见建议及时整改。",
        "拍摄普法短视频。",
    ],
)
def test_what_asks_for_nothing(text: str) -> None:
    assert names(text) == []


def test_a_share_is_read_and_two_of_them_are_a_doubt() -> None:
    settings = plain("访谈率达到85%以上。\n随机访谈的访谈率不低于90%。")
    assert [each.get("比例") for each in asked(settings)] == ["85%"]
    assert "85%、90%" in [doubt.words for doubt in doubts(settings, "要求矛盾")]


def test_a_row_may_ask_another_share_than_the_plan() -> None:
    """The narrower one stands first: the first that fits an entry is the one that holds."""
    found = asked(plain("访谈率不低于90%。", [interview("访谈率不低于95%。")]))
    assert [(e.get("对象"), e["比例"]) for e in found] == [(["7"], "95%"), (None, "90%")]


def test_a_row_repeats_nothing_that_holds_for_all() -> None:
    found = asked(plain("随机访谈要制定调查问卷。", [interview("设计问卷，对意见及时整改。")]))
    assert [(e["名称"], e.get("对象")) for e in found] == [("意见整改", ["7"]), ("访谈问卷", None)]


@pytest.mark.parametrize("text", ["原则上提供原件。", "有条件的证书提供原件。"])
def test_what_is_asked_softly_is_a_doubt(text: str) -> None:
    settings = plain(text)
    assert [each["名称"] for each in asked(settings)] == ["原件"]
    assert len(doubts(settings, "要求未定")) == 1


def test_an_electronic_copy_without_a_form_is_a_doubt_and_no_demand() -> None:
    settings = plain("上报材料同时报送电子版。")
    assert asked(settings) == []
    assert [doubt.assumed for doubt in doubts(settings, "要求未定")] == ["没有记成要求"]
