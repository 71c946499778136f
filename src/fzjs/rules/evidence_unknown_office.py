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

**怎么改**　把文件夹改成科室的全称（`git mv`，里面的条目、台账、整改、申请一起走），`evidence/审核/`
里同名的文件夹也改；新设的科室先加进 `fzjs.yaml`。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.nearest import nearest
from fzjs.repository import RESERVED, Document, Role
from fzjs.repository.layout import nfc
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN

_SURE = 70
"""How like a name must be before a whole folder is to be renamed to it."""
_ROLES = {Role.ENTRY, Role.LEDGER, Role.RECTIFICATION, Role.APPLICATION, Role.AGENDA}


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield, at its first file, each folder that is no office's name."""
    catalogue = assessment.catalogue
    names = [office.name for office in catalogue.campaign.offices]
    inside: dict[str, list[Document]] = {}
    typed: dict[str, str] = {}
    for document in assessment.repository.documents:
        if document.role in _ROLES:
            folder = document.file.split("/", 2)[1]
            name = typed.get(folder) or typed.setdefault(folder, nfc(folder))
            inside.setdefault(name, []).append(document)
    reviews = Counter(each.split("/")[0] for each in assessment.repository.reviews)
    for folder, documents in inside.items():
        if folder not in names and folder not in RESERVED:
            full = catalogue.office(folder)
            what = "是别名，不是科室全称" if full else "不是科室名"
            message = f"文件夹“{folder}”{what}，里面有{_count(documents)}"
            hint = _hint(
                folder, full or nearest(folder, names, cutoff=_SURE), reviewed=reviews[folder] > 0
            )
            yield Found(Location(documents[0].file), message, hint)


def _count(documents: list[Document]) -> str:
    found = Counter(str(document.role) for document in documents)
    return "、".join(f"{role}{count}个" for role, count in found.items())


def _hint(folder: str, guess: str, *, reviewed: bool) -> str:
    """Say what to rename: nothing is lost, and the reviews go with the entries."""
    renamed = f"文件夹改名为“{guess}”" if guess else "科室改了名的，文件夹改成新名"
    with_reviews = f"，审核/{folder} 一起改" if reviewed else ""
    other = "" if guess else "；新设的科室，先在 fzjs.yaml 的“科室”里加上它"
    return renamed + with_reviews + other
