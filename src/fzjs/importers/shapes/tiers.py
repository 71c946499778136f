"""Who put an item on the list (国家、省、市), and 加分 or 减分: by legend, mark, heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from fzjs.importers.document import Document, Doubt, Place

_MARKS = {"括": "括号", "（": "括号", "(": "括号", "★": "★", "☆": "★", "*": "★", "※": "※", "▲": "▲",
          "△": "▲", "●": "●", "◆": "◆", "#": "#"}  # fmt: skip
_MARK = re.compile(r"括号|括弧|[★☆＊*※▲△●◆#]|[（(]\s*\d*\s*[）)]")
_TIER = re.compile(
    r"(?:我|本|全|结合|为|属|是|由|从)?(?P<tier>国家|中央|省|自治区|直辖市|市|州|盟|县|区|旗)"
    r"(?:级|里|委|定|实际)?[^，,；;。]{0,8}?(?:增加|新增|增设|自定|自设|特色|个性|补充|指标|要求|任务)"
)
_NAMES = {
    "中央": "国家",
    "自治区": "省",
    "直辖市": "省",
    "州": "市",
    "盟": "市",
    "区": "县",
    "旗": "县",
}
_QUOTED = 30
"""So many characters of an item's words stand in a doubt beside its number."""

_BY_MARK = {"": "国家", "括号": "省", "★": "市"}


def mark_of(number: str) -> str:
    """Return the mark that a printed number bears: 括号, ★ … or "" for a plain one."""
    text = number.strip()
    return next((_MARKS[sign] for sign in text if sign in _MARKS), "")


def legend(document: Document) -> dict[str, str]:
    """Return mark → tier as the document's prose explains it; empty where it does not.

    `序号前加括号的指标是结合我省实际增加的`, `标注▲的为市级新增任务`.
    """
    found: dict[str, str] = {}
    for paragraph in document.paragraphs():
        if not _MARK.search(paragraph.text) or not re.search("指标|任务|序号", paragraph.text):
            continue
        for clause in re.split(r"[；;。\n]", paragraph.text):
            _explain(clause, found)
    return found


def _explain(clause: str, found: dict[str, str]) -> None:
    """Take what one clause says of a mark: the mark first, the level after it."""
    mark = _MARK.search(clause)
    about = re.search(r"序号|编号|指标|任务|标[注有记]?|带|加", clause)
    tier = _TIER.search(clause, mark.end()) if mark and about else None
    if mark and tier:
        name = _NAMES.get(tier["tier"], tier["tier"])
        found.setdefault(_MARKS[mark[0][0] if mark[0][0] in _MARKS else "*"], name)


def tiers(
    numbers: Sequence[str],
    places: Sequence[Place],
    known: dict[str, str],
    texts: Sequence[str] = (),
) -> tuple[list[str], tuple[Doubt, ...]]:
    """Return each number's tier, by legend, else by its mark (a doubt); "" where nothing tells.

    Plain numbers alone say nothing; beside marked ones they are the list's stock (国家). `texts`
    are the items' words, which the doubts quote beside the numbers.
    """
    marks = [mark_of(number) for number in numbers]
    kinds = set(marks)
    if len(kinds) < 2 and not kinds & set(known):  # noqa: PLR2004  # one kind only
        return [""] * len(marks), ()
    found = [known.get(mark) or _BY_MARK.get(mark, "") for mark in marks]
    unsure = [mark for mark in dict.fromkeys(marks) if mark not in known]
    quoted = [
        f"{number}　{text[:_QUOTED]}" if number and text else number
        for number, text in zip(numbers, [*texts, *[""] * len(marks)], strict=False)
    ]
    return found, tuple(_doubt(mark, marks, quoted, places) for mark in unsure)


def one_run(numbers: Sequence[str]) -> list[str]:
    """Return the numbers for counting: without their mark where marked ones go on with the plain.

    `1、2、★3、4` is one run; `1、2、★1` are two, whose gaps are counted apart.
    """
    plain = {value for number in numbers if not mark_of(number) and (value := _value(number))}
    marked = {v for n in numbers if mark_of(n) not in {"", "括号"} and (v := _value(n))}
    if not marked or marked & plain or 1 in marked:
        return list(numbers)
    stock = [number if mark_of(number) in {"", "括号"} else "" for number in numbers]
    return [kept or str(_value(number)) for kept, number in zip(stock, numbers, strict=True)]


def _value(number: str) -> int:
    digits = re.findall(r"\d+", number)
    return int(digits[-1]) if digits else 0


def _doubt(
    mark: str, marks: Sequence[str], numbers: Sequence[str], places: Sequence[Place]
) -> Doubt:
    alike = [at for at, other in enumerate(marks) if other == mark]
    printed = [at for at in alike if numbers[at]] or alike
    first, count = printed[0], len(printed)
    words = f"{numbers[first]}（连同后面的共{count}项）" if count > 1 else numbers[first]
    tier = _BY_MARK.get(mark, "")
    what = f"编号带{mark}的" if mark else "编号不带记号的"
    why = "文中没有说明这种编号是哪一级的指标，按记号推定" if tier else "文中没有说明这种记号"
    assumed = f"{what}都作为{tier}级指标" if tier not in {"", "国家"} else f"{what}作为国家指标"
    assumed = assumed if tier else f"{what}没有定来源"
    return Doubt(places[first], "推断来源", words, assumed, why)


def category(headings: Iterable[str], text: str = "") -> str:
    """Return 加分, 减分 or 基础 by the text's opening or the nearest heading that says so."""
    opening = re.match(r"(?:加分|减分|扣分)(?:项目?|指标)?[：:]", text)
    for heading in (opening[0] if opening else "", *headings):
        plus, minus = "加分" in heading, re.search("减分|扣分|倒扣", heading)
        if plus and not minus and "加减分" not in heading:
            return "加分"
        if minus and not plus:
            return "减分"
    return "基础"
