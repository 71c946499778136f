"""Bad data in the published texts: each is handled in the YAML, or stands as a doubt.

Every test is named after the line of the requirements it is for (10.1: contradictions and bad
data; 1.10, 2.3 … where the same texts are spoken of again).
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from imported import HEGANG, PINGDINGSHAN, PUYANG, WUZHONG, Record, Repository, repository

from conftest import Run
from fzjs.personal import mask


@pytest.fixture(scope="session")
def puyang(fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(PUYANG, fzjs, tmp_path_factory)


@pytest.fixture(scope="session")
def pingdingshan(fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(PINGDINGSHAN, fzjs, tmp_path_factory)


@pytest.fixture(scope="session")
def wuzhong(fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(WUZHONG, fzjs, tmp_path_factory)


@pytest.fixture(scope="session")
def hegang(fzjs: Run, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(HEGANG, fzjs, tmp_path_factory)


def _demands(row: Record) -> list[tuple[str, str]]:
    """Return 要求 and 原话 of each 量化要求; the words must stand in the indicator's own."""
    targets = row.get("量化要求", [])
    assert all(target["原话"] in row["内容"] for target in targets)
    return [(target["要求"], target["原话"]) for target in targets]


def _offices(row: Record) -> list[str]:
    return [o["科室"] if isinstance(o, dict) else o for o in row.get("责任科室", [])]


def _duty(made: Repository, words: str) -> Record:
    """Return the one 周期任务 whose 出处 has these words."""
    (duty,) = [duty for duty in made.settings["周期任务"] if words in duty["出处"]]
    found: Record = duty
    return found


def _nth(no: int) -> str:
    return f"第{no}项指标"


# 10.1 to 10.6: texts that disagree, with each other or with themselves


def test_10_1_days_for_the_legality_review(puyang: Repository, pingdingshan: Repository) -> None:
    words = "重大行政决策的合法性审查时间不少于{}个工作日"
    assert _demands(puyang.by_key["43"]) == [("≥5工作日", words.format(5))]
    assert _demands(pingdingshan.by_key[_nth(35)]) == [("≥7工作日", words.format(7))]


def test_10_2_reviewers_as_a_share_or_as_the_work_asks(
    puyang: Repository, pingdingshan: Repository
) -> None:
    words = "原则上负责法制审核的人员不少于本单位执法人员总数的5%"
    assert _demands(puyang.by_key["63"]) == [("≥5%", words)]
    row = pingdingshan.by_key[_nth(54)]
    assert "应与其承担的工作任务相适应" in row["内容"]
    assert _demands(row) == []  # no figure, none invented


def test_10_3_leaders_held_to_account(puyang: Repository, pingdingshan: Repository) -> None:
    words = "政府领导班子成员因严重违纪或违法犯罪受到追究的不超过3人"
    assert _demands(puyang.by_key["94"]) == [("≤3人", words)]
    row = pingdingshan.by_key[_nth(80)]
    assert "领导班子成员没有因严重违法犯罪受到追究" in row["内容"]
    assert _demands(row) == []


def test_10_4_studying_the_law(
    puyang: Repository, pingdingshan: Repository, wuzhong: Repository
) -> None:
    assert [demand for demand, _ in _demands(puyang.by_key["95"])] == [
        "≥4次/年",
        "≥2期/年",
        "≥1次/年",
    ]
    sixth = _demands(pingdingshan.by_key[_nth(81)])
    assert [demand for demand, _ in sixth] == ["≥4次/年", "≥1次/年"]
    assert sixth[-1][1].endswith("(没有条件的除外)")
    demands = [demand for demand, _ in _demands(wuzhong.by_key["46"])]
    assert demands == ["≥4次/年", "≥2期/年", "≥1次/年", "≥1次/年"]


