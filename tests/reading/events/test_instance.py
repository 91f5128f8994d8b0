"""Tense, aspect, modality and polarity of the word that carries an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event


@pytest.mark.parametrize(
    ("text", "instance"),
    [
        ("Togo attacked Ghana.", ("VERB", "PAST", "NONE", "POS", None)),
        ("Togo attacks Ghana.", ("VERB", "PRESENT", "NONE", "POS", None)),
        ("Togo will attack Ghana.", ("VERB", "FUTURE", "NONE", "POS", None)),
        ("Togo may attack Ghana.", ("VERB", "NONE", "NONE", "POS", "may")),
        ("Togo may have attacked Ghana.", ("VERB", "NONE", "PERFECTIVE", "POS", "may")),
        ("Togo has attacked Ghana.", ("VERB", "PRESENT", "PERFECTIVE", "POS", None)),
        ("Togo had attacked Ghana.", ("VERB", "PAST", "PERFECTIVE", "POS", None)),
        ("Togo is attacking Ghana.", ("VERB", "PRESENT", "PROGRESSIVE", "POS", None)),
        ("Togo has been attacking Ghana.", ("VERB", "PRESENT", "PERFECTIVE_PROGRESSIVE", "POS", None)),
        ("Togo did not attack Ghana.", ("VERB", "PAST", "NONE", "NEG", None)),
        ("Togo never attacked Ghana.", ("VERB", "PAST", "NONE", "NEG", None)),
        ("Togo was attacked by Ghana.", ("VERB", "PAST", "NONE", "POS", None)),
        ("Togo plans to attack Ghana.", ("VERB", "INFINITIVE", "NONE", "POS", None)),
        ("Togo kept attacking Ghana.", ("VERB", "PRESPART", "NONE", "POS", None)),
        ("The attack on Ghana was short.", ("NOUN", "NONE", "NONE", "POS", None)),
    ],
)
def test_how_an_event_is_worded(
    named: Callable[[str], tuple[Event, ...]], text: str, instance: tuple[str | None, ...]
) -> None:
    found = [event.instance for event in named(text) if event.type == "ASSAULT" or "attack" in event.what.text]
    assert [(each.pos, each.tense, each.aspect, each.polarity, each.modality) for each in found if each] == [instance]
