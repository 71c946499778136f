"""指标里引用了不存在的指标或资料

**查什么**　“沿用”“应点到”“按”“同”“网络检索”写的编号、代号不存在，或者就是自己；“沿用”写的那一项，
该格也是沿用来的。

**为什么**　原表空格“与上行共用”，要写明与哪一行共用；写错了，这一项就不欠任何材料，看着像齐了。

**错**

```yaml
- 编号: 89
  沿用: {资料: 88}     # 88 也是沿用 87 的
```

**对**

```yaml
- 编号: 89
  沿用: {资料: 87}
```

**怎么改**　沿用写源头那一项的编号；应点到、按、同写资料代号，如 31-2乙；网络检索写“另附”或本项
的资料，如 87-7。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fzjs.assess import Assessment
from fzjs.assess.catalogue import Catalogue
from fzjs.diagnostic import KeyPath, Severity
from fzjs.facts import fold
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.written import Written, indicators

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN

_CELLS = {"方法": "methods", "资料": "materials", "责任": "responsible"}


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each reference inside `indicators/` that names nothing, itself, or no origin."""
    rows = {row.item.key: row for row in reversed(list(indicators(assessment)))}
    for row in indicators(assessment):
        yield from _inherited(row, rows)
        yield from _named_in(row, assessment.catalogue)
        yield from _materials(row, assessment.catalogue)
        yield from _web(row)


def _inherited(row: Written, rows: Mapping[str, Written]) -> Iterator[Found]:
    for cell, name in _CELLS.items():
        reference = getattr(row.record.inherited, name)
        if reference is None:
            continue
        place = row.at("沿用", cell)
        origin = rows.get(fold(reference))
        if fold(reference) == row.item.key:
            yield Found(place, f"沿用.{cell}写的是本项自己", "写上一行有内容的那一项的编号")
        elif origin is None:
            guess = nearest(reference, rows)
            hint = f"是不是“{rows[guess].item.number}”？" if guess else "写指标的编号，如 31"
            yield Found(place, f"沿用.{cell}：没有第“{reference}”项", hint)
        elif not getattr(origin.record, name) and getattr(origin.record.inherited, name):
            source = getattr(origin.record.inherited, name)
            message = f"第{reference}项的{cell}也是沿用来的"
            yield Found(place, message, f"写源头：{cell}: {source}")


def _named_in(row: Written, catalogue: Catalogue) -> Iterator[Found]:
    """A row is spoken of by materials of the row that it shares; others would never count."""
    shares = catalogue.rows[row.item.key].shares
    for n, reference in enumerate(row.item.named_in):
        place = row.at("应点到", n)
        head = reference.partition("-")[0]
        if reference not in catalogue.materials:
            yield Found(place, *_unknown("应点到", reference, "", catalogue))
        elif head == row.item.key:
            hint = "写沿用的那一项的资料；本项有自己资料的，删去 应点到"
            yield Found(place, f"应点到写的“{row.record.named_in[n]}”是本项自己的资料", hint)
        elif shares and head != shares:
            message = f"“{row.record.named_in[n]}”不是沿用的第{catalogue.label(shares)}项的资料"
            yield Found(place, f"应点到：{message}", "写沿用的那一项的资料，或改正 沿用.资料")


def _materials(row: Written, catalogue: Catalogue) -> Iterator[Found]:
    named: list[tuple[KeyPath, str, str]] = []
    for n, material in enumerate(row.item.materials):
        named.append((("上报资料", n, "按"), material.listed_in, material.key))
        named.append((("上报资料", n, "同"), material.same_as, material.key))
    for keys, reference, own in named:
        word = str(keys[-1])
        if reference and (reference == own or reference not in catalogue.materials):
            yield Found(row.at(*keys), *_unknown(word, reference, own, catalogue))
        elif word == "同" and reference and catalogue.materials[reference].same_as:
            origin = catalogue.label(catalogue.materials[reference].same_as)
            message = f"“{catalogue.label(reference)}”本身也是“同”别的资料"
            yield Found(row.at(*keys), message, f"写源头：同: {origin}")


def _unknown(word: str, reference: str, own: str, catalogue: Catalogue) -> tuple[str, str]:
    shown = catalogue.label(reference)
    if reference == own:
        return f"{word}写的是这项资料自己", "写另一项资料的代号"
    if reference in catalogue.repeated:
        named = "、".join(map(catalogue.label, catalogue.repeated[reference]))
        return f"{word}：“{shown}”不止一项", f"写明是哪一项：{named}"
    guess = nearest(reference, catalogue.materials)
    hint = f"是不是“{catalogue.label(guess)}”？" if guess else "写资料代号，如 31-2乙"
    return f"{word}：没有“{shown}”这项资料", hint


def _web(row: Written) -> Iterator[Found]:
    web = row.item.web
    if web not in {"", "另附", *(material.key for material in row.item.materials)}:
        hint = "写“另附”，或本项的资料代号，如 87-7"
        yield Found(row.at("网络检索"), f"网络检索：本项没有“{row.record.web}”这项资料", hint)
