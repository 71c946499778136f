"""The data as submitted beside today's: read from its commit, nothing is checked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from fzjs.assess import Assessment, assess
from fzjs.diagnostic import FzjsError
from fzjs.facts import Date
from fzjs.facts.declare import Step
from fzjs.reports.wording import tally
from fzjs.repository import Document, Loaded, Role, load
from fzjs.tree import Commit, is_commit

_GROUPS = ("条目", "审核", "设置和指标", "其他")
_ASIDE = frozenset({Role.DECLARATION, Role.REMINDER, Role.STRAY})
"""What is not part of what is submitted."""


class Past(NamedTuple):
    """A step's frozen data, read; `why` says why it could not be, "" where it could."""

    loaded: Loaded | None
    why: str = ""


def read(assessment: Assessment, step: Step) -> Past:
    """Read the data that a step froze."""
    root = assessment.repository.tree.root
    if not is_commit(root, step.commit):
        return Past(None, "git 里找不到这个提交")
    try:
        loaded = load(Commit(root, step.commit))
    except FzjsError as error:
        return Past(None, str(error))
    return Past(loaded, "" if loaded.repository else "那时的 fzjs.yaml 或指标读不了")


def differs(assessment: Assessment, past: Past) -> dict[str, int]:
    """Count the files that say something else today, by what they are; 基准日 does not count."""
    counts = dict.fromkeys(_GROUPS, 0)
    if past.loaded:
        then, now = _said(past.loaded.documents), _said(assessment.repository.documents)
        for file in {*then, *now}:
            was, is_now = then.get(file), now.get(file)
            if (was and was[1]) != (is_now and is_now[1]):
                counts[(is_now or was or ("其他",))[0]] += 1
    return counts


def _said(documents: tuple[Document, ...]) -> Mapping[str, tuple[str, Any]]:
    return {
        document.file: (_group(document), _plain(document))
        for document in documents
        if document.role not in _ASIDE
    }


def _group(document: Document) -> str:
    if document.role is None:
        return "设置和指标"
    return str(document.role) if document.role in {Role.ENTRY, Role.REVIEW} else "其他"


def _plain(document: Document) -> object:
    data = document.source.data
    if document.role is None and isinstance(data, dict):
        return {key: value for key, value in data.items() if key != "基准日"}
    return data


def build(assessment: Assessment, step: Step) -> dict[str, Any]:
    """Return the counts of 应报件 then, on the day of the step, and now, and what changed since."""
    past = read(assessment, step)
    changed = differs(assessment, past)
    return {
        "步骤": step.name,
        "提交": step.commit,
        "读不了": past.why,
        "当时": _then(past, step.date),
        "现在": tally(assessment, assessment.met),
        "改动": changed,
        "有改动": any(changed.values()),
    }


def _then(past: Past, day: Date) -> dict[str, int]:
    repository = past.loaded.repository if past.loaded else None
    if repository is None:
        return {}
    found = assess(repository, repository.campaign.today or day)
    return tally(found, found.met)
