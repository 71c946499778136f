"""pydantic's errors as findings that a clerk can act on: which key, what is wrong, what to type."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from pydantic import BaseModel, BeforeValidator, RootModel, ValidationError, WithJsonSchema

from fzjs.diagnostic import KeyPath
from fzjs.models import mend
from fzjs.models.base import Blank, shown
from fzjs.nearest import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)


class SchemaFault(NamedTuple):
    """A place that breaks the format; `on_key` when the key itself is the fault."""

    rule: str
    keys: KeyPath
    message: str
    hint: str
    on_key: bool = False

    def in_braces(self, *, empty: bool) -> str:
        """Return the hint for a record in `{…}`, where there is no line to add."""
        lead = "" if empty else ", "
        return self.hint.replace("加上一行：", f"在“}}”前面加上：{lead}")


def parse(model: type[Model], data: object) -> tuple[Model | None, list[SchemaFault]]:
    """Read plain data into a record, or return every fault of it at once."""
    if data is None:
        return None, []
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_explain(model, detail) for detail in details if not _echo(detail, details)]


def _echo(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether a list only looks empty because the items in it have faults of their own."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _explain(model: type[BaseModel], detail: ErrorDetails) -> SchemaFault:
    kind, keys = detail["type"], tuple(detail["loc"])
    key = str(keys[-1]) if keys else ""
    if isinstance(detail["input"], Blank) and kind != "missing":
        return _blank(key, keys, kind)
    if kind == "missing":
        hint = f"加上一行：{key}: {_wanted(model, keys)}"
        return SchemaFault("schema-missing-key", keys[:-1], f"缺少“{key}”", hint)
    if kind == "extra_forbidden":
        return _unknown(key, keys, _known_keys(model, keys[:-1]))
    if kind == "literal_error":
        return _not_allowed(detail, keys)
    if kind == "fzjs":
        return _own(detail, key, keys)
    return _shape(detail, keys, _annotation(model, keys))


def _blank(key: str, keys: KeyPath, kind: str) -> SchemaFault:
    if key == "事由":
        # The record marks an absent 事由 as blank; whoever reads this sees one message for both.
        return SchemaFault(
            "schema-missing-key", keys, "缺少“事由”", "加上一行：事由: 年度和所办的事"
        )
    hint = f"在“{key}:”后面写上内容；没有就把这一行删去"
    rule = "schema-wrong-shape" if kind.endswith("_type") else "schema-wrong-value"
    return SchemaFault(rule, keys, f"“{key}”后面是空的", hint, on_key=True)


def _unknown(key: str, keys: KeyPath, known: list[str]) -> SchemaFault:
    guess = nearest(key, known)
    hint = f"是不是“{guess}”？" if guess else "这里可以写：" + "、".join(known)
    return SchemaFault("schema-unknown-key", keys, f"不认识“{key}”这个键", hint, on_key=True)


def _not_allowed(detail: ErrorDetails, keys: KeyPath) -> SchemaFault:
    choices = re.findall("'([^']*)'", detail.get("ctx", {}).get("expected", ""))
    typed = shown(detail["input"])
    guess = nearest(typed, choices)
    hint = (f"是不是“{guess}”？" if guess else "") + "可以写：" + "、".join(choices)
    key = next((step for step in reversed(keys) if isinstance(step, str)), "")
    named = f"{key}：" if key else ""
    return SchemaFault("schema-wrong-value", keys, f"{named}不能写“{typed}”", hint)


def _own(detail: ErrorDetails, key: str, keys: KeyPath) -> SchemaFault:
    """A fault that one of our own types found, under the name of its key."""
    context = detail.get("ctx", {})
    message = str(context.get("message", ""))
    own_key = isinstance(keys[-1] if keys else 0, str) and key not in message
    named = f"{key}：" if own_key else ""
    return SchemaFault("schema-wrong-value", keys, named + message, str(context.get("hint", "")))


_SHAPES: Mapping[str, str] = {
    "tuple_type": "这里应是列表",
    "model_type": "这里应是“键: 值”",
    "model_attributes_type": "这里应是“键: 值”",
    "too_short": "这里的列表不能是空的",
}


def _shape(detail: ErrorDetails, keys: KeyPath, annotation: Any) -> SchemaFault:  # noqa: ANN401  # typing's own forms
    kind, typed = detail["type"], detail["input"]
    message = _SHAPES.get(kind, str(detail["msg"]))
    if kind in {"tuple_type", "model_type"}:
        message += "，却是空的" if typed is None else f"，却写成了{_form(typed)}"
    where = f"“{keys[-1]}”：" if isinstance(keys[-1] if keys else 0, str) else ""
    hint = ""
    if kind == "tuple_type":
        hint = _list_hint(typed, annotation)
    elif kind.startswith("model"):
        hint = _record_hint(typed, annotation)
    elif kind == "too_short":
        hint = "至少写一项"
    return SchemaFault("schema-wrong-shape", keys, where + message, hint)


def _list_hint(typed: object, annotation: Any) -> str:  # noqa: ANN401  # typing's own forms
    """Say how to write a list of records or of names in place of what was typed."""
    record = next(_records(annotation), None)
    if record and isinstance(typed, dict) and typed:
        first = next(iter(typed))
        return (
            f"另起一行写成“- {mend.flow(typed)}”；已分行写的，在“{first}”前加“- ”，"
            "它下面的键再缩进两格"
        )
    if record and not _widened(annotation):
        fields = record.model_fields.values()
        keys = [str(f.alias) for f in fields if f.is_required()] or [str(f.alias) for f in fields]
        return f"另起一行写成“- {mend.flow(dict.fromkeys(keys[:3]))}”，一条一行"
    names = mend.names(typed) if isinstance(typed, str) else ""
    if not names:
        return "写成 [甲, 乙]，或每项一行、以“- ”开头"
    return f"写成 {names}" + (f'；若本是一个名称，写成 ["{typed}"]' if ", " in names else "")


def _widened(annotation: Any) -> bool:  # noqa: ANN401  # typing's own forms
    """Tell whether a list of records takes names too (`models.base.one_as`)."""
    return any(
        isinstance(note, BeforeValidator)
        for inner in get_args(annotation)
        for note in getattr(inner, "__metadata__", ())
    )


def _record_hint(typed: object, annotation: Any) -> str:  # noqa: ANN401  # typing's own forms
    if typed is None:
        return "写上内容；没有写完就停了的，补完；多出来的，把这一行删去"
    meant = mend.record(typed) if isinstance(typed, str) else ""
    if meant:
        return f"括号、冒号、逗号都用半角，写成“{meant}”"
    shape = _record_shape(annotation) or "{键: 值}"
    return f"每个键一行，写成“键: 值”；或写在花括号里 {shape}"


_FORMS: Mapping[str, str] = {
    "日期": "2021-03-12",
    "年度": "2020",
    "年份": "2020",
    "起止年份": "2016-2021",
    "整数": "12",
    "数": "96.5",
    "比例": "80%",
}
"""A value in the form that a type of `models.base` asks for, by the title of its schema."""
_FEW = 4


def _wanted(model: type[BaseModel], keys: KeyPath) -> str:
    """Return what may stand behind a key that is missing: a value of its set, or the form."""
    annotation = _annotation(model, keys)
    if get_origin(annotation) is Literal:
        first, *others = map(str, get_args(annotation))
        more = "、".join(others[:_FEW]) + (" 等" if len(others) > _FEW else "")
        return f"{first}（照实写；还可以写 {more}）" if more else first
    if annotation is bool:
        return "是（或 否）"
    form = _FORMS.get(_title(model, keys))
    if form:
        return f"…（写成 {form} 的样子）"
    record = next(_records(annotation), None)
    if record and get_origin(annotation) is tuple:
        return f"[{_record_shape(record) or '…'}]"
    return _record_shape(annotation) or ("[…]" if get_origin(annotation) is tuple else "…")


def _title(model: type[BaseModel], keys: KeyPath) -> str:
    """Return the title in the schema of a key's type, "" where it has none of its own."""
    record = next(_records(_annotation(model, keys[:-1])), None)
    fields = record.model_fields.values() if record else ()
    found = next((f.metadata for f in fields if f.alias == keys[-1]), [])
    schemas = (each.json_schema for each in found if isinstance(each, WithJsonSchema))
    return next((str(schema.get("title", "")) for schema in schemas if schema), "")


