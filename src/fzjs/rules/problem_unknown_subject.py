"""问题针对的东西不存在

**查什么**　检查记录里，问题的“条目”“资料”或“指标”找不到；写了几个的，个个都查。
换版留下的 `旧体系…` 不查。

**为什么**　对不上，问题就挂不到材料上：材料照样算齐，问题没有人改。

**错**

```yaml
条目: 法制仲裁科/2020-合法性审查
```

**对**

```yaml
条目: 法制仲裁科/2020-合法性审核
```

**怎么改**　条目写“科室/文件名”（不带 .yaml），资料写 31-2甲，指标写 31。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import fold_reference, is_former
from fzjs.models import Inspection
from fzjs.models.followup import Problem
from fzjs.nearest import nearest
from fzjs.repository.layout import nfc
from fzjs.rules.base import Found, Scope
from fzjs.rules.reviewers import entry_names

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN

_FORMS = {"条目": "写成 科室/文件名，不带 .yaml", "资料": "写成 31-2甲", "指标": "写成 31"}


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each entry, material or indicator of a problem that is not there."""
    catalogue = assessment.catalogue
    known = {
        "条目": entry_names(assessment),
        "资料": (*catalogue.materials, *catalogue.claimable),
        "指标": tuple(catalogue.rows),
    }
    for document in assessment.repository.documents:
        problems = document.record.problems if isinstance(document.record, Inspection) else ()
        for i, problem in enumerate(problems):
            for key, subject in _subjects(problem):
                if subject not in known[key] and not is_former(subject):
                    guess = nearest(subject, known[key])
                    hint = f"是不是“{catalogue.label(guess)}”？" if guess else _FORMS[key]
                    hint += "；条目已删去的，改写成现在的条目" if key == "条目" else ""
                    place = document.source.locate(("问题", i, key))
                    yield Found(place, f"问题针对的{key}“{subject}”不存在", hint)


def _subjects(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield what a problem is about, by its key; a year behind a material or indicator is cut."""
    if problem.entry:
        yield "条目", nfc(problem.entry)
    if problem.material:
        yield "资料", fold_reference(problem.material).partition("/")[0]
    if problem.indicator:
        yield "指标", fold_reference(problem.indicator).partition("/")[0]
