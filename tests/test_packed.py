"""What is packed comes back as it was: values, classes, places."""

from __future__ import annotations

import datetime

import pytest

from fzjs.diagnostic import Fault, Location, Severity
from fzjs.packed import packed, unpacked
from fzjs.repository.memo import Known

PLACE = Location("evidence/乙科/条目.yaml", 3, 9)


@pytest.mark.parametrize(
    "value",
    [
        (),
        (1, "二", None, True),
        PLACE,
        Location("a"),
        Known(whole=True, faults=(Fault("yaml-tab", "制表符", PLACE, "改成空格"),), under="x"),
        {("文件", "a.yaml", "1:2"): Known(whole=False, facts=(PLACE, PLACE))},
        [Severity.ERROR, datetime.date(2021, 3, 2), frozenset({PLACE}), b"\0\xff"],
    ],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    back = unpacked(packed(value))
    assert back == value
    assert repr(back) == repr(value)


def test_a_named_tuple_comes_back_as_one() -> None:
    back: Known = unpacked(packed(Known(whole=True, facts=PLACE)))
    assert type(back) is Known
    assert type(back.facts) is Location
    assert back._replace(under="y").under == "y"
    assert str(back.facts) == "evidence/乙科/条目.yaml:3:9"
