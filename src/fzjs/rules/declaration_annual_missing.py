"""年度报告过期没有报

**查什么**　命名以后，`fzjs.yaml` 的“周期任务”写的年度报告期限过了，申报文件“年度报告”没有那一
年的。

**为什么**　“示范地区于每年1月底前将上一年度法治政府建设情况，经依法治市办报省委依法治省办，并向
社会公布，接受社会监督”（鹤法办发〔2019〕9号四（一））。期限照“周期任务”里每年一次、名称带“年
度”的那一条。

**错**

```yaml
命名: {日期: 2019-12-20, 名称: 示例省法治政府建设示范县}     # 2020-01-31 已过，没有 2019 年的
```

**对**

```yaml
命名: {日期: 2019-12-20, 名称: 示例省法治政府建设示范县}
年度报告:
- {年度: 2019, 日期: 2020-01-20, 公布: https://www.example.gov.cn/a.html}
- {年度: 2020, 日期: 2021-01-20, 公布: https://www.example.gov.cn/b.html}
```

**怎么改**　报了的补记：`fzjs declare annual 2019 --date 2020-01-20 --url 网址`；没有报的尽快报。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.declared import ANNUAL, watched
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.yearly import missing

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, for each named unit, the years whose report is late."""
    for declaration in assessment.repository.declarations:
        late = missing(
            watched(
                declaration,
                assessment.catalogue.campaign,
                assessment.today,
                assessment.repository.agenda.done,
            ),
            ANNUAL,
        )
        if late and declaration.naming:
            message = f"年度报告过期没有报：{late}"
            hint = "报了的补记：fzjs declare annual 年度 --date 日期 --url 网址"
            yield Found(declaration.naming.place, message, hint)
