"""The generated docs are those that the code makes, and `--check` notices when not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "tools" / "make_docs.py"), *arguments]
    return subprocess.run(  # our own script, fixed arguments
        command, capture_output=True, check=False, encoding="utf-8", timeout=60
    )


def test_the_docs_are_not_stale() -> None:
    done = _run(ROOT, "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stale_page_is_named_and_then_mended(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    for name in ("make_docs.py", "doc_pages.py", "picture.py"):
        shutil.copy(ROOT / "tools" / name, tmp_path / "tools")
    for name in ("docs", "schema", "indicators", "evidence"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "fzjs.yaml", tmp_path)
    page = tmp_path / "docs" / "rules.md"
    page.write_text(page.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    done = _run(tmp_path, "--check")
    assert done.returncode == 1
    assert "docs/rules.md" in done.stderr
    assert _run(tmp_path).returncode == 0
    assert _run(tmp_path, "--check").returncode == 0
    assert page.read_bytes() == (ROOT / "docs" / "rules.md").read_bytes()
