"""文字里的数与数据不一致

**查什么**　事由、摘录、正文里写的率、次数、学时，与“数据”里同一项目、同一年度的不一样。
拿不准的（目标、“不少于”、只说一个季度、几个数“分别”、一句里还有别的次数或人次）不报。

**为什么**　评估的人看的是文字，程序算的是数据，两处不一样，哪个是真的说不清。（减分项：“故意编
造、虚构有关数据、资料、文件等”）

**错**

```yaml
对应: [{资料: 31-2甲, 年度: 2020, 摘录: 全年审核行政规范性文件12件，审核率98%}]
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
```

**对**

```yaml
对应: [{资料: 31-2甲, 年度: 2020, 摘录: 全年审核行政规范性文件12件，审核率100%}]
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
```

**怎么改**　查原件，错的一处改正；说的不是一回事的，在文字里写清楚是什么、哪一年。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import floor
from typing import NamedTuple

from fzjs.assess import Assessment
from fzjs.assess.attain import value_of
from fzjs.assess.measure import RATIO, SPAN, form_of, parse
from fzjs.assess.period import claimed_years
from fzjs.diagnostic import KeyPath, Location, Severity
from fzjs.facts import Entry, Figure
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.figured import Asked, figured
from fzjs.rules.stated import Mention, mentions, named
from fzjs.source import Source

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
_BODY = "正文"


class Text(NamedTuple):
    """A text of an entry: what it is called, its keys, and the years it speaks of."""

    name: str
    words: str
    keys: KeyPath
    years: frozenset[int]


class Data(NamedTuple):
    """What an entry states of a 项目: unit, the value of each year, and where it first stands."""

    unit: str
    values: Mapping[int, tuple[Fraction, Fraction]]
    places: Mapping[int, Location]


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each number in a text that no figure of its 项目 and years agrees with."""
    documents = {each.file: each for each in assessment.repository.documents}
    for entry, asked in figured(assessment):
        document, forms = documents[entry.file], _forms(entry)
        units = _units(forms, asked)
        counted = {*units.values()} - {"%"}
        texts = ((t, [*mentions(t.words, counted)]) for t in _texts(entry, document, assessment))
        said = [(text, found) for text, found in texts if found]
        if said:  # most entries say no number
            data, context = _data(entry, forms, units), _context(entry, asked)
            for text, found in said:
                yield from _compare(text, found, document, data, context)


def _context(entry: Entry, asked: Asked) -> str:
    """Return what the entry is on, and the indicators that ask it for figures, in their words."""
    questions = (each for questions in asked.values() for each in questions)
    return entry.subject + "".join(each.indicator.text for each in questions)


def _units(forms: Mapping[str, str], asked: Asked) -> Mapping[str, str]:
    """Return the unit of each 项目 that is asked for or stated, where it is told."""
    found = ((item, _unit(item, forms.get(item), asked)) for item in {**asked, **forms})
    return {item: unit for item, unit in found if unit}


def _forms(entry: Entry) -> Mapping[str, str]:
    """Return the form of each 项目 that an entry states a year of."""
    forms: dict[str, str] = {}
    for figure in entry.figures:
        if figure.year and (form := form_of(figure)) != SPAN:
            forms.setdefault(figure.item, form)
    return forms


