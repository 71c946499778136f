"""Draft `evidence/` of the sample campaign from the tables in `tools/sample/`.

`python tools/draft_sample.py [ROOT]` writes ROOT's `evidence/` anew, the same bytes each time. What
it wrote was read and committed; from then on `evidence/` is the truth, and this only shows how it
came about. Fingerprints and the state of every ledger line are computed by fzjs itself.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from sample_entry import Paper, Save, expand, paper
from sample_ledger import ledgers
from sample_pdf import Page, pdf
from sample_yaml import REVIEW, dump, flow

from fzjs.assess import catalogue
from fzjs.facts import fold_reference
from fzjs.models import Evidence, parse
from fzjs.repository import Repository, fingerprint, load_sound
from fzjs.tree import Tree

HERE = Path(__file__).resolve().parent
TABLES = HERE / "sample"
OTHER = "其他"
REVIEWER = ("规范性文件管理科", "张某丙")
SUBSTITUTE = ("法制仲裁科", "王某戊")
REVIEW_DAYS = ("2021-02-08", "2021-02-09", "2021-02-22", "2021-02-23", "2021-02-24", "2021-02-25")
LATE_DAYS = ("2021-02-26", "2021-03-01")

Row = dict[str, Any]


def read_yaml(path: Path) -> Any:  # noqa: ANN401  # a file's data, whatever it holds
    """Return a file's data with every scalar as text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # text only


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    part.replace(path)


def tables() -> Iterator[tuple[str, Row]]:
    """Yield each office and the rows of its table, those by year spread out."""
    for path in sorted(TABLES.glob("*.yaml")):
        if path.stem != OTHER:
            for row in read_yaml(path):
                yield from ((path.stem, one) for one in expand(row))


def write_entries(root: Path) -> dict[str, tuple[Row, Paper]]:
    """Write every entry with its attachment; return the papers by entry id."""
    made: dict[str, tuple[Row, Paper]] = {}
    for office, row in tables():
        name = f"{office}/{row['名']}"
        if name in made:
            raise SystemExit(f"{name} 出现两次")
        found = paper(row, _attach(root, office, row))
        write(root / f"evidence/{name}.yaml", dump(found.entry).encode("utf-8"))
        made[name] = (row, found)
    return made


def _attach(root: Path, office: str, row: Row) -> Save:
    def save(title: str, pages: list[Page]) -> tuple[str, str]:
        content = pdf(title, pages)
        path = f"附件/{row['名']}.pdf"
        write(root / "evidence" / office / path, content)
        return path, hashlib.sha256(content).hexdigest()

    return save


def write_reviews(root: Path, made: dict[str, tuple[Row, Paper]]) -> None:
    """Write a review beside each entry that its row does not keep back (审: 无)."""
    repository, _ = load_sound(Tree(root))
    records = {
        document.file.removeprefix("evidence/").removesuffix(".yaml"): document.record
        for document in repository.documents
    }
    for name, (row, found) in made.items():
        if row.get("审") != "无" and found.entry["状态"] == "已提交" and "外待" not in row:
            text = _review(name, row, found, records[name], repository)
            write(root / f"evidence/审核/{name}.yaml", text.encode("utf-8"))


def _review(name: str, row: Row, found: Paper, record: Evidence, repository: Repository) -> str:
    said = row.get("审") or {}
    office, person = SUBSTITUTE if name.startswith(REVIEWER[0]) else REVIEWER
    earlier = said.get("原")
    if earlier:
        before, faults = parse(Evidence, {**found.entry, **earlier})
        if before is None:
            raise SystemExit(f"{name}: {faults}")
        record = before
    lines = [
        "示例: 是",
        "审核:",
        f"- 日期: {said.get('日期') or _day(name, row, found)}",
        f"  科室: {office}",
        f"  审核人: {person}",
        f"  结论: {'退回' if '理由' in said else '通过'}",
    ]
    if "理由" in said:
        lines.append(f"  理由: [{', '.join(flow(reason) for reason in said['理由'])}]")
    lines += [f"  指纹: {fingerprint.of_entry(record)}", "  对应:"]
    lines += _reviewed(record, set(said.get("未及", ())), repository)
    return REVIEW + "\n".join(lines) + "\n"


def _reviewed(record: Evidence, left: set[str], repository: Repository) -> Iterator[str]:
    known = catalogue.build(repository.campaign, repository.indicators)
    for claim in record.claims:
        if claim.material in left:
            continue
        material = known.materials.get(fold_reference(claim.material))
        revision = material.revision if material else 1
        done = {
            "资料": claim.material,
            "年度": claim.period,
            "修订": str(revision),
            "指纹": fingerprint.of_claim(claim, revision),
        }
        if material:
            done["文字"] = fingerprint.of_words(material.text)
        yield f"  - {flow(done)}"


def _day(name: str, row: Row, found: Paper) -> str:
    """Return a day of review after the paper's own, spread so that it looks like work."""
    seen = [
        item.get("检索日期") or item.get("日期") or ""
        for key in ("公开", "网络检索", "查证")
        for item in found.entry.get(key, ())
    ]
    dated = max([found.entry.get("落款日期", ""), *seen])
    days = [day for day in REVIEW_DAYS if day > dated] or list(LATE_DAYS)
    return days[zlib.crc32((name + row["名"]).encode("utf-8")) % len(days)]


def write_other(root: Path) -> None:
    """Write inspections, rectifications, applications and reminders as the table has them."""
    for file, text in read_yaml(TABLES / f"{OTHER}.yaml").items():
        write(root / "evidence" / file, text.encode("utf-8"))


def write_ledgers(root: Path, left_out: Iterable[str]) -> None:
    """Write the two months' 工作台账 from what the assessment says."""
    repository, _ = load_sound(Tree(root))
    for file, text in ledgers(repository, frozenset(left_out)):
        write(root / "evidence" / file, text.encode("utf-8"))


def main(root: Path) -> None:
    """Write everything, in the order in which one part needs another."""
    shutil.rmtree(root / "evidence", ignore_errors=True)
    made = write_entries(root)
    write_other(root)
    write_reviews(root, made)
    write_ledgers(root, ("法制仲裁科", "律师公证管理科"))
    print(f"条目 {len(made)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent)
