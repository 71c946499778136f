"""What is written as YAML is read back unchanged, without a finding."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzjs.source import read
from fzjs.source.decode import unseen
from fzjs.source.emit import block, flow, scalar

MARKS = "：，。、【】［］｛｝＃「」“”‘’#:-[]{},'\"\\ \n\t&*!|>%@`~?　—…〔〕3二no"
CHARACTERS = st.one_of(st.characters(codec="utf-8"), st.sampled_from(MARKS))
TEXTS = st.text(CHARACTERS, min_size=1, max_size=12).filter(
    lambda text: bool(text.strip()) and "\r" not in text and not unseen(text)
)
KEYS = st.sampled_from(["编号", "内容", "资料"])
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(KEYS, inner, min_size=1)
    ),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.dictionaries(KEYS, VALUES, min_size=1))
def test_round_trip(data: dict[str, Any]) -> None:
    source = read(("\n".join(block(data)) + "\n").encode(), "x.yaml")
    assert source.faults == ()
    assert source.data == data


@pytest.mark.parametrize(
    ("text", "plain", "in_flow"),
    [
        ("31", "31", "31"),
        ("2016年以来，……", "2016年以来，……", '"2016年以来，……"'),
        ("（1）网络检索：目录", "（1）网络检索：目录", '"（1）网络检索：目录"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("- 一", '"- 一"', '"- 一"'),
        ("一\n二", r'"一\n二"', r'"一\n二"'),
        ("县(市、区)", "县(市、区)", '"县(市、区)"'),
        ("缺 #3号", '"缺 #3号"', '"缺 #3号"'),
    ],
)
def test_quotes_only_where_needed(text: str, plain: str, in_flow: str) -> None:
    assert scalar(text) == plain
    assert flow([text]) == f"[{in_flow}]"
