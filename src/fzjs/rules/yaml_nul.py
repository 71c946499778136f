r"""有看不见的控制字符

**查什么**　文件里有看不见的字符：NUL、退格、ESC 等控制字符，颠倒文字方向的标记（U+202A 至
U+202E、U+2066 至 U+2069），零宽字符（U+200B 至 U+200F）。双引号里用 `\0`、`\e`、`\r`、`\u200B`
等写出的也算。换行、Tab、全角空格和不换行空格（U+00A0）不在此列。

**为什么**　看上去一样的两个名字其实不同，对不上；倒写的文字让人看到的和程序读到的不一样；
Word 文件里不能有控制字符。满篇都是的，多半不是文本，或在传输中坏了。

**错**　`路径: "D:\new\report.pdf"`（双引号里 `\n` 是换行，`\r` 是回车）；把 .docx 改名成了 .yaml。

**对**　`路径: 附件/report.pdf`；附件放进“附件”文件夹，条目用文本另写。

**怎么改**　删去提示的那个字符，把那个词重新输入；路径用 `/`；满篇都是的，换回正确的文件。
"""

from __future__ import annotations

from fzjs.diagnostic import Severity
from fzjs.rules.base import Scope

SEVERITY = Severity.ERROR
SCOPE = Scope.READING
