"""摘牌情形方案里没有

**查什么**　“摘牌情形”的“情形”对不上方案列的几种。方案（`fzjs.yaml` 的“监督”）没有写摘牌的不
查。

**为什么**　“示范地区有下列情形之一的……应当撤销省级示范命名”（鹤法办发〔2019〕9号四（三））列
了四种。对不上，程序就不知道哪一种排查过了。

**错**

```yaml
摘牌情形: [{情形: 五, 日期: 2021-02-20, 结果: 未发生, 依据: 查了复议诉讼台账}]
```

**对**

```yaml
摘牌情形: [{情形: 一, 日期: 2021-02-20, 结果: 未发生, 依据: 查了复议诉讼台账}]
```

**怎么改**　写 一、二、三、四，或照抄方案里那一种的话。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.declared import NUMERALS, ground_place, grounds
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each look at a ground that the plan does not list."""
    campaign = assessment.catalogue.campaign
    known = grounds(campaign)
    for declaration in assessment.repository.declarations:
        for each in declaration.grounds:
            if known and ground_place(each.subject, campaign) is None:
                numbers = "、".join(NUMERALS[: len(known)])
                hint = f"写 {numbers}，或照抄方案的话"
                yield Found(each.place, f"方案没有“{each.subject}”这种摘牌情形", hint)
