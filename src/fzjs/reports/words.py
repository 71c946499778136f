"""What entries say in their own words, with the source of each: 摘录, 正文 and 数据.

DESIGN section 6: “nothing is invented to fill a gap”. Only what a review has passed speaks, to the
letter; a 涉密 entry never does, an 内部 one in no public document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fzjs.assess import Assessment, Standing, State
from fzjs.assess.attain import value_of
from fzjs.assess.measure import RATIO, form_of, parse
from fzjs.assess.period import claimed_years, has_year
from fzjs.assess.satisfy import prove
from fzjs.facts import Claim, Figure
from fzjs.models import Evidence
from fzjs.personal import mask
from fzjs.reports.wording import periods

QUOTE, BODY, FIGURE = "摘录", "正文", "数据"
FEW = 3
"""How many words of its entries stand for a 一级指标."""

_RULE = (
    f"以下引用审核通过的条目，每部分最多{FEW}句：文字在先，数字在后；年度近的在先，同年的按指标"
    "次序；一项指标一句；自评不达标的数字不在内。引号内是原话，括号内是年度和出处。"
)
_HALF = re.compile(r"(\d{4})([上下])")
_SENTENCE = re.compile("[^。！？]+[。！？]?")


class Words(NamedTuple):
    """Words of an entry; `years` is () where they name none, `item` is that of a number.

    `unmet` says of a number which 量化要求 it is that the figures do not meet, and when.
    """

    kind: str
    text: str
    entry: str
    office: str
    sample: bool
    indicator: str
    period: str
    years: tuple[int, ...]
    item: str = ""
    doubt: str = ""
    unmet: str = ""
    internal: bool = False


class Spoken(NamedTuple):
    """All words in plan order; `masked` counts those that hold a person's number and are left out.

    `internal` and `secret` name the entries that may not speak.
    """

    words: tuple[Words, ...]
    masked: int
    internal: frozenset[str]
    secret: frozenset[str]


def spoken(assessment: Assessment, *, public: bool = False) -> Spoken:
    """Return what passed entries say; in a `public` document the 内部 ones are silent."""
    records = {d.file: d.record for d in assessment.repository.documents}
    inward: set[str] = set()
    hidden: set[str] = set()
    found: list[Words] = []
    for standing in assessment.standings.values():
        entry = standing.entry
        record = records.get(entry.file)
        if entry.secret or not isinstance(record, Evidence):
            hidden.add(entry.id)
            continue
        if record.publicity == "内部":
            inward.add(entry.id)
            if public:
                continue
        said = _of_entry(assessment, standing, record.body or "")
        found += [each._replace(internal=entry.id in inward) for each in said]
    kept = [each for each in found if mask(each.text) == each.text]
    order = {key: place for place, key in enumerate(assessment.catalogue.rows)}
    return Spoken(
        tuple(sorted(_doubted(assessment, kept), key=lambda w: order.get(w.indicator, len(order)))),
        len(found) - len(kept),
        frozenset(inward),
        frozenset(hidden),
    )


def _of_entry(assessment: Assessment, standing: Standing, body: str) -> Iterator[Words]:
    passed = [c for c in standing.entry.claims if prove(standing, c) is State.PASSED]
    if passed:
        yield from _quotes(assessment, standing, passed)
        yield from _paragraphs(assessment, standing, passed, body)
        yield from _figures(assessment, standing, passed)


def _words(
    assessment: Assessment, standing: Standing, claims: Sequence[Claim], said: tuple[str, str]
) -> Words:
    """Return words under the indicator of the first of the claims that they stand for."""
    kind, text = said
    key = assessment.catalogue.material(claims[0].material).partition("-")[0]
    labels = list(dict.fromkeys(claim.period for claim in claims))
    window = assessment.repository.campaign.window
    named = [claimed_years(each, window) for each in labels if has_year(each)]
    years = set().union(*named) if len(named) == len(labels) else set()
    return Words(
        kind, text, standing.entry.id,
        assessment.catalogue.folder_office(standing.entry.office), standing.entry.sample,
        key, _spell(labels), tuple(sorted(years)),
    )  # fmt: skip


def _spell(labels: Sequence[str]) -> str:
    """Return `2016—2020年度`, `2020年上半年`; 汇总 and 现行 stand as they are."""
    text = _HALF.sub(r"\1年\2半年", periods(sorted(labels), "—"))
    return f"{text}年度" if text[-1:].isdigit() else text


def _quotes(assessment: Assessment, standing: Standing, passed: Iterable[Claim]) -> Iterator[Words]:
    """Yield each 摘录 once a period, for all the claims that carry it."""
    same: dict[tuple[str, str], list[Claim]] = {}
    for claim in passed:
        if claim.quote.strip():
            same.setdefault((claim.quote.strip(), claim.period), []).append(claim)
    for (text, _), claims in same.items():
        yield _words(assessment, standing, claims, (QUOTE, text))


def _paragraphs(
    assessment: Assessment, standing: Standing, passed: Sequence[Claim], body: str
) -> Iterator[Words]:
    for line in body.splitlines():
        if line.strip():
            yield _words(assessment, standing, passed, (BODY, line.strip()))


def _figures(
    assessment: Assessment, standing: Standing, passed: Sequence[Claim]
) -> Iterator[Words]:
    """Yield each number once a year; the lines of one entry are added up, as `attain` does."""
    found: dict[tuple[str, int], list[Figure]] = {}
    for figure in standing.entry.figures:
        if figure.year is not None and figure.days is None:
            found.setdefault((figure.item, figure.year), []).append(figure)
    for (item, year), figures in found.items():
        claim = _measured_by(assessment, passed, item)
        unit = _unit(assessment, claim, item)
        text = _number(item, figures, unit)
        if text:
            said = _words(assessment, standing, [claim], (FIGURE, text))
            yield said._replace(period=f"{year}年度", years=(year,), item=item)


def _measured_by(assessment: Assessment, passed: Sequence[Claim], item: str) -> Claim:
    """Return the claim whose indicator asks for the item, else the first."""
    return next((c for c in passed if _target(assessment, c, item) is not None), passed[0])


def _target(assessment: Assessment, claim: Claim, item: str) -> str | None:
    key = assessment.catalogue.material(claim.material).partition("-")[0]
    row = assessment.catalogue.rows.get(key)
    targets = row.indicator.targets if row else ()
    return next((each.demand for each in targets if each.item == item), None)


def _unit(assessment: Assessment, claim: Claim, item: str) -> str:
    measure = parse(_target(assessment, claim, item) or "")
    return measure.unit if measure and measure.form != RATIO else ""


def _number(item: str, figures: Sequence[Figure], unit: str) -> str:
    """Return `负责人出庭率100.0%（12/12）`, or `专题培训42学时`; "" for no number."""
    forms = {form_of(figure) for figure in figures}
    value = value_of(figures, next(iter(forms))) if len(forms) == 1 else None
    if value is None:
        return ""
    upper, lower = value
    if forms != {RATIO}:
        return f"{item}{float(upper):g}{unit}"
    if not 0 <= upper <= lower or not lower:
        return ""  # what cannot be is no 成效: `show` calls it 未评
    return f"{item}{float(100 * upper / lower):.1f}%（{upper}/{lower}）"


def _doubted(assessment: Assessment, found: Iterable[Words]) -> Iterator[Words]:
    """Mark the numbers that entries state differently, and those of a 量化要求 that is not met."""
    every = list(found)
    stated: dict[tuple[str, str, str], set[str]] = {}
    for each in every:
        if each.kind == FIGURE:
            stated.setdefault(_item(each), set()).add(each.text)
    for each in every:
        if each.kind == FIGURE:
            differs = len(stated[_item(each)]) > 1
            doubt = "各条目数字不一，待核" if differs else ""
            yield each._replace(doubt=doubt, unmet=_unmet(assessment, each))
        else:
            yield each


def _unmet(assessment: Assessment, each: Words) -> str:
    judged = assessment.indicators.get(each.indicator)
    judgements = judged.judgements if judged else ()
    found = (j for j in judgements if j.met is False and j.target.item == each.item)
    return next((f"{j.target.item}要求{j.target.demand}，{j.reason}" for j in found), "")


def _item(each: Words) -> tuple[str, str, str]:
    return each.indicator, each.item, each.period


def chosen(found: Iterable[Words], most: int = FEW) -> list[Words]:
    """Return the few words that stand for a heading.

    Sentences before numbers; the newest period first, what names none last; then plan order; one
    for each indicator. Of a 正文 the first sentence. A number that fails its 量化要求 is no 成效.
    """
    best: dict[str, Words] = {}
    for each in sorted((w for w in found if not w.unmet), key=_rank):
        first = _first(each)
        if first.text not in {other.text for other in best.values()}:
            best.setdefault(each.indicator, first)
    return list(best.values())[:most]


def spread(found: Iterable[Words], most: int) -> tuple[list[Words], int]:
    """Return as many words as a list holds, and how many more there are; each text once.

    One of each indicator before any has a second; what is taken stands in the order given.
    """
    once = list({each.text: each for each in reversed(list(found))}.values())[::-1]
    turns: Counter[str] = Counter()
    ranked = []
    for place, each in enumerate(once):
        ranked.append((turns[each.indicator], place))
        turns[each.indicator] += 1
    taken = sorted(place for _, place in sorted(ranked)[:most])
    return [once[place] for place in taken], len(once) - len(taken)


def _rank(each: Words) -> tuple[bool, int]:
    return each.kind == FIGURE, -max(each.years, default=0)


def _first(each: Words) -> Words:
    sentence = _SENTENCE.search(each.text) if each.kind == BODY else None
    return each._replace(text=sentence[0]) if sentence else each


def plain(each: Words) -> dict[str, Any]:
    """Return words as data: 原话 to the letter, 引文 as printed, 出处 behind it in brackets."""
    quoted = each.text if each.kind == FIGURE else f"“{each.text}”"
    inward = "内部材料，对外不引用" if each.internal else ""
    source = "，".join(filter(None, (each.period, each.entry, inward, each.doubt)))
    return {
        "种类": each.kind,
        "原话": each.text,
        "引文": quoted,
        "年度": each.period,
        "条目": each.entry,
        "出处": source,
        "存疑": each.doubt,
    }


def of_level(assessment: Assessment, said: Spoken, office: str = "") -> dict[str, list[Words]]:
    """Return words by 一级指标; those of one office's entries where it is given."""
    rows = assessment.catalogue.rows
    found: dict[str, list[Words]] = {}
    for each in said.words:
        if each.indicator in rows and office in {"", each.office}:
            found.setdefault(rows[each.indicator].indicator.level1, []).append(each)
    return found


def sampled(found: Collection[Words]) -> bool:
    """Tell whether any of these words are only a sample's."""
    return any(each.sample for each in found)


def rule(parts: Iterable[Mapping[str, Any]]) -> str:
    """Say by which rule words were chosen where any part has some (做法); "" where none has."""
    return _RULE if any(part["做法"] for part in parts) else ""


def left_out(said: Spoken) -> str:
    """Say on the first page what is not quoted, and why; "" if nothing."""
    return f"有{said.masked}句原话里有电话或证件号码，没有引用。" if said.masked else ""
