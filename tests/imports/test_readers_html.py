from __future__ import annotations

from pathlib import Path

import pytest
from reading import cells, kinds, lines, opened, places_hold

from fzjs.importers.document import Document


def page(folder: Path, body: str, name: str = "a.html") -> Document:
    return opened(folder, f"<html><body>{body}</body></html>".encode(), name)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p>甲<br>乙</p>", ["甲\n乙"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>第一\n      行</p>", ["第一行"]),
        ("<p>ab\n cd</p>", ["ab cd"]),
        ("<p>通 <b> 知</b></p>", ["通 知"]),
        ("<p>&nbsp;&nbsp;甲&ldquo;乙&rdquo;&#9312;</p>", ["\xa0\xa0甲“乙”①"]),
        ("<p>甲</p><script>x='乙'</script><style>p{}</style><nav>首页</nav>", ["甲"]),
        ("<p style='display:none'>藏</p><p hidden>藏</p><p>甲</p>", ["甲"]),
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=5><li>甲<li value=9>乙<li>丙</ol>", ["5.甲", "9.乙", "10.丙"]),
        ("<ol type=a><li>甲</ol><ol type=I><li>乙<li>丙</ol>", ["a.甲", "I.乙", "II.丙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li>总则</ol>", ["一、总则"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2.甲", "1.乙"]),
        ("<ol><li><p>甲</p><ol><li>乙</ol><li>丙</ol>", ["1.甲", "1.乙", "2.丙"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<h1>标题</h1>正文<hr>末", ["标题", "正文", "末"]),
        ("<pre>甲  乙</pre>", ["甲  乙"]),
        ("<p>甲<!-- 注 -->乙</p>", ["甲乙"]),
        ("<p></p><p>甲</p>", ["", "甲"]),
    ],
)
def test_what_a_page_says(body: str, wanted: list[str], tmp_path: Path) -> None:
    document = page(tmp_path, body)
    assert lines(document) == wanted
    assert places_hold(document)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (
            "<tr><td rowspan=2>甲<td>乙<tr><td>丙",
            [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
        ),
        (
            "<tr><td rowspan=99>甲<td>乙<tr><td>丙",
            [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
        ),
        (
            "<tr><td rowspan=0>甲<td>乙<tr><td>丙",
            [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")],
        ),
        (
            "<tr><td colspan=2>甲<td rowspan=2>乙<tr><td>丙<td colspan=3>丁",
            [(0, 0, 1, 2, "甲"), (0, 2, 2, 1, "乙"), (1, 0, 1, 1, "丙"), (1, 1, 1, 1, "丁")],
        ),
        (
            "<thead><tr><th>序号<th>内容<tfoot><tr><td>注<td>略<tbody><tr><td>1<td>甲",
            [(0, 0, 1, 1, "序号"), (0, 1, 1, 1, "内容"), (1, 0, 1, 1, "1"), (1, 1, 1, 1, "甲"),
             (2, 0, 1, 1, "注"), (2, 1, 1, 1, "略")],
        ),
        (
            "<tr><td colspan=x>甲<td rowspan=-1>乙",
            [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙")],
        ),
    ],
)  # fmt: skip
def test_spans(rows: str, wanted: list[tuple[int, int, int, int, str]], tmp_path: Path) -> None:
    assert cells(page(tmp_path, f"<table>{rows}</table>").tables()[0]) == wanted


def test_a_page_of_layout_tables_gives_its_data_table(tmp_path: Path) -> None:
    data = "<table><tr><td>序号<td>指标内容<tr><td>1<td>依法全面履行职责</table>"
    body = (
        f"<table><tr><td colspan=2>某局网站</tr><tr><td>栏目<td><p>实施方案</p>{data}"
        "</td></tr></table>"
    )
    document = page(tmp_path, body)
    assert lines(document) == ["某局网站", "栏目", "实施方案"]
    assert [c.text for c in document.tables()[0].cells] == [
        "序号",
        "指标内容",
        "1",
        "依法全面履行职责",
    ]
    assert document.doubts == ()
    assert places_hold(document)


def test_a_table_in_a_cell_is_read_into_it_and_told(tmp_path: Path) -> None:
    inner = "<table><tr><td>小1<td>小2<tr><td>小3<td>小4</table>"
    body = f"<table><tr><td>三级指标内容很长很长很长<td>甲{inner}乙<tr><td>丙<td>丁戊己庚</table>"
    document = page(tmp_path, body)
    assert document.tables()[0].cells[1].text == "甲\n小1\n小2\n小3\n小4\n乙"
    assert kinds(document) == ["嵌套表格"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=gb2312>", "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030"),
        ("", "gb18030"),
        ("<meta charset=utf-8>", "gb18030"),
        ("<meta charset=big5>", "big5"),
        ("<meta charset=gb2312>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_the_bytes_say_what_the_charset_is(head: str, encoding: str, tmp_path: Path) -> None:
    words = "我市依法行政工作方案" if encoding != "big5" else "我市依法行政工作計畫"
    text = f"<html><head>{head}</head><body><p>{words}</p></body></html>"
    assert lines(opened(tmp_path, text.encode(encoding), "a.htm")) == [words]


@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a.xls", "a.docx"])
def test_a_page_under_another_name_is_still_a_page(name: str, tmp_path: Path) -> None:
    body = "<table><tr><td>甲<td>乙</table>"
    assert cells(page(tmp_path, body, name).tables()[0]) == [
        (0, 0, 1, 1, "甲"),
        (0, 1, 1, 1, "乙"),
    ]


def test_no_outside_file_is_ever_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密字样", encoding="utf-8")
    text = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>甲&x;</p>'
        f'<iframe src="{secret.as_uri()}"></iframe></body></html>'
    )
    document = opened(tmp_path, text.encode(), "a.html")
    assert "机密" not in "".join(lines(document))
