"""What counted words come to: "two and a half", "twenty-one", "1,200", "2 1/2", "nineteen ninety-seven"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.reading.time.lexicon import listed, meaning

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}  # codes: characters


def number(words: Sequence[str]) -> float | None:
    """The value of a number's words, or None where they make none."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        lower = word.lower()
        if lower in listed("fraction_joins"):
            continue
        value = _one(lower, seen)
        if value is None:
            return None
        if value in (100, 1000) and seen and lower.isalpha():
            current = (current or 1) * value
            if value == 1000:
                total, current = total + current, 0.0
        elif lower not in listed("number_a") or not seen:
            current += value
        seen = True
    return total + current if seen else None


def _one(lower: str, seen: bool) -> float | None:
    if lower in listed("indefinite"):
        return 1.0
    if lower in listed("half"):
        return 0.5
    if lower in _FRACTIONS:
        return _FRACTIONS[lower]
    spelled = meaning("number", lower)
    if spelled is not None:
        return float(spelled)
    try:
        if "/" in lower and seen:
            over, _, under = lower.partition("/")
            return int(over) / int(under)
        tail = _FRACTIONS.get(lower[-1:], 0.0)
        return float(lower.rstrip("½¼¾").replace(",", "")) + tail
    except (ValueError, ZeroDivisionError):
        return None


def ordinal(words: Sequence[str]) -> int | None:
    """The value of "third", "3rd", "twenty-first" or of a plain day number."""
    total = 0
    for word in words:
        lower = word.lower().rpartition("-")[2] or word  # "mid-19th"
        digits = lower.rstrip("stndrh")
        if digits.isdigit():
            total += int(digits)
        elif (value := meaning("ordinal", lower)) is not None or (value := meaning("number", lower)) is not None:
            total += int(value)
        elif lower not in ("-", "–"):
            return None
    return total or None


def spoken_year(words: Sequence[str]) -> str | None:
    """The year of "nineteen ninety-seven" or "two thousand and three", or None."""
    values = [meaning("number", word) for word in words if word.lower() not in listed("year_joins")]
    if any(value is None for value in values) or not values:
        return None
    if len(values) >= 2 and values[1] == 1000 and values[0] < 3:
        rest = sum(values[2:])
        return str(values[0] * 1000 + rest) if rest < 100 else None
    century, rest = values[0], sum(values[1:])
    if (
        15 <= century <= 20
        and 10 <= rest <= 99
        and all(value < 100 for value in values)
        and (len(values) == 2 or values[1] >= 20)
    ):
        return str(century * 100 + rest)
    return None
