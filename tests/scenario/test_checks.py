"""A scenario that makes no sense is told why."""

from __future__ import annotations

import pytest

from detente.errors import BadScenario
from detente.scenario.checks import checked_game, without_effect
from detente.scenario.toml_file import read_toml

FERRY = """\
format = "scenario/1"
now = ["toll"]
[[party]]
id = "island"
wants = ["not toll"]
options = { ferry = "Run the ferry" }
[[party]]
id = "mainland"
wants = ["toll"]
options = { toll = "Take a toll" }
"""


def _with(*nevers: str) -> str:
    return FERRY + "".join(f"[[never]]\n{never}\n" for never in nevers)


def test_contradictory_nevers_are_named_and_no_others() -> None:
    text = _with('that = "ferry and toll"', 'that = "toll"\nwhy = "it was abolished"', 'that = "not toll"')
    with pytest.raises(BadScenario) as caught:
        checked_game(read_toml(text), "ferry.toml")
    told = "never 2 (toll; it was abolished) and never 3 (not toll) rule out everything"
    assert str(caught.value) == f"ferry.toml: no state can occur: {told}"


def test_one_never_may_rule_out_everything() -> None:
    with pytest.raises(BadScenario, match=r"never 1 \(toll or not toll\) rules out everything"):
        checked_game(read_toml(_with('that = "toll or not toll"')))


def test_a_now_that_cannot_occur_is_told_by_which_never() -> None:
    with pytest.raises(BadScenario, match=r"^now cannot occur: never 1 \(toll and not ferry\) rules it out$"):
        checked_game(read_toml(_with('that = "toll and not ferry"')))


def test_what_has_no_effect_is_told() -> None:
    text = _with('that = "ferry"', 'that = "ferry and toll"')
    text = text.replace('wants = ["toll"]', 'wants = ["toll", "not toll"]').replace('wants = ["not toll"]\n', "")
    assert without_effect(checked_game(read_toml(text))) == [
        "option ferry is never taken: the nevers leave no choice",
        "never 2 (ferry and toll) rules out nothing that the others do not",
        "Island wants nothing: it is indifferent and will never move",
        "Mainland, want 2 (not toll) never decides: the wants before it do already",
    ]


def test_combinations_that_overlap_in_a_ring_make_one_state() -> None:
    ring = FERRY.replace("now =", 'combine = ["ferry and toll or toll", "toll or ferry", "ferry"]\nnow =')
    game = checked_game(read_toml(ring))
    assert sorted(game.states.keys()) == ["--", "NN"]
    assert game.states.key(game.now or 0) == "--"
