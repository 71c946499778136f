"""Tiny repositories as text: a small plan whose numbers can be counted on one's fingers.

The window is 2019-2021, the cutoff 2021-05-31; 第一批 is 2019 (due 2021-02-01), 第二批 2020 (due
2021-03-15). Offices: 甲科 (also 甲办) coordinates, 乙科 owes most, 丙科 some.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import subprocess
from collections.abc import Mapping
from pathlib import Path

from fzjs.assess import Assessment, Met, assess
from fzjs.cli.app import run
from fzjs.facts import Entry
from fzjs.repository import load
from fzjs.repository.layout import name_of
from fzjs.tree import Tree

TODAY = "2021-03-02"
ENTRY = "evidence/乙科/条目.yaml"
OTHER = "evidence/乙科/另一条.yaml"
ELSEWHERE = "evidence/丙科/条目.yaml"
INSPECTION = "evidence/督导/2021-02-双月检查.yaml"
ANSWER = "evidence/乙科/整改/2021-02-双月检查-1.yaml"

CAMPAIGN = """\
格式: 1
单位: 示例市某局
窗口: 2019-2021
截止: 2021-05-31
创建办: 甲科
体系: {名称: 某体系}
默认: {出具单位: 示例市某局}
情况说明:
  标题: "{单位}关于{事由}的情况说明"
  字数: {建议: 500, 上限: 1000}
要求:
- {名称: 落款, 出处: 附件1 三.2}
- {名称: 盖章, 出处: 附件1 三.2}
- {名称: 案卷目录, 出处: 附件1 四.2}
科室: [{名称: 甲科, 别名: [甲办]}, 乙科, 丙科]
审核: {科室: 甲科, 代审: 乙科, 保护: 有}
方法: [材料查证, 网络检索, {名称: 实地核验, 别名: [实地核查]}]
批次:
- {名称: 第一批, 年度: 2019, 截止: 2021-02-01}
- {名称: 第二批, 年度: 2020, 截止: 2021-03-15}
"""

PLAN = """\
- 一级指标: 一、制度
  二级指标: 1.文件
  三级指标:
  - 编号: 1
    来源: 国家
    内容: 情况说明按年，另附网络检索
    测评方法: [材料查证, 网络检索]
    责任科室: [乙科]
    上报资料:
    - {代号: 1, 内容: 情况说明, 种类: 情况说明, 年度: 逐年可合并}
    - {代号: 2, 内容: 没有发生, 种类: 无此情形, 年度: 逐年可合并}
    - {代号: 3, 内容: 同一份情况说明, 种类: 情况说明, 同: 1}
    网络检索: 另附
  - {编号: 2, 来源: 国家, 内容: 空格并要点到, 沿用: {方法: 1, 资料: 1, 责任: 1}, 应点到: [1-2]}
  - {编号: 3, 来源: 国家, 内容: 空格, 沿用: {方法: 1, 资料: 1, 责任: 1}}
  - 编号: （4）
    来源: 省
    内容: 目录、逐件、现行
    测评方法: [材料查证]
    责任科室: [甲办]
    上报资料:
    - {代号: 1, 内容: 文件目录, 种类: 目录}
    - {代号: 2, 内容: 审查意见, 种类: 文件, 年度: 逐件, 按: （4）-1}
    - {代号: 3, 内容: 制度, 种类: 制度文件}
  - 编号: ★5
    来源: 市
    内容: 时点、每半年、每2年、有则报
    测评方法: [材料查证]
    责任科室: [乙科, 丙科]
    上报资料:
    - {代号: 1, 内容: 当前情况, 种类: 统计数据, 年度: 时点}
    - {代号: 2, 内容: 半年汇报, 种类: 信息报道, 年度: 每半年}
    - {代号: 3, 内容: 后评估, 种类: 报告, 年度: 每2年}
    - {代号: 4, 内容: 表彰, 种类: 证书, 年度: 有则报}
