"""What a page holds and its text does not: hidden words, struck words, the marks of notes."""

from __future__ import annotations

import re

from lxml import etree

from fzjs.importers.readers.building import Building, Line

_UNSHOWN = frozenset({
    "script", "style", "nav", "noscript", "template", "head", "iframe", "object", "svg", "select",
    "button", "datalist", "audio", "video", "canvas", "map", "rp", "rt",
})  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_STRUCK = frozenset({"del", "s", "strike"})
_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,60}line-through", re.IGNORECASE)
_MARK = re.compile(r"[\[［〔【(（]?\s*(?:注\s*)?(?:[0-9]{1,3}|[①-⑳*＊※†‡])\s*[\]］〕】)）]?")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LATIN = re.compile(r"[0-9A-Za-z０-９μΩ]|$")
_CONTEXT = 12


class Unread:
    """Keeps what was left out of a page until there is a line to tell it at."""

    def __init__(self, building: Building) -> None:
        """Start with nothing left out."""
        self._building = building
        self._hidden: list[str] = []
        self._notes: list[str] = []
        self.struck: list[str] = []

    def __bool__(self) -> bool:
        """Tell whether something waits for a line."""
        return bool(self._hidden or self._notes or self.struck)

    def shows(self, node: etree._Element) -> bool:
        """Tell whether an element's words are read; note those that are hidden or struck."""
        if not isinstance(node.tag, str) or node.tag in _UNSHOWN:
            return False
        held = self._hidden if hidden(node) else self.struck if struck(node) else None
        words = "" if held is None else _words(node)
        if held is not None and words:
            held.append(words)
        return held is None

    def raised(self, node: etree._Element, before: str) -> str | None:
        """Return what a `sup` adds to the text before it; None where it is read as it stands.

        The mark of a note is none of the sentence's words; a power is kept as one (10⁵, m²), and
        so is the number before a note's own words.
        """
        words = _words(node)
        if _LATIN.match(before.strip()[-1:]) and node.find(".//a") is None:
            return words.translate(_RAISED) if re.fullmatch(r"[0-9+-]+", words) else None
        if not words or not _MARK.fullmatch(words):
            return None
        self._notes.append(before.strip()[-_CONTEXT:] + words)
        return ""

    def tell(self, at: Line | str) -> None:
        """Report what waits, at a line or a label."""
        doubt = self._building.doubt
        if self.struck:
            doubt(
                "修订痕迹", "｜".join(self.struck), "不读", "这些字加了删除线，像是已经删去的", at
            )
        if self._hidden:
            why = "这些字设成了隐藏，浏览器里看不见"
            doubt("残留文字", "｜".join(self._hidden), "没有读入", why, at)
        if self._notes:
            why = "这是字右上角的注码；注的原文如果在页面上，另行读入"
            doubt("脚注", "｜".join(self._notes), "注码没有并入正文", why, at)
        for held in (self.struck, self._hidden, self._notes):
            held.clear()


def hidden(node: etree._Element) -> bool:
    """Tell whether a browser shows nothing of an element that has words for readers."""
    return node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))


def struck(node: etree._Element) -> bool:
    """Tell whether an element's words are struck through: deleted, and left standing."""
    return node.tag in _STRUCK or bool(_THROUGH.search(node.get("style") or ""))


def _words(node: etree._Element) -> str:
    """Return an element's words on one line, without those of scripts."""
    held: list[str] = []
    skipped: etree._Element | None = None
    for event, each in etree.iterwalk(node, events=("start", "end")):
        if event == "start" and skipped is None:
            if each.tag in _UNSHOWN:
                skipped = each
            else:
                held.append(each.text or "")
        elif event == "end" and (skipped is None or each is skipped):
            skipped = None
            held.append((each.tail or "") if each is not node else "")
    return " ".join("".join(held).split())
