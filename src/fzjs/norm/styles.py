"""What a run and a paragraph print in: own properties, else the styles', else the document's.

A run's face is its own, else its character style's, else its paragraph style's with all that this
is based on, else that of docDefaults (ECMA-376, 17.7.2); a theme font is what theme1.xml says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from lxml import etree

from fzjs.ooxml.text import VAL, W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BASED = 20
"""Styles that stand on one another before a circle is supposed."""
_MOST = 1 << 32
"""What no length exceeds; LibreOffice writes -1 as 4294967295."""
_OFF = {"0", "false", "off", "none"}
_SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja": "Jpan", "ko": "Hang"}
_KEPT = {"jc": ("val",), "snapToGrid": ("val",), "spacing": ("line", "lineRule")}
_INDENTS = (
    ("left", 1, ("left", "start")),
    ("right", 1, ("right", "end")),
    ("first", 1, ("firstLine",)),
    ("first", -1, ("hanging",)),
)
"""The names of an indent, and whether it counts inward; the last that is given holds."""

Look = Mapping[str, str]
"""Properties by short names: `east`, `sz`, `color`, `jc/val`, `left`, `leftChars`."""


class Theme:
    """The fonts that a theme gives."""

    def __init__(self, theme: etree._Element | None, settings: etree._Element | None) -> None:
        """Read theme1.xml, and from settings.xml the language that east-Asian text is in."""
        self._fonts = {} if theme is None else _theme_fonts(theme, _script(settings))

    def font(self, name: str) -> str:
        """Return the font that `minorEastAsia` means, "" where the theme has none."""
        return self._fonts.get(name, "")


def _script(settings: etree._Element | None) -> str:
    found = None if settings is None else settings.find(f"{W}themeFontLang")
    language = "" if found is None else found.get(f"{W}eastAsia", "")
    return next(
        (script for start, script in _SCRIPTS.items() if language.startswith(start)), "Hans"
    )


def _theme_fonts(theme: etree._Element, script: str) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for group in ("major", "minor"):
        node = next(theme.iter(f"{A}{group}Font"), None)
        if node is None:
            continue
        latin = _typeface(node.find(f"{A}latin"))
        east = _typeface(node.find(f"{A}ea")) or next(
            (_typeface(each) for each in node.iter(f"{A}font") if each.get("script") == script), ""
        )
        fonts |= {f"{group}EastAsia": east, f"{group}HAnsi": latin, f"{group}Ascii": latin}
    return fonts


def _typeface(node: etree._Element | None) -> str:
    return "" if node is None else node.get("typeface", "")


class Styles:
    """The styles of a document, each with all that it is based on."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        """Read styles.xml; a document may lack it."""
        self._theme = theme
        self._styles: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self._default = ""
        self._base: Look = {}
        if root is None:
            return
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = name
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self._base = {
                **self._paragraph(defaults.find(f"{W}pPrDefault/{W}pPr")),
                **self._run(defaults.find(f"{W}rPrDefault/{W}rPr")),
            }

    def name(self, properties: etree._Element | None) -> str:
        """Return the name that a clerk sees of a paragraph's style, "" for the default one."""
        style = self._styles.get(_value(properties, "pStyle"))
        return "" if style is None else _value(style, "name")

    def paragraph(self, properties: etree._Element | None) -> Look:
        """Return how a paragraph is set, and what its text prints in unless a run says more."""
        style = self._look(_value(properties, "pStyle") or self._default)
        return {**self._base, **style, **self._paragraph(properties)}

    def run(self, paragraph: Look, properties: etree._Element | None) -> Look:
        """Return what a run of a paragraph prints in."""
        if properties is None:
            return paragraph
        return {
            **paragraph,
            **self._look(_value(properties, "rStyle")),
            **self._run(properties),
        }

    @property
    def normal(self) -> Look:
        """What text of the default style prints in."""
        return self.paragraph(None)

    def _look(self, name: str) -> Look:
        """Return what a style says, with what it is based on."""
        if name not in self._looks:
            look: dict[str, str] = {}
            for style in reversed(list(self._chain(name))):
                look |= self._paragraph(style.find(f"{W}pPr"))
                look |= self._run(style.find(f"{W}rPr"))
            self._looks[name] = look
        return self._looks[name]

    def _chain(self, name: str) -> Iterator[etree._Element]:
        for _ in range(_BASED):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = _value(style, "basedOn")

    def _paragraph(self, node: etree._Element | None) -> dict[str, str]:
        if node is None:
            return {}
        found = dict(_indents(node.find(f"{W}ind")))
        for tag, names in _KEPT.items():
            child = node.find(f"{W}{tag}")
            if child is None:
                continue
            for name in names:
                value = child.get(f"{W}{name}", "1" if tag == "snapToGrid" else None)
                if value is not None:
                    found[f"{tag}/{name}"] = value
        return found

    def _run(self, node: etree._Element | None) -> dict[str, str]:
        if node is None:
            return {}
        found = {}
        fonts = node.find(f"{W}rFonts")
        if fonts is not None:
            themed, named = fonts.get(f"{W}eastAsiaTheme"), fonts.get(f"{W}eastAsia")
            if themed is not None:
                found["east"] = self._theme.font(themed)
            elif named is not None:
                found["east"] = named
        for tag in ("sz", "color", "spacing", "vanish"):
            child = node.find(f"{W}{tag}")
            if child is not None:
                found[tag] = child.get(VAL, "1")
        return found


def _indents(node: etree._Element | None) -> Iterator[tuple[str, str]]:
    """Yield the indents of a `w:ind`, a hanging one as a first line to the left."""
    for name, sign, written in _INDENTS if node is not None else ():
        for each, unit in product(written, ("", "Chars")):
            value = whole_or_none(node.get(f"{W}{each}{unit}")) if node is not None else None
            if value is not None:
                yield f"{name}{unit}", str(sign * value)


def whole_or_none(text: str | None) -> int | None:
    """Return an attribute as a whole number of at most 33 bits, None where it is none."""
    try:
        return max(-_MOST, min(round(float(text)), _MOST)) if text else None
    except (ValueError, OverflowError):
        return None


def _value(node: etree._Element | None, tag: str) -> str:
    found = None if node is None else node.find(f"{W}{tag}")
    return "" if found is None else found.get(VAL, "")


def is_on(value: str) -> bool:
    """Tell whether a toggle's value means yes."""
    return value not in _OFF
