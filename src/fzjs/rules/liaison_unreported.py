"""联络人过期没有报

**查什么**　`fzjs.yaml` 的“期限”有名称带“联络”的一条，日子已过，责任或牵头科室还没有写“联络
人”。

**为什么**　“各责任科室……明确一名联络人与政策法规科沟通对接，各责任科室于4月11日前将联络人信息
报政策法规科”（平顶山市教育局 2021 年方案，四（二））。没有联络人，催办没有人接。

**错**

```yaml
期限: [{名称: 联络人信息, 日期: 2021-02-11}]
科室: [{名称: 法制仲裁科, 责任人: 王某戊}]
```

**对**

```yaml
科室: [{名称: 法制仲裁科, 责任人: 王某戊, 联络人: 李某}]
```

**怎么改**　`fzjs org change 法制仲裁科 --role 联络人 --to 姓名`；电话放进 `private/联络人.csv`，
不写在这里。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.liaisons import missing

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each answering office without a 联络人, once the day has gone by."""
    found = missing(assessment)
    if found.due is None or found.due >= assessment.today:
        return
    for office in assessment.repository.campaign.offices:
        if office.name in found.offices:
            message = f"“{office.name}”的联络人没有报，期限是 {found.due}"
            hint = f"fzjs org change {office.name} --role 联络人 --to 姓名"
            yield Found(office.place, message, hint)