def test_10_5_the_yearly_report_by_each_texts_own_day(
    puyang: Repository, pingdingshan: Repository, wuzhong: Repository, hegang: Repository
) -> None:
    days = {
        "濮阳": _duty(puyang, "第一季度向同级党委、人大常委会和上一级政府报告"),
        "吴忠": _duty_named(wuzhong, "法治政府建设工作情况"),
        "吴忠公开": _duty_named(wuzhong, "公开法治政府建设工作情况"),
        "鹤岗": _duty(hegang, "示范地区于每年1月底前"),
        "平顶山": _duty(pingdingshan, "每年第一季度向本级党委和政府"),
    }
    assert {name: (duty["月"], duty["日"]) for name, duty in days.items()} == {
        "濮阳": ("3", "31"),
        "吴忠": ("2", "20"),
        "吴忠公开": ("4", "1"),
        "鹤岗": ("1", "31"),
        "平顶山": ("3", "31"),
    }
    assert tuple(words[:10] for words in _demands(puyang.by_key["98"])[0]) == (
        "每年第一季度",
        "市县政府每年第一季度",
    )


def _duty_named(made: Repository, name: str) -> Record:
    (duty,) = [duty for duty in made.settings["周期任务"] if duty["名称"] == name]
    found: Record = duty
    return found


def test_10_5_days_for_filing_start_with_the_publication(wuzhong: Repository) -> None:
    found = [
        (row["编号"], target["要求"], target["起算"])
        for row in wuzhong.rows
        for target in row.get("量化要求", [])
        if target["原话"] == "规范性文件必须自公布之日起30日内备案"
    ]
    assert [each[1:] for each in found] == [("≤30日", "公布之日")]


def test_10_5_satisfied_by_rate_or_by_degree_as_printed(
    puyang: Repository, pingdingshan: Repository
) -> None:
    """Who wrote 满意率 and who 满意度 stays as it was; within one item too."""
    assert _demands(puyang.by_key["72"]) == [("≥95%", "办理后满意度达95%以上")]
    row = pingdingshan.by_key[_nth(63)]
    assert _demands(row) == [("≥95%", "办理后满意率达95%以上")]
    assert sum("满意度达到95%以上" in item["内容"] for item in row["上报资料"]) == 3


def test_10_6_issued_in_2020_and_asking_since_2016(puyang: Repository) -> None:
    assert "2020年12月28日" in puyang.settings["体系"]["来源"]
    assert puyang.settings["窗口"] == "2016-2021"
    for number in ("（22）", "（24）", "（25）"):
        (item,) = puyang.by_key[number]["上报资料"]
        assert "2016年以来" in item["内容"]
        assert "自" not in item  # the window's own first year
    (doubt,) = [d for d in puyang.of("年度未定") if d.about == "窗口"]
    assert doubt.place == "第187行"
    assert "2016年—2021年上半年" in doubt.words


def test_10_6_three_copies_and_a_pdf(puyang: Repository) -> None:
    assert puyang.settings["默认"] == {"载体": ["纸质", "PDF"], "份数": "3"}


# 10.7: a table that was flattened to one cell a line


def test_10_7_cells_with_hard_breaks_are_one_heading(puyang: Repository) -> None:
    headings = list(dict.fromkeys(row["一级指标"] for row in puyang.rows))
    assert headings[0] == "一、政府职能依法全面履行"
    assert all("\n" not in heading and " " not in heading for heading in headings)


def test_10_7_headings_repeated_at_page_breaks_are_one(puyang: Repository) -> None:
    """四、 is printed four times and 2.公众参与 twice; each is one heading over its rows."""
    pairs = [(row["一级指标"], row["二级指标"]) for row in puyang.rows]
    runs = [pair for at, pair in enumerate(pairs) if not at or pairs[at - 1] != pair]
    assert len(runs) == len(set(runs))
    assert sum(second == "2.公众参与" for _, second in runs) == 1
    firsts = [row["一级指标"] for row in puyang.rows]
    fourth = [at for at, first in enumerate(firsts) if first == "四、行政执法严格规范公正文明"]
    assert fourth == list(range(fourth[0], fourth[-1] + 1))


