"""文件名在别的电脑上分不开

**查什么**　`evidence/` 里同一文件夹的两个文件，名字只差大小写（A.pdf 和 a.pdf），或看着一样而编码
不同（macOS 有时把一个字拆成两个存）。

**为什么**　别人的电脑检出时，后一个盖住前一个，一件材料就没有了，git 又说它“改过”。

**错**

```text
evidence/法制仲裁科/附件/A.pdf
evidence/法制仲裁科/附件/a.pdf
```

**对**

```text
evidence/法制仲裁科/附件/A-2019.pdf
evidence/法制仲裁科/附件/a-2020.pdf
```

**怎么改**　给其中一个换个名字，条目里的路径跟着改；内容一样的删去一个。
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.unlisted import files

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each file that another system cannot keep beside one before it."""
    names = assessment.once(files)
    # All at once, as one path at a time takes as long as reading them; no path holds a NUL.
    kept = alike("\0".join(names)).split("\0") if names else []
    if len(set(kept)) == len(names):
        return
    first: dict[str, str] = {}
    for file, name in zip(names, kept, strict=True):
        twin = first.setdefault(name, file)
        if twin != file:
            same = unicodedata.normalize("NFC", twin) == unicodedata.normalize("NFC", file)
            why = "看着一样，编码不同" if same else f"和“{twin.rpartition('/')[2]}”只差大小写"
            message = f"文件名{why}，别人的电脑上只剩一个"
            hint = "给一个换个名字，条目里的路径跟着改；内容一样的删去一个"
            yield Found(Location(file), message, hint, ((Location(twin), "另一个"),))


def alike(file: str) -> str:
    """Return what a path is on a system that heeds neither case nor the way letters are stored."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file).casefold())
