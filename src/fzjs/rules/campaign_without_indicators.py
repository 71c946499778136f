"""还没有指标

**查什么**　`indicators/` 里一项指标也没有。

**为什么**　有的方案只讲步骤和要求，不分任务；没有指标，就算不出谁欠什么，率也无从算起。

**错**　只有 `fzjs.yaml`，没有 `indicators/`。

**对**

```yaml
- 一级指标: 一、依法全面履行政府职能
  三级指标:
  - {编号: 1, 来源: 国家, 内容: …, 责任科室: [办公室], 测评方法: [材料查证]}
```

**怎么改**　把指标体系写进 `indicators/` 下的 `.yaml` 文件；还没有下达的，先放着，不影响别的。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield one finding for a campaign that has no indicator."""
    if not assessment.repository.indicators:
        hint = "指标写在 indicators/ 下的 .yaml 文件里；还没有下达的先放着"
        yield Found(Location("fzjs.yaml"), "还没有指标", hint)
