"""The analyses of one state, one order or one way at a time, against the solver and against trying everything."""

from __future__ import annotations

from itertools import permutations
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import BadScenario
from detente.scenario import coalition_foresight
from detente.scenario.board import Board
from detente.scenario.changes import every_change, with_wants
from detente.scenario.coalition_foresight import stays
from detente.scenario.deals import deals
from detente.scenario.graded import CONCEPTS, PLAIN, STRONG, UNSURE, Graded
from detente.scenario.inverse import inverse
from detente.scenario.model import Moves, Never, Option, Party, Scenario, Want
from detente.scenario.sensitivity import Sensitivity
from detente.scenario.solution import Solution, game_of, solve
from detente.scenario.stable_at import stable_for
from detente.scenario.statement import And, If, Iff, Not, Or, Taken
from detente.scenario.ways import ways_to


@st.composite
def scenarios(draw: st.DrawFn, marked: bool = False) -> Scenario:
    """Two or three parties, up to four options, up to four wants each, now the first state."""
    parties = [f"p{n}" for n in range(draw(st.integers(2, 3)))]
    moves: st.SearchStrategy[Moves] = st.sampled_from(["both", "both", "take", "drop"])
    options = tuple(
        Option(f"o{n}", draw(st.sampled_from(parties)), f"O{n}", draw(moves)) for n in range(draw(st.integers(2, 4)))
    )
    statements = st.recursive(
        st.sampled_from([option.id for option in options]).map(Taken),
        lambda inner: st.one_of(inner.map(Not), *(st.builds(kind, inner, inner) for kind in (And, Or, If, Iff))),
        max_leaves=3,
    )
    marks = st.sampled_from([(False, False), (True, False), (False, True)] if marked else [(False, False)])

    def want(number: int) -> Want:
        strongly, unsure = draw(marks)
        return Want(draw(statements), f"want {number}", (), strongly, unsure)

    wanting = tuple(
        Party(id_, id_, tuple(want(number) for number in range(draw(st.integers(1, 4))))) for id_ in parties
    )
    nevers = tuple(Never(never, "") for never in draw(st.lists(st.builds(And, statements, statements), max_size=1)))
    scenario = Scenario("example", wanting, options, nevers)
    try:
        states = game_of(scenario).states
    except BadScenario:
        return draw(scenarios(marked))
    return Scenario("example", wanting, options, nevers, now=states.key(draw(st.integers(0, len(states) - 1))))


def _solved(scenario: Scenario) -> tuple[Solution, Board]:
    solution = solve(scenario)
    return solution, Board.of(solution.game, solution.ranks)


@given(scenarios())
@settings(deadline=None, max_examples=60)
def test_one_state_is_judged_as_by_the_solver(scenario: Scenario) -> None:
    solution, board = _solved(scenario)
    graded = Graded(board)
    for concept in CONCEPTS:
        for party in range(len(board.parties)):
            for state in range(len(board.states)):
                expected = bool(solution.stable[concept][party][state])
                assert stable_for(board, party, state, concept) == expected
                assert graded.stable(party, state, concept, PLAIN) == expected


@given(scenarios())
@settings(deadline=None, max_examples=40)
def test_coalitions_with_foresight(scenario: Scenario) -> None:
    """One member is that party, all members have nobody to answer, Nash is the solver's, and it implies the rest."""
    solution, board = _solved(scenario)
    everybody = tuple(range(len(board.parties)))
    for state in range(len(board.states)):
        for concept in coalition_foresight.CONCEPTS:
            for party in everybody:
                assert stays(board, [party], state, concept) == stable_for(board, party, state, concept)
            assert stays(board, everybody, state, concept) == solution.coalition_nash[everybody][state]
        for group, nash in solution.coalition_nash.items():
            found = {concept: stays(board, group, state, concept) for concept in coalition_foresight.CONCEPTS}
            assert found["nash"] == nash[state]
            assert found["nash"] <= found["smr"] <= found["gmr"]
            assert found["nash"] <= found["seq"] <= found["gmr"]


@given(scenarios(marked=True))
@settings(deadline=None, max_examples=60)
def test_strength_and_doubt_are_ordered(scenario: Scenario) -> None:
    """Firm is held too; the bold hold least, the cautious most."""
    board = Board.of_scenario(scenario)
    written, graded = Graded(board, as_written=True), Graded(board)
    for concept in CONCEPTS[1:]:
        assert set(written.equilibria(concept, STRONG)) <= set(written.equilibria(concept, PLAIN))
        a, b, c, d = (set(graded.equilibria(concept, UNSURE[kind])) for kind in "abcd")
        assert a <= b & c
        assert b | c <= d
    if not any(want.unsure for party in scenario.parties for want in party.wants):
        for kind in "abcd":
            assert graded.equilibria("seq", UNSURE[kind]) == graded.equilibria("seq", PLAIN)


