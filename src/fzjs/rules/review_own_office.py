"""自己审核自己的材料

**查什么**　审核的科室就是条目的科室。

**为什么**　自己报、自己审等于没有审，不作数：条目还是待审核。
审核科室自己的条目由代审科室审。（附件1 四.1：“报规范性文
件管理科审核”）

**错**

```yaml
# evidence/审核/规范性文件管理科/2020-备案.yaml
- {科室: 规范性文件管理科, 审核人: 张某丙, 结论: 通过, …}
```

**对**

```yaml
- {科室: 法制仲裁科, 审核人: 王某戊, 结论: 通过, …}
```

**怎么改**　请审核科室审；审核科室自己的条目，由 `fzjs.yaml` 里 审核.代审 的科室审。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.standing import reviewer_of
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("change-own-review",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review by the office whose entry it is; who typed the entry does not matter."""
    catalogue = assessment.catalogue
    for review in assessment.repository.reviews.values():
        office = review.entry.split("/")[0]
        if catalogue.folder_office(review.office) == catalogue.folder_office(office):
            other = reviewer_of(office, catalogue)
            hint = f"由{other}审核" if other else "在 fzjs.yaml 的 审核 里写上 代审"
            yield Found(review.place, f"{review.office}审核了自己的条目", hint)
