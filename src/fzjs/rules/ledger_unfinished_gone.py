"""上月没完成的，这个月的台账没有了

**查什么**　科室最近交的一份台账，少了它前一份里写“未完成”、现在还欠着的行。已经批准不适用的、方案
里没有了的不算。

**为什么**　附件3：没有完成的要写“未完成＋正在推进情况”。行不见了，看的人以为完成了，没有人再催。

**错**

```yaml
# 2021-02 有 {年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明待盖章}
# 2021-03 没有 31 的 2020 年
行: [{年度: 2019, 指标: 31, 完成: 已完成, 情况: 三件2月20日报齐}]
```

**对**

```yaml
行:
- {年度: 2019, 指标: 31, 完成: 已完成, 情况: 三件2月20日报齐}
- {年度: 2020, 指标: 31, 完成: 未完成, 情况: 章已盖，正在扫描}
```

**怎么改**　补上这些行：完成了的写 已完成 和上月做了什么，没有的写正在怎么推进。用
`fzjs ledger new` 预填的不会少。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import Assessment
from fzjs.assess.ledgers import Key, handed, newest, spoken_of
from fzjs.diagnostic import Severity
from fzjs.facts import LedgerLine
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN

_NAMED = 6


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each office's newest ledger that leaves out what the one before had unfinished."""
    for office, ledger in newest(assessment):
        there = {(line.year, line.indicator) for line in ledger.lines}
        for before in handed(assessment, office)[-2:-1]:
            gone = [
                line
                for line in before.lines
                if not line.done
                and (line.year, line.indicator) not in there
                and _is_owed(assessment, office, line)
            ]
            if gone:
                keys = dict.fromkeys((line.year, line.indicator) for line in gone)
                named = _listed(assessment, keys)
                message = f"{before.month} 没有完成的{len(keys)}行不见了：{named}"
                related = tuple((line.place, "上月的这一行") for line in gone[:1])
                yield Found(ledger.place, message, "补上这些行，写现在办到哪一步", related)


def _is_owed(assessment: Assessment, office: str, line: LedgerLine) -> bool:
    judged = assessment.indicators.get(line.indicator)
    return judged is not None and bool(spoken_of(assessment, judged, office, line.year))


def _listed(assessment: Assessment, keys: Iterable[Key]) -> str:
    named = [f"{year}年第{assessment.catalogue.label(number)}项" for year, number in keys]
    return "、".join(named[:_NAMED]) + ("等" if len(named) > _NAMED else "")
