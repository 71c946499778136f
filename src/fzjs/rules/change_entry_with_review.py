"""一次改动里既有条目，又有它的审核

**查什么**　合并请求里，同一个条目和它在 `evidence/审核/` 里的审核都动了（新增、改动或删去）。
同一个科室里只改名的不算，换了科室的算；条目删去，审核跟着删去的也不算。

**为什么**　先报后审。材料和“通过”放在一起交，等于自己审自己，批的人也看不出先后。
（附件1 四.1：“报规范性文件管理科审核”）

**错**

```text
新增 evidence/法制仲裁科/2020-合法性审核.yaml
新增 evidence/审核/法制仲裁科/2020-合法性审核.yaml
```

**对**

```text
第一个合并请求：新增 evidence/法制仲裁科/2020-合法性审核.yaml
合并以后，第二个：新增 evidence/审核/法制仲裁科/2020-合法性审核.yaml
```

**怎么改**　把审核文件从这次改动里拿出去，条目合并以后再由审核科室另交一次。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import REHOUSED, Change, reviews_of

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE


def find(change: Change) -> Iterator[Found]:
    """Yield each review that is touched together with its entry."""
    touched = {
        name: pair for pair in change.entries if not pair.is_only_moved for name in pair.names
    }
    for review in change.reviews:
        entry = next((touched[name] for name in sorted(review.names) if name in touched), None)
        gone = entry is not None and not entry.after and not review.after
        if entry is None or review.is_only_moved or gone:
            continue
        count = len(reviews_of(review.after))
        place = review.at("审核", count - 1) if count else review.place
        message = "这次改动里既有条目，又有它的审核"
        hint = "把审核文件从这次改动里拿出去，条目合并以后再另交"
        if entry.rehoused:
            message, hint = "条目换了科室，审核跟着改了名", REHOUSED
        yield Found(place, message, hint, ((entry.place, "它的条目"),))
