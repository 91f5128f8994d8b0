"""How an opening names an office first and its holder later: "Spain's foreign minister warned …. Albares said …"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.people.surroundings import UNIQUE

if TYPE_CHECKING:
    from detente.reading.people.known import Known
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_OPENING = 3  # sentences in which a report may tell of an office before its holder
_REACH = 3  # sentences after it in which the holder is named
_ALONE = UNIQUE | {"foreign chief", "secretary of state", "secretary general", "leader"}
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def name_later(tokens: Tokens, people: list[Known], names: list[Name], found: list[Title]) -> None:
    """Give the office of an opening to the first person after it, if he has no office and nobody else holds it.

    Both must be subjects: the report goes on with whom it began.
    """
    by_number = {person.number: person for person in people}
    attached = {id(title) for person in people for title in person.titles}
    for title in found:
        if tokens.sentence[title.noun] >= _OPENING:
            return
        fits = title.kind in _ALONE and title.definite and not title.plural and len(title.parties) == 1
        if not fits or id(title) in attached or tokens.dep[title.noun] not in _SUBJECT or title.past:
            continue
        if any(title.kind in person.kinds and person.party in {None, *title.parties} for person in people):
            continue
        holder = _next_named(tokens, by_number, names, title)
        if holder is not None:
            holder.titles.append(replace(title))  # the words themselves stay free, to be a mention of him
            holder.settle_party(title.parties[0], "context")


def _next_named(tokens: Tokens, people: dict[int, Known], names: list[Name], title: Title) -> Known | None:
    """The first person who is named after a title as a subject, if he has no title and may be of its party."""
    for name in names[bisect_left(names, title.end, key=lambda name: name.start) :]:
        if tokens.sentence[name.start] > tokens.sentence[title.noun] + _REACH:
            return None
        person = people.get(name.person)
        if person is None or name.qualifies or tokens.dep[name.end - 1] not in _SUBJECT:
            continue
        first = person.names[0].start == name.start
        free = first and not person.titles and person.party in {None, *title.parties}
        return person if free else None
    return None
