"""批准了不适用，却有审核通过的材料

**查什么**　“不适用”免去的应报件，有条目已经审核通过。

**为什么**　不适用是“没有这回事”，材料却证明有：两样里有一样不对。不适用的不进分子也不进分母，这件
材料等于白报。（附件1 二.5：“提供的文件资料要确保不能漏项”）

**错**

```yaml
不适用: [{对象: 19-1/2016, 理由: 当年未购买服务, 批准: {人: 张某丙, 日期: 2021-02-20}}]
# 而“2016-购买服务情况说明”对应 19-1/2016，已审核通过
```

**对**

```yaml
不适用: []
```

**怎么改**　有材料的，删去这条不适用；确是不适用的，条目里删去那条“对应”，或撤回条目。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from fzjs.assess import Assessment, Met, State
from fzjs.assess.owe import speaks
from fzjs.diagnostic import Severity
from fzjs.facts import Waiver
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN

_NAMED = 3


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 不适用 of something that passed entries prove, once."""
    proven: defaultdict[Waiver, list[Met]] = defaultdict(list)
    exemptions = assessment.repository.campaign.exemptions
    for met in assessment.met:
        if met.due.excused and met.proofs and met.proofs[0].state is State.PASSED:
            waiver = next((w for w in exemptions if speaks(w, met.due, met.due.indicator)), None)
            if waiver:
                proven[waiver].append(met)
    for waiver, owed in proven.items():
        first = owed[0].proofs[0]
        named = "、".join(met.due.label for met in owed[:_NAMED]) + "等" * (len(owed) > _NAMED)
        message = f"批准了不适用的{named}，“{first.standing.entry.id}”证明它，已审核通过"
        hint = "有材料的删去这条不适用；确是不适用的，删去条目里的这条对应"
        places = dict.fromkeys(met.proofs[0].claim.place for met in owed)
        yield Found(waiver.place, message, hint, tuple((at, "证明它的对应") for at in places))
