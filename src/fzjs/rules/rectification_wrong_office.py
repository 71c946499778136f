"""整改不在责任科室的文件夹里

**查什么**　整改文件放在别的科室的 `整改/` 里，不是问题的责任科室。

**为什么**　整改由责任科室写、由它申请销号；别的科室写的不作数，问题照算没有整改。

**错**

```yaml
# evidence/基层工作指导科/整改/2021-02-双月检查-1.yaml
问题: 2021-02-双月检查/1        # 责任科室是法制仲裁科
```

**对**

```yaml
# evidence/法制仲裁科/整改/2021-02-双月检查-1.yaml
问题: 2021-02-双月检查/1
```

**怎么改**　把文件移到责任科室的 `整改/` 里；责任科室写错了的，请督导检查组改。责任科室改了名的，
旧名写成新名的`别名`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.ownership import owner_offices
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each rectification by an office that has not to mend the problem."""
    catalogue = assessment.catalogue
    problems = {problem.id: problem for problem in assessment.repository.problems}
    for each in assessment.repository.rectifications:
        problem = problems.get(each.problem)
        owners = owner_offices(problem, catalogue) if problem else ()
        if problem and catalogue.folder_office(each.office) not in owners:
            message = f"问题 {problem.id} 的责任科室是{problem.office}，{each.office}的整改不作数"
            file = f"evidence/{problem.office}/整改/{problem.id.replace('/', '-')}.yaml"
            related = ((problem.place, "问题在这里"),)
            yield Found(each.place, message, f"移到 {file}", related)
