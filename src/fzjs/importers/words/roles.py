"""The words that give an office its role: labels (`牵头单位：`), verbs (`B配合`), brackets.

Three roles: 牵头, 配合, and 责任 for all that answers without leading or helping (负责, 承办).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEAD = "牵头|主办|主责|抓总"
_HELP = "配合|协助|协办|协同|参与|参加|支持|会办"
_VERB = "负责|承办|落实|实施|执行|办理|组织|推进|完成"
_OWN = f"责任|{_VERB}"
_WHAT = "单位|部门|科室|处室|股室|机构|机关|主体|方"

LABEL = re.compile(
    rf"(?:^|(?<=[\s，,；;。、）)】\]（(【\[—－-]))(?:主要)?(?P<who>{_LEAD}|{_HELP}|{_OWN})(?P<what>{_WHAT})?"
    r"(?:名称)?\s{0,4}[:：]\s*"
)
"""`牵头单位：`, `配合部门:`, also bare `牵头：`; at the start or after a stop."""

_BY = (
    r"(?:按照?|依照?|依据|根据|结合|对照)?(?:各自|自身|各部门|工作)?(?:工作)?职[责能](?:任务)?(?:分工|范围)?|"
    r"(?:按照?|根据|依)(?:各自)?分工|分工|分别|共同|具体|各自|各负其责|联合|全程|统筹|协调|做好|抓好|积极|"
    r"密切|全面|认真|一并|同步|总"
)
_DOES = rf"(?:为|是|作为)(?:{_LEAD}|{_HELP}|{_OWN})(?:{_WHAT})|(?:{_LEAD}|{_HELP}|{_VERB})|{_BY}"
_TAIL = re.compile(f"(?:{_DOES})++$")
_BRACKET = re.compile(rf"[（(\[【](?P<who>(?:{_DOES}|责任)+)(?:{_WHAT})?[)）\]】]")
_OPENED = re.compile(
    rf"[（(](?P<who>{_LEAD}|负责|责任)(?:{_WHAT})?(?P<more>[，,、；;][^（）()]*)[)）]"
)
_ABOVE = re.compile(
    "^(?:以上|上述|前述)[^，、：:由]{0,10}(?=由)|^(?:以上|上述|前述)[^，、：:由牵责主配]{0,8}"
)
_ALL = re.compile("共同|分别|均|各")
_MIDDLE = re.compile(f"负责|{_LEAD}|{_HELP}|承办|落实")
_BEFORE = re.compile(
    r"^(?:(?:并|同时)?由|请|会同|商|以|和|与|及|以及|联合(?!会|社|国|党|工会))(?=.{2})"
)

LONGEST = 60
"""Longer than any office with its verb; what is longer is a sentence and is not searched."""


class Said(NamedTuple):
    """What a name's own words say: the name, its own role, the role that a verb gives, the rest.

    `given` also governs the names before it: `A、B负责`. `rest` is what the verb does (`统筹协调`),
    `person` who stands in a bracket after the name: `A（负责人：B）`.
    """

    name: str
    own: str = ""
    given: str = ""
    rest: str = ""
    person: str = ""


def role_of(words: str) -> str:
    """Return 牵头, 配合 or 责任 for a label's or verb's words."""
    if re.search(_LEAD, words):
        return "牵头"
    return "配合" if re.search(_HELP, words) else "责任"


def sections(text: str, role: str) -> Iterator[tuple[str, str]]:
    """Yield (role, words) for each label of a text; what precedes the first has `role`."""
    text = _ABOVE.sub("", _OPENED.sub(r"\g<who>\g<more>", text))
    start, now = 0, role
    for label in LABEL.finditer(text):
        yield now, text[start : label.start()]
        said = role_of(label["who"])
        now = role if said == "责任" else said
        start = label.end()
    yield now, text[start:]


_PERSON = re.compile(
    r"[（(【\[]\s*(?:具体|第一|直接|主要)?(?P<label>(?:责任|负责|牵头|承办|经办|联系|联络)人员?|(?:责任|分管|包联|牵头|主管|分工)领导|联络员)"
    r"\s*[:：]?\s*(?P<person>[^（）()【】\[\]]{2,30})[）)】\]]"
)


def person(token: str) -> tuple[str, str, str]:
    """Return a name without the person in brackets after it, the person, and the label.

    `法规科（责任人：孙立）`; without a colon only so few signs are a person's name.
    """
    found = _PERSON.search(token)
    if not found or (
        not re.search("[:：]", found[0])
        and not re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", found["person"].strip())
    ):
        return token, "", ""
    name = token[: found.start()] + token[found.end() :]
    return name.strip(), found["person"].strip(), found["label"]


def said(token: str) -> Said:
    """Return what a token between separators says: `由A牵头` gives 牵头; `A（配合）` has it as own.

    `A、B（共同负责）` gives to all.
    """
    own = ""
    bracket = _BRACKET.search(token)
    if bracket:
        own = role_of(bracket["who"])
        token = token[: bracket.start()] + token[bracket.end() :]
        if re.search("职[责能]|分工", bracket["who"]) and own == "责任":
            own = ""
        elif _ALL.search(bracket["who"]):
            return Said(_BEFORE.sub("", token.strip()).strip(), "", own)
    name = _BEFORE.sub("", token.strip()).strip()
    tail = _TAIL.search(name[-LONGEST:])
    if not tail or re.fullmatch("统筹|协调|组织|总", tail[0]):
        return Said(name, own)
    kept = name[: len(name) - len(tail[0])]
    return Said(kept.strip(), own, role_of(tail[0]))


def doing(name: str) -> Iterator[Said]:
    """Yield the ways to read `A负责统筹协调`: each verb inside, with what it does after it."""
    if len(name) <= LONGEST:
        for verb in _MIDDLE.finditer(name):
            yield Said(name[: verb.start()], "", role_of(verb[0]), name[verb.start() :])
