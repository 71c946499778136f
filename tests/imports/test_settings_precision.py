"""What settings say once, quote shortly, and do not suspect; and how long a long table takes."""

from __future__ import annotations

import re
import time

import pytest
from test_settings import SOURCE, doubts, plain, row

from fzjs.importers.document import Cell, Document, Doubt, Paragraph, Place, Table
from fzjs.importers.draft import Draft, Owner, Row
from fzjs.importers.settings import misspelt, read, repeated

PLACE = "清河县司法局\n2021年6月1日\n清河县司法局法治政府建设示范创建工作方案\n"
HERE = Place(3, "第4行")


def shape_doubt(kind: str, words: str, **more: object) -> Doubt:
    return Doubt(HERE, kind, words, "先单列", "没有写明", "1")._replace(**more)  # type: ignore[arg-type]  # fields by name


def test_a_shape_and_the_settings_say_a_thing_once() -> None:
    rows = [row("1", "甲", "各有关部门"), row("2", "乙", "县财政局"), row("3", "丙", "财政局")]
    own = plain(PLACE, rows).doubts
    kept = [
        shape_doubt("集合名词", "各有关乡镇"),
        shape_doubt("集合名词", "各有关部门", ruling=True),
        shape_doubt("推断牵头", "各有关部门"),
    ]
    told = [shape_doubt("集合名词", "各有关部门"), shape_doubt("别名", "财政局")]
    kept.append(shape_doubt("集合名词", "各有关部门、各有关乡镇"))
    told.append(shape_doubt("别名", "财政局、县财政局"))
    assert repeated([*told, *kept], own) == tuple(kept)
    assert repeated(told, ()) == tuple(told)


def test_the_settings_count_the_rows_of_a_group_noun() -> None:
    rows = [row(str(n), "甲", "各有关部门") for n in range(3)]
    assert [d.words for d in doubts(plain(PLACE, rows), "集合名词")] == ["各有关部门（3条）"]


SLIPS = {
    "hegang": ["法洽政府建", "煤体"],
    "pingdingshan": ["创造领导小"],
    "wuzhong": [],
    "puyang": ["负责治政府", "跟综", "范市创工作"],
}


@pytest.mark.parametrize("name", SLIPS)
def test_only_true_slips_of_the_sources_are_suspected(name: str) -> None:
    document, _ = SOURCE[name]()
    assert [slip.words for slip in misspelt.find(document)] == SLIPS[name]


@pytest.mark.parametrize(
    "words", ["对不足进行整改。", "保存历史记录。", "负责人带头发声。", "依法行整体之权。"]
)
def test_pairs_across_two_words_are_no_slips(words: str) -> None:
    common = "依法行政工作，行政执法，整改到位，执行决定，落实记录，"
    common += "记录在案，发生变化，安全生产，生产生活，发展规划。\n"
    text = PLACE + common * 4 + words
    assert not doubts(plain(text), "错字")


LONG = (
    "县委依法治县办每季度通报一次进展，各乡镇、各部门要把法治政府建设摆在全局工作的重要位置来抓，"
    "主要负责人要亲自部署重要工作，各单位于11月30日前将工作总结报县司法局，"
    "县司法局汇总以后报县委、县政府研究，并按规定向社会公开，接受群众监督和评议。"
)


def test_a_quote_is_the_clause_and_verbatim() -> None:
    data = plain(f"{PLACE}一、要求\n{LONG}").data
    limits, duties = data["期限"], data["周期任务"]
    assert isinstance(limits, list)
    assert isinstance(duties, list)
    assert "各单位于11月30日前将工作总结报县司法局，" in limits[0]["出处"]
    assert "每季度通报一次进展，" in duties[0]["出处"]
    for each in (*limits, *duties):
        quote = re.fullmatch("一、要求“(.+)”", each["出处"])
        assert quote
        assert quote[1] in LONG
        assert len(quote[1]) <= 60


