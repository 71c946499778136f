"""问题验收了，没有整改的佐证

**查什么**　“处理”的最后一次是“验收”，而责任科室没有对这个问题的整改文件、整改没有“佐证”（或写的条
目不存在）、没有“申请销号”；验收的日期早于申请销号的日期；或者退回、反弹以后没有再申请。

**为什么**　附件2 （13）：“建立整改工作方案和台账，对标对表，逐项整改销号”。验收即销号，日后复查，
要能翻到改了什么、凭什么销的号。这样的验收不算销号，问题照算没有改好。

**错**

```yaml
# 没有 evidence/法制仲裁科/整改/2021-02-双月检查-1.yaml
处理: [{日期: 2021-03-01, 结果: 验收, 验收人: 张某丙}]
```

**对**

```yaml
# evidence/法制仲裁科/整改/2021-02-双月检查-1.yaml
问题: 2021-02-双月检查/1
措施: 已补盖单位印章
佐证: [法制仲裁科/2020-合法性审核情况说明]
申请销号: 2021-02-26
```

**怎么改**　请责任科室补上整改文件，写 佐证 和 申请销号；验收日期打错的改正。
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from fzjs.assess import Assessment, Followed
from fzjs.assess.followed import counting, unproven
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each accepted problem whose office has shown nothing, or not yet on that day."""
    known = assessment.repository.entries
    for each in assessment.followed:
        steps = tuple(counting(each.problem, assessment.catalogue, assessment.today))
        if steps and steps[-1].result == "验收":
            why = unproven(steps, each.answers, known)
            if why:
                related = tuple((answer.place, "整改在这里") for answer in each.answers)
                message = f"问题 {each.problem.id} 已验收，不算销号：{why}"
                yield Found(each.problem.place, message, _hint(each, known), related)


def _hint(each: Followed, known: Container[str]) -> str:
    office, name = each.problem.office, each.problem.id
    if not each.answers:
        return f"请{office}补上 evidence/{office}/整改/{name.replace('/', '-')}.yaml"
    if not any(answer.evidence for answer in each.answers):
        return "请责任科室在整改文件里加上 佐证: [科室/文件名]"
    if not any(name in known for answer in each.answers for name in answer.evidence):
        return "请责任科室把佐证写成现在的条目：科室/文件名，不带 .yaml"
    return "请责任科室在整改文件里写上 申请销号 的日期；日期打错的改正"
