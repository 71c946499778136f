"""台账里的一行不是本科室欠的

**查什么**　科室最近一个月的台账里，有一行的指标不由本科室负责（责任、牵头、配合都不是），或者那一
年没有要报的：不在窗口里、截止以后才报、已批准不适用。

**为什么**　台账是各责任科室报自己的进度。别的科室的行混进来，汇总时重复；没有要报的年度，说不上完
成没完成。

**错**

```yaml
行: [{年度: 2012, 指标: 31, 完成: 未完成, 情况: 档案正在查找}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 目录已汇总，情况说明待盖章}]
```

**怎么改**　年度、编号写错的改正；确实不欠的，删去这一行。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.ledgers import newest, spoken_of
from fzjs.diagnostic import Severity
from fzjs.facts import LedgerLine
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each line on what the office does not answer for, or is not owed in that year."""
    for office, ledger in newest(assessment):
        for line in ledger.lines:
            why = _why(assessment, office, line)
            if why:
                yield Found(line.named, why, "写错的改正；确实不欠的，删去这一行")


def _why(assessment: Assessment, office: str, line: LedgerLine) -> str:
    judged = assessment.indicators.get(line.indicator)
    if judged is None:
        return ""
    number = judged.row.indicator.number
    answers = {each.office for each in judged.row.responsible}
    owed = spoken_of(assessment, judged, office, line.year)
    if office not in answers and not owed:
        others = "、".join(judged.row.owners) or "创建办"
        return f"第{number}项不由{office}负责，由{others}负责"
    supports = office not in judged.row.owners
    anyone = any(spoken_of(assessment, judged, each, line.year) for each in judged.row.owners)
    if owed or (supports and anyone):
        return ""
    return f"第{number}项{line.year}年没有要{office}报的"
