"""``detente schema``: the JSON Schema of a reading."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema that every `detente read --format json` object follows."""
    from detente.cli.terminal import put
    from detente.model.round_trip import dumps
    from detente.model.schema import schema

    put(dumps(schema()) + "\n")
