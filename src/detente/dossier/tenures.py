"""People -> who held which office, from when to when, as the reports show it.

An office begins somewhere before the first report that gives it, and goes on until a report shows somebody else in it,
a resignation, or a "former": the bounds are intervals where the reports leave them open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from detente.dossier.content import every_stem, stem
from detente.dossier.days import day, span
from detente.dossier.people import Seen, Somebody
from detente.knowledge.dossier import dossier_words
from detente.model.date import Date

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that somebody held; ``since`` and ``until`` are EDTF, ``until`` null of who holds it still."""

    person: Somebody
    office: str
    party: str | None
    since: Date | None
    until: Date | None
    seen: tuple[Seen, ...]

    @property
    def former(self) -> bool:
        """Whether the reports know them only as having held it."""
        return all(set(every_stem(one.person.office or "")) & _stems("former") for one in self.seen)


def tenures(everybody: Sequence[Somebody]) -> list[Tenure]:
    """Every tenure, in the order of the people; where one office passes on, with the bounds that follow."""
    made = [tenure for one in everybody for tenure in _of(one)]
    of_office: defaultdict[tuple[str | None, frozenset[str]], list[int]] = defaultdict(list)
    for place, tenure in enumerate(made):
        if tenure.party is not None and not tenure.former:
            of_office[tenure.party, _words(tenure.office)].append(place)
    for places in of_office.values():
        _passed_on(made, sorted(places, key=lambda place: _days(made[place])))
    return made


def _of(one: Somebody) -> list[Tenure]:
    groups: list[tuple[frozenset[str], list[tuple[str, Seen]]]] = []
    given = [(office, seen) for seen in one.seen for office in (seen.person.office, *seen.person.offices) if office]
    for office, seen in sorted(
        given, key=lambda pair: (-len(_words(pair[0])), pair[0].isupper(), pair[0], pair[1].source.number)
    ):
        words = _words(office)
        own = next((found for known, found in groups if words <= known), None)
        if own is None:
            groups.append((words, [(office, seen)]))
        else:
            own.append((office, seen))
    return [_tenure(one, found) for _, found in groups]


def _tenure(one: Somebody, found: list[tuple[str, Seen]]) -> Tenure:
    office = found[0][0]
    seen = sorted({pair[1].source.number: pair[1] for pair in found}.values(), key=lambda each: each.source.number)
    first = next((each.source.published for each in seen if each.source.published), None)
    made = Tenure(one, office, one.party, _by(_acted(seen[0]) or first), _left(one), tuple(seen))
    if made.former and first is not None:
        return replace(made, since=None, until=_by(first))
    return made


def _acted(seen: Seen) -> Date | None:
    """The earliest day of the week before their first report on which it has them speak or act in office."""
    published = span(seen.source.published)
    if published is None:
        return None
    reading, own = seen.source.reading, seen.person.id
    dates = [one.date for one in reading.statements or () if one.speaker is not None and one.speaker.id == own]
    dates += [
        one.date for one in reading.events or () if one.status == "occurred" and own in {who.id for who in one.people}
    ]
    days = [
        days for date in dates if (days := span(date)) and days[0] == days[1] and 0 <= published[1] - days[0] <= _WEEK
    ]
    return day(min(days)[0]) if days else None


def _left(one: Somebody) -> Date | None:
    """When a report tells that they left: a resignation whose event names them."""
    for each in one.seen:
        for event in each.source.reading.events or ():
            if event.status == "occurred" and set(every_stem(event.what.text)) & _stems("left"):
                near = {person.id for person in event.people}
                if each.person.id in near or _beside(each, event.what.start):
                    return event.date or each.source.published
    for each in one.seen:
        for term in each.source.reading.terms or ():
            if term.person.id == each.person.id:
                return term.until
    return None


def _beside(each: Seen, start: int) -> bool:
    """Whether they are named right before the words, as their subject."""
    return any(0 <= start - mention.end <= 3 for mention in each.person.mentions)


def _passed_on(made: list[Tenure], places: list[int]) -> None:
    for earlier, later in pairwise(places):
        one, other = made[earlier], made[later]
        last, first = one.seen[-1].source.published, other.seen[0].source.published
        if one.person is other.person or last is None or first is None or not last < first:
            continue
        between = Date.parse(f"{_plain(last)}/{_plain(first)}")
        made[earlier] = replace(one, until=one.until or between)
        made[later] = replace(other, since=between)


def _words(office: str) -> frozenset[str]:
    return frozenset(every_stem(office)) - _stems("small") - _stems("former")


@cache
def _stems(kind: Literal["former", "left", "small"]) -> frozenset[str]:
    return frozenset(map(stem, getattr(dossier_words(), kind)))


def _days(tenure: Tenure) -> tuple[int, str]:
    return tenure.seen[0].source.number, tenure.person.id


def _by(date: Date | None) -> Date | None:
    return Date.parse(f"../{_plain(date)}") if date is not None else None


def _plain(date: Date) -> str:
    return date.edtf.partition("/")[0].partition("T")[0]
