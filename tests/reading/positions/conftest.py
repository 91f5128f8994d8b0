from __future__ import annotations

import pytest

from detente.reading.reader import Reader


@pytest.fixture(scope="session")
def positions_reader() -> Reader:
    """Reads what positions rest on, and positions."""
    return Reader(only=["parties", "people", "statements", "events", "agreements", "positions"])
