from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from detente.errors import BadScenario
from detente.scenario.grammar import parse_statement
from detente.scenario.model import Never, Option, Party, Scenario
from detente.scenario.states import states_of


def scenario(options: int, nevers: list[str], combine: list[str] | None = None) -> Scenario:
    ids = [f"o{number}" for number in range(options)]
    return Scenario(
        "example",
        (Party("one", "One"),),
        tuple(Option(id_, "one", id_) for id_ in ids),
        tuple(Never(parse_statement(text, ids), text) for text in nevers),
        tuple(parse_statement(text, ids) for text in combine or ()),
    )


def test_states_come_in_order_of_binary_value_the_first_option_counting_least() -> None:
    assert states_of(scenario(2, [])).keys() == ["NN", "YN", "NY", "YY"]
    assert states_of(scenario(3, ["o0 and o2", "not o1"])).keys() == ["NYN", "YYN", "NYY"]


def test_forty_options_of_which_one_is_taken_are_forty_states() -> None:
    pairs = [f"o{one} and o{other}" for one, other in combinations(range(40), 2)]
    states = states_of(scenario(40, [*pairs, " and ".join(f"not o{number}" for number in range(40))]))
    assert states.codes.tolist() == [1 << bit for bit in range(40)]


def test_forty_options_in_one_chain_are_cut_on_the_way() -> None:
    states = states_of(scenario(40, [f"o{number + 1} and not o{number}" for number in range(39)]))
    assert states.codes.tolist() == [(1 << taken) - 1 for taken in range(41)]


def test_one_long_never_cuts_as_many_short_ones_do() -> None:
    long = "not (" + " and ".join(f"(o{number} iff o{number + 1})" for number in range(39)) + ")"
    assert len(states_of(scenario(40, [long]))) == 2


def test_sixty_free_options_are_too_many_at_once() -> None:
    with pytest.raises(BadScenario, match=r"^1,152,921,504,606,846,976 states, and at most 4,194,304"):
        states_of(scenario(60, []))


def test_more_options_than_bits_are_said_to_be_too_many() -> None:
    with pytest.raises(BadScenario, match="63 options; at most 62"):
        states_of(scenario(63, []))


def test_no_state_at_all() -> None:
    with pytest.raises(BadScenario, match="no state is feasible"):
        states_of(scenario(2, ["o0", "not o0"]))


def test_combined_states_are_one_and_its_key_hides_where_they_differ() -> None:
    states = states_of(scenario(3, [], ["o0 and o1"]))
    assert states.keys() == ["NNN", "YNN", "NYN", "YY-", "NNY", "YNY", "NYY"]
    assert [states.find(key) for key in ("YY-", "NYY", "YYN", "Y", "ÄÄÄ")] == [3, 6, None, None, None]
    assert states.combined


def test_combinations_that_share_a_state_are_one_state() -> None:
    assert states_of(scenario(2, [], ["o0", "o1"])).keys() == ["NN", "--"]


def test_combining_a_single_state_changes_nothing() -> None:
    states = states_of(scenario(2, [], ["o0 and o1"]))
    assert not states.combined
    assert states.keys() == ["NN", "YN", "NY", "YY"]


def test_many_cells_are_found_at_once() -> None:
    states = states_of(scenario(4, ["o0 and o1"], ["o2 and o3"]))
    single = [state for state in range(len(states)) if "-" not in states.key(state)]
    order = np.random.default_rng(0).permutation(single)
    found = states.find_all(states.codes[states.first[order]])
    assert found is not None
    assert found.tolist() == order.tolist()
    assert states.find_all(np.array([0b0011])) is None  # cannot be
    assert states.find_all(np.array([0b1100])) is None  # one of several cells
    assert states_of(scenario(2, [], [])).find_all(np.array([4])) is None
