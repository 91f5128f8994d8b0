"""What goes out as a calendar keeps its UID and counts its changes, whatever is read later."""

from __future__ import annotations

import pytest

from detente.record.calendars import Entry, Issued, issue
from detente.record.store import Store

TWO = [Entry(("b", "c"), "scheduled 2031-05-04"), Entry(("x",), "scheduled 2031-06-01")]
ROUNDS: list[tuple[list[Entry], list[Issued]]] = [
    (TWO, [Issued("b", 0), Issued("x", 0)]),
    (TWO, [Issued("b", 0), Issued("x", 0)]),
    ([Entry(("a", "b", "c"), "postponed 2031-05-09")], [Issued("b", 1)]),  # an earlier report was added, and it moved
    ([Entry(("a",), "postponed 2031-05-09"), Entry(("q",), "scheduled 2031-07-01")], [Issued("b", 1), Issued("q", 0)]),
    ([Entry(("a", "b", "c", "x"), "held 2031-05-09")], [Issued("b", 2)]),  # two have become one
]  # fmt: skip


def test_an_entry_keeps_its_uid_and_counts_what_changes(empty: Store) -> None:
    for entries, given in ROUNDS:
        with empty.writing() as connection:
            assert issue(connection, "river", entries) == given


def test_two_entries_never_go_out_under_one_uid(empty: Store) -> None:
    with empty.writing() as connection:
        issue(connection, "river", [Entry(("a", "b"), "scheduled")])
        given = issue(connection, "river", [Entry(("a",), "scheduled"), Entry(("b",), "scheduled")])
    assert [one.uid for one in given] == ["a", "b"]


@pytest.mark.parametrize("other", ["sea", ""])
def test_each_dispute_counts_for_itself(empty: Store, other: str) -> None:
    with empty.writing() as connection:
        issue(connection, "river", [Entry(("a",), "scheduled")])
        assert issue(connection, other, [Entry(("a",), "held")]) == [Issued("a", 0)]
