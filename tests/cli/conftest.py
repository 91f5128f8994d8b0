"""What the commands are tried on: the record of the tests of the record."""

from tests.record.conftest import empty, readings, store

__all__ = ["empty", "readings", "store"]
