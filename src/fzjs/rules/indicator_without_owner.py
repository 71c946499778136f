"""指标没有责任科室

**查什么**　基础、加分指标既没有“责任科室”，也没有“沿用.责任”；或写的都是配合科室。一个文件里有
几项的，合成一条，指在头一项。

**为什么**　没有责任科室的指标没有人报，暂由创建办欠着。（要求：任务、责任部门、责任人“三落实”）
减分项见 indicator-unowned-deduction。

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

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment, Row
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
_NAMED = 5


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, for each file, the indicators that nobody owes; a deduction may wait for a ruling."""
    rows = assessment.catalogue.rows
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows.values():
        item = row.indicator
        if item.category == "减分" or row.owners:
            continue
        if item.responsible_from and item.responsible_from not in rows:
            continue  # indicator-unknown-reference says so
        only = "只有配合科室，没有" if row.responsible else "没有"
        found[item.place.file, only].append(row)
    for (_, only), same in found.items():
        named = "、".join(row.indicator.number for row in same[:_NAMED])
        more = f"等{len(same)}" if len(same) > _NAMED else ""
        hint = "写上 责任科室: [科室名]；与上行共用的写 沿用: {责任: 上行编号}"
        yield Found(same[0].indicator.place, f"第{named}{more}项{only}责任科室", hint)
