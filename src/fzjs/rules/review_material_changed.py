"""审核之后资料的文字改了，修订没有加一

**查什么**　审核时记下的资料文字（`文字`）和现在指标里的不一样，而 `修订` 还是原来的数。

**为什么**　代号没变、说法变了，审核通过的就未必还合要求；改的只是错别字，又不必重审。
这要由改的人说明：实质改动的，修订加一，已通过的自动变为待复核。
（附件1 一.7：“创建期间如遇国家和省创建指标体系调整，以调整后的创建指标体系为准”）

**错**

```yaml
- {代号: 2甲, 内容: 改过的说法, 种类: 情况说明}
```

**对**

```yaml
- {代号: 2甲, 内容: 改过的说法, 种类: 情况说明, 修订: 2}
```

**怎么改**　实质改动的，在指标里给这项资料写 `修订: 2`（再改写 3）；
只改了错别字的，请审核科室重审一次。
"""

from __future__ import annotations

from collections.abc import Iterator

from fzjs.assess import Assessment, Catalogue
from fzjs.diagnostic import Severity
from fzjs.repository.fingerprint import of_words
from fzjs.rules.base import Found, Scope

SEVERITY = Severity.WARNING
SCOPE = Scope.CAMPAIGN


def find(assessment: Assessment) -> Iterator[Found]:
    """Yield each review of a material whose words changed under the same 修订."""
    materials = assessment.catalogue.materials
    now = {key: of_words(material.text) for key, material in materials.items()}
    for review in assessment.repository.reviews.values():
        changed = [
            claim.material
            for claim in review.claims
            if claim.words
            and claim.material in materials
            and claim.revision == _revision(claim.material, assessment.catalogue)
            and claim.words != now[claim.material]
        ]
        for key in dict.fromkeys(changed):
            label = assessment.catalogue.label(key)
            place = materials[key].place
            hint = f"实质改动的，给 {label} 写上修订加一；只改错别字的，请重审一次"
            message = f"审核之后，{label}的文字改了，修订没有变"
            yield Found(review.place, message, hint, ((place, "现在的文字"),))


def _revision(key: str, catalogue: Catalogue) -> int:
    """Return the 修订 that a claim is made under: with 同, that of the other material."""
    return catalogue.materials[catalogue.material(key)].revision
