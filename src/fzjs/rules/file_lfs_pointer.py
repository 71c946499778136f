"""YAML 文件成了 LFS 的指针

**查什么**　该是 YAML 的文件，内容却是 Git LFS 的指针（三行：version、oid、size）。附件是指针不算
错：指针里的 oid 就是 sha256。

**为什么**　台账要能直接读、逐行比较，放进 LFS 就只剩一个哈希；没有装 LFS 的电脑上一件也不算。多半是
`.gitattributes` 里写了 `*.yaml filter=lfs` 或 `evidence/** filter=lfs`。

**错**

```text
version https://git-lfs.github.com/spec/v1
oid sha256:4665a5ea423c2713d436b5ee50593a9640e0018c1550b5a0002f74190d6caea8
size 1024
```

**对**

```yaml
事由: 2020年度行政规范性文件合法性审核
种类: 情况说明
```

**怎么改**　运行 `git lfs pull` 取回内容；从 `.gitattributes` 删去让 `.yaml` 进 LFS 的那一行；再运行
`git add --renormalize .` 并提交。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
