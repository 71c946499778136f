"""台账写已完成，应报件填表前就退回了

**查什么**　科室最近一个月的工作台账，某项指标某年度写“已完成”，而本科室那一年有应报件在填表日期以前
（含当天）就退回了，到现在还没有改好。退回看审核的日期，督导检查查出问题的看检查的日期。没有年度的（汇
总、时点、现行、有则报、逐件）算在窗口最后一年，两年一报的算在后一年。批准不适用的不算。材料全都退回
的，由 ledger-done-returned 报；查不出是哪天欠下的，由 ledger-done-since 提醒。

**为什么**　附件3：“完成进度填写‘已完成＋上月具体完成情况’或者‘未完成＋正在推进情况’”。写了已完成，
创建办就不再催；件还欠着，到截止日才发现。

**错**

```yaml
# 31-2甲/2020 的情况说明 2月25日退回
填表日期: 2021-02-26
行: [{年度: 2020, 指标: 31, 完成: 已完成, 情况: 情况说明2月20日已报}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明缺章退回，正在补章}]
```

**怎么改**　把退回的改好再报；来不及的，改成 未完成，写正在怎么推进。欠什么看 `fzjs todo 科室`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.done_lines import opened, said, where

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("ledger-done-returned",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each line that says 已完成 of what had been returned when it was written."""
    for each in opened(assessment):
        if each.known:
            message = said(assessment, each, each.known, "填表以前就退回了，没有改好")
            hint = "把欠的件报上；来不及的改成 完成: 未完成，写正在怎么推进"
            yield Found(each.line.place, message, hint, where(assessment, each.known[0]))
