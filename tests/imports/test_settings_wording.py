"""Settings from texts of other wording: numerals, half width, other offices, other forms."""

from __future__ import annotations

import pytest
from test_settings import doubts, named, plain, row

from fzjs.models import Campaign

RIVER = """临江市水务局文件
临水〔2022〕17号
临江市水务局关于印发《临江市水务局创建法治政府建设示范单位实施方案》的通知
局属各单位、机关各科室：
现将《临江市水务局创建法治政府建设示范单位实施方案》印发给你们，请遵照执行。
临江市水务局
二〇二二年三月五日
临江市水务局创建法治政府建设示范单位实施方案
一、创建周期
创建周期为2020—2022年，佐证材料按年度整理。
二、实施阶段
第一阶段：宣传发动（2022年3月1日—4月15日）。召开动员会。
第二阶段：组织实施（4月16日至9月30日）。逐项落实，责任科室于6月20日前将工作方案报局法规科。
第三阶段：总结验收（10月上旬至11月底）。全部申报材料截止时间为2022年11月20日。
三、组织保障
（一）加强领导。局成立创建工作领导小组，领导小组下设办公室，办公室设在局法规科，负责日常工作。
（二）严格把关。各科室材料经局法规科审核后上报，一式两份，同时报送电子版。
（三）考核奖惩。未按时报送的，全局通报批评。
（四）定期调度。各科室每月25日前报送工作进度，领导小组每季度召开一次推进会，半年度督查由机关纪委组织。
四、考评
考评方式包括查阅资料、现场查看、个别访谈。情况说明一般不超过800字，最多不超过1500字，标题为《临江市水务局关于×××的情况说明》，标题使用二号方正小标宋简体，正文使用三号仿宋。
"""

HILL = """山阳区司法局
山阳区教育局
2023年9月18日
关于开展依法治校示范区创建工作的实施意见
一、目标
2019年以来的各类档案资料齐全。达到省司法厅制定的依法行政示范指标体系75%以上的,申报省级示范区;满意度达到95%以上。
二、工作步骤
1.启动阶段(2023年9月底前)。印发方案。
2.自评阶段(2023年10月-12月)。各校开展自评,自评报告2024年1月10日前报送区教育局。
3.验收阶段(2024年第一季度)。
三、监督管理
1.年度报告制度。每年3月15日前将上年度法治工作情况报区司法局。
2.动态退出机制。有下列情形之一的撤销称号:(1)发生重大违法行为的;(2)弄虚作假的。
3.复核制度。区司法局每两年组织一次复核。
四、材料要求
材料报送截止日期:2024-02-28。所有材料一式四份,报送纸质版。与本意见不一致的,以本意见为准。
"""


def test_river_dates_and_people() -> None:
    data = plain(RIVER, [row("1", "制定清单", "局法规科"), row("2", "公开", "办公室")]).data
    assert data["单位"] == "临江市水务局"
    assert data["窗口"] == "2020-2022"
    assert data["截止"] == "2022-11-20"
    assert data["创建办"] == "局法规科"
    assert data["体系"] == {
        "名称": "临江市水务局创建法治政府建设示范单位实施方案",
        "文号": "临水〔2022〕17号",
        "来源": "临江市水务局2022年3月5日印发",
    }
    assert data["审核"] == {"科室": "局法规科"}
    assert data["默认"] == {"载体": ["电子"], "份数": "2"}
    assert "待定" not in data
    Campaign.model_validate(data)


def test_river_stages_with_chinese_ordinals() -> None:
    stages = plain(RIVER).data["阶段"]
    assert isinstance(stages, list)
    assert [(s["名称"], s.get("起"), s.get("止")) for s in stages] == [
        ("宣传发动", "2022-03-01", "2022-04-15"),
        ("组织实施", "2022-04-16", "2022-09-30"),
        ("总结验收", "2022-10-01", "2022-11-30"),
    ]


def test_river_duties_deadlines_statement_methods_and_rules() -> None:
    settings = plain(RIVER)
    assert named(settings, "期限") == [("工作方案", "2022-06-20")]
    assert named(settings, "周期任务") == [
        ("半年度督查", "每半年"),
        ("工作进度", "每月", "25"),
        ("推进会", "每季度"),
    ]
    assert settings.data["情况说明"] == {
        "标题": "{单位}关于{事由}的情况说明",
        "字数": {"建议": "800", "上限": "1500"},
        "字体": {"标题": "二号方正小标宋简体", "正文": "三号仿宋"},
    }
    assert settings.data["方法"] == [
        {"名称": "查阅资料"}, {"名称": "现场查看"}, {"名称": "个别访谈"}
    ]  # fmt: skip
    assert named(settings, "监督") == [("考核奖惩",)]


