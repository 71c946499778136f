"""A data repository to list and read: the working tree, or a commit without checking it out."""

from fzjs.tree.changes import Edit, base_of, edits, moved_on, pointers
from fzjs.tree.commit import Commit
from fzjs.tree.git import is_committed, uncommitted
from fzjs.tree.worktree import BROKEN_POINTER, Tree, find_root, inside

AnyTree = Tree | Commit
"""What `load` reads: both answer files, is_folder, read, digest, leaves and commit alike."""

__all__ = [
    "BROKEN_POINTER",
    "AnyTree",
    "Commit",
    "Edit",
    "Tree",
    "base_of",
    "edits",
    "find_root",
    "inside",
    "is_committed",
    "moved_on",
    "pointers",
    "uncommitted",
]
