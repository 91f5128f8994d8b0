"""Sources and lines -> claims that contradict one another, side by side: two figures for one thing, two accounts.

Two figures contradict where they count the same for the same period in the same measure and differ, by two speakers or
two reports; two accounts where one asserts what the other denies, or where one party takes and refuses the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from detente.dossier.content import content
from detente.dossier.days import span
from detente.dossier.positions import Line, Stance
from detente.dossier.source import Source
from detente.model.items import Figure
from detente.model.words import Words

Kind = Literal["figures", "accounts", "within one party"]
_SHARED = 2  # content words that two accounts have in common, or all of the shorter
_DAYS = 10  # characters of a date: two accounts of one party on one day
_NEAR = 3  # days between two reports that give figures of one thing
_MOST = 12  # figures of one thing that are compared


@dataclass(frozen=True, slots=True)
class Account:
    """One of two claims: whose it is, its words, and where they stand."""

    who: str | None
    words: Words
    source: Source
    item: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both hold, on what, and of which kind."""

    kind: Kind
    on: str
    one: Account
    other: Account


def contradictions(given: Sequence[Source], lines: Iterable[Line]) -> list[Contradiction]:
    """Every contradiction once, figures first, in the order of the reports."""
    return [*_figures(given), *(each for line in _by_issue(lines) for each in _accounts(line))]


def _figures(given: Sequence[Source]) -> Iterator[Contradiction]:
    told: dict[Hashable, list[tuple[Source, Figure]]] = {}
    for source in given:
        for figure in source.reading.figures or ():
            if figure.of is None or figure.change is not None or not (words := content(figure.of.text)):
                continue
            key = (frozenset(words), figure.measure, figure.unit, str(figure.period), figure.place)
            told.setdefault(key, []).append((source, figure))
    for same in told.values():
        for (a, one), (b, other) in combinations(same[:_MOST], 2):
            if _differ(one, other) and _near(a, b) and (a.origin != b.origin or one.said_by != other.said_by):
                on = " ".join(one.of.text.split()) if one.of else ""
                yield Contradiction("figures", on, _figure(a, one), _figure(b, other))


def _differ(one: Figure, other: Figure) -> bool:
    return one.value != other.value and one.bound is None and other.bound is None and one.upper is other.upper is None


def _near(one: Source, other: Source) -> bool:
    """Whether two reports came within a few days: toll after toll is no contradiction."""
    first, second = span(one.published), span(other.published)
    return first is not None and second is not None and abs(first[0] - second[0]) <= _NEAR


def _figure(source: Source, figure: Figure) -> Account:
    return Account(figure.said_by.name if figure.said_by else None, figure.evidence, source, figure.id)


def _by_issue(lines: Iterable[Line]) -> list[list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.issue, []).append(line)
    return list(found.values())


def _accounts(held: Sequence[Line]) -> Iterator[Contradiction]:
    """One denies what another asserts; one party says both on one day."""
    denied = [(line, stance) for line in held for stance in line.stances if stance.stance == "denies"]
    for line, stance in denied:
        other = _asserted(stance, (one for one in held if one.party != line.party))
        if other is not None:
            yield Contradiction("accounts", line.issue, _account(other[0], other[1]), _account(line, stance))
    for line in held:
        for one, other_stance in zip(line.stances, line.stances[1:], strict=False):
            if {one.stance, other_stance.stance} == {"accepts", "rejects"} and _same_day(one, other_stance):
                yield Contradiction("within one party", line.issue, _account(line, one), _account(line, other_stance))


def _asserted(denial: Stance, lines: Iterable[Line]) -> tuple[Line, Stance] | None:
    words = set(content(denial.claim.text))
    for line in lines:
        for stance in line.stances:
            shared = words & set(content(stance.claim.text))
            if stance.stance == "asserts" and len(shared) >= _SHARED:
                return line, stance
    return None


def _same_day(one: Stance, other: Stance) -> bool:
    same = one.date is not None and other.date is not None and str(one.date)[:_DAYS] == str(other.date)[:_DAYS]
    return same and len(set(content(one.claim.text)) & set(content(other.claim.text))) >= _SHARED


def _account(line: Line, stance: Stance) -> Account:
    return Account(line.party, stance.claim, stance.source, stance.item)
