"""All documents of all campaigns: valid, the same twice, the same figures, pages as they should be.

`FZJS_CONTACT=folder` keeps the pages of the shipped campaign's documents for a person to look at.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import every
import figures
from conftest import Run
from fzjs.reports.registry import KINDS
from pages import clipped, letters, sheet, to_pdfs
from tools import page_texts, schema_faults

ALIKE = 2
"""Documents of one command that are validated: the others have the same template."""


def test_every_kind_is_asked_for() -> None:
    assert set(every.ARGUMENTS) == {kind.name for kind in KINDS}


@pytest.fixture(scope="session")
def root(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> every.Every:
    """Give all documents of the shipped campaign."""
    return every.make(shipped, tmp_path_factory.mktemp("文书"))


def test_the_same_bytes_again(root: every.Every, tmp_path: Path) -> None:
    again = every.make(root.folder, tmp_path)
    assert root.refused == again.refused
    for first, second in zip(root.made, again.made, strict=True):
        assert first.path.read_bytes() == second.path.read_bytes(), first.path.name


@pytest.mark.parametrize("name", every.CAMPAIGNS)
def test_the_documents_of_a_campaign(
    request: pytest.FixtureRequest, tmp_path: Path, name: str
) -> None:
    if name == "root":
        found = request.getfixturevalue("root")
    else:
        campaign = every.copy(every.CAMPAIGNS[name], tmp_path / "仓库")
        found = every.make(campaign, tmp_path / "文书")
    assert found.made
    seen: Counter[Path] = Counter()
    for first in found.made:
        seen[first.path.parent] += 1
        if seen[first.path.parent] <= ALIKE:
            assert schema_faults(first.path.read_bytes(), tmp_path) == [], first.path.name
        text = letters(first.path)
        assert not re.search(r"\{\{|\{%|\bNone\b|Undefined", text), first.path.name
        assert "示例" in text or name != "root", first.path.name
    for said in found.refused.values():
        assert re.search("[。：]", said), said


def test_a_figure_is_the_same_wherever_it_stands(fzjs: Run, root: every.Every) -> None:
    status = json.loads(fzjs("status", "--by", "office", "--json", at=root.folder).stdout)
    offices = {row["名称"] for row in status["分组"]}
    seen: defaultdict[tuple[str, str], dict[str, set[str]]] = defaultdict(dict)
    for kind, path in root.made:
        whole = next((o for o in offices if o in path.name), figures.WHOLE)
        for key, values in figures.read(path, offices, whole).items():
            seen[key][f"{kind}: {path.name}"] = values
    for name, value in status["合计"].items():
        if (figures.WHOLE, name) in seen:
            seen[figures.WHOLE, name]["status"] = {str(value)}
    for row in status["分组"]:
        for name in figures.NAMES[:7]:
            seen[row["名称"], name]["status"] = {str(row[name])}
    differing = {key: where for key, where in seen.items() if len(set.union(*where.values())) > 1}
    assert differing == {}
    shared = [key for key, where in seen.items() if len(where) > 1]
    assert len(shared) > 60
    assert {key[0] for key in shared} >= {figures.WHOLE, "国家、省和市", *offices}


def test_the_pages(root: every.Every, tmp_path: Path) -> None:
    made = root.made
    pdfs = to_pdfs([each.path for each in made], tmp_path)
    for each, pdf in zip(made, pdfs, strict=True):
        pages = page_texts(pdf)
        assert pages, each.path.name
        empty = [n for n, page in enumerate(pages, 1) if not re.sub(r"[\s—\-0-9]", "", page)]
        assert empty == [], f"{each.path.name}: empty pages"
        text = re.sub(r"\s", "", "".join(pages))
        assert "{{" not in text
        assert clipped(pdf) == [], each.path.name
        assert missing(letters(each.path), text) == "", each.path.name
        assert "示例" in pages[0] or each.kind == "plan", each.path.name
    if folder := os.environ.get("FZJS_CONTACT"):
        sheet(
            [(each.kind, each.path.stem, pdf) for each, pdf in zip(made, pdfs, strict=True)],
            Path(folder),
        )


def missing(written: str, printed: str) -> str:
    """Give the characters that the document has and its pages lack: a cell that was cut off."""
    lacks = defaultdict(int)
    for letter in written:
        lacks[letter] += 1
    for letter in printed:
        lacks[letter] -= 1
    return "".join(sorted(letter for letter, count in lacks.items() if count > 0))
