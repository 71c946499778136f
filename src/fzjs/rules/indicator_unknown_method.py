"""测评方法不在方法列表里

**查什么**　指标的“测评方法”、资料的“方法”，不是 `fzjs.yaml` 里“方法”的名称或别名。

**为什么**　没有资料的指标按方法报，方法写错，报的东西就没有归处。（附件1 一.5：“测评方法主要是
网络检索、材料查证、随机访谈、实地核验、案卷评查、随机抽考等”）

**错**

```yaml
测评方法: [材料查阅]
```

**对**

```yaml
测评方法: [材料查证]
```

**怎么改**　照“方法”里的写；原表另有说法的（如“随机走访”），在“方法”里写成别名。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import KeyPath, Severity
from fzjs.models import Indicator
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import indicators

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each method that the campaign does not list."""
    known = assessment.repository.campaign.methods
    for row in indicators(assessment):
        for keys, method in _named(row.record):
            if method not in known:
                guess = nearest(method, known)
                hint = f"是不是“{guess}”？" if guess else "先在 fzjs.yaml 的“方法”里加上它"
                yield Found(row.at(*keys), f"没有“{method}”这种测评方法", hint)


def _named(record: Indicator) -> Iterator[tuple[KeyPath, str]]:
    for n, method in enumerate(record.methods):
        yield ("测评方法", n), method
    for n, material in enumerate(record.materials):
        if material.method:
            yield ("上报资料", n, "方法"), material.method
