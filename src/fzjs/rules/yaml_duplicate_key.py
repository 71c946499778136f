"""同一个键写了两遍

**查什么**　同一级里有两个相同的键，如一个条目里两个“附件”。

**为什么**　一般的程序只认后一个，前一个悄悄丢掉，少报了一件而没有人知道。（附件1 二.5：“提供的
文件资料要确保不能漏项”）

**错**

```yaml
附件:
- {路径: 附件/一.pdf, sha256: …}
附件:
- {路径: 附件/二.pdf, sha256: …}
```

**对**

```yaml
附件:
- {路径: 附件/一.pdf, sha256: …}
- {路径: 附件/二.pdf, sha256: …}
```

**怎么改**　把两处合成一处；同类的几件写成列表，每件以“- ”开头。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
