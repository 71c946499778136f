"""两个条目的事由一样，材料不同

**查什么**　两个条目的事由、种类相同，年度有重叠，而对应的资料、附件都不同。撤回的不算。

**为什么**　同一件事登记一次，可以证明多项；登记两次，改了一处忘了另一处。两个科室各写各的“年度工作
总结”不是一件事，只是事由写得太简，材料目录里分不出哪一份是哪一份。

**错**

```yaml
# 法制仲裁科/总结.yaml 和 基层工作指导科/总结.yaml
事由: 2020年度工作总结
种类: 报告
```

**对**

```yaml
事由: 2020年度法制仲裁工作总结
种类: 报告
```

**怎么改**　不是一件事的，把事由写清楚；是一件事的，留一个，把另一个的“对应”并过去。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at
from fzjs.rules.twice import twice

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield an entry named as another of the same kind and year, of other material and paper."""
    for entry, earlier, is_one_thing in assessment.once(twice):
        if not is_one_thing:
            message = f"“{entry.id}”与“{earlier.id}”事由、种类、年度都相同，资料和附件不同"
            related = ((at(earlier, "事由"), "另一个在这里"),)
            hint = "不是一件事的，把事由写清楚；是一件事的，留一个，把“对应”并过去"
            yield Found(at(entry, "事由"), message, hint, related)
