"""Web evidence: addresses with retrieval dates, and searches without a result."""

from __future__ import annotations

import re

from fzjs.assess.catalogue import Catalogue
from fzjs.facts import Entry, WebPage


def has_web(entry: Entry) -> bool:
    """Tell whether an entry carries whole web evidence: every page with address and date."""
    pages = entry.web
    return (bool(pages) and all(map(_is_whole, pages))) or bool(entry.shown.searches)


def is_address(text: str) -> bool:
    """Tell whether a text can be opened in a browser as it stands."""
    return re.match(r"https?://\S", text, re.IGNORECASE) is not None


def _is_whole(page: WebPage) -> bool:
    return is_address(page.url) and page.retrieved is not None


def web_incomplete(entry: Entry, _: Catalogue) -> bool:
    """附件1 二.2: “提供相关网络检索材料的检索目录及相对应的相关文件、资料”."""
    return not all(map(_is_whole, entry.web))
