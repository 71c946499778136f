"""同一份附件同一页，两处摘录的数字不一样

**查什么**　附件的哈希相同、页相同、年度相同的两条对应，摘录的话除了数字几乎一样（八成半以上，没有
换词），数字却不同。年份、月日、文号、第几次不算数字。附件不止一个、没有写页的，同样的附件、同样没
写页才比。

**为什么**　同一页纸上同一句话只有一个数，两处里有一处抄错了；评估的人翻到那一页就看见。（附件2 减
分2：“故意编造、虚构有关数据、资料、文件等”）

**错**

```yaml
- {资料: 31-2甲, 年度: 2020, 页: 1, 摘录: 全年审核文件12件}
- {资料: 29-1, 年度: 2020, 页: 1, 摘录: 全年审核文件15件}
```

**对**

```yaml
- {资料: 31-2甲, 年度: 2020, 页: 1, 摘录: 全年审核文件12件}
- {资料: 29-1, 年度: 2020, 页: 1, 摘录: 全年审核文件12件}
```

**怎么改**　翻到那一页，照原文改正抄错的一处。
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Claim, Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN

_ALIKE = 85
_MOST_PAGES = 50
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?[万亿]?|[零〇一二三四五六七八九十百千万亿两]+")
_NAMING = re.compile(r"[月号是、)\]〕]")
"""What follows a number that names something (3月, 12号, 一是) and counts nothing."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN = re.compile(r"[一-鿿、。，；：]*")
"""Half of the quotes have no figure: to write them in one way is most of reading them."""
_NO_WORDS = re.compile(rf"{_NUMBER.pattern}|[\W_]+")
_DIGITS = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


class _Quote(NamedTuple):
    entry: Entry
    claim: Claim
    names: tuple[str, ...]
    counts: tuple[str, ...]


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each quote that says another number than one before it on the same page."""
    for quoted in _papers(assessment):
        if len(quoted) > 1 and len({claim.quote for _, claim in quoted}) > 1:
            yield from _of_paper(_on_shared_pages(quoted))


def _papers(assessment: Assessment) -> Iterator[list[tuple[Entry, Claim]]]:
    """Yield the quotes from the same bytes, where there are several: most papers have one."""
    found: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in assessment.repository.entries.values():
        if entry.attachments and entry.state != "撤回":
            papers = [item.sha256 for item in entry.attachments]
            found[tuple(papers if len(papers) == 1 else sorted(set(papers)))].append(entry)
    for entries in found.values():
        if len(entries) > 1 or len(entries[0].claims) > 1:
            yield [(entry, claim) for entry in entries for claim in entry.claims if claim.quote]


def _on_shared_pages(quoted: list[tuple[Entry, Claim]]) -> Iterator[tuple[Entry, Claim]]:
    """Yield the quotes that stand on a page with other words of the period: few are to be read."""
    said: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for _, claim in quoted:
        for page in _pages(claim.pages):
            said[page, claim.period].add(claim.quote)
    for entry, claim in quoted:
        if any(len(said[page, claim.period]) > 1 for page in _pages(claim.pages)):
            yield entry, claim


def _of_paper(quoted: Iterable[tuple[Entry, Claim]]) -> Iterator[Found]:
    groups: defaultdict[tuple[object, ...], dict[str, _Quote]] = defaultdict(dict)
    for quote in (_read(entry, claim) for entry, claim in quoted):
        if not quote.counts:
            continue
        said = [groups[key] for key in _keys(quote)]
        other = next((q for group in said for q in group.values() if _denies(q, quote)), None)
        if other:
            yield _found(quote, other)
        for group in said:
            group.setdefault(quote.claim.quote, quote)


def _found(quote: _Quote, other: _Quote) -> Found:
    here, there = (
        "、".join(mine for mine, theirs in zip(a, b, strict=True) if mine != theirs)
        for a, b in ((quote.counts, other.counts), (other.counts, quote.counts))
    )
    message = f"同一份附件同一页的同一句话，这里摘录的是 {here}，“{other.entry.id}”摘录的是 {there}"
    related = ((other.claim.place, f"那里的摘录：{other.claim.quote}"),)
    return Found(quote.claim.place, message, "翻到那一页，照原文改正抄错的一处", related)


def _keys(quote: _Quote) -> Iterator[tuple[object, ...]]:
    """Yield what a quote shares with others of the same bytes: each page, period and names."""
    for page in _pages(quote.claim.pages):
        yield page, quote.claim.period, quote.names, len(quote.counts)


@lru_cache(1024)
def _pages(written: str) -> tuple[int, ...]:
    """Return the pages that a quote is from, 0 alone where it says none."""
    pages: set[int] = set()
    text = unicodedata.normalize("NFKC", written)
    for first, last in re.findall(r"(\d{1,5})(?:\s*[-—–~至]\s*(\d{1,5}))?", text):
        pages |= set(range(int(first), min(int(last or first), int(first) + _MOST_PAGES) + 1))
    return tuple(sorted(pages)) or (0,)


def _read(entry: Entry, claim: Claim) -> _Quote:
    return _Quote(entry, claim, *_split(claim.quote))


@lru_cache(256)
def _split(quote: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the numbers of a quote that name, and those that count.

    An entry often quotes the same words for several materials.
    """
    text = quote if _PLAIN.fullmatch(quote) else unicodedata.normalize("NFKC", quote)
    names: list[str] = []
    counts: list[str] = []
    for found in _NUMBER.finditer(text):
        start, end = found.span()
        before = text[start - 1 : start] if start else ""
        naming = (
            before in {"第", "(", "〔", "["}
            or _NAMING.match(text, end)
            or (before == "月" and text.startswith("日", end))
        )
        year = _YEAR.fullmatch(found[0])
        (names if naming or year else counts).append(_value(found[0]))
    return tuple(names), tuple(counts)


def _value(number: str) -> str:
    """Return a number in one writing: 十二 is 12, 1,200 is 1200, 1.2万 is 12000."""
    if number[0].isascii():
        value = float(re.sub(r"[,万亿]", "", number)) * _UNITS.get(number[-1], 1)
        return f"{value:.6f}".rstrip("0").rstrip(".")
    total = section = digit = 0
    for mark in number:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif _UNITS[mark] < _UNITS["万"]:
            section, digit = section + (digit or 1) * _UNITS[mark], 0
        else:
            total, section, digit = (total + section + digit) * _UNITS[mark], 0, 0
    return str(total + section + digit)


def _denies(one: _Quote, other: _Quote) -> bool:
    """Tell whether two quotes say the same of the same thing with another number."""
    return one.counts != other.counts and _same_words(one.claim.quote, other.claim.quote)


def _same_words(*quotes: str) -> bool:
    """A word in another's place (复议 for 应诉) is another thing; one more or less is not."""
    one, other = (_NO_WORDS.sub("", unicodedata.normalize("NFKC", quote)) for quote in quotes)
    if one == other:
        return bool(one)
    # Imported here: only quotes that differ need it, and every check would pay for it.
    from rapidfuzz import fuzz  # noqa: PLC0415  # see above
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  # see above

    if fuzz.ratio(one, other) < _ALIKE:
        return False
    return all(step.tag != "replace" for step in Levenshtein.editops(one, other))
