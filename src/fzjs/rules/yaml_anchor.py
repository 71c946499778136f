"""用了引用符号（& * <<）

**查什么**　值以“&”“*”开头，或用了“<<”。在 YAML 里它们是给内容起代号、引用别处的内容。

**为什么**　这里不用引用：写的是什么，读出来就是什么，别处改动不会牵连。多半是正文恰好以这些符号
开头。

**错**

```yaml
摘录: *全年审核12件
```

**对**

```yaml
摘录: "*全年审核12件"
```

**怎么改**　是正文的，整段放进英文引号；确是引用的，把内容照写一遍。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
