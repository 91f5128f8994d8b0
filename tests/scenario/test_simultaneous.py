"""Simultaneous stability is decided in three ways, by the size of the model; all must agree."""

from __future__ import annotations

import numpy as np
import pytest

from detente.scenario import simultaneous as module
from detente.scenario.grammar import parse_statement
from detente.scenario.model import Moves, Never, Option, Party, Scenario
from detente.scenario.moves import CellMoves
from detente.scenario.solution import game_of

ONE_BY_ONE = {"_LARGEST_GRID": 0, "_STATES_AT_ONCE": 7}
SOME_IN_TURN = {"_WORTH_TRYING": 0, "_AT_FIRST": 3, "_CHOICES_AT_ONCE": 64, "_CHOICES_KEPT": 0}
ALL_IN_TURN = {"_WORTH_TRYING": 0, "_MOST_WORDS": -1}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("otherwise", [ONE_BY_ONE, SOME_IN_TURN, ALL_IN_TURN])
def test_ways_agree(seed: int, otherwise: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(seed)
    parties = int(random.integers(2, 5))
    ids = [f"o{number}" for number in range(8)]
    kinds: list[Moves] = ["both", "both", "take", "drop"]
    options = tuple(Option(id_, f"p{random.integers(parties)}", id_, kinds[random.integers(4)]) for id_ in ids)
    never = "o0 and o3 or o1 and not o5 and o6" if seed % 2 else "o7 and not o7"
    model = Scenario(
        "example",
        tuple(Party(f"p{number}", f"p{number}") for number in range(parties)),
        options,
        (Never(parse_statement(never, ids), never),),
    )
    moves = game_of(model).moves
    assert isinstance(moves, CellMoves)
    count = len(moves.states)
    ranks = [(random.permutation(count) // random.choice([1, 9])).astype(np.int32) for _ in range(parties)]
    usual = module.simultaneous(moves, ranks)
    for name, value in otherwise.items():
        monkeypatch.setattr(module, name, value)
    assert (module.simultaneous(moves, ranks) == usual).all()
    assert usual.any()
    assert not usual.all()
