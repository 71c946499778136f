"""换行符不是 LF

**查什么**　换行是 Windows 的 CRLF 或旧式 Mac 的 CR。照读，只警告。

**为什么**　换行一变，git 会把整个文件算作改动，看不出真正改了哪一行。

**错**　编辑器右下角显示 CRLF。

**对**　编辑器右下角显示 LF。

**怎么改**　在编辑器右下角把 CRLF 改为 LF 再保存，或运行 `git add --renormalize .`。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.READING
