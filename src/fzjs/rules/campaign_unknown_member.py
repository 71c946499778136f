"""集合名词的成员不在科室列表里

**查什么**　“科室”里集合名词的“成员”，不是列表里的科室名或别名；或者成员又是一个集合名词。

**为什么**　写了成员，就由成员欠材料、受催办；写错一个字，那个科室的一份就没有人报。

**错**

```yaml
科室:
- {名称: 办公室}
- {名称: 相关责任科室, 成员: [办公室, 立法科]}
```

**对**

```yaml
科室:
- {名称: 办公室}
- {名称: 立法科}
- {名称: 相关责任科室, 成员: [办公室, 立法科]}
```

**怎么改**　照“科室”里的名称写，写到具体的科室；确有此科室的，先加进“科室”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.models import Campaign
from fzjs.nearest import nearest
from fzjs.repository import Document
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import campaign_of

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT


def find(document: Document) -> Iterator[Found]:
    """Yield each member that the campaign does not list, or that is a group noun itself."""
    record = campaign_of(document)
    if record is None:
        return
    known = _offices(record)
    for i, office in enumerate(record.offices):
        for j, member in enumerate(office.members or ()):
            wrong = _wrong(member, office.name, known)
            if wrong:
                place = document.source.locate(("科室", i, "成员", j))
                yield Found(place, f"“{office.name}”的成员“{member}”{wrong[0]}", wrong[1])


def _offices(record: Campaign) -> dict[str, bool]:
    """Return every name, and whether it is a group noun's."""
    return {
        name: office.members is not None
        for office in record.offices
        for name in (office.name, *office.aliases)
    }


def _wrong(member: str, group: str, known: dict[str, bool]) -> tuple[str, str] | None:
    if known.get(member):
        return "又是集合名词", "写具体的科室"
    if member in known:
        return None
    guess = nearest(member, [name for name in known if name != group])
    hint = f"是不是“{guess}”？" if guess else "先在“科室”里加上它"
    return "不在“科室”里", hint
