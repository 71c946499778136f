"""Wordings of items that real plans have: each was once read wrongly by one of the shapes."""

from __future__ import annotations

import pytest
from itemdocs import document, kinds, left, lost, roles

from fzjs.importers.draft import Draft
from fzjs.importers.shapes import bracketed, headed, numbered
from fzjs.importers.words import numbering, persons, timing


def read(text: str) -> Draft:
    """Return the draft of the one shape that claims a text."""
    whole = document(text)
    claims = [shape for shape in (headed, numbered, bracketed) if shape.matches(whole)]
    assert len(claims) == 1, claims
    draft = claims[0].records(whole)
    assert lost(whole, draft) == []
    return draft


def test_a_clause_after_a_comma_says_who_answers() -> None:
    draft = read(
        "1．执法人员每年培训不少于40学时，由市司法局牵头，各行政执法部门按职责分工负责。\n"
        "2．做好信访工作。法规股、信访办按职责分工负责。"
    )
    assert [row.text for row in draft.rows] == ["执法人员每年培训不少于40学时", "做好信访工作。"]
    assert draft.rows[0].offices == ("由市司法局牵头，各行政执法部门按职责分工负责。",)
    assert roles(draft.rows[0]) == ["市司法局 牵头", "各行政执法部门 责任"]
    assert roles(draft.rows[1]) == ["法规股 责任", "信访办 责任"]


@pytest.mark.parametrize("pair", ["［］", "[]", "【】", "〔〕", "〈〉", "()", "（）"])
def test_every_bracket_is_one(pair: str) -> None:
    opening, closing = pair
    draft = read(
        f"1.推行监管。{opening}市场局牵头，发改委、公安局配合{closing}\n"
        f"2.公示{opening}试行{closing}结果{opening}市场局、各县（市、区）政府{closing}"
    )
    assert [(row.title, row.text) for row in draft.rows] == [
        ("", "推行监管。"),
        ("", f"公示{opening}试行{closing}结果"),
    ]
    assert roles(draft.rows[0]) == ["市场局 牵头", "发改委 配合", "公安局 配合"]
    assert roles(draft.rows[1]) == ["市场局 责任", "各县（市、区）政府 责任"]


def test_what_names_nobody_stays_in_the_text() -> None:
    saying = "完善党委领导、政府负责、社会协同、公众参与的治理格局，政府负责。"
    draft = read(f"1.{saying}（法规科）\n2.{saying}\n3.公示清单（法规科）")
    assert draft.rows[1].text == saying
    assert draft.rows[1].owners == ()


def test_a_time_in_the_bracket_goes_to_the_text() -> None:
    draft = read(
        "1.公布目录。（司法局牵头，2024年6月底前完成）\n"
        "2.开展培训，由司法局会同人社局负责，6月底和12月底前各完成一次。\n"
        "3.规范检查。（市场局、应急局等按职责分工负责，持续推进）"
    )
    assert [row.text for row in draft.rows] == [
        "公布目录。\n2024年6月底前完成",
        "开展培训\n6月底和12月底前各完成一次",
        "规范检查。\n持续推进",
    ]
    assert [roles(row) for row in draft.rows] == [
        ["司法局 牵头"],
        ["司法局 责任", "人社局 配合"],
        ["市场局 责任", "应急局 责任"],
    ]
    assert "责任说明" not in kinds(draft)


def test_times() -> None:
    for words in ("2024年6月底前完成", "长期坚持", "第三季度", "6月底前", "2024.6.30前"):
        assert timing.is_time(words), words
    for words in ("市司法局", "一把手", "年度考核科", "完成", "办公室"):
        assert not timing.is_time(words), words
    assert timing.cut("市司法局（2024年底前）") == ("市司法局", ("2024年底前",))
    assert timing.cut("党校（行政学院）、司法局") == ("党校（行政学院）、司法局", ())


