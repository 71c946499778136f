"""What stands around items and is none: sign-offs, contacts, closing sentences; edges."""

from __future__ import annotations

import pytest
from itemdocs import document, left, roles

from fzjs.importers.draft import Draft
from fzjs.importers.shapes import bracketed, headed, numbered
from fzjs.importers.words import numbering, owners, persons, phones

PHONE = "0000-" + "0" * 7
MOBILE = "1" + "0" * 10


def read(text: str) -> tuple[Draft, list[str]]:
    """Return the draft of the one shape that claims a text, and the lines left over."""
    whole = document(text)
    claims = [shape for shape in (headed, numbered, bracketed) if shape.matches(whole)]
    assert len(claims) == 1, claims
    draft = claims[0].records(whole)
    return draft, left(whole, draft)


SIGNED = ["岭南市司法局", "2022年4月6日"]
LISTS = [
    "司法局2022年方案\n第1项指标：公布目录。\n责任科室：办公室。\n第2项指标：开展评查。\n责任科室：执法科",
    "岭南市司法局2022年方案\n1.公布目录。\n责任单位：办公室\n2.开展评查。\n责任单位：执法科",
    "岭南市司法局2022年要点\n1.公布目录。（办公室）\n2.开展评查。（执法科）",
    "司法局2022年要点\n1.公布目录。（办公室负责）\n2.开展评查。（执法科负责）",
]


@pytest.mark.parametrize("text", LISTS)
@pytest.mark.parametrize(
    "tail",
    [
        SIGNED,
        ["岭南市司法局（盖章）", "二〇二二年四月六日"],
        ["岭南市司法局　　2022年4月6日"],
        ["岭南市普法协调小组办公室", "岭南市司法局", "2022 年 4 月 6 日"],
        ["各科室要于2022年11月底前将总结报办公室。", *SIGNED],
        ["本方案自印发之日起施行，各科室每月25日前报送进展。"],
        [f"联系人：某甲，电话：{PHONE}。"],
        [f"请各单位于2022年12月15日前报送总结。联系人：某甲，电话：{PHONE}。"],
        [*SIGNED, "抄送：市委依法治市办。"],
    ],
)
def test_what_follows_the_last_owner_is_no_item(text: str, tail: list[str]) -> None:
    draft, rest = read("\n".join([text, *tail]))
    assert [roles(row) for row in draft.rows] == [["办公室 责任"], ["执法科 责任"]]
    assert [row.text or row.title for row in draft.rows] == ["公布目录。", "开展评查。"]
    assert rest[-len(tail) :] == tail


def test_a_list_of_offices_is_not_signed_by_its_last() -> None:
    draft, _ = read(
        "岭南市司法局2022年方案\n1.公布目录。\n责任单位：办公室、\n执法科\n"
        "2.开展评查。\n责任单位：\n岭南市司法局\n2022年4月6日"
    )
    assert roles(draft.rows[0]) == ["办公室 责任", "执法科 责任"]
    assert roles(draft.rows[1]) == ["岭南市司法局 责任"]


def test_a_body_to_all_under_the_owners_stays() -> None:
    draft, _ = read(
        "1.学法\n责任单位：法规科\n各科室每年组织学法不少于4次。\n"
        "2.普法\n责任单位：宣传科\n各科室全年开展普法不少于2次。\n本方案自印发之日起施行。"
    )
    assert "各科室每年组织学法不少于4次。" in f"{draft.rows[0].title}{draft.rows[0].text}"
    assert "各科室全年开展普法不少于2次。" in f"{draft.rows[1].title}{draft.rows[1].text}"
    assert "施行" not in draft.rows[1].text


