"""合并冲突没有处理完

**查什么**　`fzjs.yaml`、`indicators/`、`evidence/` 的 YAML 文件里留着 git 的冲突标记：行首的
`<<<<<<<`、`|||||||`、`=======`、`>>>>>>>`。正文（`|` 下面缩进的）里的 `=======` 不算。

**为什么**　两个人改了同一处，git 把两边都留在文件里，等人选。没有选就提交，文件读不下去，里面的材料
一件也不算。

**错**

```yaml
<<<<<<< HEAD
落款日期: 2021-02-12
=======
落款日期: 2021-02-21
>>>>>>> 法制仲裁科
```

**对**

```yaml
落款日期: 2021-02-12
```

**怎么改**　`<<<<<<<` 到 `=======` 是这边的写法，`=======` 到 `>>>>>>>` 是另一边的；有 `|||||||`
的，它下面是两边改之前的。只留对的一边，或两边合成一份，再删去标记那几行。拿不准哪边对，问写另一边的人。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
