"""One reading -> the record: its report, bytes, text, items and search words, in the transaction that is given.

Nothing that is there is changed: a known version only gains the place that it came from, a version that was read by
another program a reading beside the old one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, func, insert, select

from detente.model.ids import hashed
from detente.model.reading import Provenance, Reading
from detente.model.report import Report
from detente.model.round_trip import dumps, plain
from detente.record import blobs, captures, copy_rows
from detente.record.derivation import derive, following
from detente.record.item_rows import days, item_rows
from detente.record.schema import aside, current, item, provenance, reading, report

Outcome = Literal["new", "version", "known"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a reading: a ``new`` report, another ``version`` of one, or nothing that was not ``known``."""

    outcome: Outcome
    report_n: int


def keep(connection: Connection, read: Reading, data: bytes, at: str) -> Kept:
    """Keep a report with its reading. ``data`` are its bytes as they came, ``at`` the present time in UTC.

    Raises ValueError for bytes of another report.
    """
    given = read.report
    source = captures.place(given.source)
    connection.execute(aside.delete().where(aside.c.source == source))
    report_n = connection.scalar(select(report.c.n).where(report.c.id == given.id))
    if report_n is not None:
        captures.enter(connection, source, given.raw_sha256, report_n, at)
        return Kept("known", report_n)
    is_new = connection.scalar(select(report.c.n).where(report.c.key == given.key).limit(1)) is None
    report_n = keep_report(connection, given, source, data, at)
    captures.enter(connection, source, given.raw_sha256, report_n, at)
    _reading(connection, read, report_n, at)
    return Kept("new" if is_new else "version", report_n)


def keep_again(connection: Connection, read: Reading, report_n: int, at: str) -> bool:
    """Keep another reading of a version beside those that it has; False where the same program has read it already."""
    same = (reading.c.report_n == report_n) & (reading.c.provenance == provenance_hash(read.provenance))
    if connection.scalar(select(reading.c.n).where(same)) is not None:
        return False
    _reading(connection, read, report_n, at)
    return True


def keep_report(connection: Connection, given: Report, source: str, data: bytes, at: str) -> int:
    """Keep a version of a report that is not there yet, without a reading; returns its number.

    Raises ValueError for bytes of another report.
    """
    own = plain(given)
    del own["text"]
    names = ("key", "version", "raw_sha256", "format", "url", "publisher", "language", "title", "given_id")
    if blobs.put(connection, data) != given.raw_sha256:
        raise ValueError(f"bytes that are not those of {given.source}")
    row = {
        "n": following(connection, report),
        "id": given.id,
        **{name: getattr(given, name) for name in names},
        "text_sha256": blobs.put_text(connection, given.text),
        "source": source,
        "added_at": at,
        "json": dumps(own, indent=None),
    }
    connection.execute(report.insert().values(**row))
    return int(row["n"])


def provenance_hash(made_by: Provenance) -> str:
    """The hash of what made a reading."""
    return hashed(dumps(plain(made_by), indent=None))


def digest(front: str, items: Iterable[str]) -> str:
    """The hash of a reading, from the JSON of its front matter and of its items in order."""
    return hashed(front, *items)


def _reading(connection: Connection, read: Reading, report_n: int, at: str) -> None:
    made_by = provenance_hash(read.provenance)
    if connection.scalar(select(provenance.c.hash).where(provenance.c.hash == made_by)) is None:
        connection.execute(provenance.insert().values(hash=made_by, json=dumps(plain(read.provenance), indent=None)))
    number = following(connection, reading)
    front = read.front
    first, last = days(front.published.date)
    front_json = dumps(plain(front), indent=None)
    rows = list(item_rows(read))
    row: dict[str, Any] = {
        "n": number,
        "report_n": report_n,
        "provenance": made_by,
        "made_at": at,
        "sections": ",".join(read.items),
        "headline": front.headline.text if front.headline else None,
        "published": str(front.published.date) if front.published.date else None,
        "first_day": first,
        "last_day": last,
        "front": front_json,
        "digest": digest(front_json, (row.columns["json"] for row in rows)),
    }
    connection.execute(reading.insert().values(**row))
    first_n = following(connection, item)
    if rows:
        numbered = [{"n": n, "reading_n": number, **row.columns} for n, row in enumerate(rows, start=first_n)]
        connection.execute(insert(item), numbered)
    _count(connection, read.report.key, report_n, number, (first_n, first_n + len(rows) - 1) if rows else (None, None))
    derive(connection, read, number, range(first_n, first_n + len(rows)), rows)
    copy_rows.enter(connection, report_n)


def _count(
    connection: Connection, key: str, report_n: int, reading_n: int, items: tuple[int | None, int | None]
) -> None:
    """From now on this reading counts for the report, if the version is its newest; ``items`` are its ends."""
    newest = connection.scalar(select(func.max(report.c.n)).where(report.c.key == key))
    if newest != report_n:
        return
    connection.execute(current.delete().where(current.c.key == key))
    row = {"key": key, "report_n": report_n, "reading_n": reading_n, "first_item": items[0], "last_item": items[1]}
    connection.execute(current.insert().values(**row))
