"""年度报告没有写公布的网址

**查什么**　申报文件“年度报告”的一条没有“公布”。

**为什么**　年度报告要“向社会公布，接受社会监督”（鹤法办发〔2019〕9号四（一））。

**错**

```yaml
年度报告: [{年度: 2020, 日期: 2021-01-20}]
```

**对**

```yaml
年度报告: [{年度: 2020, 日期: 2021-01-20, 公布: https://www.example.gov.cn/b.html}]
```

**怎么改**　公布以后写上网址：`fzjs declare annual 2020 --url 网址`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each annual report that says nowhere where it was published."""
    for declaration in assessment.repository.declarations:
        for each in declaration.annual:
            if not each.said:
                hint = f"公布以后：fzjs declare annual {each.subject} --url 网址"
                yield Found(each.place, f"{each.subject}年度报告没有写在哪里公布", hint)
