"""Makes a campaign of any number of ledger entries, the same for the same number.

Run `python benchmarks/entries.py FOLDER [entries]`. The indicators are the shipped ones, the
entries are made up (示例), about 1 kB each, one file each; a git repository with one commit.
"""  # noqa: INP001  # a script, no package

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
import sys
from pathlib import Path

from fzjs.assess import assess
from fzjs.repository import load_sound
from fzjs.tree import Tree

ROOT = Path(__file__).resolve().parents[1]
ENTRIES = 10_000
SECONDS = 600
_MATTERS = (
    "行政规范性文件合法性审核 重大行政决策公开征求意见 行政执法案卷评查 矛盾纠纷排查化解 "
    "普法责任制落实 政务公开 行政复议应诉 公共法律服务 营商环境政策清理 领导干部学法"
).split()
_WORDS = (
    "全年召开专题会议研究部署，逐项列明责任科室和完成时限；对照方案逐条自查，发现的问题已督促整改；"
    "台账和原件存局档案室，附件为扫描件，页码与目录一致；相关信息已在单位网站主动公开。"
)


def make(folder: Path, entries: int) -> Path:
    """Write the campaign into a folder, which must not be there. Return the folder."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "indicators", folder / "indicators")
    shutil.copy(ROOT / "fzjs.yaml", folder)
    (folder / "evidence").mkdir()
    repository, _ = load_sound(Tree(folder))
    day = repository.campaign.today
    assert day is not None  # noqa: S101  # the shipped campaign has one
    met = [each for each in assess(repository, day).met if not each.due.excused]
    chance = random.Random(20210302)  # noqa: S311  # reproducible rows, no secret
    for number in range(entries):
        due = met[number % len(met)].due
        office = due.owners[number % len(due.owners)]
        matter = f"{chance.choice(_MATTERS)}（{number}）"
        claims = "".join(
            f"- {{资料: {each.label.rpartition('/')[0]}, 年度: {each.span.label}, 页: {page}, "
            f"摘录: {chance.choice(_MATTERS)}：{_WORDS}}}\n"
            for page, each in enumerate((due,), 1)
        )
        path = f"附件/{number}.pdf"
        text = (
            f"事由: {matter}\n种类: {due.kind}\n对应:\n{claims}"
            f"落款日期: 2021-02-{1 + number % 26:02}\n盖章: 是\n附件:\n"
            f"- {{路径: {path}, sha256: {hashlib.sha256(path.encode()).hexdigest()}, 页数: 2, "
            f"字数: {300 + number % 200}, 库外: 是}}\n"
            f"公开:\n- {{网址: https://sfj.shili.example/{number}, 检索日期: 2021-02-15, "
            f"名称: {matter}, 类别: 公告公示, 发布日期: 2021-01-0{1 + number % 9}}}\n"
            f"状态: 已提交\n示例: 是\n"
        )
        file = folder / "evidence" / office / f"{number:06}-{matter}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "示例")):
        identity = ("-c", "user.name=示例", "-c", "user.email=sample@example.invalid")
        command = ("git", "-C", str(folder), *identity, *arguments)
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603  # as above
    return folder


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else ENTRIES)
