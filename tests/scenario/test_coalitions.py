"""What coalitions keep to, where some states cannot be and some moves not be taken back: by parts and by aims."""

from __future__ import annotations

import numpy as np
import pytest

from detente.scenario import coalitions as module
from detente.scenario.grammar import parse_statement
from detente.scenario.model import Moves, Never, Option, Party, Scenario
from detente.scenario.solution import game_of


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("ties", [1, 9])
def test_ways_agree(seed: int, ties: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(seed)
    parties = int(random.integers(2, 5))
    ids = [f"o{number}" for number in range(9)]
    kinds: list[Moves] = ["both", "take", "drop"]
    options = tuple(Option(id_, f"p{random.integers(parties)}", id_, kinds[random.integers(3)]) for id_ in ids)
    nevers = ["o0 and o3", "o1 and not o5 and o6"]
    model = Scenario(
        "example",
        tuple(Party(f"p{number}", f"p{number}") for number in range(parties)),
        options,
        tuple(Never(parse_statement(never, ids), never) for never in nevers),
    )
    moves = game_of(model).moves
    count = len(moves.states)
    ranks = [(random.permutation(count) // ties).astype(np.int32) for _ in range(parties)]
    groups = module.coalitions(parties)
    by_parts = [module.coalition_nash(moves, ranks, group) for group in groups]
    monkeypatch.setattr(module, "_MOST_WORDS", 0)
    by_aims = [module.coalition_nash(moves, ranks, group) for group in groups]
    assert np.array_equal(by_parts, by_aims)
    assert np.any(by_parts)
    assert not np.all(by_parts)
