"""Makes a campaign of any number of ledger entries, the same bytes for the same number.

Run `python benchmarks/entries.py FOLDER [entries]`. The plan is the shipped one. Each entry is a
variation of a shipped sample (示例), so that every kind shows what it owes: another 事由, paper,
hash, document number and page on the web, quotes of uneven length; about 1 kB, one file each.
Every tenth has a review that passed it; nearly two in a hundred have a finding, half of them a
slip of the sort people make. The folder, which must not be there yet, becomes a git repository
with one commit.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from measure import helped

from fzjs import models
from fzjs.assess import assess
from fzjs.assess.catalogue import Catalogue
from fzjs.assess.standing import reviewer_of
from fzjs.repository import fingerprint, load_sound
from fzjs.source import read
from fzjs.tree import Tree

ROOT = Path(__file__).resolve().parents[1]
ENTRIES = 10_000
SECONDS = 600
REVIEWED = 10
"""One entry in so many has a review."""
FAULTY = 97
"""One entry in so many has a fault."""
_OMITTED = re.compile(r"^(?:正文|涉密|更正|外单位|撤回理由|交件|状态: (?:草稿|撤回))", re.MULTILINE)
_MATTERS = (
    "行政规范性文件合法性审核",
    "重大行政决策公开征求意见",
    "行政执法案卷评查",
    "矛盾纠纷排查化解",
    "普法责任制落实",
    "政务公开",
    "行政复议应诉",
    "公共法律服务",
    "营商环境政策清理",
    "领导干部学法",
)
_SENTENCES = (
    "全年召开专题会议研究部署，逐项列明责任科室和完成时限",
    "对照方案逐条自查，发现的问题已督促整改",
    "台账和原件存局档案室，附件为扫描件，页码与目录一致",
    "相关信息已在单位网站主动公开，群众可以查询",
    "局党委听取汇报，要求各科室压实责任、按月调度",
    "邀请法律顾问和群众代表参加评议，意见逐条答复",
    "与有关部门会商，会签意见一并归档",
)
_AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (
        ("NAME", "示例"), ("EMAIL", "sample@example.invalid"), ("DATE", "2021-03-02T09:00:00+0800"),
    )
}  # fmt: skip


class Sample(NamedTuple):
    """A shipped entry: the office that owns it, its words."""

    office: str
    text: str


def samples() -> list[Sample]:
    """Return the shipped entries that say all that their kind owes."""
    found = sorted((ROOT / "evidence").glob("*/*.yaml"))
    texts = [(path.parent.name, path.read_text("utf-8")) for path in found]
    return [
        Sample(office, text)
        for office, text in texts
        if "\n对应:\n" in text and "\n附件:\n" in text and not _OMITTED.search(text)
    ]


def vary(sample: Sample, number: int) -> str:
    """Return the text of entry `number`, made of a sample; it depends on nothing else."""
    chance = random.Random(number)  # noqa: S311  # reproducible texts, no secret
    matter = chance.choice(_MATTERS)
    text = re.sub(
        r"^(事由: .*)$", rf"\1（{matter}，第{number}件）", sample.text, flags=re.MULTILINE
    )
    text = re.sub(r"^(标题: .*)$\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^件数: .*\n", "", text, flags=re.MULTILINE)
    text = text.replace("附件/", f"附件/{number:06}/")
    text = re.sub(r"(?<=〕)(\d+)(?=号)", rf"\g<1>{number:06}", text)
    text = re.sub(r"sha256: (\w+)", lambda found: f"sha256: {_hash(found[1], number)}", text)
    text = re.sub(r"^(- \{路径: .*?)(?:, 库外: 是)?\}$", r"\1, 库外: 是}", text, flags=re.MULTILINE)
    text = re.sub(r"(https://[^,]*/)(?=,)", rf"\g<1>{number}.html", text)
    return re.sub(
        r"^- \{资料: .*\}$", lambda line: _claim(line[0], matter, chance), text, flags=re.MULTILINE
    )


def _hash(old: str, number: int) -> str:
    return hashlib.sha256(f"{number}/{old}".encode()).hexdigest()


def _claim(line: str, matter: str, chance: random.Random) -> str:
    """Return a claim with a quote."""
    if "摘录:" in line:
        return line
    said = "；".join(chance.sample(_SENTENCES, k=chance.choice((1, 1, 2, 2, 3, 5))))
    return f"{line[:-1]}, 摘录: {matter}：{said}}}"


def spoil(text: str, number: int) -> str:
    """Return the text with one of the slips that people make."""
    slips = (
        ("状态: 已提交", "状态: 己提交"),
        ("种类: ", "种类："),
        ("落款日期: 20", "落款日期: 202"),
        ("资料: ", "资料: 第"),
        ("示例: 是\n", "示例: 是\n备注: 原件在档案室\n"),
    )
    before, after = slips[number // FAULTY % len(slips)]
    return text.replace(before, after, 1)


def review(text: str, office: str, catalogue: Catalogue) -> str:
    """Return a review that passes an office's entry, with the fingerprints the tool would write."""
    record, faults = models.parse(models.Evidence, read(text.encode(), "").data)
    if record is None:
        raise ValueError(faults)
    by = reviewer_of(office, catalogue)
    head = next(each.person for each in catalogue.campaign.offices if each.name == by)
    claims = []
    for claim in record.claims:
        material = catalogue.materials.get(catalogue.material(claim.material))
        revision = material.revision if material else 1
        words = f", 文字: {fingerprint.of_words(material.text)}" if material else ""
        claims.append(
            f"  - {{资料: {claim.material}, 年度: {claim.period}, 修订: {revision}, "
            f"指纹: {fingerprint.of_claim(claim, revision)}{words}}}\n"
        )
    return (
        f"示例: 是\n审核:\n- 日期: 2021-03-01\n  科室: {by}\n  审核人: {head}\n  结论: 通过\n"
        f"  指纹: {fingerprint.of_entry(record)}\n  对应:\n{''.join(claims)}"
    )


