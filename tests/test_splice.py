"""A file is changed at one value: the data is what was meant, every other byte is what it was."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzjs.diagnostic import KeyPath, RefusedError
from fzjs.source import read
from fzjs.source.emit import Value, quoted, scalar
from fzjs.store import append, remove, set_all, set_value

STEADY = settings(deadline=None, derandomize=True, max_examples=200)
WORDS = st.sampled_from(
    ["草稿", "2020", "31-2甲", "某县（市、区）", "3号：仿宋", 'a"b', "it's", "缺 #3号", "v1:ab",
     "- 一", "甲，乙", "[待填]", "a: b", "no", "2021-03-02", "{单位}关于{事由}", "~", "甲\n乙"]
)  # fmt: skip
KEYS = st.sampled_from(["事由", "种类", "资料", "状态", "说明", "附注"])
TREES = st.recursive(
    WORDS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=10,
)
ROOTS = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)
BLANK = re.compile(r"\s*(?:#|$)")
COMMENT = "  # 注：别动，“状态: 草稿”也别动"


class Writer:
    """Writes data as a person might: any style at any place, comments where YAML lets them be."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def chance(self) -> bool:
        return self.draw(st.booleans())

    def text(self, value: str, *, flow: bool = False) -> str:
        if self.chance() and "'" not in value and "\n" not in value:
            return f"'{value}'"
        return quoted(value) if self.chance() else scalar(value, flow=flow)

    def end(self) -> str:
        return self.draw(st.sampled_from(["", "", COMMENT, "  "]))

    def between(self, indent: int) -> list[str]:
        if not self.chance():
            return []
        return [self.draw(st.sampled_from(["", " " * indent + "# 单独一行的注", "# 顶格的注"]))]

    def flow(self, value: Any) -> str:  # noqa: ANN401  # any data
        gap = self.draw(st.sampled_from(["", " "]))
        comma = self.draw(st.sampled_from([", ", ",  "]))
        if isinstance(value, str):
            return self.text(value, flow=True)
        if isinstance(value, list):
            parts = [quoted(v) if isinstance(v, str) else self.flow(v) for v in value]
            return f"[{gap}{comma.join(parts)}{gap}]"
        pairs = [f"{key}: {self.flow(v)}" for key, v in value.items()]
        return f"{{{gap}{comma.join(pairs)}{gap}}}"

    def block(self, value: Any, indent: int) -> list[str]:  # noqa: ANN401  # any data
        """Give the lines of a collection that is not empty."""
        lines: list[str] = []
        space = " " * indent
        if isinstance(value, list):
            for part in value:
                lines += self.between(indent)
                if isinstance(part, dict) and part and self.chance():
                    inner = self.block(part, indent + 2)
                    first = next(
                        i for i, one in enumerate(inner) if one.strip()[:1] not in ("", "#")
                    )
                    inner[first] = f"{space}- {inner[first].strip(' ')}"
                    lines += inner
                else:
                    lines.append(f"{space}- {self.flow(part)}{self.end()}")
            return lines
        for key, part in value.items():
            lines += self.between(indent)
            if isinstance(part, str) or not part or self.chance():
                written = self.text(part) if isinstance(part, str) else self.flow(part)
                lines.append(f"{space}{key}: {written}{self.end()}")
            else:
                deeper = indent + self.draw(
                    st.sampled_from([0, 2] if isinstance(part, list) else [1, 2, 3])
                )
                lines += [f"{space}{key}:{self.end()}", *self.block(part, deeper)]
        return lines


@st.composite
def files(draw: st.DrawFn) -> bytes:
    writer = Writer(draw)
    lines = writer.block(draw(ROOTS), draw(st.sampled_from([0, 0, 1, 2])))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = end.join(lines) + draw(st.sampled_from(["", end, end + end]))
    return draw(st.sampled_from([b"", b"", b"\xef\xbb\xbf"])) + text.encode()


