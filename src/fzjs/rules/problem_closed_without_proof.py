"""问题验收了，没有整改的佐证

**查什么**　“处理”的最后一次是“验收”，而责任科室没有对这个问题的整改文件、整改没有“佐证”、没有“申
请销号”；或验收的日期早于申请销号的日期。

**为什么**　附件2 （13）：“建立整改工作方案和台账，对标对表，逐项整改销号”。验收即销号，日后复查，
要能翻到改了什么、凭什么销的号。

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

from collections import defaultdict
from collections.abc import Iterator, Sequence

from fzjs.assess import Assessment, Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Problem, Rectification
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each closed problem whose office has shown nothing, or not yet on that day."""
    answers: defaultdict[str, list[Rectification]] = defaultdict(list)
    for each in assessment.repository.rectifications:
        answers[each.problem].append(each)
    for problem in assessment.repository.problems:
        if problem.closed:
            own = [r for r in answers[problem.id] if _same(r, problem, assessment.catalogue)]
            wrong = _wrong(problem, own)
            if wrong:
                related = tuple((each.place, "整改在这里") for each in own)
                yield Found(problem.place, f"问题 {problem.id} {wrong[0]}", wrong[1], related)


def _same(answer: Rectification, problem: Problem, catalogue: Catalogue) -> bool:
    return catalogue.folder_office(answer.office) == catalogue.folder_office(problem.office)


def _wrong(problem: Problem, answers: Sequence[Rectification]) -> tuple[str, str] | None:
    """Return what is wrong, the first thing of all, and what to do."""
    if not answers:
        file = f"evidence/{problem.office}/整改/{problem.id.replace('/', '-')}.yaml"
        return f"已验收，{problem.office}没有整改文件", f"请{problem.office}补上 {file}"
    if not any(each.evidence for each in answers):
        return "已验收，整改没有写佐证", "请责任科室在整改文件里加上 佐证: [科室/文件名]"
    applied = [each.applied for each in answers if each.applied]
    if not applied:
        return "已验收，责任科室没有申请销号", "请责任科室在整改文件里写上 申请销号 的日期"
    if problem.accepted and problem.accepted < min(applied):
        said = f"{problem.accepted} 就验收了，申请销号却是 {min(applied)}"
        return said, "核对两个日期，打错的改正"
    return None
