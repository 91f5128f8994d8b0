"""Disputes in the record: versions of their files by name, of which the newest holds; and which one is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from detente.errors import BadDispute, UnknownDispute
from detente.record.dispute_file import Dispute, dispute_of
from detente.record.folded import folded
from detente.record.schema import dispute


@dataclass(frozen=True, slots=True)
class Stored:
    """The newest version of a dispute's file, which of its versions that is, and who gave it when."""

    name: str
    toml: str
    version: int
    at: str
    by: str


def add(
    connection: Connection, text: str, source: str, by: str, at: str, name: str | None = None
) -> tuple[Stored, bool]:
    """Keep a version of a dispute's file, and whether it is new. Raises BadDispute, for another than ``name``, too."""
    made = dispute_of(text, source)
    if name not in (None, made.name):
        raise BadDispute(f"the name became {made.name!r}; {name!r} keeps its name, so add this as another", source)
    before = stored(connection, made.name)
    if before is not None and before.toml == text:
        return before, False
    connection.execute(dispute.insert().values(name=made.name, toml=text, at=at, by=by))
    return Stored(made.name, text, before.version + 1 if before else 1, at, by), True


def stored(connection: Connection, name: str) -> Stored | None:
    """The newest version of a dispute; None where none has the name."""
    found = select(dispute).where(dispute.c.name == name).order_by(dispute.c.n.desc())
    row = connection.execute(found.limit(1)).one_or_none()
    if row is None:
        return None
    count = connection.scalar(select(func.count()).select_from(dispute).where(dispute.c.name == name))
    return Stored(row.name, row.toml, int(count or 1), row.at, row.by)


def names(connection: Connection) -> list[str]:
    """The names of all disputes in the record, in order."""
    return sorted(connection.scalars(select(dispute.c.name).distinct()))


def all_stored(connection: Connection) -> Iterator[Stored]:
    """The newest version of each dispute, in the order of their names."""
    for name in names(connection):
        if (found := stored(connection, name)) is not None:
            yield found


def the_stored(connection: Connection, given: str) -> Stored:
    """The dispute of a name, whatever its case and accents, or the only one that begins so. Raises UnknownDispute."""
    every = names(connection)
    wanted = folded(given)
    same = [name for name in every if folded(name) == wanted] or [
        name for name in every if wanted and folded(name).startswith(wanted)
    ]
    if given in every:
        same = [given]
    found = stored(connection, same[0]) if len(same) == 1 else None
    if found is None:
        raise UnknownDispute(given, every, same)
    return found


def the_dispute(connection: Connection, given: str) -> Dispute:
    """The dispute of a stored name, or in the file of a path. Raises UnknownDispute, BadDispute."""
    return dispute_of(*_file(connection, given))


def rules_of(connection: Connection, given: str) -> str:
    """The text of the file of a dispute, likewise. Raises UnknownDispute, BadDispute."""
    return _file(connection, given)[0]


def _file(connection: Connection, given: str) -> tuple[str, str]:
    """The text of a dispute's file, and what it is called in messages."""
    found = stored(connection, given)
    path = Path(given)
    if found is None and (given.endswith(".toml") or path.is_file()):
        return text_of(path), given
    found = found or the_stored(connection, given)
    return found.toml, f"dispute {found.name}"


def text_of(path: Path) -> str:
    """The text of a dispute file. Raises BadDispute for one that cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "it is no text in UTF-8"
        raise BadDispute(f"cannot be read: {reason}", str(path)) from None
