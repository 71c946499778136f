"""用了类型标记或指令（! %）

**查什么**　值以“!”开头，或行首以“%”开头。在 YAML 里它们另有用处。

**为什么**　类型标记会让同样的字读成别的东西；这里所有的值都按文字读，不需要标记。

**错**

```yaml
摘录: !全部办结
```

**对**

```yaml
摘录: "!全部办结"
```

**怎么改**　整段放进英文引号，或把开头的符号删去。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
