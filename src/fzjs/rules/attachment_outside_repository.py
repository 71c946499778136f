"""附件路径越出仓库

**查什么**　“路径”以 / 开头，有 ..、盘符、反斜杠或设备名；或路径是一个指向仓库外面的链接。

**为什么**　别人检出仓库拿不到外面的文件；而能读到外面的路径是安全漏洞。

**错**

```yaml
附件: [{路径: ../../桌面/说明.pdf, sha256: …}]
```

**对**

```yaml
附件: [{路径: 附件/说明.pdf, sha256: …}]
```

**怎么改**　把文件复制进科室的“附件”文件夹，路径从条目所在的文件夹写起。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope
from fzjs.tree import inside

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN
_DRIVE = re.compile(r"^[A-Za-z]:")
_CAUSES = (
    (re.compile("://"), "这是网址，不是文件"),
    (_DRIVE, "里面有盘符，别人的电脑上没有这个盘"),
    (re.compile(r"^(?:/|~/|~$)"), "这是绝对路径，别人的电脑上没有这个文件夹"),
    (re.compile("^~"), "路径以“~”开头，多半是 Word 打开时的临时文件"),
    (re.compile(r"(?:^|/)\.\.(?:/|$)"), "“..”通到上一级文件夹"),
    (re.compile(r"[\x00-\x1f]"), "路径里有看不见的控制字符"),
    (re.compile(r"^[./]*$"), "没有写文件名"),
)


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each attachment whose path, or the link there, leaves the repository."""
    leaves = assessment.repository.tree.leaves
    for entry in assessment.repository.entries.values():
        for item in entry.attachments:
            if not item.file:
                what, hint = _cause(item.path)
                yield Found(item.place, f"附件路径“{item.path}”不能用：{what}", hint)
            elif not item.outside and not item.found and leaves(item.file):
                hint = f"把文件本身复制进“附件”文件夹，写成 路径: {_beside(item.path)}"
                yield Found(item.place, f"附件路径“{item.path}”是指向仓库外面的链接", hint)


def _cause(path: str) -> tuple[str, str]:
    """Return why `tree.inside` refuses a path, and what to write instead."""
    slashed = path.replace("\\", "/")
    if slashed != path and inside("", slashed):
        return "路径里用了反斜杠", f"把“\\”改成“/”，写成 {slashed}"
    narrow = slashed.replace(":", "")
    if narrow != slashed and "://" not in path and not _DRIVE.match(path) and inside("", narrow):
        return "路径里有冒号", f"文件名里去掉“:”，写成 {narrow}"
    copy = f"把文件复制进“附件”文件夹，写成 路径: {_beside(slashed)}"
    what = next((words for pattern, words in _CAUSES if pattern.search(slashed)), "")
    if what:
        return what, copy
    return "路径里有 Windows 的设备名，如 con、nul", "给文件或文件夹换个名字，如 附件/说明.pdf"


def _beside(path: str) -> str:
    """Return where the file belongs: among the office's attachments, under its own name."""
    name = _DRIVE.sub("", path).rpartition("/")[2].replace(":", "").removeprefix("~$")
    kept = f"附件/{name}"
    return kept if name.strip(".~") and name.isprintable() and inside("", kept) else "附件/文件名"
