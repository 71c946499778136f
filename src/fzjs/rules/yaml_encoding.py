"""文件不是 UTF-8 编码

**查什么**　文件是 GBK、UTF-16 等编码，或者有损坏的字节。

**为什么**　编码不对，读出来是乱码，科室名、资料代号都对不上；猜着读又可能读错。

**错**　记事本另存为，编码选了 ANSI。

**对**　记事本另存为，编码选 UTF-8。

**怎么改**　在记事本或 WPS 里打开，另存为，编码选 UTF-8。只坏几个字的，重新输入那几个字。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
