"""The feeds that dispute files name."""

from __future__ import annotations

from sqlalchemy import Connection

from detente.record.dispute_file import dispute_of
from detente.record.disputes import all_stored, the_dispute


def feeds(connection: Connection, name: str | None = None) -> list[str]:
    """The addresses that the newest rules of a dispute, or of all, name under ``feeds``, each once.

    Raises UnknownDispute for a dispute that is not in the record.
    """
    if name is not None:
        return list(dict.fromkeys(the_dispute(connection, name).feeds))
    every = (dispute_of(one.toml, f"dispute {one.name}") for one in all_stored(connection))
    return list(dict.fromkeys(address for one in every for address in one.feeds))
