"""Places told again without their name: "the islands", "the four isles", "the A and B islands"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.territories import territories, wholes
from detente.knowledge.territory_words import TERRITORY
from detente.reading.english.grammar import AS, OF

if TYPE_CHECKING:
    from detente.reading.territories.phrases import PlacePhrase
    from detente.reading.territories.places import Place, Places

_LAST = 20  # mentions of a place that are looked at
_NEAR = 700  # characters before a phrase in which a place is fresh


def group_of(phrase: PlacePhrase, places: Places) -> Place | None:
    """The place whose parts a phrase lists, all of them or as many as it counts: "the four islands of A, B …"."""
    inside = [places.at[token.i] for token in phrase.members if token.i in places.at]
    inside += [place for i in range(phrase.start, phrase.head.i) if (place := places.at.get(i)) is not None]
    inside += _listed(phrase, places)
    parts = {place.record.id for place in inside if place.record is not None}
    if not parts:
        return None
    if len(parts) == 1 and (only := next(place for place in inside if place.record is not None)) is not None:
        return only if phrase.number is None else None
    owners = {wholes().get(part) for part in parts}
    if len(owners) != 1 or None in owners:
        return None
    whole = territories()[str(owners.pop())]
    if parts == set(whole.members) or phrase.number == len(whole.members):
        return places.known(whole)
    return None


def _listed(phrase: PlacePhrase, places: Places) -> list[Place]:
    """The places in a row after the phrase, whatever the parser makes of the list: "the isles of A, B and C"."""
    doc, at = phrase.head.doc, phrase.head.i + 1
    found = []
    while at < len(doc) and (at in places.at or doc[at].lower_ in TERRITORY.in_lists):
        if at in places.at:
            found.append(places.at[at])
        at += 1
    return found


def told_again(phrase: PlacePhrase, places: Places) -> Place | None:
    """The place that a phrase without a name means: the last one of its sort that its number and words allow."""
    plural = phrase.head.tag_ in ("NNS", "NNPS")
    grouped = [p for p in places.all if p.noun == phrase.head.lemma_.lower()] if plural and not phrase.named else []
    if grouped and (phrase.number == len(grouped[-1].members) or (phrase.number is None and phrase.definite)):
        return grouped[-1]
    if phrase.named or not (phrase.disputed or (phrase.definite and not phrase.described)):
        return None
    if phrase.head.dep_ == "attr" or (phrase.head.dep_ == "pobj" and phrase.head.head.lower_ in AS):
        return None  # "regards it as occupied land" says what it is
    if phrase.head.lemma_.lower() not in TERRITORY.again:
        return None
    if not phrase.disputed and any(child.dep_ == "prep" and child.lower_ in OF for child in phrase.head.children):
        return None
    fitting = [place for place in places.all if _fits(phrase, place, plural=plural)]
    if phrase.number is not None:
        exact = [place for place in fitting if place.size == phrase.number]
        fitting = exact or [place for place in fitting if not place.size]
    lemma = phrase.head.lemma_.lower()
    called = [place for place in fitting if place.record and any(lemma in n.text.lower() for n in place.record.names)]
    fitting = called if called and lemma not in TERRITORY.isles else fitting
    return _last(fitting, phrase.head.doc[phrase.start].idx)


def _fits(phrase: PlacePhrase, place: Place, *, plural: bool) -> bool:
    if place.sort != phrase.sort:
        return False
    lemma = phrase.head.lemma_.lower()
    if place.record is None:
        return True
    kind = place.record.kind
    if plural and lemma in TERRITORY.isles:
        return kind in TERRITORY.island_kinds
    if lemma in TERRITORY.reefs:
        return kind in TERRITORY.reef_kinds
    if lemma in TERRITORY.chains:
        return kind in TERRITORY.chain_kinds
    if lemma in TERRITORY.of_their_kind:
        return kind == lemma or any(lemma in name.text.lower() for name in place.record.names)
    return True


def _last(found: list[Place], before: int) -> Place | None:
    """The one told of most right before a character; else the last before it; else one that comes after it."""
    best: Place | None = None
    mark = (-1, -1)
    for place in found:
        starts = [start for start, _ in (*place.names[-_LAST:], *place.others[-_LAST:]) if start < before]
        near = sum(before - start < _NEAR for start in starts)
        if best is None or (near, max(starts, default=-1)) > mark:
            best, mark = place, (near, max(starts, default=-1))
    return best
