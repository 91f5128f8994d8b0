"""The annotated events of a report: a Doc and its gold -> which one some words are, and how far an event is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.reading.events.roles import MUTUAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from detente.model.items import Event
    from detente.model.references import Reference


def spans(text: str, words: Any) -> list[tuple[int, int]]:
    """Where annotated words stand."""
    if isinstance(words, dict):
        start = text.find(words["start"])
        end = text.find(words["end"], start)
        return [(start, end + len(words["end"]))] if start >= 0 and end >= 0 else []
    at = text.find(words)
    return [(at, at + len(words))] if at >= 0 else []


def plain(party: str) -> str:
    """A party's id as annotators may write it: "Hamas" is HAMAS."""
    return party.upper().replace(" ", "-")


def several(value: Any) -> list[Any]:
    """One value, or a list of which any is right."""
    return value if isinstance(value, list) else [value]


def is_mutual(event: dict[str, Any]) -> bool:
    """Whether who does it and whom it is done to are told together."""
    return bool(event["who"]) and (not event["to"] or bool(MUTUAL.intersection(several(event.get("type")))))


class Annotated:
    """The annotated events of one report."""

    def __init__(self, doc: Doc, gold: dict[str, Any]) -> None:
        self.group = str(gold["source"]["dispute"])
        self._events = [
            (*span, event)
            for event in gold["events"]
            for words in (event["what"], *event.get("also", ()))
            for span in spans(doc._.detente_text, words)
        ]
        names = {name.lower(): party["id"] for party in gold["parties"] for name in (party["id"], *party["names"])}
        self._ids = {party.id: names.get(party.name.lower(), party.id) for party in doc._.detente_parties}
        self._names = names

    def at(self, start: int, end: int) -> dict[str, Any] | None:
        """The annotated event whose words are most those of a happening: half of the one within the other, or more."""
        best, most = None, 0.0
        for first, last, event in self._events:
            shared = min(last, end) - max(first, start)
            if shared >= 0.5 * min(last - first, end - start) and shared / max(last - first, end - start) > most:
                best, most = event, shared / max(last - first, end - start)
        return best

    def party(self, party: str) -> str:
        """A party as the annotators call it."""
        return plain(self._ids.get(party, party))

    def rightness(self, event: Event, gold: dict[str, Any]) -> float:
        """The mean over type, sides and status, each 0 to 1, of those that are annotated."""
        who, to = (set(map(plain, gold[side])) for side in ("who", "to"))
        source, target = self._side(event.source), self._side(event.target)
        marks = [float(event.status in several(gold["status"]))]
        if gold.get("type"):
            marks.append(float(event.type in several(gold["type"])))
        if is_mutual(gold):
            marks.append(f1(who | to, source | target))
        else:
            marks += [f1(wanted, got) for wanted, got in ((who, source), (to, target)) if wanted]
        return sum(marks) / len(marks)

    def _side(self, side: Iterable[Reference]) -> set[str]:
        """The parties of a side; who is only described counts where the annotators list him under such a name."""
        return {self.party(who.id) if who.id else plain(self._names.get(who.name.lower(), who.name)) for who in side}


def f1(wanted: set[str], got: set[str]) -> float:
    """Of two sets."""
    shared = len(wanted & got)
    return 2 * shared / (len(wanted) + len(got)) if shared else float(not wanted and not got)
