"""An entry's text as it changes, value by value, and what is to be said of it."""

from __future__ import annotations

from typing import Any

from fzjs.actions.desk import Desk
from fzjs.facts import Entry
from fzjs.source.emit import Value
from fzjs.store import append, remove, set_value

_COUNTS = ("路径", "sha256", "页数", "字数", "库外")
"""What an attachment says of its file; its 名称 is not the file's."""
_BEFORE = ("附件", "盖章", "落款日期", "文号", "出具单位", "对应")
"""Behind which of these a new key stands: the first that the entry has."""


class Edits:
    """The entry's text as it changes, and what to say of it."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        """Begin with the entry as it lies. Raises FzjsError."""
        self.file, self.before = entry.file, desk.raw(entry.file)
        documents = desk.assessment.repository.documents
        data = next(d.source.data for d in documents if d.file == entry.file)
        self.data: dict[str, Any] = dict(data) if isinstance(data, dict) else {}
        self.raw, self.said = self.before, list[str]()

    def add(self, key: str, item: Value, said: str) -> None:
        """Add an item to a list, once."""
        if item in (self.data.get(key) or ()):
            return
        behind = next((each for each in _BEFORE if each in self.data), "")
        self.raw = append(self.raw, self.file, (key,), item, behind)
        self.data[key] = [*(self.data.get(key) or ()), item]
        self.said.append(f"{key} 加 {said}")

    def look(self, key: str, record: dict[str, str]) -> None:
        """Add what was looked up; of a page that is there, what was not said of it yet."""
        there = [page.get("网址") for page in self.data.get("公开") or ()]
        if key != "公开" or record["网址"] not in there:
            self.add(key, record, next(iter(record.values())))
            return
        position = there.index(record["网址"])
        page, before = self.data[key][position], self.raw
        for name, value in record.items():
            if page.get(name) != value:
                self.raw = set_value(self.raw, self.file, (key, position, name), value)
        if self.raw != before:
            self.said.append(f"公开 {record['网址']} 写了 {'、'.join(record)}")

    def set(self, key: str, value: str) -> None:
        """Give a key its value."""
        old = self.data.get(key)
        if value and old != value:
            behind = next((each for each in _BEFORE[1:] if each in self.data), "")
            self.raw = set_value(self.raw, self.file, (key,), value, behind)
            self.data[key] = value
            self.said.append(f"{key} {old} → {value}" if old else f"{key} {value}")

    def replace(self, position: int, values: dict[str, str], old: str) -> None:
        """Give an attachment the values of another file."""
        before = self.raw
        for key, after in zip(_COUNTS, ("", *_COUNTS), strict=False):
            place = ("附件", position, key)
            if key in values:
                self.raw = set_value(self.raw, self.file, place, values[key], after)
            else:
                self.raw = remove(self.raw, self.file, place)
        if self.raw != before:
            new = values["路径"]
            self.said.append(f"附件 {old} 换成 {new}" if new != old else f"附件 {old} 换了文件")

    def drop(self, key: str, said: str) -> None:
        """Take a key away."""
        self.raw = remove(self.raw, self.file, (key,))
        self.said.append(said)
