"""A new record as a file, in the layout of those that people write."""

from __future__ import annotations

from collections.abc import Mapping

from fzjs.source.emit import Value, block
from fzjs.tree import Tree


def text(tree: Tree, file: str, schema: str, data: Mapping[str, Value], *, sample: bool) -> bytes:
    """Return a file's bytes: the editor's schema where the repository has it, 示例, the data.

    A list of records is written over lines, as it grows.
    """
    lines = []
    if (tree.root / "schema" / f"{schema}.json").is_file():
        up = "../" * file.count("/")
        lines.append(f"# yaml-language-server: $schema={up}schema/{schema}.json")
    lines += ["示例: 是"] if sample else []
    for key, value in data.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            lines.append(f"{key}:")
            for each in value:
                inner = list(block(each, 2))
                lines += [f"- {inner[0][2:]}", *inner[1:]]
        else:
            lines += block({key: value})
    return ("\n".join(lines) + "\n").encode("utf-8")
