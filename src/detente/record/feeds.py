"""The feeds that dispute files name."""

from __future__ import annotations

import tomllib

from sqlalchemy import Connection, func, select

from detente.errors import UsageError
from detente.record.schema import dispute


def feeds(connection: Connection, name: str | None = None) -> list[str]:
    """The addresses that the newest rules of a dispute, or of all, name under ``feeds``, each once.

    Raises UsageError for a dispute that is not in the record.
    """
    newest = select(func.max(dispute.c.n)).group_by(dispute.c.name)
    wanted = select(dispute.c.toml).where(dispute.c.n.in_(newest)).order_by(dispute.c.name)
    rules = connection.scalars(wanted if name is None else wanted.where(dispute.c.name == name)).all()
    if name is not None and not rules:
        raise UsageError(f"there is no dispute {name!r} in the record")
    found = [address for text in rules for address in tomllib.loads(text).get("feeds", ())]
    return list(dict.fromkeys(str(address) for address in found))
