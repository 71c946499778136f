"""人员变动的日期在今天以后

**查什么**　“人员变动”的“日期”在今天以后。

**为什么**　“科室”里写的已经是新的人；日期还没有到，多半是打错了年份或月份。

**错**

```yaml
人员变动: [{科室: 法制仲裁科, 原: 王某戊, 现: 李某, 日期: 2031-02-20}]     # 今天是 2021-03-02
```

**对**

```yaml
人员变动: [{科室: 法制仲裁科, 原: 王某戊, 现: 李某, 日期: 2021-02-20}]
```

**怎么改**　改成真换人的那一天；还没有换的，换了再记。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_document

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each change of persons on a day to come."""
    document = campaign_document(assessment)
    for place, change in enumerate(document.record.changes):
        if change.date > assessment.today:
            message = f"{change.date} 在今天（{assessment.today}）以后"
            where = document.source.locate(("人员变动", place, "日期"))
            yield Found(where, message, "改成真换人的那一天；还没有换的，换了再记")
