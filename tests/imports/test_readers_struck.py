"""Words that are struck, hidden or raised: what stands in a file and is no part of its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from build import docx_raw
from reading import cells, kinds, lines, opened, places_hold

from fzjs.importers.document import Document


def page(folder: Path, body: str) -> Document:
    return opened(folder, f"<html><body>{body}</body></html>".encode(), "a.html")


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def word(folder: Path, *paragraphs: str) -> Document:
    return opened(folder, docx_raw("".join(f"<w:p>{p}</w:p>" for p in paragraphs)), "a.docx")


@pytest.mark.parametrize(
    "struck",
    [
        "<del>每年两次</del>",
        "<s>每年两次</s>",
        "<strike>每年<b>两次</b></strike>",
        "<span style='text-decoration: line-through'>每年两次</span>",
        "<span style='text-decoration-line:underline line-through'>每年两次</span>",
    ],
)
def test_struck_words_of_a_page_are_told_and_not_read(struck: str, tmp_path: Path) -> None:
    document = page(tmp_path, f"<p>开展检查</p><p>检查{struck}每年四次。</p>")
    assert lines(document) == ["开展检查", "检查每年四次。"]
    (doubt,) = document.doubts
    assert (doubt.kind, doubt.words, doubt.place.label) == ("修订痕迹", "每年两次", "第2段")
    assert doubt.place.order == 1


def test_an_underline_strikes_nothing(tmp_path: Path) -> None:
    document = page(tmp_path, "<p><span style='text-decoration:underline'>甲</span><u>乙</u></p>")
    assert (lines(document), kinds(document)) == (["甲乙"], [])


def test_a_struck_entry_leaves_its_number_out_and_the_count_alone(tmp_path: Path) -> None:
    document = page(tmp_path, "<ol><li>甲</li><li><del>乙</del></li><li>丙</li></ol>")
    assert lines(document) == ["1.甲", "", "3.丙"]
    assert [(d.kind, d.words, d.place.label) for d in document.doubts] == [
        ("修订痕迹", "乙", "第2段")
    ]
    whole = page(tmp_path, "<ol><li>甲</li><li style='text-decoration:line-through'>乙<li>丙</ol>")
    assert lines(whole) == ["1.甲", "3.丙"]
    assert kinds(whole) == ["修订痕迹"]


def test_a_struck_or_emptied_cell_keeps_its_column(tmp_path: Path) -> None:
    row = "<td>1<td style='text-decoration:line-through'>旧内容<td><del>旧科</del>新科"
    other = "<td>2<td><del>全删</del><td>丙科"
    document = page(tmp_path, f"<table><tr>{row}<tr>{other}</table>")
    assert [cell[4] for cell in cells(document.tables()[0])] == ["1", "", "新科", "2", "", "丙科"]
    told = [(d.words, d.place.label) for d in document.doubts]
    assert told == [
        ("旧内容", "表1第1行第2格"),
        ("旧科", "表1第1行第3格"),
        ("全删", "表1第2行第2格"),
    ]
    assert places_hold(document)


@pytest.mark.parametrize(
    "concealed",
    [
        "<p style='display:none'>另有<b>要求</b></p>",
        "<p hidden>另有要求</p>",
        "<div style='visibility: hidden'><p>另有要求</p><script>var x</script></div>",
        "<p><span style='mso-hide:all'>另有要求</span></p>",
    ],
)
def test_hidden_words_of_a_page_are_told(concealed: str, tmp_path: Path) -> None:
    document = page(tmp_path, f"<p>甲</p>{concealed}<p>乙</p>")
    assert "".join(lines(document)) == "甲乙"
    assert [(d.kind, d.words) for d in document.doubts] == [("残留文字", "另有要求")]


def test_hidden_words_at_the_end_and_none_at_all(tmp_path: Path) -> None:
    document = page(tmp_path, "<p>甲</p><div hidden>末尾</div>")
    assert [(d.words, d.place.label) for d in document.doubts] == [("末尾", "第1段")]
    assert not kinds(page(tmp_path, "<p>甲</p><div hidden> <i></i></div><script>x</script>"))


def test_a_hidden_row_and_cell_are_told(tmp_path: Path) -> None:
    rows = "<tr hidden><td>藏行<tr><td>1<td style='display:none'>藏格<td>甲"
    document = page(tmp_path, f"<table>{rows}</table>")
    assert cells(document.tables()[0]) == [(0, 0, 1, 1, "1"), (0, 1, 1, 1, "甲")]
    assert [(d.words, d.place.label) for d in document.doubts] == [("藏行｜藏格", "表1第1行第1格")]


@pytest.mark.parametrize(
    ("body", "wanted", "told"),
    [
        ("建立权责清单<sup>1</sup>，公开。", "建立权责清单，公开。", ["建立权责清单1"]),
        ("清单<sup><a href='#n'>[2]</a></sup>。", "清单。", ["清单[2]"]),
        ("在2021<sup><a href='#n'>3</a></sup>年", "在2021年", ["在20213"]),
        ("不少于10<sup>4</sup>平方米", "不少于10⁴平方米", []),
        ("面积200m<sup>2</sup>", "面积200m²", []),
        ("办法<sup>（试行）</sup>", "办法（试行）", []),
        ("<sup>1</sup>见附件。", "¹见附件。", []),
    ],
)
def test_raised_signs(body: str, wanted: str, told: list[str], tmp_path: Path) -> None:
    document = page(tmp_path, f"<p>{body}</p>")
    assert lines(document) == [wanted]
    assert [d.words for d in document.doubts if d.kind == "脚注"] == told


def test_places_in_a_page_of_layout_tables_can_be_found(tmp_path: Path) -> None:
    data = "<table><tr><td>序号<td>指标内容<tr><td>1<td>依法全面履行各项职责</table>"
    body = f"<p>首段</p><table><tr><td><p>标题</p>{data}<p>中段</p>{data}</table><p>末段</p>"
    document = page(tmp_path, body)
    assert [(p.text, p.place.label) for p in document.prose()] == [
        ("首段", "第1段"), ("标题", "第2段"), ("中段", "第3段"), ("末段", "第4段"),
    ]  # fmt: skip
    labels = [cell.place.label for table in document.tables() for cell in table.cells]
    assert labels == [f"表{n}第{r}行第{c}格" for n in (1, 2) for r in (1, 2) for c in (1, 2)]
    assert places_hold(document)


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike w:val='true'/>"])
def test_struck_words_of_word_are_told_and_not_read(mark: str, tmp_path: Path) -> None:
    body = run("检查") + run("每年两次", mark) + run("每年四次。", "<w:strike w:val='0'/>")
    document = word(tmp_path, run("甲"), body)
    assert lines(document) == ["甲", "检查每年四次。"]
    (doubt,) = document.doubts
    assert (doubt.kind, doubt.words, doubt.place.label) == ("修订痕迹", "每年两次", "第2段")


def test_a_word_paragraph_struck_whole_has_no_number_of_its_own(tmp_path: Path) -> None:
    listed = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    level = "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    numbering = (
        f"<w:numbering xmlns:w='{space}'><w:abstractNum w:abstractNumId='0'>"
        f"{level}<w:lvlText w:val='%1.'/><w:suff w:val='nothing'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    texts = (run("甲"), run("乙", "<w:strike/>"), run("丙"))
    body = "".join(f"<w:p>{listed}{text}</w:p>" for text in texts)
    document = opened(tmp_path, docx_raw(body, {"numbering.xml": numbering}), "a.docx")
    assert lines(document) == ["1.甲", "", "3.丙"]
    assert [(d.kind, d.words, d.place.label) for d in document.doubts] == [
        ("修订痕迹", "乙", "第2段")
    ]
