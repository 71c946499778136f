"""批准不适用、延期的人或日期可疑

**查什么**　“不适用”“延期”的批准日期、“口径”的决定日期在今天以后；批准日期早于创建开始（最早的“阶
段”的起；没有写的，窗口的第一天）；批准人就是欠这件材料的科室的责任人或联络人，而这个科室不是创建办。

**为什么**　不适用的不进分母，延期的不算逾期：自己欠的自己批，等于没有人批，漏了项也没有人看。（附
件1二.5：“提供的文件资料要确保不能漏项”）批准日期不对的，多半是打错了，或还没有批就先写上：不到
那一天不算数，照欠、照算逾期，口径照算未定。

**错**

```yaml
# 19 项的责任科室是律师公证管理科，责任人王某丁
不适用: [{对象: 19-1/2016, 理由: 当年未购买服务, 批准: {人: 王某丁, 日期: 2021-02-20}}]
```

**对**

```yaml
不适用: [{对象: 19-1/2016, 理由: 当年未购买服务, 批准: {人: 张某丙, 日期: 2021-02-20}}]
```

**怎么改**　请创建办或分管领导批，写批准的人和那一天；日期打错的改正。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from fzjs.assess import Assessment, Due
from fzjs.assess.catalogue import covers
from fzjs.diagnostic import KeyPath, Location, Severity
from fzjs.facts import fold_reference
from fzjs.models import Campaign
from fzjs.models.decided import Exemption, Extension
from fzjs.rules.base import Found, Scope
from fzjs.rules.persons import persons_of
from fzjs.rules.written import campaign_document

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each approval of a strange day, or by somebody of the office that owes the piece."""
    document = campaign_document(assessment)
    persons = persons_of(document.record, assessment)
    start = _start(document.record)
    by_head = _by_head(assessment)
    for i, ruling in enumerate(document.record.rulings):
        if ruling.decision and ruling.decision.date > assessment.today:
            place = document.source.locate(("口径", i, "决定", "日期"))
            yield _ahead(
                f"口径{ruling.number}的决定", ruling.decision.date, assessment.today, place
            )
    for keys, waiver in _waivers(document.record):
        approval = waiver.approval
        place = document.source.locate((*keys, "批准", "日期"))
        if approval.date > assessment.today:
            yield _ahead(f"{waiver.subject}的批准", approval.date, assessment.today, place)
        elif approval.date < start:
            message = f"{waiver.subject}的批准日期 {approval.date} 早于创建开始（{start}）"
            yield Found(place, message, "改成批准的那一天")
        own = _own_office(waiver.subject, approval.person, by_head, persons, assessment)
        if own:
            message = f"{waiver.subject}由{own}报，批准人{approval.person}就是{own}的人"
            place = document.source.locate((*keys, "批准", "人"))
            yield Found(place, message, "请创建办或分管领导批，写批准人的名字")


def _ahead(what: str, day: datetime.date, today: datetime.date, place: Location) -> Found:
    message = f"{what}日期 {day} 在今天（{today}）以后，不到那天不算数"
    return Found(place, message, "改成批准（决定）的那一天；还没有批的，删去")


def _waivers(record: Campaign) -> Iterator[tuple[KeyPath, Exemption | Extension]]:
    for i, exemption in enumerate(record.exemptions):
        yield ("不适用", i), exemption
    for i, extension in enumerate(record.extensions):
        yield ("延期", i), extension


def _start(record: Campaign) -> datetime.date:
    starts = [stage.start for stage in record.stages if stage.start]
    return min(starts, default=datetime.date(record.window[0], 1, 1))


def _by_head(assessment: Assessment) -> dict[str, list[Due]]:
    """Return what is owed, by indicator and by material."""
    found: dict[str, list[Due]] = {}
    for met in assessment.met:
        for head in (met.due.indicator, met.due.material):
            found.setdefault(head, []).append(met.due)
    return found


def _own_office(
    subject: str, person: str, by_head: dict[str, list[Due]],
    persons: dict[str, frozenset[str]], assessment: Assessment,
) -> str:  # fmt: skip
    """Return the office that owes what a waiver names and whose person approved it, or ""."""
    catalogue = assessment.catalogue
    coordinator = catalogue.office(catalogue.campaign.coordinator)
    folded = fold_reference(subject)
    head, _, period = folded.partition("/")
    owners: dict[str, None] = {}
    for due in by_head.get(catalogue.material(head), ()):
        label = f"{due.span.label}/{due.office}"
        if (
            not period
            or period == label
            or covers(folded, head, head, due.span.label, due.span.years)
        ):
            owners |= dict.fromkeys(due.owners)
    theirs = [o for o in owners if o != coordinator and person in persons.get(o, frozenset())]
    return theirs[0] if theirs and person not in persons.get(coordinator, frozenset()) else ""
