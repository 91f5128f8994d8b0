"""The cue words of page furniture, captions, credits and datelines, from the tables under ``knowledge/en/front``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from detente.knowledge.loader import Entry, table


@dataclass(frozen=True)
class Starts:
    """Cues that a line begins with: looked up by their first word, so that a line costs one look-up."""

    by_first: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, cues: Iterable[str]) -> Starts:
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


class _ChromeWords(Entry, frozen=True):
    words: frozenset[str]
    filler: frozenset[str]
    stamp: frozenset[str]
    sections: tuple[str, ...]
    phrases: tuple[str, ...]
    line_phrases: tuple[str, ...]
    starts: tuple[str, ...]
    weak: frozenset[str]
    imperatives: frozenset[str]
    headings: tuple[str, ...]
    headers: frozenset[str]
    labels: frozenset[str]


class _CaptionWords(Entry, frozen=True):
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    makers: frozenset[str]
    verbs: frozenset[str]
    sides: frozenset[str]


class _CreditWords(Entry, frozen=True):
    starts: tuple[str, ...]
    offices: tuple[str, ...]
    phrases: tuple[str, ...]
    bylines: tuple[str, ...]
    desk: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]
    agencies: tuple[str, ...]
    languages: dict[str, str]


class _PlaceWords(Entry, frozen=True):
    cities: tuple[str, ...]
    regions: tuple[str, ...]
    acronyms: frozenset[str]
    small: frozenset[str]


@cache
def chrome() -> Chrome:
    """The table of page furniture."""
    cues = table("en/front/chrome", _ChromeWords)
    return Chrome(
        words=cues.words,
        filler=cues.filler,
        sections=frozenset(name.lower() for name in cues.sections),
        phrases=_any_of(cues.phrases),
        line_phrases=_at_an_end(cues.line_phrases),
        starts=Starts.of(cues.starts),
        weak=cues.weak,
        imperatives=cues.imperatives,
        headings=Starts.of(cues.headings),
        headers=cues.headers,
        stamp=cues.stamp,
        labels=cues.labels,
    )


@cache
def captions() -> Captions:
    """The table of captions."""
    cues = table("en/front/captions", _CaptionWords)
    return Captions(Starts.of(cues.starts), cues.ends, cues.makers, cues.verbs, cues.sides)


@cache
def credit_lines() -> Credits:
    """The table of by-lines and credit lines."""
    cues = table("en/front/credits", _CreditWords)
    return Credits(
        starts=Starts.of([*cues.starts, *cues.offices]),
        offices=frozenset(cues.offices),
        phrases=_any_of(cues.phrases),
        bylines=Starts.of(cues.bylines),
        desk=cues.desk,
        particles=cues.particles,
        joins=cues.joins,
        agencies=frozenset(name.lower() for name in cues.agencies),
        languages={name.lower(): code for name, code in cues.languages.items()},
    )


@cache
def places() -> Places:
    """The table of places in datelines."""
    cues = table("en/front/places", _PlaceWords)
    return Places(
        cities={name.lower(): name for name in cues.cities},
        regions=frozenset(name.lower() for name in cues.regions),
        acronyms=cues.acronyms,
        small=cues.small,
    )


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + _alternatives(phrases) + r"(?!\w)")


def _at_an_end(phrases: tuple[str, ...]) -> re.Pattern[str]:
    either = _alternatives(phrases)
    return re.compile(rf"^{either}(?!\w)|(?<!\w){either}\W*$")


def _alternatives(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _first(text: str) -> str:
    """The first word of a cue or line, or its first sign."""
    end = 0
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[: end or 1]
