"""图片视频没有时间或地点

**查什么**　方案要求（`要求` 里有“影像时地”），种类是图片视频的条目没有“影像”，或者一处没有写
“时间”“地点”。

**为什么**　不写时间地点，看不出是哪一年、哪里的。方案的原话里没有这一条（附件1 四.1 只说“分类
整理文件、信息、图片、视频”），是程序自备的要求：单位要的，写进“要求”才查。

**错**

```yaml
种类: 图片视频
影像: [{内容: 宪法宣传周展板}]
```

**对**

```yaml
种类: 图片视频
影像: [{时间: 2020-12-04, 地点: 示例市法治公园, 内容: 宪法宣传周展板, 附件: 第2页}]
```

**怎么改**　一处一条，补上时间和地点；查不到的，换查得到的。
"""

from __future__ import annotations

from collections.abc import Iterable

from fzjs.assess import sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.submitted import broken

SEVERITY = Severity.ERROR
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield each picture without when or where, or an entry without any."""
    if not broken("picture-incomplete", entry, catalogue):
        return ()
    given = entry.shown.pictures
    message = "影像没有写时间或地点" if given else "种类是图片视频，没有写“影像”"
    hint = "写成 影像: [{时间: 2020-12-04, 地点: 示例市法治公园, 内容: 拍的什么}]"
    return [Found(place, message, hint) for place in sound.picture_incomplete(entry, catalogue)]
