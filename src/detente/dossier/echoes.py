"""A source -> what its sentences tell again of a subject and its phase where the reading has no event.

"The deal, which came into force in May", "the May 4 truce": a reading tells what parties do to one another, and here
nobody does anything. Yet it is by such words that reports come back to what they told before. An echo is an event that
the dossier derives: its id begins with ``echo``, its words and those that it rests on are the report's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from detente.dossier.content import agreement_of, stem, subject_of
from detente.dossier.layout import Layout
from detente.dossier.phases import Phase, phases
from detente.knowledge.dossier import dossier_words
from detente.model.ids import hashed
from detente.model.items import Event
from detente.model.reading import Reading
from detente.model.words import Words

_KIND = "echo-"
_NEAR = 110  # characters between a subject and what became of it
_BEFORE = 4  # words before a phase that may say that it is not so
_FOLLOWING = 8  # words after a noun that may: "a collapse of the talks was always possible"
_AFTER = 4  # words from a phase to a subject that comes after it: "broke off the latest round of talks"
_SUBJECTS = frozenset(("agreement", "talks"))  # codes: subjects of which reports tell again
_TOLD = frozenset(("begin", "hold", "end"))  # codes: phases of which they do
_TYPES = {"end": "REJECT", "leave": "REJECT"}


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    word: str
    stem: str


def is_echo(identity: str) -> bool:
    """Whether an id is that of an echo, and not of an item of a reading."""
    return identity.startswith(_KIND)


class Echo(Struct, frozen=True, array_like=True, gc=False):
    """Where an echo stands, its type and its phase."""

    start: int
    end: int
    type: str
    phase: str


Found = tuple[str, tuple[int, int], Echo]  #: its id, its sentence, and what it is


def echoes(reading: Reading, layout: Layout) -> Iterator[Found]:
    """The echoes of a report."""
    taken = sorted((event.what.start, event.what.end) for event in reading.events or ())
    tokens = layout.tokens
    named = [place for place, one in enumerate(tokens.stems) if subject_of((one,)) in _SUBJECTS]
    if named:
        for sentence in layout.sentences():
            at = tokens.within(*sentence)
            subjects = [place - at.start for place in named[bisect_left(named, at.start) : bisect_left(named, at.stop)]]
            if subjects:
                parts = tokens.starts[at], tokens.ends[at], tokens.words[at], tokens.stems[at]
                words = [_Word(*word) for word in zip(*parts, strict=True)]
                yield from _in_sentence(reading, sentence, words, subjects, taken)


def _in_sentence(
    reading: Reading, sentence: tuple[int, int], words: Sequence[_Word], subjects: Sequence[int],
    taken: Sequence[tuple[int, int]],
) -> Iterator[Found]:  # fmt: skip
    """The echoes in one sentence: of each phase the first subject that goes with it; ``taken`` are events' words."""
    told: set[str] = set()
    for phase in phases([word.stem for word in words], [word.word.casefold() for word in words]):
        if phase.name not in _TOLD or phase.name in told or not _is_told(taken, words, phase):
            continue
        for place in subjects:
            if _go_together(words, place, phase):
                first = min(words[place].start, words[phase.start].start)
                last = max(words[place].end, words[phase.end - 1].end)
                told.add(phase.name)
                yield _found(reading, (first, last), phase.name, words[place].stem, sentence)
                break
    if "begin" not in told and (dated := _dated(reading, words, subjects)) is not None:
        place, first = dated
        yield _found(reading, (first, words[place].end), "begin", words[place].stem, sentence)


def _is_told(taken: Sequence[tuple[int, int]], words: Sequence[_Word], phase: Phase) -> bool:
    """Whether a phase stands outside of events, and nothing around it says that it is not so."""
    if not _is_free(taken, words[phase.start].start, words[phase.end - 1].end):
        return False
    around = words[max(0, phase.start - _BEFORE) : phase.start]
    if phase.is_noun:
        around = [*around, *words[phase.end : phase.end + _FOLLOWING]]
    return not any(word.stem in _stems("unreal") for word in around)


def _go_together(words: Sequence[_Word], place: int, phase: Phase) -> bool:
    """Whether it is the subject that the phase is of, as far as the words between them tell."""
    if place < phase.start:
        between = [word.stem for word in words[place + 1 : phase.start]]
        if phase.is_noun or words[phase.end - 1].end - words[place].start > _NEAR:
            return False
        return not _stems("parting").intersection(_without_relative(between))
    between = [word.stem for word in words[phase.end : place]]
    if len(between) > _AFTER:
        return False
    if phase.is_noun:
        return bool(between) and between[0] in _stems("of_phase") and not _stems("parting").intersection(between[1:])
    return place >= phase.end and not (_stems("parting") | _stems("of_phase")).intersection(between)


def _without_relative(between: Sequence[str]) -> Sequence[str]:
    """What stands between without the pronoun of its own clause: "the cessation of hostilities that took effect"."""
    at = 2 if between[:1] and between[0] in _stems("of_phase") else 0
    if between[at : at + 1] and between[at] in _stems("relative"):
        return [*between[:at], *between[at + 1 :]]
    return between


def _dated(reading: Reading, words: Sequence[_Word], subjects: Sequence[int]) -> tuple[int, int] | None:
    """The first subject that a date stands right before, "the May 4 truce", and where that date begins."""
    times = [time for time in reading.times or () if time.type == "DATE" and time.edtf is not None]
    starts = [time.evidence.start for time in times]
    for place in subjects:
        at = bisect_right(starts, words[place].start) - 1
        if at < 0 or times[at].edtf.precision != "day":  # type: ignore[union-attr]
            continue
        if 0 < words[place].start - times[at].evidence.end <= 2:
            return place, times[at].evidence.start
    return None


def _found(reading: Reading, at: tuple[int, int], phase: str, subject: str, sentence: tuple[int, int]) -> Found:
    truce = agreement_of((subject,)) == "truce"
    begins = "RETREAT" if truce else "CONSULT" if subject_of((subject,)) == "talks" else "AGREE"
    hashes = reading.report.key, reading.report.text[slice(*sentence)], str(at[0] - sentence[0]), phase
    return f"{_KIND}{hashed(*hashes)}", sentence, Echo(*at, _TYPES.get(phase, begins), phase)


def echo_event(text: str, identity: str, echo: Echo, sentence: tuple[int, int]) -> Event:
    """The event that an echo is, in the text of its report."""
    whole = Words.at(text, *sentence)
    return Event(
        id=identity, what=Words.at(text, echo.start, echo.end), type=echo.type, source=(), target=(), people=(),
        date=None, place=None, status="occurred", evidence=whole, clause=whole,
    )  # fmt: skip


def _is_free(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether no event of the reading stands on a word."""
    place = bisect_left(taken, (end, 0))
    return not any(first < end and start < last for first, last in taken[max(0, place - 6) : place])


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(map(stem, getattr(dossier_words(), kind)))
