"""文件打不开

**查什么**　文件没有读的权限、是断了的链接；或 `indicators/` 里一个指标文件也没有。

**为什么**　打不开的文件无从检查；没有指标就什么也算不出。

**错**　链接指向已经删除的文件。

**对**　把文件本身放进仓库。

**怎么改**　看看文件是否还在、有没有读的权限；链接换成文件本身。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
