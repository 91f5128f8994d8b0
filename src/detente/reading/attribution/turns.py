"""Transcripts: paragraphs that open with their speaker's name and a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.attribution.relation import Attribution

if TYPE_CHECKING:
    from detente.reading.attribution.passage import Passage

_NAME = re.compile(r"\s*((?:[^\W\d_][\w.'’\-]*,? ){0,6}[^\W\d_][\w.'’\-]*(?: \([^)\n]{1,60}\))?):\s+(?=\S)")
_LEAST, _SHARE = 2, 0.3  # labelled paragraphs that make a transcript, and their share of all paragraphs
_WORDS = 4  # in a turn, for half of the turns: anything less is a table
_ASKED = frozenset({"Q", "A", "QUESTION", "ANSWER"})


def turns(passage: Passage) -> list[Attribution]:
    """Each turn of a transcript as a direct statement of its label; none where the text is no transcript."""
    labels = _labels(passage)
    capitals = {at: label for at, label in labels.items() if passage.text[slice(*label[0])].split("(")[0].isupper()}
    labels = capitals if _transcript(passage, capitals) else labels
    if not _transcript(passage, labels):
        return []
    found: list[Attribution] = []
    last = max(labels)
    for at, (start, end) in enumerate(passage.paragraphs):
        if at in labels:
            label, opening = labels[at]
            first, behind = passage.token_at(label[0]), passage.token_at(label[1])
            span = passage.trimmed(passage.token_at(opening), passage.token_at(end), marks=False)
            if span is None or first >= behind:
                continue
            turn = Attribution([span], "direct", source=(first, behind), who=behind - 1, frame="turn")
            if passage.text[slice(*label)].lower() in words("en/attribution/documents", "asking"):
                turn.frame = "question"
            if passage.text[slice(*label)].upper() in _ASKED:
                turn.source = turn.who = None
            found.append(turn)
        elif found and at < last:
            span = passage.trimmed(passage.token_at(start), passage.token_at(end), marks=False)
            if span is not None:
                found[-1].content.append(span)
    return found


def _transcript(passage: Passage, labels: dict[int, tuple[tuple[int, int], int]]) -> bool:
    """Whether the labels are those of people taking turns: somebody comes up twice, and most say something."""
    names = [passage.text[slice(*label)] for label, _ in labels.values()]
    if len(labels) < max(_LEAST, _SHARE * len(passage.paragraphs)) or (
        len(labels) > 2 and len(set(names)) == len(names)
    ):
        return False
    long = sum(
        passage.text[start : passage.paragraphs[at][1]].count(" ") >= _WORDS for at, (_, start) in labels.items()
    )
    return 2 * long >= len(labels)


def _labels(passage: Passage) -> dict[int, tuple[tuple[int, int], int]]:
    """By paragraph: the label's characters, and where its words begin."""
    found = {}
    for at, (start, end) in enumerate(passage.paragraphs):
        match = _NAME.match(passage.text, start, end)
        if match and match[1][0].isupper():
            found[at] = (match.span(1), match.end())
    return found
