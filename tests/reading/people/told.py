"""A text -> lines that say what is read of its people: the format of ``told.txt``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.reading.passage import doc_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

_KINDS = {"title", "pronoun", "group", "counterpart", "seat"}


def told(nlp: Language, text: str) -> Iterator[str]:
    """A line a person (name, party, offices, what its party rests on), then one a mention that stands for somebody."""
    doc = doc_of(nlp, text, ("parties", "people"))
    names = {person.id: person.name for person in doc._.detente_people}
    for person in doc._.detente_people:
        basis = "".join(f" ({each.basis})" for each in person.inferred)
        yield f"P {person.name} | {person.party or '-'}{basis} | {'; '.join(person.offices) or '-'}"
    for mention in doc._.detente_mentions:
        if mention.kind in _KINDS:
            whom = [names[id_] for id_ in mention.people] or list(mention.parties)
            yield re.sub(r"\s+", " ", f"M {doc._.detente_text[mention.start : mention.end]} = {', '.join(whom)}")
