"""How event coders write a party: an ISO 3166-1 country, or one of PLOVER's codes for actors without a country."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, rows
from detente.knowledge.parties import records

if TYPE_CHECKING:
    from collections.abc import Iterable

_IN_ORGANISATIONS = 8  # organs of organs: never more than a few


class _Actor(Entry, frozen=True):
    id: str
    code: str


@cache
def _table() -> dict[str, str]:
    return {row.id: row.code for row in rows("facts/plover_actors", _Actor, "id")}


def actor_code(party: str) -> str | None:
    """The code of a party's id: a group stands for the state in which it is at home, an organ for its organisation.

    None for a party that no table knows and that is no country by its id.
    """
    known = records()
    for _ in range(_IN_ORGANISATIONS):
        listed = _table().get(party)
        if listed is not None:
            return listed
        record = known.get(party)
        if record is None:
            return None
        if record.part_of is None:
            if len(party) == 3 and record.kind in ("state", "former state"):
                return party
            return "IGO" if record.kind == "organisation" else None
        party = record.part_of
    return "IGO"


def actor_codes(parties: Iterable[str]) -> list[str | None]:
    """The codes of several parties, each once, in their order; None at most once."""
    return list(dict.fromkeys(actor_code(party) for party in parties))
