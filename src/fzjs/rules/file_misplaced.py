"""YAML 文件放错了文件夹

**查什么**　`evidence/` 里的 `.yaml` 不在科室文件夹里，或者“台账”“整改”“申请”“附件”没有直接放在
科室文件夹里。

**为什么**　是谁的材料，看的就是文件夹；放错地方的整个文件没有被读取，一件材料就丢了，而写的人
以为报了。

**错**

```text
evidence/2020-合法性审核.yaml
evidence/台账/2021-03.yaml
```

**对**

```text
evidence/法制仲裁科/2020-合法性审核.yaml
evidence/法制仲裁科/台账/2021-03.yaml
```

**怎么改**　照提示移到科室的文件夹里；科室名照 `fzjs.yaml` 的“科室”。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
