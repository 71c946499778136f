"""Random things that happen to a data repository: edits, branches, clocks, and a damaged cache."""

from __future__ import annotations

import datetime
import os
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import mini

ENTRIES = (mini.ENTRY, mini.OTHER, mini.ELSEWHERE, "evidence/乙科/子/深.yaml")
PAPER, SCAN = "evidence/乙科/附件/甲.pdf", "evidence/乙科/附件/乙.pdf"
_OWN = {"附件": "[{路径: 附件/甲.pdf, sha256: " + "a" * 64 + ", 字数: 4}]"}
_BARE = {"附件": "[{路径: 附件/甲.pdf, 字数: 4}]"}
_TEXTS = (
    mini.entry("1-1 2020"),
    mini.entry("1-1 2021"),
    mini.entry("1-2 2020 3; 7-1 2020"),
    mini.entry("1-1 2020", _OWN),
    mini.entry("1-1 2020", _BARE),
    mini.entry("99-1 2020"),
    mini.entry("1-1 2020", {"盖章": "否", "落款日期": "2021-06-30"}),
    mini.entry("1-1 2020").replace("\n", "\r\n"),
    mini.entry("1-1 2020").replace("\n", "\r\n", 3),
    "\ufeff" + mini.entry("1-1 2020"),
    "事由：一\n",
    "",
)
_PLANS = (
    mini.PLAN,
    mini.PLAN.replace("年度: 逐年可合并}", "年度: 逐年可合并, 修订: 2}", 1),
    mini.PLAN.replace("情况说明按年", "情况说明逐年"),
    mini.PLAN.replace("编号: 10", "编号：10"),
)
_SETTINGS = (
    mini.CAMPAIGN,
    mini.CAMPAIGN + "基准日: 2021-03-02\n",
    mini.CAMPAIGN + "规则: {evidence-unsealed: 提示}\n",
    mini.CAMPAIGN.replace("2019-2021", "2018-2021"),
)
_REVIEW = """\
审核:
- {日期: 2021-02-25, 科室: 甲科, 审核人: 张某, 结论: 退回, 理由: [{代码: 缺章}]}
"""


