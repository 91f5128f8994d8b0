"""What people entered -> what is wrong with it: corrections without their words or target, broken dispute files."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, select

from detente.errors import BadDispute, BadReading
from detente.model.round_trip import typed
from detente.model.words import Words
from detente.record import blobs, disputes
from detente.record.corrections import OF_ITEMS, Correction, log
from detente.record.dispute_file import dispute_of
from detente.record.schema import membership, report

Told = tuple[str, str, str]  # kind, where, what


def verify_people(connection: Connection) -> Iterator[Told]:
    """What is wrong with the log, with disputes and with who belongs to them."""
    try:
        entries = log(connection)
    except ValueError as error:
        yield "correction", "the log", f"cannot be read back: {' '.join(str(error).split())}"
        return
    numbers = {entry.n for entry in entries}
    for entry in entries:
        if entry.kind == "undo" and (not entry.target.isdigit() or int(entry.target) not in numbers):
            yield "correction", f"correction {entry.n}", f"takes back {entry.target}, which is not in the log"
        if entry.kind in OF_ITEMS and (wrong := _wrong(connection, entry)):
            yield "correction", f"correction {entry.n}", wrong
    for stored in disputes.all_stored(connection):
        try:
            dispute_of(stored.toml, f"dispute {stored.name}")
        except BadDispute as error:
            yield "dispute", stored.name, error.reason
    known = set(connection.scalars(select(report.c.key)))
    for row in connection.execute(select(membership).order_by(membership.c.n)):
        if row.report_key not in known:
            yield "dispute", row.dispute, f"has a report {row.report_key} by hand that is not there"


def _wrong(connection: Connection, entry: Correction) -> str | None:
    """Whether the version that a correction was made on is there, and has its words."""
    version = connection.scalar(select(report.c.text_sha256).where(report.c.id == entry.payload.get("report")))
    if version is None:
        return "is on a version of a report that is not there"
    try:
        words = typed(entry.payload["words"], Words, "words")
        text = blobs.get_text(connection, version)
    except (BadReading, KeyError, ValueError, zlib.error) as error:
        return f"cannot be read back: {' '.join(str(error).split())}"
    if text[words.start : words.end] != words.text:
        return f"[{words.start}, {words.end}) is not {words.text[:40]!r}"
    return None
