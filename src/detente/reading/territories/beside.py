"""Places that stand right beside a word of claims or disputes, whatever the parser hangs them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.territory_words import TERRITORY
from detente.reading.english.labels import NAMES, OF_PREPOSITION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token


def beside(noun: Token) -> Iterator[Token]:
    """The heads of what a noun claims: "South China Sea claims", "claims to all of the sea" after any verb."""
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and child.pos_ in NAMES and child.i < noun.i:
            yield child
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if after.dep_ == "prep" and after.lower_ in TERRITORY.to_place:
        yield from (child for child in after.children if child.dep_ in OF_PREPOSITION)


def is_at_issue(name: Token) -> bool:
    """Whether a name stands for what is talked or fought about: "the settlement in Kosovo", "On Taiwan, he said".

    Or for what is held or claimed: "British-ruled Northern Ireland".
    """
    if any(c.dep_ == "amod" and c.lower_ in TERRITORY.joined_hold | TERRITORY.joined_claim for c in name.children):
        return True
    prep = name.head
    if name.dep_ != "pobj" or prep.lower_ not in TERRITORY.about_place:
        return False
    return prep.head.lemma_.lower() in TERRITORY.at_issue or (bool(prep.is_sent_start) and _is_topic(prep))


def _is_topic(prep: Token) -> bool:
    """Whether a phrase opens its sentence as what is spoken of, set off by a comma."""
    after = prep.doc[prep.right_edge.i + 1 : prep.right_edge.i + 2].text
    return prep.lower_ in TERRITORY.topic and after == ","
