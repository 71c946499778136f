"""The reader: every fault by name, place and remedy; all text stays text; nothing ever raises."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fzjs.diagnostic import Location
from fzjs.source import Fault, Source, read

PARSERS = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])


class Case(NamedTuple):
    """One faulty file: what must be reported where, and what the hint must tell to type."""

    name: str
    raw: str | bytes
    rule: str
    line: int
    column: int
    hint: str

    def read(self, *, pure: bool) -> Source:
        raw = self.raw.encode() if isinstance(self.raw, str) else self.raw
        return read(raw, "evidence/a.yaml", pure=pure)


CASES = [
    # full-width marks
    Case("colon-first-line", "编号：31\n来源: 国家\n", "yaml-fullwidth", 1, 3, "“编号: 31”"),
    Case("colon-whole-file", "编号：31\n来源：国家\n", "yaml-fullwidth", 1, 3, "“编号: 31”"),
    Case(
        "colon-in-mid-file",
        "编号: 31\n来源：国家\n内容: 甲\n",
        "yaml-fullwidth",
        2,
        3,
        "来源: 国家",
    ),
    Case("colon-last-line", "编号: 31\n来源：国家", "yaml-fullwidth", 2, 3, "“来源: 国家”"),
    Case("colon-two-lines", "a: 1\n编号：31\n来源：国\n", "yaml-fullwidth", 2, 3, "编号: 31"),
    Case("colon-in-item", "- 编号：31\n  来源: 国家\n", "yaml-fullwidth", 1, 5, "编号: 31"),
    Case(
        "colon-second-in-item", "- 编号: 31\n  来源：国\n  b: 1\n", "yaml-fullwidth", 2, 5, "来源"
    ),
    Case("colon-item-swallowed", "- 编号：31\n  来源：国家\n", "yaml-fullwidth", 1, 5, "编号: 31"),
    Case(
        "colon-below-key",
        "外单位:\n  出具：法院\n  发函：有\n",
        "yaml-fullwidth",
        2,
        5,
        "出具: 法院",
    ),
    Case(
        "colon-too-far-right", "a: 甲\n  来源：国家\nb: 1\n", "yaml-fullwidth", 2, 5, "来源: 国家"
    ),
    Case("colon-nested", "甲:\n  乙：1\n  丙: 2\n", "yaml-fullwidth", 2, 4, "乙: 1"),
    Case("colon-sibling-item", "- 编号: 1\n- 编号：2\n", "yaml-fullwidth", 2, 5, "编号: 2"),
    Case("colon-opens-block", "外单位：\n  出具: 甲\n", "yaml-fullwidth", 1, 4, "“外单位:”"),
    Case("colon-in-flow", "- {代号：1, 内容: 甲}\n", "yaml-fullwidth", 1, 6, "代号: 1"),
    Case(
        "flow-all-wide", "- {代号：1，内容：目录}\n", "yaml-fullwidth", 1, 6, "代号: 1, 内容: 目录"
    ),
    Case(
        "comma-in-flow-map", "甲: {代号: 1，内容: 目录}\n", "yaml-fullwidth", 1, 10, "1, 内容: 目录"
    ),
    Case("comma-ends-flow-line", "{代号: 1，\n 内容: 目录}\n", "yaml-fullwidth", 1, 7, "代号: 1,"),
    Case(
        "comma-in-list",
        "测评方法: [材料查证，网络检索]\n",
        "yaml-fullwidth",
        1,
        12,
        "材料查证, 网络检索",
    ),
    Case("comma-next-line", "点到: [31,\n  32，33]\n", "yaml-fullwidth", 2, 5, "32, 33"),
    Case("enumeration-comma", "责任科室: [甲科、乙科]\n", "yaml-fullwidth", 1, 10, "甲科, 乙科"),
    Case("wide-brackets", "测评方法: 【查证，检索】\n", "yaml-fullwidth", 1, 7, "[查证, 检索]"),
    Case(
        "wide-record",
        "对应:\n- 【资料: 1-1, 年度: 2020】\n",
        "yaml-fullwidth",
        2,
        3,
        "写成“{资料: 1-1, 年度: 2020}”",
    ),
    Case(
        "wide-record-colons",
        "对应:\n- 【资料：1-1，年度：2020】\n",
        "yaml-fullwidth",
        2,
        3,
        "写成“{资料: 1-1, 年度: 2020}”",
    ),
    Case(
        "wide-record-value",
        "登记: 【登记号: 3, 密级: 秘密】\n",
        "yaml-fullwidth",
        1,
        5,
        "写成“{登记号: 3, 密级: 秘密}”",
    ),
    Case(
        "wide-list-of-records",
        "对应: 【{资料: 1-1, 年度: 2020}】\n",
        "yaml-fullwidth",
        1,
        5,
        "写成“[{资料: 1-1, 年度: 2020}]”",
    ),
    Case("wide-square", "别名: ［甲，乙］\n", "yaml-fullwidth", 1, 5, "[甲, 乙]"),
    Case("wide-opener", "甲: ［乙]\n", "yaml-fullwidth", 1, 4, "“[乙]”"),
    Case("wide-closer", "别名: [甲, 乙］\n内容: 文\n", "yaml-fullwidth", 1, 10, "[甲, 乙]"),
    Case("wide-corner-closer", "别名: [甲, 乙】\n", "yaml-fullwidth", 1, 10, "[甲, 乙]"),
    Case("wide-brace", "甲: ｛乙: 1}\n", "yaml-fullwidth", 1, 4, "“{乙: 1}”"),
    Case("wide-brace-closer", "甲: {乙: 1｝\n丙: 2\n", "yaml-fullwidth", 1, 9, "{乙: 1}"),
    Case("wide-space-indent", "甲:\n　　乙: 1\n", "yaml-fullwidth", 2, 1, "乙: 1"),
    Case("wide-space-second", "甲:\n  乙: 1\n　　丙: 2\n", "yaml-fullwidth", 3, 1, "丙: 2"),
    Case("wide-space-after-colon", "编号:　31\n内容: 甲\n", "yaml-fullwidth", 1, 4, "编号: 31"),
    Case("no-break-space", "编号:\xa031\n内容: 甲\n", "yaml-fullwidth", 1, 4, "编号: 31"),
    Case("wide-space-after-key", "编号　: 31\n", "yaml-fullwidth", 1, 3, "半角空格"),
    Case("wide-dash", "问题:\n－ 编号: 1\n", "yaml-fullwidth", 2, 1, "- 编号: 1"),
    Case("long-dash-texts", "问题:\n— 甲\n— 乙\n", "yaml-fullwidth", 2, 1, "“- 甲”"),
    Case("wide-dash-later", "问题:\n- 甲\n－ 乙\n丙: 1\n", "yaml-fullwidth", 3, 1, "- 乙"),
    Case("dash-wide-space", "-　编号: 1\n", "yaml-fullwidth", 1, 2, "- 编号: 1"),
    Case("wide-hash-line", "＃ 注释\n甲: 1\n", "yaml-fullwidth", 1, 1, "“# ”"),
    Case("wide-hash-tail", "甲: 1 ＃ 注释\n", "yaml-fullwidth", 1, 6, "“# ”"),
    # comments that cut
    Case("cut", "内容: 位于 #3号楼\n", "yaml-cut-comment", 1, 8, '"位于 #3号楼"'),
    Case("cut-all", "内容: #3号楼\n", "yaml-cut-comment", 1, 5, '"#3号楼"'),
    Case("cut-in-flow", "点到: [甲, #3号, 乙]\n", "yaml-cut-comment", 1, 9, '"#3号"'),
    Case(
        "cut-then-next", "内容: 位于 #3号楼\n  的材料\n", "yaml-cut-comment", 1, 8, '"位于 #3号楼"'
    ),
    # tabs
    Case("tab-indent", "甲:\n\t乙: 1\n", "yaml-tab", 2, 1, "两个空格"),
    Case("tab-after-blanks", "甲:\n  \t乙: 1\n", "yaml-tab", 2, 3, "两个空格"),
    Case("tab-after-colon", "编号:\t31\n", "yaml-tab", 1, 4, "编号: 31"),
    Case("tab-after-dash", "-\t编号: 31\n", "yaml-tab", 1, 2, "- 编号: 31"),
    Case("tab-before-colon", "编号\t: 31\n", "yaml-tab", 1, 3, "编号: 31"),
    # keys
    Case("duplicate", "编号: 1\n内容: 甲\n编号: 2\n", "yaml-duplicate-key", 3, 1, "合成一处"),
    Case("duplicate-in-flow", "- {页: 1, 页: 2}\n", "yaml-duplicate-key", 1, 10, "各有各的“页”"),
    Case("list-as-key", "[甲, 乙]: 丙\n", "yaml-bad-key", 1, 1, "引号"),
    Case("mapping-as-key", "甲: {{乙: 1}: 丙}\n", "yaml-bad-key", 1, 5, "引号"),
    Case("complex-key", "? [甲]\n: 乙\n", "yaml-bad-key", 1, 3, "引号"),
    Case("empty-key", ": 31\n", "yaml-bad-key", 1, 1, "编号: 31"),
    Case("empty-quoted-key", '"": 31\n', "yaml-bad-key", 1, 1, "编号: 31"),
    # what the format does without
    Case("anchor", "甲: &a 1\n", "yaml-anchor", 1, 4, "删掉"),
    Case("emphasis", "内容: **重要**\n", "yaml-anchor", 1, 5, '"**重要**"'),
    Case("merge-key", "<<: {甲: 1}\n", "yaml-anchor", 1, 1, "照写一遍"),
    Case("tag", "甲: !!str 31\n", "yaml-tag", 1, 4, "删掉"),
    Case("bare-tag", "甲: ! 31\n", "yaml-tag", 1, 4, "删掉"),
    Case("unknown-handle", "甲: !e!x 31\n", "yaml-tag", 1, 4, "引号"),
    Case("chinese-tag", "甲: !重要\n", "yaml-tag", 1, 4, '"!重要"'),
    Case("directive", "# 注\n%YAML 1.1\n---\n甲: 1\n", "yaml-tag", 2, 1, "删掉"),
    Case("two-documents", "甲: 1\n---\n乙: 2\n", "yaml-multiple-documents", 2, 1, "“---”"),
    Case("front-matter", "---\n甲: 1\n---\n", "yaml-multiple-documents", 3, 1, "“---”"),
    # bytes
    Case("bom", "\ufeff甲: 1\n", "yaml-bom", 1, 1, "UTF-8"),
    Case("bom-in-middle", "甲: 1\n\ufeff乙: 1\n", "yaml-bom", 2, 1, "看不见"),
    Case("crlf", "甲: 1\r\n乙: 2\r\n", "yaml-crlf", 1, 5, "CRLF"),
    Case("lone-cr", "甲: 1\r乙: 2\n", "yaml-crlf", 1, 5, "LF"),
    Case("gbk", "甲: 1\n内容: 目录\n".encode("gbk"), "yaml-encoding", 1, 1, "记事本或 WPS"),
    Case("utf-16", "甲: 1\n".encode("utf-16"), "yaml-encoding", 1, 1, "另存为"),
    Case("damaged", "甲乙丙丁: 1\n戊: ".encode() + b"\xe4\xb8", "yaml-encoding", 2, 4, "重新输入"),
    Case("no-encoding", b"a: \xff\xff\xff", "yaml-encoding", 1, 4, "UTF-8"),
    Case("nul", "甲: 1\n乙: \0\n", "yaml-nul", 2, 4, "删去"),
    Case("escape-char", "甲: \x1b[0m\n", "yaml-nul", 1, 4, "删去"),
    Case("delete-char", "甲: 1\x7f\n", "yaml-nul", 1, 5, "删去"),
    Case("next-line-char", "甲: 1\x85\n", "yaml-nul", 1, 5, "删去"),
    Case("turned-text", "甲: 乙\u202e丙\n", "yaml-nul", 1, 5, "删去"),
    Case("isolated-text", "甲: '乙\u2066丙'\n", "yaml-nul", 1, 6, "删去"),
    Case("no-width", "甲: |\n  乙\u200b丙\n", "yaml-nul", 2, 4, "删去"),
    Case("word-joiner", "甲: 乙\u2060丙\n", "yaml-nul", 1, 5, "删去"),
    Case("soft-hyphen", "甲: 乙\xad丙\n", "yaml-nul", 1, 5, "删去"),
    Case("arabic-mark", "甲: 乙\u061c丙\n", "yaml-nul", 1, 5, "删去"),
    Case("tag-character", "甲: 乙\U000e0041丙\n", "yaml-nul", 1, 5, "删去"),
    Case("no-width-in-key", "甲\u200b: 1\n", "yaml-nul", 1, 2, "删去"),
    Case("escape-escaped", '甲: 1\n乙: "子\\e[31m"\n', "yaml-nul", 2, 6, "“\\e”"),
    Case("nul-escaped", '甲: "\\0"\n', "yaml-nul", 1, 5, "“\\0”"),
    Case("hex-escaped", '甲: ["\\x1b"]\n', "yaml-nul", 1, 6, "“\\x1b”"),
    Case("c1-escaped", '甲: "\\N"\n', "yaml-nul", 1, 5, "“\\N”"),
    Case("cr-escaped", '甲: "D:\\new\\report"\n', "yaml-nul", 1, 11, "改成“/”"),
    Case("turned-escaped", '甲: "\\u202E"\n', "yaml-nul", 1, 5, "“\\u202E”"),
    Case("no-width-escaped", '"\\U0000200B": 1\n', "yaml-nul", 1, 2, "删去"),
    Case("bom-escaped", '甲: "\\uFEFF"\n', "yaml-nul", 1, 5, "删去"),
    Case("after-backslash", '甲: "\\\\e\\e"\n', "yaml-nul", 1, 8, "删去"),
    Case("beyond-unicode", '甲: "\\UFFFFFFFF"\n', "yaml-syntax", 1, 5, "“/”"),
    Case("just-beyond", '甲: "乙 \\U00110000"\n', "yaml-syntax", 1, 7, "“/”"),
    Case("half-a-pair", '甲: "\\ud800"\n', "yaml-syntax", 1, 5, "“/”"),
    Case("half-a-pair-later", '甲: "\\\\ud800\\n\\uDFFF"\n', "yaml-syntax", 1, 14, "“/”"),
    Case("long-half-a-pair", '甲: "乙丙\\U0000D83D"\n', "yaml-syntax", 1, 7, "“/”"),
    Case("too-large", "甲: 1\n" * 300_000, "yaml-syntax", 1, 1, "附件"),
    Case("empty", "", "yaml-empty", 1, 1, "写上内容"),
    Case("only-comments", "# 甲\n\n# 乙\n", "yaml-empty", 1, 1, "写上内容"),
    Case("only-a-start", "---\n", "yaml-empty", 1, 1, "写上内容"),
    # the rest of the syntax
    Case("no-space", "编号: 1\n来源:国家\n内容: 甲\n", "yaml-syntax", 2, 3, "来源: 国家"),
    Case("no-space-whole", "编号:31\n", "yaml-syntax", 1, 3, "编号: 31"),
    Case("no-space-in-flow", "- {代号:1, 内容: 甲}\n", "yaml-syntax", 1, 6, "代号: 1"),
    Case("no-space-after-dash", "-编号: 31\n", "yaml-syntax", 1, 1, "- 编号: 31"),
    Case("no-colon", "编号: 31\n来源 国家\n内容: 甲\n", "yaml-syntax", 2, 1, "来源 国家: …"),
    Case("two-colons", "标题: 通知: 甲\n", "yaml-syntax", 1, 7, '标题: "通知: 甲"'),
    Case("open-double", '编号: 31\n内容: "甲\n乙: 1\n', "yaml-syntax", 2, 5, '"甲"'),
    Case("open-single", "内容: '甲\n", "yaml-syntax", 1, 5, "'甲'"),
    Case("open-until-next", '甲: "子\n乙: "丑"\n', "yaml-syntax", 1, 4, '"子"'),
    Case("quotes-inside", '内容: "称"好"的"\n', "yaml-syntax", 1, 8, "'称\"好\"的'"),
    Case("quotes-first", '内容: "法治"建设\n', "yaml-syntax", 1, 9, "'\"法治\"建设'"),
    Case("quotes-in-list", '点到: ["甲"乙, 丙]\n', "yaml-syntax", 1, 9, "'\"甲\"乙'"),
    Case("windows-path", '路径: "D:\\材料\\a.pdf"\n', "yaml-syntax", 1, 8, "'D:\\材料\\a.pdf'"),
    Case("windows-hex", '路径: "D:\\x材"\n', "yaml-syntax", 1, 8, "“/”"),
    Case("open-bracket", "别名: [甲, 乙\n内容: 丙\n", "yaml-syntax", 1, 5, "[甲, 乙]"),
    Case("open-bracket-end", "别名: [甲, 乙\n", "yaml-syntax", 1, 5, "[甲, 乙]"),
    Case("open-on-own-line", "别名:\n[", "yaml-syntax", 2, 1, "补上“]”"),
    Case("open-after-comma", "别名: [甲,", "yaml-syntax", 1, 5, "补上“]”"),
    Case("no-value-in-flow", "- {页:, 内容: 甲}\n", "yaml-syntax", 1, 5, "空格"),
    Case("open-brace", "- {页: 1\n- {页: 2}\n", "yaml-syntax", 1, 3, "{页: 1}"),
    Case("round-closer", "别名: [甲, 乙)\n内容: 丙\n", "yaml-syntax", 1, 10, "[甲, 乙]"),
    Case("round-wide-closer", "别名: [甲, 乙）\n", "yaml-syntax", 1, 10, "[甲, 乙]"),
    Case("square-for-brace", "- {页: 1]\n", "yaml-syntax", 1, 8, "改成“}”"),
    Case("extra-closer", "别名: [甲]]\n", "yaml-syntax", 1, 8, "删去“]”"),
    Case("colon-in-flow-twice", "[甲: 乙: 丙]\n", "yaml-syntax", 1, 6, "引号"),
    Case("after-bracket", "甲: [2020]年\n", "yaml-syntax", 1, 10, '"[2020]年"'),
    Case("dash-out-of-line", "甲:\n  - 乙\n - 丙\n", "yaml-syntax", 3, 2, "  - 丙"),
    Case("dash-swallowed", "- 甲\n  - 乙\n", "yaml-syntax", 2, 3, "- 乙"),
    Case("key-too-far-right", "甲: 1\n  乙: 2\n", "yaml-syntax", 2, 3, "“乙: 2”"),
    Case("key-between-levels", "甲:\n    乙: 1\n  丙: 2\n", "yaml-syntax", 3, 3, "    丙: 2"),
    Case("key-left-of-first", "  甲: 1\n 乙: 2\n", "yaml-syntax", 2, 2, "  乙: 2"),
    Case("dash-after-key", "甲: - 乙\n", "yaml-syntax", 1, 4, "- 乙"),
    Case("key-among-items", "- 甲\n乙: 1\n", "yaml-syntax", 2, 1, "- 乙: 1"),
    Case("item-among-keys", "甲: 1\n- 乙\n", "yaml-syntax", 2, 1, "“- 乙”"),
    Case("two-roots", "{甲: 1}\n乙: 2\n", "yaml-syntax", 2, 1, "括号"),
    Case("at-sign", "甲: @某某\n", "yaml-syntax", 1, 4, '"@某某"'),
    Case("percent", "比例: %80\n", "yaml-syntax", 1, 5, '"%80"'),
    Case("backtick", "甲: `乙`\n", "yaml-syntax", 1, 4, '"`乙`"'),
    Case("greater", "要求: >60%\n", "yaml-syntax", 1, 5, '">60%"'),
    Case("bar", "要求: |甲\n", "yaml-syntax", 1, 5, '"|甲"'),
    Case("question", "甲: ? 乙\n", "yaml-syntax", 1, 4, '"? 乙"'),
    Case("comma-value", "甲: ,\n", "yaml-syntax", 1, 4, "删去"),
    Case("block-not-indented", "内容: |\n  甲\n乙\n丙: 1\n", "yaml-syntax", 3, 1, "多缩进两格"),
    Case("too-deep-blocks", "- " * 1000 + "甲\n", "yaml-syntax", 1, 129, "多余"),
    Case("too-deep-flow", "甲: " + "[" * 100_000, "yaml-syntax", 1, 67, "多余"),
    # round brackets for braces, a glued dash
    Case("round-wide", "- （资料: 29-1, 年度: 2020）\n", "yaml-fullwidth", 1, 3, "{资料: 29-1, "),
    Case("round-half", "- (资料: 29-1, 年度: 2020)\n", "yaml-fullwidth", 1, 3, "{资料: 29-1, "),
    Case("round-one-pair", "甲:\n- （资料: 29-1）\n", "yaml-fullwidth", 2, 3, "“- {资料: 29-1}”"),
    Case("round-all-wide", "- （甲: 1，乙：2）\n", "yaml-fullwidth", 1, 3, "{甲: 1, 乙: 2}"),
    Case("round-half-mended", "- （甲: 1, 乙: 2}\n", "yaml-fullwidth", 1, 3, "{甲: 1, 乙: 2}"),
    Case("round-in-flow", "甲: [（乙: 1, 丙: 2）]\n", "yaml-fullwidth", 1, 5, "{乙: 1, 丙: 2}"),
    Case("round-prose", "甲: 子（注: 丑: 寅）\n", "yaml-syntax", 1, 7, '"子（注: 丑: 寅）"'),
    Case("dash-glued-brace", "-{甲: 1, 乙: 2}\n", "yaml-syntax", 1, 1, "“- {甲: 1, 乙: 2}”"),
    Case("dash-glued-one-pair", "-{甲: 1}\n", "yaml-syntax", 1, 1, "“- {甲: 1}”"),
    Case("dash-glued-later", "- {甲: 1}\n-{甲: 2}\n", "yaml-syntax", 2, 1, "“- {甲: 2}”"),
    Case("dash-glued-list", "甲:\n-[乙, 丙]\n", "yaml-syntax", 2, 1, "“- [乙, 丙]”"),
    # a quote left open inside brackets
    Case("open-in-list-unclear", '甲: ["乙, 丙]\n', "yaml-syntax", 1, 5, "逗号或收尾的括号之前"),
    Case("open-in-unclosed-flow", '甲: {乙: "丙\n', "yaml-syntax", 1, 8, "括号要成对"),
    Case("endless-line", "甲: " + "b" * 1_000_001, "yaml-syntax", 1, 1, "附件"),
]


@PARSERS
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_one_fault_a_cause(case: Case, *, pure: bool) -> None:
    faults = case.read(pure=pure).faults
    assert [(f.rule, *f.location) for f in faults] == [
        (case.rule, "evidence/a.yaml", case.line, case.column)
    ]
    assert case.hint in faults[0].hint
    assert faults[0].message


def _follow(raw: str, wrong: str, right: str) -> str:
    assert raw.count(wrong) == 1
    return raw.replace(wrong, right)


@PARSERS
@pytest.mark.parametrize(
    ("raw", "wrong", "right"),
    [
        (
            "甲:\n- （资料: 29-1, 年度: 2020）\n",
            "- （资料: 29-1, 年度: 2020）",
            "- {资料: 29-1, 年度: 2020}",
        ),
        (
            "甲:\n- (资料: 29-1, 年度: 2020)\n",
            "- (资料: 29-1, 年度: 2020)",
            "- {资料: 29-1, 年度: 2020}",
        ),
        ("甲: （乙: 1, 丙: 2）\n", "甲: （乙: 1, 丙: 2）", "甲: {乙: 1, 丙: 2}"),
        ("甲: [（乙: 1, 丙: 2）]\n", "（乙: 1, 丙: 2）", "{乙: 1, 丙: 2}"),
        ("甲: [（乙: 1，丙：2）]\n", "（乙: 1，丙：2）", "{乙: 1, 丙: 2}"),
        (
            "甲:\n-{资料: 29-1, 年度: 2020}\n",
            "-{资料: 29-1, 年度: 2020}",
            "- {资料: 29-1, 年度: 2020}",
        ),
        ("甲:\n-[乙, 丙]\n", "-[乙, 丙]", "- [乙, 丙]"),
        ('- {页: 1, 摘录: "全年12件}\n甲: 1\n', '"全年12件}', '"全年12件"}'),
        ('甲: [{页: 1, 摘录: "全年12件}]  # 注\n', '"全年12件}]', '"全年12件"}]'),
        ("甲: [{页: 1, 摘录: '全年12件}]\n乙: '丙'\n", "'全年12件}]", "'全年12件'}]"),
        ('甲: {乙: "[丙]}\n', '"[丙]}', '"[丙]"}'),
        ('甲: ["乙]\n', '"乙]', '"乙"]'),
        ('甲:\n- {网址: "https://e.org/a, 检索日期: 2021-02-15}\n', "/a, 检", '/a", 检'),
        (
            '甲: [{网址: "https://example.org/news/2021/02/15/a.html, 检索日期: 2021-02-15}]\n',
            "02/15/a.html, 检索日期: 2021-02-15}]",
            '02/15/a.html", 检索日期: 2021-02-15}]',
        ),
        ("载体: [纸质，PDF]\n", "[纸质，PDF]", "[纸质, PDF]"),
        (
            '载体: [纸质、光盘，"宣传、教育"]\n',
            '[纸质、光盘，"宣传、教育"]',
            '[纸质, 光盘, "宣传、教育"]',
        ),
    ],
)
def test_a_hint_followed_to_the_letter_mends(
    raw: str, wrong: str, right: str, *, pure: bool
) -> None:
    faults = read(raw.encode(), "a.yaml", pure=pure).faults
    assert [right in fault.hint for fault in faults] == [True]
    mended = _follow(raw, wrong, right).replace("\n甲: 1\n", "\n")
    assert read(mended.encode(), "a.yaml", pure=pure).faults == ()


@PARSERS
def test_a_hint_on_an_open_list_shows_no_other_line(*, pure: bool) -> None:
    faults = read("载体: [纸质，PDF\n状态: 草稿\n".encode(), "a.yaml", pure=pure).faults
    assert ["“[纸质, PDF]”" in fault.hint for fault in faults] == [True]


SOUND = {
    "round-bracket-prose": (
        "甲: （注：乙）\n丙:\n- （一）丁: 1\n（四）-1: （注：戊）\n",
        {"甲": "（注：乙）", "丙": [{"（一）丁": "1"}], "（四）-1": "（注：戊）"},
    ),
    "ordinary-comment": ("甲: 1 # 注\n# 注 #3号\n#3号\n乙: 2 ## 说明\n", {"甲": "1", "乙": "2"}),
    "hash-in-quotes": ("甲: '位于 #3号楼'\n", {"甲": "位于 #3号楼"}),
    "hash-in-block": ("甲: |\n  位于 #3号楼\n  ＃ 二\n", {"甲": "位于 #3号楼\n＃ 二\n"}),
    "hash-glued": ("甲: 3#楼\n", {"甲": "3#楼"}),
    "prose-marks": (
        "内容: 第一，规范：见【附件】。［略］\n",
        {"内容": "第一，规范：见【附件】。［略］"},
    ),
    "prose-list": ("摘录: [甲，乙]\n", {"摘录": ["甲，乙"]}),
    "quoted-name": ('责任科室: ["宣传、教育科"]\n', {"责任科室": ["宣传、教育科"]}),
    "wide-quotes": ("甲: “乙”\n", {"甲": "“乙”"}),
    "wide-space-in-block": ("甲: |\n  　　乙：丙\n  　　丁\n", {"甲": "　　乙：丙\n　　丁\n"}),
    "colon-in-block": ("甲: |\n  乙：1\n  丙：2\n", {"甲": "乙：1\n丙：2\n"}),
    "colon-item": ("- 甲：一\n- 乙：二\n", ["甲：一", "乙：二"]),
    "tab-in-quotes": ('甲: "乙\t丙"\n', {"甲": "乙\t丙"}),
    "tab-in-plain": ("甲: 乙\t丙\n", {"甲": "乙\t丙"}),
    "tab-in-block": ("甲: |\n  乙\n  \t丙\n", {"甲": "乙\n\t丙\n"}),
    "tab-at-end": ("甲: 1\t\n乙: 2\n", {"甲": "1", "乙": "2"}),
    "several-lines": ("甲: 子\n  丑\n乙: 2\n", {"甲": "子 丑", "乙": "2"}),
    "start-and-end": ("---\n甲: 1\n...\n", {"甲": "1"}),
    "address": (
        "甲: [https://a.cn/?b=1&c=2]\n乙: http://a.cn/#top\n",
        {"甲": ["https://a.cn/?b=1&c=2"], "乙": "http://a.cn/#top"},
    ),
    "negative": ("- -5\n- 12:30\n", ["-5", "12:30"]),
    "wide-dash-prose": ("甲: －5℃\n乙: ——据报\n", {"甲": "－5℃", "乙": "——据报"}),
    "offices": ("责任科室: [甲, {科室: 乙}]\n", {"责任科室": ["甲", {"科室": "乙"}]}),
    "line-separator": ('甲: "乙\u2028丙"\n丁: 1\n', {"甲": "乙\u2028丙", "丁": "1"}),
    "escapes": (
        "甲: \"乙\\n\\t丙\\u4E2D\\_\\L\\U0001F600\\\\e\"\n丁: 'D:\\e\\0\\ud800'\n戊: D:\\e\n",
        {"甲": "乙\n\t丙中\xa0\u2028😀\\e", "丁": "D:\\e\\0\\ud800", "戊": "D:\\e"},
    ),
    "wide-blanks": ("甲: 乙\xa0丙\u3000丁\n", {"甲": "乙\xa0丙\u3000丁"}),
    "empty-values": (
        "甲:\n乙: ''\n丙: ~\n丁: null\n戊: []\n",
        {"甲": None, "乙": "", "丙": "~", "丁": "null", "戊": []},
    ),
}


@PARSERS
@pytest.mark.parametrize(("raw", "data"), SOUND.values(), ids=SOUND)
def test_sound_text_is_left_alone(raw: str, data: object, *, pure: bool) -> None:
    source = read(raw.encode(), "a.yaml", pure=pure)
    assert source.faults == ()
    assert source.data == data


@PARSERS
@pytest.mark.parametrize(
    "text",
    ["31", "010", "12:30", "no", "2021-03-12", "1_000", "1615507200", "1.10", "~", "null", "是",
     "true", "0x1F", ".inf", "=", "1e3", "+5", "≥100%"],
)  # fmt: skip
def test_scalars_stay_text(text: str, *, pure: bool) -> None:
    source = read(f"甲: {text}\n乙: [{text}]\n{text}: 丙\n".encode(), "a.yaml", pure=pure)
    assert source.data == {"甲": text, "乙": [text], text: "丙"}
    assert source.faults == ()


@PARSERS
def test_all_faults_of_a_file_in_one_run(*, pure: bool) -> None:
    raw = (
        "\ufeff编号: 31\r\n编号: 32\r\n测评方法: [查证，检索]\r\n内容: 位于 #3号\r\n"
        "附件:\t无\r\n甲: &x 1\r\n编号: 33\r\n标题: 通知: 乙\r\n标题: 再: 错\r\n"
    ).encode()
    faults = read(raw, "a.yaml", pure=pure).faults
    assert [(f.rule, f.location.line, f.location.column) for f in faults] == [
        ("yaml-bom", 1, 1),
        ("yaml-crlf", 1, 7),
        ("yaml-duplicate-key", 2, 1),
        ("yaml-fullwidth", 3, 10),
        ("yaml-cut-comment", 4, 8),
        ("yaml-tab", 5, 4),
        ("yaml-anchor", 6, 4),
        ("yaml-duplicate-key", 7, 1),
        ("yaml-syntax", 8, 7),
    ]
    assert "第 1 行" in faults[2].message
    assert "第 1 行" in faults[7].message


@PARSERS
@pytest.mark.parametrize(
    ("raw", "data"),
    [
        ("甲: 1\n甲: 2\n乙: 3\n", {"甲": "1", "乙": "3"}),
        ("\ufeff甲: 1\n", {"甲": "1"}),
        ("甲: 1\r\n乙: |\r\n  子\r\n  丑\r\n", {"甲": "1", "乙": "子\n丑\n"}),
        ("甲: 1\r乙: 2\r", {"甲": "1", "乙": "2"}),
        ("甲:\t1\n乙: 2\n", {"甲": "1", "乙": "2"}),
        ("甲: &x 1\n", {"甲": "1"}),
        ("甲: !!int 010\n", {"甲": "010"}),
        ("甲: 乙 #3号\n", {"甲": "乙"}),
        ("测评方法: [子，丑]\n", {"测评方法": ["子，丑"]}),
        ("甲: &x 1\n乙: *x\n", None),
        ("甲:\n\t乙: 1\n", None),
        ("甲: 1\n---\n乙: 2\n", None),
        ("甲: 1\n乙：2\n", None),
        ("甲: [1, #3\n乙: 2\n", None),
    ],
)
def test_data_of_a_faulty_file(raw: str, data: object, *, pure: bool) -> None:
    source = read(raw.encode(), "a.yaml", pure=pure)
    assert source.data == data
    assert source.faults


@PARSERS
def test_an_alias_bomb_ends_as_faults(*, pure: bool) -> None:
    names = string.ascii_lowercase
    lines = ["a: &a [甲, 甲]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairwise(names)]
    source = read("\n".join(lines).encode(), "a.yaml", pure=pure)
    assert source.data is None
    assert {fault.rule for fault in source.faults} == {"yaml-anchor"}
    assert len(source.faults) == len(names) + 9 * (len(names) - 1)


@PARSERS
@pytest.mark.parametrize("levels", [1000, 1900])
def test_deep_blocks_end_as_a_fault(levels: int, *, pure: bool) -> None:
    raw = "".join(" " * level + "甲:\n" for level in range(levels)).encode()
    faults = read(raw, "a.yaml", pure=pure).faults
    assert [(f.rule, f.location.line) for f in faults] == [("yaml-syntax", 65)]


@PARSERS
def test_depth_that_is_allowed(*, pure: bool) -> None:
    raw = b"[" * 60 + b"]" * 60
    source = read(raw, "a.yaml", pure=pure)
    assert source.faults == ()
    assert source.locate((0,) * 59) == Location("a.yaml", 1, 60)


POSITIONS = """# 注
事由: 甲
对应:
- {资料: 31-2甲, 年度: 2020}
- 资料: 29-1
  页:
