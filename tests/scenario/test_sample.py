"""The dispute of the examples and the tutorial: what is known of it, found and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.scenario.board import Board
from detente.scenario.changes import asked_for
from detente.scenario.checks import checked_game
from detente.scenario.deals import deals
from detente.scenario.reader import read_scenario
from detente.scenario.sensitivity import Sensitivity
from detente.scenario.solution import Game, solve_game
from detente.scenario.words.changes import effect_in_words, sensitivity_in_words
from detente.scenario.words.document import write
from detente.scenario.words.report import report
from detente.scenario.words.wording import Wording

EXAMPLES = Path(__file__).parents[2] / "examples" / "scenarios"
GOLDEN = Path(__file__).parent / "golden"


def game(name: str = "japan-russia-peace-treaty") -> Game:
    return checked_game(read_scenario(str(EXAMPLES / f"{name}.toml")))


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.toml")))
def test_the_report_reads_as_it_did(name: str) -> None:
    """To accept a new wording, write ``detente scenario solve`` of the example to the file in ``golden``."""
    found = game(name)
    text = write(report(solve_game(found, found.ranks())))
    assert text == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_now_is_an_impasse_without_a_deal() -> None:
    solution = solve_game(game(), game().ranks())
    now = solution.game.now
    assert now is not None
    assert all(where[now] for where in solution.equilibria.values())
    assert deals(solution) == []


def test_thirteen_changes_open_a_deal_and_all_are_of_russia() -> None:
    effects = list(Sensitivity(game()).effects())
    opening = [effect for effect in effects if effect.deals]
    assert len(effects) == 86  # for each party 36 moves of one want and 7 deletions
    assert len(opening) == 13
    assert {effect.changes[0].party for effect in opening} == {"russia"}
    assert all(effect.holding for effect in opening)


def test_sensitivity_says_so() -> None:
    solver = Sensitivity(game())
    text = write(sensitivity_in_words(list(solver.effects()), _words(solver), solver.effect([])))
    assert "86 changes were tried: each want in every other place, and given up." in text
    assert "13 of the 86 changes of one want would open a deal, all of them Russia’s:" in text


@pytest.mark.parametrize("change", ["japan: jp_ready first", "japan: jp_ready and ru_ready first"])
def test_a_japan_that_puts_a_treaty_first_loses_the_islands(change: str) -> None:
    solver = Sensitivity(game())
    changes = asked_for([change], solver.game.scenario)
    text = write(
        effect_in_words(
            solver.effect(changes), _words(solver), Board.of(solver.game, solver.after(changes))
        )
    )  # fmt: skip
    assert "Now no longer holds by itself" in text
    assert "the nearest way: Japan takes up “Sign a peace treaty”." in text
    assert "in none of them Japan has “handover”, its want 2 today." in text


def test_a_change_without_effect_says_why() -> None:
    solver = Sensitivity(game())
    changes = asked_for(["russia: handover > recognise"], solver.game.scenario)
    effect = solver.effect(changes)
    assert effect.same_ranking
    text = write(effect_in_words(effect, _words(solver), Board.of(solver.game, solver.after(changes))))
    assert "Nothing changes: Russia ranks all states as before" in text


def _words(solver: Sensitivity) -> Wording:
    return Wording(Board.of(solver.game, solver.ranks))
