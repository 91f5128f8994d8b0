"""The record -> the dossier of one of its disputes: its present readings, its rules and what the analyst decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sqlalchemy import Connection

from detente.dossier.account import About, Dossier, account
from detente.dossier.digest import digest_of
from detente.dossier.joining import Decisions
from detente.dossier.kept_digests import kept_digests
from detente.dossier.memory import uncollected
from detente.dossier.shelf import Shelf
from detente.dossier.source import Given
from detente.model.date import Date
from detente.record.belonging import keys_of
from detente.record.copy_rows import every_copy
from detente.record.corrections import Correction, log, undone
from detente.record.disputes import the_dispute
from detente.record.versions import Version, newest, newest_at

WHOLE = "The whole record"


@uncollected()
def from_record(
    connection: Connection,
    name: str | None = None,
    as_of: Date | None = None,
    added_until: str | None = None,
    known_at: str | None = None,
) -> Dossier:
    """The dossier of a dispute, or of the whole record. Raises UnknownDispute, BadDispute.

    ``name`` is a stored one, or the path of a dispute file.

    ``added_until`` leaves out the reports that came into the record after that time (UTC, ISO 8601); ``known_at`` tells
    what the record held then: the reports, as they were read then, and the corrections made until then.
    """
    about = about_of(connection, name)
    keys = keys_of(connection, name) if name is not None else None
    every = newest(connection, keys) if known_at is None else newest_at(connection, known_at, keys)
    counted = [one for one in every if added_until is None or one.added_at <= added_until]
    entries = [one for one in log(connection) if known_at is None or one.at <= known_at]
    back = undone(entries)
    holding = [one for one in entries if one.n not in back]
    given = list(_given(connection, counted, entries, as_known=known_at is None))
    return account(
        given, about, as_of=as_of, decisions=decisions(holding),
        confirmed=frozenset(one.target for one in holding if one.kind == "confirm"),
        added={one.id: Date(one.added_at[:10]) for one in counted}, copies=every_copy(connection),
    )  # fmt: skip


def _given(
    connection: Connection, counted: Sequence[Version], entries: Iterable[Correction], *, as_known: bool
) -> Iterator[Given]:
    """The reports, each with its digest: of the present readings as it is kept, where it is."""
    by_key: defaultdict[str | None, list[Correction]] = defaultdict(list)
    for one in entries:
        by_key[one.report_key].append(one)
    shelf = Shelf(connection, counted, by_key)
    known = kept_digests(connection, [one.id for one in counted]) if as_known else {}
    for identity, digest in known.items():
        yield Given(identity, digest, True, partial(shelf.reading, identity))
    for reading in shelf.every(connection, [one.id for one in counted if one.id not in known]):
        identity = reading.report.id
        yield Given(identity, digest_of(reading), False, partial(shelf.reading, identity))


def about_of(connection: Connection, name: str | None) -> About:
    """What the newest rules of a dispute say of it."""
    if name is None:
        return About(WHOLE)
    made = the_dispute(connection, name)
    return About(made.name, made.parties, {issue.name: issue.words for issue in made.issues})


def decisions(holding: Sequence[Correction]) -> Decisions:
    """Which items the analyst put together and which apart; of one pair the last word holds."""
    pairs: dict[tuple[str, str], str] = {}
    for one in holding:
        if one.kind in ("merge", "split"):
            first, second = sorted((one.target, str(one.payload["other"])))
            pairs[first, second] = one.kind
    must = frozenset(pair for pair, kind in pairs.items() if kind == "merge")
    return Decisions(must, frozenset(pair for pair, kind in pairs.items() if kind == "split"))
