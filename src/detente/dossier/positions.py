"""Sources -> where each party stood on what, in the order of the reports, and where it moved.

The positions of readings are put into lines, one for each party and issue. A stance is *new* where it is the first of
its line, *shifted* where the party now takes what it refused, refuses what it took, sets or drops a condition, or where
the words themselves say that it changed its mind; else *reaffirmed*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from detente.dossier.extract.positions import PositionTold
from detente.dossier.issues import Issues
from detente.dossier.organisations import Organisations
from detente.dossier.people import Somebody
from detente.dossier.sides import Sides
from detente.dossier.source import Source
from detente.model import items
from detente.model.date import Date
from detente.model.references import Reference
from detente.model.words import Words

Change = Literal["new", "reaffirmed", "shifted"]
#: 1 of the stances that consent, -1 of those that refuse; what only says or wants has none.
SIGN: dict[items.Stance, int] = {
    "accepts": 1, "accepts if": 1, "offers": 1, "rejects": -1, "threatens": -1, "withholds": -1,
}  # fmt: skip


class Stance(Struct, frozen=True, gc=False):
    """What a party held in one report; ``item`` is the id of the position."""

    stance: items.Stance
    claim: Words
    condition: Words | None
    consequence: Words | None
    firmness: items.Firmness | None
    date: Date | None
    change: Change
    before: str | None  #: of what shifted, the words of the stance that it held until then, where reports have them
    source: Source
    item: str
    by: Reference | None = None  #: who said it for the party
    rests_on: tuple[str, ...] = ()  #: the ids of the statements and events behind the position


@dataclass(frozen=True, slots=True)
class Line:
    """A party's stances on one issue, first to last; ``kind`` is of the table of issues."""

    party: str
    issue: str
    kind: str | None
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
    sides, named = Sides(everybody, groups), Issues(issues or {})
    lines: defaultdict[tuple[str, str], list[tuple[PositionTold, Stance]]] = defaultdict(list)
    kinds: dict[tuple[str, str], str | None] = {}
    for source in given:
        for one in source.digest.positions:
            issue = named.of(one)
            for who in sides.of_position(one):
                lines[who, issue].append((one, _stance(one, source)))
                kinds.setdefault((who, issue), one.kind)
    found = [
        Line(party, issue, kinds[party, issue], tuple(_changed(held))) for (party, issue), held in sorted(lines.items())
    ]
    return sorted(found, key=lambda line: (-len(line.stances), line.party, line.issue))


def _stance(one: PositionTold, source: Source) -> Stance:
    return Stance(
        one.stance, one.claim, one.condition, one.consequence, one.firmness, one.date or source.published, "new", None,
        source, one.item, one.by, one.rests_on,
    )  # fmt: skip


def _changed(held: Sequence[tuple[PositionTold, Stance]]) -> Iterator[Stance]:
    """The stances of a line, each with what changed before it."""
    by_word: dict[str, list[Stance]] = {}  # those that consent or refuse, which later ones may move from
    order = {told.item: place for place, (told, _) in enumerate(held)}
    for place, (told, given) in enumerate(held):
        before = _last_alike(told.words, given, by_word, order)
        now = given
        if before is not None and _moves(before, given):
            now = replace(given, change="shifted", before=before.claim.text)
        elif told.says_so:
            now = replace(given, change="shifted", before=held[place - 1][1].claim.text if place else None)
        elif place:
            now = replace(given, change="reaffirmed")
        yield now
        if given.stance in SIGN:
            for word in told.words:
                by_word.setdefault(word, []).append(given)


def _last_alike(
    words: Collection[str], now: Stance, by_word: Mapping[str, Sequence[Stance]], order: Mapping[str, int]
) -> Stance | None:
    """The last stance of another report that consents or refuses, and is on what this one is on."""
    last = (_last_of_another(by_word.get(word, ()), now) for word in words)
    return max((one for one in last if one is not None), key=lambda one: order[one.item], default=None)


def _last_of_another(held: Sequence[Stance], now: Stance) -> Stance | None:
    return next((one for one in reversed(held) if one.source is not now.source), None)


def _moves(before: Stance, now: Stance) -> bool:
    sign = SIGN.get(now.stance, 0)
    if sign * SIGN[before.stance] < 0:
        return True
    return sign > 0 and (before.condition is None) != (now.condition is None)
