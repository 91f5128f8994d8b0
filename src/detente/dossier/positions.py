"""Sources -> where each party stood on what, in the order of the reports, and where it moved.

Until readings have positions of their own, they are taken from statements: those that hold a position, and those that
demand, offer, accept, reject or threaten. A section ``positions`` of readings takes the place of :func:`_held`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.dossier.content import every_stem
from detente.dossier.issues import Issues
from detente.dossier.organisations import Organisations
from detente.dossier.people import Somebody
from detente.dossier.sides import Sides
from detente.dossier.source import Source
from detente.knowledge.dossier import dossier_words
from detente.model.date import Date
from detente.model.items import Statement
from detente.model.words import Words

Change = Literal["new", "reaffirmed", "shifted"]
_SIGN = {"accepts": 1, "offers": 1, "promises": 1, "rejects": -1, "threatens": -1, "declines": -1}
_STANDS = dossier_words().stands
_ACTS = frozenset({"demands", "rejects", "offers", "accepts", "threatens", "promises", "declines"})


@dataclass(frozen=True, slots=True)
class Stance:
    """What a party held in one report; ``act`` is the kind of stance, ``claim`` its words."""

    stance: str
    claim: Words
    date: Date | None
    change: Change
    source: Source
    statement: Statement


@dataclass(frozen=True, slots=True)
class Line:
    """A party's stances on one issue, first to last."""

    party: str
    issue: str
    stances: tuple[Stance, ...]

    @property
    def moved(self) -> tuple[Stance, ...]:
        """Those by which it moved."""
        return tuple(stance for stance in self.stances if stance.change == "shifted")


def positions(
    given: Sequence[Source],
    everybody: Sequence[Somebody],
    groups: Organisations,
    issues: Mapping[str, Sequence[str]] | None = None,
) -> list[Line]:
    """The lines, those with most stances first; ``issues`` are names and words of the dispute's own."""
    sides = Sides(everybody, groups)
    held = [(source, *each) for source in given for each in _held(source)]
    named = Issues([words.text for _, _, words in held], _party_words(given), issues or {})
    lines: defaultdict[tuple[str, str], list[tuple[Source, Statement, Words]]] = defaultdict(list)
    for source, statement, words in held:
        for who in sides.of(statement):
            lines[who, named.of(words.text)].append((source, statement, words))
    found = [Line(party, issue, tuple(_stances(held))) for (party, issue), held in sorted(lines.items())]
    return sorted(found, key=lambda line: (-len(line.stances), line.party, line.issue))


def _held(source: Source) -> Iterator[tuple[Statement, Words]]:
    for statement in source.reading.statements or ():
        if statement.content is None or statement.manner == "declined" or statement.anonymous:
            continue
        if statement.manner == "position" or statement.act in _ACTS or _stands(statement.content.text):
            yield statement, statement.content


def _stands(text: str) -> bool:
    """Whether words that are only said take a stand: what must, will or will not be."""
    return any(word in _STANDS for word in text.casefold().replace("’", "'").split())


def _party_words(given: Sequence[Source]) -> frozenset[str]:
    """The words of parties' names: no issue is called by one."""
    names = (name for source in given for party in source.reading.parties or () for name in (party.name, *party.names))
    return frozenset(stem for name in names for stem in every_stem(name))


def _sign(statement: Statement, text: str) -> int:
    """Whether it consents (1) or refuses (-1): by its act where that tells, else by its words; 0 where neither does."""
    if statement.polarity == "negated":
        return -1
    if sign := _SIGN.get(statement.act or "", 0):
        return sign
    words = set(text.casefold().replace("’", "'").split())
    table = dossier_words()
    return -1 if words & table.refuses else 1 if words & table.consents else 0


def _stances(held: list[tuple[Source, Statement, Words]]) -> Iterator[Stance]:
    before: int | None = None
    for place, (source, statement, words) in enumerate(held):
        stance = statement.act or "holds"
        sign = _sign(statement, words.text)
        change: Change = "new" if place == 0 else "reaffirmed"
        if before is not None and sign * before < 0:
            change = "shifted"
        before = sign or before
        yield Stance(stance, words, statement.date or source.published, change, source, statement)