def test_hill_of_two_issuers() -> None:
    settings = plain(HILL)
    assert settings.data["单位"] == "山阳区司法局"
    assert [d.words for d in doubts(settings, "单位未定")] == ["山阳区司法局、山阳区教育局"]
    assert settings.data["窗口"] == "2019-2024"
    assert settings.data["截止"] == "2024-02-28"
    assert named(settings, "期限") == [("自评报告", "2024-01-10")]
    assert named(settings, "达标线") == [("省级示范区", "加省", "75%")]
    assert settings.data["默认"] == {"载体": ["纸质"], "份数": "4"}
    Campaign.model_validate(settings.data)


def test_hill_stages_duties_rules_and_precedence() -> None:
    settings = plain(HILL)
    stages = settings.data["阶段"]
    assert isinstance(stages, list)
    assert [(s["名称"], s.get("起"), s.get("止")) for s in stages] == [
        ("启动阶段", None, "2023-09-30"),
        ("自评阶段", "2023-10-01", "2023-12-31"),
        ("验收阶段", "2024-01-01", "2024-03-31"),
    ]
    assert named(settings, "周期任务") == [
        ("上年度法治工作情况", "每年", "3", "15"),
        ("复核", "每2年"),
    ]
    assert named(settings, "监督") == [("年度报告制度",), ("动态退出机制",), ("复核制度",)]
    assert len(doubts(settings, "优先次序")) == 1


PLACE = "清河县司法局\n2021年6月1日\n清河县司法局法治政府建设示范创建工作方案\n"


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("提供2018年以来的材料。", "2018-2021"),
        ("各项资料收集2017年至2020年的。", "2017-2020"),
        ("提供近三年的佐证材料。", "2019-2021"),
        ("材料覆盖2019-2021年度。", "2019-2021"),
        ("根据《实施纲要（2021—2025年）》，开展创建。", "2021-2025"),
        ("开展创建。", "2021"),
    ],
)
def test_windows(words: str, window: str) -> None:
    assert plain(PLACE + words).data["窗口"] == window


@pytest.mark.parametrize(
    ("words", "cutoff", "assumed"),
    [
        ("全部材料于10月8日前报县司法局。", "2021-10-08", False),
        ("落款日期一律为2021年9月30日以前。", "2021-09-30", False),
        ("材料截止到二〇二一年十二月十五日。", "2021-12-15", False),
        ("一、实施步骤\n（一）自查（6月底前）。\n（二）验收（11月底前）。", "2021-11-30", True),
        ("开展创建。", "2021-12-31", True),
    ],
)
def test_cutoffs(words: str, cutoff: str, assumed: bool) -> None:  # noqa: FBT001  # a case's column
    settings = plain(PLACE + words)
    assert settings.data["截止"] == cutoff
    assert ("截止" in settings.data.get("待定", [])) is assumed  # type: ignore[operator]  # a list


def test_two_cutoffs_disagree() -> None:
    settings = plain(PLACE + "材料于9月1日前报送办公室。\n各类材料10月1日前上报办公室。")
    assert settings.data["截止"] == "2021-10-01"
    assert len(doubts(settings, "期限矛盾")) == 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            "完成国务院部门制定的指标体系90%以上指标，申报国家级示范县。",
            ("国家级示范县", "国家", "90%"),
        ),
        (
            "达到市依法治市办下发的创建指标的70%以上，命名为市级示范乡镇。",
            ("市级示范乡镇", "加市", "70%"),
        ),
        ("创建指标达标率不低于85%的,评为先进单位。", ("先进单位", "国家", "85%")),
    ],
)
def test_thresholds(words: str, line: tuple[str, str, str]) -> None:
    assert named(plain(PLACE + words), "达标线") == [line]


@pytest.mark.parametrize(
    "words",
    [
        "群众满意度达到95%以上。",
        "力争90%以上的乡镇成为示范乡镇。",
        "网上可办率不低于80%，考核指标权重不低于总分值的10%。",
        "未完成60%指标任务的，予以通报。",
    ],
)
def test_other_percentages_are_no_thresholds(words: str) -> None:
    assert "达标线" not in plain(PLACE + words).data


