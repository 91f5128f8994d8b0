"""Transcripts: paragraphs that open with a label, of who has the floor, and a colon; "Q" may go without one.

In goes a passage, out come its turns, each with its label, its paragraphs and whether it only asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.media import is_medium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from detente.reading.attribution.passage import Passage

    Stretch = tuple[int, int]

_NAME = re.compile(
    r"\s*((?:[^\W\d_][\w.'’\-]*,? ){0,6}[^\W\d_][\w.'’\-]*(?: \([^)\n]{1,60}\))?):\s+(?=\S)|\s*(Q)[ \t\u00a0]{2,}(?=\S)"
)
_LEAST, _SHARE = 2, 0.3  # labelled paragraphs that make a transcript, and their share of all paragraphs
_LOOSE = 0.1  # their share where one of them is the label of those who ask
_WORDS = 4  # in a turn, for half of the turns: anything less is a table
_TABLE = "en/attribution/documents"


@dataclass(slots=True)
class Turn:
    """One turn of a transcript; ``paragraphs`` are characters without the label, ``label`` tokens.

    What opens a briefing before the first label has none.
    """

    label: Stretch | None
    name: str
    paragraphs: list[Stretch]
    asks: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    span: Stretch  #: characters
    begins: int  #: where what is said begins
    name: str  #: without what stands in brackets


def turns(passage: Passage) -> list[Turn]:
    """The turns of a transcript, in the order of the text; none where it is no transcript."""
    labels = _labels(passage)
    capitals = {at: label for at, label in labels.items() if label.name.isupper()}
    labels = capitals if _transcript(passage, capitals) else labels
    if not _transcript(passage, labels):
        return []
    found: list[Turn] = []
    before: list[Stretch] = []
    for at, (start, end) in enumerate(passage.paragraphs):
        if at in labels:
            label = labels[at]
            tokens = passage.token_at(label.span[0]), passage.token_at(label.span[1])
            if tokens[0] < tokens[1]:
                found.append(Turn(tokens, label.name, [(max(start, label.begins), end)]))
        elif found:
            found[-1].paragraphs.append((start, end))
        else:
            before.append((start, end))
    _mark_askers(passage, found)
    return ([Turn(None, "", before)] if _is_spoken(passage, before) else []) + found


def sentences_of(passage: Passage, turn: Turn) -> Iterator[Span]:
    """The sentences of a turn, without the label that the parser takes for a part of the first."""
    for start, end in turn.paragraphs:
        at, last = passage.token_at(start), passage.token_at(end)
        while at < last:
            sentence = passage.doc[at].sent
            yield passage.doc[at : min(sentence.end, last)]
            at = sentence.end


def _mark_askers(passage: Passage, found: list[Turn]) -> None:
    """Who only asks: by the label, as a medium, or because each of its turns ends with a question."""
    asked: dict[str, bool] = {}
    for turn in found:
        end = turn.paragraphs[-1][1]
        question = passage.text[turn.paragraphs[0][0] : end].rstrip().endswith("?")
        asked[turn.name] = asked.get(turn.name, True) and question
    for turn in found:
        if turn.label is not None:
            medium = any(is_medium(token) for token in passage.doc[slice(*turn.label)])
            turn.asks = turn.name.lower() in words(_TABLE, "asking") or medium or asked[turn.name]


def _is_spoken(passage: Passage, before: list[Stretch]) -> bool:
    """Whether what stands before the first label is somebody's own words: "our peacekeepers", outside quotations."""
    return any(
        token.lower_ in words(_TABLE, "first") and next(passage.quoted_within(token.i, token.i + 1), None) is None
        for start, end in before
        for token in passage.doc[passage.token_at(start) : passage.token_at(end)]
    )


def _transcript(passage: Passage, labels: dict[int, _Label]) -> bool:
    """Whether the labels are those of people taking turns: somebody comes up twice, and most say something."""
    names = [label.name for label in labels.values()]
    asked = any(name.lower() in words(_TABLE, "asking") for name in names)
    share = (_LOOSE if asked else _SHARE) * len(passage.paragraphs)
    if len(labels) < max(_LEAST, share) or (len(labels) > 2 and len(set(names)) == len(names)):
        return False
    long = sum(
        passage.text[label.begins : passage.paragraphs[at][1]].count(" ") >= _WORDS for at, label in labels.items()
    )
    return 2 * long >= len(labels)


def _labels(passage: Passage) -> dict[int, _Label]:
    """By paragraph, its label; a label may be cut from its paragraph as a dateline ("Reuters:")."""
    found = {}
    for at, (start, end) in enumerate(passage.paragraphs):
        line = passage.text.rfind("\n", 0, start) + 1
        match = _NAME.match(passage.text, line, end)
        if match and match.end() >= start and match[match.lastindex or 1][0].isupper():
            name = match[match.lastindex or 1].split("(")[0].strip()
            found[at] = _Label(match.span(match.lastindex or 1), match.end(), name)
    return found
