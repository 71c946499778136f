"""一次改动动了几家的文件夹

**查什么**　一个合并请求里的文件分属几个科室，或者既有科室的，又有创建办、审核、督导的。
挪到别的科室的，原来的那一家也算。

**为什么**　一家批不了别家的，这样的改动要几家都批；出了错也只能一起退回。

**错**

```text
改动 evidence/法制仲裁科/2020-合法性审核.yaml
改动 fzjs.yaml
```

**对**　科室的一个合并请求，`fzjs.yaml` 的另一个。

**怎么改**　各家的分开交。创建办代几个科室录入、科室改名这样分不开的，请几家都批。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.diagnostic import Location, Severity
from fzjs.rules.base import Found, Scope
from fzjs.rules.changing import Change
from fzjs.rules.folders import owner_of

SEVERITY = Severity.WARNING
SCOPE = Scope.CHANGE
_NAMED = 5


def find(change: Change) -> Iterator[Found]:
    """Yield one finding, at the first file of the second owner.

    A review beside its entry is another rule's, change-entry-with-review; or both only moved.
    """
    first: dict[str, Location] = {}
    entries = {name for pair in change.entries for name in pair.names}
    beside = {f"evidence/审核/{name}.yaml" for name in entries}
    for edit in change.edits:
        # What is moved away is the loser's to allow, too.
        for file in filter(None, (edit.was, edit.file)):
            if file not in beside:
                first.setdefault(owner_of(file, change.settings), Location(edit.file))
    if len(first) > 1:
        places = list(first.items())
        named = "、".join(first) if len(first) <= _NAMED else "、".join([*first][:_NAMED]) + "等"
        others = tuple((place, f"{owner}的") for owner, place in places[:1] + places[2:_NAMED])
        message = f"这次改动动了{len(first)}家的文件：{named}"
        yield Found(places[1][1], message, "各家的分开交；分不开的，请几家都批", others)
