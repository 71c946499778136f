"""涉密条目写了不该写的

**查什么**　涉密的条目除“种类”“对应（资料、年度）”“状态”“示例”“涉密（登记号、密级、保管）”以外还
有别的：事由、标题、摘录、附件等。

**为什么**　附件1 一.4：“涉密的材料不在示范创建系统上提供，确需提供的可以提供纸质材料”。仓库里只
记登记号，不记内容。

**错**

```yaml
事由: 某项工作的内容
种类: 佐证材料
对应: [{资料: 56-1, 年度: 2020, 摘录: …}]
涉密: {登记号: 示密〔2020〕1号, 密级: 秘密, 保管: 机要室}
```

**对**

```yaml
种类: 佐证材料
对应: [{资料: 56-1, 年度: 2020}]
涉密: {登记号: 示密〔2020〕1号, 密级: 秘密, 保管: 机要室}
```

**怎么改**　删去提示的键，文件名也不要写题目。已经提交进 git 的，立即报告保密员：只删一行，历史
里还在。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import KeyPath, Severity
from fzjs.repository import Document, Role
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT

_ALLOWED = {"种类", "对应", "状态", "示例", "涉密"}
_CLAIM = {"资料", "年度"}


def find(document: Document) -> Iterator[Found]:
    """Yield each key of a 涉密 entry that says more than it may; works on broken entries too."""
    data = document.source.data
    if document.role is not Role.ENTRY or not isinstance(data, dict) or "涉密" not in data:
        return
    paths: list[KeyPath] = [(key,) for key in data if key not in _ALLOWED]
    claims = data.get("对应")
    for i, claim in enumerate(claims if isinstance(claims, list) else []):
        if isinstance(claim, dict):
            paths += [("对应", i, key) for key in claim if key not in _CLAIM]
    for path in paths:
        place = document.source.locate(path, key=True)
        hint = "删去；已经提交进 git 的，立即报告保密员"
        yield Found(place, f"涉密条目不能写“{path[-1]}”", hint)
