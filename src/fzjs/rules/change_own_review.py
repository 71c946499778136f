"""这次改动里审核了自己的条目

**查什么**　合并请求里新写的审核，科室就是条目的科室；或者本来不该由它审，靠同一次改动里换的
别名才对上。科室的名称、别名、审核科室和代审都按改动之前的 `fzjs.yaml` 认。

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
    """Yield each new review by an office that, by the names before, may not review the entry."""
    for pair in change.reviews:
        old = reviews_of(pair.before)
        for i, review in enumerate(reviews_of(pair.after)):
            if i >= len(old) or review != old[i]:
                message = _wrong(change, pair.file.split("/")[2], review["科室"])
                if message:
                    other = reviewer_of(pair.file.split("/")[2], change.settings)
                    hint = f"由{other}审核" if other else "请别的科室审，并写上 审核.代审"
                    yield Found(pair.at("审核", i), message, hint)


def _wrong(change: Change, office: str, by: str) -> str:
    """Return what is wrong with who reviewed; who is wrong by today's names too has a rule."""
    names, now = change.settings, change.head.catalogue
    reviewer = names.office(by) or by
    if reviewer == (names.office(office) or office):
        return f"{by}审核了自己的条目"
    due = reviewer_of(office, names)
    renamed = now.office(by) == now.office(due) != ""
    if due and reviewer != due and names.office(by) and renamed:
        return f"按改动之前的科室名，{by}不是{due}，不能审核这个条目"
    return ""
