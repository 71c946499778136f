"""Whatever the bytes: a document or an error that says what to do, never anything else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import NamedTuple

import build
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import opened, places_hold

from fzjs.diagnostic import FzjsError

GRID = build.grid([["一", "二", "三"], ["", "四", "五"]], [(0, 0, 2, 1)])
LISTS = (
    f'<w:numbering xmlns:w="{build.W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
ITEM = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
SAMPLES = {
    "a.docx": build.docx_raw(
        ITEM + build.word_table(GRID) + build.word_paragraph("尾"), {"numbering.xml": LISTS}
    ),
    "a.xlsx": build.xlsx(["标题", GRID]),
    "a.html": build.html(["标题", GRID]),
    "a.txt": "标题\n\t一格\n".encode("gb18030"),
}
EVERY = settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Change(NamedTuple):
    """Put these bytes at this share of the length, over so many old ones."""

    at: float
    over: int
    words: bytes


VALUES = [b"-1", b"99999999999999999999", b"", b"\xff\xfe", b"<", b">", b"&", b'"', b"/", b"nan",
          b"w:val", b"continue", b"<w:tbl>", b"</w:tc>", b"\0", b"rowspan=0", b"1e999"]  # fmt: skip
CHANGES = st.lists(
    st.builds(
        Change,
        st.floats(0, 1),
        st.integers(0, 12),
        st.one_of(st.sampled_from(VALUES), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=6,
)


def changed(data: bytes, changes: list[Change]) -> bytes:
    for at, over, words in changes:
        start = int(at * len(data))
        data = data[:start] + words + data[start + over :]
    return data


def inside(data: bytes, which: float, changes: list[Change]) -> bytes:
    """Change one part of a zip, so that what is packed is wrong and the packing is right."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        chosen = names[int(which * (len(names) - 1))]
        for name in names:
            part = old.read(name)
            new.writestr(name, changed(part, changes) if name == chosen else part)
    return buffer.getvalue()


def holds(folder: Path, data: bytes, name: str) -> None:
    try:
        document = opened(folder, data, name)
    except FzjsError as error:
        assert "请" in str(error), error  # noqa: PT017  # an error is as good as a document
    else:
        assert places_hold(document)
        assert all(0 < t.width * t.height < 5_000_000 for t in document.tables())
        for table in document.tables():
            table.grid()


@pytest.mark.parametrize("name", SAMPLES)
def test_changed_bytes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)

    @EVERY
    @given(CHANGES)
    def run(changes: list[Change]) -> None:
        holds(tmp_path, changed(SAMPLES[name], changes), name)

    run()


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_changed_parts(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)

    @EVERY
    @given(st.floats(0, 1), CHANGES)
    def run(which: float, changes: list[Change]) -> None:
        holds(tmp_path, inside(SAMPLES[name], which, changes), name)

    run()


@EVERY
@given(st.binary(min_size=1, max_size=200), st.sampled_from([".txt", ".html", ".docx", ".xlsx"]))
def test_any_bytes(tmp_path: Path, data: bytes, suffix: str) -> None:
    holds(tmp_path, data, f"a{suffix}")
