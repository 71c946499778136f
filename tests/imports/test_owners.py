"""Who answers: offices, roles, persons, group nouns, and what stays uncertain."""

from __future__ import annotations

import pytest

from fzjs.importers.document import Place
from fzjs.importers.words import aliases, owners

ANSWER, LEAD, HELP = "责任", "牵头", "配合"

UNUSUAL = ("市纪委监委机关", "团市委", "市工商联")

CASES = [
    ("政策法规科。", [("政策法规科", ANSWER)]),
    ("办公室、人事科；财务科", [("办公室", ANSWER), ("人事科", ANSWER), ("财务科", ANSWER)]),
    (
        "财务科、相关责任科室与二级机构。",
        [("财务科", ANSWER), ("相关责任科室", ANSWER), ("二级机构", ANSWER)],
    ),
    (
        "法规科;各县(市、区)按职责分工分别负责。",
        [("法规科", ANSWER), ("各县(市、区)", ANSWER)],
    ),
    (
        "县(市、区),市政府办、司法局",
        [("县(市、区)", ANSWER), ("市政府办", ANSWER), ("司法局", ANSWER)],
    ),
    ("普法与依法治理科", [("普法与依法治理科", ANSWER)]),
    (
        "市发展和改革委员会和财政局",
        [("市发展和改革委员会", ANSWER), ("财政局", ANSWER)],
    ),
    ("党校(行政学院)、司法局", [("党校(行政学院)", ANSWER), ("司法局", ANSWER)]),
    ("法制科牵头，办公室配合", [("法制科", LEAD), ("办公室", HELP)]),
    ("县司法局（牵头）、县财政局", [("县司法局", LEAD), ("县财政局", ANSWER)]),
    (
        "牵头单位：区司法局；配合单位：区财政局、区教育局",
        [("区司法局", LEAD), ("区财政局", HELP), ("区教育局", HELP)],
    ),
    ("牵头单位:区司法局 配合单位:区财政局", [("区司法局", LEAD), ("区财政局", HELP)]),
    (
        "由区政府办牵头，区司法局、区财政局按职责分工负责",
        [("区政府办", LEAD), ("区司法局", ANSWER), ("区财政局", ANSWER)],
    ),
    ("（区司法局、区委编办负责）", [("区司法局", ANSWER), ("区委编办", ANSWER)]),
    ("区司法局负责，各镇（街道）配合", [("区司法局", ANSWER), ("各镇（街道）", HELP)]),
    ("区政府办牵头,区编办承办", [("区政府办", LEAD), ("区编办", ANSWER)]),
    ("区司法局会同区财政局负责", [("区司法局", ANSWER), ("区财政局", HELP)]),
    ("区教育局（牵头，区财政局配合）", [("区教育局", LEAD), ("区财政局", HELP)]),
    ("甲局、乙局、丙局（共同负责）", [("甲局", ANSWER), ("乙局", ANSWER), ("丙局", ANSWER)]),
    ("[甲局、乙局]", [("甲局", ANSWER), ("乙局", ANSWER)]),
    ("政 治 部", [("政治部", ANSWER)]),
    ("甲局负责牵头，乙局负责配合，持续推进", [("甲局", LEAD), ("乙局", HELP)]),
    ("市纪委监委机关、团市委、市工商联", [(name, ANSWER) for name in UNUSUAL]),
    ("办公室 人事科", [("办公室", ANSWER), ("人事科", ANSWER)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offices_and_roles(text: str, expected: list[tuple[str, str]]) -> None:
    found = owners.read([text])
    assert [(owner.office, owner.role) for owner in found.owners] == expected
    assert not found.note


def _whys(*cells: str, persons: tuple[str, ...] = ()) -> dict[str, str]:
    return dict(owners.read(cells, persons).uncertain)


def test_a_sentence_is_a_note() -> None:
    words = "如有所列情形发生，依法依规依纪追究相关单位责任。"
    found = owners.read([words])
    assert found.owners == ()
    assert found.note == words
    (doubt,) = owners.doubts(found, Place(3, "第4行"), "减分项1")
    assert (doubt.kind, doubt.words, doubt.about) == ("责任说明", words, "减分项1")


def test_nothing_named_is_a_doubt_and_no_office() -> None:
    found = owners.read(["—"])
    assert (found.owners, found.note) == ((), "")
    assert found.uncertain[0][1].startswith("没有写明")


def test_lines_and_a_broken_name() -> None:
    assert [o.office for o in owners.read(["办公室", "人事科"]).owners] == ["办公室", "人事科"]
    assert [o.office for o in owners.read(["行政审批管\n理科"]).owners] == ["行政审批管理科"]


def test_first_leads_only_where_declared_and_unsaid() -> None:
    declared = owners.read(["甲局、乙局"], first_leads=True).owners
    assert [owner.role for owner in declared] == [LEAD, ANSWER]
    said = owners.read(["甲局、乙局牵头，丙局配合"], first_leads=True).owners
    assert [owner.role for owner in said] == [LEAD, LEAD, HELP]
    assert {owner.role for owner in owners.read(["甲局、乙局"]).owners} == {ANSWER}


def test_a_role_for_the_whole_cell() -> None:
    found = owners.read(["甲局、乙局"], role=HELP).owners
    assert {owner.role for owner in found} == {HELP}


def test_persons_pair_by_position_or_not_at_all() -> None:
    pairs = owners.read(["法制科牵头，办公室配合"], ["王某戊", "李 某"]).owners
    assert [owner.person for owner in pairs] == ["王某戊", "李某"]
    uneven = owners.read(["办公室"], ["王某、李某"])
    assert uneven.owners[0].person == ""
    assert dict(uneven.uncertain)["王某、李某"].startswith("人数不等")


def test_a_bare_peer_may_lack_its_prefix() -> None:
    whys = _whys("市市场监督管理局、政府办")
    assert "市政府办" in whys["政府办"]
    assert "市委依法治市办" in _whys("市委组织部、依法治市办")["依法治市办"]
    assert not _whys("市场监管局、公安局")
    assert not _whys("市司法局,财政局")


def test_guesses_are_uncertain() -> None:
    assert _whys("党委和政府督查室")["党委和政府督查室"].startswith("切分存疑")
    assert "集合名词" in _whys("公安局、司法局等部门负责")["司法局等部门"]
    assert _whys("法规、财务科")["法规"].startswith("切分存疑")
    assert _whys("区府办、各镇，司法局牵头")["区府办"].startswith("推断牵头")
    assert _whys("甲局、甲局")["甲局"].startswith("切分存疑")


@pytest.mark.parametrize(
    "name",
    [
        "相关责任科室",
        "各有关部门",
        "各行政执法机关",
        "县(市、区)",
        "各县（市、区）",
        "相关机关科室",
        "二级机构",
        "机关各科室",
        "局属各单位",
        "文件起草各科室",
        "市直各部门",
        "各成员单位",
    ],
)
def test_group_nouns(name: str) -> None:
    assert owners.is_group(name)
    assert dict(owners.read([name]).uncertain)[name].startswith("集合名词")


@pytest.mark.parametrize(
    "name",
    [
        "办公室",
        "机关党委",
        "直属机关工委",
        "市政府办",
        "市人民政府",
        "市纪委监委机关",
        "党校(行政学院)",
        "街道办",
    ],
)
def test_offices_are_no_group_nouns(name: str) -> None:
    assert not owners.is_group(name)


def test_aliases_in_one_document() -> None:
    names = ["机关纪委", "办公室", "纪委", "基层工作指导科", "基层科", "人事科", "各科室"]
    assert aliases.pairs(names) == [("纪委", "机关纪委"), ("基层科", "基层工作指导科")]


@pytest.mark.parametrize("text", ["", "（" * 5000, "A局和" * 5000, "按职责分工" * 5000, "、，；"])
def test_hostile_cells_do_not_raise(text: str) -> None:
    owners.read([text, text], [text])
