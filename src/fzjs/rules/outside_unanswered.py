"""发函一个月没有回音，也没有再催

**查什么**　“外单位”写了发函，没有应答也没有取得，最近一次发函或催函已过 30 天。

**为什么**　要由外单位出具的等得最久（法院、上级复议机关、纪委监察、审计等），不催就一直没有。

**错**

```yaml
外单位: {出具: 示例市中级人民法院, 发函: 2021-01-05}      # 今天是 2021-03-02
```

**对**

```yaml
外单位: {出具: 示例市中级人民法院, 发函: 2021-01-05, 催函: [2021-02-20]}
```

**怎么改**　打电话或再发一次函，把日期加进 `催函`；对方答复了的写 `应答`，拿到了的写 `取得`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN
_PATIENCE = 30
"""Days without a word after which one asks again."""


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each paper that was asked for and not heard of for over 30 days."""
    for entry in assessment.repository.entries.values():
        if not entry.asked or entry.answered or entry.received or entry.state == "撤回":
            continue
        waited = (assessment.today - entry.asked).days
        silent = (assessment.today - max((entry.asked, *entry.reminded))).days
        if silent > _PATIENCE:
            since = f"，最近一次催函已过{silent}天" if entry.reminded else "，没有催过"
            message = f"等{entry.waits_for}出具已{waited}天{since}"
            hint = "催一次，把日期加进 催函: [2021-03-01]；已答复的写 应答"
            yield Found(at(entry, "外单位"), message, hint)
