"""台账里的指标不存在

**查什么**　台账“行”里的“指标”，在指标体系里找不到。
换版留下的 `旧体系…` 不查。

**为什么**　写错了，这一行的进度不知道算在哪一项。

**错**

```yaml
行: [{年度: 2020, 指标: 310, 完成: 未完成, 情况: …}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: …}]
```

**怎么改**　写指标的编号；台账按指标报，不写资料代号。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import fold, is_former
from fzjs.nearest import nearest
from fzjs.repository import Role
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each line of a 工作台账 on an indicator that is not there."""
    rows = assessment.catalogue.rows
    for document in assessment.repository.documents:
        if document.role is not Role.LEDGER or not document.is_whole:
            continue
        for i, line in enumerate(document.record.lines):
            key = fold(line.indicator)
            if key not in rows and not is_former(key):
                guess = (
                    key.partition("-")[0] if key.partition("-")[0] in rows else nearest(key, rows)
                )
                hint = (
                    f"是不是“{assessment.catalogue.label(guess)}”？"
                    if guess
                    else "写指标的编号，如 31"
                )
                place = document.source.locate(("行", i, "指标"))
                yield Found(place, f"没有第“{line.indicator}”项", hint)
