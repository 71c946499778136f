"""权重写得不能用

**查什么**　`fzjs.yaml` 的“权重”写给了没有的一级指标或编号，写给了加分、减分项，同一处写了两次，或者
一级指标和它下面的指标都写了。换版时标了“旧体系”的不查，也不算。

**为什么**　权重有一条不能用，加权的自评就算不出来；`fzjs score` 宁可不显示，也不猜。

**错**

```yaml
权重:
- {一级指标: 二、依法行政制度, 分: 10, 出处: 考核办法第三条}
- {指标: 加分1, 分: 2, 出处: 考核办法第四条}
```

**对**

```yaml
权重:
- {一级指标: 二、依法行政制度体系完善, 分: 10, 出处: 考核办法第三条}
```

**怎么改**　一级指标照指标体系写全，指标写编号；给一级指标的分按它下面的指标数平均。加分、减分
单列，不进任何比率。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.weigh import doubts
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each weight that cannot be used."""
    for doubt in doubts(assessment.repository.campaign, assessment.catalogue):
        yield Found(doubt.weight.place, doubt.what, doubt.hint)
