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

from collections.abc import Iterator, Mapping

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.repository.layout import nfc
from fzjs.rules.base import Found, Scope
from fzjs.rules.evidence_twin_names import alike
from fzjs.rules.unlisted import files, unlisted

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
SILENCED_BY = ("attachment-outside-repository",)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each attachment that is not where the entry says, with the file that may be meant."""
    repository = assessment.repository
    missing = [
        (entry, item)
        for entry in repository.entries.values()
        for item in (entry.attachments if entry.state != "撤回" else ())
        if item.file and not item.outside and not item.found
    ]
    # Only now: what lies unlisted among the attachments is read for no other reason.
    places = _places(assessment) if missing else {}
    there = {alike(file): file for file in assessment.once(files)} if missing else {}
    for entry, item in missing:
        hint = _misnamed(item.file, there) or _elsewhere(entry, places.get(item.sha256, ""))
        hint = hint or "核对文件名，把文件放到那里；误删的从 git 里找回；存在别处的写 库外: 是"
        yield Found(item.place, f"找不到附件 {item.file}", hint)


def _places(assessment: Assessment) -> dict[str, str]:
    """Return where each file of the repository lies, by its hash."""
    repository = assessment.repository
    named = (item for entry in repository.entries.values() for item in entry.attachments)
    found = {item.found: item.file for item in named}
    found |= {repository.tree.digest(file): file for file in unlisted(assessment)}
    return {digest: file for digest, file in found.items() if digest}


def _misnamed(file: str, there: Mapping[str, str]) -> str:
    """Say what to do where a file of that name lies there, written in another way."""
    other = there.get(alike(file))
    if not other or other == file:
        return ""
    name = other.rpartition("/")[2]
    if nfc(other) == nfc(file):
        return f"那里的“{name}”看着一样，编码不同（macOS 起的名）：照路径重新给文件起名"
    return f"那里有“{name}”，大小写不同：路径照它写"


def _elsewhere(entry: Entry, there: str) -> str:
    """Say what to do where the same bytes lie in another place."""
    folder = entry.file.rpartition("/")[0]
    if there.startswith(f"{folder}/"):
        path = there.removeprefix(f"{folder}/")
        return f"{there} 是同样的文件：改成 路径: {path}，或把它改回原名"
    return f"在 {there} 有同样的文件，复制到这里" if there else ""
