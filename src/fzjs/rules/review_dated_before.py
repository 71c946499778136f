"""审核的日期早于材料的日期

**查什么**　最后一次审核早于条目的落款日期或网页的检索日期，而审核以后条目没有改过。

**为什么**　材料还没有，就已经审过了：两个日期里有一个是错的，或者是先审后补。（附件1 四.1：“报规
范性文件管理科审核后，列出目录、装订成册”）

**错**

```yaml
# 条目：落款日期: 2021-02-12
审核: [{日期: 2021-02-01, 结论: 通过, …}]
```

**对**

```yaml
审核: [{日期: 2021-02-20, 结论: 通过, …}]
```

**怎么改**　核对两个日期，打错的改正；先审后补的，请审核科室重审。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Date, Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review that is older than what it says it saw.

    Of an entry that changed since, it saw another text: that one is 待复核 anyway.
    """
    entries = assessment.repository.entries
    for review in assessment.repository.reviews.values():
        entry = entries.get(review.entry)
        if entry and review.fingerprint == entry.fingerprint:
            name, day = _latest(entry)
            if day and review.date < day:
                message = f"审核日期 {review.date} 早于{name} {day}"
                related = ((at(entry, name, "公开"), f"{name}在这里"),)
                yield Found(review.place, message, "核对两个日期；先审后补的请重审", related)


def _latest(entry: Entry) -> tuple[str, Date | None]:
    looked = max((page.retrieved for page in entry.web if page.retrieved), default=None)
    if looked and (entry.dated is None or looked > entry.dated):
        return "检索日期", looked
    return "落款日期", entry.dated
