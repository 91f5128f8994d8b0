"""Who speaks for nobody but himself: an analyst, a lawyer, a critic, a retired general.

In goes a resolved source with its words, out comes the same without a party where the words say so; whom they say it
of keeps it through the report.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.reading.attribution.speakers import Speaker, Speakers

_TABLE = "en/attribution/private"


class Private:
    """Keeps who of a report speaks for himself."""

    def __init__(self, doc: Doc, speakers: Speakers) -> None:
        self._doc = doc
        self._people: set[str] = set()  #: ids
        self._official: set[str] = set()  #: ids of those who hold an office, or several
        for id_, person in speakers.cited.people.items():
            office = {word.strip(".,").lower() for word in (person.office or "").split()}
            if self._is(office, office):
                self._people.add(id_)
            elif office:
                self._official.add(id_)

    def alone(self, who: Speaker, source: tuple[int, int], head: int) -> Speaker:
        """The speaker, for nobody if he speaks for himself."""
        if who.who is None or who.is_party or who.several:
            return who
        if who.person and who.who.id in self._people:
            return replace(who, party=None)
        phrase = self._doc[source[0] : source[1]]
        lemmas = {token.lemma_.lower() for token in phrase} if who.person else {self._doc[head].lemma_.lower()}
        around = {token.lower_ for token in phrase}
        if who.person and who.who.id in self._official:  # "Gatete, the minister, a lawyer by training"
            lemmas = set()
            around = set() if around & words(_TABLE, "now") else around
        unnamed = not who.person and bool(lemmas & words(_TABLE, "unnamed"))
        if not self._is(lemmas, around, unnamed=unnamed):
            return who
        if who.person and who.who.id is not None:
            self._people.add(who.who.id)
        return replace(who, party=None)

    def _is(self, nouns: set[str], around: set[str], *, unnamed: bool = False) -> bool:
        """Whether nouns and the words around them make somebody private; not the lawyers of a government."""
        if around & words(_TABLE, "official"):
            return False
        return unnamed or bool(nouns & words(_TABLE, "nouns")) or bool(around & words(_TABLE, "retired"))
