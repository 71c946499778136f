"""Write the pages of `docs/` and `schema/` made from the code; `--check` says which are stale.

Exit 0: all is as it should be; 1: a page is stale (`--check`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from doc_pages import keys_page
from picture import draw

from fzjs.reports import schema
from fzjs.rules import RULES, page

ROOT = Path(__file__).parent.parent

_RULES_HEAD = """\
# 检查规则

<!-- 由 tools/make_docs.py 从 src/fzjs/rules/ 生成，不要手改。 -->

`fzjs check` 用下面的规则检查整个仓库；`fzjs explain 规则名` 在终端里看同样的说明。
级别可以在 `fzjs.yaml` 的“规则”里改为 错误、警告、提示 或 关闭，要写理由。
决定材料算不算数的规则改了级别照样决定，只有关闭才不决定。

| 规则 | 级别 | 查什么 |
|---|---|---|
"""


def rules_page() -> str:
    """Return docs/rules.md: the table of all rules, then every page under its rule's name."""
    pages = [found for name in RULES if (found := page(name))]
    table = "".join(f"| [{p.name}](#{p.name}) | {p.severity} | {p.title} |\n" for p in pages)
    texts = "".join(f"\n## {p.name}\n\n{p.title}（{p.severity}）\n\n{p.body}\n" for p in pages)
    return _RULES_HEAD + table + texts


DOCS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("docs/rules.md", rules_page),
    ("docs/keys.md", keys_page),
    ("docs/status.svg", partial(draw, ROOT)),
    *(
        (f"schema/{name}.json", partial(schema.text, name))
        for name in (*schema.NAMES, *schema.PRINTED)
    ),
)


def main(arguments: list[str]) -> int:
    """Write or check every page; return the exit code."""
    stale = [(ROOT / name, text) for name, make in DOCS if (text := make()) != _read(ROOT / name)]
    for path, text in stale:
        if "--check" in arguments:
            print(f"{path.relative_to(ROOT)} is stale: run tools/make_docs.py", file=sys.stderr)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)} written")
    return 1 if stale and "--check" in arguments else 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