def _record_shape(annotation: Any) -> str:  # noqa: ANN401  # typing's own forms
    """Return `{人: …, 日期: …}` for one record that must have these keys, else ""."""
    if not isinstance(annotation, type) or not issubclass(annotation, BaseModel):
        return ""
    needed = [str(f.alias) for f in annotation.model_fields.values() if f.is_required()]
    return mend.flow(dict.fromkeys(needed)) if needed else ""


def _form(value: object) -> str:
    if isinstance(value, list):
        return "列表"
    return "“键: 值”" if isinstance(value, dict) else f"文字“{shown(value)}”"


def _known_keys(model: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the keys that may stand at a place."""
    found = next(_records(_annotation(model, path)), None)
    return [str(f.alias) for f in found.model_fields.values()] if found else []


def _annotation(model: type[BaseModel], path: KeyPath) -> Any:  # noqa: ANN401  # typing's own forms
    """Return the type of a place, found by walking the models' annotations."""
    annotation: Any = model
    for step in path:
        annotation = next(
            (inner for inner in _records(annotation) if not isinstance(step, int)), annotation
        )
        if isinstance(step, str) and isinstance(annotation, type):
            fields = getattr(annotation, "model_fields", {}).values()
            annotation = next((f.annotation for f in fields if f.alias == step), annotation)
    return annotation


def _records(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401  # typing's own forms
    """Yield the record classes inside an annotation such as `tuple[Annotated[Office, …], ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        yield from _records(annotation.model_fields["root"].annotation)
    elif isinstance(annotation, type) and not get_origin(annotation):
        if issubclass(annotation, BaseModel):
            yield annotation
    elif get_origin(annotation) in {Annotated, Union, types.UnionType, tuple}:
        for inner in get_args(annotation):
            yield from _records(inner)
