"""The record -> the dossier of one of its disputes: its present readings, its rules and what the analyst decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection

from detente.dossier.account import About, Dossier, account
from detente.dossier.digest import Head
from detente.dossier.joining import Decisions
from detente.dossier.kept_account import KeptAccount, kept_account
from detente.dossier.kept_digests import digest_hashes
from detente.dossier.memory import uncollected
from detente.dossier.shelf import Shelf
from detente.dossier.source import Given, Source
from detente.model.date import Date
from detente.record.belonging import keys_of
from detente.record.copy_rows import every_copy
from detente.record.corrections import Correction, log, undone
from detente.record.disputes import the_dispute
from detente.record.versions import newest, newest_at

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
    entries = [one for one in log(connection) if known_at is None or one.at <= known_at]
    if as_of is None and added_until is None and known_at is None:
        kept = kept_account(connection, name)
        if kept is not None:
            return _kept(connection, name, kept, entries)
    keys = keys_of(connection, name) if name is not None else None
    every = newest(connection, keys) if known_at is None else newest_at(connection, known_at, keys)
    counted = [one for one in every if added_until is None or one.added_at <= added_until]
    hashes = digest_hashes(connection, [one.id for one in counted]) if known_at is None else {}
    shelf = Shelf(connection, counted, entries, hashes)
    digests = shelf.take_digests(connection)
    said = _said(entries)
    return account(
        [_given(one, digest.head, shelf) for one, digest in digests.items()], about_of(connection, name), as_of=as_of,
        decisions=said[0], confirmed=said[1], added={one.id: Date(one.added_at[:10]) for one in counted},
        copies=every_copy(connection), shelf=shelf,
    )  # fmt: skip


def _kept(connection: Connection, name: str | None, kept: KeptAccount, entries: Sequence[Correction]) -> Dossier:
    """The account that is kept, with what it is worked out of where something of it is not."""
    reports = kept.whole.reports
    hashes = {one.id: one.digest_hash for one in reports}
    shelf = Shelf(connection, (one.version for one in reports), entries, hashes)
    shelf.came_from, shelf.kept_at = kept.whole.source, kept.whole.revision
    given = [Source(number, _given(one.id, one.head, shelf), one.origin) for number, one in enumerate(reports, start=1)]
    about = about_of(connection, name)
    return Dossier(about, given, kept.whole.copies, None, *_said(entries), shelf, kept.section)


def _given(identity: str, head: Head, shelf: Shelf) -> Given:
    return Given(identity, head, partial(shelf.digest, identity), partial(shelf.reading, identity))


def _said(entries: Sequence[Correction]) -> tuple[Decisions, frozenset[str]]:
    """What the analyst decided on which items are one, and which of them are confirmed."""
    back = undone(entries)
    holding = [one for one in entries if one.n not in back]
    return decisions(holding), frozenset(one.target for one in holding if one.kind == "confirm")


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
