"""有控制字符

**查什么**　文件里有 NUL 等看不见的控制字符。

**为什么**　这样的文件多半不是文本，或在传输中坏了；别的程序读到这里会直接停下。

**错**　把 .docx 改名成了 .yaml。

**对**　附件放进“附件”文件夹，条目用文本另写。

**怎么改**　删去提示的那个字符；满篇都是的，换回正确的文件。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