class Wanderer:
    """One repository to which things happen, the same for the same seed."""

    def __init__(self, root: Path, cache: Path, seed: int) -> None:
        """Lay the small campaign with one entry, committed or outside git."""
        files = {mini.ENTRY: mini.entry("1-1 2020", _OWN), mini.OTHER: _TEXTS[0], PAPER: "甲"}
        self.root, self.cache = mini.lay(root, files), cache
        for name in (mini.ENTRY, mini.OTHER):
            mini.review(self.root, name)
        self.chance = random.Random(seed)  # noqa: S311  # reproducible, no secret
        self.day = datetime.date(2021, 3, 2)
        self.done: list[str] = []
        if self.chance.random() < 0.85:
            self.git("init", "--quiet", "--initial-branch=main")
            self.git("config", "user.name", "示例")
            self.git("config", "user.email", "sample@example.invalid")
            self.commit()

    def git(self, *words: str) -> None:
        """Run git; that it refuses what cannot be done now is part of the wandering."""
        command = ["git", "-C", str(self.root), *words]
        subprocess.run(command, capture_output=True, timeout=60, check=False)

    def step(self) -> None:
        """Let one thing happen."""
        act = self.chance.choice(_ACTS)
        self.done.append(act.__name__)
        act(self)

    def _file(self) -> Path:
        return self.root / self.chance.choice(ENTRIES)

    def write(self) -> None:
        path = self._file()
        if path.parent.is_symlink() or path.is_symlink():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.chance.choice(_TEXTS).encode())

    def write_as_old(self) -> None:
        """Change bytes, and neither size nor time of the file."""
        path = self._file()
        if path.is_file() and not path.is_symlink():
            found = path.stat()
            path.write_bytes(path.read_bytes().replace(b"2020", b"2021"))
            os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))

    def touch(self) -> None:
        if (path := self._file()).is_file():
            os.utime(path)

    def rename(self) -> None:
        old, new = self._file(), self._file()
        if old.is_file() and not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)

    def delete(self) -> None:
        self._file().unlink(missing_ok=True)

    def link(self) -> None:
        if not (path := self._file()).exists() and path.parent.is_dir():
            path.symlink_to(self.chance.choice(("条目.yaml", "../../fzjs.yaml", "没有.yaml")))

    def attach(self) -> None:
        mini.put(self.root, self.chance.choice((PAPER, SCAN)), self.chance.choice("甲乙"))

    def detach(self) -> None:
        (self.root / self.chance.choice((PAPER, SCAN))).unlink(missing_ok=True)

    def replan(self) -> None:
        mini.put(self.root, "indicators/01.yaml", self.chance.choice(_PLANS))

    def reset(self) -> None:
        mini.put(self.root, "fzjs.yaml", self.chance.choice(_SETTINGS))

    def send_back(self) -> None:
        mini.put(self.root, "evidence/审核/乙科/条目.yaml", _REVIEW)

    def outside(self) -> None:
        """Change a file that no command reads: only the mark behind the commit tells."""
        mini.put(self.root, "README.md", self.chance.choice("甲乙"))

    def stray(self) -> None:
        mini.put(self.root, "evidence/乙科/记录.txt", "乱放的\n")

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "一步")

    def stage(self) -> None:
        self.git("add", "evidence")

    def untrack(self) -> None:
        self.git("rm", "--cached", "--quiet", "-r", "evidence/乙科")

    def ignore(self) -> None:
        mini.put(self.root, ".gitignore", "附件/\n另一条.yaml\n")

    def unwatch(self) -> None:
        """Tell git not to look at a file any more."""
        word = self.chance.choice(("--assume-unchanged", "--skip-worktree", "--no-skip-worktree"))
        self.git("update-index", word, mini.ENTRY)

    def switch(self) -> None:
        name = self.chance.choice(("甲", "乙", "main"))
        self.git("switch", "--quiet", "--force-create" if name == "新" else name)
        self.git("switch", "--quiet", "-c", name)

    def back(self) -> None:
        self.git("checkout", "--quiet", "HEAD~1", "--", ".")

    def stash(self) -> None:
        self.git("stash", self.chance.choice(("push", "pop")), "--quiet")

    def line_ends(self) -> None:
        """Let git give lines another end, with files brought anew."""
        word = self.chance.choice(("eol=crlf", "eol=lf", "-text"))
        mini.put(self.root, ".gitattributes", f"*.yaml text {word}\n")
        self.git("add", "--renormalize", ".")
        self.git("checkout", "--quiet", "--force", "--", "evidence")

    def refresh(self) -> None:
        self.git("status")

    def tomorrow(self) -> None:
        self.day += datetime.timedelta(days=self.chance.choice((-30, -1, 1, 14, 90)))

    def move(self) -> None:
        """Bring the repository to the same place anew: no file has the times it had."""
        other = self.root.with_name("别处")
        shutil.copytree(self.root, other, symlinks=True)
        shutil.rmtree(self.root)
        other.rename(self.root)

    def damage(self) -> None:
        """Spoil what is kept: cut off, overwritten in the middle, emptied, of another program."""
        files = [path for path in self.cache.rglob("*") if path.is_file()]
        if not files:
            return
        path = self.chance.choice(files)
        raw = path.read_bytes()
        place = self.chance.randrange(max(len(raw), 1))
        spoilt = (raw[:place], raw[:place] + b"\0\xff" * 9 + raw[place + 18 :], b"", b"?" * 300)
        path.write_bytes(self.chance.choice(spoilt))

    def forget(self) -> None:
        for path in self.cache.iterdir():
            shutil.rmtree(path)

    def other_program(self) -> None:
        for path in self.cache.rglob("*.sqlite"):
            try:
                with sqlite3.connect(path) as base:
                    base.execute("UPDATE program SET name = '别的'")
                base.close()
            except sqlite3.Error:
                path.unlink()


_ACTS: tuple[Callable[[Wanderer], None], ...] = (
    *(Wanderer.write,) * 4,
    *(Wanderer.write_as_old, Wanderer.touch, Wanderer.rename, Wanderer.delete, Wanderer.link),
    *(Wanderer.attach, Wanderer.attach, Wanderer.detach, Wanderer.replan, Wanderer.reset),
    *(
        Wanderer.send_back,
        Wanderer.stray,
        Wanderer.outside,
        Wanderer.commit,
        Wanderer.commit,
        Wanderer.stage,
    ),
    *(Wanderer.untrack, Wanderer.ignore, Wanderer.unwatch, Wanderer.switch, Wanderer.back),
    *(Wanderer.stash, Wanderer.line_ends, Wanderer.refresh, Wanderer.tomorrow, Wanderer.move),
    *(Wanderer.damage, Wanderer.forget, Wanderer.other_program),
)
