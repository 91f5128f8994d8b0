"""A source -> what its sentences tell again of a subject and its phase where the reading has no event.

"The deal, which came into force in May": a reading tells what parties do to one another, and here nobody does anything.
Yet it is by such words that reports come back to what they told before. An echo is an event that the dossier derives:
its id begins with ``echo``, its words and those that it rests on are the report's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from detente.dossier.content import agreement_of, phase_of, stem, subject_of
from detente.dossier.source import Source
from detente.knowledge.dossier import dossier_words
from detente.model.ids import hashed
from detente.model.items import Event
from detente.model.words import Words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KIND = "echo-"
_NEAR = 90  # characters between a subject and what became of it
_BEFORE = 4  # words before a phase that may say that it is not so
_SUBJECTS = frozenset(("agreement", "talks"))  # codes: subjects of which reports tell again
_TYPES = {"end": "REJECT", "leave": "REJECT"}


def is_echo(identity: str) -> bool:
    """Whether an id is that of an echo, and not of an item of a reading."""
    return identity.startswith(_KIND)


def echoes(source: Source, sentence: tuple[int, int]) -> Iterator[Event]:
    """The echo in one sentence, if there is one: the first subject with a phase near it, neither within an event."""
    text = source.text
    words = [(match.start(), match.end(), stem(match.group())) for match in _WORD.finditer(text, *sentence)]
    subjects = [word for word in words if subject_of((word[2],)) in _SUBJECTS and _is_free(source, word)]
    for place, (start, end, phase_stem) in enumerate(words):
        phase = phase_of((phase_stem,))
        if phase not in ("begin", "end") or not _is_free(source, (start, end, phase_stem)):
            continue
        if any(word[2] in _unreal() for word in words[max(0, place - _BEFORE) : place]):
            continue
        for other in subjects:
            first, last = min(start, other[0]), max(end, other[1])
            if last - first <= _NEAR and other[0] != start:
                yield _echo(source, first, last, phase, other[2], sentence)
                return


def _echo(source: Source, first: int, last: int, phase: str, subject: str, sentence: tuple[int, int]) -> Event:
    truce = agreement_of((subject,)) == "truce"
    begins = "RETREAT" if truce else "CONSULT" if subject_of((subject,)) == "talks" else "AGREE"
    told = Words.at(source.text, first, last)
    identity = f"{_KIND}{hashed(source.reading.report.key, source.text[slice(*sentence)], str(first - sentence[0]))}"
    whole = Words.at(source.text, *sentence)
    return Event(
        id=identity, what=told, type=_TYPES.get(phase, begins), source=(), target=(), people=(), date=None, place=None,
        status="occurred", evidence=whole, clause=whole,
    )  # fmt: skip


def _is_free(source: Source, word: tuple[int, int, str]) -> bool:
    """Whether no event of the reading stands on a word."""
    spans = _event_spans(source)
    place = bisect_left(spans, (word[1], 0))
    return not any(start < word[1] and word[0] < end for start, end in spans[max(0, place - 6) : place])


def _event_spans(source: Source) -> list[tuple[int, int]]:
    return sorted((event.what.start, event.what.end) for event in source.reading.events or ())


def _unreal() -> frozenset[str]:
    return frozenset(map(stem, dossier_words().unreal))
