"""A template's front matter: the few things that hold for the whole document."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import yaml

from fzjs.render.model import Template, TemplateFault, nearest
from fzjs.render.values import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping

_VALUES = {"文书": None, "纸张": ("纵向", "横向")}
_FENCE = "---"
_SIZE = 500


class Front(NamedTuple):
    """What the front matter says, and how many lines it takes up."""

    kind: str = ""
    landscape: bool = False
    lines: int = 0


@lru_cache(maxsize=2)  # a run's documents have one template
def read(template: Template) -> Front:
    """Read `---` … `---` at the template's head; without it, all is as usual.

    Keys: 文书 (the document's kind, for people), 纸张 (纵向 unless said). Raises TemplateFault.
    """
    lines = template.text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return Front()
    for end, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            keys = _parsed(template, "\n".join(lines[1:end]))
            return Front(keys.get("文书", ""), keys.get("纸张") == "横向", end + 1)
    raise TemplateFault(template.name, 1, "开头的 --- 没有第二个 --- 来结束")


def _parsed(template: Template, text: str) -> Mapping[str, str]:
    if len(text) > _SIZE:
        raise TemplateFault(template.name, 2, f"开头的设置超过{_SIZE}字", "只写“键: 值”")
    try:
        data = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # BaseLoader makes only text
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise TemplateFault(template.name, line, "开头的设置不是有效的 YAML") from error
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        raise TemplateFault(template.name, 2, "开头的设置不是有效的 YAML") from error
    if not isinstance(data or {}, dict):
        raise TemplateFault(template.name, 2, "开头的设置应是“键: 值”")
    for key, value in (data or {}).items():
        _checked(template, str(key), value)
    return data or {}


def _checked(template: Template, key: str, value: object) -> None:
    line = next((n for n, text in enumerate(template.text.split("\n"), 1) if key in text), 2)
    if key not in _VALUES:
        raise TemplateFault(template.name, line, f"不认识设置“{key}”", nearest(key, _VALUES))
    allowed = _VALUES[key]
    if not isinstance(value, str) or (allowed and value not in allowed):
        words = f"只能是{'、'.join(allowed)}" if allowed else "应是文字"
        raise TemplateFault(template.name, line, f"“{key}”的值不对", words)
    if bad := FORBIDDEN.search(value):
        message = f"“{key}”里不能有字符 U+{ord(bad[0]):04X}"
        raise TemplateFault(template.name, line, message, "删去它")
