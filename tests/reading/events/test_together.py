"""Whom groups of two mean, and who is no side of what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event
    from detente.model.references import Reference

    Read = Callable[[str], tuple[Event, ...]]


def ids(who: tuple[Reference, ...]) -> tuple[str | None, ...]:
    return tuple(each.id for each in who)


def last(found: tuple[Event, ...]) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    return ids(found[-1].source), ids(found[-1].target)


@pytest.mark.parametrize("group", ["The Parties", "The delegations"])
def test_a_group_of_two_is_who_last_acted_together(read: Read, group: str) -> None:
    found = read(f"Delegations of Laos and Nepal met in Doha. {group} condemned the raid.")
    assert [set(ids(e.source)) for e in found if e.type == "ACCUSE"] == [{"LAO", "NPL"}]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Ghana and Togo held talks in Djibouti on 8 May.", ("GHA", "TGO"), ()),
        ("Kenya discussed the dam in Ethiopia with Sudan.", ("KEN",), ("SDN",)),
        ("Ghana and Togo, meeting in Lima, have agreed to open the border.", ("GHA", "TGO"), ()),
        ("Oman launched a mediation effort between Iran and Iraq.", ("OMN",), ("IRN", "IRQ")),
        ("Oman urged Iran to suspend the fines and called on Iraq to wait.", ("OMN",), ("IRQ",)),
        ("Bolivia will rebuff Sweden.", ("BOL",), ("SWE",)),
    ],
)
def test_roles(read: Read, text: str, source: tuple[str, ...], target: tuple[str, ...]) -> None:
    assert last(read(text)) == (source, target)


def test_who_condemns_did_not_do_it(read: Read) -> None:
    found = read("Colombia condemned the arrests.")
    assert not any(e.type == "COERCE" and e.source for e in found)


def test_the_name_of_a_treaty_is_nobody(read: Read) -> None:
    (event,) = read("Norway rejected the Russia Treaty.")
    assert event.target == ()
