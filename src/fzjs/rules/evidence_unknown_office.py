"""文件夹不是科室名

**查什么**　`evidence/` 下的文件夹不是 `fzjs.yaml` 里的科室名；别名也不行。一个文件夹报一次。

**为什么**　第一级文件夹就是科室：写错了，材料不算在任何科室名下，审核和催办都找不到它。

**错**

```text
evidence/基层科/2020-人民调解.yaml
```

**对**

```text
evidence/基层工作指导科/2020-人民调解.yaml
```

**怎么改**　把文件夹改成科室的全称；新设的科室先加进 `fzjs.yaml`。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.nearest import nearest
from fzjs.repository import Role
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN

_ROLES = {Role.ENTRY, Role.LEDGER, Role.RECTIFICATION, Role.APPLICATION}


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, at its first file, each folder that is no office's name."""
    catalogue = assessment.catalogue
    names = [office.name for office in catalogue.campaign.offices]
    first: dict[str, str] = {}
    for document in assessment.repository.documents:
        if document.role in _ROLES:
            first.setdefault(document.file.split("/")[1], document.file)
    for folder, file in first.items():
        if folder not in names:
            full = catalogue.office(folder)
            guess = full or nearest(folder, names)
            hint = f"文件夹改名为“{guess}”" if guess else "先在 fzjs.yaml 的“科室”里加上它"
            what = "是别名，不是科室全称" if full else "不是科室名"
            yield Found(Location(file), f"文件夹“{folder}”{what}", hint)
