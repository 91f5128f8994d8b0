"""People -> who held which office, from when to when, as the reports show it.

An office begins somewhere before the first report that gives it, and goes on until a report shows somebody else in it,
a resignation, or a "former": the bounds are intervals where the reports leave them open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from detente.dossier.content import every_stem
from detente.dossier.extract.people import stems
from detente.dossier.people import Seen, Somebody
from detente.model.date import Date

_TITLE = 5  # words of an office by its usual title: "Foreign Secretary" before the whole of "Secretary of State for …"


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
        return all(set(every_stem(one.person.office or "")) & stems("former") for one in self.seen)


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
    office = next((name for name, _ in found if len(_words(name)) <= _TITLE), found[0][0])
    seen = sorted({pair[1].source.number: pair[1] for pair in found}.values(), key=lambda each: each.source.number)
    first = next((each.source.published for each in seen if each.source.published), None)
    made = Tenure(one, office, one.party, _by(seen[0].person.acted or first), _left(one), tuple(seen))
    if made.former and first is not None:
        return replace(made, since=None, until=_by(first))
    return made


def _left(one: Somebody) -> Date | None:
    """When a report tells that they left, or when it says that they will."""
    for each in one.seen:
        if each.person.left:
            return each.person.left[0]
    return next((each.person.until[0] for each in one.seen if each.person.until), None)


def _passed_on(made: list[Tenure], places: list[int]) -> None:
    for earlier, later in pairwise(places):
        one, other = made[earlier], made[later]
        last, first = one.seen[-1].source.published, other.seen[0].source.published
        if one.person is other.person or last is None or first is None or not last < first:
            continue
        between = Date.parse(f"{_plain(last)}/{_plain(first)}")
        made[earlier] = replace(one, until=one.until or between)
        made[later] = replace(other, since=between)


@lru_cache(maxsize=16384)
def _words(office: str) -> frozenset[str]:
    return frozenset(every_stem(office)) - stems("small") - stems("former")


def _days(tenure: Tenure) -> tuple[int, str]:
    return tenure.seen[0].source.number, tenure.person.id


def _by(date: Date | None) -> Date | None:
    return Date.parse(f"../{_plain(date)}") if date is not None else None


def _plain(date: Date) -> str:
    return date.edtf.partition("/")[0].partition("T")[0]
