"""What every view asks: the record, its dossiers, who works here, and the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from detente.desk.addresses import Addresses
from detente.desk.dossiers import Dossiers
from detente.desk.kept import Kept
from detente.record.belonging import keys_of
from detente.record.revision import revision
from detente.record.store import Store
from detente.record.unread import Unread, unread


def _nobody() -> None:
    """There is no process that reads what is given to the desk."""


@dataclass(frozen=True)
class Site:
    """One desk. ``now`` gives UTC as ISO 8601; ``wake`` tells the process that reads that something waits for it."""

    store: Store
    by: str
    now: Callable[[], str]
    uploads: Path  #: the folder for what is given to be read
    wake: Callable[[], None] = _nobody
    to: Addresses = field(default_factory=Addresses)
    only: str | None = None  #: the one dispute that pages tell of
    kept: Kept = field(default_factory=Kept)

    @property
    def dossiers(self) -> Dossiers:
        """The dossiers of its disputes."""
        return Dossiers(self.kept)

    def unread(self, name: str) -> Unread | None:
        """What of the reports of a dispute was never read; found out once for a revision of the record."""
        with self.store.reading() as connection:
            key = "unread", name, revision(connection)
            return self.kept.of(key, lambda: unread(connection, keys_of(connection, name)))
