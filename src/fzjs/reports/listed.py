"""Which list says how many pieces of a material are owed (逐件, `按`)."""

from __future__ import annotations

from fzjs.assess import Assessment


def listed(assessment: Assessment, key: str) -> dict[str, str | int | None]:
    """Return {按, 清单件数} of a material: "" and None where no list counts it.

    清单件数 is the sum over all entries of the list that count; None until one says 件数.
    """
    catalogue = assessment.catalogue
    material = catalogue.materials.get(key)
    if material is None or not material.listed_in:
        return {"按": "", "清单件数": None}
    source = catalogue.material(material.listed_in)
    return {"按": catalogue.label(source), "清单件数": assessment.pieces.get(source)}
