"""Which state is meant: ``now``, its number, its key, or the options taken in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.errors import UsageError, did_you_mean, shortened
from detente.scenario.board import Board
from detente.scenario.cells import find
from detente.scenario.checks import forbidding
from detente.scenario.model import Scenario

_LONGEST_NUMBER = 18  # digits


def state_named(board: Board, text: str) -> int:
    """The number of the state, from 0. Numbers in the text count from 1. Raises UsageError."""
    text = text.strip()
    options = [option.id for option in board.scenario.options]
    if text == "now":
        if board.now is None:
            raise UsageError("the scenario has no now; name the state by its number, its key or the options taken")
        return board.now
    if text.isdecimal() and text not in options:
        if len(text) > _LONGEST_NUMBER or not 1 <= int(text) <= len(board.states):
            raise UsageError(f"there is no state {shortened(text)}; states go from 1 to {len(board.states)}")
        return int(text) - 1
    if len(text) == len(options) and set(text) <= {"Y", "N", "-"} and text not in options:
        key = text
    else:
        taken = [] if text in ("", "nothing") else [name.strip() for name in re.split(r"[,+]", text)]
        for name in taken:
            if name not in options:
                raise UsageError(
                    f"{shortened(text)!r} is no state: no option {shortened(name)!r}{did_you_mean(name, options)}; "
                    "say now, a number, a key, or the options taken with commas between"
                )
        key = "".join("Y" if option in taken else "N" for option in options)
    found = find(board.states, key)
    if found is None:
        why = "" if "-" in key else f": {forbidding(board.scenario, key)}"
        raise UsageError(f"{shortened(text)!r} is no state that can occur{why}")
    return found


def parties_named(scenario: Scenario, names: Sequence[str] | None) -> list[int] | None:
    """The numbers of the parties with these ids; None where none is named. Raises UsageError."""
    if not names:
        return None
    ids = [party.id for party in scenario.parties]
    for name in names:
        if name not in ids:
            raise UsageError(
                f"no party {shortened(name)!r}{did_you_mean(name, ids) or '; there are ' + ', '.join(ids)}"
            )
    return [ids.index(name) for name in names]