@pytest.mark.parametrize(
    ("words", "hole"),
    [
        ("20__年完成。", "20__"),
        ("由××市负责。", "××市"),
        ("办理??件。", "??件"),
        ("2021年13月5日前。", "2021年13月5日"),
        ("于2020 年618印发。", "2020 年618"),
        ("6月31日前报送。", "6月31日"),
    ],
)
def test_holes(words: str, hole: str) -> None:
    assert hole in "".join(d.words for d in doubts(plain(PLACE + words), "占位"))


def test_quantities_that_disagree_between_row_and_prose() -> None:
    settings = plain(
        PLACE + "重大行政决策合法性审查不少于5个工作日。",
        [row("3", "严格重大行政决策合法性审查不少于7个工作日。")],
    )
    found = doubts(settings, "要求矛盾")
    assert len(found) == 1
    assert "5个工作日" in found[0].words
    assert "7个工作日" in found[0].words


def test_numbers_that_almost_agree() -> None:
    one = "根据《办法》（清法发〔2020〕3号），制定本方案。\n按《办法》（清发法〔2020〕3号）执行。"
    assert len(doubts(plain(PLACE + one), "文号矛盾")) == 1
    other = "根据（清法发〔2020〕3号）和（豫政办〔2020〕3号）文件，制定本方案。"
    assert not doubts(plain(PLACE + other), "文号矛盾")


def test_slips_are_told_and_right_words_left_alone() -> None:
    often = "推进法治政府建设示范创建工作。\n" * 5
    found = doubts(plain(PLACE + often + "推进法洽政府建设示范创建工作。"), "错字")
    assert len(found) == 1
    assert "法洽政府" in found[0].words
    assert not doubts(plain(PLACE + often + "推进市级政府建设。"), "错字")


def test_aliases_of_offices_and_groups() -> None:
    rows = [
        row("1", "甲", "监督指导科", "王某"), row("2", "乙", "监督科", "王某"),
        row("3", "丙", "县财政局"), row("4", "丁", "财政局"), row("5", "戊", "各有关单位"),
    ]  # fmt: skip
    settings = plain(PLACE, rows)
    offices = settings.data["科室"]
    assert isinstance(offices, list)
    assert {"名称": "监督指导科", "别名": ["监督科"], "责任人": "王某"} in offices
    assert {"名称": "县财政局", "别名": ["财政局"]} in offices
    assert {"名称": "各有关单位", "成员": "待定"} in offices
    assert len(doubts(settings, "别名")) == 2
    assert len(doubts(settings, "集合名词")) == 1


def test_methods_near_and_not_in_the_list() -> None:
    words = PLACE + "测评方式主要有网上检索、现场核验和问卷测评等。"
    settings = plain(
        words, [row("1", "甲", methods=("现场核查",)), row("2", "乙", methods=("座谈",))]
    )
    assert settings.data["方法"] == [
        {"名称": "网上检索"}, {"名称": "现场核验", "别名": ["现场核查"]},
        {"名称": "问卷测评"}, {"名称": "座谈"},
    ]  # fmt: skip
    assert [d.words for d in doubts(settings, "方法不在列")] == ["座谈（1处）"]


def test_nobody_reads_a_phone() -> None:
    settings = plain(
        PLACE + "联系人：李某，电话13800000000，材料于9月1日前报送，电话0370-1234567。"
    )
    shown = str(settings.data) + str(settings.doubts)
    assert "13800000000" not in shown
    assert "1234567" not in shown


@pytest.mark.parametrize("text", ["", "静夜思\n床前明月光", "一、\n（一）\n1.", "二〇二一年十三月"])
def test_no_text_raises_and_all_required_keys_are_there(text: str) -> None:
    data = plain(text).data
    assert {"格式", "单位", "窗口", "截止", "创建办", "体系", "科室"} <= set(data)
    Campaign.model_validate(data)


def test_traditional_characters_are_read_and_kept() -> None:
    text = """清河縣司法局法治政府建設示範創建工作方案
清河縣司法局
2021年6月1日
一、實施步驟
（一）動員部署（2021年6月底前）。召開會議。
（二）檢查驗收（2021年11月底前）。組織驗收。
二、監督管理
（一）年度報告制度。每年1月底前報告。"""
    settings = plain(text)
    assert settings.data["单位"] == "清河縣司法局"
    stages = settings.data["阶段"]
    assert isinstance(stages, list)
    assert [(s["名称"], s["止"]) for s in stages] == [
        ("動員部署", "2021-06-30"),
        ("檢查驗收", "2021-11-30"),
    ]
    assert named(settings, "监督") == [("年度報告制度",)]
