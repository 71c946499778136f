"""`导入疑点.md`: every doubt by kind, and the lines of the source that no indicator took."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fzjs.importers.document import Document, Doubt, Paragraph
from fzjs.importers.draft import Draft
from fzjs.personal import mask

_LONGEST = 300
"""Characters of a source's line that the report shows; the place says where the rest is."""


class Heading(NamedTuple):
    """What the report begins with."""

    name: str
    shape: str
    rows: int
    materials: int


class Leftover(NamedTuple):
    """The lines with words: all, and those that no indicator took; `settings` of them gave data."""

    lines: int
    left: tuple[Paragraph, ...]
    settings: frozenset[int]

    @property
    def share(self) -> str:
        """The share of lines that no indicator took, as `12.5%`."""
        return f"{len(self.left) * 100 / self.lines:.1f}%" if self.lines else "0%"


def leftover(document: Document, draft: Draft, settings: frozenset[int]) -> Leftover:
    """Return the lines of a document that no indicator took."""
    taken = draft.used.union(*(row.used for row in draft.rows))
    lines = [p for p in document.paragraphs() if p.text.strip()]
    left = tuple(p for p in lines if p.place.order not in taken)
    return Leftover(len(lines), left, settings)


def write(heading: Heading, doubts: Sequence[Doubt], left: Leftover) -> str:
    """Return the report's text (Markdown); phone numbers are masked."""
    return "\n".join(_lines(heading, doubts, left)) + "\n"


def _lines(heading: Heading, doubts: Sequence[Doubt], left: Leftover) -> Iterator[str]:
    yield "# 导入疑点"
    yield ""
    yield f"来源：{_plain(heading.name)}，按“{heading.shape}”读。"
    yield (
        f"指标 {heading.rows} 项，上报资料 {heading.materials} 件，疑点 {len(doubts)} 处，"
        f"没有进指标的原文 {len(left.left)} 行（占 {left.lines} 行的 {left.share}）。"
    )
    yield "每一处先按“暂按”记下；核对后改 fzjs.yaml 或 indicators/，看完的从这里删去。"
    yield "指标编号后带“口径”的，已经列进 fzjs.yaml 的“口径”，由创建办定读法。"
    for kind, group in _by_kind(doubts):
        yield ""
        yield f"## {kind}（{len(group)}处）"
        yield ""
        yield from _group(group)
    yield from _left(left)


def _by_kind(doubts: Sequence[Doubt]) -> list[tuple[str, list[Doubt]]]:
    """Return the doubts by kind: first those that somebody must settle, then the longer ones."""
    groups: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        groups.setdefault(doubt.kind, []).append(doubt)
    first = ["没有写明", "期限矛盾", "要求矛盾", "文号矛盾"]
    known = [kind for kind in first if kind in groups]
    return [(kind, groups[kind]) for kind in [*known, *(k for k in groups if k not in first)]]


def _group(doubts: Sequence[Doubt]) -> Iterator[str]:
    """Yield doubts of one kind: what was assumed and why is said once where it is the same."""
    alike: dict[tuple[str, str], list[Doubt]] = {}
    for doubt in doubts:
        alike.setdefault((doubt.assumed, doubt.why), []).append(doubt)
    for (assumed, why), same in alike.items():
        for doubt in same:
            yield f"- {_where(doubt)}　{_words(doubt)}"
        yield f"  - 暂按：{_plain(assumed)}"
        yield f"  - 因为：{_plain(why)}"


def _where(doubt: Doubt) -> str:
    about = f"，{_plain(doubt.about)}" if doubt.about else ""
    return f"**{_plain(doubt.place.label) or '全文'}{about}{'，口径' if doubt.ruling else ''}**"


def _words(doubt: Doubt) -> str:
    return f"原文：{_plain(doubt.words)}" if doubt.words else "原文没有写"


def _left(left: Leftover) -> Iterator[str]:
    yield ""
    yield "## 没有进指标的原文"
    yield ""
    yield f"有字的 {left.lines} 行里，{len(left.left)} 行没有进指标，占 {left.share}。"
    used = sum(paragraph.place.order in left.settings for paragraph in left.left)
    yield f"其中 {used} 行（标“→ fzjs.yaml”）给了创建活动的设置或疑点，其余照抄在这里，由人过目。"
    yield ""
    for paragraph in left.left:
        mark = " → fzjs.yaml" if paragraph.place.order in left.settings else ""
        text = paragraph.text if len(paragraph.text) <= _LONGEST else _cut(paragraph.text)
        yield f"- {_plain(paragraph.place.label)}{mark}　{_plain(text)}"


def _cut(text: str) -> str:
    return f"{text[:_LONGEST]}……（共{len(text)}字，见原件）"


def _plain(text: str) -> str:
    """Return words as Markdown that shows them as they are, on one line, phones masked."""
    line = re.sub(r"\s*\n\s*", " / ", text.strip())
    line = mask(line)
    return re.sub(r"([\\`*_<>\[\]|~&#$])", r"\\\1", line)
