"""A year out of range is told as that, never answered with what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from conftest import Run
from fzjs.models.base import Date


@pytest.mark.parametrize("typed", ["2101-12-31", "1899-01-01"])
def test_a_day_out_of_range(typed: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Date).validate_python(typed)
    (error,) = caught.value.errors()
    assert "1900 至 2099" in error["ctx"]["hint"]


def test_a_month_out_of_range(fzjs: Run, shipped: Path) -> None:
    done = fzjs("ledger", "new", "1999-01", at=shipped)
    assert done.returncode == 2
    assert "2000 至 2099" in done.stderr
