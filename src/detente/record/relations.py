"""A version -> the others that it hangs together with, how, and why; and how many of several are copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, select

from detente.record.copies import CopyKind
from detente.record.schema import copy, reading, report


class Relation(StrEnum):
    """What one report is to another, as it is told of the one; in the order of telling."""

    CORRECTS = "corrects"
    CORRECTED_BY = "corrected by"
    NEAR_COPY_OF = "near-copy of"
    NEWER = "newer version of"
    OLDER = "older version of"
    COPIED_BY = "copied by"


_AS_BY = {
    CopyKind.CORRECTION: Relation.CORRECTS,
    CopyKind.NEAR_COPY: Relation.NEAR_COPY_OF,
    CopyKind.VERSION: Relation.NEWER,
}
_AS_OF = {
    CopyKind.CORRECTION: Relation.CORRECTED_BY,
    CopyKind.NEAR_COPY: Relation.COPIED_BY,
    CopyKind.VERSION: Relation.OLDER,
}
_ORDER = list(Relation)


@dataclass(frozen=True, slots=True)
class Related:
    """A report's relation to another: ``report`` and what follows is the other's, ``why`` in one line for people."""

    relation: Relation
    report: str  #: id
    source: str
    publisher: str | None
    published: str | None  #: EDTF
    containment: float  #: share of the one's words that the other has too, 0 to 1
    shared: int  #: words
    why: str


def related(connection: Connection, report_n: int) -> list[Related]:
    """What a version is to others: by relation, those that it shares most with first."""
    dated = select(reading.c.published).where(reading.c.report_n == report.c.n).order_by(reading.c.n.desc()).limit(1)
    columns = (copy, report.c.id, report.c.source, report.c.publisher, dated.scalar_subquery().label("published"))
    found = []
    for mine, other, names in ((copy.c.by_n, copy.c.of_n, _AS_BY), (copy.c.of_n, copy.c.by_n, _AS_OF)):
        rows = select(*columns).select_from(copy.join(report, report.c.n == other)).where(mine == report_n)
        found += [
            Related(
                names[CopyKind(row.kind)], row.id, row.source, row.publisher, row.published, row.containment,
                row.shared, row.why,
            )
            for row in connection.execute(rows)
        ]  # fmt: skip
    return sorted(found, key=lambda one: (_ORDER.index(one.relation), -one.containment, -one.shared, one.report))


def marked() -> ColumnElement[bool]:
    """The condition on rows of ``report`` that they are anything to another but its original."""
    corrected = select(copy.c.of_n).where(copy.c.kind != CopyKind.NEAR_COPY)
    return report.c.n.in_(select(copy.c.by_n)) | report.c.n.in_(corrected)


def count(connection: Connection, numbers: Iterable[int]) -> Counter[CopyKind]:
    """How many of the versions are near-copies of others, and how many correct one; those that do both, correct."""
    kinds: dict[int, set[str]] = {}
    wanted = set(numbers)
    found = select(copy.c.by_n, copy.c.kind).where(copy.c.kind != CopyKind.VERSION).distinct()
    if wanted:
        found = found.where(copy.c.by_n.between(min(wanted), max(wanted)))
    for number, kind in connection.execute(found):
        if number in wanted:
            kinds.setdefault(number, set()).add(kind)
    either = (CopyKind.CORRECTION, CopyKind.NEAR_COPY)
    return Counter(next(kind for kind in either if kind in found) for found in kinds.values())
