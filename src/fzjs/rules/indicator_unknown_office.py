"""责任科室不在科室列表里

**查什么**　指标的“责任科室”不是 `fzjs.yaml` 里的科室名或别名。

**为什么**　写错的科室收不到催办，这一项就没有人管。集合名词（“相关责任科室”）展开成具体科室，或者
也列在“科室”里，写明“成员”。

**错**

```yaml
责任科室: [法治仲裁科]
```

**对**

```yaml
责任科室: [法制仲裁科]
```

**怎么改**　照“科室”里的名称写；确有此科室的，先加进 `fzjs.yaml` 的“科室”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import indicators

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each responsible office that the campaign does not list."""
    known = assessment.catalogue.offices
    for row in indicators(assessment):
        for n, responsible in enumerate(row.record.responsible):
            if responsible.office not in known:
                guess = nearest(responsible.office, known)
                hint = f"是不是“{guess}”？" if guess else "先在 fzjs.yaml 的“科室”里加上它"
                place = row.at("责任科室", n, "科室")
                yield Found(place, f"没有“{responsible.office}”这个科室", hint)
