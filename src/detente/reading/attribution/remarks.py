"""The reporter's own remark behind what somebody said: ", in the latest sign that …", ", in an apparent attempt to …".

In goes an attribution, out comes the same without it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.grammar import IN

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_TABLE = "en/attribution/remarks"


def apart_from_remark(passage: Passage, found: Attribution) -> Attribution:
    """The attribution up to the remark; words in quotation marks are never one."""
    if found.form == "direct" or not found.content:
        return found
    start, end = found.content[-1]
    first, last = passage.token_at(start), passage.token_at(end)
    for token in passage.doc[first + 1 : last]:
        if token.lower_ in IN and token.nbor(-1).text == "," and _weighs(token):
            if next(passage.quoted_within(token.i, token.i + 1), None) is not None:
                return found
            kept = passage.trimmed(first, token.i)
            return replace(found, content=[*found.content[:-1], kept]) if kept is not None else found
    return found


def _weighs(preposition: Token) -> bool:
    """Whether a phrase weighs what it follows: "in the latest sign that", "in an apparent bid to"."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in words(_TABLE, "nouns"):
        return False
    return any(child.lower_ in words(_TABLE, "weighing") for child in noun.lefts)
