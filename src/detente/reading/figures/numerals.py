"""Text -> the numbers in it: "1,200", "2.5 million", "twenty-five", "half a million", "7-10", "between 5 and 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from detente.reading.figures.lexicon import lexicon

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+"
_THOUSAND = 1000.0
_VOTES = 10.0  # from here on two numbers may be votes


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the characters ``[start, end)`` of a text; ``upper`` is the other end of a range."""

    start: int
    end: int
    value: float
    upper: float | None = None
    scaled: bool = False  #: with "million", "bn", "dozen"
    spelled: bool = False


def numerals(text: str, start: int, end: int) -> list[Numeral]:
    """The numbers at ``[start, end)`` of a text, ranges joined, in order; times, ordinals and codes left out."""
    joined: list[Numeral] = []
    for number in _single(text, start, end):
        whole = _range(text, joined[-1], number) if joined else None
        if whole is not None:
            joined[-1] = whole
        elif joined and _is_score(text, joined[-1], number):
            joined.pop()
        else:
            joined.append(number)
    return joined


def _is_score(text: str, one: Numeral, other: Numeral) -> bool:
    """Whether two numbers are a score, and neither range nor votes: "2-0", "89-89"; not "418-2"."""
    glued = text[one.end : other.start] in ("-", "–") and text[other.end : other.end + 1] != "-"
    like = other.value <= one.value < _VOTES or one.value == other.value
    return glued and like and one.upper is None and not one.spelled and not other.spelled


def _single(text: str, start: int, end: int) -> Iterator[Numeral]:
    for match in _pattern().finditer(text, start, end):
        digits = match["digits"]
        if digits and not _stands_alone(text, match):
            continue
        value = _value(match[0].lower())
        if digits and re.search(r"(?:\bminus[\s-]|(?<![\w)])−)$", text[max(match.start() - 6, 0) : match.start()]):
            value = -value
        scaled = match["scale"] is not None or (digits is None and any(w in lexicon().scales for w in _split(match[0])))
        number = Numeral(match.start(), match.end(), value, None, scaled, digits is None)
        yield _with_letter(text, number) if digits and not scaled else number


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether digits are a number of their own: not of "F-16", "9/11", "22nd", "5:25", "2010s"."""
    at, behind = match.start(), text[match.end() : match.end() + 3]
    before = text[max(at - 8, 0) : at]
    if re.search(r"[:/]$|\d[.,]$|[A-Za-z]\.$", before):
        return False
    if re.search(r"[^\W\d_]$", before) and not lexicon().sign.search(before):
        return False
    if re.search(r"[^\W\d_]-$", before) and not re.search(r"\b(?:sub|minus|to)-$", before, re.IGNORECASE):
        return False
    return re.match(r"(?:st|nd|rd|th|s|['’]s)\b|[:/]\d", behind) is None


def _with_letter(text: str, number: Numeral) -> Numeral:
    """Behind a currency a letter is a scale, and so is a capital M: "$13.6m", "4M visits"; "37m" are metres."""
    letter = text[number.end : number.end + 2]
    scale = lexicon().money_scales.get(letter[:1].lower())
    ends = len(letter) < 2 or not letter[1].isalnum()
    if scale is not None and ends and letter[0] in lexicon().inside.capitals:
        return replace(number, end=number.end + 1, value=_clean(number.value * scale), scaled=True)
    if scale is None or not ends or not lexicon().sign.search(text[max(number.start - 8, 0) : number.start]):
        return number
    return replace(number, end=number.end + 1, value=_clean(number.value * scale), scaled=True)


def _range(text: str, low: Numeral, high: Numeral) -> Numeral | None:
    """One range of two numbers: joined by a dash or "to", or by "and" behind "between"."""
    gap = text[low.end : high.start]
    between = text[max(low.start - 12, 0) : low.start].lower()
    joins = re.fullmatch(r"\s?[-–—]\s?|\s+to\s+", gap) is not None or (
        gap.strip() == "and" and re.search(r"\bbetween\s+\W?$", between) is not None
    )
    if not joins or low.upper is not None or low.spelled != high.spelled:
        return None
    value = low.value
    if high.scaled and not low.scaled and low.value < _THOUSAND:
        value = _clean(low.value * _scale(text[high.start : high.end]))
    if value >= high.value:
        return None
    return Numeral(low.start, high.end, value, high.value, high.scaled, high.spelled)


def _scale(words: str) -> float:
    scale = 1.0
    for word in _split(words):
        scale *= lexicon().scales.get(word, 1.0)
    return scale


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon()
    small = "|".join(sorted(words.numbers, key=len, reverse=True))
    scale = "|".join(sorted(words.scales, key=len, reverse=True))
    one = rf"(?:{small})(?:[\s-](?:{small}))?"
    spelled = (
        rf"(?:(?:an?\s|three\s)?quarters?\sof\san?\s(?:{scale})|(?:{one}|half\s+an?|an?)(?:[\s-](?:{scale}))+(?:(?:\s+and)?[\s-]{one}(?:[\s-](?:{scale}))*)*|{one}"
        rf"(?:\s+and\s+a\s+half(?:[\s-](?:{scale}))?)?)"
    )
    digits = rf"(?P<digits>{_DIGITS})(?P<scale>(?:[\s-]?(?:{scale})\b)+)?"
    return re.compile(rf"{digits}|\b{spelled}(?:\b|(?=fold\b))", re.IGNORECASE)


def _split(words: str) -> list[str]:
    return re.findall(r"[a-z]+|[\d.,]+", words.lower())


def _value(words: str) -> float:
    """What a number's words come to: "two hundred and fifty thousand", "2.5 million", "two and a half million"."""
    lexicon_ = lexicon()
    total, current = 0.0, 0.0
    for word in _split(words):
        if word in lexicon_.inside.articles:
            current = current or 1.0
        elif word in lexicon_.fractions:
            current = (current or 1.0) * lexicon_.fractions[word]
        elif word in lexicon_.inside.joining:
            continue
        elif word in lexicon_.inside.half:
            current += 0.5
        elif word in lexicon_.numbers:
            current += lexicon_.numbers[word]
        elif word in lexicon_.scales:
            current = (current or 1.0) * lexicon_.scales[word]
            if lexicon_.scales[word] >= _THOUSAND:
                total, current = total + current, 0.0
        else:
            current += float(word.replace(",", "").rstrip(".") or 0)
    return _clean(total + current)


def _clean(value: float) -> float:
    """Without what floating point adds: 2.3 million is 2300000."""
    return float(f"{value:.12g}")
