"""资料代号重复

**查什么**　同一指标里两项资料的代号相同；或原表的序号重复，而代号只写了这个序号。

**为什么**　原表 31 项的资料序号是 1、2、2、3；写“31-2”分不清是哪一件，要写成 2甲、2乙。

**错**

```yaml
- {代号: 2, 内容: 情况说明…, 种类: 情况说明}
- {代号: 2乙, 原序号: 2, 内容: 没有发生…, 种类: 无此情形}
```

**对**

```yaml
- {代号: 2甲, 原序号: 2, 内容: 情况说明…, 种类: 情况说明}
- {代号: 2乙, 原序号: 2, 内容: 没有发生…, 种类: 无此情形}
```

**怎么改**　重复的序号依次写成 2甲、2乙，用“原序号”记下原表的号；代号用过的不再给别的资料。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.facts import REPEATS, fold
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import Written, indicators

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each code that an earlier material has, or that is a number printed twice."""
    for row in indicators(assessment):
        materials = row.record.materials
        printed = Counter(m.printed or m.code.rstrip(REPEATS) for m in materials)
        first: dict[str, int] = {}
        for n, material in enumerate(materials):
            code = fold(material.code)
            if code in first:
                related = ((_place(row, first[code]), "先写的在这里"),)
                yield Found(
                    _place(row, n), f"代号“{material.code}”重复", _hint(material.code), related
                )
            elif printed[material.code] > 1:
                message = f"原表有{printed[material.code]}个“{material.code}”，代号分不清是哪一个"
                yield Found(_place(row, n), message, _hint(material.code))
            first.setdefault(code, n)


def _place(row: Written, n: int) -> Location:
    return row.at("上报资料", n, "代号")


def _hint(code: str) -> str:
    bare = code.rstrip(REPEATS)
    return f"原表序号重复的，依次写成 {bare}甲、{bare}乙，并写 原序号: {bare}"
