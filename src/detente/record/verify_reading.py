"""One reading of the record -> what is wrong with it: its words, references, columns, and what is derived from it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, select

from detente.errors import BadReading
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.words import Words
from detente.record.item_rows import Who, item_rows
from detente.record.readings import reading_of
from detente.record.schema import current, item, item_who, reading, reading_who, who
from detente.record.writer import digest

Told = tuple[str, str, str]  # kind, where, what


def verify_reading(connection: Connection, number: int) -> Iterator[Told]:
    """What is wrong with the reading of a number."""
    row = connection.execute(select(reading).where(reading.c.n == number)).one()
    rows = connection.execute(select(item).where(item.c.reading_n == number).order_by(item.c.n)).all()
    where = f"reading {number}"
    if digest(row.front, (found.json for found in rows)) != row.digest:
        yield "reading", where, "is not as it was written: an item was lost, added or changed"
    try:
        read = reading_of(connection, row.report_n, number)
    except (BadReading, ValueError, KeyError, zlib.error, TypeError) as error:
        yield "reading", where, " ".join(f"cannot be read back: {error}".split())
        return
    yield from _words(read)
    yield from _references(read)
    yield from _columns(connection, read, number, rows)


def _words(read: Reading) -> Iterator[Told]:
    """Every passage, of items and of the front matter, stands in the text."""
    text = read.report.text
    passages = [("front", words) for words in _all(read.front, Words)]
    passages += [(one.id, words) for items in read.items.values() for one in items for words in _all(one, Words)]
    for where, words in passages:
        if text[words.start : words.end] != words.text:
            yield "words", f"{where} of {read.report.id}", f"[{words.start}, {words.end}) is not {words.text[:40]!r}"


def _references(read: Reading) -> Iterator[Told]:
    """Every person and party that is named is among those of the reading."""
    for kind, section in (("person", "people"), ("party", "parties")):
        if section not in read.items:
            continue
        known = {one.id for one in read.items[section]}
        for items in read.items.values():
            for one in items:
                named = {who.id for who in _all(one, Reference) if who.kind == kind}
                named |= {one.party} if kind == "party" and getattr(one, "party", None) else set()
                for missing in sorted(named - known):
                    yield (
                        "reference",
                        f"{one.id} of {read.report.id}",
                        f"names the {kind} {missing}, which is not there",
                    )


def _columns(connection: Connection, read: Reading, number: int, rows: Any) -> Iterator[Told]:
    """The rows of the items are what the items give, and so are, for the reading that counts, who and search words."""
    made = list(item_rows(read))
    if len(made) != len(rows):
        return  # the digest has told
    for found, row in zip(rows, made, strict=True):
        wrong = [name for name, value in row.columns.items() if name != "json" and getattr(found, name) != value]
        if wrong:
            yield "item", f"{found.id} (row {found.n})", f"has {', '.join(wrong)} otherwise than the item itself"
    counts = connection.execute(select(current).where(current.c.reading_n == number)).one_or_none()
    if counts is None:
        return
    if (counts.first_item, counts.last_item) != ((rows[0].n, rows[-1].n) if rows else (None, None)):
        yield "current", f"reading {number}", "has other items than are noted of it; run detente rebuild"
    words = {found.n for found, row in zip(rows, made, strict=True) if row.words is not None}
    first, last = (rows[0].n, rows[-1].n) if rows else (0, 0)
    entered = "SELECT id FROM item_words_docsize WHERE id BETWEEN ? AND ?"
    missing = words - set(connection.exec_driver_sql(entered, (first, last)).scalars())
    if missing:
        yield "search", f"reading {number}", f"{len(missing)} items are not found by their words; run detente rebuild"
    if connection.exec_driver_sql("SELECT id FROM report_words_docsize WHERE id = ?", (number,)).scalar() is None:
        yield "search", read.report.id, "is not found by its words; run detente rebuild"
    wanted = {(found.n, role, one) for found, row in zip(rows, made, strict=True) for role, one in row.who}
    standing = {(found.section, one) for found, row in zip(rows, made, strict=True) for _, one in row.who}
    links = _links(connection, first, last)
    wrong_links = len(set(links) ^ wanted) + len(standing - _standing(connection, number, set(links.values())))
    if wrong_links:
        yield (
            "who",
            f"reading {number}",
            f"{wrong_links} links to who stands in its items are wrong; run detente rebuild",
        )


def _links(connection: Connection, first: int, last: int) -> dict[tuple[int, str, Who], int]:
    """The links that are kept between items and who is named in them, with the number of each name."""
    named = select(item_who.c.item_n, item_who.c.role, who).join(who, who.c.n == item_who.c.who_n)
    rows = connection.execute(named.where(item_who.c.item_n.between(first, last)))
    return {(row.item_n, row.role, (row.kind, row.party, row.folded)): row.n for row in rows}


def _standing(connection: Connection, number: int, named: set[int]) -> set[tuple[str, Who]]:
    """In which sections of a reading some names are kept as standing."""
    theirs = select(reading_who.c.section, who).join(who, who.c.n == reading_who.c.who_n)
    theirs = theirs.where(reading_who.c.who_n.in_(sorted(named)), reading_who.c.reading_n == number)
    return {(row.section, (row.kind, row.party, row.folded)) for row in connection.execute(theirs)}


def _all(value: Any, kind: type[Any]) -> Iterator[Any]:
    """Everything of a type within a value, however deep."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _all(inner, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _all(getattr(value, field.name), kind)
