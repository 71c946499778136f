"""文件没有被读取

**查什么**　`evidence/` 或 `indicators/` 里有放错地方的文件，或不是 YAML 的文件。

**为什么**　放错地方的文件不算任何东西，而放的人以为报了。

**错**

```text
evidence/2020-合法性审核.yaml
```

**对**

```text
evidence/法制仲裁科/2020-合法性审核.yaml
```

**怎么改**　条目放进科室文件夹；附件放进该科室的“附件”文件夹。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.READING
