"""回访过期没有记

**查什么**　命名次年起，`fzjs.yaml` 的“周期任务”有每年的回访，而申报文件“回访”没有那一年的，那
一年已经过完。

**为什么**　“每年结合考核，组织对示范地区进行复核确认，核查有关材料、信息和数据”（鹤法办发〔2019
〕9号四（二））。

**错**

```yaml
命名: {日期: 2019-12-20, 名称: 示例省法治政府建设示范县}     # 2020 年已过，没有回访
```

**对**

```yaml
命名: {日期: 2019-12-20, 名称: 示例省法治政府建设示范县}
回访: [{年度: 2020, 日期: 2020-11-10, 结果: 符合}]
```

**怎么改**　来过的补记：`fzjs declare revisit 2020 --date 2020-11-10 --result 符合`；没有来的，问
上级。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.declared import REVISIT, watched
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.yearly import missing

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, for each named unit, the years without a revisit."""
    for declaration in assessment.repository.declarations:
        late = missing(
            watched(
                declaration,
                assessment.catalogue.campaign,
                assessment.today,
                assessment.repository.agenda.done,
            ),
            REVISIT,
        )
        if late and declaration.naming:
            message = f"没有记回访：{late}"
            hint = "来过的补记：fzjs declare revisit 年度 --date 日期 --result 符合"
            yield Found(declaration.naming.place, message, hint)
