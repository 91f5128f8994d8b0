"""The table of agreements as records."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from detente.model.date import Date

if TYPE_CHECKING:
    from detente.model.items import AgreementStatus


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """What the table knows of one agreement, as of a date. ``date`` is that of signature or adoption."""

    name: str
    names: tuple[str, ...]  #: others in use, abbreviations included
    kind: str
    date: Date | None
    parties: tuple[str, ...]
    status: AgreementStatus | None
    as_of: Date


@cache
def agreements() -> dict[str, AgreementRecord]:
    """Every agreement by its name, in the order of the table. Raises ValueError where a row is not whole."""
    found: dict[str, AgreementRecord] = {}
    text = files(__package__).joinpath("agreements.tsv").read_text(encoding="utf-8")
    head, *body = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    for row in body:
        if len(row) != len(head):
            raise ValueError(f"agreements.tsv: {len(row)} fields where the head has {len(head)}: {row[0]}")
        name, names, kind, date, parties, status, as_of = row
        if name in found:
            raise ValueError(f"agreements.tsv: twice in the table: {name}")
        known = cast("AgreementStatus", status) if status else None
        dated = Date.parse(date) if date else None
        found[name] = AgreementRecord(name, _list(names), kind, dated, _list(parties), known, Date.parse(as_of))
    return found


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The words of agreements, as ``words.toml`` has them."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def _list(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split(";") if part)
