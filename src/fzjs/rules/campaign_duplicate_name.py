"""科室重名

**查什么**　两个科室的名称或别名相同；或科室名用了“审核”“督导”“附件”等留作他用的文件夹名。

**为什么**　名称就是文件夹名，也是催办的依据；重了名，材料不知算在谁名下。

**错**

```yaml
科室:
- {名称: 基层工作指导科, 别名: [基层科]}
- {名称: 基层科}
```

**对**

```yaml
科室:
- {名称: 基层工作指导科, 别名: [基层科]}
```

**怎么改**　留一个，另一个改名或删去别名。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import KeyPath, Location, Severity
from fzjs.repository import RESERVED, Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_of

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each office name or alias that is taken already, or reserved for a folder."""
    record = campaign_of(document)
    if record is None:
        return
    first: dict[str, Location] = {}
    for i, office in enumerate(record.offices):
        named: list[tuple[KeyPath, str]] = [((i, "名称"), office.name)]
        named += [((i, "别名", j), alias) for j, alias in enumerate(office.aliases)]
        for keys, name in named:
            place = document.source.locate(("科室", *keys))
            if name in RESERVED:
                hint = "这个文件夹名留作他用，如“" + name + "科”就可以"
                yield Found(place, f"“{name}”不能作科室名", hint)
            elif name in first:
                related = ((first[name], "先写的在这里"),)
                yield Found(place, f"“{name}”重名", "改名，或删去重复的别名", related)
            first.setdefault(name, place)
