"""Events and statements of a reading as TimeML 1.2.1: EVENT tags for the text, MAKEINSTANCE lines after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from detente.knowledge.loader import classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from detente.model.items import Event
    from detente.model.reading import Reading
    from detente.model.words import Words

#: Events of these types are acts that bring another event in: TimeML's I_ACTION.
_ACTS = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Tag:
    """One EVENT: where it stands in the text, its attributes, and those of its instance."""

    start: int
    end: int
    event: str
    instance: str


def event_tags(reading: Reading, taken: Iterable[tuple[int, int]]) -> list[Tag]:
    """EVENT tags in the order of the text, none over ``taken`` stretches (times) or over another tag."""
    free = sorted(taken)
    found: list[Tag] = []
    used: set[int] = set()
    for start, end, class_, values in sorted(_marks(reading), key=lambda mark: mark[:2]):
        if start in used or _overlaps(start, end, free) or (found and start < found[-1].end):
            continue
        used.add(start)
        number = len(found) + 1
        event = f'eid="e{number}" class="{class_}"'
        instance = " ".join(
            f"{name}={quoteattr(value)}"
            for name, value in {"eiid": f"ei{number}", "eventID": f"e{number}", **values}.items()
        )
        found.append(Tag(start, end, event, instance))
    return found


def _marks(reading: Reading) -> Iterator[tuple[int, int, str, dict[str, str]]]:
    """Where events stand, then cues of statements: where one word is both ("accused"), the event comes first."""
    for event in reading.events or ():
        if event.instance is not None:
            word = event.instance.word
            yield word.start, word.end, "I_ACTION" if event.type in _ACTS else "OCCURRENCE", _of_event(event)
    for statement in reading.statements or ():
        if statement.cue is not None and statement.cue.text.strip():
            yield *_last_word(statement.cue), "REPORTING", _of_cue(statement.cue.text)


def _of_event(event: Event) -> dict[str, str]:
    instance = event.instance
    assert instance is not None
    values = {"tense": instance.tense, "aspect": instance.aspect, "pos": instance.pos, "polarity": instance.polarity}
    return {**values, "modality": instance.modality} if instance.modality else {**values}


def _last_word(cue: Words) -> tuple[int, int]:
    """The word of a cue that carries it: the last of its first piece ("has said"), or the verb before a particle."""
    words = cue.parts[0].split()
    word = next((w for w in reversed(words) if _tense(w) is not None), words[-1])
    start = cue.start + cue.parts[0].rindex(word)
    return start, start + len(word)


def _of_cue(text: str) -> dict[str, str]:
    """The grammar of a cue by the forms of its words: a reading keeps no parse of statements."""
    words = text.lower().split()
    forms = _forms()
    tense = next((found for w in reversed(words) if (found := _tense(w)) is not None), None)
    aspect, polarity = "NONE", "POS"
    if any(w in forms["negations"] for w in words):
        polarity = "NEG"
    if tense is None:
        return {"tense": "NONE", "aspect": aspect, "pos": "NOUN", "polarity": polarity}
    if any(w in forms["future"] for w in words):
        tense = "FUTURE"
    elif any(w in forms["perfect"] for w in words):
        tense, aspect = ("PAST" if "had" in words else "PRESENT"), "PERFECTIVE"
    return {"tense": tense, "aspect": aspect, "pos": "VERB", "polarity": polarity}


def _tense(word: str) -> str | None:
    form = word.lower()
    forms = _forms()
    if form in forms["past"] or form.endswith("ed"):
        return "PAST"
    if form in forms["present"]:
        return "PRESENT"
    if form.endswith("ing"):
        return "PRESPART"
    return "INFINITIVE" if form in forms["bare"] else None


def _forms() -> Mapping[str, frozenset[str]]:
    return classes("en/events/verb_forms")


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in taken)
