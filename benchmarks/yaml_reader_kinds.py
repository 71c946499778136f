"""How each surveyed YAML reader turns a text into data.

A part of yaml_reader_one.py. Each reader is imported only where it is the one asked for.
"""  # noqa: INP001  # a script's part, no package
# mypy: ignore-errors
# ruff: noqa: PLC0415  # see above

from __future__ import annotations

from collections.abc import Callable

import yaml

Loads = Callable[[str], object]


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
