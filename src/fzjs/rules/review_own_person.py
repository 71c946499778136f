"""审核人是报材料的科室自己的人

**查什么**　“审核人”是条目所在科室的责任人或联络人（`fzjs.yaml` 的“科室”和指标的“责任科室”里写的），
而他不是审核科室的人。

**为什么**　附件1 四.1：“所报相关资料报规范性文件管理科审核”。科室写得对，人却是报材料的人，还是自
己审自己。

**错**

```yaml
# evidence/审核/法制仲裁科/2020-合法性审核.yaml；法制仲裁科的责任人是王某戊
- {科室: 规范性文件管理科, 审核人: 王某戊, 结论: 通过, …}
```

**对**

```yaml
- {科室: 规范性文件管理科, 审核人: 张某丙, 结论: 通过, …}
```

**怎么改**　请审核科室的人审；审核人写错的改正。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.persons import persons_of
from fzjs.rules.written import campaign_document

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("review-own-office",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review by a person of the entry's office who is not of the reviewing one."""
    catalogue = assessment.catalogue
    persons = persons_of(campaign_document(assessment).record, assessment)
    for review in assessment.repository.reviews.values():
        folder = review.entry.split("/")[0]
        own = persons.get(catalogue.folder_office(folder), frozenset())
        reviewing = persons.get(catalogue.office(review.office), frozenset())
        if review.reviewer in own - reviewing:
            message = f"审核人{review.reviewer}是{folder}的人，审的是{folder}的条目"
            yield Found(review.place, message, f"请{review.office}的人审；写错的改正审核人")
