"""CODEOWNERS as GitHub reads it."""

from __future__ import annotations

import time

import pytest

from fzjs.codeowners import matches, parse


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("*", "甲/乙.yaml", True),
        ("*.yaml", "甲/乙.yaml", True),
        ("*.yaml", "甲/乙.yml", False),
        ("/evidence/乙科/", "evidence/乙科/台账/2021-03.yaml", True),
        ("/evidence/乙科/", "evidence/乙科室/条目.yaml", False),
        ("/evidence/乙科", "evidence/乙科/条目.yaml", True),
        ("evidence/乙科", "别处/evidence/乙科/条目.yaml", False),
        ("evidence/", "别处/evidence/乙科/条目.yaml", True),
        ("docs/*", "docs/a.md", True),
        ("docs/*", "docs/b/a.md", False),
        ("/fzjs.yaml", "fzjs.yaml", True),
        ("/fzjs.yaml", "别处/fzjs.yaml", False),
        ("fzjs.yaml", "别处/fzjs.yaml", True),
        ("**/附件", "evidence/乙科/附件/甲.pdf", True),
        ("evidence/**/台账", "evidence/台账/a.yaml", True),
        ("evidence/**/台账", "evidence/甲/乙/台账/a.yaml", True),
        ("evidence/**", "evidence/甲/乙.yaml", True),
        ("evidence/**", "evidences/乙.yaml", False),
        ("/a?b", "a-b", True),
        ("/a?b", "a/b", False),
        ("/[甲]", "[甲]", True),
        ("/[甲]", "甲", False),
        (r"/甲\ 乙/", "甲 乙/丙", True),
        (r"/\#甲", "#甲", True),
        (r"/\*甲", "*甲", True),
        (r"/\*甲", "x甲", False),
    ],
)
def test_patterns(pattern: str, path: str, found: bool) -> None:  # noqa: FBT001  # a table
    assert matches(pattern, path) is found


def test_the_last_line_wins_and_an_empty_one_takes_away() -> None:
    owners = parse(
        "# 注\n* @all\n\n/evidence/ @甲/组 a@b.cn # 说明\n  /evidence/乙科/  @乙\n/evidence/空/\n"
    )
    assert owners.of("fzjs.yaml") == ("@all",)
    assert owners.of("evidence/甲科/a.yaml") == ("@甲/组", "a@b.cn")
    assert owners.of("evidence/乙科/a.yaml") == ("@乙",)
    assert owners.of("evidence/空/a.yaml") == ()
    assert not owners.sections


def test_escapes_and_sections() -> None:
    owners = parse("[甲 科][2] @x\n/甲\\ 乙 @a\n\\#丙 @b\n")
    assert owners.sections
    assert owners.of("甲 乙/x") == ("@a",)
    assert owners.of("深/#丙") == ("@b",)


def test_no_pattern_takes_long() -> None:
    start = time.monotonic()
    assert not matches("/" + "*a" * 200, "a" * 200 + "b")
    assert not matches("/" + "**/" * 30 + "x", "/".join("a" * 200))
    assert time.monotonic() - start < 2