def places(data: Any, at: KeyPath = ()) -> list[KeyPath]:  # noqa: ANN401  # any data
    found: list[KeyPath] = [at]
    steps = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    for step, value in steps:
        found += places(value, (*at, step))
    return found


def get(data: Any, keys: KeyPath) -> Any:  # noqa: ANN401  # any data
    for key in keys:
        data = data[key]
    return data


def kept(before: bytes, after: bytes) -> None:
    """No comment, line end or mark at the beginning is lost."""
    assert before.startswith(b"\xef\xbb\xbf") == after.startswith(b"\xef\xbb\xbf")
    comments = re.findall("# [^\r\n]*", before.decode())
    assert all(comments.count(one) <= after.decode().count(one) for one in comments)
    if b"\r\n" in before:
        assert after.count(b"\n") == after.count(b"\r\n")
    assert after.endswith(b"\n") == before.endswith(b"\n")


def sound(raw: bytes) -> Any:  # noqa: ANN401  # any data
    source = read(raw, "x.yaml")
    assert not [f for f in source.faults if f.rule not in {"yaml-crlf", "yaml-bom"}]
    return source.data


@STEADY
@given(files(), st.data())
def test_setting_a_value_changes_nothing_else(raw: bytes, more: st.DataObject) -> None:
    data = sound(raw)
    keys = more.draw(
        st.sampled_from([p for p in places(data) if isinstance(get(data, p), str)] or [()])
    )
    value = more.draw(WORDS)
    if not keys:
        return
    after = set_value(raw, "x.yaml", keys, value)
    meant = copy.deepcopy(data)
    get(meant, keys[:-1])[keys[-1]] = value
    assert sound(after) == meant
    kept(raw, after)
    old, new = raw.splitlines(keepends=True), after.splitlines(keepends=True)
    assert len(old) == len(new)
    assert sum(a != b for a, b in zip(old, new, strict=True)) <= 1
    assert set_value(after, "x.yaml", keys, value) == after
    assert set_value(raw, "x.yaml", keys, get(data, keys)) == raw


@STEADY
@given(files(), st.data())
def test_a_new_key_changes_no_other_line(raw: bytes, more: st.DataObject) -> None:
    data = sound(raw)
    keys = more.draw(st.sampled_from([p for p in places(data) if isinstance(get(data, p), dict)]))
    value = more.draw(st.one_of(WORDS, st.just({"日期": "2021-03-02"}), st.just(["甲", "乙"])))
    after = set_value(raw, "x.yaml", (*keys, "新键"), value, more.draw(KEYS))
    meant = copy.deepcopy(data)
    get(meant, keys)["新键"] = value
    assert sound(after) == meant
    kept(raw, after)
    if get(data, keys):
        assert remove(after, "x.yaml", (*keys, "新键")) == raw


@STEADY
@given(files(), st.data())
def test_a_new_item_changes_no_other_line(raw: bytes, more: st.DataObject) -> None:
    data = sound(raw)
    lists = [p for p in places(data) if isinstance(get(data, p), list)]
    keys = more.draw(st.sampled_from([*lists, ("新列表",)]))
    item = more.draw(st.one_of(WORDS, st.just({"日期": "2021-03-02", "理由": "a: b"})))
    after = append(raw, "x.yaml", keys, item)
    meant = copy.deepcopy(data)
    (get(meant, keys) if keys in lists else meant.setdefault("新列表", [])).append(item)
    assert sound(after) == meant
    kept(raw, after)
    assert sum(line not in after.splitlines() for line in raw.splitlines()) <= 1


@STEADY
@given(files(), st.data())
def test_removing_a_key_takes_only_its_own(raw: bytes, more: st.DataObject) -> None:
    data = sound(raw)
    named = [p for p in places(data) if p and isinstance(p[-1], str)]
    keys = more.draw(st.sampled_from(named))
    try:
        after = remove(raw, "x.yaml", keys)
    except RefusedError:
        alone = len(get(data, keys[:-1])) == 1
        assert alone or b"#" in raw
        return
    meant = copy.deepcopy(data)
    del get(meant, keys[:-1])[keys[-1]]
    assert sound(after) == meant
    kept(raw, after)