def files(entries: int) -> Iterator[tuple[str, str]]:
    """Yield path below the folder and text of each entry and review."""
    catalogue = _catalogue()
    shipped = samples()
    for number in range(entries):
        sample = shipped[number % len(shipped)]
        text = vary(sample, number)
        if number % FAULTY == FAULTY // 2:
            text = spoil(text, number)
        elif number % REVIEWED == 0:
            passed = review(text, sample.office, catalogue)
            yield f"evidence/审核/{_name(sample, number)}", passed
        yield f"evidence/{_name(sample, number)}", text


def _name(sample: Sample, number: int) -> str:
    return f"{sample.office}/{number:06}.yaml"


def _catalogue() -> Catalogue:
    repository, _ = load_sound(Tree(ROOT))
    day = repository.campaign.today
    assert day is not None  # noqa: S101  # the shipped campaign has one
    return assess(repository, day).catalogue


def make(folder: Path, entries: int) -> Path:
    """Write the campaign into a folder, which must not be there. Return the folder."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "indicators", folder / "indicators")
    shutil.copy(ROOT / "fzjs.yaml", folder)
    made: set[Path] = set()
    for name, text in files(entries):
        file = folder / name
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_text(text, "utf-8")
    _commit(folder)
    return folder


def _commit(folder: Path) -> None:
    environment: Mapping[str, str] = {**os.environ, **_AUTHOR}
    for words in (
        ("init", "--quiet", "--initial-branch=main"), ("add", "."),
        ("commit", "--quiet", "-m", "示例"),
    ):  # fmt: skip
        command = ("git", "-c", "gc.auto=0", "-C", str(folder), *words)
        subprocess.run(command, check=True, timeout=SECONDS, env=environment)  # noqa: S603  # git as it is


if __name__ == "__main__":
    helped(__doc__)
    if len(sys.argv) < 2 or Path(sys.argv[1]).exists():  # noqa: PLR2004  # the script and a folder
        sys.exit("name a folder that is not there yet")
    make(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else ENTRIES)
