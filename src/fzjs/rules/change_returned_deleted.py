"""退回的条目连审核一起删了

**查什么**　合并请求删去的条目，最后一次审核是退回（已经补正、等着复核的也算）。

**为什么**　删去再换个名字登记，退回的理由就没有了，审的人当它是没有审过的新材料。（附件1 四.1：“报
规范性文件管理科审核”）

**错**

```text
删除 evidence/法制仲裁科/2020-合法性审核.yaml          # 退回：缺章
删除 evidence/审核/法制仲裁科/2020-合法性审核.yaml
新增 evidence/法制仲裁科/2020-合法性审核说明.yaml
```

**对**　在原来的条目里照退回的理由补正，再报一次；真不用了的写撤回。

```yaml
状态: 撤回
撤回理由: 与2021年1月的一份重复，以那一份为准
```

**怎么改**　把条目和审核放回来：要报的就地补正，不用了的写 `状态: 撤回` 和 `撤回理由`。本来就不该有
的（登记错了科室、重复登记），写明缘由请审核科室批。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change

SEVERITY = Severity.WARNING
SCOPE = Scope.CHANGE


def find(change: Change) -> Iterator[Found]:
    """Yield each deleted entry that a review had returned."""
    for entry, pair in change.entries_before().items():
        standing = change.standing(entry)
        review = standing.review if standing else None
        if pair.after is None and review and not review.passed:
            why = f"（{'、'.join(review.reasons)}）"
            hint = "放回来，照退回的理由就地补正；不用了的写 状态: 撤回 和 撤回理由"
            yield Found(pair.place, f"删去的条目 {review.date} 被退回过{why}", hint)
