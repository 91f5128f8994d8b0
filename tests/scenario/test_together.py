"""Coalitions that undo what nobody would leave alone, in words."""

from __future__ import annotations

import pytest

from detente.scenario.board import Board
from detente.scenario.solution import solve
from detente.scenario.toml_file import read_toml
from detente.scenario.words.document import write
from detente.scenario.words.together import left_together
from detente.scenario.words.wording import Wording

ARMS = """\
format = "scenario/1"
[[party]]
id = "east"
wants = ["WEST", "not mine"]
options = { mine = "Disarm" }
[[party]]
id = "west"
wants = ["EAST", "not theirs"]
options = { theirs = "Disarm too" }
[[party]]
id = "bystander"
"""


@pytest.mark.parametrize(
    ("west", "east", "told"),
    [
        ("theirs", "mine", "- East and West would leave state 1 together.\n"),
        ("not mine", "not theirs", ""),
    ],
)
def test_the_smallest_coalition_is_told(west: str, east: str, told: str) -> None:
    solution = solve(read_toml(ARMS.replace("WEST", west).replace("EAST", east)))
    text = write(left_together(solution, Wording(Board.of(solution.game, solution.ranks))))
    assert text.endswith(told)
    assert bool(text) == bool(told)


def test_what_the_rest_can_answer_keeps_a_coalition() -> None:
    feared = (
        ARMS.replace("EAST", "mine").replace("WEST", "theirs").replace('"theirs", "not', '"not raid", "theirs", "not')
    )
    feared += 'wants = ["raid iff mine and theirs"]\noptions = { raid = "Raid the depots" }\n'
    solution = solve(read_toml(feared))
    text = write(left_together(solution, Wording(Board.of(solution.game, solution.ranks))))
    assert "- East and West would leave state 1 together.\n" in text
    assert "In state 1 they would stay if they look ahead" in " ".join(text.split())
    assert "(SMR, SEQ)" not in text
    assert "(SMR and SEQ)" in text
