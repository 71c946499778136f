"""人员变动和科室现在的人对不上

**查什么**　“人员变动”里一个科室最后一次变动的“现”，和“科室”里写的责任人、联络人不同；或下一
次的“原”不是上一次的“现”。

**为什么**　变动说移交给了谁，科室里写的是另一个人，催办、审核就找错人。多半是只改了一处。

**错**

```yaml
科室: [{名称: 法制仲裁科, 责任人: 王某戊}]
人员变动: [{科室: 法制仲裁科, 原: 王某戊, 现: 李某, 日期: 2021-02-20}]
```

**对**

```yaml
科室: [{名称: 法制仲裁科, 责任人: 李某}]
人员变动: [{科室: 法制仲裁科, 原: 王某戊, 现: 李某, 日期: 2021-02-20}]
```

**怎么改**　两处改成一致；用 `fzjs org change` 换人，两处一起改。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.models import Campaign
from fzjs.models.organisation import PersonChange
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_of

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each change that does not lead on to the next, or to who is there now."""
    record = campaign_of(document)
    if record is None:
        return
    last: dict[tuple[str, str], tuple[int, PersonChange]] = {}
    for place, change in sorted(enumerate(record.changes), key=lambda each: each[1].date):
        key = _office(record, change.office), change.role
        before = last.get(key)
        if before and change.former != before[1].present:
            message = f"“原”是{change.former or '空的'}，上一次变动的“现”是{before[1].present}"
            yield Found(document.source.locate(("人员变动", place)), message, "两处改成一致")
        last[key] = place, change
    for (office, role), (place, change) in last.items():
        now = _now(record, office, role)
        if now is not None and now != change.present:
            message = f"“现”是{change.present}，“科室”里{office}的{role}是{now or '空的'}"
            hint = "两处改成一致；换人用 fzjs org change"
            yield Found(document.source.locate(("人员变动", place)), message, hint)


def _office(record: Campaign, name: str) -> str:
    return next((o.name for o in record.offices if name in {o.name, *o.aliases}), name)


def _now(record: Campaign, office: str, role: str) -> str | None:
    """Return who has the role; None for an office that is not listed (another rule says so)."""
    found = next((o for o in record.offices if o.name == office), None)
    if found is None:
        return None
    return (found.person if role == "责任人" else found.liaison) or ""
