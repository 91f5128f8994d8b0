"""What must hold of every solution, and what must not change it."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from nashpy import Game as Bimatrix
from numpy.typing import NDArray

from detente.scenario.model import Moves, Option, Party, Scenario
from detente.scenario.solution import Solution, game_of, solve_game

Ranks = list[NDArray[np.int32]]


def conflict(owners: list[int], moves: list[Moves], parties: int) -> Scenario:
    options = tuple(
        Option(f"o{bit}", f"p{owner}", f"o{bit}", kind)
        for bit, (owner, kind) in enumerate(zip(owners, moves, strict=True))
    )
    return Scenario(
        "example", tuple(Party(f"p{one}", f"p{one}") for one in range(parties)), options, now="N" * len(owners)
    )


def solved(owners: list[int], moves: list[Moves], ranks: Ranks) -> Solution:
    return solve_game(game_of(conflict(owners, moves, len(ranks))), ranks)


@st.composite
def games(draw: st.DrawFn) -> tuple[list[int], list[Moves], Ranks]:
    parties = draw(st.integers(2, 4))
    owners = draw(st.lists(st.integers(0, parties - 1), min_size=2, max_size=7))
    kinds: st.SearchStrategy[Moves] = st.sampled_from(["both", "both", "take", "drop"])
    moves = [draw(kinds) for _ in owners]
    generator = np.random.default_rng(draw(st.integers(0, 2**32)))
    tiers = draw(st.sampled_from([3, 8, 1 << len(owners)]))
    scores = [generator.permutation(1 << len(owners)) * tiers >> len(owners) for _ in range(parties)]
    return owners, moves, [np.unique(score, return_inverse=True)[1].astype(np.int32) for score in scores]


@given(games())
@settings(deadline=None)
def test_the_weaker_follow_from_the_stronger(game: tuple[list[int], list[Moves], Ranks]) -> None:
    stable = solved(*game).stable
    for stronger, weaker in (
        ("nash", "sseq"),
        ("nash", "sim"),
        ("sseq", "seq"),
        ("sseq", "smr"),
        ("seq", "gmr"),
        ("smr", "gmr"),
    ):
        assert not (stable[stronger] & ~stable[weaker]).any(), (stronger, weaker)


@given(games(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_parties_and_options_does_not_matter(
    game: tuple[list[int], list[Moves], Ranks], random: Random
) -> None:
    owners, moves, ranks = game
    parties, options = list(range(len(ranks))), list(range(len(owners)))
    random.shuffle(parties)  # the party that is now at a place
    random.shuffle(options)
    codes = np.arange(1 << len(owners))
    before = sum(((codes >> place) & 1) << option for place, option in enumerate(options))  # the code that it was
    here = solved(owners, moves, ranks)
    there = solved(
        [parties.index(owners[option]) for option in options],
        [moves[option] for option in options],
        [ranks[party][before] for party in parties],
    )
    for concept, stable in here.stable.items():
        assert (there.stable[concept] == stable[parties][:, before]).all(), concept
    for group, stable in here.coalition_nash.items():
        renamed = tuple(sorted(parties.index(member) for member in group))
        assert (there.coalition_nash[renamed] == stable[before]).all()
    assert here.moves is not None and there.moves is not None
    assert (there.moves == here.moves[before]).all()
    if here.nonmyopic is not None and there.nonmyopic is not None:
        assert (there.nonmyopic == here.nonmyopic[before]).all()


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 2**32))
@settings(deadline=None)
def test_where_all_can_be_taken_back_nash_is_that_of_the_bimatrix_game(first: int, second: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    ranks = [generator.permutation(1 << (first + second)).astype(np.int32) for _ in range(2)]
    solution = solved([0] * first + [1] * second, ["both"] * (first + second), ranks)
    rows, columns = 1 << first, 1 << second
    payoffs = [rank.reshape(columns, rows).T for rank in ranks]  # the first party's options count least
    bimatrix = Bimatrix(*payoffs)
    best = {
        row + rows * column
        for row in range(rows)
        for column in range(columns)
        if all(bimatrix.is_best_response(np.eye(rows)[row], np.eye(columns)[column]))
    }
    assert set(np.flatnonzero(solution.equilibria["nash"])) == best
