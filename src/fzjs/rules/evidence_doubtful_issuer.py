"""出具单位与资料写的对不上

**查什么**　资料写明由哪个单位出具（人民法院、检察机关），已提交的条目的出具单位里没有这个名字。资料
写“上级……”“有关……”的不查；检察机关与检察院、纪委监察机关与监察委员会按同一个算，写了几个单位的有
一个就算。情况说明、无此情形写了“外单位”，资料却没有写由谁 `出具`、也没有 `可代: 上级` 的，也报。

**为什么**　败诉率由法院证明，行政案件监督由检察机关证明，别的单位证明不了。情况说明要有本单位的
落款和印章（附件1 三.2：“落款需注明提供单位规范名称和日期，并加盖单位印章”），写了“外单位”的就
不查了，所以要有方案的根据。

**错**

```yaml
对应: [{资料: 74-2, 年度: 汇总}]     # 由人民法院出具
外单位: {出具: 示例市财政局, 取得: 2021-02-20}
```

**对**

```yaml
对应: [{资料: 74-2, 年度: 汇总}]
外单位: {出具: 示例市中级人民法院, 取得: 2021-02-20}
```

**怎么改**　照纸上的落款写全称；确实由别的单位出具的，先问清算不算数。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess import issuer, sound
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import Severity
from fzjs.facts import Entry
from fzjs.rules.base import Found, Scope
from fzjs.rules.place import at

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a paper of another body than its material names, or where it names none."""
    if entry.state != "已提交" or entry.secret or issuer.is_unit(entry, catalogue):
        return ()
    return _doubts(entry, catalogue)


def _doubts(entry: Entry, catalogue: Catalogue) -> Iterator[Found]:
    if sound.unasked_outside(entry, catalogue):
        label = catalogue.label(catalogue.material(entry.claims[0].material))
        message = f"{label} 没有说由别的单位出具，条目写了外单位“{entry.issuer}”，不按本单位的查"
        hint = "本单位的材料，删去“外单位”；确实由它出具的，在那件资料写 出具"
        yield Found(at(entry, "外单位"), message, hint)
        return
    for material in sound.materials_of(entry, catalogue):
        if issuer.doubtful(entry, material):
            label = catalogue.label(material.key)
            message = f"{label} 要由{material.issuer}出具，这里写的是“{entry.issuer}”"
            hint = f"照落款写{material.issuer}的全称；确实是别的单位出具的，先问清算不算数"
            yield Found(at(entry, "出具单位", "外单位"), message, hint)
            return
