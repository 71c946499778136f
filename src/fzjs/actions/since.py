"""What an office had before it when it wrote its last 工作台账, from the history of git."""

from __future__ import annotations

from typing import NamedTuple

from fzjs.actions.desk import Desk
from fzjs.assess import Assessment, Met, assess, compare
from fzjs.diagnostic import FzjsError
from fzjs.facts import LedgerMonth
from fzjs.reports.progress import moved
from fzjs.repository import load_sound
from fzjs.tree import Commit, last_written

UNKNOWN = "git 里查不到上一份台账是哪次提交写的（不在 git 里、没有提交，或者历史不全）"

_Sign = tuple[str, str, str]


class Since(NamedTuple):
    """What 应报件 looked like then, by key, and what has become of them; `why` where unknown."""

    before: dict[str, _Sign]
    moves: dict[str, str]
    why: str = ""

    def is_same(self, met: tuple[Met, ...]) -> bool:
        """Tell whether nothing about a line's 应报件 has changed."""
        return not self.why and all(self.before.get(m.due.key) == sign(m) for m in met)


def sign(met: Met) -> _Sign:
    """Return what a line says of an 应报件: its state, what it lacks, whether it is owed."""
    return str(met.state), met.gap, met.due.excused


class Past:
    """The repository at the commits of ledgers; a commit is read once, however many share it."""

    def __init__(self, desk: Desk) -> None:
        """Take the campaign on its day: both sides are assessed on it, as `compare` wants."""
        self.desk = desk
        self._known: dict[str, Since] = {}

    def since(self, ledger: LedgerMonth) -> Since:
        """Return what has changed since a ledger was written, as far as git can tell."""
        commit = last_written(self.desk.tree.root, ledger.place.file)
        if commit not in self._known:
            self._known[commit] = self._compared(commit)
        return self._known[commit]

    def _compared(self, commit: str) -> Since:
        if not commit:
            return Since({}, {}, UNKNOWN)
        try:
            then = self._assessed(commit)
        except FzjsError as error:
            return Since({}, {}, f"写上一份台账时的数据（{commit[:7]}）读不了：{error}")
        before = {met.due.key: sign(met) for met in then.met}
        return Since(before, moved(compare(then, self.desk.assessment)))

    def _assessed(self, commit: str) -> Assessment:
        repository, _ = load_sound(Commit(self.desk.tree.root, commit))
        return assess(repository, self.desk.today)
