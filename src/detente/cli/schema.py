"""``detente schema``: the JSON Schema of a reading."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema that every `detente read --format json` object follows."""
    from detente.formats.json_reading import dumps, schema

    typer.echo(dumps(schema()))
