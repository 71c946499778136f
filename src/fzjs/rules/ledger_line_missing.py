"""台账少了还欠着的行

**查什么**　科室最近应交的一份台账，本科室还有应报件没有报齐的指标、年度，台账里没有这一行。一份台账
只报一次，写少了几行和前三行。都报齐了的、批准不适用的、填表以后才退回的，不写也可以；草稿不查；最近
一月没有交的，由 ledger-month-missing 报。

**为什么**　附件3是“创建工作台账”，按指标、年度一行一行填“已完成”或者“未完成＋正在推进情况”。交了
一份只有几行的，看的人以为别的都完成了，没有人再催。

**错**

```yaml
# 31 的 2019 年、2020 年都还欠着
行:
- {年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明待盖章}
```

**对**

```yaml
行:
- {年度: 2019, 指标: 31, 完成: 未完成, 情况: 目录正在汇总}
- {年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明待盖章}
```

**怎么改**　补上这些行，照实写 未完成 和正在怎么推进。用 `fzjs ledger new` 预填的不会少；欠什么看
`fzjs todo 科室`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import GOOD, Assessment, Met, State
from fzjs.assess.handing import latest
from fzjs.assess.ledgers import Key, lines, newest
from fzjs.diagnostic import Severity
from fzjs.facts import Date, LedgerMonth
from fzjs.rules.base import Found, Scope
from fzjs.rules.taken_back import pieces_reopened, reopened, returned_on

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN

_NAMED = 3


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each newest ledger that leaves out lines in which the office still owes something."""
    last = latest(assessment.catalogue.campaign, assessment.today)
    entries, pieces = reopened(assessment), pieces_reopened(assessment)
    for office, ledger in newest(assessment):
        if last and ledger.month < last.month:
            continue
        gone = [
            key
            for key, owed in _left_out(assessment, office, ledger)
            if any(_is_open(met, ledger.filled, entries, pieces) for met in owed)
        ]
        if gone:
            label = assessment.catalogue.label
            named = "、".join(f"{year}年第{label(number)}项" for year, number in gone[:_NAMED])
            more = "等" if len(gone) > _NAMED else ""
            message = f"{office}还欠着的，台账里少了{len(gone)}行：{named}{more}"
            hint = f"补上这些行，写正在怎么推进；欠什么看 fzjs todo {office}"
            yield Found(ledger.place, message, hint)


def _left_out(
    assessment: Assessment, office: str, ledger: LedgerMonth
) -> Iterator[tuple[Key, tuple[Met, ...]]]:
    there = {(line.year, line.indicator) for line in ledger.lines}
    for key, owed in lines(assessment, office).items():
        if key not in there:
            yield key, owed


def _is_open(met: Met, filled: Date, entries: dict[str, Date], pieces: dict[str, Date]) -> bool:
    """Tell whether an 应报件 was open when the ledger was filled in, not returned only later."""
    if met.state is not State.RETURNED:
        return met.state not in GOOD
    back = [returned_on(p.standing, entries) for p in met.proofs if p.state is State.RETURNED]
    days = [day for day in (back or [pieces.get(met.due.key)]) if day]
    return not days or min(days) <= filled
