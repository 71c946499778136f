"""审核的科室不是规定的

**查什么**　审核的科室不是 `fzjs.yaml` 里 审核.科室；审核科室自己的条目，不是由代审的科室审。

**为什么**　附件1 四.1：“所报相关资料报规范性文件管理科审核”。别的科室审的，口径不一，不作数：
条目还是待审核。

**错**

```yaml
审核: [{科室: 办公室, …}]
```

**对**

```yaml
审核: [{科室: 规范性文件管理科, …}]
```

**怎么改**　请规定的科室重审；确实换了审核科室的，改 `fzjs.yaml`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.standing import reviewer_of
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("review-own-office",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review by an office that is not the one to review that entry."""
    catalogue = assessment.catalogue
    for review in assessment.repository.reviews.values():
        due = reviewer_of(review.entry.split("/")[0], catalogue)
        if due and catalogue.office(review.office) != due:
            message = f"这个条目应由{due}审核，审核的是{review.office}"
            yield Found(review.place, message, f"请{due}重审")