@given(scenarios(), st.sampled_from(CONCEPTS), st.data())
@settings(deadline=None, max_examples=60)
def test_orders_are_counted_as_by_trying_them_all(scenario: Scenario, concept: str, data: st.DataObject) -> None:
    board = Board.of_scenario(scenario)
    state = data.draw(st.integers(0, len(board.states) - 1))
    party = data.draw(st.integers(0, len(board.parties) - 1))
    found = inverse(board, party, state, concept)
    wants = board.parties[party].wants
    good, gained = 0, []
    for order in permutations(range(len(wants))):
        solution = solve(with_wants(scenario, board.parties[party].id, tuple(wants[n] for n in order)))
        if solution.equilibria[concept][state]:
            good += 1
            if state == board.now or solution.ranks[party][state] > solution.ranks[party][board.now]:
                gained.append(order)
    assert (found.orders, found.count) == (factorial(len(wants)), good)
    assert found.gained == (None if state == board.now else len(gained))
    assert found.present == solve(scenario).equilibria[concept][state]
    always = {
        (first, second)
        for first, second in permutations(range(len(wants)), 2)
        if gained and all(order.index(first) < order.index(second) for order in gained)
    }
    assert len(found.always) == len(always)
    if concept == "nash" and not found.leavers:  # the clauses are exactly the condition
        for order in permutations(range(len(wants))):
            place = {id(wants[n]): order.index(n) for n in range(len(wants))}
            met = all(
                clause.some
                and min(place[id(want)] for want in clause.some)
                < min((place[id(want)] for want in clause.all), default=len(wants))
                for clause in found.clauses
            )
            assert met == (order in gained)


@given(scenarios())
@settings(deadline=None, max_examples=40)
def test_every_change_has_the_effect_of_solving_anew(scenario: Scenario) -> None:
    solver = Sensitivity(game_of(scenario))
    base = solve(scenario).equilibria
    for effect in solver.effects():
        changed = effect.changes[0].apply(scenario)
        solution = solve(changed)
        for concept, where in solution.equilibria.items():
            assert effect.becomes.get(concept, ()) == tuple(np.flatnonzero(where & ~base[concept]).tolist())
            assert effect.ceases.get(concept, ()) == tuple(np.flatnonzero(base[concept] & ~where).tolist())
        found = deals(solution)
        assert set(effect.deals) == {deal.state for deal in found}
        assert set(effect.holding) == {deal.state for deal in found if "nash" in deal.holds}


@given(scenarios())
@settings(deadline=None, max_examples=40)
def test_changes_are_all_different(scenario: Scenario) -> None:
    for party in scenario.parties:
        orders = [change.wants for change in every_change(party)]
        assert len(set(orders)) == len(orders)
        assert party.wants not in orders
        size = len(party.wants)
        if len(set(party.wants)) == size:
            assert len(orders) == (size - 1) ** 2 + size


@given(scenarios())
@settings(deadline=None, max_examples=60)
def test_ways_are_as_short_as_the_solver_says(scenario: Scenario) -> None:
    solution, board = _solved(scenario)
    assert solution.moves is not None
    assert solution.improvements is not None
    assert board.now is not None
    ends = [state for state in range(len(board.states)) if state != board.now]
    for end, ways in ways_to(board, ends, board.now).items():
        for way, fewest in ((ways.shortest, solution.moves), (ways.improving, solution.improvements)):
            assert (way is None) == (fewest[end] < 0)
            if way is not None:
                assert len(way.steps) == fewest[end]
        for way in (ways.shortest, ways.improving, ways.easiest):
            if way is None:
                continue
            here, last = board.now, -1
            for step in way.steps:
                assert step.party != last
                assert step.to in board.moves(step.party, here)
                here, last = step.to, step.party
            assert here == end
        if ways.improving is not None:
            assert ways.improving.against == ()
            assert ways.easiest is not None
            assert ways.easiest.against == ()
        elif ways.easiest is not None:
            assert ways.easiest.against
            assert ways.shortest is not None
            assert len(ways.easiest.against) <= len(ways.shortest.against)


def test_too_many_wants_to_order_are_refused() -> None:
    from detente.errors import UsageError

    options = tuple(Option(f"o{n}", "a", f"O{n}") for n in range(13))
    wants = tuple(Want(Taken(option.id), option.id) for option in options)
    board = Board.of_scenario(Scenario("many", (Party("a", "A", wants), Party("b", "B")), options))
    with pytest.raises(UsageError, match="A has 13 wants; orders of at most 12 are counted"):
        inverse(board, 0, 0, "nash")
    with pytest.raises(UsageError, match="B has no wants to put in order"):
        inverse(board, 1, 0, "nash")
