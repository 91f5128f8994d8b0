"""The whole way to events: spaCy, then the components that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.date import Date

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    from detente.model.items import Event


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], tuple[Event, ...]]:
    """The events of a text."""
    import detente.reading.attribution
    import detente.reading.events
    import detente.reading.parties
    import detente.reading.people
    import detente.reading.time  # noqa: F401

    components = [nlp.create_pipe(f"detente_{name}") for name in ("times", "parties", "people", "statements", "events")]

    def events(text: str) -> tuple[Event, ...]:
        doc = _read(nlp, components, text)
        found: tuple[Event, ...] = doc._.detente_events
        return found

    return events


@pytest.fixture(scope="session")
def named(nlp: Language, read: Callable[[str], tuple[Event, ...]]) -> Callable[[str], tuple[Event, ...]]:  # noqa: ARG001
    """Every happening that a text names by the lexicon, filed or not."""
    from detente.reading.events.finder import found_in

    components = [nlp.create_pipe(f"detente_{name}") for name in ("times", "parties", "people", "statements")]
    return lambda text: tuple(found.event for found in found_in(_read(nlp, components, text)) if found.trigger.listed)


@pytest.fixture(scope="session")
def parsed(nlp: Language, read: Callable[[str], tuple[Event, ...]]) -> Callable[[str], Doc]:  # noqa: ARG001
    """A text as events get it: with times, parties, people and statements."""
    components = [nlp.create_pipe(f"detente_{name}") for name in ("times", "parties", "people", "statements")]
    return lambda text: _read(nlp, components, text)


def _read(nlp: Language, components: list[Callable[[Doc], Doc]], text: str) -> Doc:
    doc = nlp(text)
    doc._.detente_key = "report"
    doc._.detente_published = Date.parse("2021-05-12")
    for component in components:
        doc = component(doc)
    return doc
