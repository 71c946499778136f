"""Words that were once read wrongly: no paper at all, limits, years, numbers, aims, brackets."""

from __future__ import annotations

import pytest

from fzjs.importers import tasks
from fzjs.importers.draft import Task
from fzjs.importers.materials import split
from fzjs.importers.words.targets import find


@pytest.mark.parametrize(
    "words", ["无", "/", "—", "同上", "详见附件", "见附件1", "同第3项", "无需上报", "不涉及", "N/A"]
)
def test_words_in_a_papers_place_are_no_debt(words: str) -> None:
    cell = split([words])
    assert cell.items == ()
    assert [doubt[1] for doubt in cell.doubts] == ["没有写明"]
    assert cell.doubts[0][3] == f"格里写着“{words}”，不作资料"
    assert words in cell.notes


def test_nothing_among_papers_leaves_the_papers_and_no_gap() -> None:
    cell = split(["1.无；2.方案；3.总结"])
    assert [(item.code, item.text) for item in cell.items] == [("2", "方案"), ("3", "总结")]
    assert [doubt[1] for doubt in cell.doubts] == ["没有写明"]


def test_a_task_of_nothing_is_no_debt() -> None:
    read = tasks.read((Task("网络检索", "无"), Task("材料查证", "工作总结")))
    assert [item.text for item in read.items] == ["工作总结"]
    assert "没有写明" in {doubt[1] for doubt in read.doubts}


@pytest.mark.parametrize("words", ["不存在此类情形的说明", "无违法情形的证明", "附件材料清单"])
def test_papers_about_nothing_stay_papers(words: str) -> None:
    assert [item.text for item in split([words]).items] == [words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培训不得少于40学时", [("培训", "≥40学时")]),
        ("检查不得超过2次", [("检查", "≤2次")]),
        ("不得少于40学时", [("不得少于40学时", "≥40学时")]),
        ("应诉率不得低于90%", [("应诉率", "≥90%")]),
        (
            "每年学法不少于4次、旁听庭审不少于1次",
            [("学法", "≥4次/年"), ("旁听庭审", "≥1次/年")],
        ),
        (
            "每年举办法治讲座不少于2次、专题培训不少于1期、旁听庭审不少于1次",
            [("法治讲座", "≥2次/年"), ("专题培训", "≥1期/年"), ("旁听庭审", "≥1次/年")],
        ),
        (
            "参训率不低于90%，人均不少于20学时",
            [("参训率", "≥90%"), ("人均不少于20学时", "人均不少于20学时")],
        ),
        (
            "受理后30日内（特殊情况60日内）办结",
            [("办结", "≤30日"), ("特殊情况", "≤60日")],
        ),
        ("及时率、公开率均达到100%", [("及时率", "≥100%"), ("公开率", "≥100%")]),
        ("与会率和及时率均达到100%", [("与会率", "≥100%"), ("及时率", "≥100%")]),
        ("和谐社区达标率达到100%", [("和谐社区达标率", "≥100%")]),
        ("对外公开率达到90%", [("对外公开率", "≥90%")]),
        ("群众满意度力争达到90%", [("群众满意度", "力争达到90%")]),
        ("力争群众满意度达到90%", [("群众满意度", "力争群众满意度达到90%")]),
        ("原则上不少于2次", [("原则上不少于2次", "原则上不少于2次")]),
        ("每年原则上不少于2次专题学习", [("专题学习", "每年原则上不少于2次")]),
        ("满意度争取达到95%以上", [("满意度", "争取达到95%以上")]),
    ],
)
def test_limits(text: str, expected: list[tuple[str, str]]) -> None:
    assert [found[:2] for found in find(text)] == expected


@pytest.mark.parametrize("text", ["五年内至少一次", "三年内至少开展一次评估", "10年内修订1次"])
def test_within_years_once_is_no_limit_of_time(text: str) -> None:
    assert [found.demand for found in find(text)] == [found.quote for found in find(text)]
    assert text.startswith(find(text)[0].demand[:4])


