from __future__ import annotations

import json
from typing import Any

import pytest

from detente.errors import BadScenario
from detente.scenario.answer_json import answer
from detente.scenario.case_json import case_of, case_of_bytes
from detente.scenario.packed_ranking import PackedRanking
from detente.scenario.solution import solve


def case(**changes: Any) -> dict[str, Any]:
    return {
        "format": "gmcr-case/1",
        "name": "ferry",
        "decision_makers": ["town", "line"],
        "options": [
            {"id": "pay", "dm": "town", "label": "Pay a subsidy", "moves": "both"},
            {"id": "sail", "dm": "line", "label": "Sail in winter", "moves": "take"},
        ],
        "infeasible": [],
        "preferences": {
            "town": {"statements": ["sail", "not pay"]},
            "line": {"ranking": [["YY", "YN"], ["NN"], ["NY"]]},
        },
        "status_quo": "NN",
    } | changes


def test_a_case_is_read_and_solved() -> None:
    found = answer(solve(case_of_bytes(json.dumps(case()).encode())))
    assert found["ranking"] == {"town": [["NY"], ["YY"], ["NN"], ["YN"]], "line": [["YN", "YY"], ["NN"], ["NY"]]}
    assert found["stable"]["nash"] == {"town": ["NN", "NY"], "line": ["NN", "YN", "NY", "YY"]}
    assert found["status_quo"] == {"from": "NN", "moves": {"YN": 1, "NY": 1, "YY": 2}, "improvements": {}}
    assert "limited" not in found  # not for rankings with ties


def test_a_packed_ranking_says_the_same_as_lists() -> None:
    packed = case_of_bytes(json.dumps(case(), indent=2).encode()).parties[1].ranking
    listed = case_of(case()).parties[1].ranking
    assert isinstance(packed, PackedRanking)
    assert listed is not None
    assert [*packed] == [*listed]
    assert packed[-1] == ("NY",)
    assert packed[1:] == (("NN",), ("NY",))
    with pytest.raises(IndexError):
        packed[3]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": "gmcr-case/2"}, "format is 'gmcr-case/2'; a case has 'gmcr-case/1'"),
        ({"decision_makers": []}, "decision_makers is empty"),
        ({"decision_makers": ["town", "town"]}, "decision_makers has 'town' twice"),
        ({"decision_makers": "town"}, "decision_makers is text; it must be a list"),
        ({"options": None}, "options is missing; it must be a list"),
        ({"options": [3]}, "options[0] is a number; it must be an object"),
        ({"options": [{"id": "pay", "dm": "twon"}]}, "options[0].dm: no decision maker 'twon'; did you mean 'town'?"),
        (
            {"options": [{"id": "pay", "dm": "town", "moves": "never"}]},
            "options[0].moves is 'never'; give both, take or drop",
        ),
        ({"infeasible": ["pay and sial"]}, "infeasible[0], column 9: no option 'sial'; did you mean 'sail'?"),
        ({"preferences": {"town": {"statements": []}}}, "preferences.line is missing; it must be an object"),
        (
            {"preferences": {"town": {"statements": []}, "line": {}}},
            "preferences.line needs either statements or a ranking",
        ),
        (
            {"preferences": {"town": {"statements": []}, "line": {"ranking": ["NN"]}}},
            "preferences.line.ranking[0] must be a list of state keys",
        ),
        ({"status_quo": 3}, "status_quo is a number; it must be text"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(BadScenario) as caught:
        case_of(case(**changes))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("ranking", "message"),
    [
        ([["YY", "YN"], ["NN"]], "the ranking of line lacks 1 of 4 states, such as 'NY'"),
        ([["YY", "YN"], ["NN"], ["NY"], ["YY"]], "the ranking of line has 'YY' twice"),
        ([["YY", "YN"], ["NN"], ["NY-"]], "the ranking of line has 'NY-', which is no feasible state"),
        ([["YY", "Y-"], ["NN"], ["NY"]], "the ranking of line has 'Y-', which is no feasible state"),
    ],
)
def test_a_ranking_must_fit_the_states(ranking: list[list[str]], message: str) -> None:
    wrong = case(preferences={"town": {"statements": []}, "line": {"ranking": ranking}})
    for scenario in (case_of(wrong), case_of_bytes(json.dumps(wrong).encode())):
        with pytest.raises(BadScenario) as caught:
            solve(scenario)
        assert str(caught.value) == message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"format": \n nope}', "case.json:2:2: is not JSON: Expecting value"),
        (b'{"ranking": [["NN"], ["YY"]],\n oops}', "case.json:2:2: is not JSON: Expecting property name"),
        (b'{"name": NaN}', "case.json: is not JSON: NaN has no meaning"),
        (b"[" * 200_000, "case.json: is no case: brackets nested too deeply"),
        (b'{"name": "\xff"}', "case.json:1: is not UTF-8 text"),
        (b"[1, 2]", "case.json: the case is a list; it must be an object"),
        (b'{"labels": {"ranking": [["NN"]]}}', "case.json: format is None"),
    ],
)
def test_what_is_no_case_is_said_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(BadScenario) as caught:
        case_of_bytes(data, "case.json")
    assert str(caught.value).startswith(message)


def test_an_infeasible_status_quo_is_said() -> None:
    with pytest.raises(BadScenario, match="the state now, 'YN', is infeasible"):
        solve(
            case_of(
                case(
                    infeasible=["pay and not sail"],
                    status_quo="YN",
                    preferences={
                        "town": {"statements": []},
                        "line": {"statements": []},
                    },
                )
            )
        )
