"""Numbers as Word prints them in lists (ST_NumberFormat of ECMA-376, part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HUNDRED = 100
_MAX_ROMAN = 4000
_MYRIAD = 10_000
_LETTERS = 30


def _units(value: int, digits: str, units: Sequence[str], zero: str) -> str:
    """Spell a number below 10,000 with ten, hundred, thousand."""
    spelled, gap = "", False
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if digit:
            spelled += (zero if gap and spelled else "") + digits[digit] + units[power]
            gap = False
        else:
            gap = True
    return spelled or zero


def _plain(value: int) -> str:
    spelled = (
        _units(value, _DIGITS, ("", "十", "百", "千"), "零") if value < _MYRIAD else str(value)
    )
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


def _digitwise(value: int, zero: str = "〇") -> str:
    return "".join(zero if digit == "0" else _DIGITS[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    return _plain(value) if value < _HUNDRED else _digitwise(value, "○")


def _japanese(value: int) -> str:
    """Count as in Japanese lists: no zero, no leading one before ten, hundred, thousand."""
    if value >= _MYRIAD:
        return str(value)
    spelled = _units(value, _DIGITS, ("", "十", "百", "千"), "")
    for unit in "十百千":
        spelled = spelled.replace(f"一{unit}", unit)
    return spelled


def _legal(value: int) -> str:
    return _units(value, _LEGAL, ("", "拾", "佰", "仟"), "零") if value < _MYRIAD else str(value)


def _letter(value: int) -> str:
    if value < 1:
        return str(value)
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1) if times < _LETTERS else str(value)


def _roman(value: int) -> str:
    if not 0 < value < _MAX_ROMAN:
        return str(value)
    spelled = ""
    for worth, mark in _ROMAN:
        times, value = divmod(value, worth)
        spelled += mark * times
    return spelled


def _of(run: str) -> Callable[[int], str]:
    """Return a counter through these characters; past their end plain numbers."""
    return lambda value: run[value - 1] if 0 < value <= len(run) else str(value)


def _run(first: int, count: int) -> str:
    return "".join(map(chr, range(first, first + count)))


_CIRCLED = _of(_run(0x2460, 20) + _run(0x3251, 15) + _run(0x32B1, 15))
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate(
        {0x30 + n: 0xFF10 + n for n in range(10)}
    ),
    "decimalFullWidth2": lambda value: str(value).translate(
        {0x30 + n: 0xFF10 + n for n in range(10)}
    ),
    "numberInDash": lambda value: f"- {value} -",
    "lowerLetter": _letter,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _plain,
    "taiwaneseCountingThousand": _plain,
    "koreanCounting": _plain,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _legal,
    "japaneseLegal": _legal,
    "ideographLegalTraditional": lambda value: _legal(value).translate(
        str.maketrans("贰叁陆", "貳參陸")
    ),
    "ideographDigital": _digitwise,
    "taiwaneseDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "koreanDigital": _digitwise,
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _of(_run(0x3280, 10)),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _of(_run(0x2474, 20)),
    "decimalEnclosedFullstop": _of(_run(0x2488, 20)),
    "none": lambda _value: "",
    "bullet": lambda _value: "",
}


def printed(value: int, style: str) -> str:
    """Return a number in a list style's script; an unknown style counts in plain numbers."""
    return _FORMATS.get(style, str)(value)
