"""What an office had before it when it wrote its last 工作台账, from the history of git."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fzjs.actions.desk import Desk
from fzjs.assess import Met, assess, compare
from fzjs.diagnostic import FzjsError
from fzjs.facts import LedgerMonth
from fzjs.reports.progress import moved
from fzjs.repository import Role, load_sound
from fzjs.repository.layout import role_of
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
        self._alike: dict[tuple[tuple[str, str], ...], Since] = {}

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
            tree = Commit(self.desk.tree.root, commit)
            held = tuple((file, tree.id_of(file)) for file in _weighed(tree))
            if held not in self._alike:
                self._alike[held] = self._assessed(tree)
        except FzjsError as error:
            return Since({}, {}, f"写上一份台账时的数据（{commit[:7]}）读不了：{error}")
        return self._alike[held]

    def _assessed(self, tree: Commit) -> Since:
        repository, _ = load_sound(tree)
        then = assess(repository, self.desk.today)
        before = {met.due.key: sign(met) for met in then.met}
        return Since(before, moved(compare(then, self.desk.assessment)))


def _weighed(tree: Commit) -> Iterator[str]:
    """Yield what an assessment rests on: other offices' ledgers of the same days do not matter."""
    for folder in ("fzjs.yaml", "indicators", "evidence"):
        yield from (file for file in tree.files(folder) if role_of(file) is not Role.LEDGER)
