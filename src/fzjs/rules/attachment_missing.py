"""附件不在仓库里

**查什么**　条目写的附件找不到。写了 `库外: 是` 的不查；撤回的条目不查。

**为什么**　评估的人要从指标翻到材料；附件没有提交，等于没有报。

**错**

```yaml
附件: [{路径: 附件/2020-合法性审核.PDF, sha256: …}]     # 文件名是 .pdf
```

**对**

```yaml
附件: [{路径: 附件/2020-合法性审核.pdf, sha256: …}]
```

**怎么改**　看看文件名（大小写、空格、全半角）是否一致，文件有没有 `git add`；存在别处的写
`库外: 是`。改了名、挪了地方的，提示里有同样的文件在哪里，照它改“路径”。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.unlisted import unlisted

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("attachment-outside-repository",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each attachment that is not where the entry says."""
    places: dict[str, str] = {}
    for entry in assessment.repository.entries.values():
        for item in entry.attachments if entry.state != "撤回" else ():
            if item.file and not item.outside and not item.found:
                # Only now: what lies unlisted among the attachments is read for no other reason.
                places = places or _places(assessment)
                hint = _hint(entry, places.get(item.sha256, ""))
                yield Found(item.place, f"找不到附件 {item.file}", hint)


def _places(assessment: Assessment) -> dict[str, str]:
    """Return where each file of the repository lies, by its hash; none is "" by itself."""
    repository = assessment.repository
    named = (item for entry in repository.entries.values() for item in entry.attachments)
    found = {item.found: item.file for item in named}
    found |= {repository.tree.digest(file): file for file in unlisted(assessment)}
    return {"": "", **{digest: file for digest, file in found.items() if digest}}


def _hint(entry: Entry, there: str) -> str:
    folder = entry.file.rpartition("/")[0]
    if there.startswith(f"{folder}/"):
        path = there.removeprefix(f"{folder}/")
        return f"{there} 是同样的文件：改成 路径: {path}，或把它改回原名"
    if there:
        return f"在 {there} 有同样的文件，复制到这里"
    return "核对文件名，把文件放到那里；存在别处的写 库外: 是"
