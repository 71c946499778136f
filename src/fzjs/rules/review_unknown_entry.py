"""审核的条目不存在

**查什么**　`evidence/审核/` 里的文件，没有对应的条目。

**为什么**　审核文件与条目同名、同科室才对得上；条目改了名，审核也要跟着改，否则等于没有审核。

**错**

```text
evidence/审核/法制仲裁科/2020-合法性审查.yaml
```

**对**

```text
evidence/审核/法制仲裁科/2020-合法性审核.yaml
```

**怎么改**　把审核文件改成条目的名字；条目已经删去的，审核文件一并删去。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.reviewers import entry_names

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review of an entry that is not there (one that is unreadable is there)."""
    known = entry_names(assessment)
    for review in assessment.repository.reviews.values():
        if review.entry not in known:
            guess = nearest(review.entry, known)
            hint = f"是不是“{guess}”？改文件名" if guess else "条目已删去的，审核文件一并删去"
            yield Found(review.place, f"没有“{review.entry}”这个条目", hint)
