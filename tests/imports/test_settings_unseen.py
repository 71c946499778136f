"""Days, years, titles and rules of plans that were written otherwise than the four sources."""

from __future__ import annotations

from typing import cast

import pytest
from test_settings import document, doubts, plain

from fzjs.importers.document import Cell, Document, Paragraph, Place, Table
from fzjs.importers.draft import Draft, Row
from fzjs.importers.settings import Settings, read
from fzjs.importers.shapes import opinion
from fzjs.models import Campaign

HEAD = "云溪县司法局2022年法治政府建设工作方案\n一、工作要求\n"
STEPS = """\
云溪县关于开展法治乡镇示范创建活动的指导意见
一、申报条件
申报乡镇的指标达标率应当达到90%以上。
二、方法步骤
1.宣传发动。2022年4月15日前完成。
2.自查整改。2022年4月16日至7月31日。6月20日前报送自查报告。
3.检查验收。2022年8月，由县里组织验收。
三、监督管理
（一）一票否决。发生重大责任事故的，三年内不得申报。
（二）动态管理。每年复核一次。
云溪县法治建设领导小组
2022年3月28日
抄送：县委办。
"""
RULES = """\
云溪县国资中心合规管理监督考核办法（试行）
第一条 考核分为自查、抽查两个阶段。自查阶段为10月1日至10月31日，抽查阶段为11月1日至11月30日。
第二条 企业应当于每年1月31日前报送上年度合规管理报告。
第三条 考核不合格的，约谈企业主要负责人。
云溪县国资中心
2023年3月6日
"""


def listed(settings: Settings, key: str) -> list[dict[str, str]]:
    return cast("list[dict[str, str]]", settings.data.get(key, []))


def test_days_that_a_step_opens_with_are_its_own_and_no_deadline() -> None:
    settings = plain(STEPS)
    Campaign.model_validate(settings.data)
    assert settings.data["阶段"] == [
        {"名称": "宣传发动", "止": "2022-04-15", "原话": "2022年4月15日前完成"},
        {
            "名称": "自查整改",
            "起": "2022-04-16",
            "止": "2022-07-31",
            "原话": "2022年4月16日至7月31日",
        },
        {
            "名称": "检查验收",
            "起": "2022-08-01",
            "止": "2022-08-31",
            "原话": "2022年8月，由县里组织验收",
        },
    ]
    limits = [(x["名称"], x["日期"]) for x in listed(settings, "期限")]
    assert limits == [("自查报告", "2022-06-20")]


def test_a_day_within_a_step_is_not_the_step_s() -> None:
    settings = plain(STEPS.replace("1.宣传发动。", "1.宣传发动。组织学习，"))
    assert "止" not in listed(settings, "阶段")[0]


def test_rates_with_more_words_between_and_rules_without_the_signature() -> None:
    settings = plain(STEPS)
    (line,) = listed(settings, "达标线")
    assert line["比例"] == "90%"
    assert settings.data["监督"] == [
        {"名称": "一票否决", "内容": "发生重大责任事故的，三年内不得申报。"},
        {"名称": "动态管理", "内容": "每年复核一次。"},
    ]
    copies = next(p.place.order for p in document(STEPS).prose() if p.text.startswith("抄送"))
    assert copies not in settings.used


def test_rules_in_articles_give_steps_a_duty_and_a_consequence() -> None:
    assert opinion.matches(document(RULES)) >= 2
    settings = plain(RULES)
    Campaign.model_validate(settings.data)
    assert [(s["名称"], s["起"], s["止"]) for s in listed(settings, "阶段")] == [
        ("自查阶段", "2023-10-01", "2023-10-31"),
        ("抽查阶段", "2023-11-01", "2023-11-30"),
    ]
    (duty,) = listed(settings, "周期任务")
    assert (duty["名称"], duty["月"], duty["日"]) == ("上年度合规管理报告", "1", "31")
    assert duty["出处"].startswith("第二条“企业应当")
    assert settings.data["监督"] == [{"名称": "约谈", "内容": "考核不合格的，约谈企业主要负责人。"}]


