"""How a Chinese plan numbers: what opens a paragraph (`第一章`, `一、`, `★1`), and gaps.

The grammar of GB/T 9704 (一、（一）1. （1）) and what web pages make of it: half-width signs,
`1、`, `1)`, circled numbers. Dates (`2016年`), decimals (`12.4`), ranges and law numbers open none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from fzjs.importers.document import Doubt, Place
from fzjs.importers.words.script import plain

SPACE = r"[\s\u2800-\u28ff\ufeff]"
"""White space, the full-width and no-break ones too; blank braille is used as filling."""

_ONES = "零一二三四五六七八九"
_CHINESE = "[零〇一二两三四五六七八九十百]{1,7}"
_ARABIC = "[0-9０-９]{1,4}"
_EITHER = f"(?:{_ARABIC}|{_CHINESE})"
_STOP = rf"(?=[:：、.．，,;；（(【\[《“]|{SPACE}|$)"
_COUNTED = "[年月日号时点分秒个项条次件名人份家级类种期届倍万亿元米%％岁天周季度楼层]"


class Lead(NamedTuple):
    """How a paragraph opens.

    `style` names the namespace, whatever the width of the signs: `章`, `节`, `条`, `部分`, `一、`,
    `（一）`, `1.`, `（1）`, `1）`, `①`, `⑴`, `一是`, `A.`, `1.1`, `1`, `★1`, `第N项`, `加分1`,
    `减分1`, `附加1`, and `指标N`, `任务N` … for a word with a number. `value` is its number (of
    `1.1` the last part), `printed` the opening as it stands, `rest` what follows.
    """

    style: str
    value: int
    printed: str
    rest: str

    @property
    def number(self) -> str:
        """The opening without the stop that parts it from the words: `1`, `（一）`, `第1项指标`."""
        return self.printed.strip().strip("、.．:：【】[]").strip()


def chinese(words: str) -> int | None:
    """Return the value of a Chinese numeral up to 999; None where it is none (`二〇二一`)."""
    text = words.replace("〇", "零").replace("两", "二")
    digit = "[一二三四五六七八九]"
    form = rf"(?:({digit})百)?(?:零?({digit})?(十))?(?:零?({digit}))?"
    match = re.fullmatch(form, text)
    if not match or not text.strip("零"):
        return None
    hundreds, tens, ten, ones = match.groups()
    if hundreds and not ten and ones and "零" not in text:
        return None
    value = _one(hundreds) * 100 + (_one(tens) if tens else bool(ten)) * 10 + _one(ones)
    return value or None


def lead(text: str) -> Lead | None:
    """Return how a paragraph opens; None where no number of a list or heading stands first.

    Half- and full-width signs and digits read alike; white space before the opening is no part.
    """
    return _short_lead(text) if len(text) <= _REMEMBERED else _lead(text)


def _lead(text: str) -> Lead | None:
    printed = _LEADING.sub("", text)
    line = plain(printed)
    for style, pattern, sound in _FORMS:
        match = pattern.match(line)
        if not match:
            continue
        value = _value(match["n"])
        rest = re.sub(rf"^(?:{SPACE}|[:：、.．])+", "", printed[match.end() :])
        if value is None or not sound(match, line[match.end() :]):
            continue
        return Lead(style or _own(match), value, printed[: match.end()].rstrip(), rest)
    return None


_LEADING = re.compile(rf"^{SPACE}+")
_REMEMBERED = 1000
"""A longer text is read again each time: what is kept stays small."""
_short_lead = lru_cache(maxsize=16_384)(_lead)
"""Each shape asks for the same paragraphs: 16,384 hold those of a plan with 5,000 items."""


def expected(text: str, value: int) -> Lead | None:
    """Return the opening of a paragraph whose words begin with digits: `2.12345热线……`.

    `value` is the number that the run expects here; alone, such words read as a decimal.
    """
    printed = re.sub(rf"^{SPACE}+", "", text)
    match = re.match(
        rf"(?P<n>{_ARABIC}){SPACE}?[.．、](?=[0-9０-９]{{1,6}}[^0-9０-９.．、])", printed
    )
    if match is None or int(match["n"]) != value or lead(text) is not None:
        return None
    return Lead("1.", value, match[0], printed[match.end() :])


def gaps(
    numbers: Sequence[str], places: Sequence[Place], spaces: Sequence[str] = ()
) -> list[Doubt]:
    """Return doubts for numbers missing, printed twice, or going back, in each namespace.

    `numbers` are the printed ones in the source's order, `places` theirs; `spaces` where the
    rows' class (加分, 减分) keeps equal numbers apart. A number that starts again at 1 opens a new
    run and is one doubt. Nothing is filled in: a deleted item leaves its gap (requirements 1.4).
    """
    runs: dict[tuple[str, str], list[tuple[int, int]]] = {}
    doubts: list[Doubt] = []
    for at, number in enumerate(numbers):
        known = _space(number)
        if known is None:
            continue
        name = (spaces[at] if at < len(spaces) else "", known[0])
        run = runs.setdefault(name, [])
        fault = _fault(known[1], run)
        if fault:
            doubts.append(_doubt(places[at], number, *fault))
        if fault and known[1] == 1:
            doubts += _missing(run, numbers, places)
            run.clear()
        run.append((known[1], at))
    for run in runs.values():
        doubts += _missing(run, numbers, places)
    return sorted(doubts, key=lambda doubt: doubt.place.order)


def _fault(value: int, run: list[tuple[int, int]]) -> tuple[str, str, str] | None:
    """Return kind, assumption and reason where a number repeats or goes back within its run."""
    if not run or value > run[-1][0]:
        return None
    if value == 1:
        why = "编号从1重新开始，同一个编号不止一条"
    elif any(value == other for other, _ in run):
        why = "同一个编号前面已有一条"
    else:
        return "编号倒序", "按原文的次序和编号", f"前一条是{run[-1][0]}，这一条反而小"
    return "编号重复", "两条都保留", why


def _missing(
    run: list[tuple[int, int]], numbers: Sequence[str], places: Sequence[Place]
) -> list[Doubt]:
    """Return a doubt for each gap of a run, at the first number after it."""
    found: list[Doubt] = []
    last = 0
    for value, at in sorted(dict(reversed(run)).items()):
        if value > last + 1:
            lost = f"{last + 1}" if value == last + 2 else f"{last + 1}至{value - 1}"
            why = f"缺{lost}：可能是与本单位无关而删去，也可能是漏排"
            found.append(_doubt(places[at], numbers[at], "编号缺漏", "不补，按原文", why))
        last = value
    return found


def _doubt(place: Place, number: str, kind: str, assumed: str, why: str) -> Doubt:
    return Doubt(place, kind, number, assumed, why, about=number)


def _space(number: str) -> tuple[str, int] | None:
    """Return the namespace and value of a printed number: by its opening, else its last digits."""
    opening = lead(number)
    if opening and not opening.rest:
        return opening.style.rstrip(".") or opening.style, opening.value
    alone = chinese(number.strip())
    if alone:
        return "一、", alone
    folded = unicodedata.normalize("NFKC", number).strip()
    match = re.search(r"(\d{1,6})\D{0,3}$", folded)
    return (folded[: match.start()], int(match[1])) if match else None


def _one(numeral: str | None) -> int:
    return _ONES.index(numeral) if numeral else 0


def _value(printed: str) -> int | None:
    """Return the value of an Arabic, Chinese, circled or Roman number, or of a letter."""
    last = re.split(r"[.．]", printed)[-1]
    if re.fullmatch(r"[0-9０-９]+", last):
        return int(last)
    if re.fullmatch(r"[A-Za-zＡ-Ｚ]", last):
        return ord(unicodedata.normalize("NFKC", last).upper()) - ord("A") + 1
    if len(last) == 1 and unicodedata.category(last) in {"No", "Nl"}:
        return int(unicodedata.numeric(last))
    return chinese(last)


def _own(match: re.Match[str]) -> str:
    """Return the style of an opening that names itself: 第一章 → 章, 扣分项1 → 减分1."""
    groups = match.groupdict()
    if groups.get("unit"):
        return groups["unit"]
    if groups.get("extra"):
        return {"扣": "减分1", "减": "减分1", "加": "加分1"}.get(groups["extra"][0], "附加1")
    return f"{groups['word']}N"


def _any(_match: re.Match[str], _rest: str) -> bool:
    return True


def _no_year(match: re.Match[str], _rest: str) -> bool:
    """`（1）`, not the `（2021）` of a court's file or of a year."""
    return not re.fullmatch("(?:19|20)[0-9]{2}", match["n"])


