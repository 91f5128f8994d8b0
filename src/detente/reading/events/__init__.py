"""Events: what happened, is due or was denied, between whom, by the types of PLOVER 2.0.

``nlp.add_pipe("detente_events")`` sets ``doc._.detente_events`` to :class:`~detente.model.items.Event` items in text
order. Dates come from ``detente_times``, actors from the mentions that ``detente_parties`` and ``detente_people`` left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from detente.reading.events.finder import find_events
from detente.reading.extensions import register, require

if TYPE_CHECKING:
    from spacy.tokens import Doc

register()

__all__ = ["EventComponent", "find_events"]


class EventComponent:
    """The spaCy component; holds nothing of its own."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.detente_events``. Raises MissingComponent without times, parties and people."""
        require(doc, "events")
        doc._.detente_events = find_events(doc) if doc.has_annotation("DEP") else ()
        return doc


@Language.factory("detente_events")
def create_events(nlp: Language, name: str) -> EventComponent:  # noqa: ARG001
    """The component, for ``nlp.add_pipe``."""
    return EventComponent()