def _data(entry: Entry, forms: Mapping[str, str], units: Mapping[str, str]) -> Mapping[str, Data]:
    """Return what an entry states, by 项目; what it is asked and does not state has no values."""
    lines: defaultdict[str, defaultdict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in entry.figures:
        if figure.year and form_of(figure) != SPAN:
            lines[figure.item][figure.year].append(figure)
    found: dict[str, Data] = {}
    for item, unit in units.items():
        by_year = lines[item]
        values = {year: value_of(figures, forms[item]) for year, figures in by_year.items()}
        known = {year: value for year, value in values.items() if value and value[1]}
        places = {year: figures[0].place for year, figures in by_year.items()}
        found[item] = Data(unit, known, places)
    return found


def _unit(item: str, form: str | None, asked: Asked) -> str:
    """Return the unit in which a 项目 is stated or asked for, "" where none or several are."""
    if form == RATIO:
        return "%"
    measures = [parse(each.target.demand) for each in asked.get(item, ())]
    units = {measure.unit for measure in measures if measure and measure.form != SPAN}
    return units.pop() if len(units) == 1 else ""


def _texts(entry: Entry, document: Document, assessment: Assessment) -> Iterator[Text]:
    window = assessment.catalogue.campaign.window
    every = frozenset[int]().union(*(claimed_years(c.period, window) for c in entry.claims))
    yield Text("事由", entry.subject, ("事由",), every)
    for i, claim in enumerate(entry.claims):
        years = claimed_years(claim.period, window)
        yield Text("摘录", claim.quote, ("对应", i, "摘录"), years)
    # Of 正文 the facts have the length alone: the few entries that have one are read again.
    if entry.body_words is not None and document.is_whole:
        yield Text(_BODY, document.record.body, (_BODY,), every)


def _compare(
    text: Text,
    mentioned: list[Mention],
    document: Document,
    data: Mapping[str, Data],
    context: str,
) -> Iterator[Found]:
    """Yield the numbers of one text that contradict the data.

    Where a text says two things of one 项目 and year (before and after mending, in spring and in
    autumn), it contradicts only if neither is right, and counts may be parts of a whole.
    """
    said: defaultdict[tuple[tuple[str, ...], frozenset[int]], list[Mention]] = defaultdict(list)
    for mention in mentioned:
        fitting = [item for item, each in data.items() if each.unit == mention.unit]
        items = named(mention, fitting, context)
        years = frozenset(mention.years) or text.years
        if items:
            said[items, years].append(mention)
    for (items, years), found in said.items():
        parts = found[0].unit != "%" and len(found) > 1
        if not parts and not any(_agrees(m, data[i], years) for m in found for i in items):
            yield _found(text, document.source, found[0], items[0], data[items[0]], years)


def _agrees(mention: Mention, data: Data, years: frozenset[int]) -> bool:
    """Tell whether a number may be right; where a year has no figure nobody can tell."""
    if not years or not years <= data.values.keys():
        return True
    values = [data.values[year] for year in years]
    if data.unit == "%":
        # Over several years a rate lies between the lowest and the highest; 98.46 is 98.4 or 98.5.
        grid: int = 10**mention.decimals
        shares = [upper * 100 / lower * grid for upper, lower in values]
        stated = mention.number * grid
        return floor(min(shares)) <= stated <= floor(max(shares) + Fraction(1, 2))
    amounts = [amount for amount, _ in values]
    if len(amounts) == 1 or len(mention.years) > 1:
        return mention.number in {*amounts, sum(amounts)}
    return True


def _found(  # what a message is made of
    text: Text, source: Source, mention: Mention, item: str, data: Data, years: frozenset[int]
) -> Found:
    first, last = min(years), max(years)
    when = f"{first}年" if first == last else f"{first}至{last}年"
    message = f"{text.name}写“{mention.words}”，数据里{when}“{item}”是 {_value(data, years)}"
    related = ((data.places[first], "数据在这里"),)
    place = source.locate(text.keys)
    if text.name == _BODY:
        place = _line(text, source, mention.at, place)
    return Found(place, message, "查原件，文字和数据哪个错改哪个", related)


def _value(data: Data, years: frozenset[int]) -> str:
    values = [data.values[year] for year in sorted(years)]
    if data.unit != "%":
        return f"{_short(sum((amount for amount, _ in values), Fraction()))}{data.unit}"
    shares = sorted(upper * 100 / lower for upper, lower in values)
    if len(values) == 1:
        return f"{_short(shares[0])}%（{values[0][0]}/{values[0][1]}）"
    return f"{_short(shares[0])}% 至 {_short(shares[-1])}%"


def _short(number: Fraction) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def _line(text: Text, source: Source, at: int, place: Location) -> Location:
    """Return the line of 正文 on which a number stands, the start of 正文 where it is folded."""
    begin = text.words.rfind("\n", 0, at) + 1
    words = text.words[begin:].partition("\n")[0]
    lines = source.text.split("\n")[place.line - 1 :]
    for number, line in enumerate(lines, place.line):
        if words in line:
            return Location(source.file, number, line.index(words) + at - begin + 1)
    return place
