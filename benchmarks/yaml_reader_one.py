"""One YAML reader in a process of its own: its speed, its traits, where it disagrees with libyaml.

Started by yaml_readers.py in that script's environment, never by hand. `speed READER FILE` reads
texts from a JSON list and prints seconds; `agree READER FILE START` prints one verdict a text, at
once, so that a reader which takes the process down with it loses only one text.
"""  # noqa: INP001  # a script's part, no package
# mypy: ignore-errors

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, ScalarNode
from yaml_reader_kinds import READERS, Loads

TRIES = 3
SLOW = 20
"""Seconds after which one try says enough."""
SAID = 120
_LOST = "lost: "


class DuplicateError(Exception):
    """A key stands twice: our reader says so."""


class Reference(CParser):
    """libyaml's composer, every scalar text: what this project reads with."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """Leave every scalar the text it is."""
        return ""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Nothing to prepare."""

    def ascend_resolver(self) -> None:
        """Nothing to put back."""


def composed(text: str) -> object:
    """Return the data by libyaml's nodes.

    Raises DuplicateError for a key that stands twice, YAMLError for what is no YAML.
    """
    loader = Reference(text.encode())
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    return _data(node)


def _data(node: object) -> object:
    if node is None or isinstance(node, ScalarNode):
        return node.value if node else None
    if isinstance(node, MappingNode):
        made: dict[str, object] = {}
        for name, value in node.value:
            key = name.value if isinstance(name, ScalarNode) else repr(_data(name))
            if key in made:
                raise DuplicateError(key)
            made[key] = _data(value)
        return made
    return [_data(item) for item in node.value]


def reader_named(name: str) -> Loads:
    """Return a reader; `compose` is ours."""
    return composed if name == "compose" else READERS[name]()


def speed(reader: str, file: str) -> None:
    """Print the least seconds that all texts take, -1 where one could not be read."""
    loads = reader_named(reader)
    texts = json.loads(Path(file).read_text("utf-8"))
    gc.disable()
    best = float("inf")
    for _ in range(TRIES):
        began = time.perf_counter()
        try:
            for text in texts:
                loads(text)
        except BaseException as error:  # noqa: BLE001  # a panic of Rust is no Exception
            sys.stderr.write(repr(error)[:SAID])
            best = -1.0
            break
        best = min(best, time.perf_counter() - began)
        if best > SLOW:
            break
    sys.stdout.write(json.dumps(best))


def agree(reader: str, file: str, start: str) -> None:
    """Print a verdict for each text from `start` on."""
    loads = reader_named(reader)
    for text in json.loads(Path(file).read_text("utf-8"))[int(start) :]:
        sys.stdout.write(f"{json.dumps(verdict(loads, text), ensure_ascii=False)}\n")
        sys.stdout.flush()


def verdict(loads: Loads, text: str) -> list[str]:
    """Return how a reader stands to libyaml on a text, and what it said or read.

    same, accepts, rejects, differs; twice-taken and twice-refused for a key that stands twice;
    typed where it agrees but for scalars that are no text any more, lost where what was written
    cannot be had back from one of them (010, 1.10, 1_000).
    """
    try:
        wanted, twice = composed(text), False
    except DuplicateError:
        wanted, twice = None, True
    except yaml.YAMLError:
        wanted = DuplicateError
        twice = False
    try:
        got = loads(text)
    except BaseException as error:  # noqa: BLE001  # a panic of Rust is no Exception
        said = " ".join(str(error).split())[:SAID]
        if wanted is DuplicateError:
            return ["same", ""]
        return ["twice-refused" if twice else "rejects", said]
    if wanted is DuplicateError:
        return ["accepts", repr(got)[:SAID]]
    if twice:
        return ["twice-taken", ""]
    return ["same", ""] if got is NotImplemented else _compared(got, wanted)


def _compared(got: object, wanted: object) -> list[str]:
    seen: list[str] = []
    where = _unlike(got, wanted, seen)
    if where:
        return ["differs", where]
    lost = next((said for said in seen if said.startswith(_LOST)), "")
    if lost:
        return ["lost", lost.removeprefix(_LOST)]
    return ["typed", seen[0]] if seen else ["same", ""]


def _unlike(got: object, wanted: object, typed: list[str]) -> str:
    """Return the first place that differs, "" where none does; note scalars that are no text."""
    if isinstance(wanted, dict) and isinstance(got, dict):
        if len(got) != len(wanted):
            return f"{len(wanted)} keys, read {len(got)}"
        for (key, value), (name, other) in zip(got.items(), wanted.items(), strict=True):
            found = _unlike(key, name, typed) or _unlike(value, other, typed)
            if found:
                return found
        return ""
    if isinstance(wanted, list) and isinstance(got, list):
        if len(got) != len(wanted):
            return f"{len(wanted)} items, read {len(got)}"
        pairs = zip(got, wanted, strict=True)
        return next((u for a, b in pairs if (u := _unlike(a, b, typed))), "")
    if got == wanted or (got is None and not wanted):
        return ""
    if isinstance(wanted, str) and not isinstance(got, str | dict | list):
        lost = "" if str(got) == wanted else _LOST
        typed.append(f"{lost}{wanted[:SAID]!r} read as {str(got)[:SAID]}")
        return ""
    return f"{str(wanted)[:SAID]!r} read as {str(got)[:SAID]!r}"


if __name__ == "__main__":
    {"speed": speed, "agree": agree}[sys.argv[1]](*sys.argv[2:])
