"""Who else must issue a paper, and whether a superior's paper may stand in for it."""

from __future__ import annotations

import re

_WHO = (
    r"(?P<who>[^，。；：,;:的、（）()0-9]{0,16}?(?:机关|部门|单位|法院|检察院|纪委|监委|监察|编办|委办|办公室|财政|审计|局|委|厅"
    r"|院|处|政府|党委|人大|政协|中心|机构|公司|协会))"
)
_ISSUED = re.compile(
    rf"(?:提供|须?由|附|经|应由)?{_WHO}(?:依法|统一|书面)?(?:出具|开具|提供|证明|核发)"
)
_ABOUT = re.compile(
    r"(?:提供)?(?P<who>(?:上级|人民法院|法院|纪委|检察|复议机关)[^，。；的]{0,16}?)(?:出具|关于|对本部门)"
)
_OWN = re.compile(r"^(?:本|我|各|每|相关|有关|全[市县省区]|由?责任|申报|被|联系|提供|汇总)")
_INSTEAD = re.compile(
    r"(?:可|能)(?:由|以|用|提供)?[^，。；]{0,8}(?:上级|省|市)[^，。；]{0,16}(?:代替|替代|代|即可)|可提供(?:上级|省|市)"
    r"|上级[^，。；]{0,12}(?:可以?|亦可|也可)(?:代替|替代|作为|代|$)|[上省市]级[^，。；]{0,12}(?:代替|替代)"
)


def issuer_of(text: str) -> str:
    """Return who else must issue the paper: who stands first, before 出具, 关于 or 对本部门."""
    lead = _ABOUT.match(text) or _ISSUED.match(text)
    if not lead or _OWN.match(lead["who"]):
        return ""
    return "人民法院" if lead["who"] == "法院" else lead["who"]


def may_stand_in(text: str) -> bool:
    """Tell whether a sentence says that a superior's paper may be handed in instead (可代)."""
    return bool(_INSTEAD.search(text))
