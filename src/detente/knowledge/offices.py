"""The nouns that head titles of offices: "minister", "envoys"."""

from __future__ import annotations

from functools import cache
from typing import Literal

from detente.knowledge.loader import Entry, rows


class OfficeRow(Entry, frozen=True, kw_only=True):
    """A noun, its plural, the kind of office that it is, and the gender that it gives away."""

    word: str
    plural: str | None = None
    kind: str
    gender: Literal["m", "f"] | None = None


def office_nouns() -> tuple[OfficeRow, ...]:
    """All of them, in the order of their table."""
    return rows("en/offices/offices", OfficeRow)


@cache
def office_words() -> frozenset[str]:
    """Those in the singular: what a single holder is called."""
    return frozenset(noun.word for noun in office_nouns())
