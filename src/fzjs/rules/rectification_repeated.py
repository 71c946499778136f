"""一个问题，同一科室有两份整改

**查什么**　`整改/` 里，同一个科室有两份以上文件写的是同一个“问题”。别的科室（不是责任科室）的，由
rectification-wrong-office 查。

**为什么**　附件2 （13）：“逐项整改销号”。两份各说各的，督导组不知道照哪一份验收。程序只算最近申请
销号的一份；都没有申请的，算文件名在前的。

**错**

```yaml
# evidence/法制仲裁科/整改/2021-02-双月检查-1.yaml
问题: 2021-02-双月检查/1
# evidence/法制仲裁科/整改/补充.yaml
问题: 2021-02-双月检查/1
```

**对**

```yaml
# evidence/法制仲裁科/整改/2021-02-双月检查-1.yaml，只有这一份
问题: 2021-02-双月检查/1
```

**怎么改**　要说的并到一份里，另一份删去；“问题”的编号写错了的改正。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Rectification
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 整改 that does not count, as another of the same office does."""
    full = assessment.catalogue.folder_office
    counting = {
        (each.problem.id, full(answer.office)): answer
        for each in assessment.followed
        for answer in each.answers
    }
    for each in assessment.repository.rectifications:
        counted = counting.get((each.problem, full(each.office)))
        if counted and counted.place != each.place:
            message = f"问题 {each.problem} 已有一份整改，算数的是{_said(counted)}，这一份不算"
            related = ((counted.place, "算数的在这里"),)
            hint = "要说的并到算数的那一份，这一份删去；“问题”的编号写错了的改正"
            yield Found(each.place, message, hint, related)


def _said(counted: Rectification) -> str:
    applied = f"（{counted.applied} 申请销号）" if counted.applied else "（没有申请销号）"
    return f"{counted.place.file}{applied}"
