"""审核的条目不存在

**查什么**　`evidence/审核/` 里的文件，没有对应的条目。整个文件夹都没有条目的，一个文件夹报一次。

**为什么**　审核文件与条目同名、同科室才对得上；条目改了名，审核也要跟着改，否则等于没有审核。

**错**

```text
evidence/审核/法制仲裁科/2020-合法性审查.yaml
```

**对**

```text
evidence/审核/法制仲裁科/2020-合法性审核.yaml
```

**怎么改**　把审核文件（或它的文件夹）改成条目的名字；条目已经删去的，审核文件一并删去。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fzjs.assess import Assessment
from fzjs.diagnostic import Severity
from fzjs.facts import Review
from fzjs.nearest import nearest
from fzjs.rules.base import Found, Scope
from fzjs.rules.reviewers import entry_names

SEVERITY = Severity.ERROR
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review of an entry that is not there (one that is unreadable is there)."""
    entries, reviewed = assessment.repository.entries, assessment.repository.reviews
    unread = [review for review in reviewed.values() if review.entry not in entries]
    if not unread:
        return
    names = assessment.once(entry_names)
    known = frozenset(names)
    offices = {name.split("/")[0] for name in names}
    lost: dict[str, list[Review]] = {}
    for review in unread:
        if review.entry not in known:
            folder = review.entry.split("/")[0]
            alone = folder in offices
            lost.setdefault(review.entry if alone else folder, []).append(review)
    free = [name for name in names if name not in reviewed]
    for name, reviews in lost.items():
        if len(reviews) > 1:
            yield _folder(name, reviews, known)
        else:
            guess = nearest(reviews[0].entry, free)
            hint = f"是不是“{guess}”？改审核文件的名字；" if guess else ""
            hint += "条目已删去的，审核文件一并删去"
            yield Found(reviews[0].place, f"没有“{reviews[0].entry}”这个条目", hint)


def _folder(folder: str, reviews: list[Review], known: frozenset[str]) -> Found:
    """Say once of a whole folder that no office's entries answer to it: it was renamed."""
    tails = [review.entry.partition("/")[2] for review in reviews]
    new = Counter(
        office
        for office in {name.split("/")[0] for name in known}
        for tail in tails
        if f"{office}/{tail}" in known
    )
    message = f"审核/{folder} 里有{len(reviews)}个审核，没有一个有条目"
    hint = f"条目文件夹改了名的，审核/{folder} 也跟着改；条目已删去的，审核文件一并删去"
    if new:
        hint = f"条目在“{new.most_common(1)[0][0]}”里：审核/{folder} 也改成这个名字"
    return Found(reviews[0].place, message, hint)
