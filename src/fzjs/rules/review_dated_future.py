"""审核日期在今天以后

**查什么**　最后一次审核的日期在今天以后。

**为什么**　还没有到的日子不会有审核，多半是打错了月份或年份。日期不对的审核不作数：条目还是待审核，
到了那一天也要有人真的审过。（减分项：“故意编造、虚构有关数据、资料、文件等”）

**错**

```yaml
审核:
- {日期: 2021-12-01, 科室: 规范性文件管理科, …}     # 今天是 2021-03-02
```

**对**

```yaml
审核:
- {日期: 2021-03-01, 科室: 规范性文件管理科, …}
```

**怎么改**　改成审核的那一天。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review that is dated after today."""
    today = assessment.today
    for review in assessment.repository.reviews.values():
        if review.date > today:
            message = f"审核日期 {review.date} 在今天（{today}）以后"
            yield Found(review.place, message, "改成审核的那一天")
