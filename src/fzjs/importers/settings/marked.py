"""（待定） at a sentence's end: what a plan printed from data says of a key that was assumed."""

from __future__ import annotations

import re
from collections.abc import Collection

from fzjs.importers.document import Doubt
from fzjs.importers.settings.frame import Part, Sentence, Source

_ASSUMED = re.compile(r"\(待定\)[。;]?$")
_KEYS = (
    ("窗口", re.compile(r"资料.{0,30}(?:时间顺序|年度)|年度的资料")),
    ("截止", re.compile(r"落款时间|截止")),
    ("创建办", re.compile(r"办公室设在|统筹协调")),
    ("单位", re.compile(r"单位")),
)
"""What a sentence speaks of, by the words that only this key's sentence has; the first counts."""


def read(source: Source, known: Collection[str]) -> Part:
    """Return the keys of `fzjs.yaml` whose sentences end in （待定）, with a doubt each.

    They stay assumed; those that are already (`known`) have their doubt.
    """
    found: dict[str, Sentence] = {}
    for sentence in source.prose:
        words = sentence.flat.strip()
        key = _key(words) if _ASSUMED.search(words) else ""
        if key and key not in known:
            found.setdefault(key, sentence)
    return Part({}, tuple(_told(k, s) for k, s in found.items()), assumed=tuple(found))


def _told(key: str, sentence: Sentence) -> Doubt:
    why = "文中标了（待定），还没有人定下来；定了把“待定”里的这一项删去"
    return Doubt(sentence.place, "没有写明", sentence.text, "照这一句记，仍作待定", why, key)


def _key(words: str) -> str:
    return next((key for key, pattern in _KEYS if pattern.search(words)), "")
