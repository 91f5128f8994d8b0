"""One happening told again: "the seizure" after "Iran seized the tanker", "the troops died" after "20 were killed".

In: events told whole, in the order of the text. Out: each happening once, by its fullest telling; what only another
telling says of it (when, to whom) is added to it, and marked as such.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, table, words
from detente.model.inference import Inference
from detente.reading.english.clauses import is_definite, preps
from detente.reading.events.matrix import told_by
from detente.reading.events.wording import actor_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from detente.model.items import Event
    from detente.model.references import Reference
    from detente.reading.events.same import Mentioned

_BACK = 40  # tellings that one looks back over
_LEAST = 4  # letters that two words of one stem share
_SHARE = 0.6  # ... and the share of the shorter one
_UPON = words("en/events/again", "upon")
_ALIKE = 0.5  # of the content of the shorter one is in the other
_TELLING = frozenset({"NOUN", "VERB", "NUM"})
_AKIN = (
    {"ASSAULT", "COERCE"},
    {"CONSULT", "AGREE", "COOPERATE"},
    {"AGREE", "CONCEDE", "RETREAT"},
    {"SANCTION", "COERCE"},
)


class _Table(Entry, frozen=True):
    upon: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]


@cache
def _groups() -> dict[str, int]:
    """Words for the same kind of act, by the number of their group."""
    return {word: n for n, group in enumerate(table("en/events/again", _Table).alike) for word in group}


def once(told: Iterable[Mentioned]) -> list[Mentioned]:
    """Each happening by its fullest telling, in the place of the first."""
    kept: list[Mentioned] = []
    for new in told:
        for n in range(len(kept) - 1, max(len(kept) - _BACK, 0) - 1, -1):
            if _is_same(kept[n], new):
                kept[n] = _joined(kept[n], new)
                break
        else:
            kept.append(new)
    return kept


def _joined(old: Mentioned, new: Mentioned) -> Mentioned:
    """The fuller of two tellings, with the date of the other where it has none."""
    best, other = (new, old) if _fullness(new) > _fullness(old) else (old, new)
    event = best.event
    if event.date is None and other.event.date is not None:
        inferred = (*event.inferred, Inference("date", "context", other.event.evidence))
        event = replace(event, date=other.event.date, inferred=inferred)
    return replace(best, event=event)


def _fullness(told: Mentioned) -> tuple[int, int]:
    event = told.event
    known = bool(event.source) + bool(event.target) + (event.date is not None) + (event.by is None)
    return known, len(event.clause.text) if event.clause is not None else 0


def _is_same(old: Mentioned, new: Mentioned) -> bool:
    a, b = old.event, new.event
    if a.status != b.status or not _akin(a.type, b.type) or not _agree(a, b):
        return False
    if a.date is not None and b.date is not None and not (a.date.overlaps(b.date)):
        return False
    if not _one_word(old.trigger.name, new.trigger.name) or _turned(a, b):
        return False
    both = old.trigger.name.pos_ == new.trigger.name.pos_ == "NOUN"
    first, second = (_topics(old), _topics(new)) if both else (_content(old), _content(new))
    if first and second:
        return len(first & second) >= _ALIKE * min(len(first), len(second)) and not _numbers(first) ^ _numbers(second)
    return both or is_definite(new.trigger.name) or (a.date is not None and a.date == b.date)


def _turned(a: Event, b: Event) -> bool:
    """Whether the one who does it in one suffers it in the other."""
    one, two = _ids(a.source), _ids(b.source)
    return bool(one and two and not one & two)


def _ids(side: tuple[Reference, ...]) -> set[str | None]:
    return {who.id for who in side if who.kind == "party"}


def _akin(a: str | None, b: str | None) -> bool:
    """Whether two types may be of one act; what has none may be of any."""
    return a == b or None in (a, b) or any(a in pair and b in pair for pair in _AKIN)


def _agree(a: Event, b: Event) -> bool:
    """Whether the parties of one are among those of the other, and some are the same."""
    one, two = _parties(a), _parties(b)
    return bool(one & two) and (one <= two or two <= one)


def _parties(event: Event) -> set[str | None]:
    return _ids(event.source) | _ids(event.target)


def _one_word(a: Token, b: Token) -> bool:
    """Whether two words name one kind of act: of one stem ("seized", "seizure"), or of one group of the table."""
    one, two = a.lemma_.lower(), b.lemma_.lower()
    groups = _groups()
    if one == two or (one in groups and groups.get(two) == groups[one]):
        return True
    shared = next((n for n, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))
    return shared >= max(_LEAST, _SHARE * min(len(one), len(two)))


def _content(told: Mentioned) -> set[str]:
    """What its words say besides who does what: nouns, verbs and numbers, by lemma."""
    clause, trigger = told.event.clause, told.trigger
    if clause is None:
        return set()
    doc = trigger.token.doc
    actor = actor_of(told_by(trigger)[-1])
    left_out = {t.i for t in (trigger.token, trigger.name, *(actor.subtree if actor is not None else ()))}
    pieces = clause.spans or ((clause.start, clause.end),)
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in pieces)
    return {
        t.lemma_.lower()
        for span in spans
        if span is not None
        for t in span
        if t.pos_ in _TELLING and t.i not in left_out
    }


def _topics(told: Mentioned) -> set[str]:
    """What a noun is on or done to: "talks on the dam", "the arrest of two envoys"."""
    return {o.lemma_.lower() for _, o in preps(told.trigger.name, *_UPON)}


def _numbers(content: set[str]) -> frozenset[str]:
    return frozenset(word for word in content if any(sign.isdigit() for sign in word))
