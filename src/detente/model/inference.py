"""What a field of an item rests on, where the report does not plainly say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.model.date import Date
from detente.model.words import Words

Basis = Literal["said", "context", "table", "report date"]


@dataclass(frozen=True, slots=True)
class Inference:
    """That a field was not plainly said, and from where it is known instead.

    ``basis`` is ``context`` (from what stands elsewhere in the report), ``table`` (from reference data that comes with
    the program) or ``report date`` (from the date of publication). A field that no inference names is said.
    """

    field: str
    basis: Basis
    words: Words | None = None  #: what it rests on, where some words of the report do
    as_of: Date | None = None  #: of the table
