"""验收或延期的是责任科室自己的人

**查什么**　“处理”的“验收”或“延期”，验收人是责任科室的责任人、联络人（`fzjs.yaml` 和指标里写的），
或者“科室”写的就是责任科室。换过人的照“人员变动”：从查出问题到处理那天，当过责任人、联络人的都
算；处理以后才接任的不算。名字写成别的样子的也算：带“科长”“同志”、写在括注里、和别人写在一起、全角
字、看不见的字；写成责任科室的名称、别名的也算。没有写谁的名字（只有“科长”）的，等于没有人验收。

**为什么**　自己改、自己验收，等于没有验收；期限也不由自己放宽。督导检查组职责：“日常督导，
及时反馈发现问题，监督问题整改落实”。这样的验收不算销号，这样的延期不算延期。

**错**

```yaml
责任科室: 法制仲裁科                       # 责任人：王某戊
处理: [{日期: 2021-03-01, 结果: 验收, 验收人: 王某戊}]
```

**对**

```yaml
责任科室: 法制仲裁科
处理: [{日期: 2021-03-01, 结果: 验收, 验收人: 张某丙}]
```

**怎么改**　请督导检查组的人（不是责任科室的）验收、批延期，改成他的名字和日期；还没有人验收的，删
去这一次。同名不同人的，写上“科室”，并在 `fzjs.yaml` 的“规则”里写明理由改级别。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.ownership import NAMELESS, own_step
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
_NAME = "验收人写督导检查组那个人的姓名"
_OTHERS = "由督导检查组的人来，不能是责任科室自己的人"


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each 验收 and each 延期 by the owner's own people."""
    for problem in assessment.repository.problems:
        for step in problem.steps:
            own = own_step(step, problem, assessment.catalogue)
            if own:
                message = f"问题 {problem.id} 的{step.result}不作数：{own}"
                yield Found(step.place, message, _NAME if own == NAMELESS else _OTHERS)
