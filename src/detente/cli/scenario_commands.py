"""What each ``detente scenario`` command does. Each imports what it needs, so that the others start without it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from detente.cli.terminal import put, put_data, say
from detente.controls import harmless

if TYPE_CHECKING:
    from pathlib import Path

    from detente.files import WholeFile
    from detente.scenario.solution import Game, Solution
    from detente.scenario.states import States
    from detente.scenario.words.document import Block


def solve(asked: Namespace) -> None:
    """Is now an impasse, what would hold, which deal is there, what would open one."""
    with _file(asked.out, asked.file) as file:
        solution = _solution(asked.file)
        if file is None and asked.format in ("text", "markdown"):
            put(_solved(solution, asked.format, asked.record))
            return
        if asked.format == "json":
            from detente.scenario.answer_json import written

            pieces = written(solution)  # of what may be hundreds of megabytes
        else:
            pieces = iter([harmless(_solved(solution, asked.format, asked.record)).encode("utf-8")])
        if file is None:
            put_data(pieces)
        else:
            for piece in pieces:
                file.write(piece)


def check(asked: Namespace) -> None:
    """What is wrong with a scenario, which of its evidence the record lacks, and what of it has no effect."""
    from detente.cli.scenario_record import unknown_evidence
    from detente.errors import BadScenario
    from detente.scenario.checks import without_effect

    game = _game(asked.file)
    model = game.scenario
    unknown = unknown_evidence(model, asked.record)
    if unknown:
        more = f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
        raise BadScenario(f"evidence {unknown[0]!r}{more} is not in the record; detente search finds ids", asked.file)
    put(
        f"{model.name}: {len(model.parties)} parties, {len(model.options)} options, "
        f"{len(game.states):,} states that can occur. It can be solved.\n"
        + "".join(f"- {line}\n" for line in without_effect(game))
        + ("- its evidence was not looked up, for there is no record; --record names one\n" if unknown is None else "")
    )


def draft(asked: Namespace) -> None:
    """The draft of a scenario, from the record."""
    from detente.cli.scenario_record import draft

    draft(asked)


def explain(asked: Namespace) -> None:
    """Why a state holds or does not."""
    from detente.scenario.board import Board
    from detente.scenario.naming import state_named
    from detente.scenario.words.explained import check_size, explained

    solution = _solution(asked.file, check_size)
    state = state_named(Board.of(solution.game, solution.ranks), asked.state)
    _prose(explained(solution, state), asked.format)


def what_if(asked: Namespace) -> None:
    """What follows if a party wants something else."""
    from detente.scenario.board import Board
    from detente.scenario.changes import asked_for
    from detente.scenario.sensitivity import Sensitivity
    from detente.scenario.words.changes import effect_in_words
    from detente.scenario.words.wording import Wording

    game = _game(asked.file)
    changes = asked_for(asked.change, game.scenario)
    solver = Sensitivity(game)
    words = Wording(Board.of(game, solver.ranks))
    _prose(effect_in_words(solver.effect(changes), words, Board.of(game, solver.after(changes))), asked.format)


def sensitivity(asked: Namespace) -> None:
    """What follows from every change of one want."""
    from detente.scenario.board import Board
    from detente.scenario.naming import parties_named
    from detente.scenario.sensitivity import Sensitivity, check_size
    from detente.scenario.words.changes import sensitivity_in_words
    from detente.scenario.words.wording import Wording

    game = _game(asked.file)
    check_size(game.states)
    solver = Sensitivity(game)
    effects = list(solver.effects(parties_named(game.scenario, asked.party)))
    words = Wording(Board.of(game, solver.ranks))
    _prose(sensitivity_in_words(effects, words, solver.effect([])), asked.format)


def inverse(asked: Namespace) -> None:
    """Under which orders of its wants a party would make a state hold."""
    from detente.scenario.board import Board
    from detente.scenario.inverse import inverse as inverse_of
    from detente.scenario.naming import parties_named, state_named
    from detente.scenario.words.inverted import inverted
    from detente.scenario.words.wording import Wording

    game = _game(asked.file)
    board = Board.of(game, game.ranks())
    state = state_named(board, asked.state)
    parties = parties_named(game.scenario, asked.party)
    if parties is None:
        parties = [number for number, party in enumerate(board.parties) if party.wants]
    found = [inverse_of(board, party, state, asked.foresight) for party in parties]
    _prose(inverted(found, state, asked.foresight, Wording(board)), asked.format)


def path(asked: Namespace) -> None:
    """How a state can be reached from now."""
    from detente.errors import UsageError
    from detente.scenario.board import Board
    from detente.scenario.naming import state_named
    from detente.scenario.ways import check_size, ways_to
    from detente.scenario.words.wayed import wayed
    from detente.scenario.words.wording import Wording

    solution = _solution(asked.file, check_size)
    board = Board.of(solution.game, solution.ranks)
    now = board.now
    if now is None:
        raise UsageError(f"{asked.file}: a path begins now, and the scenario has no now")
    ends = [state_named(board, asked.state)] if asked.state else solution.equilibria["nash"].nonzero()[0].tolist()
    _prose(wayed(ways_to(board, [end for end in ends if end != now], now), now, Wording(board)), asked.format)


def _game(file: str) -> Game:
    from detente.scenario import kernel
    from detente.scenario.checks import checked_game
    from detente.scenario.reader import read_scenario

    if not kernel.built():
        say(kernel.WITHOUT)
    return checked_game(read_scenario(file), file)


def _solution(file: str, check_size: Callable[[States], None] | None = None) -> Solution:
    from detente.scenario.solution import solve_game

    game = _game(file)
    if check_size is not None:
        check_size(game.states)
    return solve_game(game, game.ranks())


def _solved(solution: Solution, format: str, record: Path | None) -> str:  # noqa: A002
    if format in ("dot", "svg"):
        from detente.scenario.drawing.dot import dot
        from detente.scenario.drawing.drawn import drawn
        from detente.scenario.drawing.svg import svg

        graph = drawn(solution)
        return svg(graph) if format == "svg" else dot(graph)
    from detente.cli.scenario_record import words_of_evidence
    from detente.scenario.words.document import write
    from detente.scenario.words.report import report

    told = words_of_evidence(solution.game.scenario, record)
    return write(report(solution, told), "markdown" if format == "markdown" else "text")


def _prose(blocks: Iterable[Block], format: str) -> None:  # noqa: A002
    from detente.scenario.words.document import write

    put(write(blocks, "markdown" if format == "markdown" else "text"))


def _file(out: str | None, read: str) -> AbstractContextManager[WholeFile | None]:
    """The file for an answer, or none for standard output. Raises UsageError where it may not go there."""
    from detente.errors import UsageError
    from detente.files import Inputs, WholeFile

    if out is None:
        Inputs([read]).refuse_stream(1)
        return nullcontext()
    if not out.strip():
        raise UsageError("--out is empty; name a file, or leave it out")
    Inputs([read]).refuse(out)
    return WholeFile(out)
