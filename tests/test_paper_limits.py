"""Registering a paper ends in good time, whatever the file is made of."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from fzjs.actions.add import paper
from fzjs.tree import Tree


def drawn(path: Path, pages: int, words: int) -> Path:
    """Make a PDF whose pages all share one stream that draws `words` words."""
    writer = PdfWriter()
    stream = DecodedStreamObject()
    stream.set_data(b"BT /F1 10 Tf " + b"1 0 0 1 9 9 Tm (ab) Tj " * words + b"ET")
    contents = writer._add_object(stream)  # noqa: SLF001  # the library's own examples do
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    for _ in range(pages):
        page = writer.add_blank_page(width=595, height=842)
        page[NameObject("/Contents")] = contents
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.write(path)
    return path


def test_a_pdf_that_takes_long_to_read_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = Tree(tmp_path)
    plain = paper.read(drawn(tmp_path / "平常.pdf", 3, 20), tree)
    assert (plain.pages, plain.words, plain.note) == (3, 120, "")
    monkeypatch.setattr(paper, "_PATIENCE", 0.3)
    slow = drawn(tmp_path / "慢.pdf", 200, 10_000)
    begin = time.monotonic()
    read = paper.read(slow, tree)
    assert time.monotonic() - begin < 10
    assert (read.pages, read.words) == (200, None)
    assert "没有数字数" in read.note


def test_a_page_that_is_drawn_with_too_much_is_given_up(tmp_path: Path) -> None:
    read = paper.read(drawn(tmp_path / "大.pdf", 1, 200_000), Tree(tmp_path))
    assert (read.pages, read.words) == (1, None)
    assert "没有数字数" in read.note
