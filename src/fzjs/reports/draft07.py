"""pydantic's JSON Schema in the form that editors understand best: draft-07, no `null`.

Apart from `schema.py` because pydantic's generator is slow to import, and only `fzjs schema`
needs it.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DIALECT = "http://json-schema.org/draft-07/schema#"
_PLACE = "#/definitions/{model}"


class _Generator(GenerateJsonSchema):
    """An optional key may be left out but never be empty; titles only where the models give one."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        if isinstance(default, str) or type(default) is int:
            return {**inner, "default": default}
        return inner

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002  # pydantic's
        return False


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return a record's JSON Schema, draft-07, Chinese keys."""
    made = model.model_json_schema(
        by_alias=True, ref_template=_PLACE, schema_generator=_Generator, mode="validation"
    )
    definitions = made.pop("$defs", {})
    found: dict[str, Any] = _wrap(made)
    return found | ({"definitions": _wrap(definitions)} if definitions else {})


def _wrap(value: Any) -> Any:  # noqa: ANN401  # any JSON value
    """Draft-07 ignores what stands beside `$ref`: put the reference into an `allOf`."""
    if isinstance(value, list):
        return [_wrap(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _wrap(item) for key, item in value.items()}
    if "$ref" in inner and len(inner) > 1:
        return {"allOf": [{"$ref": inner.pop("$ref")}], **inner}
    return inner
