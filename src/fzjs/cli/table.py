"""The commands by name: where each is, and what the list of commands says of it.

A command's module is imported when it is asked for: `fzjs status` must not pay for Word, nor
`fzjs --help` for anything (DESIGN section 7: “Heavy imports happen inside the command”).
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import typer

from fzjs.cli.later import later
from fzjs.cli.plain import Command, Group


class Entry(NamedTuple):
    """A command or a group: its word, `module:name` below fzjs.cli, its line in the list."""

    name: str
    place: str
    help: str


TABLE = (
    Entry(
        "init",
        "init:init",
        "新建数据仓库；已有 fzjs.yaml 的，补上缺的文件（检查、编辑器、CODEOWNERS 等）。",
    ),
    Entry("import", "importing:import_", "把方案导入成数据仓库，拿不准的都写进 导入疑点.md"),
    Entry("status", "query:status", "看全局：谁欠、欠哪件、差哪年、几天到期。"),
    Entry("todo", "query:todo", "看欠件：欠哪件、哪一年、缺什么、哪天到期。"),
    Entry(
        "show",
        "query:show",
        "看一项指标：原文、资料、责任、条目和缺口；或看一个条目：证明什么、到哪一步。",
    ),
    Entry(
        "history",
        "history:history",
        "看进展：每周末应报、通过、待审、逾期、齐备各多少，从 git 的提交里读。",
    ),
    Entry(
        "diff",
        "history:diff",
        "看变化：新满足、又缺、退回、待复核、新欠各几件，条目、问题、台账、批准有什么变化。",
    ),
    Entry(
        "score",
        "scoring:score",
        "算自评：齐备率、达标率对照各条达标线，还差几项、先办哪几件最省。",
    ),
    Entry(
        "add",
        "adding.command:add",
        "登记材料：一个文件一条，或加到已有的条目（--to）；或一个文件夹，用登记表一次登记许多。",
    ),
    Entry(
        "submit",
        "changing:submit",
        "提交草稿；--withdraw 撤回，--reopen 声明更正。缺东西的不能提交，会列出缺什么。",
    ),
    Entry(
        "review",
        "approving:review",
        "不写条目：列出待审的。写条目：--pass 通过，或 --return 退回，写在 evidence/审核/ 里。",
    ),
    Entry(
        "mv",
        "changing:mv",
        "给条目改名或换科室：审核文件、附件和引用一起改，要么全改，要么不动。",
    ),
    Entry(
        "outside",
        "changing:outside",
        "记下外单位出具的材料办到哪一步：发函、催函、应答、取得。",
    ),
    Entry(
        "handover",
        "changing:handover",
        "记下纸质材料交了几份、谁签收；不影响审核。日期不写是今天。",
    ),
    Entry("apply", "approving:apply", "科室申请不适用、延期或补报；批准以前照旧欠着。"),
    Entry("approve", "approving:approve", "批准一个申请：写进 fzjs.yaml 的 不适用 或 延期。"),
    Entry(
        "remind",
        "reminding:remind",
        "催办：写科室就记一次，第几次由程序数；--answered 记科室的答复。不写就列出催过的。",
    ),
    Entry(
        "migrate",
        "migrating:migrate",
        "换版：和新体系逐项对照，写成 换版.yaml 由人确认；确认后用 --apply 换。",
    ),
    Entry(
        "check",
        "checking:check",
        "逐条检查：格式、引用、日期、盖章、附件……有错误时退出码为 1。",
    ),
    Entry("explain", "checking:explain", "解释一条规则：查什么、为什么、错的和对的写法、怎么改。"),
    Entry(
        "format",
        "formatting:format_",
        "查 Word 文件的公文格式：纸张、页边距、字体字号、标题、序号、落款、日期……",
    ),
    Entry("export", "data:export", "导出全部数据。"),
    Entry("rollup", "rollup:rollup", "看许多单位：谁欠得多、拖得久、齐备到几成，差的在前。"),
    Entry("schema", "data:schema", "给编辑器用的 JSON Schema：输入时提示键名、标出写错的地方。"),
    Entry(
        "ledger",
        "ledger:app",
        "工作台账：每月预填、提交，看谁交了。月份是交的那个月，如 2021-03。",
    ),
    Entry(
        "problem",
        "problems:app",
        "检查发现的问题：登记、整改、申请销号、验收；看还有哪些没有销号。",
    ),
    Entry("report", "report:app", "出 Word 文书；fzjs report --list 说明各是给谁看的。"),
    Entry(
        "calendar",
        "calendar:app",
        "日历：哪天前要办什么，哪些过了还没有办理记录；记下办过的事和限时的事。",
    ),
    Entry(
        "declare",
        "declaring:app",
        "申报与命名：步骤、评估、测评、命名，和命名以后的年度报告、回访、摘牌情形。",
    ),
    Entry(
        "org",
        "organising:app",
        "组织：领导小组、专班和职责、各科室的责任人和联络人；换人和移交。",
    ),
    Entry("template", "templating:app", "文书模板：查错、看有哪些变量、抄一份来改。"),
)
"""In the order of the list: what one looks at, what one does, what one writes."""


class _Commands(dict[str, Any]):
    """The commands by name, each made when it is looked up; the names are there from the start."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # typer's own command class
        found = super().__getitem__(name)
        if isinstance(found, Entry):
            found = self[name] = _loaded(found)
        return found

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401  # as above
        try:
            return self[name]
        except KeyError:
            return default

    def values(self) -> Any:  # noqa: ANN401  # as above
        return [self[name] for name in self]

    def items(self) -> Any:  # noqa: ANN401  # as above
        return [(name, self[name]) for name in self]


def _loaded(entry: Entry) -> Any:  # noqa: ANN401  # typer's own command class
    module, _, name = entry.place.partition(":")
    with later():
        found = getattr(import_module(f"fzjs.cli.{module}"), name)
    if isinstance(found, typer.Typer):
        made: Any = typer.main.get_group(found)
    else:
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(entry.name, cls=Command)(found)
        made = typer.main.get_command(alone)
    made.name = entry.name
    return made


class Root(Group):
    """The application's commands, made when they are called."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # typer's
        """Begin with the names alone."""
        super().__init__(**options)
        self.commands = _Commands({entry.name: entry for entry in TABLE})

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002  # typer's
        """Write the list of commands from the table."""
        with formatter.section("命令"):
            formatter.write_dl([(entry.name, entry.help) for entry in TABLE])
