"""What somebody looked up and found, or did not: 公开, 网络检索 and 查证 of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Looked(NamedTuple):
    """A web page, a search without result, or a place where one looked; "" where not said.

    `day` and `result` belong to whichever of the three is said.
    """

    url: str = ""
    title: str = ""
    category: str = ""
    published: str = ""
    searched: str = ""
    checked: str = ""
    day: str = ""
    result: str = ""

    def records(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield each record with the key of the entry that lists it."""
        if self.url:
            named = {"名称": self.title, "类别": self.category, "发布日期": self.published}
            page = {"网址": self.url, "检索日期": self.day, **named}
            yield "公开", {key: value for key, value in page.items() if value}
        if self.searched:
            yield "网络检索", {"检索词": self.searched, "日期": self.day, "结果": self.result}
        if self.checked:
            yield "查证", {"查阅": self.checked, "日期": self.day, "结果": self.result}

    def odd(self) -> str:
        """Say what does not go together, by the names of columns; "" where all does."""
        said = [name for name, value in self._kinds() if value]
        if len(said) > 1:
            return f"{'、'.join(said)}只写一样，别的另加"
        if not said and any(self):
            return "没有写网址、检索词或查阅，只写了它们的日期或结果"
        if not self.url and any((self.title, self.category, self.published)):
            return "名称、类别、发布日期只和网址一起写"
        if said and not self.url and not (self.day and self.result):
            return f"写了{said[0]}，还要写检索日期和结果"
        return "结果只和检索词或查阅一起写" if self.url and self.result else ""

    def _kinds(self) -> tuple[tuple[str, str], ...]:
        return ("网址", self.url), ("检索词", self.searched), ("查阅", self.checked)
