from __future__ import annotations

import itertools
from pathlib import Path

import build
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import cells, lines, opened, places_hold

GRID = build.grid(
    [
        ["一级指标", "责任科室", "上报资料"],
        ["一、依法\n全面履行", "办公室\n\n法制科", "1.目录  两份"],
        ["", "=SUM(A1)", ""],
        ["", "合计", ""],
    ],
    [(1, 0, 3, 1), (3, 1, 1, 2)],
)
WANTED = [
    (0, 0, 1, 1, "一级指标"),
    (0, 1, 1, 1, "责任科室"),
    (0, 2, 1, 1, "上报资料"),
    (1, 0, 3, 1, "一、依法\n全面履行"),
    (1, 1, 1, 1, "办公室\n\n法制科"),
    (1, 2, 1, 1, "1.目录  两份"),
    (2, 1, 1, 1, "=SUM(A1)"),
    (2, 2, 1, 1, ""),
    (3, 1, 1, 2, "合计"),
]


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html"])
def test_one_table_reads_alike_from_every_format(suffix: str, tmp_path: Path) -> None:
    data = getattr(build, suffix)(["实施方案", "", "各科室", GRID, "注：\xa0略"])
    document = opened(tmp_path, data, f"方案.{suffix}")
    assert document.name == f"方案.{suffix}"
    assert lines(document) == ["实施方案", "", "各科室", "注：\xa0略"]
    (table,) = document.tables()
    assert (table.width, table.height) == (3, 4)
    assert cells(table) == WANTED
    assert places_hold(document)
    assert document.doubts == ()


@pytest.mark.parametrize(
    ("suffix", "above", "inside"),
    [
        ("docx", "第1段", "表1第3行第2格"),
        ("html", "第1段", "表1第3行第2格"),
        ("xlsx", "正文1!A1", "表2!B3"),
    ],
)
def test_a_label_says_where_to_look(suffix: str, above: str, inside: str, tmp_path: Path) -> None:
    document = opened(tmp_path, getattr(build, suffix)(["方案", GRID]), f"a.{suffix}")
    labels = {p.text: p.place.label for p in document.paragraphs()}
    assert (labels["方案"], labels["=SUM(A1)"]) == (above, inside)


@st.composite
def grids(draw: st.DrawFn) -> build.Grid:
    """Cut a rectangle into rows of bands, each band into cells of one height."""
    width, height = draw(st.integers(2, 5)), draw(st.integers(2, 6))
    spots, row = [], 0
    words = st.text("依法行政Ab1.、（）&<>\"' =", min_size=1, max_size=8).filter(str.strip)
    while row < height:
        deep = draw(st.integers(1, height - row))
        cuts = draw(st.sets(st.integers(1, width - 1)))
        edges = [0, *sorted(cuts), width]
        spots += [
            build.Spot(row, left, deep, right - left, [draw(words).strip()])
            for left, right in itertools.pairwise(edges)
        ]
        row += deep
    return build.Grid(spots, width, height)


@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(grids())
def test_word_and_web_give_back_any_grid(tmp_path: Path, grid: build.Grid) -> None:
    spots = [build.Spot(*cell) for cell in grid.cells]
    wanted = [(s.row, s.column, s.rows, s.columns, s.paragraphs[0]) for s in spots]
    columns = {column for s in spots for column in (s.column, s.column + s.columns)}
    if columns == {0, grid.width}:
        return  # one column: that is prose, and another test's matter
    for suffix in ("docx", "html"):
        document = opened(tmp_path, getattr(build, suffix)([grid]), f"a.{suffix}")
        assert cells(document.tables()[0]) == wanted, suffix
        assert places_hold(document)


def test_a_table_of_one_column_is_prose(tmp_path: Path) -> None:
    grid = build.grid([["一、总则"], ["二、任务"]])
    for suffix in ("docx", "html", "xlsx"):
        document = opened(tmp_path, getattr(build, suffix)([grid]), f"a.{suffix}")
        assert lines(document)[:2] == ["一、总则", "二、任务"], suffix
        assert document.tables() == ()


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_paragraphs_typed_with_line_breaks_are_split_a_title_is_not(
    suffix: str, tmp_path: Path
) -> None:
    blocks = ["某局关于印发\n实施方案的通知", "一、目标\n（一）总体。\n　　全面", "甲\n1.乙"]
    document = opened(tmp_path, getattr(build, suffix)(blocks), f"a.{suffix}")
    wanted = ["某局关于印发\n实施方案的通知", "一、目标", "（一）总体。", "　　全面", "甲", "1.乙"]
    assert lines(document) == wanted


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_a_row_that_starts_late_has_no_cell_before(suffix: str, tmp_path: Path) -> None:
    grid = build.Grid(
        [(0, 0, 1, 1, ["甲"]), (0, 1, 1, 1, ["乙"]), (0, 2, 1, 1, ["丙"]), (1, 1, 1, 1, ["丁"])],
        3,
        2,
    )
    document = opened(tmp_path, getattr(build, suffix)([grid]), f"a.{suffix}")
    rows = document.tables()[0].grid()
    assert [cell and cell.text for cell in rows[1]] in ([None, "丁", None], ["", "丁", None])
