"""Every mistake of a scenario file is one line that says where it is and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import BadScenario
from detente.scenario.grammar import to_text
from detente.scenario.toml_file import read_toml

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "scenarios").glob("*.toml"))

FERRY = """\
format = "scenario/1"
name   = "The ferry and the toll"
as_of  = 2021-05
now    = ["toll"]

[[party]]
id    = "island"
name  = "The Island"
wants = ["not toll", { that = "ferry iff not toll", strongly = true, evidence = ["st-12"] }]
[party.options]
ferry = { text = "Run the ferry", moves = "drop", evidence = ["st-3"] }

[[party]]
id    = "mainland"
wants = ["ferry", { that = "toll", unsure = true }]
[party.options]
toll  = "Take a toll"
close = "Close the quay"

[[never]]
that = "close and toll"
why  = "nobody to take it from"
evidence = ["st-9"]

[[combine]]
that = "close"

[[view]]
party = "island"
[[view.sees]]
party = "mainland"
wants = ["close"]
"""


def test_a_file_is_read_whole() -> None:
    scenario = read_toml(FERRY.replace("2021-05", '"2021-05"'))
    island, mainland = scenario.parties
    assert (scenario.name, scenario.as_of, scenario.now) == ("The ferry and the toll", "2021-05", "NYN")
    assert (island.name, mainland.name) == ("The Island", "Mainland")
    assert [(option.id, option.party, option.moves) for option in scenario.options] == [
        ("ferry", "island", "drop"), ("toll", "mainland", "both"), ("close", "mainland", "both"),
    ]  # fmt: skip
    assert scenario.options[0].evidence == ("st-3",)
    assert [(want.text, want.strongly, want.evidence) for want in island.wants] == [
        ("not toll", False, ()), ("ferry iff not toll", True, ("st-12",)),
    ]  # fmt: skip
    assert [want.unsure for want in mainland.wants] == [False, True]
    assert [(never.text, never.why, never.evidence) for never in scenario.nevers] == [
        ("close and toll", "nobody to take it from", ("st-9",))
    ]
    assert [to_text(statement) for statement in scenario.combine] == ["close"]
    assert [(view.party, [party.id for party in view.parties]) for view in scenario.views] == [("island", ["mainland"])]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_read(path: Path) -> None:
    scenario = read_toml(path.read_text(encoding="utf-8"), path.name)
    assert scenario.now is not None
    assert scenario.as_of is not None


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ('format = "scenario/1"', 'format = "scenario/9"', "1:1", 'the file must say format = "scenario/1"'),
        ("as_of", "asof", "3:1", "a scenario has no 'asof'; did you mean 'as_of'?"),
        ("2021-05", "12", "3:1", "as_of must be a date such as 2019-02-16, not a number"),
        ('now    = ["toll"]', 'now = ["tol"]', "4:9", "now: no option 'tol'; did you mean 'toll'?"),
        ('now    = ["toll"]', 'now = "toll"', "4:1", "now must be a list, not a string"),
        ('now    = ["toll"]', "now = [1]", "4:1", "now must be a list of strings, but has a number"),
        ('"not toll"', '"not toil"', "9:15", "party 'island', want 1: no option 'toil'; did you mean 'toll'?"),
        ('"not toll"', '"not (toll"', "9:20", "an unclosed bracket"),
        ('"not toll"', "7", "9:1", "party 'island', want 1 must be a statement in quotes, not a number"),
        ('"not toll"', '""', "9:11", "party 'island', want 1: an empty statement"),
        ("ferry iff not toll", "ferry iff not tol", "9:46", "want 2: no option 'tol'; did you mean 'toll'?"),
        ("strongly = true", 'strongly = "yes"', "9:32", "want 2, strongly must be true or false, not a string"),
        ("strongly = true", "strongly = true, unsure = true", "9:32", "both strongly wanted and unsure"),
        ("strongly", "strong", "9:32", "want 2 has no 'strong'; did you mean 'strongly'?"),
        ('"drop"', '"dorp"', "11:1", "moves must be both, take, drop, not 'dorp'; did you mean 'drop'?"),
        ('text = "Run the ferry", ', "", "11:1", "option 'ferry' lacks 'text'"),
        ('id    = "mainland"\n', "", "13:1", "party 2 lacks 'id'"),
        ('id    = "mainland"', 'id = "main land"', "14:1", "must be letters, digits, _, . and - without spaces"),
        ('id    = "mainland"', 'id = "island"', "14:1", "'island' is another party's already"),
        ('"Take a toll"', "3", "17:1", "option 'toll' must be a table, not a number"),
        ("toll  =", "ferry =", "17:1", "option 'ferry' is of 'island' already; an option has one owner"),
        ("toll  =", "iff =", "17:1", "option 'iff': an id is letters, digits, _, . and -, and none of not, and, or"),
        ("[[view]]\nparty", "[[views]]\nparty", "28:1", "did you mean 'view'?"),
        ('that = "close and toll"', 'that = "close and"', "21:18", "never 1: an unclosed bracket, or nothing where"),
        ('that = "close and toll"\n', "", "20:1", "never 1 lacks 'that'"),
        ("why  =", "because =", "22:1", "never 1 has no 'because'; it may have that, why, evidence"),
        ('that = "close"\n', 'that = ["close"]\n', "26:1", "that must be a string, not a list"),
                ('party = "island"', 'party = "ilsand"', "29:1", "'ilsand' is no party; did you mean 'island'?"),
        ('party = "mainland"', 'party = "island"', "31:1", "'island' sees itself"),
        ('wants = ["ferry"', 'ranking = ["YNN"]\nwants = ["ferry"', "15:1", "ranking and wants: give"),
        ('wants = ["ferry", { that = "toll", unsure = true }]', 'ranking = ["YN"]', "15:13", "'YN' is no state's key"),
        ('name   = "The', 'name   = The', "2:10", "not TOML: Invalid value"),
        ('wants = ["close"]\n', 'wants = ["close"', "32:17", "not TOML: Unclosed array"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_place(old: str, new: str, place: str, reason: str) -> None:
    text = FERRY if old.startswith("2021") or "2021" in new else FERRY.replace("2021-05", '"2021-05"')
    assert text.count(old) >= 1
    with pytest.raises(BadScenario) as caught:
        read_toml(text.replace(old, new, 1), "ferry.toml")
    message = str(caught.value)
    assert message.startswith(f"ferry.toml:{place}: "), message
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("combine", "place", "reason"),
    [
        ("3", "4:1", "combine must be a list, not a number"),
        ('["tol"]', "4:13", "combine 1: no option 'tol'; did you mean 'toll'?"),
        ('[["YNN", "NYN"], ["NYN", "YNN"]]', "4:1", "combine 1 must be a statement in quotes, not a list"),
    ],
)
def test_combine_may_be_a_list(combine: str, place: str, reason: str) -> None:
    plain = FERRY.replace("2021-05", '"2021-05"').replace('[[combine]]\nthat = "close"\n', "")
    listed = read_toml(plain.replace("now ", 'combine = ["close"]\nnow ', 1))
    assert [to_text(statement) for statement in listed.combine] == ["close"]
    with pytest.raises(BadScenario) as caught:
        read_toml(plain.replace("now ", f"combine = {combine}\nnow ", 1), "ferry.toml")
    assert str(caught.value).startswith(f"ferry.toml:{place}: {reason}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", 'the file must say format = "scenario/1"'),
        ('format = "scenario/1"', "a scenario needs a [[party]]"),
        ('format = "scenario/1"\nparty = 3', "party must be a list, not a number"),
        ('format = "scenario/1"\nparty = [3]', "party 1 must be a table, not a number"),
        ('format = "scenario/1"\n[[party]]\nid = "a"', "a scenario needs options: no party can do anything"),
        ("x = " + "[" * 5000, "brackets nested too deep"),
        ("\x00", "not TOML"),
    ],
)
def test_what_is_no_scenario_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadScenario, match=r"^scenario.*: ") as caught:
        read_toml(text)
    assert reason in str(caught.value)
