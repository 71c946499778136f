"""Chinese for the words that typer brings along."""

from __future__ import annotations

import gettext
import re
import sys
from collections.abc import Callable

_WORDS = {
    "(deprecated) ": "（已停用）",
    "Arguments": "参数",
    "Options": "选项",
    "Commands": "命令",
    "Aborted!": "已中止。",
    "Missing command.": "没有写命令。",
    "No such command {name!r}.": "没有“{name}”这个命令。",
    "(dynamic)": "（运行时确定）",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "env var: {var}": "环境变量：{var}",
}

_HELP = {
    "Usage: ": "用法：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 …",
    "Show this message and exit.": "显示这段用法",
    "<path>": "<路径>",
    "<str>": "<文字>",
    "<list[str]>": "<文字>",
    "<int>": "<整数>",
    "<int range>": "<整数>",
}
_AT_LEAST = re.compile(r"\[x>=(\d+)(?:; ([^\]]+))?\]")
_OF_ARGUMENT = re.compile(r"^(  [^\s<-]+) <(?:文字|路径|整数)>", re.MULTILINE)
"""An argument's name says what it is; that it is text tells nobody anything."""

_MESSAGES: tuple[tuple[str, str], ...] = (
    (r"(.+?)\.? Did you mean (.+)\?", r"\1是不是 \2？"),
    (r"No such option: (.+)", r"没有“\1”这个选项。"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", r"多写了“\1”，不知道是什么。"),
    (r"Option '?(.+?)'? requires an argument\.?", r"“\1”后面要写内容。"),
    (r"'(.+?)' is not one of (.+?)\.?", r"不能写“\1”，可以写：\2。"),
    (r".*valid integer.*", "这里要写整数，如 2020。"),
    (r"Input should be greater than or equal to (\S+)", r"不能小于 \1。"),
)


def install() -> None:
    """Answer gettext's look-ups in Chinese, and never fail on a character a console lacks."""
    original: Callable[[str], str] = gettext.gettext
    gettext.gettext = lambda message: _WORDS.get(message, original(message))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def help_text(text: str) -> str:
    """Return a help page with typer's own words in Chinese."""
    for word, chinese in _HELP.items():
        text = text.replace(word, chinese)
    text = _AT_LEAST.sub(lambda m: f"[至少 {m[1]}{f'；{m[2]}' if m[2] else ''}]", text)
    return _OF_ARGUMENT.sub(r"\1", text)


def translate(message: str) -> str:
    """Return a usage error in Chinese; what is not known is passed on as it is."""
    message = message.strip().removeprefix("Value error, ")
    for pattern, words in _MESSAGES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            message = found.expand(words).replace("'", "").strip()
    return message
