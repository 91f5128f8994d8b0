"""Where an event takes place: where somebody goes, what he leaves, a place that the parser hung elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event

    Read = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Ghana dispatched two battalions to Mali on Monday.", "MOBILIZE", "Mali"),
        ("The army withdrew from Chad, and Niger deployed troops into Benin.", "MOBILIZE", "Benin"),
        ("Rebels attacked a convoy of trucks of the army in Chad.", "ASSAULT", "Chad"),
        ("Togo urged Ghana to open its embassy, which stands in Lima.", "REQUEST", None),
        ("Peru praised the talks.", "SUPPORT", None),
    ],
)
def test_place(named: Read, text: str, type_: str, place: str | None) -> None:
    assert [event.place for event in named(text) if event.type == type_] == [place]
