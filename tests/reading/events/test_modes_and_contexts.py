"""Mode and context of PLOVER 2.0, where the words give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.reading.events.context import context_names, contexts
from detente.reading.events.lexicon import TYPES, lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event

    Read = Callable[[str], tuple[Event, ...]]

EXAMPLES = [(kind, mode, text) for kind in TYPES for mode, text in lexicon().types[kind].modes.items()]
CONTEXTS = {
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
}  # fmt: skip


@pytest.mark.parametrize("kind", TYPES)
def test_the_example_of_a_type_is_an_event_of_it(read: Read, kind: str) -> None:
    assert kind in [event.type for event in read(lexicon().types[kind].example)]


@pytest.mark.parametrize(("kind", "mode", "text"), EXAMPLES)
def test_the_example_of_a_mode_is_an_event_of_it(read: Read, kind: str, mode: str, text: str) -> None:
    assert (kind, mode) in [(event.type, event.mode) for event in read(text)], text


def test_the_contexts_are_those_of_the_manual() -> None:
    assert set(context_names()) == CONTEXTS


@pytest.mark.parametrize("name", context_names())
def test_the_example_of_a_context_has_it(read: Read, name: str) -> None:
    text = contexts()[name].example
    assert any(name in event.context for event in read(text)), text


def test_a_context_is_that_of_the_event_s_own_clause(read: Read) -> None:
    expelled, signed = read("Chad expelled an envoy of Niger. Togo and Ghana signed a pact on fishing.")
    assert expelled.context == ("diplomatic",)
    assert signed.context == ("natural_resource",)


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Kenya demanded that Somalia release the pilots.", "REQUEST", "yield"),
        ("Kenya said that Somalia must withdraw its troops.", "REQUEST", "yield"),
        ("Fiji urged Tonga to send doctors.", "REQUEST", "assist"),
        ("Fiji will not meet the envoys of Tonga.", "REJECT", "meet"),
        ("Peru refused to release the sailors of Chile.", "REJECT", "yield"),
        ("Qatar will expel the envoys of Egypt.", "THREATEN", "expel"),
        ("Gabon threatened to arrest the ministers of Congo.", "THREATEN", "arrest"),
    ],
)
def test_the_mode_of_words_is_what_they_are_about(read: Read, text: str, kind: str, mode: str) -> None:
    assert (kind, mode) in [(event.type, event.mode) for event in read(text)]
