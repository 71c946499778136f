"""The figures that a document states: (of whom, of what) to each value that stands for it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from docx import Document

WHOLE = "全单位"
NAMES = ["应报", "已通过", "待审", "退回", "待外单位", "未报", "逾期", "齐备", "达标"]
_UNIT = "[件项个]"
_TIER = {"指标总数": "齐备总数", "材料齐备率": "齐备率"}
_COUNT = re.compile(rf"({'|'.join(NAMES)})(?:材料|出具|的)?([0-9]+){_UNIT}")
_RATE = re.compile(
    rf"(国家、省和市|国家和省|国家)指标([0-9]+){_UNIT}，(齐备|达标)([0-9]+){_UNIT}，占([0-9.]+%)"
)
_NUMBERED = re.compile(r"^(?:[0-9]+\.|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)")
_OFFICE = re.compile(r"^[0-9]+\.([^：，。]{2,16})：")

Figures = dict[tuple[str, str], set[str]]


def read(path: Path, offices: set[str], whole: str = WHOLE) -> Figures:
    """Return the figures of a document's sentences and tables.

    A sentence speaks of the second-level heading it stands under, of the office that it begins
    with, else of the `whole`. In a table the first cell with words names the row. Figures of what
    a table's or a sentence's own words limit (本季度…, 到期…) are not of this kind.
    """
    found: Figures = defaultdict(set)
    heading = whole
    for block in Document(str(path)).iter_inner_content():
        if hasattr(block, "rows"):
            _table(block, found, offices, whole)
            continue
        style, text = block.style.name, block.text
        if style.endswith("级标题") or style.startswith("heading"):
            heading = f"{whole}：{_NUMBERED.sub('', text)}" if style == "二级标题" else whole
            continue
        office = _OFFICE.match(text)
        subject = office[1] if office and office[1] in offices else heading
        _sentence(text, subject, found)
    return dict(found)


def _sentence(text: str, subject: str, found: Figures) -> None:
    for tier, total, what, count, share in _RATE.findall(text):
        found[tier, f"{what}总数"].add(total)
        found[tier, what].add(count)
        found[tier, f"{what}率"].add(share)
    plain = re.sub("到期[0-9]+件[^；。]*", "", _RATE.sub("", text))
    counts = _COUNT.findall(plain)
    if len(counts) > 2:  # a full account, not one figure in passing
        for name, value in counts:
            found[subject, name].add(value)


def _table(block: object, found: Figures, offices: set[str], whole: str) -> None:
    rows = [[cell.text.strip() for cell in row.cells] for row in block.rows]  # type: ignore[attr-defined]  # python-docx has no type for both
    heads = [re.sub("（.*?）", "", head) for head in rows[0]]
    for row in rows[1:]:
        subject = next((c for c in row if c and not re.fullmatch("[-0-9—.%]+", c)), "")
        subject = _NUMBERED.sub("", subject).partition("（")[0]
        tier = subject in {"国家", "国家和省", "国家、省和市"}
        if not (tier or subject in offices or "应报" in heads):
            continue
        if not (tier or subject in offices):
            subject = f"{whole}：{subject}"
        for head, value in zip(heads, row, strict=True):
            if re.fullmatch("[0-9.]+%?", value):
                for name in NAMES:
                    if head == name:
                        found[subject, name].add(value)
                if tier and head in {"指标总数", "材料齐备率"}:
                    found[subject, {"指标总数": "齐备总数", "材料齐备率": "齐备率"}[head]].add(
                        value
                    )