def test_labels_set_off_by_space_or_alone() -> None:
    draft = read(
        "1、健全清单\n工作要求    编制清单，每年公布：含依据。\n责任单位    法规科、审批科\n"
        "责任领导　副局长张某某　完成时间　4月底前\n"
        "2、规范执法\n工作内容\n落实三项制度。\n责任单位\n执法大队\n完成时间\n长期"
    )
    first, second = draft.rows
    assert (first.title, first.text) == (
        "健全清单",
        "编制清单，每年公布：含依据。\n完成时间 4月底前",
    )
    assert (second.title, second.text) == ("规范执法", "落实三项制度。\n完成时间\n长期")
    assert first.offices == ("法规科、审批科",)
    assert first.persons == ("副局长张某某",)
    assert roles(second) == ["执法大队 责任"]


def test_a_label_of_leading_on_a_line_of_its_own() -> None:
    draft = read("1.普法\n牵头单位\n法规股\n配合单位\n各股室、\n所属单位\n2.学法\n牵头单位 办公室")
    assert draft.rows[0].offices == ("牵头单位", "法规股")
    assert roles(draft.rows[0]) == ["法规股 牵头", "各股室 配合", "所属单位 配合"]
    assert draft.rows[1].offices == ("牵头单位 办公室",)
    assert roles(draft.rows[1]) == ["办公室 牵头"]


def test_boxed_labels_follow_one_another() -> None:
    draft = read("1.审计【牵头单位】审计局【配合单位】财政局、纪委机关\n2.复议【责任单位】司法局")
    assert roles(draft.rows[0]) == ["审计局 牵头", "财政局 配合", "纪委机关 配合"]
    assert [row.text for row in draft.rows] == ["审计", "复议"]


def test_items_run_together_are_parted() -> None:
    draft = read(
        "一、决策\n1.完善程序（办公室负责）。2.落实听证，公开率100%（司法局、各部门负责）；"
        "3.健全论证（科技局牵头，各县（市、区）政府配合）。\n4.法律顾问（司法局负责）"
    )
    assert [row.number for row in draft.rows] == ["1", "2", "3", "4"]
    assert [row.text for row in draft.rows] == [
        "完善程序。",
        "落实听证，公开率100%；",
        "健全论证。",
        "法律顾问",
    ]
    assert roles(draft.rows[2]) == ["科技局 牵头", "各县（市、区）政府 配合"]
    assert "切分存疑" not in kinds(draft)


def test_a_heading_and_its_items_in_one_paragraph() -> None:
    draft = read("（一）健全制度。1.定清单（法规科负责）。2.定流程（办公室负责）。")
    assert [(row.number, row.level1) for row in draft.rows] == [
        ("1", "（一）健全制度。"),
        ("2", "（一）健全制度。"),
    ]


def test_one_line_answers_for_all_above_it() -> None:
    draft = read(
        "一、制度\n1.管理文件。\n2.清理文件。\n以上任务由司法局牵头，各部门配合。\n"
        "二、执法\n3.三项制度。\n4.案卷评查。\n（以上工作由司法局牵头，市场局配合）"
    )
    assert [row.number for row in draft.rows] == ["1", "2", "3", "4"]
    assert {tuple(roles(row)) for row in draft.rows[:2]} == {("司法局 牵头", "各部门 配合")}
    assert {tuple(roles(row)) for row in draft.rows[2:]} == {("司法局 牵头", "市场局 配合")}
    shared = [doubt for doubt in draft.doubts if doubt.kind == "共用上行"]
    assert [doubt.about for doubt in shared] == ["2", "4"]


def test_a_list_below_the_bracket_belongs_to_its_item() -> None:
    draft = read(
        "3.落实程序。（法规科，配合科室：各科室）\n（1）编目录；\n（2）做审查。\n"
        "4.推行三项制度。\n（1）公示；\n（2）审核。（执法队、法规科）"
    )
    assert [row.number for row in draft.rows] == ["3", "4"]
    assert draft.rows[0].text == "（1）编目录；\n（2）做审查。"
    assert roles(draft.rows[1]) == ["执法队 责任", "法规科 责任"]


