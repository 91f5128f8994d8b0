"""Places as items: what is said first, then what the table has; parts that share their whole's dispute go into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.parties import kind_of
from detente.knowledge.territories import wholes
from detente.model.inference import Inference
from detente.model.items import Claim, Territory
from detente.model.words import Words
from detente.reading.cited import Cited
from detente.reading.extensions import anchors, report_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from detente.knowledge.territories import TerritoryRecord
    from detente.reading.territories.places import Place, Places, Said


def territories_of_report(doc: Doc, places: Places) -> tuple[Territory, ...]:
    """The territories of a report, in the order in which they come up."""
    text, identity, cited = report_text(doc), anchors(doc), Cited(doc)
    named = {party.id for party in doc._.detente_parties}
    kept = [place for place in places.all if _counts(place, places, named)]
    told = [(place, _names(text, place)) for place in sorted(kept, key=_first) if not _folds(place, kept)]
    return tuple(
        _item(text, identity.named("territory", names[0]), place, names, _parts(text, place, kept), named, cited)
        for place, names in told
    )


def _first(place: Place) -> tuple[int, int]:
    """Where it is named first, or told of where it has no name."""
    return min(place.names or place.others)


def _counts(place: Place, places: Places, named: set[str]) -> bool:
    """Whether a place is in dispute here: as the report says, or as the table does.

    Wide waters are more than their dispute ("in the Aegean"): the report must speak of it. What the table calls settled
    or dormant counts where two of its claimants take part, for the report may be older than the table.
    """
    record = place.record
    if record is None or place.disputed:
        return record is not None or (bool(place.names) and place.disputed)
    if any(name.weak for name in record.names) and place.sort == "waters":
        return any(_lies_in(other, record.id) for other in places.all)  # a shoal in dispute, and its sea
    if record.status == "active" and place.sort != "waters":
        return True
    if sum(party in named for party in record.claimed_by) >= 2:
        return True
    whole = wholes().get(record.id)
    above = places.get(whole) if whole else None
    return above is not None and above.disputed


def _lies_in(place: Place, whole: str) -> bool:
    """Whether a named place is part of a territory of the table, at any depth."""
    id_ = wholes().get(place.record.id) if place.record is not None and place.names else None
    while id_ is not None and id_ != whole:
        id_ = wholes().get(id_)
    return id_ == whole


def _folds(place: Place, kept: list[Place]) -> bool:
    """Whether a part says no more than its whole: the same claimants and holder, and the whole is there."""
    whole = _whole(place, kept)
    if whole is None or place.record is None or whole.record is None:
        return False
    same = set(place.record.claimed_by) == set(whole.record.claimed_by)
    return same and place.record.held_by == whole.record.held_by


def _whole(place: Place, kept: list[Place]) -> Place | None:
    id_ = wholes().get(place.record.id) if place.record else None
    return next((other for other in kept if other.record is not None and other.record.id == id_), None)


def _parts(text: str, place: Place, kept: list[Place]) -> tuple[str, ...]:
    """The names of its parts in the report."""
    if place.record is None:
        return place.members
    parts = [other for other in kept if other.record is not None and other.record.id in place.record.members]
    return tuple(_names(text, part)[0] for part in parts if part.names)


def _names(text: str, place: Place) -> list[str]:
    """Its names, each once: first the one that the report begins with, in full; else what it is called instead."""
    forms: dict[str, str] = {}
    for start, end in sorted(place.names) or sorted(place.others):
        form = " ".join(text[start:end].split())
        forms.setdefault(form.casefold(), form)
    ordered = list(forms.values())
    plain = [form for form in ordered if "." not in form] or ordered
    best = max((form for form in plain if plain[0] in form), key=len)
    return [best, *(form for form in ordered if form != best)]


def _item(
    text: str, id_: str, place: Place, names: list[str], members: tuple[str, ...], named: set[str], cited: Cited
) -> Territory:
    again = dict.fromkeys(" ".join(text[a:b].split()) for a, b in sorted(place.others))
    record = place.record
    claims, holdings = _said(place.claims), _said(place.holdings)
    known_claims = record.claimed_by if record else ()
    known_holders = record.held_by if record else ()
    holder = _holder(holdings, known_holders)
    claimants = _claimants(claims, known_claims, named, holder)
    return Territory(
        id=id_,
        name=names[0],
        aliases=tuple(dict.fromkeys([*names[1:], *(form for form in again if form not in names)])),
        kind=record.kind if record else None,
        members=members,
        claimed_by=cited.parties(claimants),
        held_by=cited.party(holder) if holder else None,
        claims=tuple(_sources(text, claims, known_claims, record, cited)),
        holdings=tuple(_sources(text, holdings, known_holders, record, cited)),
        coordinates=record.coordinates if record else None,
        known=record.id if record else None,
        mentions=tuple(Words.at(text, a, b) for a, b in sorted({*place.names, *place.others})),
        evidence=Words.at(text, *_first(place)),
        inferred=tuple(_inferred(record, set(claimants) <= set(claims), holder is None or holder in holdings)),
    )


def _inferred(record: TerritoryRecord | None, claims_said: bool, holder_said: bool) -> Iterator[Inference]:
    """What the table adds to the report."""
    if record is not None:
        own = {"claimed_by": claims_said, "held_by": holder_said, "kind": False, "coordinates": False}
        yield from (Inference(field, "table", as_of=record.as_of) for field, said in own.items() if not said)


def _said(said: Iterable[Said]) -> dict[str, Said]:
    """Each party once, with the first words that say it."""
    found: dict[str, Said] = {}
    for each in said:
        found.setdefault(each.party, each)
    return found


def _sources(
    text: str, said: dict[str, Said], known: tuple[str, ...], record: TerritoryRecord | None, cited: Cited
) -> Iterator[Claim]:
    """Who claims or holds it: by the words of the report, then by the table."""
    for party, each in said.items():
        yield Claim(cited.party(party), "said", Words.at(text, each.start, each.end))
    if record is not None:
        for party in known:
            yield Claim(cited.party(party), "table", as_of=record.as_of)


def _claimants(said: Iterable[str], known: tuple[str, ...], named: set[str], holder: str | None) -> tuple[str, ...]:
    """Who the report says claims it, if it names two; else also the table's claimants, first those it names.

    Who holds it is a claimant that the report need not name as one.
    """
    own = [party for party in said if not _is_gone(party)]
    if len(own) >= 2:
        return tuple(dict.fromkeys([*own, *(party for party in known if party in named and party == holder)]))
    here = [party for party in known if party in named]
    found = tuple(dict.fromkeys([*own, *here]))
    return found if len(found) >= 2 else tuple(dict.fromkeys([*found, *known]))


def _holder(said: Iterable[str], known: tuple[str, ...]) -> str | None:
    """The last that the report says holds it, if still there; else the table's, if it is one."""
    own = [party for party in said if not _is_gone(party)]
    if own:
        return own[-1]
    return known[0] if len(known) == 1 else None


def _is_gone(party: str) -> bool:
    return kind_of(party) == "former state"
