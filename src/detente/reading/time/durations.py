"""TIMEX3 values of lengths and repetitions."""

from __future__ import annotations

from detente.reading.time.expression import Expression

_IN_MONTHS = {"Q": 3, "H": 6}
_IN_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_HALVES = {"Y": "6M", "TH": "30M", "DE": "5Y", "CE": "50Y", "D": "T12H", "TM": "30S"}


def duration_value(count: float | None, unit: str | None) -> str:
    """P2Y, PT5H30M, PXM; decades and centuries in years, quarters and halves in months."""
    unit = unit or "X"
    if unit == "X":
        return "PXX"
    time, letter = ("T", unit[1]) if len(unit) == 2 and unit[0] == "T" else ("", unit)
    letter = {"FN": "W", "WE": "D"}.get(letter, letter)
    if unit in ("FN", "WE") and count is not None:
        count *= 2
    if count is None:
        return f"P{time}X{'Y' if letter in _IN_YEARS else letter}"
    if unit in _IN_MONTHS:
        return _plain(count * _IN_MONTHS[unit], "M", "")
    if letter in _IN_YEARS and (count * _IN_YEARS[letter]).is_integer():
        return _plain(count * _IN_YEARS[letter], "Y", "")
    whole, rest = divmod(count, 1)
    if rest == 0.5 and unit in _HALVES and unit not in ("DE", "CE"):
        half = _HALVES[unit]
        if not whole:
            return f"P{time}{half}"
        return f"P{time}{int(whole)}{letter}{half}"
    return _plain(count, letter, time)


def _plain(count: float, letter: str, time: str) -> str:
    number = str(int(count)) if count == int(count) else f"{count:g}"
    return f"P{time}{number}{letter}"


def set_value(expression: Expression) -> str:
    """P1M, XXXX-WXX-4, XXXX-07, XXXX-WXX-2TNI."""
    suffix = f"T{expression.daypart}" if expression.daypart else ""
    if expression.weekday:
        return f"XXXX-WXX-{expression.weekday}{suffix}"
    if expression.month:
        return f"XXXX-{expression.month:02d}"
    if expression.season:
        return f"XXXX-{expression.season}"
    if expression.daypart:
        return f"XXXX-XX-XX{suffix}"
    if expression.unit == "WE":
        return "XXXX-WXX-WE"
    return duration_value(expression.count, expression.unit)
