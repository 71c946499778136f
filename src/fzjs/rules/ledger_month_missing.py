"""过了期限，台账没有交

**查什么**　最近应交的一个月，期限已经过了，有欠件的科室没有交工作台账；预填了还是草稿的，也算没有
交。只查最近的一个月，更早的看 `fzjs ledger list`。没有写 `周期任务` 工作台账的，
不查；没有写 `日` 的，期限是那个月最后一个工作日；创建结束以后，没有一个科室交的月份不查。

**为什么**　附件3：“工作台账随同上报材料每月1日前一并提交”。

**错**

```text
今天 2021-03-02，没有 evidence/法制仲裁科/台账/2021-03.yaml
```

**对**

```text
evidence/法制仲裁科/台账/2021-03.yaml
```

**怎么改**　`fzjs ledger new 2021-03 --office 科室` 预填，改好再
`fzjs ledger submit 2021-03 --office 科室`。期限：当天算按时；遇节假日的，提前到前一个工作日。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.handing import duty, latest
from fzjs.assess.ledgers import latest_due, missing, offices, written
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each office that has not handed in the latest 工作台账, after its day."""
    campaign = assessment.catalogue.campaign
    last, place = latest_due(assessment), duty(campaign)
    if last is None or place is None or last.due is None:
        return
    where = assessment.repository.documents[0].source.locate(("周期任务", place))
    month, due = last.month, last.due
    for office in offices(assessment):
        if last not in missing(assessment, office):
            continue
        drafted = any(each.month == month for each in written(assessment, office))
        said = "预填了，没有提交" if drafted else "没有交"
        doubt = "" if last.known else "，按周一至周五算，放假安排未知"
        command = "submit" if drafted else "new"
        message = f"{office}{said} {month} 的台账（应在 {due.isoformat()} 以前交{doubt}）"
        hint = f"fzjs ledger {command} {month} --office {office}"
        if not drafted and latest(campaign, assessment.today) != last:
            hint = f"照当时的情况补写 evidence/{office}/台账/{month}.yaml"  # too late to prefill
        yield Found(where, message, hint)
