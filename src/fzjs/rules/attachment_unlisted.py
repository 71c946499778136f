"""附件没有条目用到

**查什么**　科室的“附件”文件夹里有文件，没有一个条目写到它。该科室有条目读不出来时不查。

**为什么**　放进去没有登记，不算报了；也可能是条目里的文件名写错了。

**错**

```text
evidence/法制仲裁科/附件/2020年说明(新).pdf
```

**对**

```yaml
附件: [{路径: 附件/2020年说明(新).pdf, sha256: …}]
```

**怎么改**　在条目的“附件”里写上它的路径和 sha256，没有条目的先建条目；多余的删去。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.evidence_twin_names import alike
from fzjs.rules.unlisted import unlisted

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each file among an office's attachments that no entry names."""
    lost = list(unlisted(assessment))
    if not lost:
        return
    attachments = (a for e in assessment.repository.entries.values() for a in e.attachments)
    # Rule attachment-missing says of a file whose name is written in another way.
    sought = {alike(a.file) for a in attachments if a.file and not a.found}
    for file in lost:
        if alike(file) not in sought:
            hint = "加到条目：fzjs add 附件 --to 条目；没有条目的，fzjs add 建一个；多余的删去"
            yield Found(Location(file), "这个附件没有条目用到", hint)
