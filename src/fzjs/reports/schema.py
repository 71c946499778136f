"""`fzjs schema`: the format as JSON Schema, from the same models that check it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from fzjs import models
from fzjs.diagnostic import FzjsError
from fzjs.nearest import nearest
from fzjs.reports.tables import schema_of_all

NAMES = {
    "fzjs": "fzjs.yaml",
    "indicators": "indicators/*.yaml",
    "evidence": "evidence/科室/*.yaml",
    "review": "evidence/审核/科室/*.yaml",
    "inspection": "evidence/督导/*.yaml",
    "rectification": "evidence/科室/整改/*.yaml",
    "ledger": "evidence/科室/台账/*.yaml",
    "application": "evidence/科室/申请/*.yaml",
    "reminder": "evidence/催办/*.yaml",
    "agenda": "evidence/日程/*.yaml、evidence/科室/日程/*.yaml",
    "declaration": "evidence/申报/*.yaml",
    "migration": "换版.yaml",
}

EXPORT = "export"
PRINTED = {EXPORT: "fzjs export --jsonl 写出的文件"}
"""What the program writes for others, and no editor needs."""

_MODELS: dict[str, type[BaseModel]] = {
    "fzjs": models.Campaign,
    "indicators": models.IndicatorFile,
    "evidence": models.Evidence,
    "review": models.ReviewFile,
    "inspection": models.Inspection,
    "rectification": models.Rectification,
    "ledger": models.Ledger,
    "application": models.Application,
    "reminder": models.Reminder,
    "agenda": models.Agenda,
    "declaration": models.Declaration,
    "migration": models.Migration,
}


def build(name: str) -> dict[str, Any]:
    """Return the JSON Schema of one kind of file. Raises FzjsError for an unknown name."""
    known = (*_MODELS, *PRINTED)
    if name not in known:
        guess = nearest(name, known)
        hint = f"是不是“{guess}”？" if guess else ""
        raise FzjsError(f"没有“{name}”这种文件。{hint}可以写：{'、'.join(known)}")
    from fzjs.reports.draft07 import DIALECT, schema_of  # noqa: PLC0415  # slow to import

    if name == EXPORT:
        return schema_of_all(DIALECT)
    made = schema_of(_MODELS[name])
    title = f"{made.pop('title')}（{NAMES[name]}）"
    return {"$schema": DIALECT, "title": title, **made}


def text(name: str) -> str:
    """Return the schema as the file that is shipped in `schema/`."""
    return json.dumps(build(name), ensure_ascii=False, indent=2) + "\n"
