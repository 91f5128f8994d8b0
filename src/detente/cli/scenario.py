"""``detente scenario``: conflict models, and which outcomes of them would hold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.scenario.solution import Solution
    from detente.scenario.words.document import Block

scenario = typer.Typer(
    name="scenario",
    help="Scenarios of a dispute: which outcomes would hold, and what would break the impasse.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

File = Annotated[str, typer.Argument(metavar="FILE", help="A scenario file, or - for standard input.")]
State = Annotated[
    str,
    typer.Argument(metavar="STATE", help="now, a number, a key such as YNNY, or the options taken: ferry,toll."),
]

Parties = Annotated[
    list[str] | None, typer.Option("--party", metavar="PARTY", help="Only this party's wants; may be given again.")
]


class Format(StrEnum):
    """What a solution can be written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    DOT = "dot"
    SVG = "svg"


class Prose(StrEnum):
    """What other answers can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"


class Foresight(StrEnum):
    """How far the parties look ahead."""

    NASH = "nash"
    GMR = "gmr"
    SMR = "smr"
    SEQ = "seq"
    SSEQ = "sseq"


AsProse = Annotated[Prose, typer.Option("--format", help="What to write.")]


@scenario.command()
def solve(
    file: File,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    out: Annotated[Path | None, typer.Option(metavar="PATH", help="Write to a file.")] = None,
) -> None:
    """Say whether now is an impasse, what would hold, which deal there is, and what would open one.

    Exit codes: 0 done, 1 the scenario cannot be read or makes no sense, 2 wrong usage.
    """
    _emit(_solved(_solution(file), format), out)


@scenario.command()
def check(file: File) -> None:
    """Read a scenario, and say what is wrong with it or has no effect.

    Exit codes: 0 it can be solved, 1 it cannot, 2 wrong usage.
    """
    from detente.scenario.checks import checked_game, without_effect
    from detente.scenario.reader import read_scenario

    game = checked_game(read_scenario(file), file)
    model = game.scenario
    typer.echo(
        f"{model.name}: {len(model.parties)} parties, {len(model.options)} options, "
        f"{len(game.states):,} states that can occur. It can be solved."
    )
    for line in without_effect(game):
        typer.echo(f"- {line}")


@scenario.command()
def explain(file: File, state: State, format: AsProse = Prose.TEXT) -> None:  # noqa: A002
    """Say why a state holds or does not: each party's gains, and how the others could answer."""
    from detente.scenario.board import Board
    from detente.scenario.naming import state_named
    from detente.scenario.words.explained import explained

    solution = _solution(file)
    number = state_named(Board.of(solution.game, solution.ranks), state)
    _prose(explained(solution, number), format)


@scenario.command()
def what_if(
    file: File,
    change: Annotated[
        list[str],
        typer.Argument(
            metavar="CHANGE…",
            help="'PARTY: A > B' puts A just above B; also 'A < B', 'A first', 'A last', 'drop A'; several with ';'.",
        ),
    ],
    format: AsProse = Prose.TEXT,  # noqa: A002
) -> None:
    """Change what a party wants, and say what would follow. A want that it does not have yet is added."""
    from detente.scenario.board import Board
    from detente.scenario.changes import asked
    from detente.scenario.checks import checked_game
    from detente.scenario.reader import read_scenario
    from detente.scenario.sensitivity import Sensitivity
    from detente.scenario.words.changes import effect_in_words
    from detente.scenario.words.wording import Wording

    model = read_scenario(file)
    changes = []
    for text in change:
        for one in asked(text, model):
            changes.append(one)
            model = one.apply(model)
    game = checked_game(read_scenario(file), file)
    solver = Sensitivity(game)
    words = Wording(Board.of(game, solver.ranks))
    after = Board.of(game, solver.after(changes))
    _prose(effect_in_words(solver.effect(changes), words, after), format)


