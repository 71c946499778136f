"""问题验收了，没有整改的佐证

**查什么**　“处理”的最后一次是“验收”，而责任科室没有对这个问题的整改文件、整改没有“佐证”、没有“申请
销号”；佐证的条目不存在、还是草稿、已撤回、在等外单位、不合要求、验收以前就被审核退回；验收的日期早
于申请销号的日期；退回、反弹以后没有再申请；或者编号和别的问题重复。条目只是因为这个问题才“已退回”的，不要紧。

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

**怎么改**　请责任科室补上整改文件，写 佐证 和 申请销号；佐证站不住的，先改好、提交；验收日期打错的
改正。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fzjs.assess import Assessment, Followed, Standing
from fzjs.assess.followed import counting, is_accepted, unproven, weak_proof
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
_DOUBLED = "编号重复，分不清整改的是哪一个"


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each accepted problem whose office has shown nothing, or not yet on that day."""
    known = assessment.standings
    for each in assessment.followed:
        steps = tuple(counting(each.problem, assessment.catalogue, assessment.today))
        if is_accepted(steps) and each.is_open:
            why = _DOUBLED if each.doubled else unproven(steps, each.answers, known)
            related = tuple((answer.place, "整改在这里") for answer in each.answers)
            message = f"问题 {each.problem.id} 已验收，不算销号：{why}"
            yield Found(each.problem.place, message, _hint(each, known), related)


def _hint(each: Followed, known: Mapping[str, Standing]) -> str:
    if each.doubled:
        return "把后写的改成没有用过的编号，整改文件里的“问题”照着改"
    office, name = each.problem.office, each.problem.id
    shown = [answer for answer in each.answers if answer.evidence]
    weak = [next(weak_proof(answer, known), None) for answer in shown]
    if not each.answers:
        return f"请{office}补上 evidence/{office}/整改/{name.replace('/', '-')}.yaml"
    if not shown:
        return "请责任科室在整改文件里加上 佐证: [科室/文件名]"
    if weak[0] and all(weak):
        if weak[0][0] not in known:
            return "请责任科室把佐证写成现在的条目：科室/文件名，不带 .yaml"
        return f"请责任科室先把 {weak[0][0]} 改好、提交；或者把佐证换成改好的条目"
    return "请责任科室在整改文件里写上 申请销号 的日期；日期打错的改正"