def test_10_7_provincial_headings_one_column_to_the_left(puyang: Repository) -> None:
    rows = puyang.by_key
    assert rows["（5）"]["一级指标"] == "（一）服务型行政执法建设整体推进"
    assert rows["（5）"]["二级指标"] == "（1）落实各项制度"
    assert rows["72"]["一级指标"] == "五、行政权力制约监督科学有效"
    assert rows["（19）"]["一级指标"] == "（二）政务公开水平不断提升"
    assert rows["81"]["一级指标"] == "五、行政权力制约监督科学有效"
    back = [d for d in puyang.of("合并下填") if "接着" in d.why]
    assert [(d.lines[0], d.words) for d in back] == [(1245, "4.全面推进政务公开")]


def test_10_7_every_heading_carried_down_is_said(puyang: Repository) -> None:
    """Each heading over more than one row stands as a doubt with the lines it was carried to."""
    carried = " ".join(d.words for d in puyang.of("合并下填"))
    headings = [row["二级指标"] for row in puyang.rows]
    twice = {h for before, h in pairwise(headings) if before == h}
    assert [heading for heading in twice if heading not in carried] == []
    assert all(d.lines for d in puyang.of("合并下填"))


# 10.8: half and full width, spaces, characters that are blanks


def test_10_8_numbers_as_printed_and_known_in_either_width(puyang: Repository) -> None:
    halves = [row["编号"] for row in puyang.rows if row["编号"].startswith("(")]
    assert halves == ["(3)", "(20)"]
    provincial = [row for row in puyang.rows if re.match("[（(]", row["编号"])]
    assert len(provincial) == 24
    assert {row["来源"] for row in provincial} == {"省"}
    assert puyang.by_key["（6）"]["沿用"] == {"责任": "(5)"}


def test_10_8_half_width_text_gives_the_same_keys(pingdingshan: Repository) -> None:
    row = pingdingshan.by_key[_nth(24)]
    assert [demand for demand, _ in _demands(row)] == ["≥100%", "≥5工作日", "≤15工作日"]
    assert ("≥7工作日", "期限一般不少于7个工作日") in _demands(pingdingshan.by_key[_nth(21)])


def test_10_8_blanks_that_look_like_letters(hegang: Repository) -> None:
    settings = (hegang.folder / "fzjs.yaml").read_text("utf-8")
    assert not set("\xa0\u2800\u2802") & set(settings)
    (doubt,) = [d for d in hegang.of("占位") if "示范县" in d.words]
    assert doubt.place == "第72行"
    assert "黑龙江省⠂ ⠂ 示范县" in doubt.words
    assert doubt.why == "没有填"


# 10.9: slips of the pen, kept as printed, and each listed


def _unseen(words: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=f"错字 does not list {words}: {_WHY}")


_WHY = "it differs from no run that the text repeats, and no list of words is kept"
SLIPS = [
    (HEGANG, 58, "法洽"),
    (HEGANG, 70, "煤体"),
    pytest.param(HEGANG, 90, "部暑", marks=_unseen("部暑")),
    (HEGANG, 39, "2019 年715"),
    (PUYANG, 108, "治政府"),
    (PUYANG, 110, "跟综"),
    (PUYANG, 170, "市创工作"),
    pytest.param(PUYANG, 1404, "提法治学习", marks=_unseen("提法治学习")),
    pytest.param(PUYANG, 1404, "法治文件阵地", marks=_unseen("法治文件阵地")),
    pytest.param(PUYANG, 599, "不适用不合法", marks=_unseen("不适用不合法")),
    pytest.param(PINGDINGSHAN, 365, "法治文件阵地", marks=_unseen("法治文件阵地")),
    pytest.param(WUZHONG, 65, "有适应", marks=_unseen("有适应")),
    pytest.param(WUZHONG, 84, "有适应", marks=_unseen("有适应")),
    pytest.param(WUZHONG, 88, "有互脱节", marks=_unseen("有互脱节")),
]