def test_a_yearly_step_is_no_duty_on_its_first_day() -> None:
    settings = plain(RULES.replace("自查阶段为", "自查阶段为每年"))
    (duty,) = listed(settings, "周期任务")
    assert duty["日"] == "31"
    assert duty["月"] == "1"


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("材料时间范围为2019年1月1日至2021年9月30日。", "2019-2021"),
        ("资料范围为2019年1月至2021年12月。", "2019-2021"),
        ("提供2019年3月至2021年6月期间形成的台账。", "2019-2021"),
        ("根据《纲要》，制定本方案（2022—2025年）。", "2022-2025"),
        ("（一）收集阶段（2020年9月至2021年5月）。收集材料。", "2022"),
    ],
)
def test_years_of_material_between_two_days(words: str, window: str) -> None:
    assert plain(HEAD + words).data["窗口"] == window


def test_years_in_the_title_are_proposed_with_their_ground() -> None:
    settings = plain("云溪县城管局任务清单（2021—2023年）\n一、要求\n抓好落实。")
    assert settings.data["窗口"] == "2021-2023"
    assert "窗口" in str(settings.data["待定"])
    assert any("题目里的起止年份" in d.why for d in doubts(settings, "没有写明"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("请于2022年3月1日前将联络员名单报县司法局。", "联络员名单"),
        ("请于2022年3月1日前报送县司法局。", "报送县司法局"),
        ("2021年以来的材料于2022年10月1日前报送。", "2021年以来的材料"),
        ("各责任科室于2022年10月15日前报送法规科。", "报送法规科"),
        ("各单位于2022年1月底前报告上一年度情况。", "报告上一年度情况"),
        ("申请材料请于2022年6月1日前送县司法局法规股。", "申请材料"),
    ],
)
def test_what_is_due_has_whole_words_for_its_name(words: str, name: str) -> None:
    (limit,) = listed(plain(HEAD + words), "期限")
    assert limit["名称"] == name


@pytest.mark.parametrize(
    ("words", "name", "cycle", "day"),
    [
        ("各部门每季度末月25日前将进展情况报法务部。", "进展情况", "每季度", "25"),
        ("每季度最后一个月20日前报送进展情况。", "进展情况", "每季度", "20"),
        ("每半年末月20日前报送工作信息。", "工作信息", "每半年", "20"),
    ],
)
def test_a_day_of_the_quarter_s_last_month(words: str, name: str, cycle: str, day: str) -> None:
    (duty,) = listed(plain(HEAD + words), "周期任务")
    assert (duty["名称"], duty["周期"], duty["日"]) == (name, cycle, day)


def test_around_a_day_is_no_deadline_and_no_day_of_a_duty() -> None:
    settings = plain(HEAD + "12月4日前后开展宣传活动并报送信息。每年12月4日前后组织宣传。")
    assert "期限" not in settings.data
    assert all("日" not in duty for duty in listed(settings, "周期任务"))


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("云溪县实验中学依法治校创建指标任务书", "云溪县实验中学"),
        ("云溪镇人民政府法治政府建设考评指标说明", "云溪镇人民政府"),
    ],
)
def test_more_words_that_end_a_title(title: str, unit: str) -> None:
    rows = (Row("1", "公开清单。", Place(9, "第9行")),)
    data = plain(title, rows).data
    assert data["体系"] == {"名称": title}
    assert data["单位"] == unit


def _cell(row: int, column: int, text: str, columns: int = 1) -> Cell:
    place = Place(row * 10 + column, f"表!{row}-{column}")
    return Cell(row, column, (Paragraph(text, place),), columns=columns, place=place)


def _sheet(note: str, columns: int) -> Document:
    cells = [_cell(0, 0, "云溪县城管局2022年任务分工表", 3)]
    cells += [_cell(1, at, text) for at, text in enumerate(("序号", "任务", "科室"))]
    cells += [_cell(2, at, text) for at, text in enumerate(("1", "公开清单。", "办公室"))]
    cells.append(_cell(3, 0, note, columns))
    return Document("表.xlsx", (Table(tuple(cells), 3, 4),))


@pytest.mark.parametrize("columns", [1, 3])
def test_a_note_below_the_rows_of_a_table_is_read_as_prose(columns: int) -> None:
    note = "注：佐证材料一式两份，于2022年11月30日前送法规科。"
    row = Row("1", "公开清单。", Place(20, "表!2-0"), used=frozenset({20, 21, 22}))
    settings = read(_sheet(note, columns), Draft((row,), (), frozenset({10, 11, 12})))
    assert settings.data["截止"] == "2022-11-30"
    assert settings.data["默认"] == {"份数": "2"}
    assert 30 in settings.used
    taken = read(_sheet(note, columns), Draft((row,), (), frozenset({10, 11, 12, 30})))
    assert taken.data["截止"] != "2022-11-30"
