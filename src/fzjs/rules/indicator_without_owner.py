"""指标没有责任科室

**查什么**　基础、加分指标既没有“责任科室”，也没有“沿用.责任”；或写的都是配合科室。

**为什么**　没有责任科室的指标没有人报。（要求：任务、责任部门、责任人“三落实”）减分项见
indicator-unowned-deduction。

**错**

```yaml
- 编号: 48
  上报资料: […]
```

**对**

```yaml
- 编号: 48
  沿用: {责任: 47}
  上报资料: […]
```

**怎么改**　写上责任科室；原表空着、与上行共用的，写 `沿用: {责任: 上行编号}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each indicator that nobody owes; a deduction may wait for a ruling."""
    rows = assessment.catalogue.rows
    for row in rows.values():
        item = row.indicator
        if item.category == "减分" or row.owners:
            continue
        if item.responsible_from and item.responsible_from not in rows:
            continue  # indicator-unknown-reference says so
        only = "只有配合科室，没有" if row.responsible else "没有"
        hint = "写上 责任科室: [科室名]；与上行共用的写 沿用: {责任: 上行编号}"
        yield Found(item.place, f"第{item.number}项{only}责任科室", hint)
