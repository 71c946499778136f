"""Writes the entries of entries.py as the peers keep their items: same number, same words.

Run `python benchmarks/peer_data.py PEER FOLDER [items]`; the folder must not be there. Every item
has the entry's 事由, its quotes and links to the materials that it proves; the materials are items
of their own where the peer knows links. Each folder is a git repository with one commit.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import re
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import entries

ITEMS = 1000
SECONDS = 600
A_DOCUMENT = 100
"""Items in one StrictDoc document."""
_MOMENT = "2021-03-02T09:00:00+08:00"


class Item(NamedTuple):
    """An entry as a peer would know it."""

    number: int
    subject: str
    quotes: tuple[str, ...]
    materials: tuple[str, ...]


def items(count: int) -> Iterator[Item]:
    """Yield the entries."""
    shipped = entries.samples()
    for number in range(count):
        text = entries.vary(shipped[number % len(shipped)], number)
        subject = re.search(r"^事由: (.*)$", text, re.MULTILINE)
        quotes = re.findall(r"摘录: (.*?)\}$", text, re.MULTILINE)
        claimed = dict.fromkeys(re.findall(r"^- \{资料: (.*?),", text, re.MULTILINE))
        yield Item(number, subject[1] if subject else "", tuple(quotes), tuple(claimed))


def doorstop(folder: Path, count: int) -> None:
    """Write two documents, an item a file: the materials, and the entries linked to them."""
    found = list(items(count))
    materials = _numbered(found)
    _document(folder / "materials", "MAT", "")
    for name, at in materials.items():
        _item(folder / "materials" / f"MAT{at:06}.yml", at, name, ())
    _document(folder / "entries", "EV", "  parent: MAT\n")
    for item in found:
        text = "\n".join((item.subject, *item.quotes))
        links = sorted(f"MAT{materials[name]:06}" for name in item.materials)
        at = item.number + 1
        _item(folder / "entries" / f"EV{at:06}.yml", at, text, links)


def _document(folder: Path, prefix: str, more: str) -> None:
    folder.mkdir(parents=True)
    settings = f"settings:\n  digits: 6\n  itemformat: yaml\n{more}  prefix: {prefix}\n  sep: ''\n"
    (folder / ".doorstop.yml").write_text(settings, "utf-8")


def _item(file: Path, at: int, text: str, links: Iterable[str]) -> None:
    linked = "".join(f"- {uid}: null\n" for uid in links)
    said = "".join(f"  {line}\n" for line in text.splitlines())
    file.write_text(
        f"active: true\nderived: false\nheader: ''\nlevel: 1.1.{at}\n"
        f"links:{chr(10) + linked if linked else ' []' + chr(10)}"
        f"normative: true\nref: ''\nreviewed: null\ntext: |\n{said}",
        "utf-8",
    )


def _numbered(found: Sequence[Item]) -> dict[str, int]:
    names = dict.fromkeys(name for item in found for name in item.materials)
    return {name: at for at, name in enumerate(names, 1)}


def trestle(folder: Path, count: int) -> None:
    """Write one OSCAL catalogue, a control an entry; it knows no links that could be checked."""
    controls = []
    for item in items(count):
        prose = "；".join(item.quotes)
        key = f"ev-{item.number + 1}"
        controls.append(
            f"    - id: {key}\n      title: {item.subject}\n      parts:\n"
            f"        - id: {key}_smt\n          name: statement\n          prose: {prose}\n"
        )
    head = (
        f"catalog:\n  uuid: {uuid.UUID(int=1 << 78 | 1 << 63)}\n  metadata:\n    title: 示例\n"
        f"    last-modified: '{_MOMENT}'\n    version: '1'\n    oscal-version: 1.1.3\n"
        "  groups:\n  - id: entries\n    title: 台账\n    controls:\n"
    )
    file = folder / "catalogs" / "entries" / "catalog.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(head + "".join(controls), "utf-8")
    (folder / ".trestle").mkdir()
    (folder / ".trestle" / "config.ini").write_text("", "utf-8")


def strictdoc(folder: Path, count: int) -> None:
    """Write a document for each hundred entries, and one for the materials."""
    folder.mkdir(parents=True)
    found = list(items(count))
    materials = _numbered(found)
    nodes = [_node(f"MAT-{at}", name, name, ()) for name, at in materials.items()]
    (folder / "materials.sdoc").write_text("[DOCUMENT]\nTITLE: 资料\n" + "".join(nodes), "utf-8")
    for start in range(0, count, A_DOCUMENT):
        nodes = [
            _node(
                f"EV-{item.number + 1}", item.subject, "\n".join(item.quotes),
                [f"MAT-{materials[name]}" for name in item.materials],
            )
            for item in found[start : start + A_DOCUMENT]
        ]  # fmt: skip
        head = f"[DOCUMENT]\nTITLE: 台账{start // A_DOCUMENT}\n"
        (folder / f"{start:06}.sdoc").write_text(head + "".join(nodes), "utf-8")


def _node(uid: str, title: str, text: str, parents: Iterable[str]) -> str:
    linked = "".join(f"- TYPE: Parent\n  VALUE: {uid}\n" for uid in parents)
    relations = f"RELATIONS:\n{linked}" if linked else ""
    return f"\n[REQUIREMENT]\nUID: {uid}\nTITLE: {title}\nSTATEMENT: >>>\n{text}\n<<<\n{relations}"


MAKERS: dict[str, Callable[[Path, int], None]] = {
    "doorstop": doorstop,
    "trestle": trestle,
    "strictdoc": strictdoc,
}


def make(peer: str, folder: Path, count: int) -> None:
    """Write a peer's items into a git repository with one commit."""
    MAKERS[peer](folder, count)
    identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "示例")):
        command = ("git", "-C", str(folder), *identity, *words)
        subprocess.run(command, check=True, timeout=SECONDS)  # noqa: S603  # git as it is


if __name__ == "__main__":
    make(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if sys.argv[3:] else ITEMS)
