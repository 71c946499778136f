"""先假定的设置

**查什么**　`fzjs.yaml` 的“待定”里列着的设置：原文没有写，先假定了一个值。

**为什么**　窗口、截止、创建办等决定欠什么、哪天到期、由谁办；假定的值可以先用，不能当成方案的规定。

**错**

```yaml
窗口: 2019-2021
截止: 2021-12-31
待定: [窗口, 截止]
```

**对**

```yaml
窗口: 2019-2021
截止: 2021-05-31
```

**怎么改**　查上级的通知、指标体系的说明，把那一项改成查到的值，再从“待定”里删去它。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_of

SEVERITY = Severity.WARNING
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each setting that was assumed."""
    record = campaign_of(document)
    if record is None:
        return
    plain, places = record.plain(), document.source
    for i, setting in enumerate(record.assumed):
        value = plain.get(setting)
        said = f"：{value}" if isinstance(value, (str, int)) else ""
        related = ((places.locate((setting,)), "假定的值在这里"),) if setting in plain else ()
        message = f"“{setting}”是先假定的，原文没有写{said}"
        if setting not in plain:
            message = f"“{setting}”还没有定，也没有写"
        yield Found(places.locate(("待定", i)), message, "查明后改好，并从“待定”里删去", related)
