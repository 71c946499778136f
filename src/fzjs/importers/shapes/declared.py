"""A rule said once for all of a table's items: the office named first leads, the others support."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fzjs.importers.document import Document, Doubt, Paragraph
from fzjs.importers.draft import Owner

_FIRST = re.compile(
    r"(?:排(?:名|列|序)?|列|署名)?(?:在|于)?(?:第一位|首位|最前|第一|首个)[^。；\n]{0,10}(?:为|是|作为|系)?牵头"
)
_OTHERS = re.compile(
    r"(?:其他|其余|其它|后面|之后|余下)[^。；;，,\n]{0,8}?(?:为|是|作为|系)?(?:配合|协办|协助|协同)"
)


class Rule(NamedTuple):
    """Where the rule stands (None: nowhere), and whether the others support."""

    said: Paragraph | None = None
    others: bool = False

    def roles(self, owners: Sequence[Owner]) -> tuple[Owner, ...]:
        """Return a cell's owners, those after the one that leads by the rule as 配合."""
        if not self.others or not owners or owners[0].role != "牵头":
            return tuple(owners)
        rest = (o._replace(role="配合") if o.role == "责任" else o for o in owners[1:])
        return (owners[0], *rest)

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the doubt that quotes the rule: a person must see that it was obeyed."""
        if self.said is None:
            return ()
        assumed = "每一项里排在第一位的记作牵头"
        assumed += "，其他的记作配合" if self.others else "，其他的记作责任"
        why = "牵头不是逐项印的，是按这一句定的"
        return (Doubt(self.said.place, "推断牵头", self.said.text.strip(), assumed, why),)


def rule(document: Document) -> Rule:
    """Return the rule as the document says it, in prose or in a table's note or heading."""
    for paragraph in document.paragraphs():
        if "牵头" in paragraph.text and _FIRST.search(paragraph.text):
            return Rule(paragraph, bool(_OTHERS.search(paragraph.text)))
    return Rule()
