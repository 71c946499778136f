"""The page: paper, margins, lines and characters (5.1, 5.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import ceil, floor

from fzjs.norm.document import Document, Paragraph, Section
from fzjs.norm.model import Fault
from fzjs.norm.roles import Paper

A4 = (210.0, 297.0)
TOP, LEFT, AREA = 37.0, 28.0, (156.0, 225.0)
RIGHT, BOTTOM = 26.0, 35.0
LINES, CHARACTERS = 22, 28
"""Of a page, and of a line (5.2.3)."""

_TWIP = 25.4 / 1440
_PAPER_SLACK, _SLACK = 1.0, 1.05
"""Millimetres: 5.1 gives none for the paper, 5.2.1 gives one; units are rounded besides."""
_LINE_HEIGHT = 1.3
"""Of a face, to its size, where no spacing is set."""
_EXACT = (28.0, 30.0)
"""Points between lines that are taken for 22 lines: what offices set differs."""
_FEW = (27.0, 29.0)
_ENOUGH = 3
_SETUP = "WPS：页面布局—页面设置"


def paper_size(paper: Paper) -> Iterator[Fault]:
    """5.1: “公文用纸采用GB/T 148中规定的A4型纸，其成品幅面尺寸为：210mm×297mm”."""
    worded = _worded(paper.document)
    for number, each in enumerate(paper.document.sections):
        if each.lies and number not in worded:
            continue  # a form that folds out
        width, height = sorted((each.width * _TWIP, each.height * _TWIP))
        if abs(width - A4[0]) > _PAPER_SLACK or abs(height - A4[1]) > _PAPER_SLACK:
            message = f"纸张是 {width:.0f}×{height:.0f} 毫米，不是 A4（210×297）"
            hint = f"{_SETUP}—纸张，选 A4"
            yield Fault(_place(paper.document, number), message, hint)


def margins(paper: Paper) -> Iterator[Fault]:
    """5.2.1: “天头（上白边）为37mm±1mm，订口（左白边）为28mm±1mm，版心尺寸为156mm×225mm”."""
    worded = _worded(paper.document)
    for number, each in enumerate(paper.document.sections):
        if each.lies or number not in worded:
            continue
        edges = list(_edges(each))
        if edges:
            wrong = "、".join(f"{name} {found:.1f}" for name, found, _ in edges)
            right = "、".join(f"{name} {asked}" for name, _, asked in edges)
            message = f"页边距（毫米）：{wrong}；应为 {right}"
            hint = f"{_SETUP}—页边距，上 37、下 35、左 28、右 26 毫米"
            yield Fault(_place(paper.document, number), message, hint)


def _edges(each: Section) -> Iterator[tuple[str, float, str]]:
    """Yield the edges that are wrong: name, millimetres, what is asked.

    An edge across that is right itself is not blamed for the one that spoils the area, nor for
    the paper; on A4 it may make up for what the other has within its millimetre.
    """
    left = (each.left + each.gutter) * _TWIP
    top, right, bottom = (side * _TWIP for side in (each.top, each.right, each.bottom))
    if abs(top - TOP) > _SLACK:
        yield "上", top, "37±1"
    if abs(left - LEFT) > _SLACK:
        yield "左", left, "28±1"
    width, height = each.width * _TWIP, each.height * _TWIP
    for name, edge, asked, area, usual, said in (
        ("右", right, RIGHT, width - left - right - AREA[0], width - A4[0], "26（版心宽 156）"),
        ("下", bottom, BOTTOM, height - top - bottom - AREA[1], height - A4[1], "35（版心高 225）"),
    ):
        spoiled = abs(area) > _SLACK or abs(usual) > _PAPER_SLACK
        if spoiled and abs(edge - asked) > _SLACK:
            yield name, edge, said


def lines(paper: Paper) -> Iterator[Fault]:
    """5.2.3: “一般每面排22行，每行排28个字”; 28 to 30 points between lines are taken for it."""
    pitches: dict[float, list[Paragraph]] = {}
    texts = _texts(paper)
    for each in texts:
        section = paper.document.sections[each.section]
        if not section.lies:
            pitches.setdefault(max(round(pitch(each, section), 1), 0.1), []).append(each)
    for value, those in pitches.items():
        low, high = _EXACT
        count = floor(AREA[1] / 25.4 * 72 / value + 0.05)
        if (
            low - 0.1 <= value <= high + 0.1
            or count == LINES
            or len(those) < min(_ENOUGH, len(texts))
        ):
            continue
        message = f"行距约 {value:g} 磅，一页约 {count} 行，一般每页 {LINES} 行"
        hint = "选中正文，段落—行距—固定值，28.95 磅；或在页面设置—文档网格里设每页 22 行"
        yield Fault(those[0].place, message, hint)


def pitch(each: Paragraph, section: Section) -> float:
    """Return the points from one line of a paragraph to the next.

    On a grid a line takes as many of its steps as the face needs (ECMA-376, 17.6.5).
    """
    shape = each.shape
    natural = each.size / 2 * _LINE_HEIGHT
    if shape.rule == "exact":
        return max(shape.line / 20, 1.0)
    if section.grid in {"lines", "linesAndChars", "snapToChars"} and shape.snaps and section.pitch:
        step = section.pitch / 20
        natural = max(1, ceil(each.size / 2 / step)) * step
    if shape.rule == "atLeast":
        return max(shape.line / 20, natural)
    return natural * max(shape.line, 1) / 240


def characters(paper: Paper) -> Iterator[Fault]:
    """5.2.3: “一般每面排22行，每行排28个字”; programs differ on grids of characters."""
    grouped: dict[int, list[Paragraph]] = {}
    for each in _texts(paper):
        grouped.setdefault(each.section, []).append(each)
    for number, texts in grouped.items():
        section = paper.document.sections[number]
        if section.lies:
            continue
        room = (section.width - section.left - section.gutter - section.right) / 20
        usual = _usual(texts)
        first = next(each for each in texts if each.size == usual)
        extra = first.shape.spacing / 20
        counts = [room / max(first.size / 2 + extra, 1)]
        sizes = {first.size / 2, paper.document.normal_size / 2}
        if section.grid in {"linesAndChars", "snapToChars"}:
            counts = [room / max(size + extra + section.char_space / 4096, 1) for size in sizes]
        if not any(_FEW[0] <= count <= _FEW[1] for count in counts):
            message = f"一行约 {floor(counts[0] + 0.05)} 个字，一般每行 {CHARACTERS} 个字"
            hint = "正文用 3 号字，字间距标准；页面设置—文档网格里不设每行字数，或设成 28"
            yield Fault(first.place, message, hint)


def indents(paper: Paper) -> Iterator[Fault]:
    """7.3.3: “每个自然段左空二字，回行顶格”; blanks typed for it are taken."""
    for each in paper.roles.body:
        shape = each.shape
        plain = shape.align in {"left", "both"} and not (each.label or each.beside or each.framed)
        flush = shape.first == shape.left == 0 and not each.typed[:1].isspace()
        if plain and flush and len(each.typed) > CHARACTERS and not each.red:
            yield Fault(each.place, "段首没有空两个字", "段落—特殊格式—首行缩进，2 字符")


def _usual(texts: list[Paragraph]) -> int:
    """Return the size of most of a text, in half points."""
    counts = Counter[int]()
    for each in texts:
        counts[each.size] += len(each.typed)
    return counts.most_common(1)[0][0]


def _texts(paper: Paper) -> list[Paragraph]:
    """Return the paragraphs of the text that are long enough to tell how it is set."""
    usable = (e for e in paper.roles.body if not (e.red or e.framed or e.beside))
    return [each for each in usable if each.size and each.shape.align in {"left", "both"}]


def _worded(document: Document) -> set[int]:
    """Return the sections with anything outside tables, the only one where there is no other."""
    return {each.section for each in document.paragraphs} if len(document.sections) > 1 else {0}


def _place(document: Document, number: int) -> str:
    return f"第{number + 1}节" if len(document.sections) > 1 else ""
