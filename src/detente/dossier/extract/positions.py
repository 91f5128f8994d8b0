"""A reading -> its positions, with what a dossier compares them by, and by whose words each is known.

What stands in a question holds nothing, and is left out.
"""

from __future__ import annotations

import re

from msgspec import Struct

from detente.dossier.content import content, every_stem
from detente.knowledge.dossier import dossier_words
from detente.model import items
from detente.model.date import Date
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.words import Words

_LEADING = 90  # characters before a claim
_END = re.compile(r"[.!?](?=[\s\"”’']|$)|\n\n")
_STOP = re.compile(r"[.!?]\s|\n\n")
_TERRITORY = "territory-"


class Said(Struct, frozen=True, array_like=True, gc=False):
    """The statement that a position rests on: whom its words name as its source, and who speaks."""

    words: str
    speaker: Reference | None
    party: str | None
    speakers: tuple[str, ...]  #: the ids of parties that speak together


class PositionTold(Struct, frozen=True, array_like=True, gc=False):
    """A position of a reading."""

    item: str
    stance: items.Stance
    claim: Words
    condition: Words | None
    consequence: Words | None
    firmness: items.Firmness | None
    date: Date | None
    by: Reference | None
    rests_on: tuple[str, ...]
    kind: str | None
    territory: str | None  #: where it is on a territory, by the report's words
    side: tuple[Reference, ...]
    stems: str  #: of all words of the issue and the claim, in order, a space between
    words: frozenset[str]  #: stems of the claim's content words
    says_so: bool  #: whether its words, or those that lead up to them, say that it was otherwise: "no longer"
    said: Said | None  #: null where nobody says it, or somebody whom the speaker only cites


def positions_of(reading: Reading) -> list[PositionTold]:
    """The positions of a reading, in order."""
    text = reading.report.text
    return [_told(one, reading) for one in reading.positions or () if not _asks(one, text)]


def _told(one: items.Position, reading: Reading) -> PositionTold:
    on_territory = one.about is not None and one.about.startswith(_TERRITORY)
    return PositionTold(
        one.id, one.stance, one.claim, one.condition, one.consequence, one.firmness, one.date, one.by, one.rests_on,
        one.kind, one.issue if on_territory else None, one.side, " ".join(every_stem(f"{one.issue} {one.claim.text}")),
        frozenset(content(one.claim.text)), _says_so(one.claim, reading.report.text), _said(one, reading),
    )  # fmt: skip


def _asks(one: items.Position, text: str) -> bool:
    """Whether its sentence is a question."""
    stop = _END.search(text, one.claim.end - 1)
    return stop is not None and stop[0] == "?"


def _says_so(claim: Words, text: str) -> bool:
    before = _STOP.split(text[max(claim.start - _LEADING, 0) : claim.start])[-1]
    words = f" {' '.join((before + claim.text).casefold().split())} "
    return any(f" {phrase} " in words for phrase in dossier_words().turns)


def _said(one: items.Position, reading: Reading) -> Said | None:
    found = next((each for each in reading.statements or () if each.id in one.rests_on), None)
    if found is None or any(link.content.start == one.claim.start for link in found.chain):
        return None
    words = found.source.text if found.source else found.speaker.name if found.speaker else ""
    several = tuple(who.id for who in found.speakers if who.kind == "party" and who.id)
    return Said(words, found.speaker, found.party, several)
