"""What is wrong with a scenario that was read: contradictions that leave no state, and what has no effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from detente.errors import BadScenario
from detente.scenario.cells import find
from detente.scenario.limits import LIMITS
from detente.scenario.model import Never, Scenario
from detente.scenario.solution import Game, game_of
from detente.scenario.states import states_of
from detente.scenario.truth import holds

_MOST_TRIED = 64  # nevers, of which each is left out once


class _TooManyTriesError(Exception):
    pass


def checked_game(scenario: Scenario, source: str | None = None) -> Game:
    """The game of a scenario. Raises BadScenario, which says which nevers leave no state, or none for now."""
    try:
        game = game_of(scenario)
    except BadScenario as error:
        conflicting = _conflicting(scenario)
        reason = (
            f"no state can occur: {_listed(conflicting)} {_rule(conflicting)} out everything"
            if conflicting
            else error.reason
        )
        raise BadScenario(reason, source) from None
    if scenario.now is not None:
        now = find(game.states, scenario.now)
        if now is None:
            raise BadScenario(_no_now(scenario, scenario.now), source)
        game = replace(game, scenario=replace(scenario, now=game.states.key(now)))
    try:
        game.ranks()
    except BadScenario as error:
        raise BadScenario(error.reason, source) from None
    return game


def _no_now(scenario: Scenario, now: str) -> str:
    if len(now) != len(scenario.options) or set(now) - {"Y", "N"}:
        return f"now is {now!r}; a state's key has {len(scenario.options)} letters Y or N, one an option"
    return f"now cannot occur: {forbidding(scenario, now)}"


def forbidding(scenario: Scenario, key: str) -> str:
    """Which nevers rule a state out, in words."""
    nevers = nevers_of(scenario, key)
    return f"{_listed(nevers)} {_rule(nevers)} it out"


def nevers_of(scenario: Scenario, key: str) -> list[tuple[int, Never]]:
    """The nevers, with their numbers from 1, that hold where these options are taken."""
    taken = {option.id: np.array([letter == "Y"]) for option, letter in zip(scenario.options, key, strict=True)}
    return [
        (number, never)
        for number, never in enumerate(scenario.nevers, start=1)
        if holds(never.statement, taken.__getitem__)[0]
    ]


def without_effect(game: Game) -> list[str]:
    """What of a scenario changes nothing, in words, an item a line."""
    scenario, states = game.scenario, game.states
    found = []
    for option in scenario.options:
        bit = states.options.index(option.id)
        taken = (states.codes >> bit) & 1
        if taken.all() or not taken.any():
            often = "always" if taken.all() else "never"
            found.append(f"option {option.id} is {often} taken: the nevers leave no choice")
    for number, never in enumerate(scenario.nevers, start=1):
        if len(scenario.nevers) > _MOST_TRIED:
            break
        rest = replace(scenario, nevers=(*scenario.nevers[: number - 1], *scenario.nevers[number:]))
        if _same_states(rest, game):
            found.append(f"never {number} ({never.text}) rules out nothing that the others do not")
    for party in scenario.parties:
        if not party.wants and party.ranking is None:
            found.append(f"{party.name} wants nothing: it is indifferent and will never move")
        alike = np.zeros(len(states), np.int64)
        for number, want in enumerate(party.wants, start=1):
            truth = states.holds(want.statement)
            finer = np.unique(alike * 2 + truth, return_inverse=True)[1]
            if finer.max(initial=0) == alike.max(initial=0):
                found.append(f"{party.name}, want {number} ({want.text}) never decides: the wants before it do already")
            alike = finer
    return found


def _same_states(scenario: Scenario, game: Game) -> bool:
    try:
        return len(states_of(replace(scenario, combine=())).codes) == len(game.states.codes)
    except BadScenario:  # too many without it
        return False


def _conflicting(scenario: Scenario) -> list[tuple[int, Never]]:
    """A set of nevers, none of which can be left out, that rules out every state; none where some state is left.

    By halves (QuickXplain; Junker 2004), later ones left out first. None, too, where it takes too many tries.
    """
    tries = 0

    def impossible(nevers: Sequence[tuple[int, Never]]) -> bool:
        nonlocal tries
        tries += len(nevers)
        if tries > LIMITS.nevers_tried:
            raise _TooManyTriesError
        return _impossible(replace(scenario, nevers=tuple(never for _, never in nevers)))

    def needed(kept: list[tuple[int, Never]], added: bool, among: list[tuple[int, Never]]) -> list[tuple[int, Never]]:
        """Those of ``among`` without which, beside ``kept``, some state is left."""
        if added and impossible(kept):
            return []
        if len(among) == 1:
            return among
        half = len(among) // 2
        later = needed([*kept, *among[:half]], True, among[half:])
        return [*needed([*kept, *later], bool(later), among[:half]), *later]

    every = list(enumerate(scenario.nevers, start=1))
    try:
        return needed([], False, every) if every and impossible(every) else []
    except _TooManyTriesError:
        return []


def _impossible(scenario: Scenario) -> bool:
    try:
        states_of(replace(scenario, combine=()))
    except BadScenario as error:
        return error.reason.startswith("no state")
    return False


def _rule(nevers: Sequence[tuple[int, Never]]) -> str:
    return "rule" if len(nevers) > 1 else "rules"


def _listed(nevers: Sequence[tuple[int, Never]]) -> str:
    told = [f"never {number} ({never.text}{f'; {never.why}' if never.why else ''})" for number, never in nevers]
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)
