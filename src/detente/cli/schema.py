"""``detente schema``: the JSON Schema of a reading."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema that every `detente read --format json` object follows."""
    from detente.model.round_trip import dumps
    from detente.model.schema import schema

    typer.echo(dumps(schema()))
