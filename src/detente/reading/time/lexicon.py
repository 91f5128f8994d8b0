"""The class of a word in the grammar of time: one character a token, so that forms are regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from detente.knowledge.loader import Entry, table
from detente.knowledge.loader import words as word_class

OTHER = "."
_FIRST = 0xE000  # private use: no character of a class means anything in a regular expression

_DIGITS = (
    ("clock", re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:[ap]\.?m\.?)?|\d{1,2}(?:\.\d\d)?[ap]\.?m\.?", re.IGNORECASE)),
    (
        "slash",
        re.compile(
            r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}|(?:1\d|20)\d\d[./](?:0\d|1[0-2])[./][0-3]\d"
        ),
    ),
    ("compact", re.compile(r"[0-3]?\d-?[A-Za-z]{3}-?(?:1\d|20)\d\d")),
    ("partyr", re.compile(r"(?:mid|early|late)-(?:1\d|20)\d\ds?", re.IGNORECASE)),
    ("monyr", re.compile(r"[A-Za-z]{3}-(?:(?:1\d|20)\d\d|\d\d)")),
    ("partnth", re.compile(r"(?:mid|early|late)-[12]?\d(?:st|nd|rd|th)", re.IGNORECASE)),
    ("tens", re.compile(r"(?:1[0-9]|20)?\d0['’]?s", re.IGNORECASE)),
    ("nq", re.compile(r"Q[1-4]|[1-4]Q|[12]H|H[12]")),
    ("nth", re.compile(r"[0-3]?\d(?:st|nd|rd|th)", re.IGNORECASE)),
    ("yr", re.compile(r"1\d{3}|2[01]\d\d")),
    ("day", re.compile(r"0?[1-9]|[12]\d|3[01]")),
    ("int", re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?[½¼¾]?")),
    ("frac", re.compile(r"\d/\d|[½¼¾]")),
)
_MEMO_LIMIT = 200_000


class _Words(Entry, frozen=True):
    """``words.toml``: the words of each class, and what single words mean."""

    capital: dict[str, tuple[str, ...]]
    any: dict[str, tuple[str, ...]]
    month: dict[str, int]
    weekday: dict[str, int]
    season: dict[str, str]
    daypart: dict[str, str]
    unit: dict[str, str]
    number: dict[str, int | float]
    ordinal: dict[str, int]
    decade: dict[str, str]
    freq: dict[str, str]
    today: dict[str, int]
    part: dict[str, str]
    approximation: dict[str, str]
    relation: dict[str, str]


class _Holidays(Entry, frozen=True):
    """``holidays.toml``: named days by the way they are reckoned."""

    fixed: dict[str, str]
    once: dict[str, str]
    weekday: dict[str, tuple[int, int, int]]
    easter: dict[str, int]
    moon: dict[str, str]


@dataclass(frozen=True)
class Words:
    """The tables of ``knowledge/en/time``: classes as characters, and what single words mean."""

    codes: dict[str, str]  #: class -> character
    any: dict[str, str]  #: lower-cased word -> character
    capital: dict[str, str]  #: the same, of words that need a capital
    values: dict[str, dict[str, Any]]  #: month, weekday, season, daypart, unit, number, ordinal, decade, freq, today
    memo: dict[int, str] = field(default_factory=dict)  #: spaCy's id of a word's form -> character


def listed(name: str) -> frozenset[str]:
    """A word class of ``contexts.toml`` by its name."""
    return word_class("en/time/contexts", name)


@cache
def words() -> Words:
    """The word tables, read once."""
    data = table("en/time/words", _Words)
    names = [*data.capital, *data.any, *(name for name, _ in _DIGITS), "holiday"]
    codes = {name: chr(_FIRST + at) for at, name in enumerate(names)}
    lower = {word: codes[name] for name, listed in data.any.items() for word in listed}
    for starts in holidays():
        lower.setdefault(starts, codes["holiday"])
    capital = {word: codes[name] for name, listed in data.capital.items() for word in listed}
    values = {name: getattr(data, name) for name in data.__struct_fields__ if name not in ("any", "capital")}
    return Words(codes, lower, capital, values)


@cache
def holidays() -> dict[str, list[tuple[tuple[str, ...], str, Any]]]:
    """Named days by their first word: all their words, the way they are reckoned, and its terms; longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    data = table("en/time/holidays", _Holidays)
    for way in data.__struct_fields__:
        for name, terms in getattr(data, way).items():
            parts = tuple(name.split())
            found.setdefault(parts[0], []).append((parts, way, terms))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}


def classify(form: str) -> str:
    """The class character of one word as it is written."""
    tables = words()
    lower = form.lower()
    if form[:1].isupper() and lower in tables.capital:
        return tables.capital[lower]
    if lower in tables.any:
        return tables.any[lower]
    if any(char.isdigit() for char in form) and len(form) < 20:
        for name, pattern in _DIGITS:
            if pattern.fullmatch(form):
                return tables.codes[name]
    return OTHER


def classes(ids: list[int], strings: Any) -> str:
    """The class characters of a report's words, given spaCy's ids of their forms and its string store."""
    memo = words().memo
    if len(memo) > _MEMO_LIMIT:
        memo.clear()
    get = memo.get
    found = [get(word) for word in ids]
    if None in found:
        for at, char in enumerate(found):
            if char is None:
                known = get(ids[at])
                if known is None:
                    known = memo[ids[at]] = classify(strings[ids[at]])
                found[at] = known
    return "".join(found)  # type: ignore[arg-type]


def meaning(name: str, word: str) -> Any:
    """What a word means in one of the tables, or None; plurals and full stops are seen through."""
    entries = words().values[name]
    lower = word.lower().rstrip(".")
    if lower in entries:
        return entries[lower]
    return entries.get(lower[:-1]) if lower.endswith("s") else None
