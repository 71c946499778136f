"""问题针对的东西不存在

**查什么**　检查记录里，没有销号的问题的“条目”“资料”或“指标”找不到；写了几个的，个个都查；资料写了
年度的，年度也查。换版留下的 `旧体系…` 不查。

**为什么**　对不上，问题就挂不到材料上：材料照样算齐，问题没有人改。

**错**

```yaml
条目: 法制仲裁科/2020-合法性审查
```

**对**

```yaml
条目: 法制仲裁科/2020-合法性审核
```

**怎么改**　条目写“科室/文件名”（不带 .yaml），资料写 31-2甲 或 31-2甲/2020，指标写 31。条目改名用
`fzjs mv`，这里会跟着改；指标换版删去了的，改写成接替它的一项，没有接替的验收销号。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import fold_reference, is_former
from fzjs.models.followup import Problem
from fzjs.nearest import nearest
from fzjs.repository import Role
from fzjs.repository.layout import nfc
from fzjs.rules.base import Found, Scope
from fzjs.rules.campaign_unknown_subject import wrong
from fzjs.rules.reviewers import entry_names

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN

_GONE = {
    "条目": "；条目已删去的，改写成现在的条目",
    "资料": "；方案里已没有的，改写成接替它的一件，或验收销号",
    "指标": "；方案里已没有的，改写成接替它的一项，或验收销号",
}
_FORMS = {
    "条目": "写成 科室/文件名，不带 .yaml",
    "资料": "写成 31-2甲 或 31-2甲/2020",
    "指标": "写成 31",
}


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each entry, material or indicator of a problem that is not there."""
    if not assessment.repository.problems:
        return
    catalogue = assessment.catalogue
    known = {
        "条目": dict.fromkeys(assessment.once(entry_names)),
        "资料": dict.fromkeys((*catalogue.materials, *catalogue.claimable)),
        "指标": dict.fromkeys(catalogue.rows),
    }
    closed = {each.problem.place for each in assessment.followed if not each.is_open}
    for document in assessment.repository.documents:
        if document.role is not Role.INSPECTION or not document.is_whole:
            continue
        for i, problem in enumerate(document.record.problems):
            if document.source.locate(("问题", i)) in closed:
                continue  # what is settled may be about what has gone since
            for key, subject in _subjects(problem):
                place = document.source.locate(("问题", i, key))
                if subject not in known[key] and not is_former(subject):
                    guess = nearest(subject, known[key])
                    hint = f"是不是“{catalogue.label(guess)}”？" if guess else _FORMS[key]
                    yield Found(place, f"问题针对的{key}“{subject}”不存在", hint + _GONE[key])
            fault = _period(problem, assessment)
            if fault:
                yield Found(document.source.locate(("问题", i, "资料")), *fault)


def _period(problem: Problem, assessment: Assessment) -> tuple[str, str] | None:
    """Return what is wrong with the period behind a material that is there."""
    reference = fold_reference(problem.material or "")
    head, _, period = reference.partition("/")
    if not period or not assessment.catalogue.owes(head):
        return None
    fault = wrong(reference, assessment)
    return (f"资料“{problem.material}”：{fault[0]}", fault[1]) if fault else None


def _subjects(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield what a problem is about, by its key; a year behind a material or indicator is cut."""
    if problem.entry:
        yield "条目", nfc(problem.entry)
    if problem.material:
        yield "资料", fold_reference(problem.material).partition("/")[0]
    if problem.indicator:
        yield "指标", fold_reference(problem.indicator).partition("/")[0]
