"""``detente scenario``: conflict models, and which outcomes of them would hold.

Read with argparse: an answer takes less time than typer takes to start, and analysts try many small changes.
"""

from __future__ import annotations

from argparse import ArgumentParser, HelpFormatter, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import detente.cli.scenario_commands as commands

FORMATS = ("text", "json", "markdown", "dot", "svg")
FORESIGHT = ("nash", "gmr", "smr", "seq", "sseq")
_EXAMPLES = """\
Examples:
  detente scenario draft my-dispute --out talks.toml
  detente scenario solve talks.toml
  detente scenario solve talks.toml --format svg --out talks.svg
  detente scenario explain talks.toml now
  detente scenario what-if talks.toml "russia: recognise > not handover"
  detente scenario inverse talks.toml handover,recognise --party russia

Exit codes: 0 done, 1 the scenario cannot be read, makes no sense or takes too long, 2 wrong usage,
130 stopped by Ctrl-C."""
_LONGEST = 1e6  # seconds
_STATE = "now, a number, a key such as YNNY, or the options taken, as ferry,toll"


def run(arguments: Sequence[str]) -> None:
    """Run one command within its bounds. Usage errors end the program with code 2; raises DetenteError."""
    asked = _parser().parse_args(arguments)
    from detente.cli.bounds import bounded

    with bounded(asked.file, asked.time_limit):
        asked.command(asked)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= _LONGEST:
        raise ValueError
    return seconds


def _parser() -> ArgumentParser:
    layout = partial(HelpFormatter, width=100, max_help_position=28)
    top = ArgumentParser(
        prog="detente scenario",
        description="Scenarios of a dispute: which outcomes would hold, and what would break the impasse.",
        epilog=_EXAMPLES,
        formatter_class=partial(RawDescriptionHelpFormatter, width=100, max_help_position=28),
    )
    verbs = top.add_subparsers(metavar="COMMAND", required=True, title="commands")

    def verb(name: str, told: str) -> ArgumentParser:
        parser = verbs.add_parser(name, help=told, description=f"{told}.", formatter_class=layout)
        parser.set_defaults(command=getattr(commands, name.replace("-", "_")))
        parser.add_argument(
            "--time-limit", type=_seconds, metavar="SECONDS", default=120.0,
            help="longest time for the command; 0 for none (120)",
        )  # fmt: skip
        if name != "draft":
            parser.add_argument("file", metavar="FILE", help="a scenario file, or - for standard input")
        return parser

    def record(parser: ArgumentParser) -> None:
        parser.add_argument("--record", type=Path, metavar="PATH", help="the record; else DETENTE_RECORD, else yours")

    def prose(parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=("text", "markdown"), default="text", help="what to write")

    def party(parser: ArgumentParser) -> None:
        parser.add_argument("--party", action="append", metavar="ID", help="only this party; may be given again")

    solve = verb("solve", "Say whether now is an impasse, what would hold, and what would open a deal")
    solve.add_argument("--format", choices=FORMATS, default="text", help="what to write")
    solve.add_argument("--out", metavar="PATH", help="write to a file")

    record(solve)

    record(verb("check", "Say what is wrong with a scenario, what its evidence lacks, and what of it has no effect"))

    draft = verb("draft", "Write a scenario of a dispute: parties, options and wants as their stances suggest")
    draft.set_defaults(file="draft")
    draft.add_argument("dispute", metavar="DISPUTE", nargs="?", help="a dispute's name or file; else the whole record")
    party(draft)
    draft.add_argument("--as-of", metavar="DATE", help="from the reports published until then")
    draft.add_argument("--out", metavar="PATH", help="write to a file")
    record(draft)

    explain = verb("explain", "Say why a state holds or does not: who gains by leaving, and how others can answer")
    explain.add_argument("state", metavar="STATE", help=_STATE)
    prose(explain)

    what_if = verb("what-if", "Say what follows if a party wants something else")
    what_if.add_argument(
        "change", metavar="CHANGE", nargs="+",
        help="'PARTY: A > B' puts want A just above B; also 'A < B', 'A first', 'A last', 'drop A'; more after ';'",
    )  # fmt: skip
    prose(what_if)

    sensitivity = verb("sensitivity", "Move every want to every other place, or drop it, and say what changes")
    party(sensitivity)
    prose(sensitivity)

    inverse = verb("inverse", "Say how many orders of a party's wants would make a state hold, and which")
    inverse.add_argument("state", metavar="STATE", help=_STATE)
    party(inverse)
    inverse.add_argument("--foresight", choices=FORESIGHT, default="nash", help="how far the parties look ahead")
    prose(inverse)

    path = verb("path", "Say how a state can be reached from now, and who must move against its own interest")
    path.add_argument("state", metavar="STATE", nargs="?", help=f"{_STATE}; without it, all that holds")
    prose(path)
    return top