@scenario.command()
def sensitivity(
    file: File,
    party: Annotated[
        list[str] | None, typer.Option(metavar="PARTY", help="Only this party's wants; may be given again.")
    ] = None,
    format: AsProse = Prose.TEXT,  # noqa: A002
) -> None:
    """Move every want to every other place, or drop it, and say what becomes stable and what no longer is."""
    from detente.scenario.board import Board
    from detente.scenario.checks import checked_game
    from detente.scenario.naming import parties_named
    from detente.scenario.reader import read_scenario
    from detente.scenario.sensitivity import Sensitivity
    from detente.scenario.words.changes import sensitivity_in_words
    from detente.scenario.words.wording import Wording

    game = checked_game(read_scenario(file), file)
    solver = Sensitivity(game)
    effects = list(solver.effects(parties_named(game.scenario, party)))
    words = Wording(Board.of(game, solver.ranks))
    _prose(sensitivity_in_words(effects, words, solver.effect([])), format)


@scenario.command()
def inverse(
    file: File,
    state: State,
    party: Annotated[
        list[str] | None, typer.Option(metavar="PARTY", help="Only this party's wants; may be given again.")
    ] = None,
    foresight: Annotated[Foresight, typer.Option(help="How far the parties look ahead.")] = Foresight.NASH,
    format: AsProse = Prose.TEXT,  # noqa: A002
) -> None:
    """Say under which orders of a party's wants a state would hold: how many, and what they have in common."""
    from detente.scenario.board import Board
    from detente.scenario.checks import checked_game
    from detente.scenario.inverse import inverse as inverse_of
    from detente.scenario.naming import parties_named, state_named
    from detente.scenario.reader import read_scenario
    from detente.scenario.words.inverted import inverted
    from detente.scenario.words.wording import Wording

    game = checked_game(read_scenario(file), file)
    board = Board.of(game, game.ranks())
    number = state_named(board, state)
    chosen = parties_named(game.scenario, party)
    if chosen is None:
        chosen = [one for one, whose in enumerate(board.parties) if whose.wants]
    _prose(inverted([inverse_of(board, one, number, foresight.value) for one in chosen], Wording(board)), format)


@scenario.command()
def path(
    file: File,
    state: Annotated[
        str | None, typer.Argument(metavar="[STATE]", help="Where to; without it, to all that holds.")
    ] = None,
    format: AsProse = Prose.TEXT,  # noqa: A002
) -> None:
    """Say how a state can be reached from now: by gains alone, or with the fewest moves against anybody's interest."""
    from detente.errors import UsageError
    from detente.scenario.board import Board
    from detente.scenario.naming import state_named
    from detente.scenario.ways import ways_to
    from detente.scenario.words.wayed import wayed
    from detente.scenario.words.wording import Wording

    solution = _solution(file)
    board = Board.of(solution.game, solution.ranks)
    if board.now is None:
        raise UsageError(f"{file}: a path begins now, and the scenario has no now")
    ends = [state_named(board, state)] if state else solution.equilibria["nash"].nonzero()[0].tolist()
    ends = [end for end in ends if end != board.now]
    _prose(wayed(ways_to(board, ends, board.now), board.now, Wording(board)), format)


def _solution(file: str) -> Solution:
    from detente.scenario.checks import checked_game
    from detente.scenario.reader import read_scenario
    from detente.scenario.solution import solve_game

    game = checked_game(read_scenario(file), file)
    return solve_game(game, game.ranks())


def _solved(solution: Solution, format: Format) -> str:  # noqa: A002
    if format is Format.JSON:
        from detente.scenario.answer_json import dumps

        return dumps(solution) + "\n"
    if format in (Format.DOT, Format.SVG):
        from detente.scenario.drawing.dot import dot
        from detente.scenario.drawing.drawn import drawn
        from detente.scenario.drawing.svg import svg

        graph = drawn(solution)
        return svg(graph) if format is Format.SVG else dot(graph)
    from detente.scenario.words.document import write
    from detente.scenario.words.report import report

    return write(report(solution), "markdown" if format is Format.MARKDOWN else "text")


def _prose(blocks: Iterable[Block], format: Prose) -> None:  # noqa: A002
    from detente.scenario.words.document import write

    _emit(write(blocks, format.value))


def _emit(text: str, out: Path | None = None) -> None:
    from detente.errors import UsageError

    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write to {out}: {error.strerror}") from error
