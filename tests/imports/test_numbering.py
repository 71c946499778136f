"""How a paragraph opens, and the gaps, repeats and restarts of printed numbers."""

from __future__ import annotations

import pytest

from fzjs.importers.document import Place
from fzjs.importers.words import numbering

OPENINGS = [
    ("第一章 总则", "章", 1, "第一章", "总则"),
    ("第一章总则", "章", 1, "第一章", "总则"),
    ("第二节　组织领导", "节", 2, "第二节", "组织领导"),
    ("第三部分 保障", "部分", 3, "第三部分", "保障"),
    ("一、指导思想", "一、", 1, "一、", "指导思想"),
    ("\u3000\u3000一、 总体要求", "一、", 1, "一、", "总体要求"),
    ("一百零五、其他", "一、", 105, "一百零五、", "其他"),
    ("(一)动员部署", "（一）", 1, "(一)", "动员部署"),
    ("（二十一）迎接考评", "（一）", 21, "（二十一）", "迎接考评"),
    ("㈠动员", "（一）", 1, "㈠", "动员"),
    ("1.本部门清单", "1.", 1, "1.", "本部门清单"),
    ("1、本部门清单", "1.", 1, "1、", "本部门清单"),
    ("１．本部门清单", "1.", 1, "１．", "本部门清单"),
    ("1.2016年以来的文件", "1.", 1, "1.", "2016年以来的文件"),
    ("2. 5个以上", "1.", 2, "2.", "5个以上"),
    ("(1)网络检索:公开", "（1）", 1, "(1)", "网络检索:公开"),
    ("（12）材料", "（1）", 12, "（12）", "材料"),
    ("3）材料", "1）", 3, "3）", "材料"),
    ("①网络检索", "①", 1, "①", "网络检索"),
    ("⑿其他", "⑴", 12, "⑿", "其他"),
    ("一是加强领导", "一是", 1, "一是", "加强领导"),
    ("第1项指标:公布清单", "第N项", 1, "第1项指标", "公布清单"),
    ("第十二项：公布清单", "第N项", 12, "第十二项", "公布清单"),
    ("第1条 为了", "条", 1, "第1条", "为了"),
    ("★1 加强", "★1", 1, "★1", "加强"),
    ("附加项指标加分项1:获奖", "加分1", 1, "附加项指标加分项1", "获奖"),
    ("扣分项2：虚构", "减分1", 2, "扣分项2", "虚构"),
    ("A. 网络检索", "A.", 1, "A.", "网络检索"),
    ("【指标3】健全", "指标N", 3, "【指标3】", "健全"),
    ("任务一：健全", "任务N", 1, "任务一", "健全"),
    ("1.1 健全", "1.1", 1, "1.1", "健全"),
    ("7", "1", 7, "7", ""),
]


@pytest.mark.parametrize(("text", "style", "value", "printed", "rest"), OPENINGS)
def test_opening_is_read(text: str, style: str, value: int, printed: str, rest: str) -> None:
    assert numbering.lead(text) == numbering.Lead(style, value, printed, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2016年以来",
        "12.4国家宪法日",
        "1.5",
        "1.5 万人",
        "1-2个项目",
        "87、88、89项指标",
        "一、二级指标",
        "三、四季度",
        "3月底前",
        "5 月底前",
        "〔2020〕6号",
        "(2021年4月)",
        "（2021）初1号",
        "2021.3.5",
        "3.15消费者权益日",
        "第一责任人",
        "第一季度",
        "第55条规定的事项",
        "工作任务:",
        "二〇二一年",
        "一是否",
        "",
        "\u2802",
    ],
)
def test_dates_decimals_and_words_open_nothing(text: str) -> None:
    assert numbering.lead(text) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("十", 10), ("二十", 20), ("九十九", 99), ("一百", 100), ("一百一十", 110), ("三百零二", 302)],
)
def test_chinese_numerals(words: str, value: int) -> None:
    assert numbering.chinese(words) == value


@pytest.mark.parametrize("words", ["二〇二一", "一百五", "零", "百", "一二", ""])
def test_no_chinese_numeral(words: str) -> None:
    assert numbering.chinese(words) is None


def _gaps(*numbers: str, spaces: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    places = [Place(at, f"第{at}行") for at in range(len(numbers))]
    found = numbering.gaps(numbers, places, spaces)
    return [(doubt.kind, doubt.words, doubt.why) for doubt in found]


def test_a_gap_names_the_missing_numbers() -> None:
    found = _gaps("1", "2", "5", "7")
    assert [(kind, words) for kind, words, _ in found] == [("编号缺漏", "5"), ("编号缺漏", "7")]
    assert "缺3至4" in found[0][2]
    assert "缺6" in found[1][2]


def test_namespaces_stand_apart_and_widths_are_one() -> None:
    assert not _gaps(
        "1", "（1）", "2", "(2)", "★1", "（3）", "第1项指标", "加分项1", "减分项1", "一"
    )
    assert _gaps("（1）", "(3)")[0][:2] == ("编号缺漏", "(3)")
    assert not _gaps("1", "1", spaces=("加分", "减分"))


def test_repeats_and_going_back() -> None:
    assert [kind for kind, *_ in _gaps("1", "2", "2", "3")] == ["编号重复"]
    assert [kind for kind, *_ in _gaps("1", "3", "2", "4")] == ["编号倒序"]


def test_a_restart_is_one_doubt_and_counts_anew() -> None:
    found = _gaps("1", "2", "3", "1", "2", "4")
    assert [(kind, words) for kind, words, _ in found] == [("编号重复", "1"), ("编号缺漏", "4")]


def test_a_doubt_stands_where_the_gap_shows() -> None:
    places = [Place(4, "第5行"), Place(9, "第10行")]
    (doubt,) = numbering.gaps(["1", "3"], places)
    assert doubt.place == places[1]
    assert doubt.about == "3"
