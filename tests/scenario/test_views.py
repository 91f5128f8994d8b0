from __future__ import annotations

from pathlib import Path

from detente.scenario.reader import read_scenario
from detente.scenario.solution import solve
from detente.scenario.views import kept_to, seen

DAM = Path(__file__).parents[2] / "examples" / "scenarios" / "river-dam.toml"


def test_a_misread_neighbour_surprises() -> None:
    solution = solve(read_scenario(str(DAM)))
    (view,) = seen(solution)
    assert view.surprising(solution, "nash") == [9]
    assert view.unforeseen(solution, "nash") == [10]
    assert kept_to(solution, [view], "nash") == [5, 10]
