"""How right each section is -> rows of a table, and plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from detente.record.judgements import MARKS, Precision

# codes: columns of a score
COLUMNS = ("section", *MARKS, "precision", "low", "high", "with_partly", "partly_low", "partly_high")


def score_rows(given: Iterable[Precision]) -> list[tuple[object, ...]]:
    """A row a section."""
    return [
        (one.section, *one.marks.values(), one.right, *one.right_interval, one.partly, *one.partly_interval)
        for one in given
    ]


def score_json(given: Iterable[Precision]) -> list[dict[str, Any]]:
    """An object a section."""
    return [asdict(one) for one in given]
