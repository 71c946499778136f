"""Characters that a document's fonts lack: a name prints as a box, or in another face."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from fzjs.render.values import rare

_EAST = re.compile(rb'w:eastAsia="([^"]*_GB2312)"')
_MOST = 4_000_000
_SHOWN = 10


def lacking(document: bytes, data: Mapping[str, Any]) -> str:
    """Say which characters of the data a document's `…_GB2312` fonts lack; "" for none.

    GB2312 has 6,763 characters and not those of many names: 镕, 堃, 喆, 玥.
    """
    found = rare(data)
    fonts = _narrow(document) if found else []
    if not fonts:
        return ""
    shown = "".join(found[:_SHOWN]) + ("等" if len(found) > _SHOWN else "")
    return f"“{shown}”不在{'、'.join(fonts)}里，打印出来可能是方框或别的字体；打印前看一眼。"


def _narrow(document: bytes) -> list[str]:
    try:
        with ZipFile(BytesIO(document)) as archive, archive.open("word/styles.xml") as part:
            styles = part.read(_MOST)
    except (BadZipFile, KeyError, OSError):
        return []
    return sorted({name.decode(errors="replace") for name in _EAST.findall(styles)})
