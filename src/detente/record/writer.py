"""One reading -> the record: its report, bytes, text, items and search words, in the transaction that is given.

Nothing that is there is changed: a known version only gains the place that it came from, a version that was read by
another program a reading beside the old one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Table, func, insert, select

from detente.model.ids import hashed
from detente.model.reading import Provenance, Reading
from detente.model.report import Report, Zone
from detente.model.round_trip import dumps, plain
from detente.record import blobs, captures, search_words
from detente.record.folded import folded
from detente.record.item_rows import ItemRow, Who, days, item_rows
from detente.record.schema import aside, current, item, item_who, provenance, reading, report, who

Outcome = Literal["new", "version", "known"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a reading: a ``new`` report, another ``version`` of one, or nothing that was not ``known``."""

    outcome: Outcome
    report_n: int


def keep(connection: Connection, read: Reading, data: bytes, at: str) -> Kept:
    """Keep a report with its reading. ``data`` are its bytes as they came, ``at`` the present time in UTC."""
    given = read.report
    source = captures.place(given.source)
    connection.execute(aside.delete().where(aside.c.source == source))
    report_n = connection.scalar(select(report.c.n).where(report.c.id == given.id))
    if report_n is not None:
        captures.enter(connection, source, given.raw_sha256, report_n, at)
        return Kept("known", report_n)
    is_new = connection.scalar(select(report.c.n).where(report.c.key == given.key).limit(1)) is None
    report_n = _report(connection, given, source, data, at)
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


def provenance_hash(made_by: Provenance) -> str:
    """The hash of what made a reading."""
    return hashed(dumps(plain(made_by), indent=None))


def _report(connection: Connection, given: Report, source: str, data: bytes, at: str) -> int:
    own = plain(given)
    del own["text"]
    names = ("key", "version", "raw_sha256", "format", "url", "publisher", "language", "title", "given_id")
    blobs.put(connection, data)
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


def _reading(connection: Connection, read: Reading, report_n: int, at: str) -> None:
    digest = provenance_hash(read.provenance)
    if connection.scalar(select(provenance.c.hash).where(provenance.c.hash == digest)) is None:
        connection.execute(provenance.insert().values(hash=digest, json=dumps(plain(read.provenance), indent=None)))
    number = following(connection, reading)
    front = read.front
    first, last = days(front.published.date)
    row: dict[str, Any] = {
        "n": number,
        "report_n": report_n,
        "provenance": digest,
        "made_at": at,
        "sections": ",".join(read.items),
        "headline": front.headline.text if front.headline else None,
        "published": str(front.published.date) if front.published.date else None,
        "first_day": first,
        "last_day": last,
        "front": dumps(plain(front), indent=None),
    }
    connection.execute(reading.insert().values(**row))
    rows = list(item_rows(read))
    first_n = following(connection, item)
    if rows:
        numbered = [{"n": n, "reading_n": number, **row.columns} for n, row in enumerate(rows, start=first_n)]
        connection.execute(insert(item), numbered)
    _count(connection, read.report.key, report_n, number)
    derive(connection, rows, range(first_n, first_n + len(rows)))
    search_words.add_report(connection, number, *report_words(read))


def report_words(read: Reading) -> tuple[str, str]:
    """The folded headline and body of a report."""
    text, front = read.report.text, read.front
    body = [text[zone.start : zone.end] for zone in front.zones if zone.zone is Zone.BODY] or [text]
    return folded(front.headline.text if front.headline else ""), folded(" ".join(body))


def derive(connection: Connection, rows: Sequence[ItemRow], numbers: Sequence[int]) -> None:
    """Enter what follows from items: who stands in them, and their search words."""
    known: dict[Who, int] = {}
    links = []
    for number, row in zip(numbers, rows, strict=True):
        for role, somebody in row.who:
            if somebody not in known:
                known[somebody] = _who(connection, somebody)
            columns = row.columns
            links.append(
                {"who_n": known[somebody], "section": columns["section"], "first_day": columns["first_day"] or "",
                 "item_n": number, "role": role}
            )  # fmt: skip
    if links:
        connection.execute(insert(item_who), links)
    words = ((number, row.words) for number, row in zip(numbers, rows, strict=True) if row.words is not None)
    search_words.add_items(connection, words)


def _who(connection: Connection, somebody: Who) -> int:
    kind, party, name = somebody
    same = (who.c.kind == kind) & (who.c.party == party) & (who.c.folded == name)
    number = connection.scalar(select(who.c.n).where(same))
    if number is None:
        number = following(connection, who)
        connection.execute(who.insert().values(n=number, kind=kind, party=party, folded=name))
    return int(number)


def _count(connection: Connection, key: str, report_n: int, reading_n: int) -> None:
    """From now on this reading counts for the report, if the version is its newest."""
    newest = connection.scalar(select(func.max(report.c.n)).where(report.c.key == key))
    if newest != report_n:
        return
    connection.execute(current.delete().where(current.c.key == key))
    connection.execute(current.insert().values(key=key, report_n=report_n, reading_n=reading_n))


def following(connection: Connection, table: Table) -> int:
    """The next number of a table; there is one writer at a time."""
    highest: Any = connection.scalar(select(func.max(table.c.n)))
    return (highest or 0) + 1
