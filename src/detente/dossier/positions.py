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
from detente.dossier.source import Source
from detente.model.date import Date
from detente.model.items import Statement
from detente.model.words import Words

Change = Literal["new", "reaffirmed", "shifted"]
_SIGN = {"accepts": 1, "offers": 1, "promises": 1, "rejects": -1, "threatens": -1, "denies": -1, "declines": -1, "demands": 0, "wishes": 0}
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


def positions(given: Sequence[Source], issues: Mapping[str, Sequence[str]] | None = None) -> list[Line]:
    """The lines, those with most stances first; ``issues`` are names and words of the dispute's own."""
    stems = {name: frozenset(stem for word in words for stem in every_stem(word)) for name, words in (issues or {}).items()}
    lines: defaultdict[tuple[str, str], list[tuple[Source, Statement, Words]]] = defaultdict(list)
    for source in given:
        for statement, words in _held(source):
            who = statement.party or (statement.speaker.name if statement.speaker else None)
            if who is not None:
                lines[who, _issue(words.text, stems)].append((source, statement, words))
    found = [Line(party, issue, tuple(_stances(held))) for (party, issue), held in sorted(lines.items())]
    return sorted(found, key=lambda line: (-len(line.stances), line.party, line.issue))


def _held(source: Source) -> Iterator[tuple[Statement, Words]]:
    for statement in source.reading.statements or ():
        if statement.content is not None and (statement.manner == "position" or statement.act in _ACTS):
            yield statement, statement.content


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


def _stances(held: list[tuple[Source, Statement, Words]]) -> Iterator[Stance]:
    before: int | None = None
    for place, (source, statement, words) in enumerate(held):
        stance = statement.act or "holds"
        sign = _SIGN.get(stance, None) if statement.polarity == "affirmed" else -1
        change: Change = "new" if place == 0 else "reaffirmed"
        if before is not None and sign is not None and sign * before < 0:
            change = "shifted"
        before = sign if sign else before
        yield Stance(stance, words, statement.date or source.published, change, source, statement)