- 一级指标: 二、其他
  二级指标: 1.其他
  三级指标:
  - 编号: 6
    来源: 国家
    内容: 分别提供
    测评方法: [材料查证]
    责任科室: [乙科, 丙科]
    上报资料:
    - {代号: 1, 内容: 各科工作, 种类: 佐证材料, 年度: 每年, 分别提供: 是}
  - 编号: 7
    来源: 国家
    内容: 牵头与配合
    测评方法: [材料查证]
    责任科室: [{科室: 乙科, 角色: 牵头}, {科室: 丙科, 角色: 配合}]
    上报资料:
    - {代号: 1, 内容: 年度工作, 种类: 佐证材料, 年度: 每年}
  - 编号: 8
    来源: 国家
    内容: 资料就是网络检索
    测评方法: [材料查证]
    责任科室: [乙科]
    上报资料:
    - {代号: 1, 内容: 公开及网络检索佐证材料, 种类: 佐证材料, 年度: 逐年可合并}
    - {代号: 2, 内容: 情况说明, 种类: 情况说明, 年度: 逐年可合并, 字数上限: 2000}
    网络检索: 8-1
  - 编号: 9
    来源: 国家
    内容: 外单位出具
    测评方法: [材料查证]
    责任科室: [乙科]
    上报资料:
    - {代号: 1, 内容: 法院说明, 种类: 情况说明, 年度: 汇总, 出具: 人民法院}
    - {代号: 2, 内容: 案卷, 种类: 案卷, 年度: 每年, 份数: 2, 每: 执法部门}
  - 编号: 10
    来源: 国家
    内容: 现行与按年，另附网络检索
    测评方法: [网络检索]
    责任科室: [乙科]
    上报资料:
    - {代号: 1, 内容: 制度, 种类: 制度文件, 年度: 现行}
    - {代号: 2, 内容: 上年度报告, 种类: 报告, 年度: 上年度}
    网络检索: 另附
"""

_SOUND = {
    "事由": "某项工作",
    "种类": "情况说明",
    "落款日期": "2021-02-20",
    "盖章": "是",
    "附件": f"[{{路径: 附件/甲.pdf, sha256: {'0' * 64}, 库外: 是, 字数: 480}}]",
    "状态": "已提交",
}


def entry(claims: str, changes: Mapping[str, str | None] | None = None) -> str:
    """Give a sound 情况说明 that claims `1-1 2020 2; 1-3 2021`, keys changed or (None) left out."""
    keys = {**_SOUND, "对应": _claims(claims), **(changes or {})}
    return "".join(f"{key}: {text}\n" for key, text in keys.items() if text is not None)


def _claims(text: str) -> str:
    """Read `资料 年度 [页]` separated by `;`; a claim that starts with `{` stands as it is."""
    made = []
    for claim in text.split(";"):
        words = claim.split()
        if claim.strip().startswith("{"):
            made.append(claim.strip())
            continue
        page = f", 页: {words[2]}" if words[2:] else ""
        made.append(f'{{资料: {words[0]}, 年度: "{words[1]}"{page}}}')
    return f"[{', '.join(made)}]"


def plan(rows: str, level: str = "一、某项") -> str:
    """Give an indicator file of one block; `rows` are indicators, one flow mapping a line."""
    lines = "".join(f"  - {row.strip()}\n" for row in rows.strip().splitlines())
    return f"- 一级指标: {level}\n  二级指标: 1.某项\n  三级指标:\n{lines}"


def lay(root: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write files over the base, and give the root."""
    base = {"fzjs.yaml": CAMPAIGN, "indicators/01.yaml": PLAN}
    for name, text in {**base, **(files or {})}.items():
        put(root, name, text)
    return root


def put(root: Path, name: str, text: str | bytes) -> None:
    """Write one file, with the folders it needs."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)


def assessed(root: Path, today: str = TODAY) -> Assessment:
    """Assess a folder; a fault of the format is the test's own mistake."""
    loaded = load(Tree(root))
    assert not loaded.faults, [fault.message for fault in loaded.faults]
    assert loaded.repository
    return assess(loaded.repository, datetime.date.fromisoformat(today))


