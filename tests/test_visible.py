"""Text that is printed: nothing in it steers a terminal, and names can be typed as they stand."""

from __future__ import annotations

import json
import shlex

import pytest

from fzjs.visible import escaped, in_log, in_shell, visible, without_blanks


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("evidence/基层科/2021-某事.yaml", "evidence/基层科/2021-某事.yaml"),
        ("★3-2/2021", "★3-2/2021"),
        ("（24）-1/2020上", "（24）-1/2020上"),
        ("说明 定稿.pdf", '"说明 定稿.pdf"'),
        ("说明(1).pdf", '"说明(1).pdf"'),
        ("甲&乙.pdf", '"甲&乙.pdf"'),
        ("D:\\材料\\甲.pdf", '"D:\\材料\\甲.pdf"'),
        ("", '""'),
        ('"$HOME`!.pdf', "'\"$HOME`!.pdf'"),
    ],
)
def test_a_name_is_quoted_only_where_a_shell_would_split_it(name: str, typed: str) -> None:
    assert in_shell(name) == typed
    assert shlex.split(typed) == [name]


def test_what_nobody_sees_is_written_out() -> None:
    unseen = "\u061c\u2060\u00ad\u180e\ufff9\U000e0041\u202e\u200b\r\x1b"
    assert visible(f"甲{unseen}乙") == (
        "甲<U+061C><U+2060><U+00AD><U+180E><U+FFF9><U+E0041><U+202E><U+200B><U+000D><U+001B>乙"
    )
    assert visible("甲\n乙\t★㐀𠀀é") == "甲\n乙\t★㐀𠀀é"
    assert json.loads(escaped(json.dumps(unseen, ensure_ascii=False))) == unseen
    assert escaped(f'"{unseen}"').isascii()


@pytest.mark.parametrize(
    "mark",
    "\u2028\u2029\u115f\u3164\u034f\ufffc\u17b4\U0001d173\ufe0f\ue000\u0600\u2800\uffa0\U000e0100",
)
def test_a_filler_or_a_line_break_of_unicode_is_written_out(mark: str) -> None:
    assert visible(f"甲{mark}乙") == f"甲<U+{ord(mark):04X}>乙"
    assert without_blanks(f"甲{mark}乙") == "甲乙"
    assert json.loads(escaped(json.dumps(mark, ensure_ascii=False))) == mark


def test_chinese_text_is_shown_as_it_is() -> None:
    """Every ideograph, mark and width of letters that a Chinese file holds."""
    spans = [
        (0x3001, 0x3164),
        (0x3165, 0xA000),
        (0xF900, 0xFB00),
        (0xFF01, 0xFFA0),
        (0x20000, 0x32000),
    ]
    text = (
        "".join(chr(i) for first, last in spans for i in range(first, last)) + "—…“”‘’·℃№①Ⅲ\u3000"
    )
    assert visible(text) == text


def test_a_runner_finds_no_command_in_what_people_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "甲::乙\n  ::error::丙\n::add-mask::丁\n戊##[error]己\n"
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert in_log(text) == text
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert in_log(text) == "甲::乙\n·   ::error::丙\n· ::add-mask::丁\n戊## [error]己\n"
