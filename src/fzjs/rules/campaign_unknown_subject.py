"""口径、不适用、延期、批次、要求的对象不存在

**查什么**　“口径”“不适用”“延期”“要求”的“对象”和“批次”的“指标”，在指标体系里找不到，或没有那个
年度的应报件。
换版留下的 `旧体系…` 不查。

**为什么**　批准了不适用、延了期，代号写错就不生效，到期照样算逾期。

**错**

```yaml
不适用: [{对象: 19-9/2016, 理由: …, 批准: …}]
```

**对**

```yaml
不适用: [{对象: 19-1/2016, 理由: …, 批准: …}]
```

**怎么改**　写编号（31）、资料（31-2甲）或应报件（31-2甲/2020）；用 `fzjs todo` 可以看到应报件的
写法。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment, Due
from fzjs.assess.catalogue import covers
from fzjs.diagnostic import KeyPath, Severity
from fzjs.facts import fold_reference, is_former
from fzjs.models import Campaign
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_document

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each subject in `fzjs.yaml` that names nothing."""
    document = campaign_document(assessment)
    for keys, subject in _subjects(document.record):
        fault = None if is_former(subject) else wrong(fold_reference(subject), assessment)
        if fault:
            yield Found(document.source.locate(keys), f"“{subject}”：{fault[0]}", fault[1])


def _subjects(record: Campaign) -> Iterator[tuple[KeyPath, str]]:
    for i, ruling in enumerate(record.rulings):
        for j, subject in enumerate(ruling.subjects):
            yield ("口径", i, "对象", j), subject
    for i, exemption in enumerate(record.exemptions):
        yield ("不适用", i, "对象"), exemption.subject
    for i, extension in enumerate(record.extensions):
        yield ("延期", i, "对象"), extension.subject
    for i, demand in enumerate(record.demands):
        for j, subject in enumerate(demand.subjects):
            yield ("要求", i, "对象", j), subject
    for i, batch in enumerate(record.batches):
        for j, number in enumerate(batch.indicators):
            yield ("批次", i, "指标", j), number


def wrong(subject: str, assessment: Assessment) -> tuple[str, str] | None:
    """Return what is wrong with a folded reference and what to type instead."""
    catalogue = assessment.catalogue
    head, _, period = subject.partition("/")
    if head in catalogue.repeated and not catalogue.owes(head):
        named = "、".join(map(catalogue.label, catalogue.repeated[head]))
        return "不止一项资料", f"写明是哪一项：{named}"
    if head not in catalogue.rows and not catalogue.owes(head):
        guess = nearest(head, (*catalogue.rows, *catalogue.claimable))
        hint = f"是不是“{catalogue.label(guess)}”？" if guess else "写成 31、31-2甲 或 31-2甲/2020"
        return "指标体系里没有", hint
    if not period:
        return None
    owed = [met.due for met in assessment.met if head in {met.due.material, met.due.indicator}]
    if not owed or any(_speaks(subject, due) for due in owed):
        return None
    labels = dict.fromkeys(due.span.label for due in owed)
    return "没有这个年度的应报件", "有：" + "、".join(labels)


def _speaks(subject: str, due: Due) -> bool:
    known = covers(subject, due.material, due.indicator, due.span.label, due.span.years)
    return known or fold_reference(due.key) == subject
