"""申报文件不在，或变了

**查什么**　步骤“文件”写的路径在 evidence/申报/ 里找不到、写到了外面，或内容与登记的 sha256 不
同。

**为什么**　报出去的文件要留着原样：回访“核查有关材料、信息和数据”（鹤法办发〔2019〕9号四（
二））。

**错**

```yaml
文件:
- 题名: 推荐意见
  路径: 附件/没有.pdf
  sha256: 0000000000000000000000000000000000000000000000000000000000000000
```

**对**

```yaml
文件: [{题名: 推荐意见}]                     # 没有电子件的不写路径
```

**怎么改**　把原件放回原处；确要换的，用 `fzjs declare step 名称 --document 题名 --file 文件` 重新
登记。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each document that is not there as it was registered."""
    for declaration in assessment.repository.declarations:
        for paper in (paper for step in declaration.steps for paper in step.papers):
            if paper.path and not paper.file:
                hint = "文件放进 evidence/申报/附件/，写成 附件/文件名"
                yield Found(paper.place, f"路径“{paper.path}”不在仓库以内", hint)
            elif paper.path and not paper.found:
                hint = "把文件放回原处；没有电子件的，删去 路径 和 sha256"
                yield Found(paper.place, f"文件 {paper.path} 不在", hint)
            elif paper.path and paper.found != paper.sha256:
                hint = f"原件没有换的，放回原件；换了的写 sha256: {paper.found}"
                yield Found(paper.place, f"文件 {paper.path} 和登记时不一样", hint)
