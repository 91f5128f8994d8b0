from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.errors import BadScenario
from detente.scenario.reader import read_scenario
from detente.scenario.solution import solve

SAVED: dict[str, Any] = {
    "program": "gmcr-py",
    "version": "0.3.5",
    "options": [
        {"name": "Open Border", "permittedDirection": "both"},
        {"name": "Send Aid", "permittedDirection": "fwd"},
    ],
    "decisionMakers": [
        {"name": "North", "options": [0], "preferences": [[[1, "Y"]], [[0, "N"]]], "preferenceRanking": [3, [1, 2]]},
        {
            "name": "South",
            "options": [1],
            "preferences": [{"compound": True, "members": [[[0, "Y"], [1, "Y"]], [[0, "N"], [1, "N"]]]}],
            "preferenceRanking": [1, 2, 3],
        },
    ],
    "infeasibles": [[[0, "Y"], [1, "Y"]]],
    "useManualPreferenceRanking": False,
}


def _saved(tmp_path: Path, **changes: Any) -> str:
    path = tmp_path / "aid.gmcr"
    path.write_text(json.dumps({**SAVED, **changes}), encoding="utf-8")
    return str(path)


def test_a_save_file_is_read(tmp_path: Path) -> None:
    scenario = read_scenario(_saved(tmp_path))
    assert [(option.id, option.party, option.moves) for option in scenario.options] == [
        ("open_border", "north", "both"), ("send_aid", "south", "take"),
    ]  # fmt: skip
    assert [want.text for want in scenario.parties[0].wants] == ["send_aid", "not open_border"]
    assert [want.text for want in scenario.parties[1].wants] == [
        "open_border and send_aid or not open_border and not send_aid"
    ]
    assert solve(scenario).game.states.keys() == ["NN", "YN", "NY"]


@pytest.mark.parametrize("flag", ["useManualPreferenceRanking", "useManualPreferenceVectors"])
def test_a_ranking_names_states_by_number(tmp_path: Path, flag: str) -> None:
    saved = {key: value for key, value in SAVED.items() if key != "useManualPreferenceRanking"}
    path = tmp_path / "ranked.gmcr"
    path.write_text(json.dumps({**saved, flag: True}), encoding="utf-8")
    assert read_scenario(str(path)).parties[0].ranking == (("NY",), ("NN", "YN"))


def test_what_is_no_save_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadScenario, match="as we know it: lacks 'name'"):
        read_scenario(_saved(tmp_path, options=[{}]))
    with pytest.raises(BadScenario, match="as we know it"):
        read_scenario(_saved(tmp_path, infeasibles=[[[9, "Y"]]]))
