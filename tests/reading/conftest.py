"""The whole way to events: spaCy, then the components that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.date import Date

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

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
        doc = nlp(text)
        doc._.detente_key = "report"
        doc._.detente_published = Date.parse("2021-05-12")
        for component in components:
            doc = component(doc)
        found: tuple[Event, ...] = doc._.detente_events
        return found

    return events
