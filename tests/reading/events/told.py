"""A text -> lines that say what happens in it: the format of ``told.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.events.finder import found_in
from tests.reading.passage import doc_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from detente.model.items import Event
    from detente.model.references import Reference

_SECTIONS = ("times", "parties", "people", "statements")


def told(nlp: Language, text: str) -> Iterator[str]:
    """A line a happening that the lexicon names, filed or not: words, source > target, type and mode, the rest."""
    doc = doc_of(nlp, text, _SECTIONS)
    for event in (each.event for each in found_in(doc) if each.trigger.listed):
        words = " … ".join(
            doc._.detente_text[a:b] for a, b in event.what.spans or ((event.what.start, event.what.end),)
        )
        kind = " ".join(each for each in (event.type, event.mode) if each) or "-"
        yield f"E {words} | {_side(event.source)} > {_side(event.target)} | {kind} | {_rest(event)}".rstrip(" |")


def _side(who: Iterable[Reference]) -> str:
    return ", ".join(each.id or each.name if each.kind == "party" else each.name for each in who) or "-"


def _rest(event: Event) -> str:
    """What else is known of an event, in a fixed order; what is inferred with a star."""
    inferred = {each.field for each in event.inferred}
    known = {
        "status": event.status if event.status != "occurred" else None,
        "date": event.date and str(event.date.edtf),
        "place": event.place,
        "people": _side(event.people) if event.people else None,
        "by": _side([event.by]) if event.by is not None else None,
        "said": "so" if event.statement is not None else None,
        "with": ", ".join(f"{role.role} {_side([role.who])}" for role in event.roles),
        "source": "implied" if "source" in inferred else None,
        "target": "implied" if "target" in inferred else None,
    }
    return ", ".join(
        f"{name} {value}{'*' if name == 'date' and name in inferred else ''}" for name, value in known.items() if value
    )
