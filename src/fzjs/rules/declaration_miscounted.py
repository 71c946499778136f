"""评估、测评的数不对

**查什么**　满意度测评的“满意”多于“样本”，或样本是 0；第三方评估“符合”的项数多于总数，或总数
是 0。

**为什么**　满意度、符合率由程序用这两个数算，数错了率就错；虚报数据是摘牌的情形（“提供虚假材料、
隐瞒事实真相”，鹤法办发〔2019〕9号四（三））。

**错**

```yaml
满意度测评: [{机构: 示例调查队, 日期: 2021-02-10, 样本: 500, 满意: 612}]
```

**对**

```yaml
满意度测评: [{机构: 示例调查队, 日期: 2021-02-10, 样本: 612, 满意: 500}]
```

**怎么改**　照评估、测评报告改。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each count that is larger than what it is a part of."""
    for declaration in assessment.repository.declarations:
        for survey in declaration.surveys:
            if survey.satisfied > survey.sample or not survey.sample:
                message = f"满意 {survey.satisfied} 人，样本只有 {survey.sample} 人"
                yield Found(survey.place, message, "照测评报告改")
        for each in declaration.evaluations:
            if each.met and (each.met[0] > each.met[1] or not each.met[1]):
                message = f"符合 {each.met[0]} 项，一共只有 {each.met[1]} 项"
                yield Found(each.place, message, "写成 符合: 几项/共几项，照评估报告改")
