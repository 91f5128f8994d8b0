"""``detente_parties``: who takes part in what a report tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from detente.reading import extensions
from detente.reading.parties.found import Found, read_hit
from detente.reading.parties.items import parties_of_report
from detente.reading.parties.lexicon import Lexicon
from detente.reading.parties.named_governments import NamedGovernments
from detente.reading.parties.oppositions import Oppositions
from detente.reading.parties.settle import settle

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Parties:
    """Finds states, organisations and groups in a report's prose, and tells governments from places.

    Sets ``doc._.detente_party_mentions`` and ``doc._.detente_parties``. Usable after any spaCy English pipeline with
    tagger and parser; entities are only a hint.
    """

    def __init__(self, nlp: Language) -> None:
        self._lexicon = Lexicon(nlp)
        self._governments = NamedGovernments(nlp.vocab.strings)
        self._oppositions = Oppositions(nlp.vocab.strings)

    def __call__(self, doc: Doc) -> Doc:
        """Read one report."""
        found = settle(doc, self._found(doc))
        doc._.detente_party_mentions = tuple(name.mention for name in found)
        doc._.detente_parties = parties_of_report(doc, found)
        return doc

    def _found(self, doc: Doc) -> list[Found]:
        orths = doc.to_array("ORTH").tolist()
        strings, hits = doc.vocab.strings, self._lexicon.hits
        found: list[Found] = []
        for sentence in extensions.sentences(doc):
            start = sentence.start
            for hit in hits(orths, start, sentence.end, strings):
                name = read_hit(doc, hit, start, found[-1] if found else None)
                if name is None:
                    continue
                # A wider noun phrase may take in the name before it: "the Chinese and Russian governments".
                while found and found[-1].mention.end > name.mention.start:
                    name = name.joined_to(found.pop())
                found.append(name)
        return self._oppositions.add(doc, orths, self._governments.add(doc, orths, found))


@Language.factory("detente_parties")
def _make(nlp: Language, name: str) -> Parties:  # noqa: ARG001
    return Parties(nlp)
