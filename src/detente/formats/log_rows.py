"""The log of corrections -> a head and rows for CSV, and plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from detente.model.round_trip import dumps, plain
from detente.record.corrections import Correction

# codes: columns
COLUMNS = ("n", "at", "by", "kind", "target", "report_key", "why", "undone_by", "lost", "payload")


def log_json(entries: Iterable[Correction], undone: Mapping[int, int], lost: Mapping[int, str]) -> list[dict[str, Any]]:
    """The entries as plain values, each with what took it back and why it changes nothing."""
    return [plain(one) | {"undone_by": undone.get(one.n), "lost": lost.get(one.n)} for one in entries]


def log_rows(
    entries: Iterable[Correction], undone: Mapping[int, int], lost: Mapping[int, str]
) -> Iterator[tuple[object, ...]]:
    """A row for each entry, below ``COLUMNS``."""
    for one in entries:
        yield (
            one.n, one.at, one.by, one.kind, one.target, one.report_key, one.why,
            undone.get(one.n), lost.get(one.n), dumps(plain(one.payload), indent=None),
        )  # fmt: skip