def _stopped(match: re.Match[str], rest: str) -> bool:
    """`1.`, `1、`: no digit follows (12.4, 87、88) save a year, a month, or after a space."""
    spaced = match[0] != match[0].rstrip()
    return spaced or not re.match(r"[0-9０-９](?!\d{3}年|\d?月)", rest)


def _listed(_match: re.Match[str], rest: str) -> bool:
    """`一、`: none where a second numeral follows, as in 一、二级指标 and 三、四季度."""
    return not re.match(f"{_CHINESE}(?:[、，和]|{_COUNTED}|[等线产])", rest)


def _short(_match: re.Match[str], rest: str) -> bool:
    """`一 总则`, `第一章总则`: only a heading stands without a stop."""
    return 0 < len(rest.strip()) <= 40 and not re.search(r"[。；;]", rest)  # noqa: PLR2004  # a line


def _bare(match: re.Match[str], rest: str) -> bool:
    """`1 健全制度`, `1`: not `5 月底前`."""
    return not rest.strip() or (
        match[0] != match[0].rstrip() and not re.match(rf"{_COUNTED}|[\d\W]", rest)
    )


def _decimal(match: re.Match[str], rest: str) -> bool:
    """`1.1 健全制度`, `1.1.2健全`: not `1.5 万人`; two parts need a stop or a space after them."""
    three = len(re.findall(r"[.．]", match[0].rstrip().rstrip(".．、"))) > 1
    parted = match[0][-1] in ".．、" or match[0] != match[0].rstrip()
    return (three or (parted and bool(rest))) and not re.match(rf"{_COUNTED}|[\d０-９]", rest)


