"""Parties that a title leaves to its neighbours: the minister of one's own president, the next in a list of ministers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.people.known import Known
    from detente.reading.people.names import Name
    from detente.reading.people.tokens import Tokens

_LEADERS = frozenset({"president", "prime minister", "monarch", "leader"})
# Offices of a state's government: who holds one acts for a state.
_OF_STATE = _LEADERS | {
    "minister", "foreign minister", "secretary", "secretary of state", "deputy", "ambassador", "negotiator", "envoy", "adviser",
    "spokesman", "chief", "head", "governor",
}  # fmt: skip
_JOINS = frozenset({",", "and", "or", "with"})
_WE = frozenset({"two", "both"})


def share_parties(tokens: Tokens, people: dict[int, Known], names: list[Name]) -> None:
    """Give those whose title names no party the one that the words around it leave no doubt about."""
    by_last = {name.end - 1: name for name in names}
    for name in names:
        person = people[name.person]
        if person.party is not None:
            continue
        for title in person.titles:
            owner = by_last.get(title.owner) if title.owner is not None else None
            if owner is not None and title.kind != "counterpart" and title.kind in _OF_STATE:
                person.party = people[owner.person].party
            elif title.owner is not None and tokens.lower[title.owner] in {"its", "their"} and title.kind in _OF_STATE:
                person.party = _subject_party(tokens, title.owner)
    for before, name in zip(names, names[1:], strict=False):
        _from_list(tokens, people, before, name)
    for one, other in zip(names, names[1:], strict=False):
        _from_pair(tokens, people, one, other)


def _subject_party(tokens: Tokens, i: int) -> str | None:
    """The party that is the subject before a token: "Lebanon named him as its negotiator"."""
    first = tokens.sentences[tokens.sentence[i]][0]
    for k in range(i - 1, first - 1, -1):
        mention = tokens.party[k]
        if mention is not None and tokens.dep[k] == "nsubj":
            return mention.parties[0] if len(mention.parties) == 1 else None
    return None


def _from_list(tokens: Tokens, people: dict[int, Known], before: Name, name: Name) -> None:
    """ "Israel's Prime Minister A, Defence Minister B and Foreign Minister C": offices of one government."""
    person, first = people[name.person], people[before.person]
    if person.party is not None or first.party is None or name.title is None or before.title is None:
        return
    if name.title.kind not in _OF_STATE or before.title.kind not in _OF_STATE or name.title.definite:
        return
    same = name.title.words.lower() == before.title.words.lower() or {name.title.kind, before.title.kind} <= _LEADERS
    between = tokens.lower[before.end : name.begin]
    if not same and between and all(word in _JOINS for word in between):
        person.party = first.party


def _from_pair(tokens: Tokens, people: dict[int, Known], one: Name, other: Name) -> None:
    """ "Prime Minister A and Russian President B agreed that the two countries ...": of two countries, the other."""
    known, unknown = people[one.person], people[other.person]
    if known.party is None:
        known, unknown, other = unknown, known, one
    if known.party is None or unknown.party is not None or known is unknown or other.title is None:
        return
    if other.title.kind not in _OF_STATE or tokens.lower[one.end : one.end + 1] != ["and"]:
        return
    if tokens.sentence[one.start] != tokens.sentence[other.start]:
        return
    first, last = tokens.sentences[tokens.sentence[one.start]]
    if not any(
        tokens.lower[i] in _WE and tokens.lower[i + 1 : i + 2] and tokens.tag[i + 1] in {"NNS", "JJ", "VBG"}
        for i in range(first, last)
    ):
        return
    weight: dict[str, int] = {}
    for mention in tokens.party:
        if mention is not None:
            for party in mention.parties:
                weight[party] = weight.get(party, 0) + 1
    ranked = sorted(weight, key=lambda party: (-weight[party], party))
    if len(ranked) > 1 and known.party in ranked[:2]:
        unknown.party = ranked[1] if ranked[0] == known.party else ranked[0]
