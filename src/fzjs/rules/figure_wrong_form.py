"""数据的写法不合量化要求

**查什么**　率没有写分子、分母，次数、人数没有写“数”，时限没有写起、止；或者率的分子比分母大。

**为什么**　率要看得出是几件里的几件，只写 100 没法核对；时限要按节假日表一件一件算。写法不合的
不算，那一年是“未评”。

**错**

```yaml
数据: [{项目: 合法性审核率, 年度: 2020, 数: 100}]
```

**对**

```yaml
数据: [{项目: 合法性审核率, 年度: 2020, 分子: 12, 分母: 12}]
```

**怎么改**　照量化要求改写：`≥100%` 写 分子、分母，`≥4次/年` 写 数，`≤7工作日` 一件一条写 起、止。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.measure import COUNT, RATIO, SPAN, form_of, parse
from fzjs.diagnostic import Severity
from fzjs.facts import Entry, Figure
from fzjs.rules.base import Found, Scope
from fzjs.rules.figured import Question, asked

SEVERITY = Severity.WARNING
SCOPE = Scope.ENTRY


def find(entry: Entry, catalogue: Catalogue) -> Iterable[Found]:
    """Yield a figure that answers a 量化要求 in a form that cannot be held against it."""
    if not entry.figures or entry.state == "撤回":
        return ()
    questions = asked(entry, catalogue)
    return [f for each in entry.figures for f in _check(each, questions.get(each.item, ()))]


def _check(figure: Figure, questions: tuple[Question, ...]) -> Iterator[Found]:
    measures = [(each.target.demand, parse(each.target.demand)) for each in questions]
    forms = {measure.form: demand for demand, measure in measures if measure}
    form = form_of(figure)
    unjudged = any(measure is None for _, measure in measures)
    if forms and form not in forms and not unjudged:
        wanted, demand = next(iter(forms.items()))
        message = f"“{figure.item}”的要求是 {demand}，数据要写 {wanted}，这里写的是 {form}"
        yield Found(figure.place, message, f"写成 {_example(figure, wanted)}")
    elif form == RATIO and (figure.numerator or 0) > (figure.denominator or 0):
        message = f"“{figure.item}”分子 {figure.numerator} 比分母 {figure.denominator} 大"
        hint = "分子是做到的件数，分母是一共的件数；写反了的对调，写错了的改正"
        yield Found(figure.place, message, hint)


def _example(figure: Figure, form: str) -> str:
    year = figure.year or (figure.days[0].year if figure.days else "2020")
    if form == SPAN:
        return f"{{项目: {figure.item}, 起: {year}-03-02, 止: {year}-03-10}}，一件一条"
    value = {RATIO: "分子: …, 分母: …", COUNT: "数: …"}[form]
    return f"{{项目: {figure.item}, 年度: {year}, {value}}}"
