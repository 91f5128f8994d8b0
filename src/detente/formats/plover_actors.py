"""How event coders write a party: an ISO 3166-1 country, or one of PLOVER's codes for actors without a country."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from detente.knowledge.parties.records import records

if TYPE_CHECKING:
    from collections.abc import Iterable

_IN_ORGANISATIONS = 8  # organs of organs: never more than a few


@cache
def _table() -> dict[str, str]:
    text = (files("detente") / "knowledge" / "events" / "plover_actors.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {id_: code for id_, _, code in (line.partition("\t") for line in lines[1:])}


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
