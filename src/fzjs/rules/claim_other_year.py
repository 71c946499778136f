"""这个年度只有别的年度的材料

**查什么**　一个年度只靠这样的对应：事由、标题写明的年度（2020年度、2016—2018年）里没有它；或者落
款早在这一年开始以前。另有材料证明这一年的不报。汇总、时点、现行不查；制度、文件、证书可以管以后好
几年；计划、安排可以提前写；上年度的报告，标题可以写报告的那一年。

**为什么**　附件1 三.2：“每个年度的说明务必做到清晰完整”。2016 年的材料证明不了 2020 年，多半是复
制后忘了改年度。

**错**

```yaml
事由: 2016年度法治培训
对应: [{资料: 45-3, 年度: 2020}]
落款日期: 2016-12-20
```

**对**

```yaml
事由: 2020年度法治培训
对应: [{资料: 45-3, 年度: 2020}]
落款日期: 2020-12-22
```

**怎么改**　年度写错的改正；材料里确有这一年的，事由写全，如 2016—2020年；没有的，补这一年的材料。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from fzjs.assess import GOOD, Assessment, Met
from fzjs.assess.period import AT_TIME, BY_PIECE, IF_ANY, IN_FORCE, SUMMARY, claimed_years
from fzjs.assess.satisfy import Proof
from fzjs.diagnostic import Location, Severity
from fzjs.facts import Entry, Years
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN

_UNTIMED = {SUMMARY, AT_TIME, IN_FORCE, IF_ANY, BY_PIECE}
_EVER = 9999
_LASTING = {"制度文件", "文件", "证书"}
_AHEAD = re.compile(r"计划|安排|要点|方案|预算|部署|规划")
_YEAR = r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*年?\s*(?:度|以来)?"
_NAMED = re.compile(rf"{_YEAR}(?:\s*(?:[-—–~至到]+|以来至)\s*{_YEAR})?")
_QUOTED = re.compile(r"[〔\[(（]\s*(?:19|20)\d\d\s*[)）〕\]]\s*\d*\s*号?|《[^》]*》")


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each claim that alone meets a year which its paper does not speak of."""
    window = assessment.repository.campaign.window
    lonely: dict[Location, tuple[Proof, dict[int, str]]] = {}
    for met in assessment.met:
        if met.due.rhythm not in _UNTIMED and met.state in GOOD and not met.due.excused:
            for proof, year, why in _only(met, window):
                lonely.setdefault(proof.claim.period_place, (proof, {}))[1].setdefault(year, why)
    for place, (proof, years) in lonely.items():
        named = "、".join(map(str, sorted(years)))
        why = next(iter(years.values()))
        label = assessment.catalogue.label(proof.claim.material)
        message = f"{label}的 {named} 年只有这一份，而它{why}"
        hint = "年度写错的改正；材料里确有这一年的，事由写全；没有的，补这一年的材料"
        yield Found(place, message, hint)


def _only(met: Met, window: Years) -> Iterator[tuple[Proof, int, str]]:
    """Yield the proofs of a year of which no paper speaks."""
    good = [proof for proof in met.proofs if proof.state in GOOD]
    for year in met.due.span.years:
        about = [p for p in good if year in claimed_years(p.claim.period, window)]
        reported = {year, year + 1} if met.due.rhythm == "上年度" else {year}
        doubts: list[tuple[Proof, int, str]] = []
        for proof in about:
            why = _doubt(proof.standing.entry, year, reported)
            if not why:
                break
            doubts.append((proof, year, why))
        else:
            yield from doubts


def _doubt(entry: Entry, year: int, reported: set[int]) -> str:
    """Say why a paper does not speak of a year, or "" where it may.

    `reported` are the years that its title may name: a report on last year is often called by the
    year in which it is given. What lasts (a rule, a certificate) speaks of all years after.
    """
    named = _named(entry.subject) | _named(entry.title)
    lasting = entry.kind in _LASTING
    if len(named) == 1:
        first, last = next(iter(named))
        if not any(first <= each <= (_EVER if lasting else last) for each in reported):
            said = str(first) if first == last else f"{first}—{last}"
            return f"写明是 {said} 年的"
    ahead = _AHEAD.search(entry.subject + entry.title)
    if entry.dated and entry.dated.year < year and not (lasting or ahead):
        return f"落款是 {entry.dated}，那时 {year} 年还没有开始"
    return ""


@lru_cache(1024)
def _named(text: str) -> frozenset[Years]:
    """Return the years and ranges that a title names; those of a 文号 or of another's title apart.

    “2016年以来” reaches on without an end.
    """
    plain = _QUOTED.sub("", unicodedata.normalize("NFKC", text))
    found: set[Years] = set()
    for match in _NAMED.finditer(plain):
        first, last = int(match[1]), int(match[2] or match[1])
        found.add((first, _EVER if "以来" in match[0] and not match[2] else last))
    return frozenset(found)
