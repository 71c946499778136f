"""评估意见没有写整改

**查什么**　第三方评估的“意见”没有“整改”。

**为什么**　评估组“进行评估并提出意见”（鹤法办发〔2019〕9号三（二）），接着就是实地核查：意见没
有改，核查时还是问题。

**错**

```yaml
意见: [{内容: 决策后评估做得少}]
```

**对**

```yaml
意见: [{内容: 决策后评估做得少, 整改: 已对2件决策补做后评估}]
```

**怎么改**　改好以后在那条意见里加上 `整改: …`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.NOTE
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each evaluation with opinions that nobody has answered, once."""
    for declaration in assessment.repository.declarations:
        for each in declaration.evaluations:
            left = [text for text, _, mended in each.opinions if not mended]
            if left:
                message = f"{each.agency}的意见有{len(left)}条没有写整改：{left[0]}"
                yield Found(each.place, message, "改好以后在那条意见里加上 整改: …")