_WORDS = (
    "指标|工作任务|重点任务|具体任务|主要任务|任务|重点工作|工作|事项|项目|措施|要点|清单|序号|编号"
)
_EXTRA = r"(?:附加(?:项目?)?(?:指标)?[:：、]?)?(?P<extra>[加减扣]分)(?:项目?)?(?:指标)?"

_Form = tuple[str, re.Pattern[str], Callable[[re.Match[str], str], bool]]
_FORMS: tuple[_Form, ...] = (
    (
        "",
        re.compile(rf"第{SPACE}?(?P<n>{_EITHER}){SPACE}?(?P<unit>[章节篇编条款]|部分){_STOP}"),
        _any,
    ),
    ("", re.compile(rf"第(?P<n>{_EITHER})(?P<unit>[章节篇编]|部分)"), _short),
    ("第N项", re.compile(rf"第{SPACE}?(?P<n>{_EITHER}){SPACE}?[项个](?:{_WORDS})?{_STOP}"), _any),
    ("★1", re.compile(rf"[★☆*＊]{SPACE}?(?P<n>{_ARABIC})[.．、]?(?![0-9年])"), _any),
    ("", re.compile(rf"{_EXTRA}{SPACE}?[（(]?(?P<n>{_EITHER})[）)]?{_STOP}"), _any),
    ("", re.compile(rf"(?P<extra>附加)(?:项目?)?(?:指标)?{SPACE}?(?P<n>{_EITHER}){_STOP}"), _any),
    ("", re.compile(rf"[【\[](?P<word>{_WORDS}){SPACE}?(?P<n>{_EITHER})[】\]]"), _any),
    (
        "",
        re.compile(rf"(?P<word>{_WORDS}){SPACE}?(?P<n>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,2}}){_STOP}"),
        _any,
    ),
    ("", re.compile(rf"(?P<word>{_WORDS}){SPACE}?[（(]?(?P<n>{_EITHER})[）)]?{_STOP}"), _any),
    ("（1）", re.compile(rf"[（(]{SPACE}?(?P<n>{_ARABIC}){SPACE}?[）)][、.．]?"), _no_year),
    ("（一）", re.compile(rf"[（(]{SPACE}?(?P<n>{_CHINESE}){SPACE}?[）)][、.．]?"), _any),
    ("（一）", re.compile(r"(?P<n>[㈠-㈩])[、.．]?"), _any),
    ("一、", re.compile(rf"(?P<n>{_CHINESE}){SPACE}?[、.．]"), _listed),
    ("一是", re.compile(f"(?P<n>{_CHINESE})是(?!否)"), _any),
    ("一、", re.compile(rf"(?P<n>{_CHINESE}){SPACE}+"), _short),
    ("1.1", re.compile(rf"(?P<n>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[.．、]?{SPACE}*"), _decimal),
    ("1.", re.compile(rf"(?P<n>{_ARABIC}){SPACE}?[.．、](?:{SPACE}+(?=[0-9]))?"), _stopped),
    ("1）", re.compile(rf"(?P<n>{_ARABIC})[）)][、.．]?"), _any),
    ("①", re.compile(r"(?P<n>[①-⑳㉑-㉟㊱-㊿❶-❿])"), _any),
    ("⑴", re.compile(r"(?P<n>[⑴-⒇])"), _any),
    ("1.", re.compile(r"(?P<n>[⒈-⒛])"), _any),
    ("Ⅰ", re.compile(r"(?P<n>[Ⅰ-Ⅻ])[、.．]?"), _any),
    ("A.", re.compile(r"(?P<n>[A-ZＡ-Ｚ])[、.．](?![A-Za-z0-9])"), _any),
    ("1", re.compile(rf"(?P<n>[0-9０-９]{{1,3}}){SPACE}*"), _bare),
)