ENTRY = """\
# 头上的注
事由: '某项工作'      # 说明
对应:
  - {资料: 31-2甲, 年度: 2020}   # 一
外单位: {出具: 法院, 催函: []}
附件: []
正文: |
  第一行

  第三行

状态:   草稿      # 以后再交
示例: 是"""


@pytest.mark.parametrize(
    ("keys", "value", "old", "new"),
    [
        (("状态",), "已提交", "状态:   草稿      # 以后", "状态:   已提交      # 以后"),
        (("事由",), "it's", "事由: '某项工作'", "事由: 'it''s'"),
        (("外单位", "发函"), "2021-03-02", "催函: []}", "催函: [], 发函: 2021-03-02}"),
        (("正文",), "一句", "正文: |\n  第一行\n\n  第三行\n\n状", "正文: 一句\n\n状"),
        (("交件", "份数"), "3", "示例: 是", "示例: 是\n交件: {份数: 3}"),
        (("对应", 0, "页"), "1-2", "年度: 2020}   # 一", "年度: 2020, 页: 1-2}   # 一"),
    ],
)
def test_only_the_value_is_written(keys: KeyPath, value: str, old: str, new: str) -> None:
    assert ENTRY.count(old) == 1
    after = set_value(ENTRY.encode(), "x.yaml", keys, value)
    assert after.decode() == ENTRY.replace(old, new)


def test_a_new_key_stands_behind_the_one_named() -> None:
    after = set_value(ENTRY.encode(), "x.yaml", ("撤回理由",), "重复", "状态")
    assert after.decode() == ENTRY.replace("以后再交\n", "以后再交\n撤回理由: 重复\n")


def test_items_are_written_as_their_neighbours() -> None:
    after = append(ENTRY.encode(), "x.yaml", ("对应",), {"资料": "29-1", "年度": "2020"})
    assert after.decode() == ENTRY.replace("# 一\n", "# 一\n  - {资料: 29-1, 年度: 2020}\n")
    after = append(ENTRY.encode(), "x.yaml", ("外单位", "催函"), "2021-03-02")
    assert after.decode() == ENTRY.replace("[]}", "[2021-03-02]}")
    review = b"x:\n- a: 1\n  b:\n  - {c: 2}\n"
    after = append(review, "x.yaml", ("x",), {"a": "3", "b": [{"c": "4", "d": "5"}]})
    assert after == review + b"- a: 3\n  b:\n  - {c: 4, d: 5}\n"


def test_a_comment_behind_a_removed_value_stays() -> None:
    after = remove(ENTRY.encode(), "x.yaml", ("状态",))
    assert after.decode() == ENTRY.replace("状态:   草稿      # 以后再交", "# 以后再交")
    assert remove(ENTRY.encode(), "x.yaml", ("示例",)).decode() == ENTRY.removesuffix("\n示例: 是")
    assert remove(ENTRY.encode(), "x.yaml", ("没有",)) == ENTRY.encode()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("状态：草稿\n", "全角"),
        ("状态: 草稿\n状态: 撤回\n", "重复"),
        ("", "空的"),
        ("只是一句话\n", "不是“键: 值”"),
    ],
)
def test_a_file_with_faults_is_mended_first(raw: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words) as refused:
        set_value(raw.encode(), "x.yaml", ("状态",), "已提交")
    assert "没有改动" in str(refused.value)


def test_what_would_lose_a_comment_is_left_to_a_person() -> None:
    raw = "催:\n# 一\n- a  # 甲\n- b\n丙: 丁\n".encode()
    with pytest.raises(RefusedError, match="注释"):
        set_value(raw, "x.yaml", ("催",), ["c"])
    with pytest.raises(RefusedError, match="编辑器"):
        remove(raw, "x.yaml", ("催",))
    with pytest.raises(RefusedError, match="不是列表"):
        append(raw, "x.yaml", ("丙",), "x")
    with pytest.raises(RefusedError, match="不能写"):
        set_value(raw, "x.yaml", ("丙", "丁"), "x")


