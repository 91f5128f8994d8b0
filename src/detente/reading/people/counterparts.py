"""How "his Russian counterpart Sergei Lavrov" holds the office of the one whose counterpart he is."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.people.lexicon import offices
from detente.reading.people.two_sides import other_side

if TYPE_CHECKING:
    from detente.reading.people.known import Known
    from detente.reading.people.names import Name
    from detente.reading.people.titles import Title
    from detente.reading.people.tokens import Tokens


_IN = words("en/function_words", "in")
_OF_PEOPLE = words("en/function_words", "of_people")
_NEAR = 2  # tokens between a title and its name


def share_offices(tokens: Tokens, people: dict[int, Known], names: list[Name]) -> None:
    """Give counterparts the office of their owners; chains of them need the report's order only."""
    for name in names:
        person = people.get(name.person)
        if person is None:
            continue
        for title in person.titles:
            if title.kind not in {"counterpart", "predecessor"} or (
                min(abs(name.start - title.end), abs(name.begin - title.end)) > _NEAR
                and abs(title.start - name.end) > _NEAR
            ):
                continue
            owner = owner_of(tokens, title, people, names)
            if owner is None or owner is person:
                continue
            if title.kind == "predecessor":
                _succeed(person, owner, title)
                continue
            if owner.party:
                person.not_of.add(owner.party)
            office = next((held for held in owner.titles if held.kind != "counterpart" and not held.past), None)
            if any(held.kind == "officer" for held in person.titles):
                pass  # a rank of one's own
            elif office is not None:
                person.shared.append(_abroad(office, title))
                person.kinds.add(office.kind)
            elif owner.offices:
                person.shared.append(owner.offices[0])
                person.kinds |= owner.kinds
            if title.parties:
                person.settle_party(title.parties[0], "said")
            elif seat := _seat(tokens, title):
                person.settle_party(seat, "context")
            else:
                person.settle_party(other_side(tokens, owner.party), "context")


def _abroad(office: Title, counterpart: Title) -> str:
    """An office's words, or where only other states have it, what it is elsewhere: the foreign minister's."""
    here = offices()
    own = here.only.get(office.words.lower())
    shared = own is None or not counterpart.parties or not own.isdisjoint(counterpart.parties)
    return office.words if shared else here.abroad_as.get(office.kind, office.words)


def _succeed(person: Known, owner: Known, title: Title) -> None:
    """Give a predecessor or successor the owner's office, once or to come, and state."""
    person.settle_party(owner.party, "context")
    if owner.offices and not person.offices:
        when = "former" if title.words.lower().endswith("predecessor") else "next"
        person.shared.append(f"{when} {owner.offices[0]}")


def _seat(tokens: Tokens, title: Title) -> str | None:
    """The state in "his opposite number in Abidjan"."""
    for k in range(title.noun + 1, min(title.end + 2, len(tokens.text))):
        mention = tokens.party[k]
        if tokens.lower[k - 1] in _IN and mention is not None and mention.kind == "capital":
            return mention.parties[0] if len(mention.parties) == 1 else None
    return None


def owner_of(tokens: Tokens, title: Title, people: dict[int, Known], names: list[Name]) -> Known | None:
    """Whose counterpart: the name before 's, or for "his" the last person before it who holds an office."""
    at = bisect_left(names, title.start if title.owner is None else title.owner, key=lambda name: name.start)
    if title.owner is not None and tokens.lower[title.owner] not in _OF_PEOPLE:
        here = next((name for name in names[max(at - 2, 0) : at + 1] if name.start <= title.owner < name.end), None)
        return people.get(here.person) if here else None
    gender = {"his": "m", "her": "f"}.get(tokens.lower[title.owner]) if title.owner is not None else None
    sentence = tokens.sentence[title.noun]
    fallback: Known | None = None
    for name in reversed(names[max(at - 8, 0) : at]):
        if tokens.sentence[name.start] < sentence - 2:
            break
        person = people.get(name.person)
        if person is None or (gender and person.gender and person.gender != gender) or name.qualifies:
            continue
        if title.parties and person.party in title.parties:
            continue
        if title.owner is not None and _joined(tokens.lower[name.end : title.owner]):
            return person  # "Peru's president A and his Chilean counterpart, B"
        # The subject before a nearer object.
        if tokens.dep[name.end - 1] in {"nsubj", "nsubjpass"}:
            return person
        fallback = fallback or person
        if tokens.sentence[name.start] < sentence:
            break
    return fallback


def _joined(between: list[str]) -> bool:
    """Whether nothing but "and" or "with" stands between a name and "his"."""
    return bool(between) and set(between) <= words("en/offices/no_people", "joins")
