"""The record -> the corrections that change nothing at present, for no reading that counts has what they are on."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from detente.record.amendment import Lost
from detente.record.present import corrected_keys, present


def lost_corrections(connection: Connection) -> Iterator[Lost]:
    """Each of them with why, in the order of their numbers."""
    found = [lost for key in corrected_keys(connection) for lost in present(connection, key).lost]
    return iter(sorted(found, key=lambda one: one.correction.n))
