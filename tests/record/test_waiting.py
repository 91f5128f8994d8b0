"""The queue: first come, first read; what was begun by a process that ended has failed."""

from __future__ import annotations

from detente.record import waiting
from detente.record.store import Store

AT = "2030-01-01T00:00:00Z"


def give(store: Store, *places: str) -> None:
    with store.writing() as connection:
        for place in places:
            waiting.give(connection, place, place, "ana", AT, "Dispute")


def test_the_first_is_read_first_and_once(empty: Store) -> None:
    give(empty, "a", "b")
    with empty.writing() as connection:
        taken = [waiting.next_one(connection) for _ in range(3)]
    assert [one and one.place for one in taken] == ["a", "b", None]


def test_what_came_of_it_is_kept(empty: Store) -> None:
    give(empty, "a")
    with empty.writing() as connection:
        one = waiting.next_one(connection)
        assert one is not None
        waiting.done(connection, one, {"new": 2}, ("report-1", "report-2"))
        assert not waiting.is_anything(connection)
    with empty.reading() as connection:
        (found,) = waiting.every(connection)
    assert (found.state, found.counts, found.reports, found.is_open) == (
        "done",
        {"new": 2},
        ("report-1", "report-2"),
        False,
    )


def test_what_was_broken_off_has_failed_and_what_waits_stays(empty: Store) -> None:
    give(empty, "a", "b")
    with empty.writing() as connection:
        waiting.next_one(connection)
        waiting.broken_off(connection, "ended")
        states = {one.place: (one.state, one.reason) for one in waiting.every(connection)}
    assert states == {"a": ("failed", "ended"), "b": ("waiting", None)}
