"""The least that reading a campaign's records can take with libyaml: the floor of `check`.

Run `python benchmarks/floor.py FOLDER`. Reads every YAML file below indicators/ and evidence/,
composes it by libyaml, walks the nodes into plain data and validates it with the project's own
models, garbage collection off. No position, no rule, no assessment, no answer.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import helped
from pydantic import ValidationError
from yaml import YAMLError
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode

from fzjs import models

ROLES = {"审核": models.ReviewFile}


class Loader(CParser):
    """libyaml's composer; the resolver it asks for answers nothing."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """Leave every scalar the text it is."""
        return ""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Nothing to prepare."""

    def ascend_resolver(self) -> None:
        """Nothing to put back."""


def walk(node: Node | None) -> object:
    """Return the data of a node."""
    if node is None or isinstance(node, ScalarNode):
        return node.value or None if node else None
    if isinstance(node, MappingNode):
        return {key.value: walk(value) for key, value in node.value}
    return [walk(item) for item in node.value]


def paths(folder: str) -> Iterator[tuple[str, str]]:
    """Yield the folder right below `evidence` and the path of each YAML file."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        kind = Path(place).relative_to(folder).parts[:1]
        for name in sorted(names):
            if name.endswith(".yaml"):
                yield kind[0] if kind else "", os.path.join(place, name)  # noqa: PTH118  # the floor spares a Path a file


def main(folder: str) -> None:
    """Read a campaign; say how many records are sound."""
    gc.disable()
    sound = 0
    for part in ("indicators", "evidence"):
        for kind, path in paths(f"{folder}/{part}"):
            with open(path, "rb") as file:  # noqa: PTH123  # see above
                raw = file.read()
            model = ROLES.get(kind, models.Evidence if part == "evidence" else models.IndicatorFile)
            try:
                node = Loader(raw).get_single_node()
                model.model_validate(walk(node))
            except (YAMLError, ValidationError):
                continue
            sound += 1
    sys.stdout.write(f"{sound}\n")


if __name__ == "__main__":
    helped(__doc__)
    main(sys.argv[1])
