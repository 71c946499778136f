"""Numbers of persons, however they are spaced; years, ids and lists of pages stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzjs.personal import MASKED, NUMBERS, WIDE, mask, numbers

NOUGHTS = "0" * 8
MOBILE = f"138{NOUGHTS}"
"""A number of nobody: 138 and noughts."""


@pytest.mark.parametrize("groups", [(4, 3, 4), (3, 4, 4), (3, 3, 5), (5, 3, 3), (5, 6), (11,)])
def test_a_mobile_number_in_groups_is_taken_out(groups: tuple[int, ...]) -> None:
    parts, rest = [], MOBILE
    for size in groups:
        parts.append(rest[:size])
        rest = rest[size:]
    for mark in " -":
        assert mask(f"找他：{mark.join(parts)}。") == f"找他：{MASKED}。"


@pytest.mark.parametrize(
    "text",
    [
        "2016 2017 2018 2019 2020",
        "13 14 15 16 17 18 19 20",
        "1986-001-2020",
        "1949-2021",
        "第1380 013号",
        "20210301-1380",
        "1999 2020",
    ],
)
def test_years_ids_and_pages_stay(text: str) -> None:
    assert mask(text) == text


_TO_WIDE = {narrow: wide for wide, narrow in WIDE.items()}


@settings(deadline=None, derandomize=True, max_examples=400)
@given(
    number=st.from_regex(NUMBERS, fullmatch=True),
    around=st.tuples(*[st.sampled_from(["", "：", "a", "1", "\n", "（", "０"])] * 2),
    wide=st.booleans(),
)
def test_no_number_is_lost_by_looking_for_nine_digits_first(
    number: str, around: tuple[str, str], *, wide: bool
) -> None:
    shown = number.translate(_TO_WIDE) if wide else number
    text = around[0] + shown + around[1]
    every = [hit.span() for hit in NUMBERS.finditer(text.translate(WIDE))]
    assert [hit.span() for hit in numbers(text)] == every
