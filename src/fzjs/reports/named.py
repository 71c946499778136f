"""What a user calls an office, its folder, an entry: one answer for every command."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from fzjs.assess import Assessment
from fzjs.diagnostic import Fault, FzjsError, RefusedError
from fzjs.facts import fold_reference
from fzjs.nearest import nearest
from fzjs.repository import HARMLESS, RESERVED, Document, Role
from fzjs.repository.layout import name_of, nfc, role_of
from fzjs.visible import in_shell

_SHOWN = 3
"""Faults of a file, or names to choose from, that a message shows."""


def office_named(assessment: Assessment, name: str) -> str:
    """Return an office's full name from any name it goes by.

    Raises FzjsError with the nearest name, or with the members of a group noun.
    """
    found = assessment.catalogue.office(name)
    members = assessment.catalogue.groups.get(found, ())
    if members:
        raise FzjsError(f"“{name}”是集合名词，欠件在成员名下。可以写：{'、'.join(members)}")
    if found:
        return found
    guess = nearest(name, assessment.catalogue.offices)
    hint = f"是不是“{guess}”？" if guess else ""
    names = "、".join(office.name for office in assessment.repository.campaign.offices)
    raise FzjsError(f"没有“{name}”这个科室。{hint}\n可以写：{names}")


def office_folder(assessment: Assessment, office: str) -> str:
    """Return the folder of an office below `evidence/`, which may bear any of its names.

    Where it has none yet, its full name. Raises FzjsError as `office_named`, but for a folder
    that is there: an office that the campaign no longer has still has its papers.
    """
    known, root = assessment.catalogue.office, assessment.repository.worktree.root / "evidence"
    there = sorted(p.name for p in root.iterdir() if p.is_dir()) if root.is_dir() else []
    folders = [folder for folder in there if folder not in RESERVED and folder[:1] != "."]
    if office in folders:
        return office
    full = office_named(assessment, office)
    same = [folder for folder in folders if known(nfc(folder)) == full]
    return same[0] if same else full


def entry_named(assessment: Assessment, here: Path, typed: str) -> Document:
    """Return the file of an entry, by any of its names.

    They are its name, its file's path (from the root or from `here`), and its bare name where no
    other has it; the office goes by any of its own. A file that breaks the format is found too
    (`broken`). Raises FzjsError with the nearest, or with those that share a bare name.
    """
    names = _entries(assessment)
    found = _matching(assessment, here, typed, names)
    if len(found) == 1:
        return names[found[0]]
    if found:
        shown = "、".join(found[:_SHOWN]) + ("等" if len(found) > _SHOWN else "")
        raise FzjsError(f"“{typed}”不止一个：{shown}。写上科室，如 {found[0]}。")
    raise FzjsError(f"没有“{typed}”这个条目。{_hint(assessment, name_of(_plain(typed)), names)}")


def entry_meant(assessment: Assessment, here: Path, typed: str) -> str:
    """Return the file of the entry that a text means, "" where it means an indicator.

    A number comes first, as `31-2甲/2020` has a stroke too. Raises as `entry_named`, where no
    indicator has the number and the text is not written like one.
    """
    number = fold_reference(typed).partition("/")[0].partition("-")[0]
    if number in assessment.indicators and not typed.endswith(".yaml"):
        return ""
    written = "/" in _plain(typed) or typed.endswith(".yaml") or len(typed) > _NUMBER
    if written or _matching(assessment, here, typed, _entries(assessment)):
        return entry_named(assessment, here, typed).file
    return ""


_NUMBER = 5
"""Characters of an indicator's number, as `（112）`; what is longer was meant as a name."""


def refuse_broken(faults: Iterable[Fault], file: str, closing: str = "") -> None:
    """Raise RefusedError with the faults of a file that must be mended before it is used."""
    found = [f for f in faults if f.location.file == file and f.rule not in HARMLESS]
    if found:
        lines = [f"{f.location}: {f.message}\n    改法：{f.hint}" for f in found[:_SHOWN]]
        last = f"fzjs check {in_shell(file)} 看全部。{closing}"
        raise RefusedError("\n".join((f"{file} 有误，先改好，再来一遍：", *lines, last)))


def document(assessment: Assessment, file: str) -> Document | None:
    """Return a file as it was read, None where there is none."""
    return next((d for d in assessment.repository.documents if d.file == file), None)


def file_named(root: Path, here: Path, typed: str) -> str:
    """Return the path from the root of a file or folder that is there; "" where there is none.

    It may be typed from the root, from `here`, whole, or without `evidence/`.
    """
    text = _plain(typed)
    for path in (here / text, root / text, root / "evidence" / text):
        inside = _from(root, path)
        if inside and path.exists():
            return inside
    return ""


def _entries(assessment: Assessment) -> dict[str, Document]:
    documents = assessment.repository.documents
    return {name_of(each.file): each for each in documents if each.role is Role.ENTRY}


def _plain(typed: str) -> str:
    return typed.strip().replace("\\", "/").replace("／", "/").removeprefix("./")


def _matching(assessment: Assessment, here: Path, typed: str, names: Collection[str]) -> list[str]:
    """Return the names that a text may mean, by the first reading that fits any."""
    text, known = _plain(typed), assessment.catalogue.office
    plain = name_of(text)
    office, _, rest = plain.partition("/")

    from_here = name_of(_from(assessment.repository.worktree.root, here / text))
    typed_whole = [name for name in dict.fromkeys((from_here, plain)) if name in names][:1]
    same = [name for name in names if _split(name, known) == (known(office) or office, rest)]
    bare = [name for name in names if not rest and name.rpartition("/")[2] == plain]
    return typed_whole or same or bare


def _split(name: str, known: Callable[[str], str]) -> tuple[str, str]:
    """Return an entry's office by its full name where it has one, and the rest."""
    folder, _, deeper = name.partition("/")
    return known(folder) or folder, deeper


def _from(root: Path, path: Path) -> str:
    """Return a path as it reads from the root, "" where it lies outside."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (OSError, ValueError, RuntimeError):
        return ""


def _hint(assessment: Assessment, plain: str, names: Collection[str]) -> str:
    """Say which entry may be meant: of the office that was typed, where it has any."""
    role = role_of(f"evidence/{plain}.yaml")
    if role not in {Role.ENTRY, Role.STRAY}:
        return f"那是{role}文件。条目写成 科室/文件名。"
    holding = [name for name in names if plain and plain in name][:_SHOWN]
    known = assessment.catalogue.office
    office, _, rest = plain.partition("/")
    whole = [(*_split(name, known), name) for name in names]
    mates = {end: name for of, end, name in whole if rest and of == known(office)}
    ends = mates or {name if rest else name.rpartition("/")[2]: name for name in names}
    guess = ends.get(nearest(rest, ends) if mates else nearest(plain, ends, 60), "")
    meant = holding or ([guess] if guess else [])
    return f"是不是“{'”“'.join(meant)}”？" if meant else "写成 科室/文件名，不带 .yaml。"
