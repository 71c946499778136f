"""年度报告的年度还没有过完

**查什么**　申报文件“年度报告”的日期在那一年年底以前。

**为什么**　报的是“上一年度法治政府建设情况”（鹤法办发〔2019〕9号四（一））：1月报的是去年的。年
度多半写成了报出的那一年，去年的就成了没有报。

**错**

```yaml
年度报告:
- {年度: 2021, 日期: 2021-01-20, 公布: https://www.example.gov.cn/b.html}
```

**对**

```yaml
年度报告:
- {年度: 2020, 日期: 2021-01-20, 公布: https://www.example.gov.cn/b.html}
```

**怎么改**　年度改成报的那一年。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each annual report that is dated before its year is over."""
    for declaration in assessment.repository.declarations:
        for each in declaration.annual:
            if str(each.date.year) <= each.subject:
                message = f"{each.date} 报的是 {each.subject} 年度，那一年还没有过完"
                yield Found(each.place, message, f"上一年度的写 年度: {each.date.year - 1}")
