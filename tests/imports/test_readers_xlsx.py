from __future__ import annotations

import io
import re
import time
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import build
import pytest
from lxml import etree
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from reading import cells, kinds, lines, opened, places_hold

from fzjs.importers.document import Document
from fzjs.importers.readers.xlsx_format import Formats


def book(*rows: tuple[Any, ...]) -> tuple[Workbook, Worksheet]:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "分工表"
    for row in rows:
        sheet.append(row)
    return workbook, sheet


def read(folder: Path, workbook: Workbook) -> Document:
    return opened(folder, build.saved(workbook), "a.xlsx")


@pytest.mark.parametrize(
    ("value", "style", "shown"),
    [
        (0.8, "0%", "80%"),
        (0.125, "0.0%", "12.5%"),
        (1.0, "General", "1"),
        (0.1 + 0.2, "General", "0.3"),
        (31, "0", "31"),
        (3, "000", "003"),
        (2.5, "0.00", "2.50"),
        (2.5, "0.##", "2.5"),
        (1234567, "#,##0", "1,234,567"),
        (5, '0"份"', "5份"),
        (5, '"第"0"项"', "第5项"),
        (-3, "0;(0)", "(3)"),
        (-3, "0", "-3"),
        (0, '0;-0;"无"', "无"),
        (1.5, "[$¥-804]0.00", "¥1.50"),
        (date(2020, 12, 28), "yyyy-mm-dd", "2020-12-28"),
        (date(2020, 12, 8), 'yyyy"年"m"月"d"日"', "2020年12月8日"),
        (date(2021, 3, 1), "m/d/yy", "3/1/21"),
        (datetime(2021, 3, 1, 15, 4), "yyyy/m/d h:mm", "2021/3/1 15:04"),  # noqa: DTZ001  # a sheet's dates have no zone
        (datetime(2021, 3, 1, 15, 4), "h:mm AM/PM", "3:04 PM"),  # noqa: DTZ001  # as above
        (True, "General", "TRUE"),
        ("0080", "@", "0080"),
    ],
)
def test_a_value_reads_as_it_is_shown(
    value: object, style: str, shown: str, tmp_path: Path
) -> None:
    workbook, sheet = book(("项目", value), ("甲", "乙"))
    sheet["B1"].number_format = style
    assert read(tmp_path, workbook).tables()[0].cells[1].text == shown


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("44197", "2021/1/1"), ("1", "1900/1/1"), ("99999999", "99999999"), ("坏", "坏")],
)
def test_built_in_dates_and_what_is_none(stored: str, shown: str) -> None:
    styles = etree.fromstring(
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    assert Formats(styles, dates_1904=False).shown(stored, 0) == shown


def test_titles_and_notes_stand_outside_the_table(tmp_path: Path) -> None:
    workbook, sheet = book(
        ("创建任务分工表",),
        ("单位：某局",),
        ("序号", "内容", "科室"),
        (1, "依法行政", "办公室"),
        ("二、加分", None, None),
        (2, "公开", "法制科"),
        ("注：按月报送", None, None),
    )
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A7:C7")
    document = read(tmp_path, workbook)
    assert lines(document) == ["创建任务分工表", "单位：某局", "注：按月报送"]
    assert document.tables()[0].height == 4
    assert [p.place.label for p in document.prose()] == ["分工表!A1", "分工表!A2", "分工表!A7"]
    assert places_hold(document)


def test_a_heading_over_two_rows_stays_with_its_table(tmp_path: Path) -> None:
    workbook, sheet = book(("一级指标", None, None), (None, "内容", "科室"), (None, "甲", "乙"))
    sheet.merge_cells("A1:A3")
    assert cells(read(tmp_path, workbook).tables()[0])[0] == (0, 0, 3, 1, "一级指标")


def test_what_is_hidden_is_read_and_told(tmp_path: Path) -> None:
    workbook, sheet = book(("甲", "乙", "丙"), ("1", "2", "3"))
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = workbook.create_sheet("旧稿")
    other.append(["旧", "稿"])
    other.sheet_state = "hidden"
    document = read(tmp_path, workbook)
    assert [table.cells[-1].text for table in document.tables()] == ["3", "稿"]
    assert {(d.words, d.place.label) for d in document.doubts} == {
        ("第2行", "分工表!第2行"),
        ("B", "分工表!B"),
        ("旧稿", "旧稿"),
    }


def test_comments_and_uncomputed_formulas_are_told(tmp_path: Path) -> None:
    workbook, sheet = book(("甲", "乙"), ("丙", "=1+1"))
    sheet["A2"].comment = Comment("牵头待定", "某人")
    document = read(tmp_path, workbook)
    assert [(d.kind, d.words, d.place) for d in document.doubts] == [
        ("批注", "牵头待定", (2, "分工表!A2")),
        ("没有写明", "=1+1", (3, "分工表!B2")),
    ]


def test_a_formula_reads_as_its_last_result(tmp_path: Path) -> None:
    workbook, _ = book(("甲", "乙"), ("丙", "=1+1"))
    data = _changed(build.saved(workbook), "sheet1.xml", r"<v ?/>|<v></v>", "<v>2</v>")
    document = opened(tmp_path, data, "a.xlsx")
    assert document.tables()[0].cells[-1].text == "2"
    assert document.doubts == ()


def _changed(data: bytes, part: str, old: str, new: str) -> bytes:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            if name.endswith(part):
                text, count = re.subn(old, new, text)
                assert count == 1
            parts[name] = text
    return build.package(parts)


def test_words_under_a_merge_are_kept_and_told(tmp_path: Path) -> None:
    workbook, _ = book(("甲", "乙"), ("藏", "丙"))
    merge = '</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    data = _changed(build.saved(workbook), "sheet1.xml", "</sheetData>", merge)
    document = opened(tmp_path, data, "a.xlsx")
    assert cells(document.tables()[0])[0] == (0, 0, 2, 1, "甲\n藏")
    assert kinds(document) == ["合并下填"]


def test_a_sheet_formatted_to_its_last_row_costs_little(tmp_path: Path) -> None:
    blank = "".join(
        f'<row r="{row}" s="1"><c r="A{row}" s="0"/><c r="B{row}" s="0"/></row>'
        for row in range(3, 150_003)
    )
    far = '<row r="1048576" ht="14"/></sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/>'
    workbook, _ = book(("甲", "乙"), ("丙", "丁"))
    data = _changed(
        build.saved(workbook), "sheet1.xml", "</sheetData>", f"{blank}{far}</mergeCells>"
    )
    start = time.process_time()
    document = opened(tmp_path, data, "a.xlsx")
    assert time.process_time() - start < 5
    assert (document.tables()[0].width, document.tables()[0].height) == (2, 2)


def test_a_cell_far_away_does_not_make_a_huge_grid(tmp_path: Path) -> None:
    workbook, sheet = book(("甲", "乙"), ("丙", "丁"))
    sheet["XFD1048576"] = "远"
    table = read(tmp_path, workbook).tables()[0]
    assert (table.width, table.height) == (3, 3)
    assert table.cells[-1].paragraphs[0].place.label == "分工表!XFD1048576"


def test_lines_in_a_cell_are_paragraphs(tmp_path: Path) -> None:
    workbook, _ = book(("科室", "资料"), ("办公室", "1.目录\n2.说明"))
    cell = read(tmp_path, workbook).tables()[0].cells[-1]
    assert [paragraph.text for paragraph in cell.paragraphs] == ["1.目录", "2.说明"]


def test_who_fills_in_and_when_stand_above_the_table(tmp_path: Path) -> None:
    workbook, sheet = book(
        ("岭南市法治医院任务表", None, None, None, None, None, None),
        ("填报单位：法规科", None, None, None, None, "2023年3月", None),
        ("序号", "任务", "标准", "材料", "科室", "时限", "备注"),
        (1, "公开清单", "全部公开", "清单", "法规科", "6月", "新增"),
    )
    sheet.merge_cells("A1:G1")
    document = read(tmp_path, workbook)
    assert lines(document) == ["岭南市法治医院任务表", "填报单位：法规科", "2023年3月"]
    assert [cell.text for cell in document.tables()[0].cells[:2]] == ["序号", "任务"]


def test_a_heading_over_several_columns_stays_in_the_table(tmp_path: Path) -> None:
    workbook, sheet = book(
        ("任务", None, None, "责任", None, None, None),
        ("序号", "内容", "标准", "牵头", "配合", "责任人", "电话"),
        (1, "公开清单", "全部公开", "法规科", "办公室", "赵某", ""),
    )
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("D1:G1")
    document = read(tmp_path, workbook)
    assert lines(document) == []
    assert document.tables()[0].cells[0].text == "任务"
