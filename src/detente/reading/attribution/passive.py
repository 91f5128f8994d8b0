"""Passive cues: "Chad was begged by Niger to wait a week" is said by Niger, to Chad.

In go the attributions that were found, out come those with source and content as the parse has them, and those that
the finder passed over.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.attribution import spans
from detente.reading.attribution.deeds import is_heard_out
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import cue_extent, extent
from detente.reading.attribution.words import SOURCE
from detente.reading.english.mentions import mention_at

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.passage import Passage

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
_OPENS = frozenset({"that"})


def with_passives(passage: Passage, found: list[Attribution], *, account: bool = False) -> list[Attribution]:
    """The attributions, those of passive cues as the parse has them, in no order.

    In one side's ``account`` of a talk, whoever asks need not be named: the other side does.
    """
    mended: dict[int, Attribution] = {}
    for i, entry in passage.cues.items():
        cue = passage.doc[i]
        if cue.pos_ != "VERB" or cue.tag_ != "VBN" or entry.kind != "speech" or _quoted(passage, i):
            continue
        if is_heard_out(cue):
            continue
        hearer, agent = hearer_of(cue), _agent(cue)
        if hearer is None or (agent is None and not (account and _is_asked(passage, cue, hearer))):
            continue
        content = _content(passage, cue, hearer, entry.frames)
        if content:
            span = cue_extent(cue)
            form = spans.form(passage, content)
            source = extent(agent, span) if agent is not None else None
            who = agent.i if agent is not None else None
            mended[i] = Attribution(content, form, entry, i, span, source, who, frame="passive")
    if not mended:
        return found
    inside = {i: {token.i for token in passage.doc[i].subtree} for i in mended}
    kept = [each for each in found if not any(each.anchor in tokens for i, tokens in inside.items() if _same(each, i))]
    kept = [each for each in kept if not any(_part(each, passage, mended[i]) for i in mended)]
    return [*kept, *(replace(each) for each in mended.values())]


def hearer_of(cue: Token) -> Token | None:
    """Who is the subject of a passive cue."""
    return next((child for child in cue.children if child.dep_ == "nsubjpass"), None)


def _is_asked(passage: Passage, cue: Token, hearer: Token) -> bool:
    """Whether a passive main verb tells what was said: "the President was asked to", "hope was expressed that"."""
    if cue.dep_ != "ROOT" or not any(child.dep_ == "auxpass" for child in cue.children):
        return False
    mention = mention_at(passage.doc, hearer)
    somebody = mention is not None and bool(mention.people or mention.parties) and not mention.place
    return somebody or any(child.dep_ == "ccomp" for child in cue.rights)


def _agent(cue: Token) -> Token | None:
    by = next((child for child in cue.children if child.dep_ == "agent"), None)
    return next((noun for noun in by.children if noun.dep_ == "pobj"), None) if by is not None else None


def _same(found: Attribution, i: int) -> bool:
    return found.anchor == i or (found.cue is not None and found.cue[0] <= i < found.cue[1])


def _part(found: Attribution, passage: Passage, of: Attribution) -> bool:
    """Whether an attribution only repeats a part of what a passive cue brings: a "position" on its infinitive."""
    if found.anchor is None or found.form == "direct":
        return False
    at = passage.starts[found.anchor]
    return found.who in {of.who, None} and any(start <= at < end for start, end in of.content)


def _quoted(passage: Passage, i: int) -> bool:
    return next(passage.quoted_within(i, i + 1), None) is not None


def _content(passage: Passage, cue: Token, hearer: Token, frames: frozenset[str]) -> list[tuple[int, int]]:
    """What is said: the clause or infinitive behind the cue, or "of" with whom it accuses."""
    for child in cue.rights:
        if child.dep_ in _CLAUSES and child.tag_ != "VBG":
            first = child.left_edge.i
            first += passage.doc[first].lower_ in _OPENS
            return _span(passage, first, child.right_edge.i + 1)
    for child in cue.rights:
        if child.dep_ == "prep" and child.lower_ in frames & SOURCE.told_of:
            whom = [] if "obj-to" in frames else _span(passage, hearer.left_edge.i, hearer.right_edge.i + 1)
            return [*whom, *_span(passage, child.left_edge.i, child.right_edge.i + 1)]
    return []


def _span(passage: Passage, first: int, last: int) -> list[tuple[int, int]]:
    span = passage.trimmed(first, last)
    return [span] if span is not None else []
