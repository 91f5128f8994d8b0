"""Words that somebody leads in and that stand by themselves: a block after a colon, a quotation after a deed or mood.

"President A said in a statement:" with the next paragraph without marks, 'A shook her head. "Not while …"',
'"…" – Commissioner B'. In go the attributions that were found, out come these and the words that none of them has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import extent
from detente.reading.english.labels import SUBJECTS
from detente.reading.english.mentions import mention_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage, Quoted

_TABLE = "en/attribution/documents"
_ENDS = (".", "!", "?", "…")
_LEAST = 3  # words of a quotation that is a sentence
_DASHES = frozenset({"-", "--", "–", "—"})
_NAME = 8  # tokens behind a dash that can be a name with its office


def with_blocks(passage: Passage, found: list[Attribution]) -> list[Attribution]:
    """The attributions, with the blocks and quotations that nobody was given."""
    blocks = list(_after_colons(passage, found))
    alone = [new for quoted in passage.quoted if (new := _quoted(passage, quoted, [*found, *blocks])) is not None]
    return [*found, *blocks, *alone]


def _after_colons(passage: Passage, found: list[Attribution]) -> list[Attribution]:
    """Paragraphs without marks after one that ends with a verb of saying or its document, and a colon."""
    blocks: list[Attribution] = []
    for (start, end), (low, high) in zip(passage.paragraphs, passage.paragraphs[1:], strict=False):
        lead = passage.text[start:end].rstrip()
        if not lead.endswith(":") or passage.text[low:high].lstrip()[:1] in "\"“'‘«" or _covered(found, low, high):
            continue
        tokens = passage.doc[passage.token_at(start) : passage.token_at(start + len(lead))]
        verb = next((t for t in reversed(list(tokens)) if t.i in passage.cues and t.pos_ == "VERB"), None)
        who = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None) if verb is not None else None
        if verb is None or who is None or passage.cues[verb.i].kind != "speech":
            continue
        span = passage.trimmed(passage.token_at(low), passage.token_at(high), marks=False)
        if span is not None:
            cue = verb.i, verb.i + 1
            entry = passage.cues[verb.i]
            blocks.append(Attribution([span], "direct", entry, verb.i, cue, extent(who, cue), who.i, frame="block"))
    return blocks


def _covered(found: list[Attribution], start: int, end: int) -> bool:
    return any(first < end and start < last for each in found for first, last in each.content)


def _quoted(passage: Passage, quoted: Quoted, found: list[Attribution]) -> Attribution | None:
    """A quoted sentence that no attribution has, of whom a dash behind it or the sentence before it names."""
    start, end = quoted.quotation.pieces[0][0], quoted.quotation.pieces[-1][1]
    text = passage.text[start:end].strip()
    length = sum(token.is_alpha for token in passage.doc[quoted.first : quoted.last])
    if length < _LEAST or not text.endswith(_ENDS) or not text[:1].isupper() or _covered(found, start, end):
        return None
    who = _behind_dash(passage, quoted) or _before(passage, quoted)
    if who is None or any(each.cue is not None and each.cue[0] in _sentence(who) for each in found if each.content):
        return None
    return Attribution([(start, end)], "direct", source=extent(who), who=who.i, frame="alone")


def _sentence(token: Token) -> range:
    return range(token.sent.start, token.sent.end)


def _behind_dash(passage: Passage, quoted: Quoted) -> Token | None:
    """The name that ends a paragraph behind a quotation and a dash."""
    at = quoted.after
    while at < len(passage.doc) and passage.doc[at].is_space:
        at += 1
    if at >= len(passage.doc) or passage.doc[at].text not in _DASHES:
        return None
    last = passage.paragraph_of(quoted.first).stop
    for token in passage.doc[at + 1 : min(last, at + 1 + _NAME)]:
        mention = mention_at(passage.doc, token)
        if mention is not None and mention.people:
            span = passage.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            return span.root if span is not None else token
    return None


def _before(passage: Passage, quoted: Quoted) -> Token | None:
    """The subject of the sentence right before a quotation in its paragraph: a person, or an office."""
    at = quoted.before - 1
    while at >= 0 and passage.doc[at].is_space:
        at -= 1
    if at < 0 or at not in passage.paragraph_of(quoted.first) or passage.doc[at].text not in {".", ":", "!"}:
        return None
    root = passage.doc[at].sent.root
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    mention = mention_at(passage.doc, subject)
    pronoun = subject.lower_ in words(_TABLE, "personal")
    return subject if pronoun or (mention is not None and (mention.people or mention.kind == "title")) else None
