"""姓名后面有号码

**查什么**　“科室”的责任人、联络人，“组织”和“人员变动”里的姓名，带着六位以上的数字。手机号、
带区号的座机号由text-personal-data 报，这里不再报。

**为什么**　本地座机、短号也是电话：方案里组长姓名后面印着电话，抄的时候容易带进来。仓库会公开，电
话放在 `private/`。

**错**

```yaml
组织: {领导小组: {组长: 娄某甲 3322xxx}}        # 写了七位号码
```

**对**

```yaml
组织: {领导小组: {组长: 娄某甲}}
```

**怎么改**　只写姓名；联络人的电话放进 `private/联络人.csv`，用 `fzjs org --with-private` 看。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from fzjs.diagnostic import KeyPath, Severity
from fzjs.personal import WIDE, numbers
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_of

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


HINT = "只写姓名；电话放进 private/联络人.csv（不进 git）"
_NUMBER = re.compile(r"\d(?:[ -]?\d){5,}")
_NAMES = frozenset({"责任人", "联络人", "组长", "副组长", "主任", "副主任", "原", "现"})


def find(document: Document) -> Iterator[Found]:
    """Yield each name in `fzjs.yaml` with a number behind it that no other rule knows."""
    data = document.source.data
    if campaign_of(document) is None or not isinstance(data, dict):
        return
    for key in ("科室", "组织", "人员变动"):
        for keys, name in _names(data.get(key), (key,), named=False):
            if has_number(name) and not any(numbers(name)):
                yield Found(document.source.locate(keys), "姓名后面有号码", HINT)


def has_number(name: str) -> bool:
    """Tell whether a telephone number stands in a name."""
    return _NUMBER.search(name.translate(WIDE)) is not None


def _names(value: Any, keys: KeyPath, *, named: bool) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401  # YAML
    """Yield the texts below keys that name persons; 成员 of 组织, not of a group of offices."""
    if isinstance(value, dict):
        for key, inner in value.items():
            persons = key in _NAMES or (key == "成员" and keys[0] == "组织")
            yield from _names(inner, (*keys, key), named=persons)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for place, inner in enumerate(value):
            yield from _names(inner, (*keys, place), named=named)
    elif named and isinstance(value, str):
        yield keys, value
