"""台账的情况是空话

**查什么**　台账一行的“情况”只把完成、未完成又说一遍，或者写 无、同上、略、（待填）、正在推进、一切
正常、详见材料 这样没有内容的话，或者只有看不见的字符。草稿不查。

**为什么**　附件3：“完成进度填写‘已完成＋上月具体完成情况’或者‘未完成＋正在推进情况’”——两样都要，
后一样要具体。

**错**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 正在推进}]
```

**对**

```yaml
行: [{年度: 2020, 指标: 31, 完成: 未完成, 情况: 目录已汇总，情况说明待盖章}]
```

**怎么改**　已完成的写上月具体做了什么；未完成的写办到哪一步、还差什么。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from fzjs.diagnostic import Severity
from fzjs.repository import Document, Role
from fzjs.rules.base import Found, Scope
from fzjs.visible import without_blanks

SEVERITY = Severity.ERROR
SCOPE = Scope.DOCUMENT

_MARKS = re.compile(r"[\W_]+")
_NOTHING = re.compile(
    r"\d{1,3}|(?:无|没有|暂无|略|同上|同前|同上月|同上个月|如上|待填|待补|待定|不变|无变化|没有变化"
    r"|(?:一切|进展|均|都|全部|基本)?(?:正常|顺利|良好|妥当)|没问题|没有问题|无异常|是|否|好|对|ok"
    r"|na|nan|nil|none|null|tbd|todo|a+|x+"
    r"|(?:详|具体|请)?(?:见|参见|参照|参阅|如)"
    r"(?:上|下|前|附|文|表|附件|材料|资料|报告|台账|清单|目录|系统)*\d?"
    r"|(?:本项|本月|上月|材料|资料|工作|任务|均|都|全部|基本|已经|已|未|尚未|还没有|没有|正在|持续|继续"
    r"|积极|有序|稳步|按要求|按时|按计划|按期|加快|抓紧)*"
    r"(?:完成|推进|办理|进行|落实|开展|准备|收集|整理|上报|报送|提交|报|办)"
    r"(?:完成|完毕|到位|情况|之中|中|了|齐)*)+"
)
"""Words that say only how far, or nothing; a noun, a day or a number beside them says something."""


def find(document: Document) -> Iterator[Found]:
    """Yield each line whose 情况 says nothing but 已完成 or 未完成."""
    if document.role is not Role.LEDGER or not document.record or document.record.state == "草稿":
        return
    for i, line in enumerate(document.record.lines):
        if is_hollow(line.note):
            done = line.done == "已完成"
            hint = (
                "写上月具体做了什么，如 情况说明2月20日报送，待审核"
                if done
                else "写正在怎么推进、还差什么，如 目录已汇总，情况说明待盖章"
            )
            place = document.source.locate(("行", i, "情况"))
            yield Found(place, f"{line.done}，情况却只写“{line.note}”，没有内容", hint)


def is_hollow(note: str) -> bool:
    """Tell whether a 情况 says nothing: 附件3 asks for 上月具体完成情况 or 正在推进情况."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKC", without_blanks(note))).lower()
    return not bare or _NOTHING.fullmatch(bare) is not None
