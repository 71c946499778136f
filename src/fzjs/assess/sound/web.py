"""Web evidence: addresses with retrieval dates, and searches without a result."""

from __future__ import annotations

import re

from fzjs.assess.catalogue import Catalogue
from fzjs.assess.sound.base import demand
from fzjs.assess.sound.looked import something_found
from fzjs.facts import Entry, WebPage

_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)


def has_web(entry: Entry) -> bool:
    """Tell whether an entry carries whole web evidence: every page with address and date.

    So does a search, its negative form, but not one that found what should not be there
    (减分项1: “对……不实网络信息进行排查”).
    """
    if entry.web and all(map(_is_whole, entry.web)):
        return True
    return any(not something_found(each) for each in entry.shown.searches)


def is_address(text: str) -> bool:
    """Tell whether a text can be opened in a browser as it stands."""
    return _ADDRESS.match(text) is not None


def _is_whole(page: WebPage) -> bool:
    return page.retrieved is not None and is_address(page.url)


def web_incomplete(entry: Entry, _: Catalogue) -> bool:
    """附件1 二.2: “提供相关网络检索材料的检索目录及相对应的相关文件、资料”."""
    return not all(map(_is_whole, entry.web))


def unlisted(page: WebPage) -> tuple[str, ...]:
    """Return the columns of the 检索目录 that a page lacks: 名称, 类别, 发布日期."""
    if page.title and page.category and page.published:
        return ()
    columns = (("名称", page.title), ("类别", page.category), ("发布日期", page.published))
    return tuple(key for key, value in columns if not value)


def late_published(page: WebPage) -> bool:
    """Tell whether a page is said to be published after the day on which it was read."""
    return bool(page.published and page.retrieved and page.published > page.retrieved)


def web_unlisted(entry: Entry, catalogue: Catalogue) -> bool:
    """附件1 二.2–4: “检索目录……按照时间顺序……有序排列”，“按照……不同类别进行区分归类”.

    Without name, kind and day a page can be neither listed, nor sorted, nor put under its kind.
    """
    lacking = any(unlisted(page) or late_published(page) for page in entry.web)
    return lacking and demand("检索目录", entry, catalogue) is not None


def search_unshown(entry: Entry, catalogue: Catalogue) -> bool:
    """Where the plan asks that nothing is found on the web, the result page is shown.

    平顶山第25项: “确保网上没有……相关信息”; a search leaves 检索词, 日期 and 结果截图.
    """
    if all(search.screenshot for search in entry.shown.searches):
        return False
    return demand("检索截图", entry, catalogue) is not None


def unknown_screenshot(entry: Entry, _: Catalogue) -> bool:
    """A 截图 is one of the entry's own attachments, so that its hash stands there too."""
    if not entry.shown.searches:
        return False
    held = {attachment.path for attachment in entry.attachments}
    return any(search.screenshot not in {"", *held} for search in entry.shown.searches)