@pytest.mark.parametrize(("source", "line", "words"), SLIPS)
def test_10_9_slips_of_the_pen(
    source: Path, line: int, words: str, fzjs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    printed = source.read_text("utf-8").split("\n")[line - 1]
    assert words in printed
    made = repository(source, fzjs, tmp_path_factory)
    found = [d for kind in ("错字", "占位") for d in made.of(kind)]
    assert any(line in d.lines and _names(d.words, words) for d in found)


def _names(listed: str, words: str) -> bool:
    """Tell whether one of the quoted runs overlaps the slip."""
    quoted = re.findall(r"“([^”]*)”（第\d+行", listed) or [listed]
    return any(words in run or run in words for run in quoted)


def test_10_9_slips_stay_as_printed(puyang: Repository, wuzhong: Repository) -> None:
    assert "提法治学习宣传教育基地" in puyang.by_key["92"]["资料原文"][0]
    assert puyang.by_key["32"]["内容"].endswith("认定为不适用不合法的情况。")
    assert wuzhong.by_key["25"]["内容"].endswith("防止有互脱节。")


@pytest.mark.parametrize(
    ("source", "words"), [(WUZHONG, "行整"), (PINGDINGSHAN, "史记"), (PUYANG, "发声")]
)
def test_10_9_no_right_word_is_called_a_slip(
    source: Path, words: str, fzjs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = repository(source, fzjs, tmp_path_factory)
    assert not any(f"“{words}”（第" in d.words for d in made.of("错字"))


# 10.10: what a web page left


@pytest.mark.parametrize(
    ("source", "lines", "words"),
    [
        (PINGDINGSHAN, [1, 2, 429, 430, 431, 432], ["今天是", "繁体", "ICP"]),
        (WUZHONG, [5, 157], ["扫一扫"]),
        (HEGANG, [3], ["政务公开市司法局"]),
    ],
    ids=["pingdingshan", "wuzhong", "hegang"],
)
def test_10_10_web_furniture_is_left_out_and_said(
    source: Path,
    lines: list[int],
    words: list[str],
    fzjs: Run,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = repository(source, fzjs, tmp_path_factory)
    (doubt,) = made.of("残留文字")
    assert all(word in doubt.words for word in words)
    assert set(lines) <= set(made.leftover)
    written = [text.decode() for name, text in made.bytes().items() if name.endswith(".yaml")]
    assert not any(word in text for word in words for text in written)


def test_10_10_no_phone_number_goes_over(pingdingshan: Repository) -> None:
    """The footer's registration and phone digits are masked in the report."""
    assert mask(pingdingshan.report) == pingdingshan.report


def test_10_10_a_title_over_two_lines_is_one(pingdingshan: Repository) -> None:
    name = "平顶山市教育体育局创建全国法治政府建设示范市工作方案"
    assert pingdingshan.settings["体系"]["名称"] == name


# 10.11: small numbers


def test_10_11_one_method_without_a_number(pingdingshan: Repository) -> None:
    (task,) = pingdingshan.by_key[_nth(10)]["工作任务"]
    assert task["方法"] == "材料查证"
    assert task["内容"].startswith("对照指标要求,汇总相关文件资料备查")


def test_10_11_numbers_begin_anew_in_every_item(pingdingshan: Repository) -> None:
    assert sum(len(row["工作任务"]) for row in pingdingshan.rows) == 137
    assert not [d for d in pingdingshan.doubts if d.kind in {"编号重复", "编号缺漏"}]


@pytest.mark.parametrize(("no", "count"), [(49, 3), (50, 2), (51, 4), (54, 2)])
def test_10_11_numbers_within_a_task_are_its_items(
    no: int, count: int, pingdingshan: Repository
) -> None:
    row = pingdingshan.by_key[_nth(no)]
    assert [item["代号"] for item in row["上报资料"]] == [str(n + 1) for n in range(count)]
    assert not any(re.match(r"\d\.", item["内容"]) for item in row["上报资料"])


# 10.12: a heap of articles is no plan

_HEAP = """绪论:写作既是个人情感的抒发,欢迎阅读由云溪网整理的3篇街道依法行政工作计划范文。
一、加强组织领导工作
2021年,街道依法行政工作领导小组根据《__街道办事处实施方案》,制定了《20__年工作计划》。
二、落实依法决策工作
20__年,街道认真执行议事规则,全年办理??件,征收率100%。
二、落实依法决策工作
20__年,街道认真执行议事规则,全年办理??件,征收率100%。
(二)规范政府重大决策行为。认真执行《*市重大行政决策程序规定》。
第二条 行政执法人员应当参加培训,每年不少于7天。
"""


def test_10_12_a_heap_of_articles_is_refused(fzjs: Run, tmp_path: Path) -> None:
    source = tmp_path / "范文.txt"
    source.write_text(_HEAP, "utf-8")
    done = fzjs("import", str(source), "--to", str(tmp_path / "数据"), at=tmp_path)
    assert done.returncode == 2
    assert "文章汇编" in done.stderr
    assert not (tmp_path / "数据").exists()


# 10.13, 2.8, 2.9, 2.11: rows with too many, too few, or no cells


def test_10_13_two_persons_in_a_row_with_one_office_cell(puyang: Repository) -> None:
    """法制仲裁科牵头，办公室配合, and the two persons in the same order."""
    led = [row for row in puyang.rows if any("牵头" in str(o) for o in row.get("责任科室", []))]
    assert len(led) == 10
    persons = {office["名称"]: office["责任人"] for office in puyang.settings["科室"]}
    for row in led:
        assert row["责任科室"] == [
            {"科室": "法制仲裁科", "角色": "牵头"},
            {"科室": "办公室", "角色": "配合"},
        ]
        assert row["责任原文"]["责任人"] == [persons["法制仲裁科"], persons["办公室"]]


def test_10_13_a_row_with_seven_cells(puyang: Repository) -> None:
    """减分1 has a sentence in the place of office and person, and nothing to hand in."""
    row = puyang.by_key["减分1"]
    assert row["责任说明"] == "如有所列情形发生，依法依规依纪追究相关单位责任。"
    assert "责任科室" not in row
    assert "上报资料" not in row
    (doubt,) = puyang.of("责任说明")
    assert (doubt.place, doubt.words) == ("第1566行", row["责任说明"])
    assert [d.lines[0] for d in puyang.of("没有写明") if "资料" in d.assumed] == [1566]


def test_10_13_an_office_with_the_person_in_its_cell(puyang: Repository) -> None:
    """14: office and person stand in one cell, on two lines."""
    assert puyang.by_key["14"]["责任科室"] == ["法治调研科"]
    doubts = [d for d in puyang.of("切分存疑") if d.about == "14"]
    assert [(d.place, d.words) for d in doubts] == [("第370行", "刘乙")]
    assert any(d.place == "第366行" and "7格" in d.why for d in puyang.of("切分存疑"))


def test_2_11_a_row_that_goes_on_in_the_next(puyang: Repository) -> None:
    row = puyang.by_key["（2）"]
    assert [item["代号"] for item in row["上报资料"]] == ["1", "2"]
    (doubt,) = puyang.of("跨页断行")
    assert (doubt.place, doubt.about) == ("第362行", "（2）")
    assert doubt.words == row["资料原文"][1]


@pytest.mark.parametrize(
    ("number", "count"),
    [
        ("9", 4),
        ("18", 2),
        ("19", 3),
        ("21", 3),
        ("（12）", 2),
        ("（13）", 2),
        ("84", 3),
        ("★2", 2),
        ("95", 2),
        ("★5", 2),
    ],
)
def test_2_8_offices_and_persons_in_order(number: str, count: int, puyang: Repository) -> None:
    row = puyang.by_key[number]
    printed = row["责任原文"]
    usual = {
        name: office["责任人"]
        for office in puyang.settings["科室"]
        for name in (office["名称"], *office.get("别名", []))
    }
    owners = [o if isinstance(o, dict) else {"科室": o} for o in row["责任科室"]]
    assert len(owners) == count
    assert [o["科室"] for o in owners] == printed["科室"]
    assert [o.get("责任人", usual[o["科室"]]) for o in owners] == printed["责任人"]


_SHARE_ALL = ["30", "32", "46", "76", "77", "（16）", "88", "89", "94", "减分2"]
_SHARE_OFFICE = ["48", "（6）", "（7）", "（14）", "80", "（17）", "91", "92"]


def test_2_9_empty_cells_go_with_the_row_above(puyang: Repository) -> None:
    rows = puyang.by_key
    shared = {key: sorted(row["沿用"]) for key, row in rows.items() if "沿用" in row}
    assert [k for k, v in shared.items() if "责任" in v and "资料" in v] == _SHARE_ALL
    assert [k for k, v in shared.items() if v == ["责任"]] == _SHARE_OFFICE
    assert [key for key, names in shared.items() if "方法" in names] == ["30", "32"]
    assert len(shared) == 18


def test_2_9_each_shared_row_is_a_doubt(puyang: Repository) -> None:
    said = " ".join(d.assumed for d in puyang.of("共用上行"))
    for key in [*_SHARE_ALL, *_SHARE_OFFICE]:
        assert re.search(rf"(?<!\d){re.escape(key.removeprefix('减分'))}(?!\d)", said), key


def test_2_9_a_method_with_nothing_to_hand_in_is_a_ruling(puyang: Repository) -> None:
    """Whether an empty cell shares or asks for nothing is left to a person; both are owed."""
    open_ = [d.about for d in puyang.of("共用上行") if d.ruling and "空格" in d.why]
    assert open_ == ["46", "76", "77", "（16）", "94"]
    (ruling,) = [r for r in puyang.settings["口径"] if r["对象"] == open_]
    assert "决定" not in ruling
    assert {puyang.by_key[key]["不需上报"] for key in open_} == {"待定"}


# 1.10, 1.11: which text prevails, and what it is called


def test_1_10_which_text_prevails(puyang: Repository) -> None:
    words = [d.words for d in puyang.of("优先次序")]
    assert [d.place for d in puyang.of("优先次序")] == ["第170行"] * 2
    assert any("内容不一致的，以本任务分工为准" in each for each in words)
    assert any("以调整后的创建指标体系为准" in each for each in words)


def test_1_11_one_document_number_in_two_spellings(puyang: Repository) -> None:
    (doubt,) = puyang.of("文号矛盾")
    assert "濮政法〔2020〕6号" in doubt.words
    assert "濮法政〔2020〕6号" in doubt.words
    assert puyang.settings["体系"]["文号"] == "濮司〔2020〕50号"


def test_1_11_both_places_are_named(puyang: Repository) -> None:
    (doubt,) = puyang.of("文号矛盾")
    assert {15, 170} <= set(doubt.lines)


# 2.3 to 2.7: who is meant


def test_2_3_offices_of_another_level(pingdingshan: Repository) -> None:
    """第55项: 各县(市、区) is one name, and a group; 按职责分工分别负责 is none."""
    row = pingdingshan.by_key[_nth(55)]
    assert _offices(row) == ["政策法规科", "相关责任科室", "各县(市、区)"]
    group = next(o for o in pingdingshan.settings["科室"] if o["名称"] == "各县(市、区)")
    assert group["成员"] == "待定"
    (doubt,) = pingdingshan.of("集合名词")
    assert "各县(市、区)（1条）" in doubt.words


@pytest.mark.parametrize(
    ("source", "name", "alias"),
    [
        (PUYANG, "基层工作指导科", "基层科"),
        (PINGDINGSHAN, "机关纪委", "纪委"),
        (WUZHONG, "市政府办", "政府办"),
    ],
    ids=["基层科", "纪委", "政府办"],
)
def test_2_4_other_names_are_aliases_and_doubts(
    source: Path, name: str, alias: str, fzjs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = repository(source, fzjs, tmp_path_factory)
    (office,) = [o for o in made.settings["科室"] if o["名称"] == name]
    assert office["别名"] == [alias]
    assert any(alias in d.words and name in d.assumed for d in made.of("别名"))


def test_2_4_what_is_printed_stays_in_the_row(puyang: Repository, wuzhong: Repository) -> None:
    assert "基层科" in _offices(puyang.by_key["21"])
    assert _offices(wuzhong.by_key["17"])[:2] == ["市市场监督管理局", "政府办"]


def test_2_4_a_comma_between_tiers_and_a_mark_between_peers(wuzhong: Repository) -> None:
    printed = {"县(市、区),市政府办、司法局": ["县(市、区)", "市政府办", "司法局"]}
    rows = [r for r in wuzhong.rows if r["责任原文"]["科室"][0] in printed]
    assert rows
    for row in rows:
        assert _offices(row)[:3] == printed[row["责任原文"]["科室"][0]]


@pytest.mark.parametrize(
    ("source", "alias"), [(PINGDINGSHAN, "纪委"), (WUZHONG, "政府办")], ids=["纪委", "政府办"]
)
def test_2_4_an_alias_is_said_in_one_way(
    source: Path, alias: str, fzjs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = repository(source, fzjs, tmp_path_factory)
    assumed = {d.assumed for d in made.of("别名") if alias in re.split("[、（]", d.words)}
    assert len(assumed) == 1


def test_2_7_a_person_by_the_row_not_by_the_office(puyang: Repository) -> None:
    (doubt,) = puyang.of("责任人不一")
    assert "政治部" in doubt.words
    (office,) = [o for o in puyang.settings["科室"] if o["名称"] == "政治部"]
    others = {
        owner["责任人"]
        for row in puyang.rows
        for owner in row.get("责任科室", [])
        if isinstance(owner, dict) and owner["科室"] == "政治部" and "责任人" in owner
    }
    assert len(others) == 1
    assert office["责任人"] not in others
    both = [o for o in puyang.settings["科室"] if o["名称"] in {"行政财务装备科", "信息化工作科"}]
    assert len({o["责任人"] for o in both}) == 1  # one person for two offices is no doubt


def test_2_10_one_material_for_several_rows(puyang: Repository) -> None:
    assert puyang.by_key["87"]["上报资料"][0]["内容"].startswith("根据87、88、89项指标要求")
    for number in ("88", "89"):
        assert puyang.by_key[number]["应点到"] == ["87-1"]
    (doubt,) = [d for d in puyang.doubts if d.about == "87-1"]
    assert doubt.ruling
    assert "87、88、89" in doubt.words


# 3.25: numbers within a cell


def test_3_25_a_number_printed_twice(puyang: Repository) -> None:
    items = puyang.by_key["31"]["上报资料"]
    assert [item["代号"] for item in items] == ["1", "2甲", "2乙", "3"]
    assert [item.get("原序号", "") for item in items] == ["", "2", "2", ""]
    (doubt,) = puyang.of("编号重复")
    assert (doubt.place, doubt.about) == ("第587行", "31-2乙")


def test_3_25_a_last_item_without_its_number(puyang: Repository) -> None:
    last = puyang.by_key["6"]["上报资料"][-1]
    assert last["代号"] == "3"
    assert last["内容"].endswith("；市县100个高频事项实现“最多跑一次”的佐证材料")
    assert any(d.about == "6-3" and "可能是两件" in d.why for d in puyang.of("切分存疑"))


def test_3_25_a_cell_that_ends_in_a_semicolon(puyang: Repository) -> None:
    assert "；" in puyang.by_key["20"]["资料原文"][0]
    assert any(d.about == "20-1" and "分号" in d.why for d in puyang.of("切分存疑"))


def test_3_25_a_result_that_is_no_material(puyang: Repository) -> None:
    (doubt,) = [d for d in puyang.of("结果不是材料") if d.about == "84-2"]
    assert doubt.ruling
    assert "满意度达80%" in doubt.words
    assert any("84-2" in ruling["对象"] for ruling in puyang.settings["口径"])


# Every question that goes into 口径 says what was assumed for each of its objects


@pytest.mark.parametrize(
    "source",
    [PUYANG, PINGDINGSHAN, WUZHONG],
    ids=["puyang", "pingdingshan", "wuzhong"],
)
def test_a_ruling_says_what_was_assumed(
    source: Path, fzjs: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = repository(source, fzjs, tmp_path_factory)
    asked = {
        (about, ruling["问题"]) for ruling in made.settings["口径"] for about in ruling["对象"]
    }
    open_ = [d for d in made.doubts if d.ruling]
    assert open_
    wrong = [
        (d.about, d.why, d.assumed)
        for d in open_
        if not any(
            about == d.about and words.startswith(d.why) and d.assumed in words
            for about, words in asked
        )
    ]
    assert wrong == []
