"""Parties that a title leaves to the words around it.

Each rule asks for an unambiguous link: the office's owner, the list it stands in, the capital that the sentence opens
with, or, in a report about two states, that the one cannot be meant. Otherwise nobody gets a party.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.extensions import publication
from detente.reading.people.counterparts import owner_of
from detente.reading.people.known_leaders import (
    offices_of_leader,
    only_one_of,
    party_of_leader,
    party_of_surname,
    year_of,
)
from detente.reading.people.lexicon import offices
from detente.reading.people.owners import name_owners
from detente.reading.people.surroundings import UNIQUE, Surroundings, plain_office
from detente.reading.people.titles import state_of_few
from detente.reading.people.two_sides import other_side

if TYPE_CHECKING:
    from detente.model.mention import Mention
    from detente.reading.people.known import Known, PartyBasis
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens

_IN = words("en/function_words", "in")
_OF_BODY = words("en/function_words", "of_body")
_OF_SOMEBODY = words("en/function_words", "of_somebody")
_WHOSE = words("en/function_words", "whose")
_LEADERS = words("en/offices/kinds", "leaders")
_WELL_KNOWN = _LEADERS | {"foreign minister", "secretary of state"}
_JOINS = words("en/offices/around", "colleagues_joined")
_BESIDE_NOUN = frozenset({"amod", "poss", "compound", "nmod"})
_BESIDE = 3  # tokens between a name and the title after it
_MEETS = words("en/offices/verbs", "meets")


def share_parties(tokens: Tokens, people: dict[int, Known], names: list[Name], found: list[Title]) -> None:
    """Give those whose title names no party the one that the words around it leave no doubt about."""
    by_last = {name.end - 1: name for name in names}
    by_noun = {title.noun: title for title in found}
    first: dict[str, dict[str, int]] = {}  # kind of office -> its parties, with where each first stands
    for title in found:
        for party in title.parties:
            first.setdefault(title.kind, {}).setdefault(party, title.noun)
    _of_heads(people, first)
    lent = {id(title): title.parties[0] for title in name_owners(tokens, found)}
    for person in people.values() if lent else ():
        for title in person.titles:
            person.settle_party(lent.get(id(title)), "context")
    for name in names:
        person = people[name.person]
        for title in person.titles if person.party is None else ():
            if title.kind in offices().of_party and title.owner is not None:
                basis: PartyBasis = "context" if tokens.lower[title.owner] in _OF_BODY else "said"
                person.settle_party(_owners(tokens, title, by_last, people, names), basis)
                if title.owner in by_noun:
                    person.settle_party(_of_holder(by_noun[title.owner], people, first), "context")
    for person in people.values():
        for title in person.titles:
            person.settle_party(state_of_few(tokens, title), "office")
    for before, name in pairwise(names):
        _from_list(tokens, people, before, name)
    _from_table(tokens, people)
    _by_surroundings(tokens, people, names)
    for before, name in pairwise(names):
        _from_list(tokens, people, before, name)


def _from_table(tokens: Tokens, people: dict[int, Known]) -> None:
    """By the table of leaders, in the year of the report; a surname alone only with an office, of a state named.

    Who is named without an office has the one that he is known for, so that "the President" can be him.
    """
    year = year_of(publication(tokens.doc))
    for person in people.values():
        key = max((name.key for name in person.names), key=len)
        if not person.kinds:
            person.kinds |= offices_of_leader(key, year)
        if person.party is not None:
            continue
        if len(key) > 1:
            person.settle_party(party_of_leader(key, year), "table")
        elif person.kinds & _WELL_KNOWN or (not person.titles and only_one_of(key[0])):
            person.settle_party(party_of_surname(key[0], year, tokens.states), "table")


def _by_surroundings(tokens: Tokens, people: dict[int, Known], names: list[Name]) -> None:
    """Last, by what stands around the office."""
    of_party = offices().of_party
    surroundings: Surroundings | None = None
    for at, name in enumerate(names):
        person = people[name.person]
        if person.party is not None:
            continue
        if any(title.kind in of_party and not title.past for title in person.titles):
            person.settle_party(_opening(tokens, name, person.titles), "context")
        title = name.title or next((t for t in person.titles if _beside(t, name)), None)
        if title is None or title.plural or person.party is not None:
            continue
        if title.owner is not None and tokens.lower[title.owner] in offices().nouns:
            continue  # "the sultan's spokesman" is the sultan's
        against = _against(tokens, people, names, at) | person.not_of
        rivals = _rivals(people, person)
        surroundings = surroundings or Surroundings(tokens)
        person.settle_party(surroundings.party(name, title, against | rivals), "context")
        if not title.past and title.kind in of_party and plain_office(title):
            person.settle_party(_by_elimination(tokens, against, rivals, surroundings.named, name), "context")


def _owners(
    tokens: Tokens, title: Title, by_last: dict[int, Name], people: dict[int, Known], names: list[Name]
) -> str | None:
    """Of the owner in "Trump's adviser", "his adviser", "its envoy"."""
    assert title.owner is not None
    word = tokens.lower[title.owner]
    if word in _OF_SOMEBODY:
        owner = owner_of(tokens, title, people, names)
        return owner.party if owner is not None and title.kind != "counterpart" else None
    if word in _OF_BODY:
        return _subject_party(tokens, title.owner)
    if word in _WHOSE:
        before = title.owner - (2 if tokens.text[title.owner - 1] == "," else 1)
        mention = tokens.party[before] if before >= 0 else None
        return mention.parties[0] if mention is not None and len(mention.parties) == 1 else None
    named = by_last.get(title.owner)
    return people[named.person].party if named is not None and title.kind != "counterpart" else None


def _of_holder(title: Title, people: dict[int, Known], first: dict[str, dict[str, int]]) -> str | None:
    """Of the office that owns another, "the king's envoy": its own words', its only holder's, or as before."""
    if title.parties:
        return title.parties[0]
    holders = {person.party for person in people.values() if title.kind in person.kinds}
    holders = holders or {party for party, noun in first.get(title.kind, {}).items() if noun < title.noun}
    return next(iter(holders)) if len(holders) == 1 else None


def _subject_party(tokens: Tokens, i: int) -> str | None:
    """The party that is the subject before a token: "Lebanon named him as its negotiator"."""
    number = tokens.sentence[i]
    for sentence in (number, number - 1):
        if sentence < 0 or tokens.paragraphs[sentence] != tokens.paragraphs[number]:
            return None
        first, last = tokens.sentences[sentence]
        for k in range(min(i, last) - 1, first - 1, -1):
            mention = tokens.party[k]
            head = tokens.head[k]
            body = tokens.dep[k] in _BESIDE_NOUN and tokens.lower[head] in offices().acting
            if mention is not None and tokens.dep[head if body else k] in {"nsubj", "nsubjpass"}:
                return mention.parties[0] if len(mention.parties) == 1 else None
    first = tokens.sentences[max(number - 1, 0)][0]
    named = {mention.parties for k in range(first, i) if (mention := tokens.party[k]) is not None}
    only = next(iter(named)) if len(named) == 1 else ()
    return only[0] if len(only) == 1 else None


def _of_heads(people: dict[int, Known], first: dict[str, dict[str, int]]) -> None:
    """Of a secretary-general whom the report calls "the UN chief" elsewhere."""
    bodies = {party for kind in offices().also["chief"] for party in first.get(kind, {})}
    for person in people.values() if len(bodies) == 1 else ():
        if "secretary general" in person.kinds:
            person.settle_party(next(iter(bodies)), "office")


def _from_list(tokens: Tokens, people: dict[int, Known], before: Name, name: Name) -> None:
    """For "Israel's Prime Minister A, Defence Minister B and Foreign Minister C": offices of one government."""
    person, first = people[name.person], people[before.person]
    if person.party is not None or first.party is None or name.title is None or before.title is None:
        return
    of_party = offices().of_party
    if name.title.kind not in of_party or before.title.kind not in of_party or name.title.definite:
        return
    if name.title.past or before.title.past:
        return
    same = name.title.words.lower() == before.title.words.lower() or {name.title.kind, before.title.kind} <= _LEADERS
    between = tokens.lower[before.end : name.begin]
    if not same and between and all(word in _JOINS for word in between):
        person.settle_party(first.party, "context")


def _opening(tokens: Tokens, name: Name, held: list[Title]) -> str | None:
    """The state of the capital in "In Santiago, Foreign Minister A said ..."."""
    first, last = tokens.sentences[tokens.sentence[name.start]]
    begin = min([name.begin, *(title.start for title in held if first < title.start < last)])
    if tokens.lower[first] not in _IN or first + 1 >= begin:
        return None
    mention = tokens.party[first + 1]
    end = tokens.party_ends.get(first + 1)
    if mention is None or end is None or mention.kind not in {"capital", "seat"} or len(mention.parties) != 1:
        return None
    return mention.parties[0] if tokens.lower[end:begin] in ([","], []) else None


def _beside(title: Title, name: Name) -> bool:
    return abs(title.start - name.end) <= _BESIDE or abs(name.begin - title.end) <= _BESIDE


def _against(tokens: Tokens, people: dict[int, Known], names: list[Name], at: int) -> set[str]:
    """The states whose guest or partner a person is, or where he went."""
    name = names[at]
    number = tokens.sentence[name.start]
    last = tokens.sentences[number][1]
    against: set[str] = set()
    for other in (*names[max(at - 2, 0) : at], *names[at + 1 : at + 3]):
        party = people[other.person].party
        if party is None or tokens.sentence[other.start] != number or other.person == name.person:
            continue
        low, high = (name, other) if name.start < other.start else (other, name)
        between = tokens.lower[low.end : high.begin]
        if between in (["and"], ["with"]) or (len(between) < 6 and _MEETS.intersection(between)):
            against.add(party)
    travels = offices().travels
    for k in range(name.end, min(name.end + 12, last)):
        mention = tokens.party[k]
        if (
            mention is not None
            and mention.kind in {"capital", "name"}
            and travels.intersection(tokens.lower[name.end : k])
        ):
            against.update(mention.parties)
            break
    return against


def _rivals(people: dict[int, Known], person: Known) -> set[str]:
    """The states that have another president, prime minister or foreign minister in the report."""
    unique = person.kinds & UNIQUE
    return {
        rival.party
        for rival in (people.values() if unique else ())
        if rival is not person
        and rival.party
        and unique & rival.kinds
        and not any(title.past for title in rival.titles)
    }


def _by_elimination(
    tokens: Tokens, against: set[str], rivals: set[str], named: dict[int, list[tuple[int, Mention]]], name: Name
) -> str | None:
    """In a report about two states, the one whose guest, partner or fellow minister the person is not.

    A fellow minister alone tells only where the state itself is named beside the person.
    """
    left = {side for party in against | rivals if (side := other_side(tokens, party)) is not None} - against - rivals
    if len(left) != 1:
        return None
    side = next(iter(left))
    number = tokens.sentence[name.start]
    near = {mention.parties[0] for n in (number - 1, number) for _, mention in named.get(n, ())}
    return side if side in near or (against and other_side(tokens, side) in against) else None
