"""Sources -> where each party stood on what, in the order of the reports, and where it moved.

Until readings have positions of their own, they are taken from statements: those that hold a position, and those that
demand, offer, accept, reject or threaten. A section ``positions`` of readings takes the place of :func:`_held`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.dossier.content import content, every_stem, subject_of
from detente.dossier.organisations import Organisations
from detente.dossier.people import Somebody
from detente.dossier.sides import Sides
from detente.dossier.source import Source
from detente.knowledge.dossier.records import dossier_words
from detente.model.date import Date
from detente.model.items import Statement
from detente.model.words import Words

Change = Literal["new", "reaffirmed", "shifted"]
_SIGN = {"accepts": 1, "offers": 1, "promises": 1, "rejects": -1, "threatens": -1, "declines": -1}
_STANDS = frozenset(dossier_words().stands)
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
    stems = {name: frozenset(stem for word in words for stem in every_stem(word)) for name, words in (issues or {}).items()}
    lines: defaultdict[tuple[str, str], list[tuple[Source, Statement, Words]]] = defaultdict(list)
    for source in given:
        for statement, words in _held(source):
            for who in sides.of(source, statement):
                lines[who, _issue(words.text, stems)].append((source, statement, words))
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


def _issue(text: str, issues: Mapping[str, frozenset[str]]) -> str:
    """The dispute's issue that most words fall under; without any, the subject or the most telling word."""
    stems = every_stem(text)
    counted = {name: sum(stem in words for stem in stems) for name, words in issues.items()}
    best = min(counted, key=lambda name: (-counted[name], name)) if counted else None
    if best is not None and counted[best]:
        return best
    if found := subject_of(stems):
        return found
    return (*content(text), "other")[0]


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
        before = sign if sign else before
        yield Stance(stance, words, statement.date or source.published, change, source, statement)
