"""事件限多久不知道

**查什么**　“事件”的指标不存在；指标里没有这个项目，或者这个项目不是时限；自己写的“限”程序读不懂。
换版时指标标了“旧体系”的不查。

**为什么**　不知道限多久，就算不出哪天到期，也判断不了合不合限。（附件2 57：“在执法决定作出之日起
20个工作日内向社会公布”，行政许可、行政处罚“7个工作日之内公开”）

**错**

```yaml
事件: [{事项: 某办法合法性审核, 指标: 31, 项目: 审核时间, 起: 2021-02-22}]
```

**对**

```yaml
事件: [{事项: 某办法合法性审核, 指标: 31, 项目: 合法性审核时间, 起: 2021-02-22}]
```

**怎么改**　项目照那项指标的 `量化要求` 写；指标里没有的，写 `限: ≤15工作日`（或 ≤30日、≤5小时）和
`出处`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.calendar.limits import limits
from fzjs.assess.measure import limit
from fzjs.diagnostic import Severity
from fzjs.facts import Event, is_former
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each event whose limit nobody can work out."""
    for event in assessment.repository.agenda.events:
        former = event.item and is_former(event.indicator)
        if not former and not limits(event, assessment.catalogue):
            yield Found(event.place, *_wrong(event, assessment))


def _wrong(event: Event, assessment: Assessment) -> tuple[str, str]:
    """Return what is wrong with an event's limit, and what to type."""
    if not event.item:
        message = f"“{event.name}”的限“{event.limit}”读不懂"
        return message, "写成 ≤15工作日、≥30日、≤5小时 这样，数字半角"
    row = assessment.catalogue.rows.get(event.indicator)
    if row is None:
        return f"没有“{event.indicator}”这项指标", "照 indicators/ 里的编号写"
    items = list(dict.fromkeys(t.item for t in row.indicator.targets if limit(t.demand)))
    number = row.indicator.number
    if not items:
        hint = "用 限: 和 出处: 写，删去 指标、项目"
        return f"指标 {number} 没有时限的量化要求", hint
    guess = nearest(event.item, items)
    hint = f"是不是“{guess}”？" if guess else f"可以写：{'、'.join(items)}"
    return f"指标 {number} 没有“{event.item}”这个时限", hint
