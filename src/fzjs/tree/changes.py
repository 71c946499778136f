"""What a working tree changes since a commit: which commit to compare with, which files differ."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fzjs import git
from fzjs.diagnostic import FzjsError
from fzjs.nearest import nearest
from fzjs.tree.commit import Commit
from fzjs.tree.revision import commit_of
from fzjs.tree.worktree import LARGEST, Tree

_READ = ("fzjs.yaml", "indicators", "evidence", "templates")
"""Where a file that git does not know yet belongs to the change; elsewhere it is the builder's."""
_NAME = re.compile(r"[\w.][\w./-]*")
"""What may be a branch to fetch: no option, no `HEAD~3`."""
_TIMEOUT = 120
_SHA1_LENGTH, _SHA256_LENGTH = 40, 64
_DEEPER = """\
取全历史再试：
  GitHub：actions/checkout 下写 with: {fetch-depth: 0}
  GitLab：变量里写 GIT_DEPTH: 0
  自己的电脑：git fetch --unshallow"""


class Edit(NamedTuple):
    """A file that differs: 新增, 改动, 删除, or 改名 where `was` has the same bytes."""

    file: str
    how: str
    was: str = ""


def base_of(root: Path, revision: str) -> str:
    """Return the full id of the commit where this branch left `revision`: their merge base.

    What landed there since is not this change's doing. Raises FzjsError with what to type.
    """
    inside = git.run(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        raise FzjsError(f"{root}：{git.refusal(inside)}。--base 要在 git 仓库里用。")
    if not commit_of(root, "HEAD"):
        raise FzjsError("这个仓库还没有一次提交，没有可以比较的。先提交，再用 --base。")
    other = commit_of(root, revision)
    if not other:
        raise FzjsError(unknown(root, revision))
    found = git.ask(root, "merge-base", other, "HEAD").split()
    if not found:
        why = "这里是浅克隆，只有最近几次提交" if _is_shallow(root) else "两边的历史没有交集"
        raise FzjsError(f"找不到 {revision} 和现在的共同起点：{why}。\n{_DEEPER}")
    return found[0]


def _is_shallow(root: Path) -> bool:
    return git.ask(root, "rev-parse", "--is-shallow-repository") == "true"


def unknown(root: Path, revision: str) -> str:
    """Return what to say where git has no such revision: the nearest, and how to bring it."""
    listed = git.ask(
        *(root, "for-each-ref", "--format=%(refname:short)"),
        *("refs/heads", "refs/remotes", "refs/tags"),
    )
    known = [name for name in listed.splitlines() if name and not name.endswith("/HEAD")]
    guess = nearest(revision, known)
    hint = f"是不是“{guess}”？" if guess else ""
    if _is_shallow(root):
        return f"git 里没有“{revision}”：这里是浅克隆，没有取来。{hint}\n{_DEEPER}"
    branch = revision.partition("/")[2] or revision
    fetch = (
        f"\n确有这个分支的，先取来：git fetch origin {branch}" if _NAME.fullmatch(branch) else ""
    )
    return f"git 里没有“{revision}”。{hint}{fetch}"


def edits(tree: Tree | Commit, base: Commit) -> tuple[Edit, ...]:
    """Return the files of the data repository that differ from a commit, sorted by path."""
    if isinstance(tree, Commit):
        return tuple(_renamed(tree, base, list(_between(tree, base))))
    found = []
    for file in sorted(_candidates(tree, base)):
        here, there = _is_here(tree, file), _has(base, file)
        if here and not there:
            found.append(Edit(file, "新增"))
        elif there and not here:
            found.append(Edit(file, "删除"))
        elif here and not _same(tree, base, file):
            found.append(Edit(file, "改动"))
    return tuple(_renamed(tree, base, found))


def _between(commit: Commit, base: Commit) -> Iterator[Edit]:
    """Yield what differs between two commits: their ids tell."""
    for file in sorted({*commit.all_files(), *base.all_files()}):
        here, there = _has(commit, file), _has(base, file)
        same = commit.id_of(file) == base.id_of(file) and commit.link(file) == base.link(file)
        if not same:
            yield Edit(file, "改动" if here and there else "新增" if here else "删除")


def _has(commit: Commit, file: str) -> bool:
    return bool(commit.id_of(file)) or commit.link(file) is not None


def whole(commit: Commit) -> Commit:
    """Return a commit whose records are all here: from a part nothing could be said for sure.

    Raises FzjsError for a partial clone.
    """
    missing = commit.missing()
    if missing:
        raise FzjsError(
            f"这里是部分克隆，提交 {commit.name[:7]} 里有{len(missing)}个文件没有取来，"
            f"如 {missing[0]}。\n"
            "GitHub：actions/checkout 下去掉 filter；自己的电脑：git fetch --refetch --no-filter"
        )
    return commit


def _candidates(tree: Tree, base: Commit) -> set[str]:
    """Return what may differ; git looks at sizes and times, seldom at content."""
    changed = git.run(
        *(tree.root, "diff-index", "--name-only", "-z", "--no-renames", "--relative"),
        *("--ignore-submodules=all", base.name, "--", "."),
        timeout=_TIMEOUT,
        settings=git.no_filters(tree.root),
    )
    if changed.returncode != 0:
        raise FzjsError(f"git 比较不了：{git.refusal(changed)}。")
    # A file that was taken out of the index and still lies there is found here.
    fresh = git.run(
        *(tree.root, "ls-files", "--others", "--exclude-standard", "-z", "--", *_READ),
        timeout=_TIMEOUT,
    )
    return {*git.names(changed.stdout), *git.names(fresh.stdout)}


def _is_here(tree: Tree, file: str) -> bool:
    path = tree.root / file
    try:
        return path.is_symlink() or path.is_file()
    except OSError:
        return False


def _same(tree: Tree, base: Commit, file: str) -> bool:
    """Tell whether a file is the commit's; CRLF of a checkout and a fetched LFS file are."""
    path = tree.root / file
    link = base.link(file)
    try:
        if path.is_symlink():
            return link == path.readlink().as_posix()
        if link is not None:
            # Windows checks a link out as a text file.
            return path.read_bytes() == link.encode("utf-8", "surrogateescape")
        if path.stat().st_size <= LARGEST:
            raw, wanted = path.read_bytes(), base.id_of(file)
            plain = raw.replace(b"\r\n", b"\n")
            if wanted in {_blob(raw, wanted), _blob(plain, wanted)}:
                return True
    except OSError:
        return False
    if tree.is_pointer(file):
        # Where there was another blob, what it stood for has gone: a pointer is no such file.
        return False
    digest = tree.digest(file)
    return len(digest) == _SHA256_LENGTH and digest == base.digest(file)


def _blob(raw: bytes, like: str) -> str:
    """Return git's id of bytes, in the hash that this repository uses."""
    data = b"blob %d\0" % len(raw) + raw
    if len(like) == _SHA1_LENGTH:
        return hashlib.sha1(data, usedforsecurity=False).hexdigest()
    return hashlib.sha256(data).hexdigest()


def pointers(tree: Tree, edits: Iterable[Edit]) -> tuple[str, ...]:
    """Return the touched files that are a Git LFS pointer though `.gitattributes` says no LFS."""
    found = [edit.file for edit in edits if edit.how != "删除" and tree.is_pointer(edit.file)]
    if not found:
        return ()
    given = "".join(f"{file}\0" for file in found).encode("utf-8", "surrogateescape")
    said = git.run(tree.root, "check-attr", "--stdin", "-z", "filter", given=given)
    parts = git.names(said.stdout)
    looked_after = {
        file for file, value in zip(parts[::3], parts[2::3], strict=True) if value == "lfs"
    }
    return tuple(file for file in found if file not in looked_after)


def moved_on(root: Path, revision: str, base: str) -> int:
    """Return how many commits `revision` has since this branch left it."""
    count = git.ask(root, "rev-list", "--count", f"{base}..{commit_of(root, revision)}")
    return int(count) if count.isdigit() else 0


def _renamed(tree: Tree | Commit, base: Commit, found: list[Edit]) -> Iterator[Edit]:
    """Make one 改名 of what went and what came with the same bytes."""
    gone: dict[str, list[str]] = {}
    for edit in found:
        digest = base.digest(edit.file) if edit.how == "删除" else ""
        if len(digest) == _SHA256_LENGTH:
            gone.setdefault(digest, []).append(edit.file)
    renamed: dict[str, str] = {}
    for edit in found:
        if edit.how == "新增" and gone and (old := gone.get(tree.digest(edit.file))):
            renamed[edit.file] = old.pop(0)
    lost = set(renamed.values())
    for edit in found:
        if edit.file in renamed:
            yield Edit(edit.file, "改名", renamed[edit.file])
        elif edit.file not in lost:
            yield edit
