"""docs/completeness.md: every line of the plans' demands has its place, and names what there is."""

from __future__ import annotations

import re
import unicodedata
from typing import get_args

from conftest import ROOT
from fzjs.models.unit import DemandName
from fzjs.rules import RULES

TEXT = (ROOT / "docs" / "completeness.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in TEXT.splitlines()
    if line.startswith("| 3.")
]
SOURCES = ROOT / "tests" / "imports" / "sources"
DEMANDS = set(get_args(DemandName))


def test_every_line_is_there_in_order() -> None:
    numbers = list(dict.fromkeys(row[0] for row in ROWS))
    assert numbers == [f"3.{number}" for number in range(1, 28)]
    assert all(len(row) == 3 and re.search("“.+”", row[1]) for row in ROWS)


def test_every_rule_it_names_exists() -> None:
    named = set(re.findall(r"\b[a-z]+(?:-[a-z]+)+\b", TEXT))
    assert named
    assert named <= set(RULES)


def test_every_demand_has_a_line_and_no_line_names_another() -> None:
    named = {
        name.strip()
        for row in ROWS
        for told in re.findall("要求 ([^，。；：（]+)", row[2])
        for name in told.split("、")
    }
    assert named == DEMANDS


def _plain(text: str) -> str:
    return re.sub(r"[\s“”‘’\"]", "", unicodedata.normalize("NFKC", text))


def test_every_quotation_stands_in_a_plan() -> None:
    """Word for word, but for widths, blanks and quotation marks; …… leaves something out."""
    plans = _plain("".join(p.read_text("utf-8") for p in SOURCES.glob("*.txt")))
    for row in ROWS:
        quotes = re.findall("“([^“”]+)”", row[1])
        missing = [
            part for quote in quotes for part in quote.split("……") if _plain(part) not in plans
        ]
        assert not missing, row[0]
