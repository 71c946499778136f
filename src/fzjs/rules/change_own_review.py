"""这次改动里审核了自己的条目

**查什么**　合并请求里新写的审核，科室就是条目的科室。科室的名称、别名和代审都按改动之前的
`fzjs.yaml` 认，所以同一次改动里换个别名、改了审核科室也不行。

**为什么**　自己报、自己审等于没有审。（附件1 四.1：“报规范性文件管理科审核”）

**错**

```yaml
# evidence/审核/规范性文件管理科/备案.yaml
- {科室: 规范性文件管理科, 审核人: 张某丙, 结论: 通过, …}
```

**对**

```yaml
- {科室: 法制仲裁科, 审核人: 王某戊, 结论: 通过, …}     # 审核.代审
```

**怎么改**　请审核科室审；审核科室自己的条目由代审的科室审。真要换审核科室的，先单独改
`fzjs.yaml`，合并以后再审。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess.standing import reviewer_of
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change, reviews_of

SEVERITY = Severity.ERROR
SCOPE = Scope.CHANGE


def find(change: Change) -> Iterator[Found]:
    """Yield each new review by the office whose entry it is, as the offices were before."""
    names = change.settings
    for pair in change.reviews:
        old = reviews_of(pair.before)
        office = pair.file.split("/")[2] if pair.after else ""
        own = names.office(office) or office
        for i, review in enumerate(reviews_of(pair.after)):
            is_new = i >= len(old) or review != old[i]
            if is_new and (names.office(review["科室"]) or review["科室"]) == own:
                other = reviewer_of(office, names)
                hint = (
                    f"由{other}审核" if other else "请别的科室审，并在 fzjs.yaml 里写上 审核.代审"
                )
                message = f"{review['科室']}审核了自己的条目"
                yield Found(pair.at("审核", i), message, hint)