附件: []
说明: |
  子
  丑
"""


@PARSERS
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("keys", "value", "key"),
    [
        ((), (2, 1), (2, 1)),
        (("事由",), (2, 5), (2, 1)),
        (("对应",), (4, 1), (3, 1)),
        (("对应", 0), (4, 3), (4, 3)),
        (("对应", 0, "年度"), (4, 19), (4, 15)),
        (("对应", 1, "资料"), (5, 7), (5, 3)),
        (("对应", 1, "页"), (6, 5), (6, 3)),
        (("附件",), (7, 5), (7, 1)),
        (("附件", 0, "路径"), (7, 5), (7, 1)),
        (("说明",), (8, 5), (8, 1)),
        (("缺",), (2, 1), (2, 1)),
        (("对应", 7), (4, 1), (3, 1)),
        (("对应", -1), (4, 1), (3, 1)),
        (("对应", "资料"), (4, 1), (3, 1)),
        (("对应", 1, "摘录"), (5, 3), (5, 3)),
        (("事由", "甲", 0), (2, 5), (2, 1)),
    ],
)
def test_locate(
    keys: tuple[str | int, ...],
    value: tuple[int, int],
    key: tuple[int, int],
    ending: str,
    *,
    pure: bool,
) -> None:
    source = read(POSITIONS.replace("\n", ending).encode(), "a.yaml", pure=pure)
    assert source.locate(keys) == Location("a.yaml", *value)
    assert source.locate(keys, key=True) == Location("a.yaml", *key)


@PARSERS
def test_locate_what_was_read_before_a_fault(*, pure: bool) -> None:
    source = read("甲: 1\n乙: 2\n丙: 3: 4\n".encode(), "a.yaml", pure=pure)
    assert source.data is None
    assert source.locate(("乙",)) == Location("a.yaml", 2, 4)


@PARSERS
def test_lines_are_counted_as_editors_count_them(*, pure: bool) -> None:
    source = read('甲: "子\u2028丑"\n乙: 1\n'.encode(), "a.yaml", pure=pure)
    assert source.locate(("乙",)) == Location("a.yaml", 2, 4)


# The same examples on every run, and no clock: a busy machine is no fault of the reader.
STEADY = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


KEYS = st.one_of(st.text(max_size=5), st.integers(), st.sampled_from("甲乙a"))
ANY_BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(str.encode),
    st.text("甲a1:：，,-－[]【】{}｛'\"#＃&*!%|>? \t\n\u3000", max_size=60).map(str.encode),
)


@PARSERS
@STEADY
@given(raw=ANY_BYTES, keys=st.lists(KEYS, max_size=4), key=st.booleans())
def test_nothing_raises(raw: bytes, keys: list[str | int], key: bool, pure: bool) -> None:  # noqa: FBT001  # drawn by name
    source = read(raw, "a.yaml", pure=pure)
    assert all(isinstance(fault, Fault) for fault in source.faults)
    location = source.locate(tuple(keys), key=key)
    assert location.line >= 1
    assert location.column >= 1
    if not source.faults:
        assert source.data is not None


# Not every mark: on text that starts with `!`, `|`, `>`, `?` the parsers give up at other places.
SIMILAR = st.lists(
    st.sampled_from([*"甲a1:：，,-－[]【】{}'\"# \t\n\u3000", "a: ", "\n  ", "\n- ", "乙: 1\n"]),
    max_size=14,
).map(lambda parts: "".join(parts).encode())


@STEADY
@given(raw=SIMILAR)
def test_both_parsers_read_the_same(raw: bytes) -> None:
    quick, pure = read(raw, "a.yaml"), read(raw, "a.yaml", pure=True)
    assert quick.data == pure.data
    assert bool(quick.faults) == bool(pure.faults)


# Without the marks that make a plain text doubtful; those are in the table above.
TEXTS = st.text(
    st.characters(
        codec="utf-8",
        categories=["L", "M", "N", "P", "S", "Zs"],
        exclude_characters="：＃－—–−【［｛",
        include_characters="\t\n",
    ),
    max_size=12,
)
TEXTS = TEXTS.filter(lambda text: not re.match(r"\w+:", text))  # beside keys: a fault
NAMES = st.text("甲乙丙丁aZ09 _（）()./%", min_size=1, max_size=6)
NAMES = NAMES.filter(lambda name: not re.match("[（(][^）)]*$", name))  # as the same
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@PARSERS
@pytest.mark.parametrize("flow", [False, True])
@STEADY
@given(data=st.dictionaries(NAMES, DATA, min_size=1, max_size=4))
def test_dump_and_read_round_trip(data: dict[str, object], flow: bool, pure: bool) -> None:  # noqa: FBT001  # drawn by name
    raw = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=10_000)
    source = read(raw.encode(), "a.yaml", pure=pure)
    assert source.faults == ()
    assert source.data == data


def _paths(value: object, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield keys
    items = value.items() if isinstance(value, dict) else ()
    for key, inner in items or (enumerate(value) if isinstance(value, list) else ()):
        yield from _paths(inner, (*keys, key))


@PARSERS
@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize(
    "more", ["", "甲: 1\n甲: [2, {乙: 3}]\n? [列]\n: {乙: 4}\n: 无名\n末: {乙: 5}\n"]
)
@STEADY
@given(data=st.dictionaries(NAMES, DATA, min_size=1, max_size=4))
def test_kept_positions_are_those_of_the_tree(
    data: dict[str, object],
    more: str,
    flow: bool,  # noqa: FBT001  # drawn by name
    pure: bool,  # noqa: FBT001
) -> None:
    named = {f"键{name}": value for name, value in data.items()}
    raw = yaml.safe_dump(named, allow_unicode=True, default_flow_style=flow, width=10_000)
    source = read((raw if flow else raw + more).encode(), "a.yaml", pure=pure)
    places, text = source.places(), source.text
    for keys in _paths(source.data):
        node = source.node(keys)
        assert node is not None
        before = text[: node.start_mark.index]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        assert source.locate(keys) == places.locate(keys) == Location("a.yaml", line, column)
