"""The traits of candidates, by which it is decided whether they are filed: one row a trait, with and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.events.filing import filed, with_traits
from detente.reading.events.finder import find_events, found_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

_CASES = [
    # (trait, a text in which the last happening of the lexicon has it, one in which it does not)
    ("repeated", "Togo attacked Ghana. Togo attacked Ghana.", "Togo attacked Ghana. Mali attacked Ghana."),
    ("lead", "Togo attacked Ghana.", "Rain fell. Snow fell. Hail fell. Togo attacked Ghana."),
    ("dated", "Togo attacked Ghana on 3 May 2021.", "Togo attacked Ghana."),
    ("placed", "Togo met Ghana in Lima.", "Togo met Ghana."),
    ("passive", "Togo was attacked by Ghana.", "Ghana attacked Togo."),
    ("form=NOUN", "The attack on Togo was short.", "Togo met Ghana."),
    ("type=ASSAULT", "Togo attacked Ghana.", "Togo met Ghana."),
    ("status=denied", "Togo did not attack Ghana.", "Togo attacked Ghana."),
    ("told=act", "Togo demanded that Ghana leave.", "Togo attacked Ghana."),
    ("told=by", "Mali said Togo attacked Ghana.", "Togo attacked Ghana."),
    ("told=report", "Togo attacked Ghana.", "Mali said Togo attacked Ghana."),
    ("source=party", "Togo attacked Ghana.", "Gunmen attacked Ghana."),
    ("source=described", "Gunmen attacked Ghana.", "Togo attacked Ghana."),
    ("target=party", "Togo attacked Ghana.", "Togo shot two herders."),
    ("target=described", "Togo shot two herders.", "Togo attacked Ghana."),
    ("target=nobody", "Togo signed the pact.", "Togo attacked Ghana."),
    ("type=COERCE mode=arrest", "Togo arrested two Ghanaians.", "Togo seized a Ghanaian boat."),
    ("clause=ROOT", "Togo attacked Ghana.", "Mali said Togo attacked Ghana."),
    ("clause=ccomp", "Mali said Togo attacked Ghana.", "Togo attacked Ghana."),
    ("noun=singular definite", "The attack on Togo was short.", "An attack on Togo was short."),
    ("noun=singular indefinite", "An attack on Togo was short.", "The attack on Togo was short."),
    ("noun=plural bare", "Attacks on Togo were short.", "The attacks on Togo were short."),
    ("noun=owned", "Togo's attack was short.", "The attack on Togo was short."),
    ("noun after of", "Mali told of an attack on Togo.", "Mali feared an attack on Togo."),
    ("noun of fear", "Mali feared an attack on Togo.", "Mali told of an attack on Togo."),
    ("people", "Ana Ruiz met Luis Soto of Peru.", "Togo met Ghana."),
]  # fmt: skip


def _last(parsed: Callable[[str], Doc], text: str) -> list[str]:
    listed = [its for found, its in with_traits(found_in(parsed(text))) if found.trigger.listed]
    return listed[-1]


@pytest.mark.parametrize(("trait", "text", "other"), _CASES, ids=[case[0] for case in _CASES])
def test_a_trait(parsed: Callable[[str], Doc], trait: str, text: str, other: str) -> None:
    assert trait in _last(parsed, text)
    assert trait not in _last(parsed, other)


def test_only_what_somebody_has_part_in_is_weighed(parsed: Callable[[str], Doc]) -> None:
    found = found_in(parsed("Togo attacked Ghana. The attack was short. A protest was held."))
    weighed = [m for m, _ in with_traits(found)]
    assert [m for m in found if m.event.source or m.event.target or m.event.people] == weighed
    assert len(weighed) < len(found)


def test_what_is_filed_is_an_event(parsed: Callable[[str], Doc]) -> None:
    doc = parsed("Togo attacked Ghana on 3 May 2021. Togo may think of a protest.")
    events = find_events(doc)
    assert [event.type for event in events] == ["ASSAULT"]
    assert [m.event for m in filed(found_in(doc))] == list(events)