def test_a_comment_behind_the_mark_of_a_block_is_not_lost() -> None:
    raw = "状态: |-   # 注释\n  草稿\n乙: 1  # 又\n".encode()
    with pytest.raises(RefusedError, match="注释，改写会丢"):
        set_value(raw, "x.yaml", ("状态",), "已提交")
    with pytest.raises(RefusedError, match="没有改动"):
        remove(raw, "x.yaml", ("状态",))
    assert set_value(raw, "x.yaml", ("乙",), "2#3") == raw.replace(b": 1 ", b": 2#3 ")


@pytest.mark.parametrize(
    "raw", ["甲: 1\n? 键\n", "? 键\n: 值\n甲: 1\n", "甲: {? 键: 1}\n", "甲: 1\n乙:\n- ? 键\n"]
)
def test_a_key_with_a_question_mark_is_written_plainly_first(raw: str) -> None:
    for change in (set_value, append):
        with pytest.raises(RefusedError, match=r"“[?] 键”，改成“键: 值”"):
            change(raw.encode(), "x.yaml", ("键",), "新")
    plain = "甲: 是?\n乙?: 1\n丙: [问?, 键?]\n".encode()
    assert set_value(plain, "x.yaml", ("甲",), "新") == plain.replace("是?".encode(), "新".encode())


def test_a_new_line_ends_as_its_neighbour_does() -> None:
    raw = b"a: 1\nb: 2\r\nc: 3\n"
    assert set_value(raw, "x.yaml", ("x",), "9", "c") == raw + b"x: 9\n"
    assert set_value(raw, "x.yaml", ("x",), "9", "a") == raw.replace(b"1\n", b"1\nx: 9\n")
    assert set_value(raw, "x.yaml", ("x",), "9", "b") == raw.replace(b"2\r\n", b"2\r\nx: 9\r\n")
    assert set_value(b"a: 1\rb: 2", "x.yaml", ("x",), "9") == b"a: 1\rb: 2\rx: 9"


MANY = """\
# 头
- 一级: 甲
  项:
  - 编号: 1   # 一
    资料:
    - {代号: 1, 内容: "甲, 乙"}
    - 代号: 2
      内容: 丙
  - {编号: 2, 资料: []}
"""
SETTINGS: list[tuple[tuple[str | int, ...], Value]] = [
    ((0, "项", 0, "前身"), ["9"]),
    ((0, "项", 0, "规范号"), "31"),
    ((0, "项", 0, "资料", 0, "修订"), "2"),
    ((0, "项", 0, "资料", 1, "前身"), ["9-1"]),
    ((0, "项", 0, "资料", 1, "内容"), "丁"),
    ((0, "项", 1, "编号"), "（5）"),
    ((0, "项", 1, "前身"), ["8"]),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_many_values_at_once_say_what_they_say_one_by_one(ends: str) -> None:
    raw = MANY.replace("\n", ends).encode()
    made = set_all(raw, "甲.yaml", SETTINGS)
    one_by_one = raw
    for keys, value in SETTINGS:
        one_by_one = set_value(one_by_one, "甲.yaml", keys, value)
    assert read(made, "甲.yaml").data == read(one_by_one, "甲.yaml").data
    assert made.decode().count(ends) == made.decode().count("\n")
    assert all(comment in made.decode() for comment in ("# 头", "# 一"))


def test_where_it_cannot_be_cut_in_at_once_it_is_set_one_by_one() -> None:
    made = set_all("甲: [1]\n乙: 2\n".encode(), "甲.yaml", [(("甲",), ["3"]), (("乙",), "4")])
    assert made.decode() == "甲: [3]\n乙: 4\n"
