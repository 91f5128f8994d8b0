"""Deals: what all prefer to now, whether it holds, and who would not deliver last."""

from __future__ import annotations

from detente.scenario.board import Board
from detente.scenario.deals import Deal, deals, unwilling
from detente.scenario.solution import solve
from detente.scenario.toml_file import read_toml
from detente.scenario.words.document import write
from detente.scenario.words.report import report

SWAP = """\
format = "scenario/1"
now = []
[[party]]
id = "north"
wants = ["release", "not withdraw"]
options = { withdraw = "Withdraw the guns" }
[[party]]
id = "south"
wants = ["withdraw", "not release"]
options = { release = "Release the crew" }
"""


def _deals(text: str) -> list[Deal]:
    return deals(solve(read_toml(text)))


def _unwilling(text: str, deal: int) -> tuple[tuple[int, int], ...]:
    return unwilling(Board.of_scenario(read_toml(text)), deal)


def test_a_deal_that_both_would_break() -> None:
    (deal,) = _deals(SWAP)
    assert deal.state == 3
    assert deal.holds == ("gmr", "smr", "seq", "sseq", "sim")
    assert deal.leaving == (0, 1)
    assert _unwilling(SWAP, 3) == ((0, 2), (1, 1))  # each would rather have the other's deed alone


def test_a_deed_that_is_not_undone_is_not_left_but_still_not_done_last() -> None:
    text = SWAP.replace('"Withdraw the guns"', '{ text = "Withdraw the guns", moves = "take" }')
    (deal,) = _deals(text)
    assert deal.leaving == (1,)
    assert [party for party, _ in _unwilling(text, deal.state)] == [0, 1]


def test_the_report_says_who_would_not_deliver() -> None:
    text = " ".join(write(report(solve(read_toml(SWAP)))).split())
    assert "One joint move is better for both" in text
    assert "North would not deliver last: once all others have, it prefers state 3" in text
    assert "South would not deliver last: once all others have, it prefers state 2" in text


def test_no_now_no_deal() -> None:
    assert _deals(SWAP.replace("now = []\n", "")) == []
