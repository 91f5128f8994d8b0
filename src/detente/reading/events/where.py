"""The place of an event, and what it rests on: its own clause, the city of the dateline, or what was told before.

In go a trigger and the events before it, out come the place's name and what of it was inferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words as word_class
from detente.model.inference import Inference
from detente.model.report import Zone
from detente.model.words import Words
from detente.reading.english.clauses import is_definite, patients, preps
from detente.reading.events.place import AT, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span

    from detente.model.items import Event
    from detente.reading.events.same import Mentioned
    from detente.reading.events.triggers import Trigger

_HERE = word_class("en/events/places", "here")
_OCCASIONS = frozenset({"CONSULT", "COOPERATE", "PROTEST"})  # "the talks" are where they were told to be
_LETTERS = 3  # of an abbreviation, which stays in capitals


def placed(text: str, trigger: Trigger, before: Iterable[Mentioned]) -> tuple[str | None, tuple[Inference, ...]]:
    """The place as the report names it, and what it rests on where the event's own clause does not name it."""
    if (named := place_of(trigger)) is not None:
        return _name(text, named), ()
    if (here := _here(trigger)) is not None:
        return _name(text, here), (Inference("place", "context", Words.at(text, here.start_char, here.end_char)),)
    if (again := _again(trigger, before)) is not None:
        return again.place, (Inference("place", "context", again.evidence),)
    return None, ()


def _name(text: str, named: Span) -> str:
    """One in capitals, as of a dateline, in small letters."""
    name = text[named.start_char : named.end_char]
    return name.title() if name.isupper() and len(name) > _LETTERS else name


def _here(trigger: Trigger) -> Span | None:
    """The city of the dateline, where the event's clause says "here"."""
    doc = trigger.token.doc
    words = {trigger.token.i, trigger.name.i}
    said = [word for word in trigger.token.sent if word.lower_ in _HERE]
    if not any(words & {word.head.i, word.head.head.i} for word in said):  # "ended the talks here"
        return None
    zone = next((each for each in doc._.detente_zones or () if each.zone is Zone.DATELINE), None)
    line = doc.char_span(zone.start, zone.end, alignment_mode="expand") if zone is not None else None
    if line is None:
        return None
    end = next((t.i for t in line if not t.is_alpha), line.end)
    return doc[line.start : end] if end > line.start else None


def _again(trigger: Trigger, before: Iterable[Mentioned]) -> Event | None:
    """The event before it that has its place, where it happens at one that was told: "arrived at the talks"."""
    held = [told for told in before if told.event.place is not None and told.event.type in _OCCASIONS]
    if not held:
        return None
    stands = (trigger.name, *patients(trigger.token), *(o for _, o in preps(trigger.token, *AT)))
    occasions = {word.lemma_ for word in stands if is_definite(word)}
    named = (
        told.event for told in held if any(w.lemma_ in occasions for w in (told.trigger.name, *told.trigger.words))
    )
    return next(named, None)
