"""Quotations that stand by themselves, without a verb of saying: the words around them tell whose they are.

'The president arrived late. "Nine of our men are in a cell." Rome says that …': a quotation that ends with a full stop
is never said by the verb of a later sentence which has words of its own, or which is no verb of saying.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.attribution import lexicon, spans
from detente.reading.attribution.quotations import MARKS
from detente.reading.attribution.sources import extent
from detente.reading.attribution.words import SOURCE
from detente.reading.english.clauses import child
from detente.reading.english.labels import SUBJECTS
from detente.reading.english.mentions import mention_at

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_ENDS = (".", "!", "?")


def alone(passage: Passage, found: Attribution) -> list[Attribution]:
    """An attribution, or before it the quotation that it was wrongly given."""
    if found.cue is None or found.source is None or not found.content:
        return [found]
    start, end = found.content[0]
    first = min(found.cue[0], found.source[0])
    if end > passage.starts[first] or not _stops(passage, end, first):
        return [found]
    own = found.content[1:]
    if (not own and found.entry is not None) or spans.form(passage, [(start, end)]) != "direct":
        return [found]
    quotation = replace(
        found, content=[(start, end)], form="direct", cue=None, entry=None, anchor=None, negated=False, frame="alone"
    )
    who = _after(passage, end) or _before(passage, start)
    quotation.who = who.i if who is not None else None
    quotation.source = extent(who) if who is not None else None
    rest = [replace(found, content=own, form=spans.form(passage, own))] if own else []
    return [quotation, *rest]


def _stops(passage: Passage, end: int, cue: int) -> bool:
    """Whether a sentence ends with the quotation that ends at a character, and another begins by the cue."""
    text = passage.text
    behind = text[end : passage.starts[cue] + 1].lstrip(MARKS)
    return text[:end].rstrip(MARKS).endswith(".") and behind[:1].isspace() and behind.lstrip()[:1].isupper()


def _after(passage: Passage, end: int) -> Token | None:
    """The only one whom the next sentence names, if it points back: "So spoke X", "The speaker was X"."""
    at = passage.token_at(end)
    while at < len(passage.doc) and passage.is_mark[at]:
        at += 1
    if at >= len(passage.doc) or at not in passage.paragraph_of(passage.token_at(end - 1)):
        return None
    words = [token.lower_ for token in passage.doc[at : at + 2]]
    if words[0] in lexicon.pointing() or (words[0] == "the" and words[-1] in lexicon.spoken()):
        return _only_person(passage.doc[at].sent)
    return None


def _before(passage: Passage, start: int) -> Token | None:
    """The subject of the sentence before, or the only one whom it names."""
    at = passage.token_at(start) - 1
    while at >= 0 and passage.is_mark[at] and passage.doc[at].text not in _ENDS:
        at -= 1
    if at < 0 or at not in passage.paragraph_of(passage.token_at(start)):
        return None
    sentence = passage.doc[at].sent
    subject = child(sentence.root, *SUBJECTS)
    if subject is not None and (subject.pos_ == "PRON" or mention_at(passage.doc, subject) is not None):
        return subject if subject.lower_ not in SOURCE.pointing else None
    return _only_person(sentence) or subject


def _only_person(sentence: Span) -> Token | None:
    """The head of the only personal name in a sentence."""
    people: dict[str, Token] = {}
    for token in sentence:
        mention = mention_at(sentence.doc, token)
        if mention is not None and mention.kind == "name" and len(mention.people) == 1:
            people[mention.people[0]] = token  # its last word
    return next(iter(people.values())) if len(people) == 1 else None
