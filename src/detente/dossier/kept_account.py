"""The record <-> the account of a dispute as it is now, section by section, kept with the hash of what it came from.

Who asks for one section decodes that one alone; what is not kept is worked out from the digests of all reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Engine, Select, select

from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.agreements import DossierAgreement
from detente.dossier.contradictions import Contradiction
from detente.dossier.digest import Head
from detente.dossier.event import DossierEvent
from detente.dossier.figures import DossierFigure
from detente.dossier.people import Somebody
from detente.dossier.positions import Line
from detente.dossier.shelf import Shelf
from detente.dossier.source import Source
from detente.dossier.source_hash import source_hash
from detente.dossier.territories import DossierTerritory
from detente.model.ids import hashed
from detente.model.round_trip import packed, typed_around, typed_json
from detente.program import program_mark
from detente.record.copies import Copy
from detente.record.disputes import rules_of
from detente.record.revision import revision
from detente.record.schema import derived
from detente.record.versions import Version

_KIND = "account"
_HEAD = "head"
_SECTIONS: Mapping[str, Any] = {
    "chosen": tuple[DossierEvent, ...],
    "changed": tuple[DossierEvent, ...],
    "agenda": tuple[Due, ...],
    "agreements": tuple[DossierAgreement, ...],
    "positions": tuple[Line, ...],
    "people": tuple[Somebody, ...],
    "territories": tuple[DossierTerritory, ...],
    "figures": tuple[DossierFigure, ...],
    "contradictions": tuple[Contradiction, ...],
    "contradictions_by_name": tuple[Contradiction, ...],
}


class KeptReport(Struct, frozen=True, array_like=True, gc=False):
    """A report of an account: what it goes by, which version and reading it is, and what its digest came from."""

    id: str
    head: Head
    origin: str
    report_n: int
    reading_n: int
    added_at: str
    digest_hash: str

    @property
    def version(self) -> Version:
        """Its version and reading."""
        return Version(self.head.key, self.id, self.report_n, self.reading_n, self.added_at)


class Whole(Struct, frozen=True, array_like=True):
    """What is kept of an account besides its sections."""

    by: str  #: the program and the dispute's rules
    source: str  #: the hash of the rest that it came from
    revision: tuple[int, ...]  #: at which it was last known to hold
    reports: tuple[KeptReport, ...]
    copies: tuple[Copy, ...]
    parties: tuple[tuple[str, str], ...]


class KeptAccount:
    """An account that is kept and holds."""

    def __init__(self, engine: Engine, asked: str, came_from: str, whole: Whole) -> None:
        self._engine = engine
        self._asked = asked
        self._came_from = came_from
        self.whole = whole

    def section(self, name: str, given: Sequence[Source]) -> Any:
        """A section by its name, of these sources; None where it is not kept."""
        if name == "parties":
            return dict(self.whole.parties)
        if name not in _SECTIONS:
            return None
        with self._engine.connect() as connection:
            row = connection.execute(_row(self._asked, name)).one_or_none()
        if row is None or row.source_hash != self._came_from:
            return None
        return typed_around(row.json, _SECTIONS[name], name, {Source: lambda number: given[number - 1]})


def kept_account(connection: Connection, name: str | None) -> KeptAccount | None:
    """The account of a dispute (of the whole record) that is kept, if it holds. Raises UnknownDispute, BadDispute."""
    row = connection.execute(_row(name or "", _HEAD)).one_or_none()
    if row is None:
        return None
    whole, by = typed_json(row.json, Whole, "account"), _by(connection, name)
    if whole.by != by:
        return None
    if whole.revision != revision(connection) and whole.source != source_hash(connection, name):
        return None
    engine = connection.engine.execution_options(detente_writes=False)
    return KeptAccount(engine, name or "", row.source_hash, whole)


def keep_account(connection: Connection, name: str | None, made: Dossier, shelf: Shelf, source: str) -> None:
    """Keep what was worked out of the account of a dispute as it is now, beside what is kept of it already.

    ``source`` is the hash of what it came from (:func:`~detente.dossier.source_hash.source_hash`). Where its events
    were worked out, so is the rest, which takes little beside them.
    """
    if made.worked.isdisjoint(_SECTIONS) and shelf.kept_at == revision(connection):
        return
    by, asked, own = _by(connection, name), name or "", derived.c.kind == _KIND
    came_from = hashed(by, source)
    keys = [_key(asked, one) for one in (_HEAD, *_SECTIONS)]
    found = select(derived.c.key, derived.c.source_hash).where(own, derived.c.key.in_(keys))
    there = {row.key: row.source_hash for row in connection.execute(found)}
    new = _SECTIONS if "chosen" in made.worked else [one for one in _SECTIONS if one in made.worked]
    now = {_key(asked, one): _packed(getattr(made, one)) for one in new}
    now[_key(asked, _HEAD)] = packed(_whole(connection, made, shelf, by, source))
    gone = [key for key in there if key in now or there[key] != came_from]
    connection.execute(derived.delete().where(own, derived.c.key.in_(gone)))
    rows = [{"kind": _KIND, "key": key, "source_hash": came_from, "json": text} for key, text in now.items()]
    connection.execute(derived.insert(), rows)


def _whole(connection: Connection, made: Dossier, shelf: Shelf, by: str, source: str) -> Whole:
    reports = []
    for one in made.sources:
        at = shelf.versions[one.id]
        numbers = at.report_n, at.reading_n, at.added_at
        reports.append(KeptReport(one.id, one.head, one.origin, *numbers, shelf.hashes[one.id]))
    return Whole(by, source, revision(connection), tuple(reports), made.copies, tuple(made.parties.items()))


def _packed(section: object) -> str:
    return packed(section, lambda value: value.number if isinstance(value, Source) else str(value))


def _by(connection: Connection, name: str | None) -> str:
    return hashed(program_mark(), rules_of(connection, name) if name is not None else "")


def _key(asked: str, name: str) -> str:
    return f"{asked}\n{name}"


def _row(asked: str, name: str) -> Select[tuple[str, str]]:
    own = (derived.c.kind == _KIND) & (derived.c.key == _key(asked, name))
    return select(derived.c.source_hash, derived.c.json).where(own)