def test_whom_to_ask_is_no_person_in_charge() -> None:
    draft, rest = read(
        f"1.公布目录。\n责任单位：办公室\n联系人：某甲\n2.开展评查。\n"
        f"责任单位：执法科，联系人：某乙，电话：{PHONE}"
    )
    assert [row.persons for row in draft.rows] == [(), ()]
    assert all(owner.person == "" for row in draft.rows for owner in row.owners)
    assert "联系人：某甲" in rest
    assert any("某乙" in doubt.words for doubt in draft.doubts)


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        (f"某甲 {MOBILE}", "某甲"),
        (f"某甲{MOBILE}", "某甲"),
        (f"某甲（电话：{PHONE}）", "某甲"),
        (f"某甲（{MOBILE}）、某乙（{PHONE}）", "某甲、某乙"),
        ("12345热线中心", "12345热线中心"),
        ("2022年", "2022年"),
    ],
)
def test_a_telephone_number_is_nobodys_name(printed: str, kept: str) -> None:
    assert phones.without(printed) == kept
    assert persons.split([printed]) == tuple(kept.split("、"))


def test_numbers_leave_the_row() -> None:
    draft, _ = read(
        f"1.公布。\n责任单位：办公室\n责任人：某甲 {MOBILE}\n2.评查。\n责任单位：执法科"
    )
    assert draft.rows[0].persons == ("某甲",)
    assert draft.rows[0].owners[0].person == "某甲"
    assert any(doubt.assumed == "号码没有录入" for doubt in draft.doubts)


@pytest.mark.parametrize(
    ("printed", "office", "person"),
    [
        ("法规科（责任人：孙某）", "法规科", "孙某"),
        ("登记中心(负责人丁某某)", "登记中心", "丁某某"),
        ("党校（行政学院）", "党校（行政学院）", ""),
        ("法规科（联系人：孙某）", "法规科", ""),
    ],
)
def test_a_person_in_brackets_belongs_to_the_office(printed: str, office: str, person: str) -> None:
    found = owners.read([f"{printed}、办公室"])
    assert [(one.office, one.person) for one in found.owners] == [(office, person), ("办公室", "")]


def test_the_declaration_is_obeyed_and_quoted() -> None:
    said = "以下任务排在第一位的为牵头单位，其他为配合单位。"
    draft, _ = read(f"{said}\n1.公布目录。（办公室、执法科）\n2.评查。（执法科、法规科）")
    assert roles(draft.rows[0]) == ["办公室 牵头", "执法科 配合"]
    assert [doubt.words for doubt in draft.doubts if doubt.kind == "推断牵头"] == [said]
    other = "列第一位的为牵头单位，其他按职责分工负责。"
    draft, _ = read(f"{other}\n1.公布目录。（办公室、执法科）\n2.评查。（执法科、法规科）")
    assert roles(draft.rows[0]) == ["办公室 牵头", "执法科 责任"]


@pytest.mark.parametrize("words", ["12345热线诉求24小时内转办。", "20个工作日内办结。"])
def test_an_item_may_begin_with_digits(words: str) -> None:
    draft, _ = read(f"1.建档。（办公室负责）\n2.{words}（信访科负责）\n3.编制指南。（法规科负责）")
    assert [row.number for row in draft.rows] == ["1", "2", "3"]
    assert draft.rows[1].text == words
    assert roles(draft.rows[1]) == ["信访科 责任"]


def test_a_decimal_opens_nothing() -> None:
    assert numbering.expected("2.5万件以上", 3) is None
    assert numbering.expected("2.5.1评查", 2) is None
    draft, _ = read("1.建档。全年\n2.5万件以上。（办公室负责）\n3.编制指南。（法规科负责）")
    assert [row.number for row in draft.rows] == ["1", "3"]


@pytest.mark.parametrize("label", ["验证材料", "印证要件", "台账资料", "交付成果", "需报材料"])
def test_labels_of_materials(label: str) -> None:
    draft, _ = read(
        f"第1项指标：健全规则\n【考评内容】每年4次。\n【{label}】会议记录\n【责任单位】办公室\n"
        f"第2项指标：合法性审查\n工作要求：应审尽审。\n{label}：\n1.会议记录\n2.审查意见书\n责任部门：法规科"
    )
    assert [row.materials for row in draft.rows] == [
        ("会议记录",),
        ("1.会议记录", "2.审查意见书"),
    ]
    assert draft.rows[0].text == "每年4次。"