def test_a_limit_in_a_bracket_takes_no_words_from_outside() -> None:
    assert all("内（" not in found.item for found in find("30日内（特殊情况60日内）")[1:])


@pytest.mark.parametrize(
    "text",
    [
        "报备率达到100%（含规范性文件、重大决策）",
        "报备率达到100%（含规范性文件，重大决策）",
        "报备率达到100%（含规范性文件，及时率100%）",
    ],
)
def test_a_quotation_is_not_cut_inside_a_bracket(text: str) -> None:
    assert {found.quote for found in find(text + "，抓好落实")} == {text}


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2021、2022年听证记录", "2021", "2022"),
        ("2019年、2020年、2021年台账", "2019", "2021"),
        ("2019.1-2020.12工作总结", "2019", "2020"),
        ("2019．1—2020．12工作总结", "2019", "2020"),
        ("2019至2021年会议记录", "2019", "2021"),
        ("2019和2020年度报告", "2019", "2020"),
        ("2019.3以来的台账", "2019", ""),
        ("二〇二一年至二○二二年台账", "2021", "2022"),
    ],
)
def test_years(text: str, since: str, until: str) -> None:
    (item,) = split([text]).items
    assert (item.since, item.until) == (since, until)
    assert "写了“" not in "".join(doubt[4] for doubt in split([text]).doubts)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2019年、2021年台账", "2019"),
        ("19年台账", "19年"),
        ("2021年、22年记录", "22年"),
        ("2018年第一季度至2020年第二季度台账", "2018"),
    ],
)
def test_a_year_that_is_not_understood_is_a_doubt(text: str, year: str) -> None:
    found = [doubt for doubt in split([text]).doubts if doubt[1] == "年度未定"]
    assert f"写了“{year}”" in found[0][4]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("（1）宣传台账（2）培训名单", ["宣传台账", "培训名单"]),
        ("(1)宣传台账,(2)培训名单", ["宣传台账", "培训名单"]),
        ("（一）宣传台账（二）培训名单", ["宣传台账", "培训名单"]),
        ("1）方案2）总结", ["方案", "总结"]),
        ("一是方案，二是总结，三是台账", ["方案", "总结", "台账"]),
        ("1、方案，2、总结", ["方案", "总结"]),
        ("（1）甲台账（见（2））；（2）乙名单", ["甲台账（见（2））", "乙名单"]),
        ("（1）甲台账，按照第（2）项要求", ["甲台账，按照第（2）项要求"]),
    ],
)
def test_numbers_without_a_separator(cell: str, expected: list[str]) -> None:
    assert [item.text for item in split([cell]).items] == expected


def test_a_number_that_stays_inside_an_item_is_a_doubt() -> None:
    cell = split(["1、方案2、总结"])
    assert [item.text for item in cell.items] == ["方案2、总结"]
    assert ("切分存疑", "文字中间还有编号“2、”，可能是两件") in {(d[1], d[4]) for d in cell.doubts}


@pytest.mark.parametrize("text", ["佐证", "流程图", "其他"])
def test_an_unknown_paper_is_not_called_work(text: str) -> None:
    (doubt,) = split([text]).doubts
    assert (doubt[1], doubt[4]) == ("种类未定", "没有认出是哪一种资料")


def test_work_is_still_called_work() -> None:
    (doubt,) = split(["加强队伍建设"]).doubts
    assert (doubt[1], doubt[4]) == ("结果不是材料", "写的是要做的工作，不是资料")


def test_many_numbers_and_years_are_read_in_time_that_grows_with_the_text() -> None:
    for unit in ("（2）", "2021、", "（", "1、甲（", "2019年、"):
        text = "（1）" + (unit * 30_000)[:60_000]
        assert split([text]).items
        assert find(text) == ()