def test_sections_of_aim_and_measures() -> None:
    """`目标：`, `措施：` under （一）, then items; in the last section （一） has a bracket."""
    whole = document(
        "二、任务\n（一）履职\n目标：转变职能。\n措施：\n1. 改革审批。（政务局牵头，各部门配合）\n"
        "2. 推行清单。（编办负责）\n（二）制度\n目标：提高质量。\n措施：\n"
        "3. 管理文件。（司法局负责）\n"
        "三、保障\n（一）加强领导。发挥作用。（各县（市、区）党委和政府负责）"
    )
    draft = bracketed.records(whole)
    assert headed.matches(whole) == 0
    assert [row.number for row in draft.rows] == ["1", "2", "3", "（一）"]
    assert [row.level2 for row in draft.rows] == ["（一）履职", "（一）履职", "（二）制度", ""]
    assert roles(draft.rows[3]) == ["各县（市、区）党委和政府 责任"]
    assert [words[:2] for words in left(whole, draft)] == ["目标", "措施", "目标", "措施"]


def test_titles_without_numbers() -> None:
    draft = read(
        "云溪县龙泉街道2024年任务分工\n推进依法行政\n编制清单。\n责任科室：党政办、司法所\n"
        "规范执法程序\n落实三项制度。\n责任科室：执法队\n责任领导：党工委委员、副主任王某某"
    )
    assert [(row.number, row.title, row.text) for row in draft.rows] == [
        ("1", "推进依法行政", "编制清单。"),
        ("2", "规范执法程序", "落实三项制度。"),
    ]
    assert draft.rows[1].owners[0].person == "党工委委员、副主任王某某"
    assert "编号缺漏" in kinds(draft)


def test_doubts_name_the_final_number() -> None:
    draft = read(
        "一、履职\n（一）优化环境。\n责任单位：各部门\n二、制度\n（一）管理文件。\n责任单位：各乡镇\n"
        "（二）清理文件。\n责任单位：司法局、财政局"
    )
    assert [row.number for row in draft.rows] == ["一、（一）", "二、（一）", "二、（二）"]
    assert {doubt.about for doubt in draft.doubts} <= {row.number for row in draft.rows}
    assert len(draft.doubts) >= 4


def test_traditional_characters_are_kept() -> None:
    draft = read(
        "第一項指標：權責清單\n測評方式：網絡檢索\n牽頭單位：縣司法局\n配合單位：各部門\n"
        "第二項指標：政務公開\n測評方式：材料審查\n牽頭單位：縣政府辦公室"
    )
    assert [row.number for row in draft.rows] == ["第一項指標", "第二項指標"]
    assert draft.rows[0].methods == ("網絡檢索",)
    assert roles(draft.rows[0]) == ["縣司法局 牵头", "各部門 配合"]
    ends = read(
        "1.合法性審查。（縣政府辦公室、縣司法局負責）\n2.清理。（縣司法局牽頭，各部門配合）"
    )
    assert roles(ends.rows[1]) == ["縣司法局 牵头", "各部門 配合"]
    assert numbering.lead("第三項任務：學法") == ("第N项", 3, "第三項任務", "學法")


def test_a_report_of_what_was_done_is_no_plan() -> None:
    text = (
        "关于2023年法治政府建设情况的报告\n1.开展检查40次（法规科、安全科共同完成）。\n"
        "2.普法20场（德育科牵头组织）。"
    )
    for shape in (headed, numbered, bracketed):
        assert shape.matches(document(text)) == 0
    plan = text.replace("情况的报告", "任务的通知")
    assert bracketed.matches(document(plan)) == 2


def test_starred_numbers_among_the_plain_ones() -> None:
    draft = read(
        "一、履职\n★1.纳入清单。\n负责科室：许可科\n2.双随机。\n负责科室：信用科\n★3.投诉。\n"
        "负责科室：消保科\n二、执法\n4.公示。\n负责科室：执法队"
    )
    assert [row.number for row in draft.rows] == ["★1", "2", "★3", "4"]
    assert "编号缺漏" not in kinds(draft)


