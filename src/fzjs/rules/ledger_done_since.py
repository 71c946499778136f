"""台账写已完成，现在应报件没有报齐

**查什么**　科室最近一个月的工作台账，某项指标某年度写“已完成”，而本科室那一年现在还有应报件没有报
齐，查不出是填表时就没有报，还是后来才欠的：后来加了资料、定了口径、改了要求、撤了不适用，或者条目撤回
了，文件里都没有写是哪天。填表以后才退回的不报。

**为什么**　附件3：“完成进度填写‘已完成＋上月具体完成情况’或者‘未完成＋正在推进情况’”。后来的变化不
是台账的错，所以只是警告；交台账的那个合并请求里，写已完成而没有报齐的是错误，见
change-ledger-done-open。

**错**

```yaml
# 31-网络检索/2020 没有报
行: [{年度: 2020, 指标: 31, 完成: 已完成, 情况: 情况说明2月20日已报}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明2月20日已报，网络检索材料正在截图}]
```

**怎么改**　后来才欠的，下个月的台账改，这一份不动；填表时就没有报齐的，改成 未完成。欠什么看
`fzjs todo 科室`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.done_lines import opened, said, where

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("ledger-done-returned", "ledger-done-open", "change-ledger-done-open")


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each line that says 已完成 while something is open, nobody knows since when."""
    for each in opened(assessment):
        if each.unsure:
            message = said(assessment, each, each.unsure, "现在应报件没有报齐")
            hint = "后来才欠的，下个月的台账改；填表时就没有报齐的，改成 完成: 未完成，写怎么推进"
            yield Found(each.line.place, message, hint, where(assessment, each.unsure[0]))
