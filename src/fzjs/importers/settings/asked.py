"""What a plan says when it asks more of material than every plan does: one table of patterns.

Matched against folded words; requirements 3.2–3.20 quote the sentences that they were made from.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PAPER = r"材料|资料|说明|佐证|文件|落款"


class Ask(NamedTuple):
    """A 要求 by its words. `within` must stand in the sentence or be its method, `but` must not.

    `why` where the words do not say outright what the demand asks: it is told as a doubt. `share`
    is what a share that is not in figures comes to.
    """

    name: str
    words: re.Pattern[str]
    within: re.Pattern[str] = re.compile("")
    but: re.Pattern[str] = re.compile(r"(?!)")
    why: str = ""
    share: str = ""


def _ask(  # one line of the table
    name: str, words: str, within: str = "", but: str = r"(?!)", why: str = "", share: str = ""
) -> Ask:
    return Ask(name, re.compile(words), re.compile(within), re.compile(but), why, share)


_FORMS = r"复印件|(?:申报|申请|推荐|审批|登记|备案|报名)表|\([盖公]章"

ASKS: tuple[Ask, ...] = (
    _ask("落款", r"(?:落款|署名)[^,。;]{0,20}日期", _PAPER),
    _ask("盖章", r"盖(?:章|[^,。;]{0,8}(?:印章|公章))", _PAPER, _FORMS),
    _ask("检索目录", r"检索[^,。;]{0,8}目录|目录[^,。;]{0,4}检索"),
    _ask("检索截图", r"检索[^。;]{0,20}截[图屏]|截[图屏][^。;]{0,12}检索"),
    _ask(
        "检索截图",
        r"确保(?:网上|互联网|网络)[^,。;]{0,6}(?:没有|无)|不实网络信息[^,。;]{0,6}排查",
        why="写的是网上没有，没有写拿什么证明；记作要检索截图，不要的从“要求”里删去",
    ),
    _ask("电子文档", r"PDF", _PAPER, r"涉密|保密|不得|装订"),
    _ask(
        "材料目录",
        r"(?:要|应当?|须|需|必须)(?:附?有|附|编制?|列出)[^,。;]{0,4}(?<!案卷)(?<!检索)目录",
        _PAPER,
    ),
    _ask(
        "原件",
        r"(?:提供|提交|报送|上交|交验|附)[^,。;]{0,4}原件|原件[^,。;]{0,2}(?:提供|提交|报送)",
        but=r"复印件",
    ),
    _ask("备查", r"装订[^。;]{0,40}(?:目录|实地核验|备查)|目录[^。;]{0,8}装订"),
    _ask("案卷目录", r"目录[^。;]{0,12}序号[^。;]{0,20}(?:文号|案号|卷宗)", "案卷"),
    _ask("三项制度", r"三项制度", r"执法案卷|案卷评查|案卷(?:要|应|须)"),
    _ask("一案一卷", r"一[案件]一[案档卷]|一[^一,。;、]{2}一(?:案卷|卷)"),
    _ask("访谈问卷", r"(?:制定|设计|编制|拟定|准备)[^,。;]{0,8}问卷", "访谈"),
    _ask(
        "意见整改",
        r"(?:对|针对|根据)?[^,。;]{0,12}(?:意见|建议|问题)[^,。;]{0,10}整改",
        "访谈",
    ),
    _ask("访谈率", r"访谈率[^,。;%]{0,24}?(?P<share>\d{1,3}(?:\.\d+)?)%"),
    _ask("考试材料", r"通知[^。;]{0,20}签到[^。;]{0,30}试卷[^。;]{0,20}成绩"),
    _ask(
        "考试材料",
        r"试卷[^,。;]{0,8}成绩|全员考试",
        why="没有把通知、签到、试卷、成绩四样都写出来；暂按四样都要，不要的从“要求”里删去",
    ),
    _ask("参考率", r"参考率[^,。;%]{0,16}?(?P<share>\d{1,3}(?:\.\d+)?)%"),
    _ask(
        "参考率",
        r"全员考试",
        why="写的是全员考试，没有写参考率；暂按一个不缺，有人请假不算的把比例改低",
        share="100",
    ),
    _ask("问卷整改", r"整改[^。;]{0,12}(?:方案|台账|销号)", "问卷", "访谈"),
    _ask(
        "证书级别", r"(?:省部|国家|省|市)级(?:及)?以上[^,。;]{0,8}(?:表彰|奖励|荣誉)", "证书|奖牌"
    ),
    _ask("影像时地", r"(?:照片|图片|影像|视频)[^,。;]{0,16}(?:时间|地点)", but=r"不"),
    _ask(
        "上级文件可代",
        r"可以?(?:提供|用|以)[^,。;]{0,4}(?:省|市|上级)[^,。;]{0,14}(?:法规|规章|文件)",
    ),
)  # fmt: skip
"""Of several with one name the first whose words stand in a sentence counts."""

SOFT = re.compile(r"原则上|尽量|尽可能|有条件|鼓励|视情|可以?不")
"""An asking that is none for everybody: it is taken and told as a doubt."""
NEVER = re.compile(r"(?:不需要?|无需|不必|不要求|不用|不再|免于|暂不)[^,。;]{0,8}$")
"""What stands before words that ask for nothing."""
SCREEN = re.compile(r"电子(?:版|文档|档|稿|文本)")
"""An electronic copy whose form is not named."""
