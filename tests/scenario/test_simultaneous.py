"""Simultaneous stability against its definition, with both ways in which the kernel looks cells up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.scenario.lines import Lines
from detente.scenario.preferences import Ranks
from detente.scenario.simultaneous import MOST_PLACES, among
from detente.scenario.truth import Bools

PARTIES_OF_OPTIONS = [
    (0, 0, 0, 1, 1, 1, 2, 2, 2),
    (0, 1, 0, 2, 1, 3, 2, 4, 0),
    (0, 0, 0, 0, 0, 0, 0, 1, 2),  # 128 choices: two words of bits
    (1, 0, 0, 0, 0, 0, 0, 0, 1),
    (0, 1, 1, 2, 3, 3),
    (0, 0, 0),
    (0,),
]


@st.composite
def models(draw: st.DrawFn) -> tuple[list[Lines], Ranks]:
    owners = draw(st.sampled_from(PARTIES_OF_OPTIONS))
    random = np.random.default_rng(draw(st.integers(0, 1 << 20)))
    feasible = random.random(1 << len(owners)) < draw(st.sampled_from([1.0, 0.9, 0.3]))
    feasible[0] = True
    codes = np.flatnonzero(feasible)
    kinds = draw(st.lists(st.sampled_from(["both", "both", "take", "drop"]), min_size=9, max_size=9))

    def mask(party: int, kind: str | None) -> int:
        return sum(1 << bit for bit, owner in enumerate(owners) if owner == party and kind in (None, kinds[bit]))

    parties = max(owners) + 1
    ties = draw(st.sampled_from([1, 3, 60]))
    ranks = np.stack([random.permutation(len(codes)) // ties for _ in range(parties)]).astype(np.int32)
    return [
        Lines(codes, mask(party, None), mask(party, "take"), mask(party, "drop")) for party in range(parties)
    ], ranks


def literally(lines: Sequence[Lines], ranks: Ranks) -> Bools:
    codes = lines[0].codes.tolist()
    number = {code: cell for cell, code in enumerate(codes)}

    def improvements(party: int, code: int) -> list[int]:
        """The changes of the code by which the party improves."""
        own, take, drop = lines[party].own, lines[party].take, lines[party].drop
        return [
            code ^ other
            for other in codes
            if not (code ^ other) & ~own
            and not code & ~other & take
            and not ~code & other & drop
            and ranks[party, number[other]] > ranks[party, number[code]]
        ]

    def deterred(party: int, code: int, improvement: int) -> bool:
        ways = [[0, *improvements(other, code)] for other in range(len(lines)) if other != party]
        for changes in product(*ways):
            end = number.get(code ^ improvement ^ sum(changes))
            if end is not None and ranks[party, end] <= ranks[party, number[code]]:
                return True
        return False

    return np.array(
        [
            [all(deterred(party, code, improvement) for improvement in improvements(party, code)) for code in codes]
            for party in range(len(lines))
        ]
    )


@given(models(), st.sampled_from([MOST_PLACES, 0]))
@settings(deadline=None, max_examples=60)
def test_every_state_is_judged_by_the_definition(model: tuple[list[Lines], Ranks], most_places: int) -> None:
    lines, ranks = model
    assert (among(lines, list(ranks), most_places) == literally(lines, ranks)).all()
