"""Text that is printed: nothing in it steers a terminal, and names can be typed as they stand."""

from __future__ import annotations

import shlex

import pytest

from fzjs.visible import in_shell


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
