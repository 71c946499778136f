"""Faces and sizes of title, headings, text and attachment labels (5.2.2, 7.3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import category

from fzjs.norm import fonts
from fzjs.norm.document import Paragraph, Run
from fzjs.norm.fonts import FANGSONG, HEI, KAI, MARK, Asked
from fzjs.norm.headings import heading
from fzjs.norm.model import Fault, Kind, Level
from fzjs.norm.roles import Paper

TITLE, BODY = Asked(MARK, 44, ""), Asked(FANGSONG, 32, "")
"""7.3.1: 2号小标宋体字; 5.2.2: 3号仿宋体字."""

_FACES = {1: HEI, 2: KAI, 3: FANGSONG, 4: FANGSONG}
_HAN = re.compile("[\u3400-\u9fff]")
_PART = 0.5
"""The share of a paragraph up to which 楷体 and 黑体 are taken for emphasis."""
_LEADS, _SHORT_LINE = 45, 30
"""Characters up to which a sentence leads a paragraph, and a line is a heading without number."""
_PLAN = "fzjs.yaml 情况说明.字体"


class Asking(NamedTuple):
    """A face that is asked for, by whose words: None for the norm's."""

    face: Asked
    level: Level | None = None
    clause: str = ""

    def fault(self, place: str, message: str, hint: str) -> Fault:
        """Return a fault of the level that these words have."""
        return Fault(place, message, hint, self.level, self.clause)


def _asking(paper: Paper, typed: str, usual: Asked) -> Asking:
    """Return the plan's face where this is a 情况说明 and the plan names one."""
    found = fonts.asked(typed) if paper.roles.kind is Kind.STATEMENT and typed else None
    return Asking(found, Level.PLAN, _PLAN) if found else Asking(usual)


def unread(paper: Paper) -> Iterator[Fault]:
    """What the plan asks of a face, where its words are not understood: nothing is held to it."""
    for typed in (paper.expected.title_font, paper.expected.body_font):
        if typed and fonts.asked(typed) is None:
            message = f"fzjs.yaml 的字体“{typed}”看不懂，没有照它查"
            yield Fault("", message, "写成 2号小标宋、3号仿宋_GB2312 这样，先字号后字体")


def title(paper: Paper) -> Iterator[Fault]:
    """7.3.1: “一般用2号小标宋体字”; the plan: “标题采用2号小标宋字体”."""
    asking = _asking(paper, paper.expected.title_font, TITLE)
    for each in paper.roles.title:
        for wrong in _wrong(each.runs, asking.face, ()):
            message = f"标题是{wrong}，应为{asking.face.said}"
            hint = f"选中标题，字体选{_face_to_choose(asking.face)}，字号选{_size(asking.face)}"
            yield asking.fault(each.place, message, hint)


def body(paper: Paper) -> Iterator[Fault]:
    """5.2.2: “一般用3号仿宋体字”; the plan: “正文采用3号仿宋GB2312字体”."""
    asking = _asking(paper, paper.expected.body_font, BODY)
    for runs, place, also in _plain(paper):
        for wrong in _wrong(runs, asking.face, also):
            message = f"正文是{wrong}，应为{asking.face.said}"
            hint = f"选中正文，字体选{_face_to_choose(asking.face)}，字号选{_size(asking.face)}"
            yield asking.fault(place, message, hint)


def _plain(paper: Paper) -> Iterator[tuple[Iterable[Run], str, tuple[str, ...]]]:
    """Yield runs that are set as text, where they are, and faces that are taken in them besides.

    Many set a heading without a number in 黑体 or 楷体, and the sentence that leads a paragraph.
    """
    parts = paper.roles
    for each in parts.body:
        found = heading(each)
        lead = found.ends if found else _lead(each)
        if lead and not found:
            yield _before(each.runs, lead), each.place, (HEI, KAI)
        item = bool(found and not found.ends) or (not found and _is_short_line(each))
        yield _after(each.runs, lead), each.place, (HEI, KAI) if item else ()
    signed = (each for each in (parts.addressee, parts.organ, parts.dated) if each)
    for each in (*parts.note, *dict.fromkeys(signed)):
        found = heading(each)
        yield _after(each.runs, found.ends if found else 0), each.place, ()


def _lead(each: Paragraph) -> int:
    """Return how many characters the first sentence has, 0 where it is too long to lead."""
    end = each.typed.find("。") + 1
    return end if end <= _LEADS else 0


