"""Persons that stand in brackets behind their office: `办公室（张某某）`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fzjs.importers.document import Doubt, Place
from fzjs.importers.draft import Owner
from fzjs.importers.words import groups

_BEHIND = re.compile(
    r"(?P<office>.+?)\s*[（(]\s*(?P<person>[\u4e00-\u9fff][\u4e00-\u9fff·\s]{1,3})\s*[）)]"
)
_PERSON = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦马苗方俞"
    "任袁柳唐罗薛雷贺倪汤殷毕郝邬安常乐于傅齐康伍余顾孟黄穆萧肖尹姚邵汪毛狄戴宋庞熊纪舒屈项祝董梁杜"
    "阮蓝闵席贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房缪解应宗丁宣邓洪包石崔吉龚程邢裴"
    "陆荣翁荀甄曲封储靳段焦谷车侯宁仇祖武符刘景詹龙叶黎白蒲赖卓池乔聂冷辛阚简饶曾关查游权田涂辜"
)
_NOT = re.compile(
    "[应解关查]急|牵头|配合|主办|协办|责任|主责|负责|汇总|.*[等级类股科室局办委部处队]$"
)


def is_person(words: str) -> bool:
    """Tell whether words are one name or several: a surname first, no office's end."""
    names = [name for name in re.split("[、，,]", words.strip()) if name]
    return bool(names) and all(map(_named, names))


def _named(name: str) -> bool:
    words = "".join(name.split())
    known = bool(_PERSON.fullmatch(words)) and words[0] in _SURNAMES
    return known and not _NOT.match(words) and not groups.is_office(words)


def bracketed(line: str) -> str:
    """Return `人事科 李某某` as `人事科（李某某）`; other lines as they are."""
    office, _, person = line.strip().rpartition(" ")
    if office and groups.is_office(office) and is_person(person):
        return f"{office.strip()}（{person}）"
    return line


def split(owners: Sequence[Owner]) -> tuple[Owner, ...]:
    """Return the owners with a name in brackets taken as the person; others as they are."""
    return tuple(_one(owner) for owner in owners)


def _one(owner: Owner) -> Owner:
    match = _BEHIND.fullmatch(owner.office)
    if not match or owner.person:
        return owner
    person = match["person"]
    known = _named(person)
    return owner._replace(office=match["office"], person=person) if known else owner


def told(lines: Sequence[str], place: Place, about: str) -> Doubt:
    """Return the doubt on names taken out of a cell's printed lines."""
    return Doubt(place, "切分存疑", "、".join(lines), "人名作为责任人", WHY, about)


WHY = "单位后面（括号里或空一格）像是人名"
