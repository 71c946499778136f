"""An OOXML package: which part is the main one, and what each part refers to."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from lxml import etree

from fzjs.ooxml.guard import Archive, damaged, parse

REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Link(NamedTuple):
    """A relationship: its id, the last word of its type (`header`), the part it leads to."""

    id: str
    kind: str
    target: str


def links(archive: Archive, part: str) -> tuple[Link, ...]:
    """Return a part's relationships to other parts of the package; external ones are left out."""
    folder, name = posixpath.split(part)
    path = archive.find(posixpath.join(folder, "_rels", f"{name}.rels"))
    if path is None:
        return ()
    return tuple(
        Link(
            each.get("Id", ""),
            each.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:],
        )
        for each in parse(archive.read(path), path).iter(REL)
        if each.get("TargetMode") != "External"
    )


def main_part(archive: Archive, usual: str) -> str:
    """Return the main part's name, by the package's relationships, else the `usual` one."""
    for link in links(archive, ""):
        if link.kind == "officeDocument" and archive.find(link.target):
            return link.target
    if archive.find(usual) is None:
        raise damaged(f"缺少部件 {usual}")
    return usual


def optional(archive: Archive, found: tuple[Link, ...], kind: str) -> etree._Element | None:
    """Return the root of the first part of this kind, None where there is none."""
    for link in found:
        if link.kind == kind and archive.find(link.target):
            return parse(archive.read(link.target), link.target)
    return None


def whole(text: str | None, default: int = 0, limit: int = 1_000_000) -> int:
    """Return an attribute as a number from 0 to `limit`; what is none counts as `default`."""
    if text is None:
        return default
    try:
        return max(0, min(int(text), limit))
    except ValueError:
        return default
