"""A commit's files, read from git's objects: no checkout, no filter, nothing fetched."""

from __future__ import annotations

import errno
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from fzjs import git
from fzjs.diagnostic import FzjsError
from fzjs.tree.objects import BATCH, Objects
from fzjs.tree.worktree import LARGEST, LINKED

_TIMEOUT = 120
_LINK, _MODULE = "120000", "160000"
_HOPS = 40
"""Links that are followed on the way to one file, as systems do."""


class Commit:
    """The data repository as a commit has it; it answers as `Tree` does of the same files.

    A link counts by its text, since nothing is checked out; a submodule is a folder that could
    not be looked into.
    """

    def __init__(self, root: Path, name: str, objects: Objects | None = None) -> None:
        """Take the folder of the data repository and a commit's full id. Raises FzjsError.

        `objects` is what is known already: whoever reads many commits hands one over to all.
        """
        self.root = root
        self.name = name
        self._objects = objects or Objects(root)
        self.prefix = self._objects.prefix
        self._ids: dict[str, str] = {}
        self._modules: set[str] = set()
        links: dict[str, str] = {}
        for mode, object_id, path in _listing(root, name, self.prefix):
            if mode == _MODULE:
                self._modules.add(path)
            else:
                (links if mode == _LINK else self._ids)[path] = object_id
        listed = [*self._ids, *links, *self._modules]
        self._folders = {parent for path in listed for parent in _parents(path)}
        self._listed = sorted(listed)
        self._sizes = self._objects.learn(name, {*self._ids.values(), *links.values()})
        self._links = dict(self._targets(links))
        self._order = {
            yaml: sorted(path for path in self._ids if path.endswith(".yaml") is yaml)
            for yaml in (True, False)
        }

    def files(self, folder: str) -> list[str]:
        """Return the paths of all files below a folder, sorted; hidden ones left out."""
        if folder in self._ids or folder in self._links:
            return [folder]
        start = f"{folder}/"
        below = (path for path in self._listed if path.startswith(start))
        return [path for path in below if "/." not in path[len(folder) :]]

    def all_files(self) -> list[str]:
        """Return every path of the commit in this data repository, hidden ones too."""
        return self._listed

    def is_folder(self, file: str) -> bool:
        """Tell whether a path that `files` gave is a folder: one that it could not look into."""
        path = self._resolve(file)
        if path is None:
            # Where a link out of the tree leads cannot be known; what is no record may be a folder.
            return not file.endswith(".yaml")
        return path in self._folders or path in self._modules

    def read(self, file: str) -> bytes:
        """Return a record's bytes. Raises OSError, also for a link, as `Tree.read` does."""
        if file in self._links:
            raise OSError(errno.EPERM, LINKED)
        path = self._resolve(file)
        if path is None:
            raise OSError(errno.EPERM, "链接通到了仓库之外")
        if path not in self._ids:
            known = path in self._folders or path in self._modules
            raise OSError(errno.EINVAL, "不是普通文件" if known else "文件不在")
        object_id = self._ids[path]
        size = self._sizes.get(object_id)
        if size is None:
            raise OSError(errno.EIO, "git 里没有取来它的内容（部分克隆）")
        if size > LARGEST:
            raise OSError(errno.EFBIG, "文件太大，不像是台账")
        here = self._objects.records
        if object_id not in here:
            self._objects.read([one for one in self._ahead(path, LARGEST) if one not in here])
        return self._objects.records[object_id]

    def digest(self, file: str) -> str:
        """Return the SHA-256 of a file, or of what its Git LFS pointer stands for; "" if missing.

        Missing is also what a shallow or partial clone has not brought.
        """
        path = self._resolve(file)
        object_id = self._ids.get(path or "", "")
        if path is None or object_id not in self._sizes:
            return ""
        known = self._objects.digests
        if object_id not in known:
            self._objects.hash([one for one in self._ahead(path) if one not in known])
        return known[object_id]

    def leaves(self, file: str) -> bool:
        """Tell whether a path inside the tree is a link that leads out of it, or in a circle."""
        return self._resolve(file) is None

    def commit(self) -> str:
        """Return the short id of the commit."""
        return git.ask(self.root, "rev-parse", "--short=7", self.name)

    def missing(self) -> list[str]:
        """Return the records that a partial clone has not brought."""
        return [file for file in self._order[True] if self._ids[file] not in self._sizes]

    def id_of(self, file: str) -> str:
        """Return git's id of a file's bytes, "" where the commit has no such regular file."""
        return self._ids.get(file, "")

    def holds(self, file: str, raw: bytes | None = None) -> bool:  # noqa: ARG002  # as `Tree` answers
        """Tell whether bytes are those of the file: a commit does not change."""
        return True

    def link(self, file: str) -> str | None:
        """Return the text of a link, None where this is no link."""
        return self._links.get(file)

    def read_top(self, file: str) -> bytes | None:
        """Return a file that lies at the root of git's repository, None where there is none."""
        done = git.run(self.root, "cat-file", "blob", f"{self.name}:{file}")
        return done.stdout if done.returncode == 0 and len(done.stdout) <= LARGEST else None

    def _targets(self, links: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Yield each link with its text; one that is not there, or far too long, leads out."""
        texts: dict[str, str] = {}
        wanted = {one for one in links.values() if self._sizes.get(one, LARGEST) < LARGEST}
        if wanted:
            found = self._objects.bytes_of(wanted)
            texts = {one: git.text(raw) for one, raw in found.items()}
        for path, object_id in links.items():
            yield path, texts.get(object_id, "/")

    def _ahead(self, path: str, largest: int = 1 << 62) -> list[str]:
        """Return the id of a file and of those after it, as many as one call should bring."""
        order = self._order[path.endswith(".yaml")]
        found: dict[str, None] = {self._ids[path]: None}
        total = 0
        for each in order[bisect_left(order, path) :]:
            size = self._sizes.get(self._ids[each])
            if size is None or size > largest:
                continue
            total += size
            if total > BATCH:
                break
            found[self._ids[each]] = None
        return list(found)

    def _resolve(self, file: str) -> str | None:
        """Return where a path leads in the tree, None where a link leads out or in a circle."""
        done: list[str] = []
        todo = file.split("/")[::-1]
        hops = _HOPS
        while todo:
            part = todo.pop()
            if part == ".." and not done:
                return None
            if part == "..":
                done.pop()
            elif part not in {"", "."}:
                done.append(part)
                link = self._links.get("/".join(done))
                if link is not None:
                    hops -= 1
                    if hops < 0 or link.startswith("/"):
                        return None
                    done.pop()
                    todo += link.split("/")[::-1]
        return "/".join(done)


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _listing(root: Path, name: str, prefix: str) -> Iterator[tuple[str, str, str]]:
    """Yield mode, id and path of every file; none where the commit has not this folder yet."""
    # A slash at the end would name a folder only where git is lenient.
    tree = f"{name}:{prefix.rstrip('/')}"
    done = git.run(root, "ls-tree", "-r", "-z", "--full-tree", tree, timeout=_TIMEOUT)
    if done.returncode != 0:
        whole = git.run(root, "ls-tree", "-z", "--full-tree", name) if prefix else done
        if whole.returncode != 0:
            raise FzjsError(f"读不了提交 {name[:7]}：{git.refusal(whole)}。")
        return
    for line in git.names(done.stdout):
        head, _, path = line.partition("\t")
        mode, _, object_id = head.split(" ")
        yield mode, object_id, path
