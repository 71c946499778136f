"""A document's pages as LibreOffice sets them: all of several at once, words and their places."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn

from tools import run, tool


def to_pdfs(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Render documents by one LibreOffice, which takes longer to start than to set most."""
    office = tool("soffice", "apt-get install libreoffice-writer")
    sources = []
    for number, path in enumerate(documents):
        sources.append(folder / f"{number}.docx")
        sources[-1].write_bytes(path.read_bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done = run(
        *(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)),
        *map(str, sources),
        timeout=400,
    )
    made = [path.with_suffix(".pdf") for path in sources]
    assert all(path.is_file() for path in made), done.stderr
    return made


def letters(path: Path) -> str:
    """Give all that is to be read in a document's body, without spaces."""
    body = Document(str(path)).element.body
    return re.sub(r"\s", "", "".join(each.text or "" for each in body.iter(qn("w:t"))))


def clipped(pdf: Path) -> list[str]:
    """Name the words that reach beyond their page's edge."""
    command = tool("pdftotext", "apt-get install poppler-utils")
    done = run(command, "-bbox", "-enc", "UTF-8", str(pdf), "-")
    found = []
    wide = tall = 0.0
    for line in done.stdout.splitlines():
        if page := re.search(r'<page width="([0-9.]+)" height="([0-9.]+)"', line):
            wide, tall = float(page[1]), float(page[2])
        numbers = r'xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*?)<'
        if word := re.search(numbers, line):
            left, top, right, bottom = map(float, word.groups()[:4])
            if left < 0 or top < 0 or right > wide or bottom > tall:
                found.append(word[5])
    return found


def sheet(documents: Sequence[tuple[str, str, Path]], folder: Path) -> None:
    """Write every page small on one page for a browser, a document a row."""
    command = tool("pdftoppm", "apt-get install poppler-utils")
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for number, (kind, title, pdf) in enumerate(documents):
        name = f"{number:02}-{kind}"
        done = run(command, "-r", "50", "-png", str(pdf), str(folder / name), timeout=300)
        assert done.returncode == 0, done.stderr
        pictures = sorted(path.name for path in folder.glob(f"{name}-*.png"))
        shown = "".join(f'<img src="{html.escape(each)}">' for each in pictures)
        rows.append(f"<h2>{html.escape(title)}：{len(pictures)}页</h2>\n<p>{shown}</p>")
    style = "<style>img{width:24%;border:1px solid #999;margin:2px}</style>"
    page = f'<!doctype html><meta charset="utf-8"><title>文书</title>{style}\n' + "\n".join(rows)
    (folder / "index.html").write_text(page, "utf-8")
