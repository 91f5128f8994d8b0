"""What follows from one reading: who stands in its items, and the words under which it and they are found."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Table, func, insert, select, tuple_

from detente.model.reading import Reading
from detente.model.report import Zone
from detente.record import search_words
from detente.record.folded import folded
from detente.record.item_rows import ItemRow, Who
from detente.record.schema import item_who, reading_who, who


def derive(
    connection: Connection, read: Reading, reading_n: int, numbers: Sequence[int], rows: Sequence[ItemRow]
) -> None:
    """Enter what follows from a reading of a number, and from its items' rows with their numbers."""
    known = _numbers(connection, sorted({somebody for row in rows for _, somebody in row.who}))
    links = []
    for number, row in zip(numbers, rows, strict=True):
        columns = {name: row.columns[name] for name in ("section", "reach")}
        columns |= {"first_day": row.columns["first_day"] or "", "item_n": number}
        links += [{"who_n": known[somebody], "role": role, **columns} for role, somebody in row.who]
    if links:
        connection.execute(insert(item_who), links)
        standing = sorted({(link["who_n"], link["section"]) for link in links})
        narrowed = [{"who_n": number, "reading_n": reading_n, "section": section} for number, section in standing]
        connection.execute(insert(reading_who), narrowed)
    words = ((number, row.words) for number, row in zip(numbers, rows, strict=True) if row.words is not None)
    search_words.add_items(connection, words)
    search_words.add_report(connection, reading_n, *_report_words(read))


def following(connection: Connection, table: Table) -> int:
    """The next number of a table; there is one writer at a time."""
    highest: int | None = connection.scalar(select(func.max(table.c.n)))
    return (highest or 0) + 1


def _numbers(connection: Connection, everybody: Sequence[Who]) -> dict[Who, int]:
    """The number of each; who has none yet gets one."""
    if not everybody:
        return {}
    wanted = select(who).where(tuple_(who.c.kind, who.c.party, who.c.folded).in_(everybody))
    known: dict[Who, int] = {(row.kind, row.party, row.folded): row.n for row in connection.execute(wanted)}
    new = [somebody for somebody in everybody if somebody not in known]
    if new:
        known |= {somebody: number for number, somebody in enumerate(new, start=following(connection, who))}
        columns = ({"kind": kind, "party": party, "folded": name} for kind, party, name in new)
        connection.execute(insert(who), [{"n": known[one], **row} for one, row in zip(new, columns, strict=True)])
    return known


def _report_words(read: Reading) -> tuple[str, str]:
    """The folded headline and body."""
    text, front = read.report.text, read.front
    body = [text[zone.start : zone.end] for zone in front.zones if zone.zone is Zone.BODY] or [text]
    return folded(front.headline.text if front.headline else ""), folded(" ".join(body))
