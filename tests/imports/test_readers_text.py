from __future__ import annotations

from pathlib import Path

import pytest
from reading import lines, opened, places_hold

from fzjs.diagnostic import FzjsError
from fzjs.importers import readers

SOURCES = Path(__file__).parent / "sources"
SENTENCE = "各单位要按照市政府的要求，认真做好法治政府建设工作。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"]
)
def test_encodings(encoding: str, tmp_path: Path) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    data = mark + f"{SENTENCE}\n第二行".encode(encoding)
    assert lines(opened(tmp_path, data, "a.txt")) == [SENTENCE, "第二行"]


def test_lines_are_paragraphs_numbered_as_in_the_file(tmp_path: Path) -> None:
    data = "标题\r\n\r\n\t一格\n\t\t两跳\r末行\n".encode()
    document = opened(tmp_path, data, "a.txt")
    found = [(p.text, p.tabbed, p.place.label) for p in document.paragraphs()]
    assert found == [
        ("标题", False, "第1行"),
        ("", False, "第2行"),
        ("一格", True, "第3行"),
        ("\t两跳", True, "第4行"),
        ("末行", False, "第5行"),
    ]
    assert places_hold(document)


def test_odd_blanks_and_traditional_characters_stay(tmp_path: Path) -> None:
    words = "黑龙江省\u2802 \u2802 示范县\xa0\u3000創建\u200b"
    assert lines(opened(tmp_path, words.encode(), "a.txt")) == [words]


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_source_is_read_line_by_line(path: Path) -> None:
    document = readers.read(path)
    raw = path.read_text(encoding="utf-8").splitlines()
    assert [("\t" if p.tabbed else "") + p.text for p in document.paragraphs()] == raw


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("臺北市政府法治建設工作實施方案，各機關應切實辦理。".encode("big5"), "Big5"),
        (bytes(range(128, 256)) * 9, "UTF-8"),
        ("甲乙\0丙".encode(), "二进制"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 60, "二进制"),
        (b"\xff\xfe\x00\xd8\x00", "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(FzjsError, match=says):
        opened(tmp_path, data, "a.txt")