@pytest.mark.parametrize("name", SOURCE)
def test_quotes_of_the_sources_are_in_them(name: str) -> None:
    document, draft = SOURCE[name]()
    text = "\n".join([*(p.text for p in document.paragraphs()), *(r.text for r in draft.rows)])
    text += "\n".join(task.text for r in draft.rows for task in r.tasks)
    data = read(document, draft).data
    for key in ("期限", "周期任务", "达标线"):
        found = data.get(key, [])
        assert isinstance(found, list)
        for each in found:
            told = each["出处"]
            cuts = [m.start() for m in re.finditer("“", told)]
            assert any(_printed(told[:cut], told[cut + 1 : -1], text) for cut in cuts), told


def _printed(head: str, quote: str, text: str) -> bool:
    item = re.fullmatch(r"指标.{1,6}|第.{1,4}项指标|★.{1,4}", head)
    return bool(item or head in text) and quote in text


@pytest.mark.parametrize(
    ("seat", "offices", "runs"),
    [
        ("市司法局", ("市公安局", "市司法局"), "市司法局"),
        ("司法局", ("市公安局", "市司法局"), "市司法局"),
        ("我市司法局", ("市公安局", "市司法局"), "市司法局"),
        ("局法规科", ("办公室", "法规科"), "法规科"),
        ("局法规科", ("办公室", "局法规科"), "局法规科"),
        ("市司法局", ("市公安局",), "市司法局"),
        ("司法局", ("甲区司法局", "乙区司法局"), "司法局"),
    ],
)
def test_the_coordinator_is_the_listed_office(
    seat: str, offices: tuple[str, ...], runs: str
) -> None:
    rows = [row(str(at), "甲", name) for at, name in enumerate(offices)]
    settings = plain(f"{PLACE}领导小组办公室设在{seat}，负责日常工作。", rows)
    assert settings.data["创建办"] == runs
    listed = settings.data["科室"]
    assert isinstance(listed, list)
    assert runs in [office["名称"] for office in listed]
    assert "创建办" not in settings.data["待定"]  # type: ignore[operator]  # a list


def test_a_bare_verb_is_no_name_of_a_deadline() -> None:
    limits = plain(f"{PLACE}一、要求\n各街镇、各部门要在2021年12月底前完成。").data["期限"]
    assert isinstance(limits, list)
    assert [x["名称"] for x in limits] == ["各街镇、各部门要在2021年12月底前完成"]


def test_who_gets_the_reports_may_run_the_campaign_but_is_told() -> None:
    settings = plain(f"{PLACE}自查报告于12月10日前报县司法局。")
    assert settings.data["创建办"] == "县司法局"
    assert any("收材料的科室" in d.why for d in settings.doubts if d.about == "创建办")


def test_material_handed_in_is_an_assumed_cutoff_unless_all_of_it() -> None:
    some = plain(f"{PLACE}自查报告和相关材料于2021年10月8日前报送法规科。")
    whole = plain(f"{PLACE}全部材料于2021年10月8日前报送法规科。")
    assert some.data["截止"] == whole.data["截止"] == "2021-10-08"
    assert "截止" in some.data["待定"]  # type: ignore[operator]  # a list
    assert "截止" not in whole.data["待定"]  # type: ignore[operator]  # a list


def test_a_table_of_five_thousand_rows_takes_a_second() -> None:
    """Twice the second that is aimed at: a loaded machine must not fail a true build."""
    words = "行政执法机关应当每年开展{}次案卷评查，合格率达到{}%，评查结果报送第{}科"
    cells: list[Cell] = []
    rows: list[Row] = []
    for at in range(5_000):
        place = Place(10 + 2 * at, f"表1第{at + 1}行")
        text = words.format(at % 7 + 1, at % 90 + 10, at)
        cells.append(Cell(at, 0, (Paragraph(text, place),)))
        cells.append(Cell(at, 1, (Paragraph(f"第{at % 50}科", Place(11 + 2 * at, "")),)))
        used = frozenset({place.order, place.order + 1})
        rows.append(Row(str(at), text, place, owners=(Owner(f"第{at % 50}科"),), used=used))
    head = Paragraph("清河县司法局2021年任务分解表", Place(0, "第1段"))
    document = Document("x.docx", (head, Table(tuple(cells), 2, 5_000)))
    start = time.process_time()
    settings = read(document, Draft(tuple(rows)))
    assert time.process_time() - start < 2
    assert len(settings.data["科室"]) >= 50  # type: ignore[arg-type]  # a list
