"""文件名不是以 .yaml 结尾

**查什么**　`evidence/` 或 `indicators/` 里的文件，名字以 .yml、.YAML、.yaml.txt、
.yaml.bak 之类结尾（“附件”文件夹里的不查；旁边就有 .yaml 的备份，只提醒删去）。

**为什么**　整个文件没有被读取，一件材料就丢了，而写的人以为报了。Windows 的记事本会在末尾
加上“.txt”，资源管理器又把它藏起来。

**错**

```text
evidence/法制仲裁科/2020-合法性审核.yaml.txt
```

**对**

```text
evidence/法制仲裁科/2020-合法性审核.yaml
```

**怎么改**　照提示改名，让文件名以 .yaml 结尾；记事本另存时“保存类型”选“所有文件”。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
