"""Numbers of persons, however they are spaced; years, ids and lists of pages stay."""

from __future__ import annotations

import pytest

from fzjs.personal import MASKED, mask

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
