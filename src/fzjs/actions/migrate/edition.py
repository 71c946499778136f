"""An edition of the indicators: the campaign's own, or one that lies elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from fzjs.actions.names import NONE
from fzjs.assess import Catalogue
from fzjs.assess.catalogue import build
from fzjs.assess.editions import Piece, pieces
from fzjs.diagnostic import Fault, FzjsError, Location, os_reason
from fzjs.facts import Campaign, Indicator
from fzjs.models import Campaign as CampaignRecord
from fzjs.models import IndicatorFile, parse
from fzjs.repository import HARMLESS, Document, Opened, Repository, load_sound
from fzjs.repository.condense_plan import indicators as facts_of
from fzjs.repository.fingerprint import of_system
from fzjs.source import read
from fzjs.tree import Tree


class Edition(NamedTuple):
    """A system with its files as they are; `settings` is its `fzjs.yaml`, None where it has none.

    `place` is where it lies, from the data repository's root.
    """

    place: str
    files: Mapping[str, bytes]
    items: tuple[Indicator, ...]
    catalogue: Catalogue
    settings: CampaignRecord | None
    mark: str

    def pieces(self, *keys: str) -> list[Piece]:
        """Return what can be claimed of some items."""
        return [piece for key in keys for piece in pieces(self.catalogue, key)]

    @property
    def texts(self) -> dict[str, str]:
        """The texts of items and materials, by what they are called."""
        label = self.catalogue.label
        found = {label(item.key): item.text for item in self.items}
        named = (piece for item in self.items for piece in self.pieces(item.key))
        return found | {label(piece.key): piece.text for piece in named}


def own(repository: Repository) -> Edition:
    """Return the edition that the campaign has now. Raises FzjsError where it has none."""
    edition = _of_repository(repository, "")
    if not edition.items:
        raise FzjsError(f"indicators/ 里还没有指标，没有可换的。{NONE}")
    return edition


def other(root: Path, typed: str, here: Path, campaign: Campaign) -> Edition:
    """Return the edition in a folder: a data repository, or the `indicators` of one.

    Raises FzjsError where there is none, or where it is broken.
    """
    folder = Path(os.path.normpath(here / typed))
    if not folder.is_dir():
        raise FzjsError(f"没有“{typed}”这个文件夹。写新体系的数据仓库，或它的 indicators。{NONE}")
    above = folder.parent
    if folder.name == "indicators" and (above / "fzjs.yaml").is_file():
        folder = above
    place = Path(os.path.relpath(folder, root)).as_posix()
    if (folder / "fzjs.yaml").is_file():
        edition = _of_repository(_sound(folder, typed), place)
    else:
        edition = _of_folder(folder, place, campaign)
    if not edition.items:
        raise FzjsError(f"“{typed}”里没有指标（indicators/*.yaml）。先用 fzjs import 导入。{NONE}")
    return edition


def unknown_offices(old: Edition, new: Edition) -> list[str]:
    """Return the offices, by their full names, that the new system names and this unit lacks."""
    full = new.catalogue.folder_office
    named = (full(each.office) for item in new.items for each in item.responsible)
    return [name for name in dict.fromkeys(named) if not old.catalogue.office(name)]


def _sound(folder: Path, typed: str) -> Repository:
    try:
        repository, _ = load_sound(Tree(folder))
    except FzjsError as error:
        raise FzjsError(f"新体系“{typed}”读不了：\n{error}") from error
    return repository


def _of_repository(repository: Repository, place: str) -> Edition:
    documents = [d for d in repository.documents if isinstance(d.record, IndicatorFile)]
    settings = next(d.record for d in repository.documents if d.file == "fzjs.yaml")
    files = {d.file: repository.worktree.read(d.file) for d in documents}
    return _edition(documents, place, files, repository.campaign, settings)


def _of_folder(folder: Path, place: str, campaign: Campaign) -> Edition:
    documents = list(_read(folder))
    files = {d.file: (folder / Path(d.file).name).read_bytes() for d in documents}
    return _edition(documents, place, files, campaign, None)


def _read(folder: Path) -> Iterator[Document]:
    """Yield the indicator files of a folder. Raises FzjsError with the first fault."""
    for path in sorted(folder.glob("*.yaml")):
        file = f"indicators/{path.name}"
        try:
            source = read(path.read_bytes(), file)
        except OSError as error:
            raise FzjsError(f"打不开 {path}：{os_reason(error)}。{NONE}") from error
        record, faults = parse(IndicatorFile, source.data)
        found = [f for f in source.faults if f.rule not in HARMLESS]
        places = [Fault(f.rule, f.message, source.locate(f.keys), f.hint) for f in faults]
        if found or places or record is None:
            first = found[0] if found else places[0] if places else None
            where = first.location if first else Location(file)
            said = first.message if first else "里面没有指标"
            raise FzjsError(f"新体系的 {where}: {said}\n先把它改好（fzjs check），再来一遍。{NONE}")
        yield Document(file, None, Opened(None, source, record, ()))


def _edition(
    documents: Sequence[Document],
    place: str,
    files: Mapping[str, bytes],
    campaign: Campaign,
    settings: CampaignRecord | None,
) -> Edition:
    items = tuple(item for d in documents for item in facts_of(d.record, d.source))
    mark = of_system(d.record for d in documents)
    return Edition(place, files, items, build(campaign, items), settings, mark)
