"""A data repository to list and read: the working tree, or a commit without checking it out."""

from fzjs.git import head_of, is_commit, is_committed, uncommitted
from fzjs.tree.changes import Edit, base_of, edits, moved_on, pointers, unknown, whole
from fzjs.tree.commit import Commit
from fzjs.tree.line import Line, Step, line
from fzjs.tree.objects import Objects
from fzjs.tree.revision import commit_of, is_before, made_on
from fzjs.tree.touched import touched
from fzjs.tree.worktree import BROKEN_POINTER, Tree, digest_of, find_root, inside
from fzjs.tree.written import last_written

AnyTree = Tree | Commit
"""What `load` reads: both answer files, is_folder, read, digest, leaves, id_of and commit alike."""

__all__ = [
    "BROKEN_POINTER",
    "AnyTree",
    "Commit",
    "Edit",
    "Line",
    "Objects",
    "Step",
    "Tree",
    "base_of",
    "commit_of",
    "digest_of",
    "edits",
    "find_root",
    "head_of",
    "inside",
    "is_before",
    "is_commit",
    "is_committed",
    "last_written",
    "line",
    "made_on",
    "moved_on",
    "pointers",
    "touched",
    "uncommitted",
    "unknown",
    "whole",
]
