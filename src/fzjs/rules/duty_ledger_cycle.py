"""工作台账的周期不是每月

**查什么**　`周期任务` 里名称是“工作台账”的，`周期` 写的不是 每月。

**为什么**　台账一个月一个文件，文件名就是月份（附件3：“工作台账随同上报材料每月1日前一并提交”），程
序只会算每月的。别的周期，算不出哪个科室没有交：这一条只当一般的周期任务列在日历里。

**错**

```yaml
周期任务: [{名称: 工作台账, 周期: 每季度, 日: 1}]
```

**对**

```yaml
周期任务: [{名称: 工作台账, 周期: 每月, 日: 1}]
```

**怎么改**　写 `周期: 每月`、`日: 1`。方案确实要每季度的，名称另写，如 季度台账，办了用
`fzjs calendar done` 记。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.handing import LEDGER, MONTHLY
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 周期任务 that is named 工作台账 and is not monthly."""
    for duty in assessment.catalogue.campaign.duties:
        if duty.name == LEDGER and duty.cycle != MONTHLY:
            message = f"工作台账的周期写的是“{duty.cycle}”，程序只会算每月的，交没交不算"
            hint = f"写 周期: 每月、日: 1；方案确实要{duty.cycle}的，名称另写，如 季度台账"
            yield Found(duty.place, message, hint)
