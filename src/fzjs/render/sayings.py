"""What Jinja says of a mistake, in a clerk's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fzjs.render import sandbox
from fzjs.render.model import nearest

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError

_SAYINGS = (
    (r"No filter named '(.+?)'\.?", "没有“{0}”这个过滤器"),
    (r"No test named '(.+?)'\.?", "没有“{0}”这个判断"),
    (r"Encountered unknown tag '(.+?)'.*", "没有 {{% {0} %}} 这个语句，或它没有开头"),
    (
        r"Unexpected end of template.*",
        "模板没写完：有语句没有结束（如少了 {{% endif %}} 或 {{% endfor %}}）",
    ),
    (r"unexpected end of template.*", "模板没写完：少了 }}}} 或 %}}"),
    (r"unexpected '(.+?)'(?:, expected '(.+?)')?", "这里不该有“{0}”"),
    (r"unexpected char '?(.+?)'? at .*", "这里不该有“{0}”"),
    (r"expected token '(.+?)', got '(.+?)'", "这里应是“{0}”，却是“{1}”"),
    (r"Expected an expression, got .*", "这里少写了内容"),
    (r"Missing end of comment tag", "注释没有用 #}} 结束"),
    (r"Missing end of raw directive", "{{% raw %}} 没有用 {{% endraw %}} 结束"),
    (r"unsupported operand .*", "文字和数字不能这样相加或比较"),
    (r".* not supported between .*", "文字和数字不能这样相加或比较"),
    (r".*(?:division|modulo).*by zero", "除数是零"),
    (r"'\w+' object is not iterable", "这不是一列数据，不能逐项写"),
    (r"cannot unpack .*|.* values to unpack .*", "这里的一项不能拆给这几个名字"),
    (r"You can only sort by .*", "dictsort 只能按 'key' 或 'value' 排"),
    (r"maximum recursion depth exceeded.*|too many .*nested .*", "这里写得太深"),
    (r"'\w+' object is not subscriptable|unhashable type: .*", "这里不能取一项或一段"),
    (r"slice .*", "取一段要用整数"),
    (r"do_(\w+)\(\) .* arguments?\b.*", "过滤器“{0}”括号里的内容不对"),
)

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "name": "名字",
}


def translated(message: str) -> str:
    """Return what a clerk reads; a message in Chinese is our own and stands."""
    for pattern, saying in _SAYINGS:
        found = re.fullmatch(pattern, message)
        if found:
            return saying.format(*(_TOKENS.get(each or "", each) for each in found.groups()))
    return message if re.search("[\u4e00-\u9fff]", message) else "这里的写法不对，读不懂"


def hint(error: TemplateSyntaxError) -> str:
    """Return the filter that was meant, if one is near."""
    found = re.fullmatch(r"No filter named '(.+?)'\.?", str(error.message))
    return nearest(found[1], sandbox.FILTERS) if found else ""
