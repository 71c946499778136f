"""交来的台账写已完成，应报件没有报齐

**查什么**　这次改动交来的工作台账（新交的、由草稿改成已提交的、由未完成改成已完成的行），写的是“已
完成”，而本科室那一年还有应报件没有报齐。以前交的、这次没有改的行不查。

**为什么**　附件3：“完成进度填写‘已完成＋上月具体完成情况’或者‘未完成＋正在推进情况’”。交的时候材料
有没有报齐，这时是看得见的；写了已完成，创建办就不再催。

**错**

```yaml
# 31-网络检索/2020 还没有报
行: [{年度: 2020, 指标: 31, 完成: 已完成, 情况: 情况说明2月20日已报}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明2月20日已报，网络检索材料正在截图}]
```

**怎么改**　把欠的件报上；来不及的，改成 未完成，写正在怎么推进。欠什么看 `fzjs todo 科室`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.facts import LedgerLine, LedgerMonth
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change
from fzjs.rules.done_lines import opened, said, where

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE
SILENCED_BY = ("ledger-done-returned", "ledger-done-open")

_Said = tuple[str, str, int, str]


def find(change: Change) -> Iterator[Found]:
    """Yield each line that this change hands in as 已完成 while something is open."""
    if change.base is None:
        return
    folder = change.head.catalogue.folder_office
    before = {
        _said(folder(ledger.office), ledger, line)
        for ledger in change.base.repository.ledgers
        if not ledger.draft
        for line in ledger.lines
        if line.done
    }
    for each in opened(change.head):
        if _said(folder(each.ledger.office), each.ledger, each.line) in before:
            continue
        found = each.known or each.unsure
        message = said(change.head, each, found, "应报件没有报齐")
        hint = "把欠的件报上；来不及的改成 完成: 未完成，写正在怎么推进"
        yield Found(each.line.place, message, hint, where(change.head, found[0]))


def _said(office: str, ledger: LedgerMonth, line: LedgerLine) -> _Said:
    return office, ledger.month, line.year, line.indicator
