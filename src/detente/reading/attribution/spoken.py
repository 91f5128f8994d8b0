"""A transcript's sentences as statements of those who have the floor; reporters' questions assert nothing.

In go the attributions that were found, out come those of others' words, and a statement for each other sentence that
says something.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.attribution.assertions import asserts
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.turns import sentences_of

if TYPE_CHECKING:
    from detente.reading.attribution.floor import Floor
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.turns import Turn

_TABLE = "en/attribution/documents"
_DIRECTION = re.compile(r"\s*(?:\([^()\n]{1,60}\)\s*)?")  # "(As interpreted.)"


def with_turns(passage: Passage, found: list[Attribution], floor: Floor) -> list[Attribution]:
    """The attributions of a transcript, in no order."""
    taken = [turn for turn in floor.turns if not turn.asks and (turn.label is not None or floor.speaker(turn).who)]
    kept = [each for each in found if _is_in(passage, each, taken) and _is_of_others(passage, each, floor)]
    for turn in taken:
        kept += [_said(turn, span) for span in _sentences(passage, turn, kept)]
    return kept


def _is_of_others(passage: Passage, found: Attribution, floor: Floor) -> bool:
    """Whether words are those of somebody other than whoever speaks here, his own state, and whoever is spoken to.

    What a pronoun is only told to want or to know is told by the speaker.
    """
    if found.who is None or passage.doc[found.who].lower_ in words(_TABLE, "present"):
        return False
    speech = found.entry is not None and found.entry.kind == "speech"
    if found.form != "direct" and (found.entry is None or (passage.doc[found.who].pos_ == "PRON" and not speech)):
        return False
    past = found.anchor is not None and passage.doc[found.anchor].tag_ in {"VBD", "VBN"}
    return past or not floor.speaks_for(passage.beginning(found), passage.doc[found.who])


def _is_in(passage: Passage, found: Attribution, turns: list[Turn]) -> bool:
    at = passage.beginning(found)
    return any(turn.paragraphs[0][0] <= at < turn.paragraphs[-1][1] for turn in turns)


def _sentences(passage: Passage, turn: Turn, taken: list[Attribution]) -> list[tuple[int, int]]:
    """The characters of a turn's sentences that say something and in which nobody else is told to have spoken."""
    spans: list[tuple[int, int]] = []
    for sentence in sentences_of(passage, turn):
        first, last = sentence.start_char, sentence.end_char
        if asserts(sentence) and not _is_told(passage, taken, first, last):
            direction = _DIRECTION.match(passage.text, first, last)
            first = direction.end() if direction else first
            span = passage.trimmed(passage.token_at(first), passage.token_at(last), marks=False)
            if span is not None:
                spans.append(span)
    return spans


def _is_told(passage: Passage, taken: list[Attribution], start: int, end: int) -> bool:
    """Whether what somebody else is told to have said fills most of a sentence, or a third of it with its cue."""
    said = sum(min(b, end) - max(a, start) for each in taken for a, b in each.content if a < end and start < b)
    cued = any(each.anchor is not None and start <= passage.starts[each.anchor] < end for each in taken)
    return (3 if cued else 2) * said > end - start


def _said(turn: Turn, span: tuple[int, int]) -> Attribution:
    who = turn.label[1] - 1 if turn.label is not None else None
    return Attribution([span], "direct", source=turn.label, who=who, frame="turn")
