"""fzjs.yaml 里写了没有的科室

**查什么**　“创建办”“审核”的科室和代审、“批次”“人员变动”的科室、“组织”的办公室设在哪里，不在“科室”
列表里。“科室”一个也没有列的，不查“创建办”。

**为什么**　写错一个字，这个科室的期限、审核就落空：批次不生效，审核没有人认领。

**错**

```yaml
科室: [办公室, 法制仲裁科]
创建办: 规范性文件科
```

**对**

```yaml
科室: [办公室, 法制仲裁科, 规范性文件管理科]
创建办: 规范性文件管理科
```

**怎么改**　照“科室”里的名称写；确有此科室的，先加进“科室”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import KeyPath, Severity
from fzjs.models import Campaign
from fzjs.nearest import nearest
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_of

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each office that `fzjs.yaml` names and does not list."""
    record = campaign_of(document)
    if record is None:
        return
    known = [name for office in record.offices for name in (office.name, *office.aliases)]
    for keys, name in _named(record):
        if name not in known:
            guess = nearest(name, known)
            hint = f"是不是“{guess}”？" if guess else "先在“科室”里加上它"
            yield Found(document.source.locate(keys), f"“科室”里没有“{name}”", hint)


def _named(record: Campaign) -> Iterator[tuple[KeyPath, str]]:
    if record.offices:
        yield ("创建办",), record.coordinator
    if record.review:
        yield ("审核", "科室"), record.review.office
        if record.review.substitute:
            yield ("审核", "代审"), record.review.substitute
    bureau = record.organisation.bureau if record.organisation else None
    if bureau and bureau.at:
        yield ("组织", "办公室", "设在"), bureau.at
    for i, change in enumerate(record.changes):
        yield ("人员变动", i, "科室"), change.office
    for i, batch in enumerate(record.batches):
        for j, name in enumerate(batch.offices):
            yield ("批次", i, "科室", j), name
    timed = {
        "周期任务": [duty.offices for duty in record.duties],
        "期限": [deadline.offices for deadline in record.deadlines],
    }
    for key, lists in timed.items():
        for i, names in enumerate(lists):
            yield from (((key, i, "科室", j), name) for j, name in enumerate(names))
