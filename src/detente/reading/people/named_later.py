"""Offices that the report gives apart from the name: first "Peru's foreign minister accused", a line later who it is.

News writing names a source in the lead by office alone and identifies it with the next full name; and it calls those
whom everybody knows by name first and by office after. Both need one reading that leaves no doubt, else nobody gets it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.labels import SUBJECTS
from detente.reading.extensions import publication
from detente.reading.people.known import settle_offices
from detente.reading.people.known_leaders import holds_another, may_hold, year_of
from detente.reading.people.lexicon import names as saying
from detente.reading.people.lexicon import offices
from detente.reading.people.titles import state_of_few

if TYPE_CHECKING:
    from detente.reading.people.known import Known
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_IN_OR_TO = words("en/function_words", "in_or_to")
_AHEAD = 3  # sentences after the office in which its holder is named
_BACK = 2  # sentences before "the prime minister" in which somebody known for it was named
_HOSTS = frozenset({"host", "hosts", "hostess"})
_WELL_KNOWN = words("en/offices/kinds", "well_known")


def name_offices(tokens: Tokens, people: dict[int, Known], names: list[Name], found: list[Title]) -> None:
    """Give those without any office the one that the report names apart from them."""
    bare = {number for number, person in people.items() if not person.kinds and all(t.past for t in person.titles)}
    if not bare:
        return
    attached = {id(title) for person in people.values() for title in person.titles}
    year = year_of(publication(tokens.doc))
    for each in found:
        if id(each) in attached or each.plural or each.past or not each.definite or each.owner is not None:
            continue
        if each.kind not in offices().of_party:
            continue
        state = state_of_few(tokens, each)
        title = replace(each, parties=(state,)) if state is not None and not each.parties else each
        if _holder(people, title):
            continue
        number = _identified(tokens, people, names, title, bare)
        if number is None and title.kind in _WELL_KNOWN:
            number = _known(tokens, people, title, bare)
        if number is None:
            number = _varied(tokens, people, names, title, bare)
        if number is not None and not holds_another(_key(people[number]), title.kind, year):
            person = people[number]
            if title.parties and person.titles:
                person.party = None  # what somebody was before gives way
            person.shared.append(title.words)
            person.kinds.add(title.kind)
            person.settle_party(title.parties[0] if title.parties else None, "context")
            person.gender = person.gender or title.gender
            settle_offices(person)
            bare.discard(number)


def _key(person: Known) -> tuple[str, ...]:
    return max((name.key for name in person.names), key=len)


def name_guests(tokens: Tokens, people: dict[int, Known], names: list[Name], found: list[Title]) -> None:
    """Give the next one named the state of "his Filipino guest", if he has an office and no state yet."""
    attached = {id(title) for person in people.values() for title in person.titles}
    starts = [name.start for name in names]
    for title in found:
        if title.kind != "guest" and (title.kind != "counterpart" or id(title) in attached):
            continue
        if not title.parties and tokens.lower[title.noun] in _HOSTS and (seat := _seat_before(tokens, title.start)):
            title.parties = (seat,)
        if len(title.parties) != 1:
            continue
        sentence = tokens.sentence[title.noun]
        following = islice(names, bisect_left(starts, title.end), None)
        near = takewhile(partial(_by_sentence, tokens, sentence + _BACK), following)
        name = next((name for name in near if people[name.person].names[0] is name), None)
        if name is None:
            continue
        if people[name.person].kinds or any(held.kind == "guest" for held in people[name.person].titles):
            people[name.person].settle_party(title.parties[0], "context")


def _by_sentence(tokens: Tokens, last: int, name: Name) -> bool:
    return tokens.sentence[name.start] <= last


def _seat_before(tokens: Tokens, i: int) -> str | None:
    """The state of the capital that somebody came to: "on arrival in Beijing … Her host, Foreign Minister A"."""
    first = tokens.sentences[max(tokens.sentence[i] - 1, 0)][0]
    for k in range(i - 1, first, -1):
        mention = tokens.party[k]
        if mention is not None and mention.place and mention.kind == "capital" and tokens.lower[k - 1] in _IN_OR_TO:
            return mention.parties[0] if len(mention.parties) == 1 else None
    return None


def name_states(tokens: Tokens, people: dict[int, Known], found: list[Title]) -> None:
    """Give "the ambassador, A", the state of "the Iranian ambassador", of whom the report has just spoken."""
    attached = {id(title) for person in people.values() for title in person.titles}
    free = [title for title in found if id(title) not in attached and len(title.parties) == 1 and not title.past]
    for person in people.values():
        for title in person.titles if person.party is None else ():
            near = [
                other.parties[0]
                for other in free
                if other.kind == title.kind
                and other.kind != "counterpart"
                and other.noun < title.noun
                and tokens.sentence[title.noun] - tokens.sentence[other.noun] <= _AHEAD
            ]
            before_name = any(name.title is title for name in person.names)
            if (title.definite or before_name) and title.owner is None and not title.plural and len(set(near)) == 1:
                person.settle_party(near[0], "context")


def _holder(people: dict[int, Known], title: Title) -> bool:
    """Whether somebody in the report is known to hold the office."""
    kinds = offices().also.get(title.kind, frozenset({title.kind}))
    return any(
        person.kinds & kinds and (not title.parties or person.party is None or person.party in title.parties)
        for person in people.values()
    )


def _identified(
    tokens: Tokens, people: dict[int, Known], names: list[Name], title: Title, bare: set[int]
) -> int | None:
    """The one whose first full name, as a subject, is the next that comes after an office of a state."""
    if len(title.parties) != 1 or tokens.quoted[title.noun]:
        return None
    sentence = tokens.sentence[title.noun]
    for name in names:
        at = tokens.sentence[name.start]
        if name.start < title.end or at == sentence:
            continue
        if at > sentence + _AHEAD:
            return None
        person = people[name.person]
        if person.names[0] is not name or len(name.key) < 2:
            continue
        fits = (person.party in {None, title.parties[0]} or bool(person.titles)) and not (
            title.gender and person.gender not in {None, title.gender}
        )
        subject = tokens.dep[name.end - 1] in SUBJECTS and not tokens.quoted[name.start]
        return name.person if name.person in bare and fits and subject else None
    return None


def _varied(tokens: Tokens, people: dict[int, Known], names: list[Name], title: Title, bare: set[int]) -> int | None:
    """The subject of the sentence before, called by his office in the next: "A disagrees. The minister says"."""
    sentence = tokens.sentence[title.noun]
    if tokens.dep[title.noun] not in SUBJECTS or tokens.quoted[title.noun] or sentence == 0:
        return None
    if tokens.paragraphs[sentence] != tokens.paragraphs[sentence - 1] or title.kind == "leader":
        return None
    if title.kind not in _WELL_KNOWN and tokens.lower[tokens.head[title.noun]] not in saying().saying:
        return None
    before = [name for name in names if tokens.sentence[name.start] == sentence - 1]
    if len({name.person for name in before}) != 1 or any(tokens.sentence[name.start] == sentence for name in names):
        return None
    person = people[before[0].person]
    fits = not title.parties or person.party in {None, *title.parties}
    agrees = not (title.gender and person.gender not in {None, title.gender})
    subject = tokens.dep[before[0].end - 1] in SUBJECTS and not before[0].qualifies
    return person.number if person.number in bare and fits and agrees and subject and not person.titles else None


def _known(tokens: Tokens, people: dict[int, Known], title: Title, bare: set[int]) -> int | None:
    """The one whom the table of leaders knows: of the office's state, or just named where it names none."""
    year = year_of(publication(tokens.doc))
    known = [
        number
        for number in bare
        if people[number].party_basis == "table" and may_hold(_key(people[number]), title.kind, year)
    ]
    if title.parties:
        known = [number for number in known if people[number].party in title.parties]
    if not title.parties or len(known) > 1:
        sentence = tokens.sentence[title.noun]
        known = [
            number
            for number in known
            if any(
                name.end <= title.start and sentence - _BACK <= tokens.sentence[name.start]
                for name in people[number].names
            )
        ]
    known = [n for n in known if not (title.gender and people[n].gender not in {None, title.gender})]
    return known[0] if len(known) == 1 else None
