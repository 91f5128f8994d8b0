"""On what condition something is said to hold or to follow: the clause with "if", "unless", "as long as" in a content.

In goes an attribution, out come its content with the condition whole, and the condition's own characters.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import listed, words
from detente.reading.english.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_TABLE = "en/attribution/conditions"
_MARKS = frozenset({",", ".", ";", ":"})


def condition(passage: Passage, found: Attribution) -> tuple[int, int] | None:
    """The characters of the first condition in a content; None where it has none."""
    for start, end in found.content:
        first, last = passage.token_at(start), passage.token_at(end)
        for token in passage.doc[first:last]:
            clause = _clause(token)
            if clause is None or clause.head.i == clause.i:
                continue
            edge = max(clause.left_edge.i, first)
            stop = min(clause.right_edge.i + 1, last)
            if edge <= token.i < stop and stop - edge < last - first:
                return passage.trimmed(edge, stop)
    return None


def whole(passage: Passage, found: Attribution) -> Attribution:
    """An attribution whose content has the condition that opens or closes it, where that was left out."""
    if found.form != "indirect" or not found.content or found.anchor is None or found.frame in {"silence", "passive"}:
        return found
    start, end = found.content[0][0], found.content[-1][1]
    sentence = passage.doc[passage.token_at(start)].sent
    taken = set(range(*(found.cue or (0, 0)))) | set(range(*(found.source or (0, 0)))) | {found.anchor}
    for token in sentence:
        clause = _clause(token)
        if clause is None or clause.dep_ != "advcl" or not start <= clause.head.idx < end or start <= clause.idx < end:
            continue
        first, last = clause.left_edge.i, clause.right_edge.i + 1
        if taken.isdisjoint(range(first, last)) and (span := passage.trimmed(first, last)) is not None:
            return replace(found, content=_joined(passage, sorted([*found.content, span])))
    return found


def _clause(token: Token) -> Token | None:
    """The verb of the clause that a word makes a condition: "if", "unless", "as long as", "provided that"."""
    if token.dep_ == "mark" and token.lower_ in words(_TABLE, "marks"):
        return token.head
    return next(_verbs(token), None) if _phrases().at(token.doc, token.i, len(token.doc)) else None


@cache
def _phrases() -> Phrases:
    return Phrases(listed(_TABLE, "phrases"))


def _verbs(token: Token) -> Iterator[Token]:
    """The first clause that hangs on one of the three words."""
    for word in token.doc[token.i : token.i + 3]:
        for each in (word, word.head):
            if each.dep_ in {"advcl", "ccomp", "pcomp"} and each.pos_ in {"VERB", "AUX"} and each.i > token.i:
                yield each


def _joined(passage: Passage, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces with nothing but a comma between them made one."""
    joined = pieces[:1]
    for start, end in pieces[1:]:
        if not passage.text[joined[-1][1] : start].strip(" ,"):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
