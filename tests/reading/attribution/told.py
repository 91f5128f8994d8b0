"""A text -> lines that say who says what in it: the format of ``told.txt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reading.passage import doc_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from detente.model.items import Statement
    from detente.model.references import Reference

_SECTIONS = ("times", "parties", "people", "statements")


def told(nlp: Language, text: str) -> Iterator[str]:
    """A line a statement: speaker (party), manner, words, then what else is known of it, by name."""
    doc = doc_of(nlp, text, _SECTIONS)
    for said in doc._.detente_statements:
        content = " … ".join(" ".join(doc._.detente_text[a:b].split()) for a, b in _pieces(said))
        whose = f"{_name(said.speaker)} ({said.party or '-'})"
        yield f"S {whose} | {said.manner} | {content or '-'} | {_rest(said)}".rstrip(" |")


def _pieces(said: Statement) -> tuple[tuple[int, int], ...]:
    if said.content is None:
        return ()
    return said.content.spans or ((said.content.start, said.content.end),)


def _name(who: Reference | None) -> str:
    return "?" if who is None else (who.id or who.name) if who.kind == "party" else who.name


def _rest(said: Statement) -> str:
    """What else is known of a statement, in a fixed order; what is inferred with a star."""
    inferred = {each.field for each in said.inferred}
    cue = said.cue.text if said.cue is not None else None
    known = {
        "cue": cue,
        "act": said.act,
        "to": _name(said.addressee) if said.addressee is not None else None,
        "date": said.date and str(said.date.edtf),
        "at": said.venue,
        "via": said.relay,
        "not": "said" if said.polarity == "negated" else None,
        "perhaps": ", ".join(each.text for each in said.hedges),
        "each": ", ".join(map(_name, said.speakers)),
        "chain": "; ".join(f"{_name(link.speaker)} {link.content.text}" for link in said.chain),
        "if": said.condition.text if said.condition is not None else None,
        "quoted": "; ".join(each.text for each in said.quoted) if said.manner == "mixed" else None,
        "unnamed": "yes" if said.anonymous else None,
    }
    field = {"to": "addressee", "at": "venue"}
    return ", ".join(
        f"{name} {value}{'*' if field.get(name, name) in inferred else ''}" for name, value in known.items() if value
    )
