"""The spaCy component ``detente_pressures``: what presses on whom, as ``Pressure`` items."""

from __future__ import annotations

from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

from detente.model.items import Pressure
from detente.model.references import Reference
from detente.model.words import Words
from detente.reading.cited import Cited
from detente.reading.english.cast import acts_for
from detente.reading.english.mentions import mention_at
from detente.reading.extensions import anchors, register, require, sentences, words
from detente.reading.pressures.candidates import Candidate, candidates
from detente.reading.pressures.features import Surroundings
from detente.reading.pressures.lexicon import lexicon
from detente.reading.pressures.likely import is_likely
from detente.reading.pressures.spans import Stretch
from detente.reading.within import Within

register()
_SUBJECTS = ("nsubj", "nsubjpass", "poss")


@Language.factory("detente_pressures", assigns=["doc._.detente_pressures"], requires=["token.dep", "token.lemma"])
def _pressures(nlp: Language, name: str) -> Pressures:  # noqa: ARG001 - the factory's signature is spaCy's
    return Pressures()


class Pressures:
    """Finds pressures. Reads parties, people and statements; sets ``doc._.detente_pressures``."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its pressures. Raises MissingComponent without parties, people and statements."""
        require(doc, "pressures")
        identity, cited, around = anchors(doc), Cited(doc), Within(doc)
        found = []
        for sentence in sentences(doc):
            possible = candidates(sentence)
            for rank, each in enumerate(possible):
                by = around.said_by(sentence, each.at.idx)
                if not is_likely(each, Surroundings(len(possible), rank, by is not None)):
                    continue
                cause, effect, cue = (_words(doc, stretch) for stretch in (each.cause, each.effect, each.cue))
                found.append(
                    Pressure(
                        id=identity.at("pressure", each.at.idx),
                        cause=cause,
                        effect=effect,
                        direction=each.direction,
                        on=_on(doc, cited, each),
                        cue=cue,
                        status=_status(each, by),
                        by=by,
                        evidence=_evidence(doc, each),
                    )
                )
        doc._.detente_pressures = tuple(found)
        return doc


def _words(doc: Doc, stretch: Stretch) -> Words:
    start, end = stretch
    return words(doc, doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def _evidence(doc: Doc, each: Candidate) -> Words:
    stretches = (each.cause, each.effect, each.cue)
    return _words(doc, (min(start for start, _ in stretches), max(end for _, end in stretches)))


def _status(each: Candidate, by: Reference | None) -> Literal["told", "reported", "hypothetical"]:
    """Hypothetical where a condition or a modal verb governs the cue or the effect; else reported or told."""
    if each.kind == "condition":
        return "hypothetical"
    modal = lexicon().hypothetical
    for head in (each.at, each.effect_head):
        if any(child.dep_ in ("aux", "advmod", "mark") and child.lower_ in modal for child in head.children):
            return "hypothetical"
    return "reported" if by is not None else "told"


def _on(doc: Doc, cited: Cited, each: Candidate) -> Reference | None:
    """Who is pressed: the one party that acts in the effect, or whose the effect is."""
    for token in (*_actors(each.effect_head), each.effect_head):
        people, parties = acts_for(doc, token)
        if len(people) == 1:
            return cited.person(people[0])
        if len(parties) == 1:
            return cited.party(parties[0])
        mention = mention_at(doc, token)
        if mention is not None and len(mention.parties) == 1:
            return cited.party(mention.parties[0])
    return None


def _actors(head: Token) -> list[Token]:
    return [child for child in head.children if child.dep_ in _SUBJECTS]
