"""有摘牌的情形

**查什么**　命名以后，“摘牌情形”有“发生”的，或“回访”的结果是“不符合”。

**为什么**　“示范地区有下列情形之一的……应当撤销省级示范命名”，其中第三种是“在回访核查中证实已
经达不到示范指标体系中的条件和要求的”（鹤法办发〔2019〕9号四（三））。程序不替人下结论，只提醒要
报告、要处理。

**错**

```yaml
摘牌情形: [{情形: 一, 日期: 2021-02-20, 结果: 发生, 依据: 省里通报}]
```

**对**

```yaml
摘牌情形: [{情形: 一, 日期: 2021-02-20, 结果: 未发生, 依据: 查了复议诉讼台账}]
```

**怎么改**　照实写的不用改，按程序报告；写错的改过来。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each ground that came about, and each revisit that was failed."""
    for declaration in assessment.repository.declarations:
        for each in declaration.grounds:
            if each.said == "发生":
                message = f"摘牌情形（{each.subject}）发生：{each.note}"
                yield Found(each.place, message, "照实写的，按程序报告上级；写错的改过来")
        for each in declaration.revisits:
            if each.said == "不符合":
                message = f"{each.subject}年回访不符合，属于摘牌的情形"
                yield Found(each.place, message, "照实写的，按程序报告上级并整改；写错的改过来")
