"""Save files of gmcr-py."""

from __future__ import annotations

import json
from typing import Any

import pytest

from detente.errors import BadScenario
from detente.scenario.gmcr_py import read_gmcr_py
from detente.scenario.grammar import to_text
from detente.scenario.solution import solve


def saved(**changes: Any) -> dict[str, Any]:
    return {
        "version": "0.3.12",
        "options": [
            {"name": "Lift the ban", "permittedDirection": "both"},
            {"name": "Open the port", "permittedDirection": "fwd"},
            {"name": "If", "permittedDirection": "back"},
        ],
        "decisionMakers": [
            {"name": "The Council", "options": [0], "preferences": [[[1, "Y"]], [[0, "N"], [2, "Y"]]]},
            {"name": "Harbour", "options": [1, 2], "preferences": [{"members": [[[0, "Y"]], [[2, "N"]]]}]},
        ],
        "infeasibles": [[[1, "Y"], [2, "Y"]]],
        "useManualPreferenceRanking": False,
    } | changes


def read(values: dict[str, Any]) -> Any:
    return read_gmcr_py(json.dumps(values), "port", "port.gmcr")


def test_conditions_become_statements() -> None:
    scenario = read(saved())
    assert [(option.id, option.party, option.moves) for option in scenario.options] == [
        ("lift_the_ban", "the_council", "both"), ("open_the_port", "harbour", "take"), ("if_", "harbour", "drop"),
    ]  # fmt: skip
    assert [[want.text for want in party.wants] for party in scenario.parties] == [
        ["open_the_port", "not lift_the_ban and if_"], ["lift_the_ban or not if_"],
    ]  # fmt: skip
    assert [to_text(never.statement) for never in scenario.nevers] == ["open_the_port and if_"]
    assert len(solve(scenario).game.states) == 6


@pytest.mark.parametrize(
    ("flag", "key"),
    [("useManualPreferenceRanking", "preferenceRanking"), ("useManualPreferenceVectors", "preferenceVector")],
)
def test_rankings_name_states_by_number(flag: str, key: str) -> None:
    values = saved()
    del values["useManualPreferenceRanking"]
    values[flag] = True
    for maker in values["decisionMakers"]:
        maker[key] = [6, [1, 2], 3, 4, 5]
    scenario = read(values)
    assert scenario.parties[0].ranking == (("YNY",), ("NNN", "YNN"), ("NYN",), ("YYN",), ("NNY",))
    assert len(solve(scenario).game.states) == 6


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"options": None}, "port.gmcr: not a save file of gmcr-py as we know it"),
        ({"infeasibles": [[[7, "Y"]]]}, "condition [7, 'Y']"),
        ({"infeasibles": [[[0, "?"]]]}, "condition [0, '?']"),
        ({"useManualPreferenceRanking": True}, "lacks 'preferenceRanking'"),
        ({"decisionMakers": [{"name": "A", "options": [0], "preferences": [], "misperceptions": [3]}]}, "as a view of"),
        ({"decisionMakers": [{"name": n, "options": [0], "preferences": []} for n in "AB"]}, "two owners"),
        ({"decisionMakers": [{"name": "A", "options": [0], "preferences": []}]}, "lacks 1"),
    ],
)
def test_what_is_no_such_file_is_said_in_one_line(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadScenario) as caught:
        read(saved(**changes))
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("text", "reason"), [("{", "port.gmcr:1:2: not JSON"), ("[" * 99_999, "nested too deep")])
def test_broken_json(text: str, reason: str) -> None:
    with pytest.raises(BadScenario, match=reason):
        read_gmcr_py(text, "port", "port.gmcr")
