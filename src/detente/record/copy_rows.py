"""Versions -> rows of ``band`` and ``copy``: the bands of each, and what it has to do with the others.

What is decided on two versions follows from these two alone, so the rows are the same in whatever order versions come.
"""

from __future__ import annotations

import zlib
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from detente.errors import BadReading
from detente.record.copies import Copy, CopyKind, Piece, bands, decide, signature, worth_comparing
from detente.record.pieces import piece_of
from detente.record.schema import band, copy, reading, report

UNREADABLE = (BadReading, ValueError, KeyError, zlib.error, TypeError)  #: what a damaged version raises


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of ``copy``: what was decided on two versions, by their numbers."""

    of_n: int
    by_n: int
    decided: Copy


def enter(connection: Connection, report_n: int) -> None:
    """Enter the bands of a version, and what it has to do with those that are there; what was entered of it goes."""
    connection.execute(copy.delete().where((copy.c.of_n == report_n) | (copy.c.by_n == report_n)))
    connection.execute(band.delete().where(band.c.report_n == report_n))
    piece = piece_of(connection, report_n)
    if rows := band_rows(piece, report_n):
        connection.execute(insert(band), rows)
    if found := decisions(connection, piece, report_n):
        connection.execute(insert(copy), [copy_row(one) for one in found])


def enter_all(connection: Connection) -> None:
    """Enter every version, nothing being entered yet, but those that cannot be read back: verify tells of these."""
    for report_n in read_versions(connection):
        with suppress(*UNREADABLE):
            enter(connection, report_n)


def read_versions(connection: Connection) -> list[int]:
    """The numbers of the versions that have been read."""
    return list(connection.scalars(select(reading.c.report_n).distinct().order_by(reading.c.report_n)))


def band_rows(piece: Piece, report_n: int) -> list[dict[str, int]]:
    """The rows of ``band`` of a version, in order."""
    found = bands(signature(piece.body))
    return [{"band": one, "report_n": report_n, "size": len(found)} for one in found]


def copy_row(one: Decision) -> dict[str, object]:
    """The row of ``copy`` of a decision."""
    told = one.decided
    return {
        "of_n": one.of_n, "by_n": one.by_n, "kind": str(told.kind), "containment": told.containment,
        "shared": told.shared, "why": told.why,
    }  # fmt: skip


def every_copy(connection: Connection) -> list[Copy]:
    """Everything that was decided on any two versions, with their ids, in no order."""
    first, second = report.alias("first"), report.alias("second")
    joined = copy.join(first, first.c.n == copy.c.of_n).join(second, second.c.n == copy.c.by_n)
    columns = (copy.c.kind, first.c.id, second.c.id, copy.c.containment, copy.c.shared, copy.c.why)
    found = connection.execute(select(*columns).select_from(joined))
    return [Copy(CopyKind(kind), *told) for kind, *told in found]


def decisions(
    connection: Connection, piece: Piece, report_n: int, among: Container[int] | None = None
) -> list[Decision]:
    """What a version, whose bands are entered, has to do with the others, or with those ``among`` them."""
    numbers = {piece.id: report_n}
    others = []
    for number in sorted(_candidates(connection, piece.key, report_n)):
        if among is None or number in among:
            others.append(piece_of(connection, number))
            numbers[others[-1].id] = number
    return [Decision(numbers[one.of], numbers[one.by], one) for one in decide(piece, others)]


def _candidates(connection: Connection, key: str, report_n: int) -> set[int]:
    """The other versions of a key, and those that share enough bands with one."""
    mine, other = band.alias("mine"), band.alias("other")
    joined = mine.join(other, other.c.band == mine.c.band)
    shared = select(other.c.report_n, func.max(mine.c.size), func.max(other.c.size), func.count()).select_from(joined)
    shared = shared.where(mine.c.report_n == report_n, other.c.report_n != report_n).group_by(other.c.report_n)
    near = {number for number, own, size, count in connection.execute(shared) if worth_comparing(count, own, size)}
    joined = report.join(reading, reading.c.report_n == report.c.n)
    of_key = select(report.c.n).select_from(joined).where(report.c.key == key, report.c.n != report_n).distinct()
    return near | set(connection.scalars(of_key))
