"""台账里同一项同一年写了两行

**查什么**　一份台账里，同一项指标、同一年度有两行。编号的括号全角半角算一样。

**为什么**　一行说已完成、一行说未完成，就不知道算哪一行；汇总时也会多算。

**错**

```yaml
行:
- {年度: 2020, 指标: 31, 完成: 未完成, 情况: 情况说明待盖章}
- {年度: 2020, 指标: 31, 完成: 已完成, 情况: 情况说明2月20日已报}
```

**对**

```yaml
行:
- {年度: 2020, 指标: 31, 完成: 已完成, 情况: 情况说明2月20日已报}
```

**怎么改**　留一行，情况写在一起。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Location, Severity
from fzjs.facts import fold
from fzjs.repository import Document, Role
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each line whose indicator and year stand in an earlier line of the file."""
    if document.role is not Role.LEDGER or document.record is None:
        return
    seen: dict[tuple[int, str], Location] = {}
    for i, line in enumerate(document.record.lines):
        place = document.source.locate(("行", i, "指标"))
        first = seen.setdefault((line.year, fold(line.indicator)), place)
        if first != place:
            message = f"{line.year}年第{line.indicator}项已经有一行了（第{first.line}行）"
            yield Found(place, message, "留一行，情况写在一起", ((first, "前一行在这里"),))
