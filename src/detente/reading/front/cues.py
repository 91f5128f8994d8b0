"""The cue words of page furniture, captions, credits and datelines, from the tables under ``knowledge/front``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Starts:
    """Cues that a line begins with: looked up by their first word, so that a line costs one look-up."""

    by_first: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, cues: list[str]) -> Starts:
        """The cues, longest first under each first word."""
        by_first: dict[str, list[str]] = {}
        for cue in sorted(cues, key=lambda c: (-len(c), c)):
            by_first.setdefault(_first(cue), []).append(cue)
        return cls({first: tuple(found) for first, found in by_first.items()})

    def match(self, low: str) -> str | None:
        """The longest cue that a lower-case line begins with, ending where a word ends."""
        for cue in self.by_first.get(_first(low), ()):
            if low.startswith(cue) and not (cue[-1].isalnum() and low[len(cue) : len(cue) + 1].isalnum()):
                return cue
        return None


@dataclass(frozen=True)
class Chrome:
    """Cues of page furniture."""

    words: frozenset[str]
    filler: frozenset[str]
    sections: frozenset[str]
    phrases: re.Pattern[str]
    line_phrases: re.Pattern[str]  #: furniture at the beginning or end of a line without a full stop
    starts: Starts
    weak: frozenset[str]  #: starts that a headline may have too
    imperatives: frozenset[str]
    headings: Starts
    headers: frozenset[str]
    stamp: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True)
class Captions:
    """Cues of photo captions."""

    starts: Starts
    ends: tuple[str, ...]
    makers: frozenset[str]
    verbs: frozenset[str]
    sides: frozenset[str]


@dataclass(frozen=True)
class Credits:
    """Cues of by-lines and credit lines; languages by their English name."""

    starts: Starts
    offices: frozenset[str]
    phrases: re.Pattern[str]
    bylines: Starts
    desk: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]
    agencies: frozenset[str]
    languages: dict[str, str]


@dataclass(frozen=True)
class Places:
    """Cities by their lower-case name, regions in lower case, capitals that are no place."""

    cities: dict[str, str]
    regions: frozenset[str]
    acronyms: frozenset[str]
    small: frozenset[str]


@cache
def chrome() -> Chrome:
    """The table of page furniture."""
    table = _table("chrome")
    return Chrome(
        words=_words(table["words"]),
        filler=_words(table["filler"]),
        sections=frozenset(name.lower() for name in _names(table["sections"])),
        phrases=_any_of(table["phrases"]),
        line_phrases=_at_an_end(table["line_phrases"]),
        starts=Starts.of(table["starts"]),
        weak=frozenset(table["weak"]),
        imperatives=_words(table["imperatives"]),
        headings=Starts.of(table["headings"]),
        headers=frozenset(table["headers"]),
        stamp=_words(table["stamp"]),
        labels=frozenset(table["labels"]),
    )


@cache
def captions() -> Captions:
    """The table of captions."""
    table = _table("captions")
    return Captions(
        starts=Starts.of(table["starts"]),
        ends=tuple(table["ends"]),
        makers=_words(table["makers"]),
        verbs=_words(table["verbs"]),
        sides=frozenset(table["sides"]),
    )


@cache
def credit_lines() -> Credits:
    """The table of by-lines and credit lines."""
    table = _table("credits")
    return Credits(
        starts=Starts.of([*table["starts"], *table["offices"]]),
        offices=frozenset(table["offices"]),
        phrases=_any_of(table["phrases"]),
        bylines=Starts.of(table["bylines"]),
        desk=_words(table["desk"]),
        particles=_words(table["particles"]),
        joins=_words(table["joins"]),
        agencies=frozenset(name.lower() for name in _names(table["agencies"])),
        languages={name.lower(): code for name, code in table["languages"].items()},
    )


@cache
def places() -> Places:
    """The table of places in datelines."""
    table = _table("places")
    return Places(
        cities={name.lower(): name for name in _names(table["cities"])},
        regions=frozenset(name.lower() for name in _names(table["regions"])),
        acronyms=frozenset(table["acronyms"].split()),
        small=_words(table["small"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("detente.knowledge") / "front" / f"{name}.toml").read_text(encoding="utf-8"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _names(text: str) -> list[str]:
    return [name for part in text.split("|") if (name := part.strip())]


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + _alternatives(phrases) + r"(?!\w)")


def _at_an_end(phrases: list[str]) -> re.Pattern[str]:
    either = _alternatives(phrases)
    return re.compile(rf"^{either}(?!\w)|(?<!\w){either}\W*$")


def _alternatives(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _first(text: str) -> str:
    """The first word of a cue or line, or its first sign."""
    end = 0
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[: end or 1]
