"""The table of agreements as records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.knowledge.loader import BadTable, Entry, rows
from detente.model.date import Date
from detente.model.items import AgreementStatus


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """What the tables know of one agreement, as of a date. ``date`` is that of signature or adoption."""

    name: str
    names: tuple[str, ...]  #: others in use, abbreviations included
    kind: str
    date: Date | None
    parties: tuple[str, ...]
    status: AgreementStatus | None
    as_of: Date


class _Fact(Entry, frozen=True, kw_only=True):
    name: str
    kind: str
    date: Date | None = None
    parties: tuple[str, ...] = ()
    status: AgreementStatus | None = None
    as_of: Date


class _Name(Entry, frozen=True):
    agreement: str
    name: str


@cache
def agreements() -> dict[str, AgreementRecord]:
    """Every agreement by its name, in the order of the table. Raises BadTable."""
    names: dict[str, list[str]] = {fact.name: [] for fact in rows("facts/agreements", _Fact, "name")}
    for row in rows("en/agreement_names", _Name):
        if row.agreement not in names:
            raise BadTable("en/agreement_names.tsv", 1, f"not in facts/agreements.tsv: {row.agreement}")
        names[row.agreement].append(row.name)
    return {
        fact.name: AgreementRecord(
            fact.name, tuple(names[fact.name]), fact.kind, fact.date, fact.parties, fact.status, fact.as_of
        )
        for fact in rows("facts/agreements", _Fact, "name")
    }
