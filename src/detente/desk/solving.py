"""A scenario's text -> what a page shows of it: what is wrong and where, or the answer, its graph, and its evidence.

Solved in the request, and so only what is solved at once: larger scenarios are for ``detente scenario solve``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from detente.errors import BadScenario
from detente.scenario.words.document import Block
from detente.time_limit import time_limit

if TYPE_CHECKING:
    from detente.scenario.model import Scenario

_SECONDS = 5.0
_STATES = 1 << 14
_ELSEWHERE = "keep it, and solve it with: detente scenario solve"


@dataclass(frozen=True, slots=True)
class Ground:
    """What somebody wants or can do, in its author's words, and the ids of what it rests on."""

    party: str
    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Solved:
    """``fault`` and its ``line`` where it cannot be solved; else the answer in blocks, as JSON, and as a drawing."""

    fault: str = ""
    line: int | None = None
    blocks: tuple[Block, ...] = ()
    hints: tuple[str, ...] = ()  #: what of it changes nothing
    drawing: str = ""  #: SVG
    wants: tuple[Ground, ...] = ()
    options: tuple[Ground, ...] = ()
    plain: dict[str, Any] = field(default_factory=dict)


def solved(text: str) -> Solved:
    """The answer to a scenario."""
    try:
        with time_limit(_SECONDS):
            return _solved(text)
    except BadScenario as bad:
        return Solved(fault=bad.reason, line=bad.line)
    except TimeoutError:
        return Solved(fault=f"it takes more than {_SECONDS:.0f} seconds; {_ELSEWHERE}")


def _solved(text: str) -> Solved:
    from detente.scenario.answer_json import answer
    from detente.scenario.checks import checked_game, without_effect
    from detente.scenario.drawing.drawn import drawn
    from detente.scenario.drawing.svg import svg
    from detente.scenario.solution import solve_game
    from detente.scenario.toml_file import read_toml
    from detente.scenario.words.report import report

    game = checked_game(read_toml(text))
    if len(game.states) > _STATES:
        raise BadScenario(f"{len(game.states):,} states are too many for a page; {_ELSEWHERE}")
    solution = solve_game(game, game.ranks())
    return Solved(
        blocks=tuple(report(solution)),
        hints=tuple(without_effect(game)),
        drawing=svg(drawn(solution)),
        wants=tuple(_wants(game.scenario)),
        options=tuple(_options(game.scenario)),
        plain=answer(solution),
    )


def _wants(scenario: Scenario) -> list[Ground]:
    return [Ground(party.name, want.text, want.evidence) for party in scenario.parties for want in party.wants]


def _options(scenario: Scenario) -> list[Ground]:
    names = {party.id: party.name for party in scenario.parties}
    return [Ground(names[option.party], option.text, option.evidence) for option in scenario.options]
