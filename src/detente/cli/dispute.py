"""``detente dispute``: what belongs together, as files that people write."""

from __future__ import annotations

import typer

from detente.cli.dispute_edit import edit
from detente.cli.dispute_file import add, new
from detente.cli.dispute_list import listed, show, suggest
from detente.cli.dispute_reports import put

dispute = typer.Typer(
    name="dispute",
    help="Say what belongs together: disputes, their files, and which reports are theirs.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (new, add, show, edit, put, suggest):
    dispute.command()(command)
dispute.command("list")(listed)
