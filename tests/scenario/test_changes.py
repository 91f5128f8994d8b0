"""Changes of wants, asked for in words."""

from __future__ import annotations

import pytest

from detente.errors import UsageError
from detente.scenario.changes import asked_for
from detente.scenario.toml_file import read_toml

SCENARIO = read_toml("""\
format = "scenario/1"
[[party]]
id = "north"
wants = ["a", "b", "not c"]
options = { a = "A", b = "B" }
[[party]]
id = "south"
ranking = [["NNN", "YNN", "NYN", "YYN", "NNY", "YNY", "NYY", "YYY"]]
options = { c = "C" }
""")


@pytest.mark.parametrize(
    ("asked", "how", "wants"),
    [
        ("north: not c > a", "above", ["not c", "a", "b"]),
        ("north: a < not c", "below", ["b", "not c", "a"]),
        ("north: b first", "above", ["b", "a", "not c"]),
        ("north: a last", "below", ["b", "not c", "a"]),
        ("north: drop b", "dropped", ["a", "not c"]),
        ("north: without b", "dropped", ["a", "not c"]),
        ("north: #3 > #1", "above", ["not c", "a", "b"]),
        ("north: c > b", "added", ["a", "c", "b", "not c"]),
        ("north: a iff c last", "added", ["a", "b", "not c", "a iff c"]),
        ("north: drop a; b last", "below", ["not c", "b"]),
    ],
)
def test_changes(asked: str, how: str, wants: list[str]) -> None:
    change = asked_for([asked], SCENARIO)[-1]
    assert (change.how, [want.text for want in change.wants]) == (how, wants)
    assert change.apply(SCENARIO).parties[0].wants == change.wants


def test_several_are_made_one_after_another() -> None:
    first, second = asked_for(["north: drop a", "north: b last"], SCENARIO)
    assert [want.text for want in first.wants] == ["b", "not c"]
    assert [want.text for want in second.wants] == ["not c", "b"]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("nort: drop a", "did you mean 'north'?"),
        ("drop a", "what-if begins with a party and a colon"),
        ("south: drop c", "'south' has a ranking of states instead"),
        ("north:", "what-if needs a change after the colon"),
        ("north: a", "'a' is no change; say 'A > B'"),
        ("north: d > a", "no option 'd'"),
        ("north: a > c", "'c' is not among the wants of 'north'; there are #1 'a', #2 'b', #3 'not c'"),
        ("north: a > a", "'a' stands on both sides of '>'"),
        ("north: drop c", "'c' is not among the wants"),
        ("north: #4 first", "'north' has no want #4"),
        ("north: (a first", "an unclosed bracket"),
    ],
)
def test_what_is_no_change_is_refused(asked: str, reason: str) -> None:
    with pytest.raises(UsageError) as caught:
        asked_for([asked], SCENARIO)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
