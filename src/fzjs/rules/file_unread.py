"""文件没有被读取

**查什么**　`evidence/` 或 `indicators/` 里不是 YAML 的文件。README、“.”开头的、Windows 自己放的
（Thumbs.db 等）不算；放错地方的 YAML 见 file-misplaced。

**为什么**　这样的文件不算任何东西，而放的人可能以为报了。

**错**

```text
evidence/法制仲裁科/2020-合法性审核.pdf
```

**对**

```text
evidence/法制仲裁科/附件/2020-合法性审核.pdf
```

**怎么改**　附件放进该科室的“附件”文件夹；不是材料的，移到别处。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.READING
