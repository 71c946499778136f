"""What is kept from run to run changes no answer, whatever happens to repository and cache."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from fzjs import now
from fzjs.cli.answer import answered
from fzjs.cli.app import run
from wander import Wanderer

HISTORIES = int(os.environ.get("FZJS_HISTORIES", "16"))
"""Random histories; `FZJS_HISTORIES=1000 python -m pytest tests/test_kept.py` runs a thousand."""
STEPS = 6
PARTS = 8
COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--deadline", "--format", "line"),
    ("check", "乙科"),
    ("status",),
    ("status", "--json"),
    ("todo", "乙科"),
    ("show", "1"),
    ("score",),
)


def _said(monkeypatch: pytest.MonkeyPatch, arguments: list[str], kept: str) -> tuple[int, str, str]:
    """Run a command line, and give its exit code and what it printed to both streams."""
    monkeypatch.setenv("FZJS_CACHE", kept)
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        code = answered(arguments, run)
    finally:
        sys.stdout, sys.stderr = streams
    texts = []
    for stream in (out, err):
        stream.seek(0)
        texts.append(stream.read())
        stream.close()
    return code, texts[0], texts[1]


@pytest.mark.parametrize("part", range(PARTS))
def test_a_random_history_has_the_same_answers_with_and_without_what_is_kept(
    part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(part, HISTORIES, PARTS):
        folder, cache = tmp_path / f"{seed}", tmp_path / f"{seed}-kept"
        cache.mkdir()
        made = Wanderer(folder / "局", cache, seed)
        for _ in range(STEPS):
            made.step()
            monkeypatch.setattr(now, "today", lambda day=made.day: day)
            arguments = ["-C", str(made.root), *made.chance.choice(COMMANDS)]
            plain = _said(monkeypatch, arguments, "off")
            for _ in range(2):  # the first may compute it, the second finds it printed
                found = _said(monkeypatch, arguments, str(cache))
                assert found == plain, f"历史 {seed}：{made.done}，{arguments}"
