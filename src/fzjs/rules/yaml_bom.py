"""文件里有看不见的 BOM 标记

**查什么**　文件开头（或两个文件接起来的中间）有 U+FEFF。开头的照读，只警告。

**为什么**　有的程序会把它读成第一个键的一部分，于是“缺少事由”而事由明明写着。

**错**　文件另存为“带有 BOM 的 UTF-8”。

**对**　文件另存为“UTF-8”。

**怎么改**　另存时编码选“UTF-8”。文件中间的，删去那个看不见的字符。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.READING