def _is_short_line(each: Paragraph) -> bool:
    typed = each.typed.strip()
    return 0 < len(typed) <= _SHORT_LINE and typed[-1] not in "。；：，！？;:,!?"


def cut(paper: Paper) -> Iterator[Fault]:
    """The plan names the GB2312 cut: another of the same family prints nearly alike."""
    face = _asking(paper, paper.expected.body_font, BODY).face
    if not fonts.is_gb2312(face.name):
        return
    for each in paper.roles.body:
        for run in each.runs:
            if fonts.family(run.font) == face.family and not fonts.is_gb2312(run.font):
                hint = f"装了{face.name}的改过来；没有装的可以不改"
                yield Fault("", f"正文用的是“{run.font}”，方案写的是{face.name}", hint)
                return


def heads(paper: Paper) -> Iterator[Fault]:
    """7.3.3: “一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注”.

    A second-level one that runs on into its paragraph is as often set like the text.
    """
    size = _asking(paper, paper.expected.body_font, BODY).face.size
    for each in paper.roles.body:
        found = heading(each)
        if found is None or not found.ends:
            continue
        face = Asked(_FACES[found.level], size, "")
        runs_on = found.level > 1 and bool(each.text[found.ends :].strip())
        for wrong in _wrong(_before(each.runs, found.ends), face, (BODY.family,) * runs_on):
            message = f"第{'一二三四'[found.level - 1]}层标题是{wrong}，一般用{face.said}"
            hint = f"选中标题文字，字体选{face.family}，字号选{_size(face)}"
            yield Fault(each.place, message, hint)


def label(paper: Paper) -> Iterator[Fault]:
    """7.3.7: ““附件”二字及附件顺序号用3号黑体字顶格编排在版心左上角第一行”."""
    for each in paper.roles.attached:
        if re.fullmatch(r"附\s*件\s*\d*\s*", each.text):
            for wrong in _wrong(each.runs, Asked(HEI, BODY.size, ""), ()):
                hint = "选中“附件”和序号，字体选黑体，字号选三号"
                yield Fault(each.place, f"“附件”二字是{wrong}，应为3号黑体", hint)


def characters(paper: Paper) -> Iterator[Fault]:
    """Fonts named `_GB2312` lack characters such as 镕堃喆玥: they print as boxes or in another."""
    found: Counter[str] = Counter()
    places: dict[str, str] = {}
    for each in paper.document.paragraphs:
        for run in each.runs:
            if fonts.is_gb2312(run.font):
                for char in fonts.rare(run.text):
                    found[char] += 1
                    places.setdefault(char, each.place)
    for char in found:
        han = category(char) == "Lo"
        message = f"“{char}”不在 GB2312 里，_GB2312 的字体没有这个字，会变成别的字体或方框"
        hint = "这个字改用“仿宋”或“楷体”（不带 _GB2312 的）" if han else "删去，或改成文字"
        yield Fault(places[char], message, hint)


def _wrong(runs: Iterable[Run], asked: Asked, also: tuple[str, ...]) -> list[str]:
    """Return how runs differ from a face, worst first: a font, then a size."""
    families: Counter[str] = Counter()
    sizes: Counter[int] = Counter()
    for run in runs:
        count = len(_HAN.findall(run.text))
        families[fonts.family(run.font)] += count
        sizes[run.size] += count
    total = sum(families.values())
    stray = (HEI, KAI) if asked.family == FANGSONG else ()
    bad = [
        name
        for name, count in families.most_common()
        if count
        and name not in {asked.family, *also}
        and not (name in stray and count < total * _PART)
    ]
    wrong = [name or "没有指定的中文字体" for name in bad[:1]]
    off = [size for size, count in sizes.most_common() if count and size != asked.size]
    return wrong + [fonts.size_name(size) for size in off[:1] if asked.size]


def _before(runs: Iterable[Run], end: int) -> Iterator[Run]:
    for run in runs:
        if end <= 0:
            return
        yield run._replace(text=run.text[:end])
        end -= len(run.text)


def _after(runs: Iterable[Run], start: int) -> Iterator[Run]:
    for run in runs:
        yield run._replace(text=run.text[start:] if start > 0 else run.text)
        start -= len(run.text)


def _face_to_choose(face: Asked) -> str:
    return "方正小标宋简体" if face.family == MARK else face.name or face.family


def _size(face: Asked) -> str:
    return fonts.size_name(face.size).translate(str.maketrans("234", "二三四"))
