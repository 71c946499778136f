"""One YAML reader in a process of its own: its speed, its traits, where it disagrees with libyaml.

Started by yaml_readers.py in that script's environment, never by hand. `speed READER FILE` reads
texts from a JSON list and prints seconds; `agree READER FILE START` prints one verdict a text, at
once, so that a reader which takes the process down with it loses only one text.
"""  # noqa: INP001  # a script's part, no package
# mypy: ignore-errors
# ruff: noqa: PLC0415  # each reader is imported only where it is the one asked for

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, ScalarNode

Loads = Callable[[str], object]
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


def _base() -> Loads:
    return lambda text: yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  # makes only text


def _safe() -> Loads:
    return lambda text: yaml.load(text, Loader=yaml.CSafeLoader)


def _ryaml() -> Loads:
    import ryaml

    return ryaml.loads


def _yaml_rs() -> Loads:
    import yaml_rs

    refuse = yaml_rs.DuplicateKeyPolicy.Error
    return lambda text: yaml_rs.loads(text, parse_datetime=False, duplicate_key_policy=refuse)


def _yaml12() -> Loads:
    import yaml12

    return yaml12.parse_yaml


def _fast_yaml() -> Loads:
    import fast_yaml

    return fast_yaml.safe_load


def _libfyaml() -> Loads:
    import libfyaml

    return lambda text: libfyaml.loads(text, create_markers=True).to_python()


def _pyrs_yaml() -> Loads:
    import pyrs_yaml

    return pyrs_yaml.safe_load


def _oryaml() -> Loads:
    import oryaml

    return oryaml.loads


def _rustyyaml() -> Loads:
    import rustyyaml

    return rustyyaml.safe_load


def _pyyaml_rs() -> Loads:
    import pyyaml_rs

    return pyyaml_rs.safe_load


def _turboyaml() -> Loads:
    import turboyaml

    return turboyaml.load


def _rapidyaml() -> Loads:
    import ryml

    def text_of(part: object) -> str | None:
        return None if part is None else bytes(part).decode()

    def walk(tree: object, at: int) -> object:
        if tree.is_stream(at):
            raise ValueError("more than one document")
        if tree.is_map(at):
            return {text_of(tree.key(c)): walk(tree, c) for c in ryml.children(tree, at)}
        if tree.is_seq(at):
            return [walk(tree, child) for child in ryml.children(tree, at)]
        return text_of(tree.val(at)) if tree.has_val(at) else None

    def loads(text: str) -> object:
        tree = ryml.parse_in_arena(text.encode())
        return walk(tree, tree.root_id())

    return loads


def _ruamel() -> Loads:
    import ruamel.yaml

    return ruamel.yaml.YAML(typ="base").load


def _yamlcore() -> Loads:
    import yamlcore

    return lambda text: yaml.load(text, Loader=yamlcore.CCoreLoader)  # noqa: S506  # core schema only


def _strictyaml() -> Loads:
    import strictyaml

    return lambda text: strictyaml.dirty_load(text, allow_flow_style=True).data


def _yamlium() -> Loads:
    import yamlium

    return lambda text: yamlium.parse(text).to_dict()


def _tree_sitter() -> Loads:
    import tree_sitter
    import tree_sitter_yaml

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_yaml.language()))

    def loads(text: str) -> object:
        if parser.parse(text.encode()).root_node.has_error:
            raise ValueError("error node")
        return NotImplemented

    return loads


READERS: dict[str, Callable[[], Loads]] = {
    "compose": lambda: composed,
    "base": _base,
    "safe": _safe,
    "ryaml": _ryaml,
    "yaml-rs": _yaml_rs,
    "py-yaml12": _yaml12,
    "fastyaml-rs": _fast_yaml,
    "libfyaml": _libfyaml,
    "pyrs-yaml": _pyrs_yaml,
    "oryaml": _oryaml,
    "rustyyaml": _rustyyaml,
    "pyyaml-rs": _pyyaml_rs,
    "rs-turboyaml": _turboyaml,
    "rapidyaml": _rapidyaml,
    "ruamel.yaml": _ruamel,
    "yamlcore": _yamlcore,
    "strictyaml": _strictyaml,
    "yamlium": _yamlium,
    "tree-sitter-yaml": _tree_sitter,
}


def speed(reader: str, file: str) -> None:
    """Print the least seconds that all texts take, -1 where one could not be read."""
    loads = READERS[reader]()
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
    loads = READERS[reader]()
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
