"""Who has to mend a problem, and whether who decides about it is of the same office.

DESIGN section 4 on reviews: "'own' means the entry's office"; as nobody reviews the own entries,
nobody closes the own problems, under whatever form of the name.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.facts import Problem, Step
from fzjs.visible import without_blanks

NAMELESS = "没有写谁的名字"
_OF_OTHERS = frozenset({"验收", "延期"})
"""What nobody does for the own office."""
_NAME, _LONGEST = 2, 100
"""A name has a surname and something after it; what is longer than a row of names is none."""
_JOINTS = re.compile(r"[^\w\s·]+|[\d_]+")
"""What stands between two names, or around a 括注."""
_WORDS = re.compile(r"(?<=\S\S)[和与及同跟暨代](?=\S\S)")
"""What does so only between whole names: 李和平 and 张某和 are each one."""
_DOTS = re.compile(r"[•‧・∙⋅]")
_RANK = (
    "(?:副|正|代|原|常务)*(?:科长|处长|部长|局长|厅长|所长|站长|队长|组长|股长|主任|书记|政委|"
    "(?:[一二三四]级)?(?:调研员|主任科员)|科员|负责人|责任人|联络人|验收人|经办人)"
)
_TITLES = re.compile(
    rf"^(?:{_RANK}|督导检查组|督导组|检查组|代签?|由)+|(?:{_RANK}|同志|先生|女士|老师|已?验收|代?签[字名]?|等人?)+$"
)
_BEFORE_JOINT = re.compile(rf"(?<=\S\S)(?:{_RANK}|同志)(?=[和与及同跟暨代])")
_UNSEEN = frozenset({"Mn", "Me", "Cc", "Cf", "Co", "Cn", "Cs"})


def written_names(text: str) -> frozenset[str]:
    """Return the names that a written name may stand for, to be compared with another's.

    `李 某庚科长（代）、张某` gives 李某庚 and 张某 (and the forms between). A name that only holds
    another one is its own: 张某丙 is not 张某. Empty where there is nothing but titles and marks,
    or more than a row of names: the forms are as many as the square of its words.
    """
    if len(text) > _LONGEST:
        return frozenset()
    every: set[str] = set()
    for words in _words(text):
        for i in range(len(words)):
            for j in range(i, len(words)):
                every |= _forms("".join(words[i : j + 1]))
    # Of 李 某庚 the pieces of one character name nobody, unless nothing else is written.
    return frozenset(name for name in every if len(name) >= _NAME or len(every) == 1)


def _words(text: str) -> Iterator[list[str]]:
    """Yield what blanks part of each name; titles are off before a 和 joins: 张建和同志 is one."""
    for part in _JOINTS.split(_folded(text)):
        yield part.split()
        bare = _BEFORE_JOINT.sub("", _TITLES.sub("", part.strip()))
        yield from (each.split() for each in _WORDS.split(bare))


def _forms(word: str) -> set[str]:
    bare = _TITLES.sub("", word)
    return {word, bare} if bare else set()


def _folded(text: str) -> str:
    """Return a text in which what looks alike is alike: full-width, 兼容汉字, nothing unseen."""
    plain = unicodedata.normalize("NFKC", without_blanks(text))
    seen = (c for c in plain if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return _DOTS.sub("·", "".join(seen))


def owner_offices(problem: Problem, catalogue: Catalogue) -> frozenset[str]:
    """Return the full names of the offices that have to mend: of a group noun, its members."""
    known = catalogue.office(problem.office)
    return frozenset(catalogue.members(problem.office) if known else (problem.office,))


def own_step(step: Step, problem: Problem, catalogue: Catalogue) -> str:
    """Say why nobody else's 验收 or 延期 this is: by the own office or by no one; "" where it is.

    附件2 （13）: “逐项整改销号”; 督导检查组职责: “监督问题整改落实”.
    """
    if step.result not in _OF_OTHERS:
        return ""
    return own_person(step.inspector, step.office, problem, step.date, catalogue)


def own_person(
    name: str, office: str, problem: Problem, day: datetime.date, catalogue: Catalogue
) -> str:
    """Say as what a person, or an office, is the owner's own; "" where neither is.

    Whoever answered for the office between the finding and the day of the 处理 is: handing the
    office over does not make the former head an outsider, nor undo what the new one did before.
    Who is not named is nobody else: `NAMELESS`.
    """
    owners = owner_offices(problem, catalogue)
    called = written_names(name)
    if not called:
        return NAMELESS
    for form in sorted({_tight(office), *written_names(office), *called}):
        for full in _offices(form, owners, catalogue):
            return f"{full}是责任科室"
    first = min(problem.found or day, day)
    bare = {_without_office(form, catalogue) for form in called} | called
    for owner in sorted(owners):
        for person, role in people(owner, catalogue, first, day).items():
            if written_names(person) & bare:
                return f"{name}是{role}"
    return ""


def _offices(form: str, owners: frozenset[str], catalogue: Catalogue) -> Iterator[str]:
    """Yield the owners that a written name is, or begins with: 法制仲裁科王某戊."""
    known = _office_at(form, {**catalogue.offices, **{name: name for name in owners}})
    if known:
        full = catalogue.folder_office(known)
        yield from sorted(owners & {full, *catalogue.groups.get(full, ())})


def _office_at(form: str, known: dict[str, str]) -> str:
    """Return the longest office name that a text begins with: 政治部警务科 is not 政治部."""
    at = (name for name in known if len(name) >= _NAME and form.startswith(_tight(name)))
    return max(at, key=len, default="")


def _without_office(form: str, catalogue: Catalogue) -> str:
    head = _office_at(form, dict(catalogue.offices))
    return _TITLES.sub("", form[len(_tight(head)) :]) if head else form


def people(
    office: str, catalogue: Catalogue, first: datetime.date, last: datetime.date
) -> dict[str, str]:
    """Return who belonged to an office on these days, and as what.

    The indicators name some too, without a day.
    """
    rows = catalogue.rows.values()
    named = {r.person: "责任人" for row in rows for r in row.responsible if r.office == office}
    for each in catalogue.campaign.offices:
        if each.name == office:
            named |= each.people(first, last)
    return {name: f"{office}的{role}" for name, role in named.items() if name}


def _tight(name: str) -> str:
    return "".join(_folded(name).split())