def test_tasks_without_a_method_are_the_text() -> None:
    draft = read(
        "任务一：完善机制\n工作措施：1.修订规则；2.每年评查1次。\n责任处室：法规处\n"
        "任务二：规范行为\n工作措施：全员持证。\n责任处室：执法处"
    )
    assert [(row.title, row.text, row.tasks) for row in draft.rows] == [
        ("完善机制", "1.修订规则；2.每年评查1次。", ()),
        ("规范行为", "全员持证。", ()),
    ]


def test_a_bracket_broken_at_the_end_of_a_line() -> None:
    whole = document(
        "1.管理文件，审核率100%。（县\n司法局牵头，各部门配合）\n2.复议。（县司法局\n负责）"
    )
    draft = bracketed.records(whole)
    assert [row.offices for row in draft.rows] == [
        ("（县司法局牵头，各部门配合）",),
        ("（县司法局负责）",),
    ]
    assert left(whole, draft) == []


def test_articles_before_the_first_item_are_no_gap() -> None:
    draft = read(
        "第一章　总则\n第一条　为推进工作，制定本细则。\n第二章　任务\n"
        "第二条　健全清单，责任股室：法规股。\n第三条　公示执法。责任股室：执法大队。\n"
        "第三章　附则\n第四条　本细则由法规股负责解释。"
    )
    assert [row.number for row in draft.rows] == ["第二条", "第三条"]
    assert [row.text for row in draft.rows] == ["健全清单", "公示执法。"]
    assert "编号缺漏" not in kinds(draft)


def test_persons_with_their_posts() -> None:
    assert persons.split(["党组成员、副局长李某某。"]) == ("党组成员、副局长李某某",)
    assert persons.split(["副局长张某某、大队长李某某"]) == ("副局长张某某", "大队长李某某")


def test_items_of_two_depths() -> None:
    draft = read(
        "（一）执法。\n1.检查。牵头单位：市场局、环境局、应急局（按职责分工负责）\n"
        "2.首违不罚。牵头单位：司法局；配合单位：各部门\n（二）审计。\n牵头单位：审计局"
    )
    assert [row.number for row in draft.rows] == ["1", "2", "（二）"]
    assert [row.level1 for row in draft.rows] == ["（一）执法。", "（一）执法。", ""]
    assert roles(draft.rows[0]) == ["市场局 牵头", "环境局 牵头", "应急局 牵头"]
    assert roles(draft.rows[2]) == ["审计局 牵头"]


def test_sentences_with_owners_of_their_own_stay_one_item() -> None:
    draft = read(
        "（一）学法。\n责任单位：办公室\n（二）审计。\n责任单位：审计局\n"
        "（三）执法。\n1.检查。责任单位：市场局\n2.首违不罚。责任单位：司法局"
    )
    assert [row.number for row in draft.rows] == ["（一）", "（二）", "（三）"]
    assert roles(draft.rows[2]) == ["市场局 责任", "司法局 责任"]
    assert "切分存疑" in kinds(draft)


def test_words_with_a_number_of_two_parts() -> None:
    assert numbering.lead("任务1.2 使用率100%") == ("任务N", 2, "任务1.2", "使用率100%")
    draft = read("任务1.1 审核。\n责任单位：法制科\n任务1.2 记录。\n责任单位：督察科")
    assert [row.number for row in draft.rows] == ["任务1.1", "任务1.2"]


def test_the_first_line_is_the_papers_title() -> None:
    draft = read("云溪县重点工作\n◆健全制度\n责任股室：执法大队\n◆加强普法\n责任股室：法规股")
    assert [row.text for row in draft.rows] == ["◆健全制度", "◆加强普法"]
    assert [row.title for row in draft.rows] == ["", ""]


def test_others_and_peers_before_a_connective() -> None:
    draft = read(
        "1.乡村（县司法局、县民政局、县农业局等部门和各乡镇人民政府负责）\n2.复议（县司法局负责）"
    )
    names = [owner.office for owner in draft.rows[0].owners]
    assert names == ["县司法局", "县民政局", "县农业局", "各乡镇人民政府"]
    assert "别名" not in kinds(draft)
