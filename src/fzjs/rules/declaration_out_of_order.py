"""申报的步骤先后不对

**查什么**　一步已经记了，它前面的步骤还没有“通过”；或者日期早于前面的步骤。原话写了“同时”的（
满意度测评），和它前一步不分先后；命名以后的几步只要求命名通过。

**为什么**　方案的步骤一步接一步：“根据第三方评估和人民群众满意度测评结果……进行实地核查”（鹤法
办发〔2019〕9号三（四））。先后不对，多半是日期打错，或漏记了一步。

**错**

```yaml
步骤:
- {名称: 自愿申报, 日期: 2021-02-10, 结果: 通过}
- {名称: 实地核查, 日期: 2021-01-10, 结果: 通过}   # 早于申报
```

**对**

```yaml
步骤:
- {名称: 自愿申报, 日期: 2021-01-10, 结果: 通过}
- {名称: 第三方评估, 日期: 2021-02-01, 结果: 通过}
- {名称: 实地核查, 日期: 2021-02-10, 结果: 通过}
```

**怎么改**　补记漏了的步骤，改对日期。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.declared import PASSED, before, step_names
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each step that comes before one which has to be passed first."""
    campaign = assessment.catalogue.campaign
    known = step_names(campaign)
    for declaration in assessment.repository.declarations:
        steps = {step.name: step for step in declaration.steps}
        for name, step in steps.items():
            if name not in known:
                continue
            earlier = before(name, campaign)
            lacking = [e for e in earlier if e not in steps or steps[e].result != PASSED]
            later = [e for e in earlier if e in steps and steps[e].date > step.date]
            if lacking:
                hint = "先记前面的步骤：fzjs declare step 名称；真没有这一步的，从“阶段”里删去"
                message = f"已经到“{name}”，前面的{'、'.join(lacking)}还没有通过"
                yield Found(step.place, message, hint)
            elif later:
                day = steps[later[-1]].date
                message = f"“{name}”{step.date} 早于它前面的“{later[-1]}”{day}"
                yield Found(step.place, message, "改对日期")
