"""The tables of the record, as they are now; ``migrations`` brings older records here.

Three kinds. *Truth* is only ever added to: blob, report, capture, provenance, reading, item, dispute, membership,
correction. *State* changes and is no part of an export: aside, run, queue, seen, calendar. *Derived* rows follow from
the truth and can be thrown away: current, who, item_who, reading_who, band, copy, derived, and the search tables
``item_words`` and ``report_words``, which :mod:`detente.record.search_words` makes because each database has its own
kind.

Times of day are UTC as ISO 8601 text; dates are EDTF, and beside them the first and last day they may mean, for
filters. JSON is text.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Label,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
)  # fmt: skip

metadata = MetaData()

# Truth

#: Bytes as they came, and texts in UTF-8: each once, by its hash, compressed with zlib.
blob = Table(
    "blob",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

#: A version of a report. ``id`` is the hash of key and version; ``json`` is the rest of the report, without its text.
report = Table(
    "report",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("version", Text, nullable=False),
    Column("text_sha256", Text, ForeignKey("blob.sha256"), nullable=False),
    Column("raw_sha256", Text, ForeignKey("blob.sha256"), nullable=False),
    Column("source", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("url", Text),
    Column("publisher", Text, index=True),
    Column("language", Text),
    Column("title", Text),
    Column("given_id", Text),
    Column("added_at", Text, nullable=False),
    Column("json", Text, nullable=False),
)

#: Every place and every bytes that a version came from; ``source`` is an absolute path, an address, or ``-``.
capture = Table(
    "capture",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("raw_sha256", Text, nullable=False, index=True),
    Column("report_n", Integer, ForeignKey("report.n"), nullable=False, index=True),
    Column("at", Text, nullable=False),
    UniqueConstraint("source", "raw_sha256", "report_n"),
)

#: What made readings, as JSON.
provenance = Table(
    "provenance",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("json", Text, nullable=False),
)

#: What one program read out of one version; the newest (largest ``n``) counts, the others stay. ``sections`` names
#: those that were read, in their order; ``front`` is the front matter as JSON; ``digest`` the hash of it and of all
#: items, so that nothing can be lost or changed unnoticed.
reading = Table(
    "reading",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("report_n", Integer, ForeignKey("report.n"), nullable=False, index=True),
    Column("provenance", Text, ForeignKey("provenance.hash"), nullable=False, index=True),
    Column("made_at", Text, nullable=False),
    Column("sections", Text, nullable=False),
    Column("headline", Text),
    Column("published", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("front", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Index("reading_by_day", "first_day", "last_day"),
)

#: The items of all sections. ``first_day`` and ``last_day`` are of the item's own date, else of its publication, and
#: ``reach`` is how far they lie apart (:mod:`detente.record.reach`); ``start`` and ``stop`` are its evidence in the
#: text. ``json`` is the whole item.
item = Table(
    "item",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("reading_n", Integer, ForeignKey("reading.n"), nullable=False),
    Column("section", Text, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("json", Text, nullable=False),
    Column("reach", Integer, nullable=False, server_default="-1"),
    Index("item_by_day", "section", "reach", "first_day"),
    Index("item_by_day_alone", "reach", "first_day"),
    Index("item_of_reading", "reading_n", "section", "first_day", "last_day"),
)

#: Versions of dispute files; the newest rules of a name hold.
dispute = Table(
    "dispute",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("toml", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
)

#: Reports put in a dispute by hand, or out of it; the newest of a dispute and report holds.
membership = Table(
    "membership",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("dispute", Text, nullable=False),
    Column("report_key", Text, nullable=False, index=True),
    Column("inside", Boolean, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Index("membership_of", "dispute", "report_key"),
)

#: The log of what people changed: correct, hide, confirm, rename, mark, merge, split, undo.
correction = Table(
    "correction",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text),
    Column("kind", Text, nullable=False),
    Column("target", Text, nullable=False, index=True),
    Column("report_key", Text, index=True),
    Column("payload", Text, nullable=False),
)

# State

#: Inputs that could not be read, and why; gone once they could.
aside = Table(
    "aside",
    metadata,
    Column("source", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
)

#: What was run and what came of it, as JSON counts; ``ended_at`` is null of one that was stopped.
run = Table(
    "run",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("command", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("counts", Text, nullable=False),
)

queue = Table(
    "queue",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("payload", Text, nullable=False),
    Column("at", Text, nullable=False),
)

seen = Table(
    "seen",
    metadata,
    Column("user", Text, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("at", Text, nullable=False),
)

#: What was given out of an agenda as a calendar: ``told`` is its date and state, ``items`` tell of it, as JSON.
calendar = Table(
    "calendar",
    metadata,
    Column("dispute", Text, primary_key=True),
    Column("uid", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("told", Text, nullable=False),
    Column("items", Text, nullable=False),
)

# Derived

#: The version and the reading that count for each report, and between which numbers all items of that reading lie.
current = Table(
    "current",
    metadata,
    Column("key", Text, primary_key=True),
    Column("report_n", Integer, ForeignKey("report.n"), nullable=False, index=True),
    Column("reading_n", Integer, ForeignKey("reading.n"), nullable=False, unique=True),
    Column("first_item", Integer),
    Column("last_item", Integer),
    Index("current_by_item", "first_item", "last_item", "reading_n"),
)

#: Everybody whom items name, each once: a party by its id, others by their folded name.
who = Table(
    "who",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("party", Text, nullable=False, index=True),  #: empty for who is no party
    Column("folded", Text, nullable=False),
    UniqueConstraint("kind", "party", "folded"),
)

#: In which field (``role``) of which item somebody stands; what lists ask for is repeated, so that a list of one
#: party's items by day is a walk through this table.
item_who = Table(
    "item_who",
    metadata,
    Column("who_n", Integer, ForeignKey("who.n"), primary_key=True),
    Column("reach", Integer, primary_key=True),
    Column("first_day", Text, primary_key=True),  #: empty where there is none
    Column("item_n", Integer, ForeignKey("item.n"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("section", Text, nullable=False),
    Index("item_who_of_item", "item_n", "section"),
    sqlite_with_rowid=False,
)

#: In items of which section of which reading somebody stands: what narrows lists before any item is looked at.
reading_who = Table(
    "reading_who",
    metadata,
    Column("who_n", Integer, ForeignKey("who.n"), primary_key=True),
    Column("reading_n", Integer, ForeignKey("reading.n"), primary_key=True),
    Column("section", Text, primary_key=True),
    sqlite_with_rowid=False,
)

#: The bands (:func:`detente.record.copies.bands`) of each version's body; ``size`` is how many that version has.
band = Table(
    "band",
    metadata,
    Column("band", Integer, primary_key=True),
    Column("report_n", Integer, ForeignKey("report.n"), primary_key=True, index=True),
    Column("size", Integer, nullable=False),
    sqlite_with_rowid=False,
)

#: What was decided on two versions: ``by_n`` is a near-copy, a correction or the newer version of ``of_n``, and why.
copy = Table(
    "copy",
    metadata,
    Column("of_n", Integer, ForeignKey("report.n"), primary_key=True),
    Column("by_n", Integer, ForeignKey("report.n"), primary_key=True, index=True),
    Column("kind", Text, nullable=False),
    Column("containment", Float, nullable=False),
    Column("shared", Integer, nullable=False),
    Column("why", Text, nullable=False),
    sqlite_with_rowid=False,
)

#: What was worked out across reports, with the hash of what it came from.
derived = Table(
    "derived",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("source_hash", Text, nullable=False),
    Column("json", Text, nullable=False),
)

TRUTH = (blob, report, capture, provenance, reading, item, dispute, membership, correction)
STATE = (aside, run, queue, seen)
DERIVED = (current, who, item_who, reading_who, band, copy, derived)


def headline() -> Label[str | None]:
    """What a report goes by in a list: its headline, else the title that it came with, such as a mail's subject."""
    return func.coalesce(reading.c.headline, report.c.title).label("headline")
