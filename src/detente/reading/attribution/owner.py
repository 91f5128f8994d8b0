"""Whose "its ministry" is, where what was said stands before it: of the subject of that clause.

"Ghana is to raise its toll on Togo's lorries, its transport ministry said": Ghana's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.grammar import IT
from detente.reading.english.labels import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers


def owner_by_syntax(passage: Passage, found: Attribution, speakers: Speakers) -> str | None:
    """The party that "its" before the source's head stands for, or "it"; None where the clause leaves it open."""
    if found.who is None or found.source is None or not found.content or found.form == "direct":
        return None
    head = passage.doc[found.who]
    owned = head.lower_ in IT or any(
        child.lower_ in words("en/attribution/verbs_aside", "its") for child in head.children if child.i < head.i
    )
    start, end = found.content[0]
    if not owned or end > head.idx:
        return None
    first, last = passage.token_at(start), passage.token_at(end)
    verb = next((token for token in passage.doc[first:last] if _is_main(token, first, last)), None)
    subject = _subject(verb) if verb is not None else None
    mention = speakers.at(subject) if subject is not None else None
    return mention.parties[0] if mention is not None and len(mention.parties) == 1 and not mention.people else None


def _is_main(token: Token, first: int, last: int) -> bool:
    outside = not first <= token.head.i < last or token.head.i == token.i
    return token.pos_ in {"VERB", "AUX"} and outside


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)
