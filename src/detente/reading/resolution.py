"""Items -> items whose every reference resolves: parties that no words of the report name are added to its parties.

A table or the context may bring in a party that the report does not name: the state of a known leader, who else claims
an island. It stands among the parties without mentions, and says from what it is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from detente.knowledge.parties import records
from detente.model.inference import Inference
from detente.model.items import Party
from detente.model.references import Reference
from detente.model.words import Words


def resolved(items: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """The sections, their parties completed. A reading without the section of parties stays as it is."""
    if "parties" not in items:
        return dict(items)
    known = {party.id for party in items["parties"]}
    added: dict[str, Party] = {}
    for section, found in items.items():
        for item in found if section != "parties" else ():
            for party in _parties(item):
                if party not in known and party not in added:
                    added[party] = _party(party, item.evidence)
    return {**items, "parties": (*items["parties"], *added.values())}


def _parties(value: Any) -> Iterator[str]:
    """The ids of the parties that an item names, in its fields and in theirs."""
    if isinstance(value, Reference):
        if value.kind == "party":
            yield str(value.id)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _parties(inner)
    elif is_dataclass(value) and not isinstance(value, Words):
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name == "party" and isinstance(inner, str):
                yield inner
            else:
                yield from _parties(inner)


def _party(id_: str, evidence: Words) -> Party:
    record = records().get(id_)
    return Party(
        id=id_,
        kind=record.kind if record else "bloc",
        name=record.name if record else id_,
        names=(),
        mentions=(),
        evidence=evidence,
        inferred=(Inference("id", "table" if record else "context"),),
    )
