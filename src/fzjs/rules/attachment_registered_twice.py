"""同一个文件登记在两个条目里

**查什么**　两个种类相同的条目，附件的 sha256 一样，就是同一个文件。文件名、所在科室不同也查得出。撤
回的不算；种类不同的不算（一本汇编里的目录和情况说明，要分开登记）；要求各科室“分别提供”的，各科室
各登记一次。

**为什么**　登记一次，可以证明多项。登记两次，审核要审两遍，改了一处忘了另一处，两处就不一样。（附
件1 三.1：“一律提供原件”，原件只有一份）

**错**

```yaml
# 2020-合法性审核.yaml 和 2020-征求意见.yaml 附的是同一份扫描件
种类: 情况说明
对应: [{资料: 31-2甲, 年度: 2020}]
附件: [{路径: 附件/2020-征求意见.pdf, sha256: 9f2c…}]
```

**对**

```yaml
种类: 情况说明
对应:
- {资料: 31-2甲, 年度: 2020, 页: 1-2}
- {资料: 27-3, 年度: 2020, 页: 2}
附件: [{路径: 附件/2020-合法性审核.pdf, sha256: 9f2c…}]
```

**怎么改**　留一个条目，把另一个的“对应”并过来，另一个写 `状态: 撤回` 和撤回理由；附错了文件的，
换成对的。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fzjs.assess import Assessment, sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Attachment, Entry
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each attachment whose bytes an earlier entry of the same kind has."""
    entries = assessment.repository.entries.values()
    papers = Counter(item.sha256 for entry in entries for item in entry.attachments)
    first: dict[tuple[str, str, str], tuple[Entry, Attachment]] = {}
    for entry in entries:
        shared = [item for item in entry.attachments if papers[item.sha256] > 1]
        if not shared or entry.state == "撤回":
            continue
        office = _apart(entry, assessment.catalogue)
        for item in shared:
            key = item.sha256, entry.kind, office
            earlier, other = first.setdefault(key, (entry, item))
            if earlier is not entry:
                message = f"附件 {item.path} 与“{earlier.id}”的 {other.path} 是同一个文件"
                hint = "留一个条目，“对应”并到一处；附错的，换成对的文件"
                yield Found(item.place, message, hint, ((other.place, "先登记的在这里"),))


def _apart(entry: Entry, catalogue: Catalogue) -> str:
    """Return the office where each must provide its own (分别提供), "" where one does for all."""
    separately = any(m.separately for m in sound.materials_of(entry, catalogue))
    return catalogue.folder_office(entry.office) if separately else ""
