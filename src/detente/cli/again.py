"""Reports of the record -> new readings beside the old, and what changed, for ``detente reread`` and for the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.model.report import Report, SetAside
from detente.reading.pool import Pool
from detente.record.comparison import Change, compare
from detente.record.readings import reading_of, report_of, with_version
from detente.record.store import Store
from detente.record.writer import keep_again


@dataclass(slots=True)
class Again:
    """What came of it: how many were read again, which were not, and how each section changed."""

    kept: int = 0
    failed: list[SetAside] = field(default_factory=list)
    changes: dict[str, Change] = field(default_factory=dict)


def read_again(store: Store, pool: Pool, numbers: Iterable[int], at: str) -> Iterator[Again]:
    """Read the reports of these numbers again; gives what came of it so far after each."""
    so_far = Again()
    for number, read in pool.read(_reports(store, numbers)):
        if isinstance(read, SetAside):
            so_far.failed.append(read)
        elif read is not None:
            with store.writing() as connection:
                old = reading_of(connection, number)
                new = with_version(read, old.report)
                keep_again(connection, new, number, at)
            for name, change in compare(old, new).items():
                so_far.changes.setdefault(name, Change()).add(change)
            so_far.kept += 1
        yield so_far


def _reports(store: Store, numbers: Iterable[int]) -> Iterator[tuple[int, Report]]:
    for number in numbers:
        with store.reading() as connection:
            report = report_of(connection, number)
        yield number, report
