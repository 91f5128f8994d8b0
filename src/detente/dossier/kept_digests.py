"""The record -> the digests of its reports, kept with the hash of what each came from: another program has others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from detente.dossier.digest import Digest
from detente.model.ids import hashed
from detente.model.round_trip import dumps, packed, typed_json
from detente.program import program_mark
from detente.record.corrections import OF_ITEMS, log
from detente.record.schema import current, derived, reading, report

_KIND = "digest"
_AT_ONCE = 400  # rows a query


def kept_digests(connection: Connection, hashes: Mapping[str, str]) -> dict[str, Digest]:
    """Those that are kept and came from these hashes, by the ids of their reports."""
    found: dict[str, Digest] = {}
    for some in _parts(list(hashes)):
        rows = select(derived.c.key, derived.c.source_hash, derived.c.json).where(derived.c.kind == _KIND)
        for identity, came_from, text in connection.execute(rows.where(derived.c.key.in_(some))):
            if hashes[identity] == came_from:
                found[identity] = typed_json(text, Digest, f"digest of {identity}")
    return found


def digest_hashes(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """By the id of each report what its digest comes from: the program, its present reading, and its corrections."""
    mark = program_mark()
    changed: dict[str | None, list[str]] = {}
    for one in log(connection):
        if one.kind in OF_ITEMS or one.kind == "undo":
            told = f"{one.n} {one.kind} {one.target} {dumps(one.payload, indent=None)}"
            changed.setdefault(one.report_key, []).append(told)
    joined = report.join(current, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)
    found: dict[str, str] = {}
    for some in _parts(ids):
        rows = select(report.c.id, reading.c.digest, report.c.key).select_from(joined).where(report.c.id.in_(some))
        for identity, digest, key in connection.execute(rows):
            found[identity] = hashed(mark, digest, *changed.get(key, ()))
    return found


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def keep_digests(connection: Connection, new: Mapping[str, Digest]) -> None:
    """Keep digests of present readings, by the ids of their reports."""
    now = digest_hashes(connection, sorted(new))
    for some in _parts(sorted(now)):
        connection.execute(derived.delete().where(derived.c.kind == _KIND, derived.c.key.in_(some)))
        rows = [{"kind": _KIND, "key": one, "source_hash": now[one], "json": packed(new[one])} for one in some]
        connection.execute(derived.insert(), rows)
