"""审核的科室不是规定的

**查什么**　审核的科室不是 `fzjs.yaml` 里 审核.科室；审核科室自己的条目，不是由代审的科室审。“科室”
里没有的科室审的，一个科室报一次。

**为什么**　附件1 四.1：“所报相关资料报规范性文件管理科审核”。别的科室审的，口径不一，不作数：条目
还是待审核。

**错**

```yaml
审核: [{科室: 办公室, …}]
```

**对**

```yaml
审核: [{科室: 规范性文件管理科, …}]
```

**怎么改**　请规定的科室重审；确实换了审核科室的，改 `fzjs.yaml`；科室改了名的，把旧名写成新名的
别名，以前的审核照样算。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.assess.standing import reviewer_of
from fzjs.diagnostic import Severity
from fzjs.facts import Review
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("review-own-office",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review by an office that is not the one to review that entry."""
    catalogue = assessment.catalogue
    unknown: dict[str, list[Review]] = {}
    for review in assessment.repository.reviews.values():
        due = reviewer_of(review.entry.split("/")[0], catalogue)
        by = catalogue.office(review.office)
        if due and not by:
            unknown.setdefault(review.office, []).append(review)
        elif due and by != due:
            message = f"这个条目应由{due}审核，审核的是{review.office}"
            yield Found(review.place, message, f"请{due}重审")
    for name, reviews in unknown.items():
        due = reviewer_of(reviews[0].entry.split("/")[0], catalogue)
        message = f"“科室”里没有“{name}”，它审的{len(reviews)}个条目都不算审过"
        hint = f"改了名的，在 fzjs.yaml 给新名加 别名: [{name}]，审过的照样算；写错的，请{due}重审"
        yield Found(reviews[0].place, message, hint)
