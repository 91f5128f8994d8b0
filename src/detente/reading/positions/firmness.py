"""A candidate -> how firm its party is, and the word that says so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.reading.english.clauses import child
from detente.reading.positions.lexicon import stance_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from detente.model.items import Firmness
    from detente.reading.positions.candidates import Candidate


def firmness(one: Candidate, claim: tuple[int, int]) -> tuple[Firmness, int, int] | None:
    """How firm, and the tokens ``[start, end)`` that say so; none where no word does.

    The cue and its adverbs speak before the claim; a modal verb of the claim counts only on its own main clause.
    """
    doc, known = one.head.doc, _phrases()
    for token in (*_around(one.cue), *doc[claim[0] : claim[1]]):
        for phrase, value in known.get(token.lemma_.lower(), ()):
            if _stands(doc, token.i, phrase) and _marks(token, one):
                return value, token.i, token.i + len(phrase)
    return None


def _marks(token: Token, one: Candidate) -> bool:
    """Whether a word says how firm the claim is: a modal verb that may be, "appears" with a verb behind it alone."""
    if token.tag_ == "MD":
        return token.head.i == one.head.i and child(token.head, "neg") is None
    if token.lemma_.lower() in stance_words().firmness["seeming"] and (one.cue is None or token.i != one.cue.i):
        return child(token, "xcomp", "ccomp", "oprd", "acomp") is not None or token.dep_ == "xcomp"
    return True


def _around(cue: Token | None) -> Iterator[Token]:
    """The cue, its adverbs, and the verb that it hangs on: "appears to want"."""
    if cue is None:
        return
    if cue.dep_ == "xcomp":
        yield cue.head
    yield from (c for c in cue.children if c.dep_ in ("advmod", "aux"))
    yield cue


def _stands(doc: Doc, at: int, phrase: tuple[str, ...]) -> bool:
    following = doc[at : at + len(phrase)]
    return len(following) == len(phrase) and all(
        word in (token.lemma_.lower(), token.lower_) for word, token in zip(phrase, following, strict=True)
    )


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], Firmness], ...]]:
    """The words of the table by the first of them."""
    found: dict[str, list[tuple[tuple[str, ...], Firmness]]] = {}
    values: tuple[tuple[str, Firmness], ...] = (("firm", "firm"), ("soft", "tentative"))
    for name, value in values:
        for phrase in stance_words().firmness[name]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in found.items()}