def given(
    root: Path, files: Mapping[str, str | bytes] | None = None, today: str = TODAY
) -> Assessment:
    """Lay files over the base and assess."""
    return assessed(lay(root, files), today)


def problem(
    root: Path,
    about: str = "条目: 乙科/条目",
    handling: str = "",
    applied: str = "2021-02-27",
    proof: str = "乙科/条目",
) -> None:
    """Write an inspection with one problem of 乙科, and where `applied` is said its 整改."""
    put(
        root,
        INSPECTION,
        "类型: 双月检查\n日期: 2021-02-26\n问题:\n"
        f"- {{编号: 1, {about}, 问题: 页码不对, 责任科室: 乙科, 时限: 2021-03-20, "
        f"处理: [{handling}]}}\n",
    )
    if applied:
        text = f"问题: 2021-02-双月检查/1\n措施: 改正\n佐证: [{proof}]\n申请销号: {applied}\n"
        put(root, ANSWER, text)


def find(assessment: Assessment, label: str) -> Met:
    """Give the 应报件 of this label."""
    return next(met for met in assessment.met if met.due.label == label)


def states(assessment: Assessment, *labels: str) -> list[str]:
    """Give the states of 应报件 by their labels."""
    return [str(find(assessment, label).state) for label in labels]


def owed(assessment: Assessment, number: str) -> list[str]:
    """Give the labels of what an indicator owes of its own, in order."""
    rows = assessment.catalogue.rows
    return [m.due.label for m in assessment.met if rows[m.due.indicator].indicator.number == number]


def declared(more: str = "结果: 通过") -> str:
    """Give an application whose one step carries more, in its last keys."""
    result = "" if "结果" in more else "结果: 通过, "
    step = f"{{名称: 自愿申报, 日期: 2021-02-20, {result}文件: [{{题名: 通知}}], {more}}}"
    return f"名称: 甲的申报\n类型: 综合示范\n步骤:\n- {step}\n"


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder as somebody, and give what it prints."""
    who = ("-c", "user.name=甲", "-c", "user.email=a@example.invalid")
    command = ["git", "-C", str(root), *who, *arguments]
    return subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", timeout=60
    ).stdout


def said(root: Path, *arguments: str, code: int = 0) -> str:
    """Run a command in this process, and give all that it prints; the exit code must be this."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        got = run(["-C", str(root), *arguments])
    assert got == code, out.getvalue()
    return out.getvalue()


def anyhow(root: Path, *arguments: str) -> str:
    """Give what a command prints in one line without blanks, whether it finds errors or not."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run(["-C", str(root), *arguments])
    return "".join(out.getvalue().split())


def review(
    root: Path, name: str = ENTRY, verdict: str = "通过", date: str = "2021-02-25", by: str = ""
) -> None:
    """Write the review of an entry as it stands now, each claim by itself."""
    loaded = load(Tree(root)).repository
    assert loaded
    record = loaded.entries[name_of(name)]
    put(root, f"evidence/审核/{record.id}.yaml", review_text(record, verdict, date, by))


def review_text(record: Entry, verdict: str, date: str = "2021-02-25", by: str = "") -> str:
    """Give the review file of an entry as it stands, by the office that is to review it."""
    office = by or ("乙科" if record.office == "甲科" else "甲科")
    reasons = "" if verdict == "通过" else "  理由: [{代码: 缺章}]\n"
    return (
        f"审核:\n- 日期: {date}\n  科室: {office}\n  审核人: 张某\n  结论: {verdict}\n{reasons}"
        f"  指纹: {record.fingerprint}\n  对应: {_reviewed(record)}\n"
    )


def _reviewed(record: Entry) -> str:
    made = (
        f'{{资料: "{claim.material}", 年度: "{claim.period}", 指纹: {claim.fingerprint}}}'
        for claim in record.claims
    )
    return f"[{', '.join(made)}]"
