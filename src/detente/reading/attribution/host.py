"""Who a bare office is in the account of a talk between two of that office: he whose account it is.

"Readout of President Moyo's call with President Banda": "the President" is President Moyo, whoever was named last.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from detente.model.report import Zone
from detente.reading.english.documents import document
from detente.reading.english.grammar import THE
from detente.reading.extensions import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.attribution.speakers import Speaker, Speakers

_TWO = 2


class Host:
    """The first of the two people whom the title of an account names, where both hold the same office."""

    def __init__(self, doc: Doc, speakers: Speakers) -> None:
        self._speakers = speakers
        told = document(doc)
        title = next(sentences(doc, Zone.HEADLINE), None) if told is not None and told.kind == "account" else None
        named = speakers.within(title.start_char, title.end_char) if title is not None else []
        people = list(dict.fromkeys(person for mention in named for person in mention.people))
        self._two = _two(doc, speakers) if told is not None and told.kind == "account" else ()
        self._person = people[0] if len(people) == _TWO else None
        offices = [(speakers.cited.people[each].office or "").casefold() for each in people[:_TWO]]
        self._shared = {word for word in offices[0].split() if word in offices[1].split()} if self._person else set()

    def asks(self, hearer: Token) -> Speaker | None:
        """Who asks something of one of the two, where nobody is named who does: the other."""
        mention = self._speakers.at(hearer)
        if mention is None or len(self._two) != _TWO or not set(mention.people) & set(self._two):
            return None
        return self._speakers.person(next(each for each in self._two if each not in mention.people))

    def meant(self, head: Token, source: tuple[int, int], who: Speaker) -> Speaker:
        """Who a source is: the host where it is nothing but the office that both hold, else as it was."""
        bare = source[1] - source[0] == _TWO and head.doc[source[0]].lower_ in THE and head.lower_ in self._shared
        return self._speakers.person(self._person) if bare and self._person is not None else who


def _two(doc: Doc, speakers: Speakers) -> tuple[str, ...]:
    """The first two people whom a text names."""
    named = (person for mention in speakers.within(0, len(doc.text)) for person in mention.people)
    return tuple(islice(dict.fromkeys(named), _TWO))
